# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""One running todod and what a test asks of it. Standard library only."""
import base64
import hashlib
import hmac
import http.client
import json
import pathlib
import queue
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse

SECRET = "end-to-end-secret-of-more-than-32-bytes"
START_SECONDS = 60  # sanitizer builds are slow to start; nothing waits longer than it must
ANSWER_SECONDS = 30
STOP_SECONDS = 30


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def hs256_token(user: str, secret: str = SECRET, **claims) -> str:
    """A token that is good for an hour. A claim of None is left out."""
    header = {"alg": "HS256", "typ": "JWT"}
    payload = {"sub": user, "exp": int(time.time()) + 3600, **claims}
    payload = {name: value for name, value in payload.items() if value is not None}
    signed = ".".join(base64url(json.dumps(part).encode()) for part in (header, payload))
    mac = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{base64url(mac)}"


class Answer:
    """A whole HTTP answer. `headers` finds names in any letter case."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:500]!r}"


class Server:
    """A process in a temporary folder of its own, which is also its working folder and its HOME."""

    def __init__(self, binary: pathlib.Path, env: dict, args=(), start=True):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="todod-e2e-"))
        self.binary = binary
        self.secret = env.get("BETTER_AUTH_SECRET", SECRET)
        settings = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.folder),
            "DATA_DIR": str(self.folder / "data"),
            "PORT": "0",
            "BETTER_AUTH_SECRET": SECRET,
            "RATE_LIMIT": "0",
            **env,
        }
        # A value of None takes a variable away.
        self.env = {name: str(value) for name, value in settings.items() if value is not None}
        self.log = self.folder / "stderr.log"
        self.printed = []
        self.process = None
        self.url = self.host = self.port = None
        if start:
            self.launch([binary, "serve", *args])

    def launch(self, command, **options):
        """Starts the process, with more `options` of Popen; again, once the one before has ended."""
        if self.process is not None:
            self.reader.join(STOP_SECONDS)
            self.process.stdout.close()
        self.lines = queue.Queue()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, env=self.env, cwd=self.folder, stdin=subprocess.DEVNULL,
                                            stdout=subprocess.PIPE, stderr=log, text=True, **options)
        self.reader = threading.Thread(target=self._read_stdout, args=(self.process.stdout, self.lines), daemon=True)
        self.reader.start()

    def _read_stdout(self, output, lines):
        for line in output:
            self.printed.append(line)
            lines.put(line)
        lines.put(None)

    def wait_until_listening(self):
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                line = self.lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"todod did not listen within {START_SECONDS} s:\n{self.output()}") from None
            if line is None:
                raise AssertionError(f"todod ended with {self.process.wait(STOP_SECONDS)}:\n{self.output()}")
            found = re.search(r"listening on (http://(\S+):(\d+))", line)
            if found:
                self.url, self.host, self.port = found[1], found[2].strip("[]"), int(found[3])
                return

    def output(self) -> str:
        return "".join(self.printed) + self.log.read_text(errors="replace")

    def token(self, user="alice", **claims) -> str:
        return hs256_token(user, self.secret, **claims)

    def request(self, method, path, body=None, user=None, token=None, headers=None) -> Answer:
        """`body` is bytes or text as it is, anything else as JSON. `user` or `token` authorise."""
        fields = dict(headers or {})
        if user is not None:
            token = self.token(user)
        if token is not None:
            fields.setdefault("Authorization", f"Bearer {token}")
        if body is not None:
            if not isinstance(body, (bytes, str)):
                body = json.dumps(body)
            if isinstance(body, str):
                body = body.encode()
            fields.setdefault("Content-Type", "application/json")
        connection = http.client.HTTPConnection(self.host, self.port, timeout=ANSWER_SECONDS)
        try:
            connection.request(method, path, body=body, headers=fields)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path, **options):
        return self.request("GET", path, **options)

    def post(self, path, body, **options):
        return self.request("POST", path, body=body, **options)

    def raw(self, data: bytes) -> bytes:
        """Sends bytes as they are and returns all that comes until the server closes."""
        with socket.create_connection((self.host, self.port), timeout=ANSWER_SECONDS) as connection:
            connection.sendall(data)
            received = b""
            while chunk := connection.recv(65536):
                received += chunk
            return received

    def run(self, *args, **options) -> subprocess.CompletedProcess:
        """Another command of the same binary, with the same settings."""
        return subprocess.run([self.binary, *args], env=self.env, cwd=self.folder, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False, **options)

    def stop(self, number=signal.SIGTERM) -> int:
        """Sends a signal and returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(STOP_SECONDS)

    def finish(self):
        """Ends the process if the test has not, and removes its folder. A crash fails the test."""
        ended_by_test = self.process.poll() is not None
        try:
            code = self.stop()
            self.reader.join(STOP_SECONDS)
            assert ended_by_test or code == 0, f"todod ended with {code}:\n{self.output()}"
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"todod did not end within {STOP_SECONDS} s:\n{self.output()}") from None
        finally:
            self.process.stdout.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def quote(segment: str) -> str:
    """A path segment, percent-encoded."""
    return urllib.parse.quote(segment, safe="")
