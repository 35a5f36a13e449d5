# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""SQLite on a disk that is full, on files that may not grow, and on files that nobody may write to: refused in time, nothing lost.

A file that may only be read is refused at the start: tests/integration/sqlite/sqlite_file_test.cpp. Under a server that runs,
chmod changes nothing, for it has its files open, and the kernel does not let a file system that is in use become read-only.
"""
import http.client
import os
import resource
import signal
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


def make_immutable(files, yes=True):
    return subprocess.run(["chattr", "+i" if yes else "-i", *files], capture_output=True, text=True, check=False)


@pytest.fixture
def immutable(tmp_path):
    """immutable(files), immutable(files, False): nobody writes to an immutable file, not even root over a descriptor that it
    has open (chattr(1))."""
    probe, touched = tmp_path / "probe", []
    probe.touch()
    if (done := make_immutable([probe])).returncode != 0:
        pytest.skip(f"this user on this file system cannot make files immutable: {done.stderr}")

    def change(files, yes=True):
        touched.extend(files)
        make_immutable(files, yes).check_returncode()

    yield change
    make_immutable([probe, *touched], yes=False)


def test_files_that_become_read_only_refuse_writes_until_they_may_be_written_to(start_server, immutable, tmp_path):
    server = start_server({"DATABASE_URL": f"sqlite:{tmp_path}/todod.db"})
    files = [tmp_path / "todod.db", tmp_path / "todod.db-wal"]
    refuse_and_recover(server, lambda: immutable(files), lambda: immutable(files, False))


def test_a_file_system_that_becomes_read_only_ends_the_process_and_loses_nothing(start_server, immutable, tmp_path):
    """With the index in shared memory (-shm) it is as with a whole file system after an error of its disk: the kernel has no
    other answer than SIGBUS, once it has written the mapped page out. A start is refused until there is something to write to."""
    settings = {"DATABASE_URL": f"sqlite:{tmp_path}/todod.db"}
    server = start_server(settings)
    files = [tmp_path / name for name in ("todod.db", "todod.db-wal", "todod.db-shm")]
    client = TodoClient(server.url)
    created = [client.create(f"task {number}")["id"] for number in range(20)]
    with open(files[-1], "rb") as index:
        os.fsync(index.fileno())
    immutable(files)
    with pytest.raises((OSError, http.client.HTTPException)):
        client.request("GET", "/api/tasks")
    assert server.process.wait(ANSWER_SECONDS_MAX) == -signal.SIGBUS
    assert "can no longer be written to" in server.output()
    refused = server.run("serve")
    assert refused.returncode == 1 and "let this user write to the file" in refused.stderr, refused
    immutable(files, False)
    back = TodoClient(start_server(settings).url, client.user)
    assert sorted(task["id"] for task in back.request("GET", "/api/tasks").json) == sorted(created)
