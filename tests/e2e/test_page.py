# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The todo page in a real browser. Each scenario is a function of tests/page/scenarios/; pictures stay in build/pictures/."""

import gzip
import signal
import socket
import subprocess
import urllib.parse

import pytest
from better_auth import Stack, rotate
from page_driver import CHROMIUM, PageDriver, install_tools
from tcp_gate import TcpGate
from todod_process import SECRET, hs256_token

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (apt-get install chromium)")

BUDGET_BYTES = 25_000  # all of the page, packed


@pytest.fixture(scope="session")
def driver(repository):
    driver = PageDriver(repository)
    yield driver
    driver.close()


@pytest.fixture
def play(driver, repository, record_property):
    """play(scenario, server, **hosts): runs a scenario against a server. `tokens` are made under the tests' secret."""

    def run(scenario, server, auth=None, tokens=None, **hosts):
        tokens = tokens or {user: hs256_token(user, SECRET) for user in ("alice", "bob")}
        given = {"url": server.url, "auth": auth, "pictures": str(repository / "build" / "pictures"), "tokens": tokens}
        driver.run(scenario, given, {"note": record_property} | hosts)

    return run


# ---- the page by itself

def page_files(server):
    """Path -> answer of all that the page loads before it asks for tasks."""
    return {path: server.get(path, headers={"Accept-Encoding": "gzip"})
            for path in ("/", "/app/app.js", "/app/app.css", "/app/icon.svg", "/app/config.json")}


def test_all_of_it_is_small(server):
    files = page_files(server)
    assert all(answer.status == 200 for answer in files.values())
    assert sum(len(answer.body) for answer in files.values()) < BUDGET_BYTES


def test_its_files_have_strong_tags(server):
    for path in ("/", "/app/app.js", "/app/app.css", "/docs", "/openapi.json"):
        packed = server.get(path, headers={"Accept-Encoding": "gzip"})
        plain = server.get(path)
        assert gzip.decompress(packed.body) == plain.body
        tags = packed.headers["ETag"], plain.headers["ETag"]
        assert all(tag.startswith('"') for tag in tags) and tags[0] != tags[1]
        for tag, coding in zip(tags, ("gzip", "identity")):
            again = server.get(path, headers={"Accept-Encoding": coding, "If-None-Match": f'"1", {tag}'})
            assert again.status == 304 and again.body == b"" and again.headers["ETag"] == tag
        assert server.get(path, headers={"If-None-Match": tags[0]}).status == 200
        assert server.get(path, headers={"If-None-Match": "junk"}).status == 400


