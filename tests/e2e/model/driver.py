# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""One round: fresh users, clients that run, faults that come and go, quiet at the end, then the checker's word.

A round is named by its seed. The same seed asks the same questions and breaks the same things; what overlaps differs.
"""
import contextlib
import dataclasses
import random
import signal
import threading
import time

from model.checker import check
from model.clients import Client, User
from model.history import History, Operation
from private_postgres import START_SECONDS, PrivateBouncer, wait_for
from tcp_gate import TcpGate
from todod_process import Server

CLIENTS = 10
USERS = 2
BACK_SECONDS_MAX = 2


class Replica:
    """A todod and its way to `database`. A new process takes its place when it is killed."""

    def __init__(self, binary, database):
        self.binary = binary
        self.gate = TcpGate((database.host, database.port))
        self.env = {"DATABASE_URL": database.url.replace(f":{database.port}/", f":{self.gate.port}/"), "LOG_LEVEL": "warn"}
        self.server = None
        self.start()

    def start(self):
        server = Server(self.binary, self.env)
        server.wait_until_listening()
        self.server = server

    def kill(self):
        self.server.process.kill()
        self.server.process.wait()
        self.server.finish()
        self.start()

    def is_ready(self):
        return self.server.get("/readyz").status == 200

    def close(self):
        try:
            self.server.finish()
        finally:
            self.gate.close()


class System:
    """Two replicas on one PostgreSQL, and what can befall them. `pooled`: the first one is behind PgBouncer."""

    def __init__(self, binary, postgres, pooled=False):
        self.postgres, self.replicas, self.bouncer = postgres, [], None
        try:
            self.bouncer = PrivateBouncer(postgres) if pooled else None
            for database in (self.bouncer or postgres, postgres):
                self.replicas.append(Replica(binary, database))
        except BaseException:
            self.close()
            raise

    def close(self):
        with contextlib.ExitStack() as stack:
            if self.bouncer:
                stack.callback(self.bouncer.end)
            for replica in self.replicas:
                stack.callback(replica.close)

    def faults(self, chance):
        """(weight, name, function) of each."""
        replica = chance.choice(self.replicas)
        seconds = chance.uniform(0.05, 0.8)
        gate = replica.gate
        return [(4, "a replica is killed", replica.kill),
                (4, "its connections end", gate.drop),
                (3, "its network is cut", lambda: self.for_a_while(gate.cut, gate.open, seconds)),
                (3, "its network is silent", lambda: self.for_a_while(gate.hold, gate.open, seconds)),
                (3, "sessions are terminated", self.terminate),
                (1, "a process of PostgreSQL is killed", self.kill_backend),
                (1, "PostgreSQL is stopped at once and started", self.restart),
                *([(2, "PgBouncer is killed and started", self.restart_bouncer)] if self.bouncer else [])]

    @staticmethod
    def for_a_while(begin, end, seconds):
        begin()
        threading.Event().wait(seconds)
        end()

    def terminate(self):
        self.postgres.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'todod'")

    def kill_backend(self):
        self.postgres.kill_backend()
        wait_for(self.postgres.answers, START_SECONDS, "PostgreSQL's recovery")

    def restart(self):
        self.postgres.end(signal.SIGQUIT)
        self.postgres.start()

    def restart_bouncer(self):
        self.bouncer.end()
        self.bouncer.start()


@dataclasses.dataclass
class Outcome:
    seed: int
    history: History
    wrong: list
    faults: list[str]
    slowest: float
    seconds: float

    def __str__(self):
        known = sum(one.is_known for one in self.history.operations)
        objects = len({one.object for one in self.history.operations})
        return (f"seed {self.seed}: {len(self.history.operations)} operations on {objects} objects, {known} answered, "
                f"slowest {self.slowest:.2f} s, {len(self.faults)} faults, {len(self.wrong)} wrong ({self.seconds:.0f} s)")


def run_round(system: System, seed: int, seconds: float, pause=0.004) -> Outcome:
    began = time.monotonic()
    chance = random.Random(seed)
    history = History()
    users = [User(f"user-{seed}-{number}", random.Random(f"{seed} {number}")) for number in range(USERS)]
    clients = [Client(f"{seed}-{number}", users, system.replicas, history, pause) for number in range(CLIENTS)]
    threads = [threading.Thread(target=client.run, daemon=True) for client in clients]
    for thread in threads:
        thread.start()
    faults, wrong = [], []
    try:
        while time.monotonic() < began + seconds:
            threading.Event().wait(chance.uniform(0.1, 0.7))  # undisturbed for a while
            weights, names, functions = zip(*system.faults(chance))
            place = chance.choices(range(len(names)), weights)[0]
            faults.append(names[place])
            functions[place]()
    finally:
        for client in clients:
            client.stop.set()
        for thread in threads:
            thread.join()
    healed = time.monotonic()
    wait_for(lambda: all(replica.is_ready() for replica in system.replicas), START_SECONDS, "service after the last fault")
    if (back := time.monotonic() - healed) > BACK_SECONDS_MAX:
        wrong.append(f"service came back {back:.2f} s after the last fault")
    for user in users:
        for replica in system.replicas:
            read_at_the_end(replica, user, history)
    for client in clients:
        wrong += client.faults
    slowest = max(client.slowest for client in clients)
    return Outcome(seed, history, wrong + check(history), faults, slowest, time.monotonic() - began)


def read_at_the_end(replica, user, history):
    """A list that every replica must answer: what was acknowledged is in it."""
    begin = time.monotonic()
    answer = replica.server.get("/api/tasks?limit=1000", token=user.token)
    assert answer.status == 200 and not answer.headers["Link"], answer
    history.add(Operation("list", user.name, None, {}, begin, time.monotonic(), 200, tasks=answer.json(), client="at the end"))
