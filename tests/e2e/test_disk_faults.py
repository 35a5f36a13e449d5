# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""SQLite on a disk that is full and on files that may not grow: refused in time, nothing lost.

A file that may only be read is refused at the start: tests/integration/sqlite/sqlite_file_test.cpp.
"""
import os
import resource
import subprocess
import time

import pytest
from private_postgres import wait_for
from todo_client import TodoClient
from write_load import WriteLoad

DISK_BYTES = 4 << 20
BACK_SECONDS_MAX = 2
ANSWER_SECONDS_MAX = 5
REFUSALS = 200


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own, in memory."""
    if os.getuid() != 0:
        pytest.skip("only root may mount the small disk that this test fills")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", disk], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        pytest.skip(f"this machine does not let its root mount the small disk that this test fills: {done.stderr}")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def refusals(load, since):
    return [one for one in load.tries(since) if one.status >= 400]


def refuse_and_recover(server, begin, end) -> WriteLoad:
    """Load before, during and after: `begin` makes writes fail, `end` lets them pass again."""
    with WriteLoad(server, writers=4) as load:
        load.wait_for(50)
        begun = time.monotonic()
        begin()
        wait_for(lambda: len(refusals(load, begun)) >= REFUSALS, 30, "refusals")
        reader = TodoClient(server.url, load.writers[0].user)
        assert reader.request("GET", "/api/tasks").status == 200  # reads go on
        reader.close()
        ended = time.monotonic()
        end()
        back = load.seconds_until_all_write(ended)
        load.wait_for(50)
    slowest, refused = max(one.seconds for one in load.tries(since=begun)), refusals(load, begun)
    print(f"{load.acknowledged} writes acknowledged, none lost; {len(refused)} refused; slowest answer {slowest:.2f} s; "
          f"back {back:.2f} s after the cause")
    load.verify()
    assert {(one.status, one.code) for one in refused} == {(503, "unavailable")}
    assert slowest < ANSWER_SECONDS_MAX and back < BACK_SECONDS_MAX
    return load


def test_a_full_disk_refuses_writes_until_there_is_room(start_server, small_disk):
    server = start_server({"DATABASE_URL": f"sqlite:{small_disk}/todod.db"})
    filler = small_disk / "filler"

    def fill():
        with open(filler, "wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
            while True:
                file.write(bytes(4096))

    load = refuse_and_recover(server, fill, filler.unlink)
    server.process.kill()  # and what was acknowledged on the full disk outlives a crash
    server.process.wait()
    load.move(start_server({"DATABASE_URL": f"sqlite:{small_disk}/todod.db"}))
    load.verify()


def test_files_that_may_not_grow_refuse_writes_until_they_may(start_server):
    """RLIMIT_FSIZE, as a service's LimitFSIZE: the kernel also sends SIGXFSZ, which ends a process that does not expect it."""
    server = start_server()
    pid = server.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    refuse_and_recover(server, lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, before[1])),
                       lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, before))

