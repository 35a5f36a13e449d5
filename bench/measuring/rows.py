# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Rows as todod would have written them, straight into a stopped server's database: a million in seconds instead of minutes.

A user of more than 256 tasks is `large`: his tasks stand in the sort indexes (docs/adr/0004 and 0005). Users and tasks are
numbered; a task's id tells its number, so that a request can name it, and grows with it, as todod's own do. One task in ten is
completed.
"""
import contextlib
import hashlib
import sqlite3
import uuid

from measuring.server import psql

SMALL_USER_TASKS_MAX = 256
FIRST_TIME_MS = 1_767_225_600_000  # 2026-01-01; each task is a second after the one before
ID_PREFIX = 0x0199_A1F2_7B1C_7000_8000


def task_id(number):
    return str(uuid.UUID(int=(ID_PREFIX << 48) | number))


def add_tasks(server, user, count):
    """One user with `count` tasks."""
    large = count > SMALL_USER_TASKS_MAX
    if server.url:
        psql(f"insert into users (id, created_at, indexing) values ('{user}', now(), {2 if large else 0})",
             f"""insert into tasks (user_id, id, title, description, created_at, updated_at, completed_at, version, sort_status, sort_updated_at)
                 select '{user}', ('0199a1f2-7b1c-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
                        md5(number::text) || ' is to do', 'What there is to say about task ' || number, at, at,
                        case when number % 10 = 0 then at end, 1,
                        {'(number % 10 = 0)::int, at' if large else 'null, null'}
                 from (select number, timestamptz '2026-01-01Z' + number * interval '1 second' as at
                       from generate_series(0, {count - 1}) as number) as made""", url=server.url)
        return
    with writing(server) as database:
        owner = database.execute("insert into users (id, indexed) values (?, ?) returning number", (user, int(large))).fetchone()[0]
        database.executemany(INSERT_TASK, (sqlite_row(owner, number, large) for number in range(count)))


def add_users(server, first, end):
    """Users user-<first> to user-<end - 1>, each with task number 0 alone."""
    if server.url:
        psql(f"insert into users (id, created_at) select 'user-' || number, now() from generate_series({first}, {end - 1}) as number",
             f"""insert into tasks (user_id, id, title, created_at, updated_at, version)
                 select 'user-' || number, '{task_id(0)}', 'The only task', now(), now(), 1
                 from generate_series({first}, {end - 1}) as number""", url=server.url)
        return
    with writing(server) as database:
        before = database.execute("select coalesce(max(number), 0) from users").fetchone()[0]
        database.executemany("insert into users (number, id) values (?, ?)",
                             ((before + 1 + i, f"user-{first + i}") for i in range(end - first)))
        database.executemany(INSERT_TASK, (sqlite_row(before + 1 + i, 0, False) for i in range(end - first)))


INSERT_TASK = ("insert into tasks (owner, id, created_at, updated_at, completed_at, version, indexed, title, description) "
               "values (?, ?, ?, ?, ?, 1, ?, ?, ?)")


def sqlite_row(owner, number, large):
    at = FIRST_TIME_MS + 1000 * number
    return (owner, uuid.UUID(int=(ID_PREFIX << 48) | number).bytes, at, at, at if number % 10 == 0 else None, int(large),
            hashlib.md5(str(number).encode()).hexdigest() + " is to do", f"What there is to say about task {number}")


@contextlib.contextmanager
def writing(server):
    with contextlib.closing(sqlite3.connect(server.folder / "todod.db", isolation_level=None)) as database:
        database.execute("pragma synchronous = off")
        database.execute("pragma cache_size = -200000")
        database.execute("begin")
        yield database
        database.execute("commit")
        database.execute("pragma wal_checkpoint(truncate)")
