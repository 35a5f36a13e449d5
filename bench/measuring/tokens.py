# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Tokens of the users that a benchmark plays: HS256 under a secret, or EdDSA under a key set that this process serves."""
import base64
import contextlib
import hashlib
import hmac
import http.server
import json
import threading
import time

SECRET = "a-secret-for-benchmarks-of-more-than-32-bytes"


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Signer:
    def __init__(self, kind):
        self.kind = kind
        if kind == "eddsa":
            from cryptography.hazmat.primitives import serialization
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
            self.key = Ed25519PrivateKey.generate()
            raw = self.key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
            self.document = json.dumps({"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "k", "x": base64url(raw)}]}).encode()

    def token(self, user):
        head = {"alg": "HS256"} if self.kind == "hs256" else {"alg": "EdDSA", "kid": "k"}
        claims = {"sub": user, "iat": int(time.time()), "exp": int(time.time()) + 86_400}
        signed = ".".join(base64url(json.dumps(part).encode()) for part in (head, claims))
        if self.kind == "hs256":
            signature = hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).digest()
        else:
            signature = self.key.sign(signed.encode())
        return f"{signed}.{base64url(signature)}"

    @contextlib.contextmanager
    def serving(self):
        """Settings by which a server finds the key set."""
        if self.kind == "hs256":
            yield {}
            return
        document = self.document

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Length", str(len(document)))
                self.end_headers()
                self.wfile.write(document)

            def log_message(self, *args):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield {"JWKS_URL": f"http://127.0.0.1:{server.server_port}/jwks"}
        finally:
            server.shutdown()
