# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""kill -9 of the server under write load. TODOD_TEST_KILLS says how often (docs/testing.md)."""
import os
import pathlib
import random
import statistics
import time

import pytest
from private_postgres import wait_for
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
