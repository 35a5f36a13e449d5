# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Existing todo front ends against the shipped binary, unmodified: every client's requests as it writes them, every
shape of request that front ends in the wild send, preflights of browsers, and the text that they show of an error.
"""
import itertools
import json
import uuid

import front_ends
import pytest
from front_ends import CLIENTS, PREFLIGHTS, send
from todod_process import Server, hs256_token, quote

ORIGIN = "https://todo.example"
FORMS = ["/api/{user}/tasks", "/api/tasks"]
SLASHES = ["", "/"]
JSON = "application/json"


@pytest.fixture(scope="module")
def api(binary):
    server = Server(binary, {"CORS_ORIGINS": f"{ORIGIN},http://localhost:3000", "LOG_LEVEL": "warn"})
    server.wait_until_listening()
    yield server
    server.finish()


class FrontEnd:
    """One user of one application: its client, the form of its paths, and whether it always names a type."""

    def __init__(self, api, client="chromium_156_fetch", form=FORMS[0], slash="", always_typed=False):
        self.api, self.client, self.always_typed = api, CLIENTS[client], always_typed
        # As Better Auth makes ids, and as those do who take the address for one.
        self.user = f"{uuid.uuid4().hex}@example.com"
        self.tasks, self.slash = form.format(user=quote(self.user)), slash
        self.values = {"authorization": f"Bearer {hs256_token(self.user)}", "origin": ORIGIN,
                       "cookie": "better-auth.session_token=" + "x" * 200}

    def __call__(self, method, path="", body=None, query="", media_type=JSON, **values):
        """`body`: what becomes JSON, or text as it is."""
        if body is not None and not isinstance(body, str):
            body = json.dumps(body, separators=(",", ":"))
        named = media_type if body is not None or self.always_typed else None
        return send(self.api, self.client, method, self.tasks + path + self.slash + query, body,
                    **({"type": named} | self.values | values))

    def create(self, **fields):
        answer = self("POST", body={"title": "Buy milk", "description": "2 litres"} | fields)
        assert answer.status == 201, answer
        return answer.json()


def detail(answer) -> str:
    """What front ends show of an error: `(await response.json()).detail`, which must be text."""
    text = answer.json()["detail"]
    assert isinstance(text, str) and text
    return text


def test_pages_may_read_why_a_head_was_refused(api):
    """The head is refused as a whole, but what came with it says who may read the answer, and under which name it is logged."""
    begin = f"Host: x\r\nX-Request-Id: mine\r\nOrigin:  {ORIGIN} \r\n"
    for status, head in ((400, f"GET /api/tasks?cursor=100% HTTP/1.1\r\n{begin}\r\n"),
                         (431, f"GET /api/tasks HTTP/1.1\r\n{begin}Cookie: {'x' * 17_000}\r\n\r\n")):
        answer = api.raw(head.encode())
        assert answer.startswith(f"HTTP/1.1 {status} ".encode()), answer
        assert f"\r\nAccess-Control-Allow-Origin: {ORIGIN}\r\n".encode() in answer, answer
        assert b"\r\nX-Request-Id: mine\r\n" in answer and b'"request_id":"mine"' in answer, answer
    assert b"larger than 16384 bytes" in answer


# ---- clients

@pytest.mark.parametrize("always_typed", [False, True], ids=["typed_bodies", "always_typed"])
@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_does_all_that_a_front_end_does(api, client, always_typed):
    for form, slash in itertools.product(FORMS, SLASHES):
        app = FrontEnd(api, client, form, slash, always_typed)
        assert app("GET").json() == []
        task = app.create()
        at = "/" + task["id"]
        assert app("GET", at).json() == task
        assert app("PUT", at, {"title": "Buy bread"}).json()["description"] == "2 litres"
        assert [app("PATCH", at + "/complete").json()["completed"] for _ in range(3)] == [True, False, True]
        assert [app("PATCH", at + "/complete", {"completed": True}).json()["version"] for _ in range(2)] == [5, 5]
        assert app("PATCH", at, {"completed": False}).json()["status"] == "pending"
        assert [each["title"] for each in app("GET").json()] == ["Buy bread"]
        refused = app("POST", body={"title": ""})
        assert (refused.status, detail(refused)) == (400, "title must have 1 to 500 characters")
        gone = app("DELETE", at)
        assert (gone.status, gone.body) == (204, b"")
        assert app("GET", at).status == 404 and "task" in detail(app("DELETE", at))


def test_a_request_without_a_session_sends_the_user_to_sign_in(api):
    for client in CLIENTS:
        answer = send(api, CLIENTS[client], "GET", "/api/tasks", origin=ORIGIN)
        assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer") and detail(answer)
        expired = send(api, CLIENTS[client], "GET", "/api/tasks", origin=ORIGIN,
                       authorization=f"Bearer {hs256_token('alice', exp=1_700_000_000)}")
        # One of the front ends that were read looks for this word.
        assert expired.status == 401 and "expired" in detail(expired)


# ---- shapes: (name, method, path after the collection, body, query, status, members that the answer must have)

CREATED = {"title": "Buy milk", "description": "2 litres", "status": "pending", "completed": False}
SHAPES = [
    ("create with a title alone", "POST", "", {"title": "x"}, "", 201, {"title": "x", "description": None}),
    ("create with an empty description", "POST", "", {"title": "x", "description": ""}, "", 201, {"description": ""}),
    ("create with null", "POST", "", {"title": "x", "description": None}, "", 201, {"description": None}),
    ("create as TodoMVC does", "POST", "", {"title": "x", "completed": False}, "", 201, {"completed": False}),
    ("create with a status", "POST", "", {"title": "x", "status": "pending"}, "", 201, {"status": "pending"}),
    ("create that names its user", "POST", "", {"title": "x", "user_id": "who"}, "", 201, {"title": "x"}),
    ("create completed, as an import does", "POST", "", {"title": "x", "completed": True}, "", 201, {"completed": True}),
    ("create with spaces around", "POST", "", {"title": "  x "}, "", 201, {"title": "x"}),
    ("PUT of a title", "PUT", "/{id}", {"title": "y"}, "", 200, CREATED | {"title": "y"}),
    ("PUT of a description", "PUT", "/{id}", {"description": "y"}, "", 200, CREATED | {"description": "y"}),
    ("PUT of both, as a dialog does", "PUT", "/{id}", {"title": "y", "description": ""}, "", 200,
     CREATED | {"title": "y", "description": ""}),
    ("PUT that clears", "PUT", "/{id}", {"title": "y", "description": None}, "", 200,
     CREATED | {"title": "y", "description": None}),
    ("PUT of completed", "PUT", "/{id}", {"completed": True}, "", 200, CREATED | {"completed": True, "status": "completed"}),
    ("PUT of title and completed", "PUT", "/{id}", {"title": "y", "completed": True}, "", 200,
     CREATED | {"title": "y", "completed": True, "status": "completed"}),
    ("PUT of nothing", "PUT", "/{id}", {}, "", 200, CREATED | {"version": 1}),
    ("PATCH of a title", "PATCH", "/{id}", {"title": "y"}, "", 200, CREATED | {"title": "y"}),
    ("PATCH of completed", "PATCH", "/{id}", {"completed": True}, "", 200, {"completed": True, "title": "Buy milk"}),
    ("PATCH of a status", "PATCH", "/{id}", {"status": "completed"}, "", 200, {"completed": True, "title": "Buy milk"}),
    ("toggle without a body", "PATCH", "/{id}/complete", None, "", 200, {"completed": True}),
    ("toggle with {}", "PATCH", "/{id}/complete", {}, "", 200, {"completed": True}),
    ("set to true", "PATCH", "/{id}/complete", {"completed": True}, "", 200, {"completed": True}),
    ("set to false", "PATCH", "/{id}/complete", {"completed": False}, "", 200, CREATED | {"version": 1}),
    ("set by status", "PATCH", "/{id}/complete", {"status": "completed"}, "", 200, {"completed": True}),
    ("list with an empty query", "GET", "", None, "?", 200, CREATED),
    ("list of all", "GET", "", None, "?status=all", 200, CREATED),
    ("list of the pending", "GET", "", None, "?status=pending", 200, CREATED),
    ("list sorted", "GET", "", None, "?status=all&sort=-created_at&limit=100", 200, CREATED),
    ("list with an encoded sort", "GET", "", None, "?sort=%2Dupdated_at", 200, CREATED),
    ("read", "GET", "/{id}", None, "", 200, CREATED),
    ("clear the pending", "DELETE", "", None, "?status=pending", 200, {"deleted": 1}),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape[0])
def test_a_shape_of_request_does_what_the_front_end_means(api, shape):
    name, method, path, body, query, status, expected = shape
    for form, slash, always_typed in itertools.product(FORMS, SLASHES, [False, True]):
        app = FrontEnd(api, "chromium_156_axios", form, slash, always_typed)
        task = app.create()
        for media_type in (JSON, "application/json; charset=utf-8", "application/json;charset=UTF-8"):
            answer = app(method, path.format(id=task["id"]), body, query, media_type)
            assert answer.status == status, (name, app.tasks, answer)
            shown = answer.json()[0] if isinstance(answer.json(), list) else answer.json()
            assert {member: shown[member] for member in expected} == expected, (name, app.tasks)
            if method != "POST":
                break  # done once, it is done


def test_a_front_end_sends_back_all_that_it_got(api):
    """{...task, title: "y"}: the members that are the server's are ignored, whatever they say."""
    for method in ("PUT", "PATCH"):
        app = FrontEnd(api)
        task = app.create()
        changed = app(method, "/" + task["id"], task | {"title": "y", "user_id": "another", "version": 7}).json()
        assert changed == task | {"title": "y", "version": 2, "updated_at": changed["updated_at"]}


