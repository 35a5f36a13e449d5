# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""todod backup and todod restore: online, verified, whole or not at all, and never over a file that is there."""
import concurrent.futures
import ctypes
import errno
import hashlib
import os
import platform
import random
import re
import resource
import signal
import sqlite3
import stat
import struct
import subprocess
import threading
import time

import pytest
from todo_client import TodoClient

KILLS = 12
SEED = int(os.environ.get("TODOD_TEST_SEED", random.randrange(2**32)))


@pytest.fixture
def filled(start_server):
    """A server with 200 tasks of four users, that shall be stopped by whoever wants to restore."""
    server = start_server({"LOG_LEVEL": "warn"})
    server.database = server.folder / "data" / "todod.db"
    for number in range(4):
        client = TodoClient(server.url, f"user-{number}")
        for i in range(50):
            client.create(f"task {i}", description="d" * 500)
        client.close()
    return server


def restart(start_server, server):
    return start_server({"DATA_DIR": server.env["DATA_DIR"], "LOG_LEVEL": "warn"})


def tasks_in(file) -> set:
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        return {f"{id.hex()[:8]}-{id.hex()[8:12]}-{id.hex()[12:16]}-{id.hex()[16:20]}-{id.hex()[20:]}"
                for (id,) in db.execute("select id from tasks")}


def digest(file) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def left_over(folder):
    return [path.name for path in folder.iterdir() if "partial" in path.name]


def test_a_backup_under_load_holds_all_that_was_acknowledged(filled):
    acknowledged, stop = set(), threading.Event()

    def work(number):
        client = TodoClient(filled.url, f"worker-{number}")
        while not stop.is_set():
            acknowledged.add(client.create("under load")["id"])
        client.close()

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for number in range(4):
            pool.submit(work, number)
        for number in range(5):
            size = len(acknowledged)
            while len(acknowledged) < size + 100:
                time.sleep(0.001)
            before = set(acknowledged)
            done = filled.run("backup", f"{number}.db")
            assert done.returncode == 0, done.stderr
            found = tasks_in(filled.folder / f"{number}.db")
            assert before <= found and f"and {len(found)} tasks, schema" in done.stdout, done.stdout
        stop.set()
    assert stat.S_IMODE((filled.folder / "0.db").stat().st_mode) == 0o600
    assert sorted(path.name for path in filled.folder.glob("0.db*")) == ["0.db"]  # one plain file
    assert filled.get("/readyz").status == 200


def test_a_file_that_is_there_is_left_alone(filled):
    kept = filled.folder / "kept.db"
    kept.write_text("something else")
    done = filled.run("backup", kept)
    assert done.returncode == 1 and str(kept) in done.stderr and "left alone" in done.stderr
    assert kept.read_text() == "something else" and not left_over(filled.folder)
    # The database's own name, and names in folders that are not there, cannot be taken either.
    assert filled.run("backup", filled.database).returncode == 1
    done = filled.run("backup", filled.folder / "no" / "such" / "folder.db")
    assert done.returncode == 1 and "No such file or directory" in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_restore_waits_for_no_server_but_refuses(filled):
    assert filled.run("backup", "b.db").returncode == 0
    done = filled.run("restore", "b.db")
    assert done.returncode == 1 and "in use" in done.stderr and str(filled.process.pid) in done.stderr
    assert len(TodoClient(filled.url, "user-1").list()) == 50


def test_a_restore_brings_back_what_was_and_keeps_what_is(filled, start_server):
    client = TodoClient(filled.url, "user-0")
    before = client.list()
    assert filled.run("backup", "b.db").returncode == 0
    for task in before:
        assert client.request("DELETE", client.at(task)).status == 204
    later = client.create("later")
    assert filled.stop() == 0
    done = filled.run("restore", "b.db")
    assert done.returncode == 0 and "4 users and 200 tasks" in done.stdout, done.stderr
    kept = filled.folder / re.search(r"kept as (\S+)", done.stdout)[1]
    assert tasks_in(kept) - tasks_in(filled.database) == {later["id"]}
    assert stat.S_IMODE(filled.database.stat().st_mode) == 0o600 and not left_over(filled.database.parent)
    again = restart(start_server, filled)
    assert TodoClient(again.url, "user-0").list() == before
    assert TodoClient(again.url, "user-0").create("goes on")["version"] == 1


