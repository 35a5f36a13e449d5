# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Databases of every schema there ever was, with data, come to that of the day and keep all of it; a replica serves on
while another one migrates."""
import concurrent.futures
import contextlib
import itertools
import json
import pathlib
import sqlite3
import subprocess
import threading
import time

import pytest
from todo_client import TodoClient

SCHEMAS = sorted((pathlib.Path(__file__).parents[1] / "schemas").glob("[0-9]*"))
LOCK = 499967421284  # what migrations of todod lock: src/database/postgres/migrator.cpp


def psql(url, *arguments):
    done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", *arguments, url], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_migration_has_a_recorded_database(repository):
    """A new migration: tests/support/with_postgres tests/schemas/record"""
    numbers = {path.name[:4] for path in (repository / "migrations").glob("*/*.sql")}
    assert sorted(numbers) == [folder.name for folder in SCHEMAS] and numbers


def newest(repository, backend):
    return len(list((repository / "migrations" / backend).glob("*.sql")))


def check_contents(server, recorded):
    """Every task as it was, by list and by id; and what is stored beside it still works."""
    for user, tasks in recorded.items():
        client = TodoClient(server.url, user)
        assert client.list() == tasks, user
        pending = [task for task in tasks if not task["completed"]]
        assert client.list("?status=pending") == pending
        assert client.list("?sort=title&limit=1000") == sorted(tasks, key=lambda task: (task["title"], task["id"]))
        for task in tasks[:10]:
            assert client.get(task).json == task
        client.close()
    alice = TodoClient(server.url, "alice")
    replay = alice.request("POST", alice.tasks, {"title": "With a key"}, {"Idempotency-Key": "key-1"})
    assert replay.status == 201 and replay.headers["Idempotency-Replayed"] == "true"
    assert replay.json in recorded["alice"]
    task = recorded["alice"][0]
    assert alice.request("PATCH", alice.at(task), {"title": "Still writable"}).json["version"] == task["version"] + 1


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda folder: folder.name)
def test_a_recorded_sqlite_database_keeps_everything(start_server, repository, tmp_path, schema):
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with sqlite3.connect(data / "todod.db") as db:
        db.executescript((schema / "sqlite.sql").read_text())
    db.close()
    server = start_server({"DATA_DIR": str(data)})
    assert f"schema {newest(repository, 'sqlite')} of" in server.run("check").stdout
    check_contents(server, json.loads((schema / "tasks.json").read_text())["sqlite"])
    with contextlib.closing(sqlite3.connect(f"file:{data}/todod.db?mode=ro", uri=True)) as db:
        rows = db.execute("""select users.id, users.indexed, tasks.indexed, created_at from users
                             join tasks on owner = number order by owner, tasks.id""").fetchall()
    for user, own in itertools.groupby(rows, key=lambda row: row[0]):  # docs/adr/0004-sqlite-indexes.md
        _, of_user, of_tasks, created = zip(*own)
        wanted = 1 if len(created) > 256 else 2 if list(created) != sorted(created) else 0
        assert {*of_user, *of_tasks} == {wanted}, user
    assert {row[1] for row in rows} == {0, 1, 2}
    done = server.run("backup", tmp_path / "after.db")  # which looks for damage
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda folder: folder.name)
def test_a_recorded_postgresql_database_keeps_everything(start_server, repository, postgres_url, schema):
    psql(postgres_url, "-f", schema / "postgres.sql")
    server = start_server({"DATABASE_URL": postgres_url})
    assert server.get("/readyz").status == 200
    assert f"schema {newest(repository, 'postgres')} of" in server.run("check").stdout
    check_contents(server, json.loads((schema / "tasks.json").read_text())["postgres"])


def migrate_as_a_newer_todod(url, number):
    """What the next release's migrator would run: one transaction under the lock, an additive change, its record."""
    psql(url, "-c", f"""
        begin;
        set local lock_timeout = 0;
        select pg_advisory_xact_lock({LOCK});
        alter table tasks add column note text;
        create index tasks_by_note on tasks (user_id, note) where note is not null;
        insert into schema_migrations (number, name, checksum) values ({number}, '{number:04}_note', 'x');
        commit""")


@contextlib.contextmanager
def load(replicas):
    """Four clients of the replicas, of whom no request may fail or wait 5 s; yields wait_for_more(count of rounds)."""
    stop, waits = threading.Event(), []

    def work(number):
        client = TodoClient(replicas[number % len(replicas)].url, f"worker-{number}")
        while not stop.is_set():
            began = time.monotonic()
            task = client.create("under way")
            done = client.request("PATCH", client.at(task) + "/complete", {"completed": True})
            assert (done.status, client.get(task).json) == (200, done.json)
            waits.append(time.monotonic() - began)
        client.close()

    def wait_for_more(count):
        size, deadline = len(waits), time.monotonic() + 30
        while len(waits) < size + count and not any(each.done() for each in running):  # who is done has failed
            assert time.monotonic() < deadline, "the replicas stopped serving"
            time.sleep(0.005)

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        running = [pool.submit(work, number) for number in range(4)]
        try:
            yield wait_for_more
        finally:
            stop.set()
        for each in running:
            each.result()
    assert max(waits) < 5


def test_replicas_serve_on_while_a_newer_one_migrates(start_server, repository, postgres_url):
    """Two versions over one migration: no request fails, none waits long, and the older version goes on after it, also
    over connections that it makes anew; only a start of the older one is refused."""
    replicas = [start_server({"DATABASE_URL": postgres_url}) for _ in range(2)]
    with load(replicas) as wait_for_more:
        wait_for_more(50)
        migrate_as_a_newer_todod(postgres_url, newest(repository, "postgres") + 1)
        wait_for_more(50)
    others = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    gone = psql(postgres_url, "-c", f"select string_agg(pid::text, ',') {others}")
    psql(postgres_url, "-c", f"select pg_terminate_backend(pid) {others}")
    deadline = time.monotonic() + 30
    while (psql(postgres_url, "-c", f"select count(*) {others} and pid in ({gone})") != "0"
           or not all(replica.get("/readyz").status == 200 for replica in replicas)):
        assert time.monotonic() < deadline
    with load(replicas) as wait_for_more:
        wait_for_more(50)
    late = replicas[0].run("serve")
    assert late.returncode == 1 and "newer todod" in late.stderr, late
