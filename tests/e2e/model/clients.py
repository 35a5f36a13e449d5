# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Clients that share tasks, keys and ids, at two replicas: what each does comes out of the seed.

They are as hostile as honest clients can be: the same key at once at both replicas, an id that another one is deleting,
stale and right If-Match values, a repetition after every missing answer. None repeats by itself what it must not.
"""
import dataclasses
import http.client
import json
import random
import threading
import time
import uuid

from model.history import History, Operation
from todod_process import hs256_token

ANSWER_SECONDS = 20
OPERATIONS_MAX = 24  # of an object, then another one takes its place: the search grows with them
UNKNOWN_MAX = 4
OPEN_OBJECTS = 3


@dataclasses.dataclass
class Thing:
    """An object that clients work on, and what the last answer about it said."""
    name: str
    key: str | None = None
    id: str | None = None
    draft: dict | None = None
    version: int = 1
    operations: int = 0
    unknown: int = 0
    busy: bool = False  # being made by a request that nothing but itself may repeat


class User:
    """What the clients of one user share."""

    def __init__(self, name: str, chance: random.Random):
        self.name, self.chance = name, chance
        self.token = hs256_token(name)
        self.lock = threading.Lock()
        self.things: list[Thing] = []
        self.made = 0

    def draft(self) -> dict:
        """No title is ever used twice, so a title tells which request wrote it."""
        with self.lock:
            self.made += 1
            return {"title": f"title {self.made}", "description": self.chance.choice((None, "", f"text {self.made}")),
                    "status": self.chance.choice(("pending", "completed"))}

    def pick(self, chance: random.Random) -> Thing:
        draft = self.draft()
        with self.lock:
            self.things = [thing for thing in self.things
                           if thing.operations < OPERATIONS_MAX and thing.unknown < UNKNOWN_MAX]
            if len(self.things) < OPEN_OBJECTS:
                kind = chance.choice(("key", "key", "id", "post"))
                name = f"{kind} {self.name} {self.made}"
                made_id = str(uuid.UUID(int=chance.getrandbits(128))) if kind == "id" else None
                self.things.append(Thing(name, name if kind == "key" else None, made_id, draft))
            thing = chance.choice([thing for thing in self.things if not thing.busy] or self.things[:1])
            thing.operations += 1
            return thing


class Client:
    """One thread's requests, one at a time. `replicas[i].server` is the process that is replica i now."""

    def __init__(self, name: str, users, replicas, history: History, pause: float):
        self.name, self.users, self.replicas, self.history, self.pause = name, users, replicas, history, pause
        self.chance = random.Random(name)
        self.connections = {}
        self.stop = threading.Event()
        self.faults: list[str] = []
        self.slowest = 0.0

    def run(self):
        try:
            while not self.stop.is_set():
                self.step()
                self.stop.wait(self.chance.uniform(0, 2 * self.pause))
        except Exception as error:  # in a thread: told by the driver
            self.faults.append(f"{type(error).__name__}: {error}")
        finally:
            for _, connection in self.connections.values():
                connection.close()

    def step(self):
        user = self.chance.choice(self.users)
        what = self.chance.random()
        if what < 0.01:
            return self.all_of(user, "list", "GET", "?limit=1000", {})
        if what < 0.013:
            status = self.chance.choice(("completed", "pending", "all"))
            return self.all_of(user, "delete_all", "DELETE", f"?status={status}", {"status": status})
        thing = user.pick(self.chance)
        if thing.id is None or (what < 0.25 and not thing.name.startswith("post")):
            return self.make(user, thing)
        action = self.chance.choice((self.change, self.change, self.complete, self.read, self.read, self.delete))
        return action(user, thing)

    # ---- requests of one object

    def make(self, user, thing):
        if thing.name.startswith("id "):
            asked = {"id": thing.id, **user.draft()}
            body = {name: value for name, value in asked.items() if name != "id"}
            return self.send(Operation("put_new", user.name, thing.name, asked, 0), user, "PUT", f"/{thing.id}", body,
                             {"If-None-Match": "*"}, thing)
        if not thing.key:
            with user.lock:
                if thing.busy or thing.id:
                    return None
                thing.busy = True
        draft = user.draft() if thing.key and self.chance.random() < 0.1 else thing.draft
        headers = {"Idempotency-Key": thing.key.replace(" ", "-")} if thing.key else {}
        return self.send(Operation("post", user.name, thing.name, dict(draft), 0), user, "POST", "", draft, headers, thing)

    def condition(self, thing):
        """None, or a version: mostly the one last seen, which may be stale by now."""
        return self.chance.choice((None, thing.version, thing.version, thing.version + 1))

    def conditional(self, kind, user, thing, method, path, body):
        version = self.condition(thing)
        asked = {"id": thing.id, "if_match": version, **(body or {})}
        headers = {} if version is None else {"If-Match": f'"{version}"'}
        return self.send(Operation(kind, user.name, thing.name, asked, 0), user, method, path, body, headers, thing)

    def change(self, user, thing):
        fields = user.draft()
        names = self.chance.choice((("title",), ("title", "description"), ("title", "description", "status"), ("status",)))
        method = self.chance.choice(("PATCH", "PUT"))
        return self.conditional("change", user, thing, method, f"/{thing.id}", {name: fields[name] for name in names})

    def complete(self, user, thing):
        body = self.chance.choice((None, {"status": "completed"}, {"status": "pending"}))
        return self.conditional("complete", user, thing, "PATCH", f"/{thing.id}/complete", body)

    def delete(self, user, thing):
        if self.chance.random() < 0.5:
            return self.read(user, thing)
        return self.conditional("delete", user, thing, "DELETE", f"/{thing.id}", None)

    def read(self, user, thing):
        asked, headers = {"id": thing.id}, {}
        if self.chance.random() < 0.2:
            asked["if_none_match"] = thing.version
            headers["If-None-Match"] = f'"{thing.version}"'
        return self.send(Operation("read", user.name, thing.name, asked, 0), user, "GET", f"/{thing.id}", None, headers, thing)

    def all_of(self, user, kind, method, query, asked):
        return self.send(Operation(kind, user.name, None, asked, 0), user, method, query, None, {}, None)

    # ---- HTTP

    def send(self, operation, user, method, path, body, headers, thing):
        operation.client = self.name
        place = self.chance.randrange(len(self.replicas))
        headers = {"Authorization": f"Bearer {user.token}", "Content-Type": "application/json", **headers}
        connection = self.connection(place)
        if connection is None:  # nothing was sent
            if thing:
                thing.busy = False
            return None
        operation.begin = time.monotonic()
        try:
            connection.request(method, "/api/tasks" + path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            status, told, raw = answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.forget(place)
            if isinstance(error, TimeoutError):
                self.faults.append(f"no answer within {ANSWER_SECONDS} s: {operation}")
            status, told, raw = None, {}, b""
        end = time.monotonic()
        self.slowest = max(self.slowest, end - operation.begin)
        self.book(operation, thing, end, status, told, raw)
        return status

    def book(self, operation, thing, end, status, told, raw):
        if status is not None and status < 500:
            operation.end, operation.status = end, status
            if told.get("Link"):
                self.faults.append(f"a list is longer than the checker looks: {operation}")
            if status in (200, 201) and operation.kind == "list":
                operation.tasks = json.loads(raw)
            elif status in (200, 201) and operation.kind != "delete_all":
                operation.task = json.loads(raw)
                operation.replayed = told.get("Idempotency-Replayed") == "true"
        elif status not in (None, 503):
            self.faults.append(f"{status} {raw!r}: {operation}")
        self.history.add(operation)
        if thing is None:
            return
        if not operation.is_known:
            thing.unknown += UNKNOWN_MAX if thing.busy else 1
        elif operation.task:
            thing.id, thing.version = operation.task["id"], operation.task["version"]
            thing.busy = False

    def connection(self, place):
        server = self.replicas[place].server
        of, connection = self.connections.get(place, (None, None))
        if of is not server:
            self.forget(place)
            connection = http.client.HTTPConnection(server.host, server.port, timeout=ANSWER_SECONDS)
            try:
                connection.connect()
            except OSError:
                return None
            self.connections[place] = server, connection
        return connection

    def forget(self, place):
        _, connection = self.connections.pop(place, (None, None))
        if connection:
            connection.close()
