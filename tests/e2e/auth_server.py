# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The part of Better Auth that the todo page uses, in one process and with tokens that last as short as a test wants:
POST /api/auth/sign-up/email, /sign-in/email, /sign-out; GET /api/auth/token, /api/auth/jwks. Sessions are cookies, as there.
examples/better-auth/ is the real one."""

import http.server
import json
import secrets
import threading
import time
from http.cookies import SimpleCookie

from key_server import Key

COOKIE = "better-auth.session_token"


class AuthServer:
    def __init__(self, token_seconds: float = 900):
        self.token_seconds = token_seconds
        self.keys = [Key("EdDSA", "first")]
        self.users, self.sessions = {}, {}
        self.origin = None  # of the page, which may read the answers
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                if self.path == "/api/auth/jwks":
                    self.reply(200, {"keys": [key.jwk() for key in outer.keys]})
                elif self.path == "/api/auth/token" and (user := self.user()):
                    self.reply(200, {"token": outer.token(user)})
                else:
                    self.reply(401, {"message": "Unauthorized"})

            def do_POST(self):
                given = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
                action = getattr(self, self.path.removeprefix("/api/auth/").replace("/", "_").replace("-", "_"))
                action(given)

            def do_OPTIONS(self):
                self.reply(204)

            def sign_up_email(self, given):
                if given["email"] in outer.users:
                    return self.reply(422, {"code": "USER_ALREADY_EXISTS", "message": "User already exists"})
                user = {"id": secrets.token_urlsafe(16), "name": given["name"], "email": given["email"]}
                outer.users[given["email"]] = {"user": user, "password": given["password"]}
                self.reply(200, {"user": user}, outer.begin(user))

            def sign_in_email(self, given):
                known = outer.users.get(given["email"])
                if not known or known["password"] != given["password"]:
                    return self.reply(401, {"message": "Invalid email or password"})
                self.reply(200, {"user": known["user"]}, outer.begin(known["user"]))

            def sign_out(self, _):
                outer.sessions.pop(self.session(), None)
                self.reply(200, {"success": True}, "")

            def session(self):
                found = SimpleCookie(self.headers["Cookie"] or "").get(COOKIE)
                return found.value if found else None

            def user(self):
                return outer.sessions.get(self.session())

            def reply(self, status, content=None, session=None):
                body = b"" if content is None else json.dumps(content).encode()
                self.send_response(status)
                if outer.origin and self.headers["Origin"] == outer.origin:
                    self.send_header("Access-Control-Allow-Origin", outer.origin)
                    self.send_header("Access-Control-Allow-Credentials", "true")
                    self.send_header("Access-Control-Allow-Headers", "content-type")
                if session is not None:
                    age = "" if session else "; Max-Age=0"
                    self.send_header("Set-Cookie", f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax{age}")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def begin(self, user) -> str:
        session = secrets.token_urlsafe(24)
        self.sessions[session] = user
        return session

    def token(self, user) -> str:
        now = time.time()
        return self.keys[-1].token(user["id"], name=user["name"], email=user["email"], iat=now,
                                   exp=now + self.token_seconds, jti=secrets.token_hex(4))

    def rotate_key(self):
        self.keys.append(Key("EdDSA", f"key-{len(self.keys)}"))

    def end_sessions(self):
        self.sessions.clear()

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
