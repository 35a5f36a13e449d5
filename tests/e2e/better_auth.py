# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The real Better Auth server of examples/better-auth on a port of its own, and people who sign up there.

    def test_something(better_auth_stack):     # PostgreSQL, Better Auth and todod
        session = better_auth_stack.auth.sign_up("Alice")
        answer = better_auth_stack.todod.get("/api/tasks", token=session.token())

    auth = BetterAuth(database_url)            # or without todod: url, stop(), start() again on the same port
"""
import base64
import contextlib
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import threading
import uuid

import todod_process
from todod_process import ANSWER_SECONDS, START_SECONDS, STOP_SECONDS, Answer

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "better-auth"
PASSWORD = "correct horse battery staple"
INSTALL_SECONDS = 600  # the first time, npm's registry takes part


def install():
    """node_modules of the example, kept from run to run."""
    done = subprocess.run([EXAMPLE / "install"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=INSTALL_SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def claims(token: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))


def header(token: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))


class NodeServer:
    """A Node program that prints "listening on URL"; the rest of its output is kept for failures."""

    def __init__(self, program: pathlib.Path, env: dict, folder=EXAMPLE):
        path = f"{pathlib.Path(shutil.which('node')).parent}:/usr/local/bin:/usr/bin:/bin"
        self.printed = []
        self.process = subprocess.Popen(["node", program], env={"PATH": path, "HOME": "/nonexistent", **env},
                                        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        text=True)
        too_late = threading.Timer(START_SECONDS, self.process.kill)
        too_late.start()
        self.url = next((found[1] for line in self._lines() if (found := re.search(r"listening on (\S+)", line))), None)
        too_late.cancel()
        if self.url is None:
            self.process.wait(STOP_SECONDS)
            raise AssertionError(f"{program.name} did not listen:\n{''.join(self.printed)}")
        self.reader = threading.Thread(target=lambda: list(self._lines()), daemon=True)
        self.reader.start()

    def _lines(self):
        for line in self.process.stdout:
            self.printed.append(line)
            yield line

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        finally:
            self.process.kill()
            self.process.wait()
            self.reader.join(STOP_SECONDS)
            self.process.stdout.close()
        assert self.process.returncode == 0, "".join(self.printed)


def request(url, method, path, body=None, headers=None) -> Answer:
    host, port = url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=ANSWER_SECONDS)
    try:
        fields = dict(headers or {})
        if body is not None:
            body, fields["Content-Type"] = json.dumps(body).encode(), "application/json"
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


class BetterAuth:
    def __init__(self, database_url: str, page_origin="http://127.0.0.1:*"):
        install()
        self.settings = {"DATABASE_URL": database_url, "PAGE_ORIGIN": page_origin, "PORT": "0",
                         "BETTER_AUTH_SECRET": base64.b64encode(os.urandom(32)).decode()}
        self.server = None
        self.start()
        self.url = self.server.url

    def start(self):
        self.server = NodeServer(EXAMPLE / "server.mjs", self.settings)
        self.settings["PORT"] = self.server.url.rsplit(":", 1)[1]  # once given, kept

    def stop(self):
        if self.server:
            self.server.stop()
            self.server = None

    @contextlib.contextmanager
    def away(self):
        """Down for as long as the block lasts, then there again on the same port."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def request(self, method, path, body=None, headers=None) -> Answer:
        return request(self.url, method, "/api/auth" + path, body, headers)

    def sign_up(self, name="Alice") -> "Session":
        email = f"{name.lower()}-{uuid.uuid4().hex[:12]}@example.com"
        answer = self.request("POST", "/sign-up/email", {"name": name, "email": email, "password": PASSWORD})
        assert answer.status == 200, answer
        return Session(self, email, answer)

    def sign_in(self, email) -> "Session":
        answer = self.request("POST", "/sign-in/email", {"email": email, "password": PASSWORD})
        assert answer.status == 200, answer
        return Session(self, email, answer)

    def key_ids(self) -> list[str]:
        return [key["kid"] for key in self.request("GET", "/jwks").json()["keys"]]


class Session:
    """Who is signed in: the cookie that a browser would keep."""

    def __init__(self, auth: BetterAuth, email: str, answer: Answer):
        self.auth, self.email, self.user_id = auth, email, answer.json()["user"]["id"]
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def request(self, method, path, body=None, **headers) -> Answer:
        # A cookie without an Origin is what a page of Better Auth's own origin sends with GET.
        return self.auth.request(method, path, body, {"Cookie": self.cookie, "Origin": self.auth.url} | headers)

    def token(self) -> str:
        answer = self.request("GET", "/token")
        assert answer.status == 200, answer
        return answer.json()["token"]

    def sign_out(self) -> Answer:
        return self.request("POST", "/sign-out", {})


class Stack:
    """Better Auth and todod on one PostgreSQL database; `direct_url` reaches it where a gate stands before it."""

    def __init__(self, binary, database_url, direct_url=None):
        self.binary, self.database_url, self.direct_url = binary, database_url, direct_url or database_url
        self.auth = BetterAuth(database_url)
        try:
            self.todod = self.start_todod()
        except BaseException:
            self.auth.stop()
            raise

    def start_todod(self, **env) -> todod_process.Server:
        url = self.auth.url
        server = todod_process.Server(self.binary, {
            "DATABASE_URL": self.database_url, "BETTER_AUTH_SECRET": None, "BETTER_AUTH_URL": url, "JWT_ISSUER": url,
            "JWT_AUDIENCE": url, "LOG_LEVEL": "warn", **env})
        server.wait_until_listening()
        return server

    def titles(self, token, path="/api/tasks") -> list[str]:
        answer = self.todod.get(path, token=token)
        assert answer.status == 200, answer
        return [task["title"] for task in answer.json()]

    def execute(self, statement) -> list[str]:
        """SQL, past both servers."""
        done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", statement, self.direct_url], check=True,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return done.stdout.split()

    def close(self):
        try:
            self.todod.finish()
        finally:
            self.auth.stop()


def rotate(stack):
    """What jwks.rotationInterval does when it is over: the key signs no more, and stays in the set for 30 days."""
    stack.execute("""update jwks set "expiresAt" = now() - interval '1 second' where "expiresAt" is null""")
