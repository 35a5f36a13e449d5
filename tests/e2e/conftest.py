# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The shipped binary as a fixture: every end-to-end test starts its own, on a port and a folder of its own.

    def test_create(server):
        answer = server.post("/api/tasks", {"title": "Buy milk"}, user="alice")
        assert answer.status == 201

    def test_setting(start_server):
        server = start_server(env={"RATE_LIMIT": "0"})

The binary is $TODOD_BINARY, else build/todod.
"""
import contextlib
import os
import pathlib
import subprocess
import sys
import uuid

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import private_postgres  # noqa: E402
from todo_client import TodoClient  # noqa: E402
from todod_process import Server  # noqa: E402


@pytest.fixture(scope="session")
def repository() -> pathlib.Path:
    """The root of the source tree."""
    return pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def binary(repository) -> pathlib.Path:
    path = pathlib.Path(os.environ.get("TODOD_BINARY", repository / "build" / "todod"))
    if not path.is_file():
        pytest.fail(f"{path} is missing: build it (cmake --preset release && cmake --build build), or set TODOD_BINARY")
    return path.resolve()


@pytest.fixture
def start_server(binary):
    """start_server(env={...}, args=[...]) -> Server. All end with the test, by SIGTERM and with exit code 0."""
    servers = []

    def start(env=None, args=()):
        server = Server(binary, env or {}, args)
        servers.append(server)
        server.wait_until_listening()
        return server

    yield start
    failures = []
    for server in servers:
        try:
            server.finish()
        except AssertionError as failure:
            failures.append(str(failure))
    assert not failures, "\n".join(failures)


@pytest.fixture
def server(start_server):
    """A server with the settings that a test usually wants: SQLite, a known secret, no rate limit."""
    return start_server()


def _psql(sql: str):
    subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", sql, os.environ["TODOD_TEST_POSTGRES"]],
                   check=True, stdin=subprocess.DEVNULL, capture_output=True)


def _partition(url: str):
    """todod's tables, partitioned by hash of the user."""
    root = pathlib.Path(__file__).resolve().parents[2]
    subprocess.run([os.environ.get("TODOD_BINARY", root / "build" / "todod"), "migrate"], check=True, stdin=subprocess.DEVNULL,
                   capture_output=True, env={"DATABASE_URL": url, "BETTER_AUTH_SECRET": "x" * 32})
    subprocess.run(["psql", "-Xq1", "-v", "ON_ERROR_STOP=1", "-f", root / "deploy" / "postgres" / "hash_partition.sql", url],
                   check=True, stdin=subprocess.DEVNULL, capture_output=True)


@contextlib.contextmanager
def private_database():
    """The URL of an empty database in the PostgreSQL that tests/support/with_postgres started.

    With TODOD_TEST_PARTITIONED=1 it has the schema already, partitioned by hash of the user."""
    name = f"e2e_{uuid.uuid4().hex}"
    _psql(f"create database {name}")
    try:
        base, _, query = os.environ["TODOD_TEST_POSTGRES"].partition("?")
        url = base.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")
        if os.environ.get("TODOD_TEST_PARTITIONED") == "1":
            _partition(url)
        yield url
    finally:
        _psql(f"drop database if exists {name} with (force)")


@pytest.fixture
def postgres_url():
    if "TODOD_TEST_POSTGRES" not in os.environ:
        pytest.skip("no PostgreSQL: run under tests/support/with_postgres")
    with private_database() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template():
    if not private_postgres.binaries():
        pytest.skip("no PostgreSQL server is installed")
    template = private_postgres.PostgresTemplate()
    yield template
    template.close()


@pytest.fixture(scope="session")
def breakable_postgres(postgres_template):
    """A PostgreSQL that tests may kill, freeze and restart, if it runs again when they end."""
    server = private_postgres.PrivatePostgres(postgres_template)
    yield server
    server.close()


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def shared_server(request, binary):
    """One server for many tests, each with users of its own; every such test runs on both databases."""
    with contextlib.ExitStack() as stack:
        env = {"LOG_LEVEL": "warn"}
        if request.param == "postgres":
            if "TODOD_TEST_POSTGRES" not in os.environ:
                pytest.skip("no PostgreSQL: run under tests/support/with_postgres")
            env["DATABASE_URL"] = stack.enter_context(private_database())
        server = Server(binary, env)
        stack.callback(server.finish)
        server.wait_until_listening()
        yield server


@pytest.fixture
def make_client(shared_server):
    """make_client(user=None) -> TodoClient of that user, or of a new one."""
    with contextlib.ExitStack() as stack:
        def make(user=None):
            client = TodoClient(shared_server.url, user)
            stack.callback(client.close)
            return client

        yield make


@pytest.fixture
def client(make_client) -> TodoClient:
    return make_client()
