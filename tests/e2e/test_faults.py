# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""PostgreSQL away, asleep, cut off: what a client sees, and that service comes back by itself."""

import concurrent.futures
import threading
import time
import urllib.parse

import pytest
from tcp_gate import TcpGate
from todo_client import TodoClient


@pytest.fixture
def gate(postgres_url):
    parts = urllib.parse.urlsplit(postgres_url)
    gate = TcpGate((parts.hostname, parts.port))
    gate.url = parts._replace(netloc=f"{parts.username}:{parts.password}@{gate.host}:{gate.port}").geturl()
    yield gate
    gate.close()


def wait_until(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to be in time"


def is_ready(server):
    return server.get("/readyz").status == 200


def test_away_at_the_start_never_ends_the_process(start_server, gate):
    gate.cut()
    server = start_server({"DATABASE_URL": gate.url})
    assert server.get("/livez").status == 200
    ready = server.get("/readyz")
    assert (ready.status, ready.json()["code"]) == (503, "unavailable") and "Retry-After" in ready.headers
    begin = time.monotonic()
    answer = server.get("/api/tasks", user="alice")
    assert answer.status == 503 and 5 < time.monotonic() - begin < 13
    gate.open()
    wait_until(lambda: is_ready(server))
    assert server.post("/api/tasks", {"title": "x"}, user="alice").status == 201


def test_asleep_as_neon_costs_only_the_wait(start_server, gate):
    server = start_server({"DATABASE_URL": gate.url})
    wait_until(lambda: is_ready(server))
    gate.hold()
    gate.drop()  # idle connections are gone, and new ones take seconds
    timer = threading.Timer(3, gate.open)
    begin = time.monotonic()
    timer.start()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda i: server.post("/api/tasks", {"title": str(i)}, user=f"u{i}"), range(8)))
    assert {a.status for a in answers} == {201} and 2.5 < time.monotonic() - begin < 12
    timer.join()


def test_dropped_idle_connections_are_not_noticed(start_server, gate):
    server = start_server({"DATABASE_URL": gate.url})
    client = TodoClient(server.url)
    wait_until(lambda: is_ready(server))
    for _ in range(5):
        task = client.create()
        gate.drop()
        assert client.get(task).json == task
        gate.drop()
        assert client.list()
    client.close()


def test_cut_under_load_loses_nothing_acknowledged(start_server, gate):
    server = start_server({"DATABASE_URL": gate.url})
    wait_until(lambda: is_ready(server))
    stop, created, statuses = threading.Event(), set(), set()

    def work(number):
        client = TodoClient(server.url, f"worker-{number}")
        while not stop.is_set():
            answer = client.request("POST", client.tasks, {"title": "x"})
            statuses.add(answer.status)
            if answer.status == 201:
                created.add((client.user, answer.json["id"]))
        client.close()

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for number in range(8):
            pool.submit(work, number)
        for _ in range(10):
            before = len(created)
            wait_until(lambda: len(created) > before + 50)
            gate.drop()
        stop.set()
    assert statuses <= {201, 503} and len(created) > 500
    found = set()
    for number in range(8):
        client = TodoClient(server.url, f"worker-{number}")
        for page in client.pages("?limit=1000"):
            found |= {(client.user, task["id"]) for task in page}
        client.close()
    assert found >= created


def test_a_wrong_password_is_told_in_the_log_and_not_to_clients(start_server, postgres_url):
    parts = urllib.parse.urlsplit(postgres_url)
    url = parts._replace(netloc=f"{parts.username}:wrong-secret@{parts.hostname}:{parts.port}").geturl()
    server = start_server({"DATABASE_URL": url})
    ready = server.get("/readyz")
    assert ready.status == 503 and "password" not in ready.body.decode()
    wait_until(lambda: "password" in server.output())
    assert "wrong-secret" not in server.output()


def test_through_pgbouncer_in_transaction_mode(start_server, postgres_url):
    import os
    bouncer = urllib.parse.urlsplit(os.environ["TODOD_TEST_PGBOUNCER"])
    url = bouncer._replace(path=urllib.parse.urlsplit(postgres_url).path).geturl()
    server = start_server({"DATABASE_URL": url + ("&" if "?" in url else "?") + "pgbouncer=true&connection_limit=5"})
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        def life(i):
            client = TodoClient(server.url, f"user-{i % 4}")
            task = client.create(str(i))
            done = client.request("PATCH", client.at(task) + "/complete", {"completed": True})
            assert done.json["completed"] and client.list() and client.get(task).json == done.json
            assert client.request("DELETE", client.at(task)).status == 204
            client.close()
        for future in [pool.submit(life, i) for i in range(100)]:
            future.result()
