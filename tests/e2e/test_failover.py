# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Several database hosts: the one that takes writes is found, also after a standby was promoted. tests/drill is the long version."""
import signal
import time

import pytest
from private_postgres import PrivatePostgres, wait_for
from standby_postgres import Standby, allow_copies, make_synchronous
from write_load import WriteLoad

BACK_SECONDS = 5


@pytest.fixture
def pair(postgres_template):
    primary = PrivatePostgres(postgres_template)
    try:
        allow_copies(primary)
        standby = Standby(primary)
    except BaseException:
        primary.close()
        raise
    make_synchronous(primary)
    yield primary, standby
    standby.close()
    primary.close()


def several_hosts(*servers, query="") -> str:
    hosts = ",".join(f"{server.host}:{server.port}" for server in servers)
    return f"postgresql://todod@{hosts}/postgres?sslmode=disable{query}"


def is_ready(server) -> bool:
    return server.get("/readyz").status == 200


def test_a_promoted_standby_is_found_and_no_acknowledged_write_is_lost(start_server, pair):
    primary, standby = pair
    server = start_server({"DATABASE_URL": several_hosts(standby, primary)})  # the standby first: it is passed over
    wait_for(lambda: is_ready(server), 30, "readiness")
    with WriteLoad(server, writers=4) as load:
        load.wait_for(100)
        primary.end(signal.SIGQUIT)
        wait_for(lambda: not is_ready(server), 30, "the outage")
        standby.promote()
        back = load.seconds_until_all_write(time.monotonic())
        load.wait_for(100)
    assert back < BACK_SECONDS
    assert is_ready(server)
    load.verify()
    failed = [one for one in load.tries() if one.status not in (200, 201, 204)]
    assert {one.status for one in failed} <= {503}


def test_a_standby_serves_reads_and_refuses_writes_until_it_is_promoted(start_server, pair):
    primary, standby = pair
    server = start_server({"DATABASE_URL": several_hosts(primary)})
    task = server.post("/api/tasks", {"title": "Buy milk"}, user="alice").json()
    other = start_server({"DATABASE_URL": several_hosts(standby, query="&target_session_attrs=any")})
    wait_for(lambda: is_ready(other), 30, "readiness")
    assert other.get(f"/api/tasks/{task['id']}", user="alice").json() == task
    answer = other.post("/api/tasks", {"title": "Not yet"}, user="alice")
    assert (answer.status, answer.json()["code"]) == (503, "unavailable")
    assert "the server takes no writes" in other.output()
    primary.end(signal.SIGQUIT)
    standby.promote()
    assert other.post("/api/tasks", {"title": "Now"}, user="alice").status == 201
    assert [one["title"] for one in other.get("/api/tasks", user="alice").json()] == ["Now", "Buy milk"]