def test_a_page_of_another_users_is_not_reused(api):
    """A browser keeps answers by URL: what it revalidates after another sign-in must not be the former user's."""
    first, second = FrontEnd(api, form=FORMS[1]), FrontEnd(api, form=FORMS[1])
    first.create()
    kept = first("GET")
    again = second("GET", if_none_match=kept.headers["ETag"] or '"1"')
    assert (again.status, again.json()) == (200, [])


# ---- what the network between adds

NO_BODY = [("PATCH", ""), ("PATCH", "Content-Length: 0"), ("PATCH", "Transfer-Encoding: chunked"),
           ("PATCH", "Expect: 100-continue"), ("GET", "Content-Length: 0"), ("GET", "Expect: 100-continue"),
           ("DELETE", "Content-Length: 0")]


@pytest.mark.parametrize("method, framing", NO_BODY)
def test_no_body_however_it_is_said(api, method, framing):
    """Proxies say 'no body' in different ways; a stream that turns out empty is none, either."""
    app = FrontEnd(api)
    path = f"{app.tasks}/{app.create()['id']}" + ("/complete" if method == "PATCH" else "")
    lines = [f"{method} {path} HTTP/1.1", "Host: x", f"Authorization: {app.values['authorization']}", framing]
    head = "\r\n".join(line for line in lines if line) + "\r\n\r\n"
    answer = front_ends.exchange(api, (head + ("0\r\n\r\n" if "chunked" in framing else "")).encode())
    assert answer.status == (204 if method == "DELETE" else 200), answer
    if method == "PATCH":
        assert answer.json()["completed"] is True


