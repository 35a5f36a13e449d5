# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Tokens over HTTP: the shared secret, key sets of a real key server, rotation, outages, and what must be refused."""

import base64
import contextlib
import json
import subprocess
import time

import pytest
from key_server import Authority, Key, KeyServer
from todod_process import SECRET, base64url, hs256_token

ALGORITHMS = ["EdDSA", "ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"]


@pytest.fixture
def key_server():
    with contextlib.ExitStack() as stack:
        def start(*keys, **options):
            server = KeyServer(*keys, **options)
            stack.callback(server.close)
            return server
        yield start


def status(server, token, path="/api/tasks"):
    return server.get(path, token=token).status


@pytest.fixture(scope="module")
def keys():
    return {alg: Key(alg, f"kid-{alg}") for alg in ALGORITHMS}


def test_every_algorithm_and_the_secret_at_once(start_server, key_server, keys):
    issuer = key_server(*keys.values(), {"kty": "oct", "kid": "x", "k": "c2VjcmV0"}, {"kty": "future"}, "no key")
    server = start_server({"JWKS_URL": issuer.url + "/any/jwks.json"})
    for alg, key in keys.items():
        for _ in range(2):  # verified, then remembered
            assert status(server, key.token()) == 200, alg
        if not alg.startswith(("RS", "PS")):  # of those there are six, and without a kid four are tried
            assert status(server, key.token(header={"kid": None})) == 200, alg
        assert status(server, key.token()[:-6] + "AAAAAA") == 401, alg
    assert status(server, keys["EdDSA"].token(header={"alg": "Ed25519"})) == 200
    assert status(server, server.token("alice")) == 200


def test_better_auth_url_names_the_key_set(start_server, key_server, keys):
    issuer = key_server(keys["EdDSA"])
    for suffix, path in (("", "/api/auth/jwks"), ("/", "/api/auth/jwks"), ("/my/auth/", "/my/auth/jwks")):
        server = start_server({"BETTER_AUTH_URL": issuer.url + suffix, "BETTER_AUTH_SECRET": None})
        assert status(server, keys["EdDSA"].token()) == 200
        assert issuer.path == path
        assert status(server, hs256_token("alice")) == 401  # no secret, so no HS256


def test_keys_over_tls(start_server, key_server, keys, tmp_path):
    trusted = Authority(tmp_path)
    issuer = key_server(keys["EdDSA"], tls=trusted.server_context())
    server = start_server({"JWKS_URL": issuer.url, "SSL_CERT_FILE": trusted.certificate})
    assert status(server, keys["EdDSA"].token()) == 200
    subprocess.run(["openssl", "rehash", tmp_path], check=True)
    server = start_server({"BETTER_AUTH_URL": issuer.url, "SSL_CERT_DIR": tmp_path})
    assert status(server, keys["EdDSA"].token()) == 200


@pytest.mark.parametrize("trust, tls", [({"SSL_CERT_FILE": None}, {}), ({}, {"host": "elsewhere.example"}),
                                        ({}, {"days": -1})], ids=["unknown authority", "another host", "expired"])
def test_keys_of_a_server_with_a_bad_certificate_are_not_taken(start_server, key_server, keys, tmp_path, trust, tls):
    trusted = Authority(tmp_path)
    issuer = key_server(keys["EdDSA"], tls=trusted.server_context(**tls))
    server = start_server({"JWKS_URL": issuer.url, "SSL_CERT_FILE": trusted.certificate} | trust)
    answer = server.get("/api/tasks", token=keys["EdDSA"].token())
    assert (answer.status, answer.json()["code"]) == (503, "unavailable")
    deadline = time.monotonic() + 30
    while "certificate" not in server.output():  # the log follows the answer
        assert time.monotonic() < deadline, server.output()
        time.sleep(0.02)
    assert issuer.fetches == 0


def test_no_proxy_stands_before_this_machine(start_server, key_server, keys):
    issuer = key_server(keys["EdDSA"])
    server = start_server({"JWKS_URL": issuer.url, "http_proxy": "http://127.0.0.1:1", "no_proxy": "elsewhere"})
    assert status(server, keys["EdDSA"].token()) == 200


def test_rotation_without_a_restart(start_server, key_server):
    old, new = Key("EdDSA", "old"), Key("EdDSA", "new")
    issuer = key_server(old)
    server = start_server({"JWKS_URL": issuer.url})
    assert status(server, old.token()) == 200
    issuer.publish(new)
    # The fetch at the start may still be ending; then the first that asks goes with it and learns nothing.
    deadline = time.monotonic() + 60
    while status(server, new.token()) != 200 and time.monotonic() < deadline:
        assert status(server, server.token("alice")) == 200
    assert status(server, new.token()) == 200
    assert status(server, old.token()) == 401  # removed from the set, though it was remembered
    issuer.wait_for_fetches(2)  # which counts after it has answered
    assert issuer.fetches == 2


