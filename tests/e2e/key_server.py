# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A JWK set behind a real HTTP server, and keys that sign: what Better Auth is to todod."""

import datetime
import http.server
import json
import ssl
import threading
import time

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from todod_process import base64url

DIGESTS = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}
CURVES = {"ES256": (ec.SECP256R1(), "P-256", 32), "ES384": (ec.SECP384R1(), "P-384", 48),
          "ES512": (ec.SECP521R1(), "P-521", 66)}


def number(value: int, size: int | None = None) -> str:
    return base64url(value.to_bytes(size or (value.bit_length() + 7) // 8, "big"))


class Key:
    """One key pair for one algorithm."""

    def __init__(self, alg: str, kid: str | None = "key-1", bits: int = 2048):
        self.alg, self.kid = alg, kid
        if alg in ("EdDSA", "Ed25519"):
            self.private = ed25519.Ed25519PrivateKey.generate()
        elif alg in CURVES:
            self.private = ec.generate_private_key(CURVES[alg][0])
        else:
            self.private = rsa.generate_private_key(65537, bits)

    def jwk(self, **members) -> dict:
        public = self.private.public_key()
        if self.alg in ("EdDSA", "Ed25519"):
            raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
            key = {"kty": "OKP", "crv": "Ed25519", "x": base64url(raw)}
        elif self.alg in CURVES:
            _, name, size = CURVES[self.alg]
            point = public.public_numbers()
            key = {"kty": "EC", "crv": name, "x": number(point.x, size), "y": number(point.y, size)}
        else:
            numbers = public.public_numbers()
            key = {"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)}
        if self.kid is not None:
            key["kid"] = self.kid
        return key | members

    def sign(self, data: bytes) -> bytes:
        if self.alg in ("EdDSA", "Ed25519"):
            return self.private.sign(data)
        digest = DIGESTS[self.alg[2:]]
        if self.alg in CURVES:
            size = CURVES[self.alg][2]
            r, s = decode_dss_signature(self.private.sign(data, ec.ECDSA(digest)))
            return r.to_bytes(size, "big") + s.to_bytes(size, "big")
        if self.alg.startswith("PS"):
            return self.private.sign(data, padding.PSS(padding.MGF1(digest), digest.digest_size), digest)
        return self.private.sign(data, padding.PKCS1v15(), digest)

    def token(self, user="alice", header=None, **claims) -> str:
        head = {"alg": self.alg, "typ": "JWT"} | ({"kid": self.kid} if self.kid is not None else {}) | (header or {})
        claims = {"sub": user, "exp": time.time() + 900} | claims
        parts = [{name: value for name, value in part.items() if value is not None} for part in (head, claims)]
        signed = ".".join(base64url(json.dumps(part).encode()) for part in parts)
        return f"{signed}.{base64url(self.sign(signed.encode()))}"


class Authority:
    """Signs certificates for servers; its own is in the file `certificate`."""

    def __init__(self, folder):
        self.folder, self.private = folder, ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "an authority of a test")])
        own = self._builder(self.name, self.private, 1).add_extension(x509.BasicConstraints(True, 0), True)
        self.certificate = folder / "authority.pem"
        self.certificate.write_bytes(self._pem(own))

    def _builder(self, subject, private, days):
        now = datetime.datetime.now(datetime.UTC)
        return (x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(private.public_key())
                .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=2))
                .not_valid_after(now + datetime.timedelta(days=days)))

    def _pem(self, builder):
        return builder.sign(self.private, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def server_context(self, host="localhost", days=1) -> ssl.SSLContext:
        """TLS of a server with a certificate for `host` that is good for so many days yet."""
        private = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        chain = self.folder / f"{host}{days}.pem"
        chain.write_bytes(self._pem(self._builder(subject, private, days).add_extension(names, False)) +
                          private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                                serialization.NoEncryption()))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain)
        return context


class KeyServer:
    """Serves `document` (bytes, or what is to be JSON) with `status`; counts the requests that come."""

    def __init__(self, *keys, tls: ssl.SSLContext | None = None):
        self.status, self.headers, self.fetches = 200, {}, 0
        self.fetched = threading.Condition()
        self.publish(*keys)
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.path = self.path
                body = outer.document if isinstance(outer.document, bytes) else json.dumps(outer.document).encode()
                self.send_response(outer.status)
                for name, value in outer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                with outer.fetched:
                    outer.fetches += 1
                    outer.fetched.notify_all()

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
            self.url = f"https://localhost:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def publish(self, *keys):
        self.document = {"keys": [key.jwk() if isinstance(key, Key) else key for key in keys]}

    def wait_for_fetches(self, count):
        with self.fetched:
            assert self.fetched.wait_for(lambda: self.fetches >= count, 30)

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