@pytest.mark.parametrize("version, added", [
    ("1.0", "Connection: close"),  # nginx, as it comes
    ("1.1", "Connection: upgrade\r\nUpgrade: websocket"),  # a development proxy with its websocket rule for all paths
    ("1.1", "X-Forwarded-For: 203.0.113.7, 10.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: todo.example\r\n"
            "Via: 1.1 vegur\r\nForwarded: for=203.0.113.7;proto=https"),
    ("1.1", "TE: trailers\r\nDNT: 1\r\nSec-GPC: 1\r\nPriority: u=1, i\r\nsave-data: on"),
    ("1.1", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nbaggage: a=b\r\n"
            "sentry-trace: 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1\r\nX-User-Id: alice"),
    ("1.1", "next-router-state-tree: %5B%22%22%5D\r\nRSC: 1\r\nNext-Url: /tasks\r\nX-Requested-With: XMLHttpRequest"),
])
def test_what_proxies_and_frameworks_add_changes_nothing(api, version, added):
    app = FrontEnd(api)
    body = '{"title":"x"}'
    answer = front_ends.exchange(api, f"POST {app.tasks} HTTP/{version}\r\nHost: x\r\n{added}\r\nAuthorization: "
                                      f"{app.values['authorization']}\r\nContent-Type: {JSON}\r\n"
                                      f"Content-Length: {len(body)}\r\n\r\n{body}".encode())
    assert (answer.status, answer.json()["title"]) == (201, "x")