def test_a_key_server_that_is_down(start_server, key_server, keys):
    issuer = key_server(keys["EdDSA"])
    issuer.status = 500
    server = start_server({"JWKS_URL": issuer.url})
    issuer.wait_for_fetches(1)
    answer = server.get("/api/tasks", token=keys["EdDSA"].token())
    assert answer.status == 503 and answer.json()["code"] == "unavailable" and "Retry-After" in answer.headers
    assert status(server, server.token("alice")) == 200
    issuer.status = 200
    deadline = time.monotonic() + 60
    while status(server, keys["EdDSA"].token()) != 200 and time.monotonic() < deadline:
        pass
    issuer.close()
    assert status(server, keys["EdDSA"].token()) == 200


@pytest.mark.parametrize("document", [b"", b"{", b"[]", b'{"keys":{}}', b"x" * 2_000_000, b'{"keys":[]}'])
def test_a_broken_key_set_takes_nothing_away(start_server, key_server, keys, document):
    issuer = key_server()
    issuer.document = document
    server = start_server({"JWKS_URL": issuer.url})
    issuer.wait_for_fetches(1)
    assert status(server, keys["EdDSA"].token()) in (401, 503)
    assert status(server, server.token("alice")) == 200


def test_a_redirect_is_not_followed(start_server, key_server, keys):
    other = key_server(keys["EdDSA"])
    issuer = key_server()
    issuer.status, issuer.headers = 302, {"Location": other.url}
    server = start_server({"JWKS_URL": issuer.url})
    issuer.wait_for_fetches(1)
    assert status(server, keys["EdDSA"].token()) == 503 and other.fetches == 0


def test_keys_that_must_not_be_used(start_server, key_server):
    weak = Key("RS256", "weak", bits=1024)
    key = {name: Key("ES256", name) for name in ("enc", "ops", "alg", "good")}
    issuer = key_server(weak, key["enc"].jwk(use="enc"), key["ops"].jwk(key_ops=["sign"]),
                        key["alg"].jwk(alg="ES384"), key["good"].jwk(use="sig", key_ops=["verify"], alg="ES256"))
    server = start_server({"JWKS_URL": issuer.url})
    assert status(server, key["good"].token()) == 200
    for refused in (weak, key["enc"], key["ops"], key["alg"]):
        answer = server.get("/api/tasks", token=refused.token())
        assert (answer.status, answer.json()["code"]) == (401, "invalid_token"), refused.kid


def test_confusion_of_algorithms_and_keys(start_server, key_server, keys):
    issuer = key_server(*keys.values())
    server = start_server({"JWKS_URL": issuer.url})
    pem_like = json.dumps(keys["RS256"].jwk())
    for secret in (pem_like, keys["RS256"].jwk()["n"], "", base64.b64decode("AA==").decode()):
        token = hs256_token("alice", secret)
        assert status(server, token) == 401
    attacker = Key("ES256", "kid-ES256")
    assert status(server, attacker.token(header={"jwk": attacker.jwk()})) == 401
    assert status(server, attacker.token(header={"jku": issuer.url, "x5u": issuer.url})) == 401
    assert status(server, keys["RS256"].token(header={"alg": "PS256"})) == 401
    assert status(server, keys["ES256"].token(header={"alg": "ES384"})) == 401


def raw_token(header, claims, secret=SECRET):
    import hashlib
    import hmac
    signed = base64url(header.encode()) + "." + base64url(claims.encode())
    return signed + "." + base64url(hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest())


def refused_tokens():
    now = int(time.time())
    good_header, good = '{"alg":"HS256"}', f'{{"sub":"alice","exp":{now + 86_400}}}'
    yield from {
        "none": raw_token('{"alg":"none"}', good),
        "none without a signature": raw_token('{"alg":"none"}', good).rsplit(".", 1)[0] + ".",
        "lower case": raw_token('{"alg":"hs256"}', good),
        "no alg": raw_token("{}", good),
        "crit": raw_token('{"alg":"HS256","crit":["exp"]}', good),
        "b64": raw_token('{"alg":"HS256","b64":true}', good),
        "zip": raw_token('{"alg":"HS256","zip":"DEF"}', good),
        "another typ": raw_token('{"alg":"HS256","typ":"dpop+jwt"}', good),
        "header member twice": raw_token('{"alg":"HS256","alg":"HS256"}', good),
        "claim twice": raw_token(good_header, f'{{"sub":"bob","sub":"alice","exp":{now + 86_400}}}'),
        "no exp": raw_token(good_header, '{"sub":"alice"}'),
        "exp as text": raw_token(good_header, f'{{"sub":"alice","exp":"{now + 86_400}"}}'),
        "not yet valid": raw_token(good_header, f'{{"sub":"alice","exp":{now + 86_400},"nbf":{now + 43_200}}}'),
        "no user": raw_token(good_header, f'{{"exp":{now + 86_400}}}'),
        "sub null": raw_token(good_header, f'{{"sub":null,"user_id":"alice","exp":{now + 86_400}}}'),
        "sub empty": raw_token(good_header, f'{{"sub":"","exp":{now + 86_400}}}'),
        "sub with a control character": raw_token(good_header, f'{{"sub":"a\\u0007","exp":{now + 86_400}}}'),
        "sub too long": raw_token(good_header, f'{{"sub":"{"x" * 256}","exp":{now + 86_400}}}'),
        "two users": raw_token(good_header, f'{{"sub":"alice","user_id":"bob","exp":{now + 86_400}}}'),
        "not an object": raw_token(good_header, '["alice"]'),
        "padding": raw_token(good_header, good) + "=",
        "two parts": raw_token(good_header, good).rsplit(".", 1)[0],
        "four parts": raw_token(good_header, good) + ".x",
        "empty parts": "..",
        "not base64url": raw_token(good_header, good).replace(".", ".+", 1),
        "another secret": raw_token(good_header, good, "x" * 40),
        "too long": raw_token(good_header, f'{{"sub":"alice","exp":{now + 86_400},"x":"{"x" * 9000}"}}'),
    }.items()