def test_a_restore_keeps_what_is_byte_for_byte(filled):
    assert filled.run("backup", "b.db").returncode == 0
    assert filled.stop() == 0
    for _ in range(2):  # as the server left it, then as the first restore did
        before = digest(filled.database)
        done = filled.run("restore", "b.db")
        assert done.returncode == 0, done.stderr
        kept = filled.folder / re.search(r"kept as (\S+)", done.stdout)[1]
        assert digest(kept) == before and not kept.with_name(kept.name + "-journal").exists()
        kept.unlink()  # two within a second would have one name


def test_a_restore_makes_a_database_where_there_is_none(filled, start_server, tmp_path):
    assert filled.run("backup", tmp_path / "b.db").returncode == 0
    filled.env["DATA_DIR"] = str(tmp_path / "new")
    done = filled.run("restore", tmp_path / "b.db")
    assert done.returncode == 0 and "kept" not in done.stdout, done.stderr
    assert len(TodoClient(restart(start_server, filled).url, "user-3").list()) == 50


def damaged_copies(backup):
    """Files that must not be restored, each with a word of what is said about it."""
    whole = backup.read_bytes()
    page = 4096 * (len(whole) // 4096 // 2)
    yield "flipped.db", whole[:page] + bytes(4096) + whole[page + 4096:], ""
    yield "cut.db", whole[:len(whole) // 2], ""
    yield "text.db", b"not a database at all" * 400, "not a database"
    yield "empty.db", b"", "no tasks of todod"
    for name, sql, word in (("newer.db", "insert into schema_migrations values (9999, '9999_future', 'x', 0)", "9999_future"),
                            ("changed.db", "update schema_migrations set checksum = 'x'", "another build"),
                            ("others.db", "drop table schema_migrations", "no tasks of todod"),
                            ("orphans.db", "pragma foreign_keys = off; delete from users where id = 'user-1'", "without their user")):
        copy = backup.with_name(name)
        copy.write_bytes(whole)
        with sqlite3.connect(copy) as db:
            db.executescript(sql)
        yield name, copy.read_bytes(), word


def test_what_is_no_whole_backup_is_refused(filled):
    assert filled.run("backup", "b.db").returncode == 0
    assert filled.stop() == 0
    before = digest(filled.database)
    for name, content, word in damaged_copies(filled.folder / "b.db"):
        copy = filled.folder / name
        copy.write_bytes(content)
        done = filled.run("restore", name)
        assert done.returncode == 1 and word in done.stderr, (name, done)
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert digest(filled.database) == before and not left_over(filled.database.parent), name
    assert "no such backup" in filled.run("restore", "nothing.db").stderr
    assert "one file" in filled.run("restore", filled.database).stderr
    assert digest(filled.database) == before


def test_a_damaged_database_is_not_backed_up_but_can_be_restored(filled, start_server):
    assert filled.run("backup", "b.db").returncode == 0
    assert filled.stop() == 0
    content = b"x" * filled.database.stat().st_size
    filled.database.write_bytes(content)
    filled.database.with_name("todod.db-wal").write_bytes(b"what is left of a WAL")
    done = filled.run("backup", "damaged.db")
    assert done.returncode == 1 and not (filled.folder / "damaged.db").exists() and not left_over(filled.folder)
    done = filled.run("restore", "b.db")
    assert done.returncode == 0, done.stderr
    kept = filled.folder / re.search(r"kept as (\S+)", done.stdout)[1]
    assert kept.read_bytes() == content and kept.with_name(f"{kept.name}-wal").read_bytes() == b"what is left of a WAL"
    assert len(TodoClient(restart(start_server, filled).url, "user-2").list()) == 50


def test_a_full_disk_leaves_nothing_behind(filled):
    def small_disk():  # every write beyond 64 KiB fails, as on a disk that is full
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))

    done = filled.run("backup", "b.db", preexec_fn=small_disk)
    assert done.returncode == 1 and "cannot back up" in done.stderr, done
    assert not list(filled.folder.glob("b.db*"))
    assert filled.run("backup", "b.db").returncode == 0
    assert filled.stop() == 0
    before = digest(filled.database)
    done = filled.run("restore", "b.db", preexec_fn=small_disk)
    assert done.returncode == 1 and digest(filled.database) == before and not left_over(filled.database.parent)


class kill_after:
    """Kills `process` after `seconds` unless it ended."""

    def __init__(self, process, seconds):
        self.timer = threading.Timer(seconds, process.kill)

    def __enter__(self):
        self.timer.start()

    def __exit__(self, *_):
        self.timer.cancel()
        self.timer.join()


