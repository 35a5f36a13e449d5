# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""todod beside a real Better Auth server: its accounts, its tokens under its key set, its outages."""
import concurrent.futures
import contextlib
import os
import time
import urllib.parse

import pytest
from better_auth import Stack, claims, header, rotate
from conftest import private_database
from tcp_gate import TcpGate

pytestmark = pytest.mark.skipif("TODOD_TEST_POSTGRES" not in os.environ,
                                reason="no PostgreSQL: run under tests/support/with_postgres")
REFETCH_SECONDS = 30  # API.md, Tokens: an unknown key makes todod fetch the set again, at most once in this time


@pytest.fixture(scope="module")
def database():
    """A PostgreSQL database, reached through a gate: gate.drop() is what its restart does to connections."""
    with private_database() as url:
        parts = urllib.parse.urlsplit(url)
        gate = TcpGate((parts.hostname, parts.port))
        gate.direct_url = url
        gate.url = parts._replace(netloc=f"{parts.username}:{parts.password}@{gate.host}:{gate.port}").geturl()
        yield gate
        gate.close()


@pytest.fixture(scope="module")
def stack(binary, database):
    stack = Stack(binary, database.url, database.direct_url)
    yield stack
    stack.close()


def wait_until(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to be in time"
        time.sleep(0.1)  # between two looks: others need the processor


# ---- accounts and tokens

def test_from_sign_up_to_sign_out(stack):
    alice = stack.auth.sign_up("Alice")
    token = alice.token()
    assert header(token)["alg"] == "EdDSA" and header(token)["kid"] in stack.auth.key_ids()
    assert (claims(token)["iss"], claims(token)["aud"], claims(token)["sub"]) == (stack.auth.url,) * 2 + (alice.user_id,)
    assert claims(token)["exp"] - claims(token)["iat"] == 900
    created = stack.todod.post("/api/tasks", {"title": "Buy milk"}, token=token)
    assert (created.status, created.json()["user_id"]) == (201, alice.user_id)
    assert stack.titles(token, f"/api/{alice.user_id}/tasks") == ["Buy milk"]

    assert alice.sign_out().status == 200
    assert alice.request("GET", "/token").status == 401
    # No list of revoked tokens: what was issued lasts until it ends, 15 minutes after.
    assert stack.titles(token) == ["Buy milk"]
    again = stack.auth.sign_in(alice.email)
    assert again.user_id == alice.user_id and stack.titles(again.token()) == ["Buy milk"]


def test_two_users_see_their_own_tasks_only(stack):
    alice, bob = stack.auth.sign_up("Alice"), stack.auth.sign_up("Bob")
    task = stack.todod.post("/api/tasks", {"title": "Secret"}, token=alice.token()).json()
    assert stack.titles(bob.token()) == []
    assert stack.todod.get(f"/api/tasks/{task['id']}", token=bob.token()).status == 404
    assert stack.todod.get(f"/api/{alice.user_id}/tasks", token=bob.token()).json()["code"] == "forbidden"


def test_the_token_of_a_session_comes_with_it_too(stack):
    """`set-auth-jwt`, which front ends read off get-session."""
    alice = stack.auth.sign_up("Alice")
    token = alice.request("GET", "/get-session").headers["set-auth-jwt"]
    assert stack.titles(token) == []
    for no_token in (alice.cookie.split("=", 1)[1], stack.auth.sign_in(alice.email).cookie):
        answer = stack.todod.get("/api/tasks", token=urllib.parse.unquote(no_token))
        assert (answer.status, answer.json()["code"]) == (401, "invalid_token")  # the session's own secret is none


def test_issuer_and_audience(stack):
    token = stack.auth.sign_up().token()
    good = stack.auth.url
    for issuer, audience, status in ((good + "/", good + "/", 200), ("https://other.example", good, 401),
                                     (good, "https://other.example", 401)):
        server = stack.start_todod(JWT_ISSUER=issuer, JWT_AUDIENCE=audience)
        try:
            assert server.get("/api/tasks", token=token).status == status, (issuer, audience)
        finally:
            server.finish()


def test_a_page_of_another_origin_signs_in(stack):
    """The page is todod's, and Better Auth is elsewhere: CORS with cookies, for trusted origins only."""
    page = stack.todod.url
    asked = stack.auth.request("OPTIONS", "/sign-in/email", headers={
        "Origin": page, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"})
    assert asked.status == 204 and asked.headers["Access-Control-Allow-Headers"] == "Content-Type"
    alice = stack.auth.sign_up()
    answer = alice.request("GET", "/token", Origin=page)
    assert answer.headers["Access-Control-Allow-Origin"] == page
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"
    stranger = "https://evil.example"
    assert alice.request("GET", "/token", Origin=stranger).headers["Access-Control-Allow-Origin"] is None
    assert alice.request("POST", "/sign-out", {}, Origin=stranger).status == 403
    assert alice.request("GET", "/token").status == 200


def test_both_keep_their_tables_in_one_schema(stack):
    stack.todod.post("/api/tasks", {"title": "x"}, token=stack.auth.sign_up().token())
    tables = stack.execute("select tablename from pg_tables where schemaname = 'public'")
    assert {"user", "session", "account", "verification", "jwks", "users", "tasks"} <= set(tables)


# ---- keys

def test_key_rotation(stack):
    alice = stack.auth.sign_up()
    first = alice.token()
    assert stack.titles(first) == []
    rotate(stack)
    second = alice.token()
    assert header(second)["kid"] != header(first)["kid"]
    # The key is fetched while the request waits: nobody sees a refusal.
    assert stack.titles(second) == [] and stack.titles(first) == []

    # Again within 30 s: the new key has to wait for them, and the known ones go on. The first key leaves the set.
    began = time.monotonic()
    rotate(stack)
    third = alice.token()
    stack.execute(f"""update jwks set "expiresAt" = now() - interval '31 days' where id = '{header(first)["kid"]}'""")
    assert stack.auth.key_ids().count(header(first)["kid"]) == 0 and header(second)["kid"] in stack.auth.key_ids()
    assert stack.todod.get("/api/tasks", token=third).json()["code"] == "invalid_token"

    def third_is_known():
        assert stack.titles(second) == []
        return stack.todod.get("/api/tasks", token=third).status == 200

    wait_until(third_is_known, REFETCH_SECONDS + 15)
    assert time.monotonic() - began > REFETCH_SECONDS / 2
    assert stack.todod.get("/api/tasks", token=first).json()["code"] == "invalid_token"


def test_better_auth_is_down(stack):
    alice = stack.auth.sign_up()
    used, unused = alice.token(), alice.token()
    assert stack.todod.post("/api/tasks", {"title": "x"}, token=used).status == 201
    with stack.auth.away():
        assert stack.titles(used) == ["x"] and stack.titles(unused) == ["x"]
        assert stack.todod.get("/readyz").status == 200
    # The session and the keys were in the database: nobody signs in again.
    token = alice.token()
    assert header(token)["kid"] == header(used)["kid"] and stack.titles(token) == ["x"]


def test_better_auth_starts_after_todod(stack):
    token = stack.auth.sign_up().token()
    with contextlib.ExitStack() as ends:
        with stack.auth.away():
            server = stack.start_todod()
            ends.callback(server.finish)
            early = server.get("/api/tasks", token=token)
            assert (early.status, early.json()["code"]) == (503, "unavailable")
        wait_until(lambda: server.get("/api/tasks", token=token).status == 200)


def test_a_request_that_comes_while_it_starts_is_answered(stack):
    """The port is open before Better Auth is there: who asks just then must not wait for ever."""
    answers = []

    def is_answered():
        with contextlib.suppress(ConnectionRefusedError):  # the port is not open yet
            answers.append(stack.auth.request("GET", "/ok").status)
        return answers

    stack.auth.stop()
    with concurrent.futures.ThreadPoolExecutor() as beside:
        started = beside.submit(stack.auth.start)
        wait_until(is_answered)
        started.result()
    assert answers == [200]


# ---- the database that both share

def test_the_database_restarts(stack, database):
    alice = stack.auth.sign_up()
    token = alice.token()
    stack.todod.post("/api/tasks", {"title": "x"}, token=token)

    def both_serve():
        return {alice.request("GET", "/token").status, stack.todod.get("/api/tasks", token=token).status} == {200}

    database.drop()
    wait_until(both_serve)
    database.cut()
    try:
        # Better Auth says 401 then, as if the session were over: a page asks again before it believes that.
        assert alice.request("GET", "/token").status != 200
        away = stack.todod.get("/api/tasks", token=token)
        assert (away.status, away.json()["code"]) == (503, "unavailable")
    finally:
        database.open()  # the other tests go on through it
    wait_until(both_serve)
    assert stack.titles(token) == ["x"]
