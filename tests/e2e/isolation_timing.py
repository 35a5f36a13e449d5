#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Does the time of a 404 tell whether the task is another user's? Also a command, of its own server:

    tests/e2e/isolation_timing.py [PAIRS]      against SQLite, or $DATABASE_URL; the binary is $TODOD_BINARY, else build/todod
"""
import os
import pathlib
import random
import statistics
import sys
import time
import uuid

from raw_http import RawConnection, request, status_of
from todo_client import TodoClient
from todod_process import Server, hs256_token

TASKS = 50
KINDS = {"read": ("GET", "", None), "change": ("PATCH", "", b'{"title":"x"}'), "delete": ("DELETE", "", None),
         "complete": ("PATCH", "/complete", b'{"completed":true}')}


def chance_that_first_is_slower(first, second) -> float:
    """Of two random times, one of each (Mann and Whitney's U): 0.5 tells nothing, 0 or 1 tells all."""
    ranked = sorted([(value, 0) for value in first] + [(value, 1) for value in second])
    ranks = sum(rank for rank, (_, side) in enumerate(ranked, 1) if side == 0)
    return (ranks - len(first) * (len(first) + 1) / 2) / (len(first) * len(second))


def measure(server, kind: str, pairs: int):
    """Seconds of `pairs` answers about another user's tasks, and about tasks that never were, in random order."""
    method, suffix, body = KINDS[kind]
    owner = TodoClient(server.url)
    ids = [owner.create(f"task {number}")["id"] for number in range(TASKS)]
    owner.close()
    headers = {"Authorization": f"Bearer {hs256_token(f'asker-{uuid.uuid4()}')}", "X-Request-Id": "same"}
    if body:
        headers["Content-Type"] = "application/json"
    times = {True: [], False: []}
    connection = RawConnection(server.host, server.port)
    for _ in range(pairs):
        taken = random.choice(ids)
        free = taken[:24] + f"{random.getrandbits(48):012x}"  # made at the same time
        for is_taken in random.sample((True, False), 2):
            sent = request(method, f"/api/tasks/{taken if is_taken else free}{suffix}", headers, body)
            begin = time.perf_counter()
            answer = connection.exchange(sent)
            times[is_taken].append(time.perf_counter() - begin)
            assert status_of(answer) == 404, answer
    connection.close()
    return times[True], times[False]


def main(pairs=20_000):
    repository = pathlib.Path(__file__).resolve().parents[2]
    env = {"LOG_LEVEL": "warn", **({"DATABASE_URL": os.environ["DATABASE_URL"]} if "DATABASE_URL" in os.environ else {})}
    server = Server(pathlib.Path(os.environ.get("TODOD_BINARY", repository / "build" / "todod")).resolve(), env)
    try:
        server.wait_until_listening()
        for kind in KINDS:
            theirs, nobodys = measure(server, kind, pairs)
            told = chance_that_first_is_slower(theirs, nobodys)
            print(f"{kind:9} {pairs} pairs, medians: not yours {statistics.median(theirs) * 1e6:.1f} µs, not there "
                  f"{statistics.median(nobodys) * 1e6:.1f} µs; which of two is which can be guessed with "
                  f"{100 * max(told, 1 - told):.1f} % (50 % is pure chance)")
    finally:
        server.finish()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