def test_a_kill_at_any_moment_leaves_whole_files(filled):
    """KILLS kills of each: the backup is whole or not there; the database is the old one or the restored one."""
    chance = random.Random(SEED)
    assert filled.run("backup", "b.db").returncode == 0
    old = tasks_in(filled.folder / "b.db")
    client = TodoClient(filled.url, "user-0")
    client.create("not in the backup")
    assert filled.stop() == 0
    began = time.monotonic()
    assert filled.run("check").returncode == 0
    usual = time.monotonic() - began
    for command in ("backup", "restore"):
        kills, latest = 0, 2 * usual
        for number in range(20 * KILLS):
            path = f"k{number}.db" if command == "backup" else "b.db"
            process = subprocess.Popen([filled.binary, command, path], env=filled.env, cwd=filled.folder,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            with kill_after(process, chance.uniform(0, latest)):
                _, told = process.communicate()
            assert process.returncode in (0, -signal.SIGKILL), told
            held = tasks_in(filled.database)
            assert old <= held and len(held) <= len(old) + 1, f"seed {SEED}"
            if command == "backup" and (filled.folder / path).exists():
                assert tasks_in(filled.folder / path) == held, f"seed {SEED}"
            kills += process.returncode == -signal.SIGKILL
            if kills == KILLS:
                break
            if process.returncode == 0:  # faster than thought
                latest *= 0.9
        assert kills == KILLS, f"{command}: seed {SEED}"


def refuse_links():
    """For this process and those it becomes, as on FAT, exFAT and many network shares (seccomp(2))."""
    numbers = {"x86_64": (86, 265), "aarch64": (37,)}[platform.machine()]  # link, linkat
    load_number, jump_if_equal, leave = 0x20, 0x15, 0x06
    steps = [(load_number, 0, 0, 0)]
    steps += [(jump_if_equal, len(numbers) - place, 0, number) for place, number in enumerate(numbers)]
    steps += [(leave, 0, 0, 0x7FFF0000), (leave, 0, 0, 0x00050000 | errno.EPERM)]
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    call = ctypes.CDLL(None, use_errno=True).prctl
    assert call(38, 1, 0, 0, 0) == 0  # PR_SET_NO_NEW_PRIVS
    header = ctypes.create_string_buffer(struct.pack("HL", len(steps), ctypes.addressof(program)))
    assert call(22, 2, header, 0, 0) == 0, os.strerror(ctypes.get_errno())  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER


class names_that_went:
    """From a folder, while the block ran: moved away or deleted (inotify(7))."""

    def __init__(self, folder):
        libc = ctypes.CDLL(None)
        self.events, self.names = libc.inotify_init1(os.O_NONBLOCK), []
        assert libc.inotify_add_watch(self.events, bytes(folder), 0x40 | 0x200) == 1  # IN_MOVED_FROM, IN_DELETE

    def __enter__(self):
        return self.names

    def __exit__(self, *_):
        told = os.read(self.events, 65536)
        os.close(self.events)
        while told:
            length = struct.unpack("iIII", told[:16])[3]
            self.names.append(told[16:16 + length].rstrip(b"\0").decode())
            told = told[16 + length:]


def test_a_database_is_there_at_every_moment_also_without_links(filled):
    assert filled.run("backup", "b.db").returncode == 0
    assert filled.stop() == 0
    before = digest(filled.database)
    with names_that_went(filled.database.parent) as went:
        done = filled.run("restore", "b.db", preexec_fn=refuse_links)
    assert done.returncode == 0, done.stderr
    kept = filled.folder / re.search(r"kept as (\S+)", done.stdout)[1]
    assert digest(kept) == before and stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert tasks_in(filled.database) == tasks_in(filled.folder / "b.db") and not left_over(filled.database.parent)
    assert any("partial" in name for name in went) and filled.database.name not in went


def test_postgresql_has_tools_of_its_own(server, postgres_url):
    server.env["DATABASE_URL"] = postgres_url
    password = re.search(r":([^:@/]+)@", postgres_url)[1]
    for command, tool in (("backup", "pg_dump"), ("restore", "pg_restore")):
        done = server.run(command, "b.db")
        assert done.returncode == 1 and tool in done.stderr and password not in done.stderr, done
        assert len(done.stderr.splitlines()) == 1 and not (server.folder / "b.db").exists()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_path_is_needed(server, command):
    done = server.run(command)
    assert done.returncode == 64 and "PATH" in done.stderr
