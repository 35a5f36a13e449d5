# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""What documents say of Better Auth is run: the README's app of Next.js, the example's one command, the foreign key."""
import base64
import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess

import documents
import pytest
from better_auth import EXAMPLE, PASSWORD, NodeServer, Stack, header, install, request
from conftest import private_database
from todod_process import START_SECONDS, STOP_SECONDS

pytestmark = pytest.mark.skipif("TODOD_TEST_POSTGRES" not in os.environ,
                                reason="no PostgreSQL: run under tests/support/with_postgres")


@pytest.fixture
def app(repository, tmp_path):
    """The README's modules in a folder, each where its first line says."""
    install()
    modules = [block.text for block in documents.blocks((repository / "README.md").read_text()) if block.marker == "module"]
    for text in modules:
        file = tmp_path / re.match(r"// ([^\s:]+)", text)[1]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "node_modules").symlink_to(EXAMPLE / "node_modules")
    assert len(modules) == 5
    return tmp_path


def test_the_readmes_app_of_next_js(app, start_server):
    settings = {"BETTER_AUTH_SECRET": (secret := base64.b64encode(os.urandom(32)).decode())}
    programs = pathlib.Path(__file__).parent

    def run(program, **env):
        done = subprocess.run(["node", program], cwd=app, env=os.environ | settings | env, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=START_SECONDS, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    with private_database() as url, contextlib.ExitStack() as ends:
        settings["DATABASE_URL"] = url
        run("migrate.js")
        site = NodeServer(programs / "next_app.mjs", settings, app)
        ends.callback(site.stop)
        by_keys = start_server({"DATABASE_URL": url, "BETTER_AUTH_SECRET": None, "BETTER_AUTH_URL": site.url,
                                "JWT_ISSUER": site.url, "JWT_AUDIENCE": site.url, "CORS_ORIGINS": site.url})
        steps = json.loads(run(programs / "next_page.mjs", APP_URL=site.url, NEXT_PUBLIC_TODOD_URL=by_keys.url,
                               EMAIL="alice@example.com"))
        user = steps["user"]
        assert (steps["created"]["title"], steps["created"]["user_id"]) == ("Buy milk", user)
        assert steps["completed"]["completed"] is True
        assert (steps["deleted"], steps["left"], steps["tokensFetched"]) == ("nothing", [], 2)
        assert steps["refused"] == "title must have 1 to 500 characters"
        assert steps["signedOut"] == steps["signedOutAgain"] == "Please sign in."
        assert steps["ownTokenAgain"] == 401

        by_secret = start_server({"BETTER_AUTH_SECRET": secret})
        assert header(steps["ownToken"])["alg"] == "HS256"
        assert by_secret.get(f"/api/{user}/tasks", token=steps["ownToken"]).status == 200
        assert by_keys.get(f"/api/{user}/tasks", token=steps["ownToken"]).status == 401


def test_one_command_starts_all_three(binary, tmp_path):
    install()
    with private_database() as url:
        env = os.environ | {"TODOD_BINARY": str(binary), "TODOD_EXAMPLE_READY": "yes", "DATABASE_URL": url, "PORT": "0",
                            "BETTER_AUTH_PORT": "0"}
        example = subprocess.Popen([EXAMPLE / "start"], cwd=tmp_path, env=env, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, text=True, start_new_session=True)
        try:
            printed = ""
            while not (page := re.search(r"^Open (http://\S+)/$", printed, re.M)):
                line = example.stdout.readline()
                assert line, f"it ended with {example.wait(STOP_SECONDS)}:\n{printed}"
                printed += line
            auth = re.search(r"^Better Auth: (http://\S+)/api/auth$", printed, re.M)[1]
            signed_up = request(auth, "POST", "/api/auth/sign-up/email", {
                "name": "Alice", "email": "alice@example.com", "password": PASSWORD}, {"Origin": page[1]})
            assert signed_up.status == 200, signed_up
            session = {"Cookie": signed_up.headers["Set-Cookie"].split(";")[0], "Origin": page[1]}
            token = request(auth, "GET", "/api/auth/token", headers=session).json()["token"]
            listed = request(page[1], "GET", "/api/tasks", headers={"Authorization": f"Bearer {token}"})
            assert (listed.status, listed.json()) == (200, [])
        finally:
            example.send_signal(signal.SIGTERM)
            try:
                assert example.wait(STOP_SECONDS) == 0
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(example.pid, signal.SIGKILL)
                example.stdout.close()
        for url in (auth, page[1]):  # nothing is left behind
            with pytest.raises(ConnectionRefusedError):
                request(url, "GET", "/livez")


def test_the_foreign_key_of_the_documentation(binary, repository):
    block = next(block for block in documents.blocks((repository / "docs" / "operations.md").read_text())
                 if block.marker == "run" and block.language == "sql")
    with private_database() as url, contextlib.closing(Stack(binary, url)) as stack:
        alice, bob = stack.auth.sign_up("Alice"), stack.auth.sign_up("Bob")
        token, bobs = alice.token(), bob.token()
        assert stack.titles(token) == []  # it is answered once todod's tables are there
        stack.execute(block.text)
        assert stack.todod.post("/api/tasks", {"title": "x"}, token=token).status == 201
        assert stack.todod.post("/api/tasks", {"title": "y"}, token=bobs).status == 201
        stack.execute(f"""delete from "user" where id = '{alice.user_id}'""")
        assert stack.execute("select user_id from tasks") == [bob.user_id]
        assert stack.titles(token) == []
        assert stack.todod.post("/api/tasks", {"title": "z"}, token=token).status == 500
        assert stack.todod.post("/api/tasks", {"title": "z"}, token=bobs).status == 201