# ---- browsers ask first

@pytest.mark.parametrize("browser", PREFLIGHTS)
def test_preflights_of_browsers(api, browser):
    for origin in (ORIGIN, "http://localhost:3000"):
        for path, method, asked in [
                ("/api/tasks", "GET", "authorization"),
                ("/api/tasks/", "POST", "authorization,content-type"),
                ("/api/alice/tasks", "POST", "authorization,content-type,idempotency-key"),
                ("/api/alice/tasks/0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111", "PUT", "authorization,content-type"),
                ("/api/alice/tasks/0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111/", "DELETE", "authorization"),
                ("/api/tasks/1/complete", "PATCH", "authorization,content-type,if-match"),
                ("/api/tasks/1/complete/", "PATCH", None)]:
            head = front_ends.head(PREFLIGHTS[browser], host=f"{api.host}:{api.port}", origin=origin, method=method,
                                   headers=asked)
            answer = front_ends.exchange(api, f"OPTIONS {path} HTTP/1.1\r\n{head}\r\n\r\n".encode())
            allowed = {name: set(answer.headers[f"Access-Control-Allow-{name}"].lower().split(", "))
                       for name in ("Methods", "Headers")}
            assert (answer.status, answer.body) == (204, b"")
            assert answer.headers["Access-Control-Allow-Origin"] == origin
            assert answer.headers["Access-Control-Allow-Credentials"] == "true"
            assert method.lower() in allowed["Methods"]
            assert set((asked or "authorization").split(",")) <= allowed["Headers"]
            assert "Origin" in answer.headers["Vary"]


def test_a_page_of_another_origin_may_read_answers_and_errors(api):
    app = FrontEnd(api)
    for answer in (app("GET"), app("POST", body={"title": "x"}), app("POST", body={"title": ""}),
                   app("GET", authorization=None), app("GET", "/none")):
        assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN, answer
        assert {"ETag", "Link", "Location", "Retry-After"} <= set(
            answer.headers["Access-Control-Expose-Headers"].split(", "))
    stranger = app("GET", origin="https://evil.example")
    assert stranger.status == 200 and stranger.headers["Access-Control-Allow-Origin"] is None


# ---- what the contract refuses: the front end shows why

REFUSED = [
    ("a priority", "POST", "", {"title": "x", "priority": "high"}, "", JSON, 400, "priority"),
    ("a due date", "PUT", "/{id}", {"due_date": "2026-01-01"}, "", JSON, 400, "due_date"),
    ("fetch without a Content-Type", "POST", "", {"title": "x"}, "", "text/plain;charset=UTF-8", 415, "application/json"),
    ("a form", "POST", "", "title=x", "", "application/x-www-form-urlencoded", 415, "application/json"),
    ("{...task, completed: true}", "PUT", "/{id}", {"status": "pending", "completed": True}, "", JSON, 400, "completed"),
    ("axios.patch(url, null) under a JSON type", "PATCH", "/{id}/complete", "null", "", JSON, 400, "object"),
    ("paging by number", "GET", "", None, "?page=1", JSON, 400, "page"),
    ("a sort of another server", "GET", "", None, "?sort=title_asc", JSON, 400, "sort"),
    ("a number for an id", "GET", "/17", None, "", JSON, 404, "task"),
    ("a long title", "POST", "", {"title": "x" * 501}, "", JSON, 400, "500"),
]


@pytest.mark.parametrize("shape", REFUSED, ids=lambda shape: shape[0])
def test_what_the_contract_refuses_says_why(api, shape):
    name, method, path, body, query, media_type, status, word = shape
    app = FrontEnd(api)
    answer = app(method, path.format(id=app.create()["id"]), body, query, media_type)
    assert answer.status == status and word in detail(answer), (name, answer)
