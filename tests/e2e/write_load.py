# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Writers that know what the database must hold: load for tests that break things meanwhile.

Each writer is one user and sends one request at a time, so what its tasks must be is known at each moment: the answered
state, or, where an answer did not come or was a 5xx, that state or the one that the request would have made. Such a task is
left alone from then on. `verify` compares every task, member by member: what is lost, doubled, half done or tried twice
(a version too many) shows.
"""
import dataclasses
import http.client
import json
import random
import threading
import time
import uuid

from todod_process import hs256_token

KEPT = ("title", "description", "status", "version")
ANSWER_SECONDS = 20
REFUSED = -1  # in place of a status: no connection, so nothing was sent


@dataclasses.dataclass
class Try:
    """One request: `status` is 0 where the connection ended without an answer. Times of time.monotonic()."""
    begin: float
    end: float
    status: int
    code: str = ""

    @property
    def seconds(self):
        return self.end - self.begin


def what(task: dict) -> tuple:
    return tuple(task[name] for name in KEPT)


class Writer:
    """The requests of one user to `server` (a Server)."""

    def __init__(self, number: int, seed: int, server, pause: float):
        self.user = f"writer-{seed}-{number}"
        self.token = hs256_token(self.user)
        self.random = random.Random(f"{seed} {number}")
        self.server, self.pause = server, pause
        self.connection = None
        self.tries: list[Try] = []
        self.acknowledged = 0
        self.known: dict[str, tuple] = {}  # id -> what it is
        self.unsure: list[tuple[tuple | None, tuple | None]] = []  # (before, after); None: no such task
        self.faults: list[str] = []
        self.stop = threading.Event()

    def run(self):
        try:
            while not self.stop.is_set():
                self.step()
                self.stop.wait(self.pause)
        except Exception as error:  # in a thread: told by verify()
            self.faults.append(repr(error))
        finally:
            self.close()

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def step(self):
        actions = [self.create, self.create_with_key, self.create_under_own_id]
        if self.known:
            actions += [self.change, self.change, self.toggle, self.remove]
        self.random.choice(actions)()

    # ---- requests

    def send(self, method, path="", body=None, headers=None):
        """The answer as (status, task or None). 0 or 5xx leaves it open whether it was done; REFUSED: it was never sent."""
        fields = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", **(headers or {})}
        begin = time.monotonic()
        try:
            if not self.connection:
                self.connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=ANSWER_SECONDS)
                self.connection.connect()
        except OSError:
            self.close()
            return REFUSED, None
        try:
            self.connection.request(method, "/api/tasks" + path, None if body is None else json.dumps(body), fields)
            answer = self.connection.getresponse()
            status, kind, raw = answer.status, answer.headers["Content-Type"], answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            if isinstance(error, TimeoutError):
                self.faults.append(f"{method} {path}: no answer within {ANSWER_SECONDS} s")
            status, kind, raw = 0, None, b""
        one = Try(begin, time.monotonic(), status)
        self.tries.append(one)
        if status >= 400:
            problem = json.loads(raw)
            one.code = problem["code"]
            if kind != "application/problem+json" or problem["status"] != status:
                self.faults.append(f"{status} is no problem document: {kind} {raw!r}")
        elif status:
            self.acknowledged += method != "GET"
            return status, json.loads(raw) if raw else None
        return status, None

    def settle(self, answered, expected: int, task_id, before, after):
        """Books what a request has come to."""
        status, task = answered
        if status == expected:
            self.known.pop(task_id, None)
            if after is None:
                return
            if what(task) != after:
                self.faults.append(f"answered {what(task)}, not {after}")
            self.known[task["id"]] = what(task)
        elif status == REFUSED:
            return
        elif status in (0, 500, 502, 503, 504):  # 502, 504: of a balancer
            self.known.pop(task_id, None)
            self.unsure.append((before, after))
        else:
            self.faults.append(f"{status} where {expected} was due, for {before} -> {after}")

    def draft(self) -> dict:
        text = str(uuid.UUID(int=self.random.getrandbits(128)))
        return {"title": text, "description": text * self.random.choice((1, 20)),
                "status": self.random.choice(("pending", "completed"))}

    def create(self):
        draft = self.draft()
        self.settle(self.send("POST", "", draft), 201, None, None, (*draft.values(), 1))

    def create_with_key(self):
        """As a client should: again with the same key until it is answered. Then it is there once."""
        draft = self.draft()
        headers = {"Idempotency-Key": draft["title"]}
        answered = self.send("POST", "", draft, headers)
        while answered[0] in (0, 502, 503, 504, REFUSED) and not self.stop.wait(0.05):
            answered = self.send("POST", "", draft, headers)
        self.settle(answered, 201, None, None, (*draft.values(), 1))

    def create_under_own_id(self):
        draft, task_id = self.draft(), str(uuid.UUID(int=self.random.getrandbits(128)))
        answered = self.send("PUT", f"/{task_id}", draft, {"If-None-Match": "*"})
        self.settle(answered, 201, None, None, (*draft.values(), 1))

    def change(self):
        """Three fields in one request: all of them or none."""
        task_id, before = self.random.choice(list(self.known.items()))
        draft = self.draft()
        headers = self.random.choice(({}, {"If-Match": f'"{before[3]}"'}))
        self.settle(self.send("PATCH", f"/{task_id}", draft, headers), 200, task_id, before, (*draft.values(), before[3] + 1))

    def toggle(self):
        task_id, before = self.random.choice(list(self.known.items()))
        status = "pending" if before[2] == "completed" else "completed"
        self.settle(self.send("PATCH", f"/{task_id}/complete"), 200, task_id, before, (*before[:2], status, before[3] + 1))

    def remove(self):
        task_id, before = self.random.choice(list(self.known.items()))
        self.settle(self.send("DELETE", f"/{task_id}"), 204, task_id, before, None)

    # ---- what is there

    def verify(self):
        """Compares with what the server has; the writer must have ended. Returns what is wrong, in words."""
        wrong = list(self.faults)
        status, tasks = self.send("GET", "?limit=1000")
        self.close()
        if status != 200:
            return [*wrong, f"the list answered {status}"]
        found = {task["id"]: what(task) for task in tasks}
        wrong += [f"lost or wrong: {after}, found {found.get(task_id)}" for task_id, after in self.known.items()
                  if found.get(task_id) != after]
        others = sorted(task for task_id, task in found.items() if task_id not in self.known)
        for before, after in self.unsure:
            here = before if before in others else after
            if here in others:
                others.remove(here)
            elif before is not None and after is not None:
                wrong.append(f"neither {before} nor {after}")
        return wrong + [f"nobody wrote it so: {task}" for task in others]


class WriteLoad:
    """with WriteLoad(server, writers=4) as load: ... break things ...; then load.verify()."""

    def __init__(self, server, writers=4, seed=None, pause=0.002):
        seed = random.randrange(10**9) if seed is None else seed
        print(f"seed of the load: {seed}")
        self.writers = [Writer(number, seed, server, pause) for number in range(writers)]
        self.threads = []

    def __enter__(self):
        self.threads = [threading.Thread(target=writer.run, daemon=True) for writer in self.writers]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        for writer in self.writers:
            writer.stop.set()
        for thread in self.threads:
            thread.join()

    def move(self, server):
        """To the process that has the database now."""
        for writer in self.writers:
            writer.server = server

    @property
    def acknowledged(self) -> int:
        return sum(writer.acknowledged for writer in self.writers)

    @property
    def unsure(self) -> int:
        return sum(len(writer.unsure) for writer in self.writers)

    def tries(self, since=0.0) -> list[Try]:
        """Those that ended after `since`, in the order of their ends."""
        return sorted((one for writer in self.writers for one in list(writer.tries) if one.end >= since),
                      key=lambda one: one.end)

    def wait_for(self, count: int, seconds=30):
        """Until so many more writes were acknowledged."""
        goal, deadline = self.acknowledged + count, time.monotonic() + seconds
        while self.acknowledged < goal:
            faults = [fault for writer in self.writers for fault in writer.faults]
            assert not faults, faults[:3]
            assert time.monotonic() < deadline, f"not {count} more writes within {seconds} s"
            time.sleep(0.005)

    def seconds_until_all_write(self, since: float, seconds=30) -> float:
        """How long after `since` the last of the writers had an acknowledgement again."""
        deadline = since + seconds
        while True:
            firsts = [next((one.end for one in list(writer.tries) if one.end >= since and 200 <= one.status < 300), None)
                      for writer in self.writers]
            if None not in firsts:
                return max(firsts) - since
            assert time.monotonic() < deadline, f"not all of the writers were served again within {seconds} s"
            time.sleep(0.005)

    def verify(self):
        wrong = [f"{writer.user}: {fault}" for writer in self.writers for fault in writer.verify()]
        assert not wrong, "\n".join(wrong[:20])