# Named by their fault: tokens, which hold the time, would name the tests anew every second.
@pytest.mark.parametrize("token", [pytest.param(token, id=name) for name, token in refused_tokens()])
def test_refused(server, token):
    answer = server.get("/api/tasks", token=token)
    assert (answer.status, answer.json()["code"]) == (401, "invalid_token")
    assert answer.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'
    assert token not in answer.body.decode()


def test_leeway_and_expiry(server):
    now = time.time()
    assert server.get("/api/tasks", token=hs256_token("alice", exp=now - 20)).status == 200
    answer = server.get("/api/tasks", token=hs256_token("alice", exp=now - 60))
    assert (answer.status, answer.json()["code"]) == (401, "token_expired")
    assert "expired" in answer.json()["detail"]
    assert server.get("/api/tasks", token=hs256_token("alice", exp=now + 60.5, nbf=now + 20)).status == 200
    assert server.get("/api/tasks", token=hs256_token("alice", exp=1e300)).status == 200


def test_a_remembered_token_expires_all_the_same(server):
    token = hs256_token("alice", exp=time.time() - 28)  # two more seconds of leeway
    assert server.get("/api/tasks", token=token).status == 200
    deadline = time.monotonic() + 30
    while server.get("/api/tasks", token=token).status == 200:
        assert time.monotonic() < deadline
    assert server.get("/api/tasks", token=token).json()["code"] == "token_expired"


def test_user_id_claim_typ_and_scheme(server):
    assert server.get("/api/alice/tasks", token=hs256_token(None, user_id="alice")).status == 200
    assert server.get("/api/alice/tasks", token=hs256_token("alice", user_id="alice")).status == 200
    token = server.token("alice")
    for value in (f"bearer {token}", f"BEARER  {token}"):
        assert server.get("/api/tasks", headers={"Authorization": value}).status == 200
    for value in ("Basic YWxpY2U6eA==", "Bearer", token):
        answer = server.get("/api/tasks", headers={"Authorization": value})
        assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer"), value


def test_issuer_and_audience(start_server):
    server = start_server({"JWT_ISSUER": "https://auth.example/", "JWT_AUDIENCE": "todo"})
    good = {"iss": "https://auth.example", "aud": ["x", "todo/"]}
    assert server.get("/api/tasks", token=hs256_token("alice", **good)).status == 200
    for wrong in ({"iss": "https://other.example"}, {"aud": "x"}, {"iss": None}, {"aud": None}, {"aud": []}):
        assert server.get("/api/tasks", token=hs256_token("alice", **(good | wrong))).status == 401, wrong


def test_two_authorization_headers_are_malformed(server):
    token = server.token("alice")
    for path in ("/api/tasks", "/livez", "/nowhere"):
        answer = server.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n"
                            f"Authorization: Bearer {token}\r\n\r\n".encode())
        assert answer.startswith(b"HTTP/1.1 400 ") and b'"malformed_request"' in answer, path


def test_the_rate_limit_per_user_and_for_bad_tokens(start_server):
    server = start_server({"RATE_LIMIT": "5"})
    answers = [server.get("/api/tasks", user="alice") for _ in range(40)]
    limited = [a for a in answers if a.status == 429]
    assert answers[0].status == 200 and 5 <= 40 - len(limited) < 40
    assert int(limited[0].headers["Retry-After"]) >= 1
    assert "RateLimit" in limited[0].headers and "RateLimit-Policy" in limited[0].headers
    assert limited[0].json()["code"] == "rate_limited"
    assert server.get("/api/tasks", user="bob").status == 200
    bad = [server.get("/api/tasks", token="a.b.c").status for _ in range(40)]
    assert bad[0] == 401 and 429 in bad
    unseen = server.token("bob", jti="another")
    assert server.get("/api/tasks", token=unseen).status == 200
    namesake = server.token("127.0.0.1")  # a user, not the address whose allowance is used up
    assert server.get("/api/tasks", token=namesake).status == 200