@pytest.mark.parametrize("path", ["/app/nope", "/docs/nope", "/app/", "/docs/init.js/more"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_what_is_no_page_is_not_found_whatever_the_method(server, method, path):
    answer = server.request(method, path)
    assert answer.status == 404 and answer.json()["code"] == "not_found"


@pytest.mark.parametrize("path", ["/docs/", "/%64ocs", "/app/app%2Ejs", "/openapi.json/", "/app/icon.svg", "/app/licenses.txt",
                                  "/docs/init.js", "/docs/swagger-ui.css", "/docs/licenses.txt"])
def test_a_page_has_each_form_of_its_path(server, path):
    assert server.get(path).status == 200


def policy_of(server):
    policy = server.get("/").headers["Content-Security-Policy"]
    return dict(directive.strip().partition(" ")[::2] for directive in policy.split(";"))


def test_its_policy_lets_in_nothing_else(server):
    policy = policy_of(server)
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in str(policy) and "*" not in str(policy)


def test_it_is_told_how_people_sign_in(server, start_server):
    assert server.get("/app/config.json").json() == {"sign_in": "token", "auth_url": None}
    first_run = start_server({"BETTER_AUTH_SECRET": None})
    assert first_run.get("/app/config.json").json() == {"sign_in": "link", "auth_url": None}
    for url, base in (("http://127.0.0.1:3000", "http://127.0.0.1:3000/api/auth"),
                      ("https://app.example/auth/", "https://app.example/auth")):
        with_auth = start_server({"BETTER_AUTH_URL": url, "JWKS_URL": "http://127.0.0.1:9/jwks"})
        assert with_auth.get("/app/config.json").json() == {"sign_in": "better_auth", "auth_url": base}
        origin = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(url))
        assert policy_of(with_auth)["connect-src"] == f"'self' {origin}"


def test_its_types_are_those_of_the_document(repository):
    install_tools(repository)
    done = subprocess.run([repository / "tests" / "page" / "check_types"], capture_output=True, text=True, timeout=120,
                          check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# ---- in the browser

@pytest.mark.parametrize("scenario", [
    "everyday.signing_in_by_the_link",
    "everyday.what_cannot_sign_in_is_told",
    "everyday.every_feature",
    "everyday.deleting_can_be_undone",
    "everyday.a_task_that_is_added_out_of_sight_is_told",
    "everyday.the_time_to_undo_waits_for_whoever_is_there",
    "everyday.nothing_of_what_was_cleared_stays",
    "everyday.the_keyboard_alone",
    "everyday.the_focus_stays_in_the_list",
    "typing.leaving_an_editor_saves_it",
    "typing.what_cannot_be_saved_comes_back",
    "typing.the_browser_asks_before_a_text_is_lost",
    "typing.a_text_of_a_deleted_task_is_kept",
    "typing.a_pasted_title_becomes_one_line",
    "typing.each_field_has_its_own_fault",
    "trouble.changes_elsewhere_show_up",
    "trouble.a_conflict_is_the_users_to_decide",
    "trouble.offline_it_shows_what_it_had",
    "trouble.what_is_not_deleted_is_told",
    "trouble.a_request_that_nobody_answers_is_given_up",
    "appearance.every_width_and_theme",
    "appearance.texts_have_their_own_direction",
    "appearance.zoomed_to_200_percent",
    "appearance.reduced_motion_is_respected",
    "appearance.a_cold_start_takes_less_than_a_second",
])
def test_scenario(play, server, scenario):
    play(scenario, server)


def test_the_first_runs_link_signs_in(play, start_server):
    server = start_server({"BETTER_AUTH_SECRET": None})
    link = next(line for line in server.printed if "#token=" in line).split()[-1]
    url, _, token = link.partition("/#token=")
    assert url == server.url
    play("everyday.the_printed_link", server, tokens={"alice": token})


def add_tasks(server, user, count):
    """Many creates down one connection, without waiting for each answer."""
    token = hs256_token(user, SECRET)
    sent = 0
    with socket.create_connection((server.host, server.port), timeout=60) as connection:
        while sent < count:
            batch = range(sent, min(sent + 200, count))
            bodies = [b'{"title":"Task %d"}' % i for i in batch]
            connection.sendall(b"".join(
                b"POST /api/tasks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                b"Content-Length: %d\r\n\r\n%s" % (token.encode(), len(body), body) for body in bodies))
            answered = b""
            while answered.count(b"HTTP/1.1 201") < len(bodies):
                answered += connection.recv(1 << 20)
            sent += len(bodies)


def test_ten_thousand_tasks(play, server):
    add_tasks(server, "alice", 10_000)
    play("appearance.ten_thousand_tasks", server)


def test_the_database_goes_and_comes_back(play, start_server, postgres_url):
    parts = urllib.parse.urlsplit(postgres_url)
    gate = TcpGate((parts.hostname, parts.port))
    try:
        url = parts._replace(netloc=f"{parts.username}:{parts.password}@{gate.host}:{gate.port}").geturl()
        server = start_server({"DATABASE_URL": url})
        play("trouble.the_database_goes_and_comes_back", server,
             database=lambda what: {"cut": gate.cut, "open": gate.open}[what]())
    finally:
        gate.close()


# ---- with Better Auth

@pytest.fixture(scope="module")
def stack(binary, breakable_postgres):
    """Better Auth and todod on a PostgreSQL that scenarios restart."""
    breakable_postgres.sql("create database accounts")
    stack = Stack(binary, breakable_postgres.url.replace("/postgres?", "/accounts?"))
    yield stack
    stack.close()
    breakable_postgres.sql("drop database accounts with (force)")


@pytest.fixture
def powers(stack, breakable_postgres):
    """What scenarios may do to the servers. All of them are up again when the test ends."""

    def database(what):
        if what == "stop":
            breakable_postgres.end(signal.SIGINT)
        else:
            breakable_postgres.start()

    trusted = stack.auth.settings["PAGE_ORIGIN"]

    def trust(origin):
        stack.auth.stop()
        stack.auth.settings["PAGE_ORIGIN"] = origin
        stack.auth.start()

    yield {"database": database, "trust": trust,
           "better_auth": lambda what: getattr(stack.auth, what)(),
           "end_sessions": lambda: stack.execute("delete from session"),
           "rotate_key": lambda: rotate(stack)}
    if breakable_postgres.process.poll() is not None:
        breakable_postgres.start()
    if stack.auth.settings["PAGE_ORIGIN"] != trusted:
        trust(trusted)
    if stack.auth.server is None:
        stack.auth.start()


@pytest.mark.parametrize("scenario", [
    "two_users_from_sign_up_to_sign_out",
    "the_token_is_renewed_also_under_a_new_key",
    "the_end_of_the_session_is_told",
    "the_database_restarts_under_the_page",
    "the_sign_in_server_does_not_know_the_page",
    "the_sign_in_server_is_away",
])
def test_accounts(play, stack, powers, scenario):
    play(f"accounts.{scenario}", stack.todod, auth=stack.auth.url, **powers)
