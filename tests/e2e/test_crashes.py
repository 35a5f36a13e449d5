# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""kill -9 of the server under write load. TODOD_TEST_KILLS says how often (docs/testing.md)."""
import asyncio
import json
import os
import pathlib
import random
import statistics
import time

import pytest
from private_postgres import wait_for
from todo_client import TodoClient
from write_load import WriteLoad

KILLS = int(os.environ.get("TODOD_TEST_KILLS", "6"))
START_SECONDS_MAX = 1


@pytest.fixture(params=["sqlite", "postgres"])
def database(request, tmp_path):
    """The settings that name one database for every start."""
    if request.param == "sqlite":
        return {"DATA_DIR": str(tmp_path / "kept")}
    return {"DATABASE_URL": request.getfixturevalue("postgres_url")}


def seconds_without_processor(pid) -> float:
    """For how long the process's first thread, which starts it, could have run while other programs had the processors: the
    machine's part of a start-up, not todod's (proc(5), schedstat)."""
    return int(pathlib.Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9


def test_kill_9_under_write_load_loses_and_halves_nothing(start_server, database):
    loads, starts = [], []
    for kill in range(KILLS + 1):
        begin = time.monotonic()
        server = start_server(database)
        wait_for(lambda: server.get("/readyz").status == 200, 30, "readiness")
        if kill > 0:  # the first one also makes the schema
            starts.append(time.monotonic() - begin - seconds_without_processor(server.process.pid))
        for load in loads[-1:]:
            load.move(server)
            load.verify()
        if kill == KILLS:
            break
        loads.append(WriteLoad(server, writers=12, pause=0))
        with loads[-1] as load:
            load.wait_for(random.randrange(1, 100))
            server.process.kill()
        server.process.wait()
    for load in loads:  # and what earlier lives wrote is there after all later deaths
        load.move(server)
        load.verify()
    print(f"{KILLS} kills, {sum(load.acknowledged for load in loads)} writes acknowledged, none lost, "
          f"{sum(load.unsure for load in loads)} cut off, none of them half done; "
          f"start-up {statistics.median(starts):.3f} s, at most {max(starts):.3f} s")
    assert max(starts) < START_SECONDS_MAX


def creates_of(client, begin, count) -> bytes:
    """Pipelined; each fills some four pages of a database."""
    bodies = [json.dumps({"title": f"{client.user} {number}", "description": f"{number} " * 2_000}).encode()
              for number in range(begin, begin + count)]
    return b"".join(f"POST {client.tasks} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {client.token}\r\n"
                    f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body for body in bodies)


async def create_until_killed(client, acknowledged):
    """Adds what was answered 201 to `acknowledged`."""
    reader, writer = await asyncio.open_connection(client.host, client.port)
    try:
        for begin in range(0, 1_000, 8):
            writer.write(creates_of(client, begin, 8))
            for _ in range(8):
                head = await reader.readuntil(b"\r\n\r\n")
                assert head.startswith(b"HTTP/1.1 201 "), head
                task = json.loads(await reader.readexactly(int(head.lower().split(b"content-length: ")[1].split(b"\r")[0])))
                acknowledged[task["id"]] = task
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def kill_at(server, log, size, clients, acknowledged):
    """Once SQLite's write-ahead log is `size` bytes long."""
    creating = [asyncio.create_task(create_until_killed(*each)) for each in zip(clients, acknowledged)]
    while log.stat().st_size < size:
        assert not all(task.done() for task in creating), f"the log has only {log.stat().st_size} bytes"
        await asyncio.sleep(0.001)
    server.process.kill()
    await asyncio.gather(*creating)


@pytest.mark.parametrize("kill", range(max(1, KILLS // 6)))
def test_kill_9_with_a_long_write_ahead_log_loses_nothing(start_server, tmp_path, kill):
    """Where many write at once it is copied seldom (ADR 0004), so that a start finds up to 16,000 pages in it."""
    database = {"DATA_DIR": str(tmp_path / f"kept-{kill}")}
    server = start_server(database)
    wait_for(lambda: server.get("/readyz").status == 200, 30, "readiness")
    clients = [TodoClient(server.url) for _ in range(64)]
    acknowledged = [{} for _ in clients]
    log = pathlib.Path(database["DATA_DIR"]) / "todod.db-wal"
    asyncio.run(kill_at(server, log, random.randrange(20, 60) * 2**20, clients, acknowledged))
    server.process.wait()
    pages = log.stat().st_size // 4096
    begin = time.monotonic()
    server = start_server(database)
    wait_for(lambda: server.get("/readyz").status == 200, 30, "readiness")
    start = time.monotonic() - begin - seconds_without_processor(server.process.pid)
    for client, expected in zip(clients, acknowledged):
        client.port = server.port
        found = {task["id"]: task for task in client.request("GET", f"{client.tasks}?limit=1000").json}
        client.close()
        lost = [task["title"] for task_id, task in expected.items() if found.get(task_id) != task]
        assert not lost, f"{client.user} lost {lost}"
    print(f"{sum(map(len, acknowledged))} creates acknowledged, none lost; {pages} pages in the log, start-up {start:.3f} s")
    assert start < START_SECONDS_MAX


@pytest.mark.parametrize("path, method, body", [
    ("/{id}", "DELETE", None), ("/{id}", "PATCH", {"title": "else"}), ("/{id}/complete", "PATCH", None),
    ("", "POST", {"title": "nobody's"})], ids=["lost", "changed", "toggled", "too many"])
def test_what_the_writers_did_not_do_is_noticed(server, path, method, body):
    with WriteLoad(server, writers=1) as load:
        load.wait_for(10)
    load.verify()
    writer = load.writers[0]
    writer.create()  # the load may have deleted all of its own
    writer.send(method, path.format(id=next(iter(writer.known))), body)
    with pytest.raises(AssertionError, match="lost or wrong|nobody wrote it"):
        load.verify()
