# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""One user's flood is that user's alone, and what the headers say of it is true. Longer, with the figures on the screen:

    TODOD_TEST_SCALE=5 python3 -m pytest -s tests/e2e/test_overload.py
"""
import os
import re
import statistics
import threading
import time

from open_loop import Load
from todo_client import TodoClient

SCALE = int(os.environ.get("TODOD_TEST_SCALE", "1"))
LIMIT = 50


def list_request(server, user):
    return (f"GET /api/tasks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.token(user)}\r\n\r\n").encode()


def test_one_users_flood_is_that_users_alone(start_server):
    server = start_server({"RATE_LIMIT": str(LIMIT), "LOG_LEVEL": "warn"})
    others = [TodoClient(server.url, f"other-{number}") for number in range(10)]
    tasks = [other.create("mine") for other in others]
    stop, waits, statuses = threading.Event(), [], []

    def live():
        while not stop.is_set():
            for other, task in zip(others, tasks, strict=True):
                began = time.monotonic()
                statuses.append(other.get(task).status)
                waits.append(time.monotonic() - began)
            time.sleep(0.05)  # 20 requests per second and user: below the limit

    thread = threading.Thread(target=live)
    thread.start()
    load = Load(server)
    try:
        flood = load.open_loop([list_request(server, "greedy")], 20 * LIMIT, 3 * SCALE)
    finally:
        stop.set()
        thread.join()
        load.close()
    p99 = statistics.quantiles(waits, n=100)[98]
    print(f"\nflood {flood}\nothers' p99 {1000 * p99:.1f} ms", end="")
    assert set(statuses) == {200} and p99 < 0.25
    assert set(flood.statuses) == {200, 429} and flood.without_retry_after == 0
    burst = 2 * LIMIT
    assert burst <= flood.served <= burst + LIMIT * flood.seconds + 1


def test_rate_limit_headers_are_true(start_server):
    """After as long as Retry-After and t say, as many requests as the policy names are answered."""
    server = start_server({"RATE_LIMIT": str(LIMIT), "LOG_LEVEL": "warn"})
    client = TodoClient(server.url, "alice")
    while (refused := client.request("GET", client.tasks)).status == 200:
        pass
    assert refused.status == 429 and refused.code == "rate_limited"
    left, seconds = map(int, re.fullmatch(r'"default";r=(\d+);t=(\d+)', refused.headers["RateLimit"]).groups())
    quota, window = map(int, re.fullmatch(r'"default";q=(\d+);w=(\d+)', refused.headers["RateLimit-Policy"]).groups())
    assert (left, quota, window) == (0, LIMIT, 1) and int(refused.headers["Retry-After"]) == seconds >= 1
    time.sleep(seconds)  # what is tested is that this long is long enough
    assert {client.request("GET", client.tasks).status for _ in range(quota)} == {200}
    assert TodoClient(server.url, "bob").request("GET", "/api/tasks").status == 200
