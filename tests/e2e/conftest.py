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
import os
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
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
