# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""openapi/openapi.json: strictly linted, the same as what the binary says, and true for real answers."""
import copy
import fcntl
import json
import re
import subprocess
import time

import pytest

from contract import Contract, fill

UNKNOWN_ID = "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111"
CLIENT_ID = "7C1F6A54-3F0E-4F5F-9A53-0D9B1F5A2E10"
LINT_SECONDS = 300


@pytest.fixture(scope="module")
def text(repository):
    return (repository / "openapi" / "openapi.json").read_text()


@pytest.fixture(scope="module")
def document(text):
    return json.loads(text)


@pytest.fixture(scope="module")
def contract(document):
    return Contract(document)


# ---- the document by itself

@pytest.fixture(scope="module")
def spectral(repository):
    """spectral(files) -> its findings as a list. Installs the linter from the lock file where it is missing."""
    folder = repository / "openapi"
    program = folder / "node_modules" / ".bin" / "spectral"
    (repository / "build").mkdir(exist_ok=True)
    with open(repository / "build" / ".openapi-npm.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not program.exists():
            subprocess.run(["npm", "ci", "--silent"], cwd=folder, check=True, timeout=LINT_SECONDS)

    def lint(*files):
        done = subprocess.run([program, "lint", "--ruleset", ".spectral.yaml", "--fail-severity", "hint",
                               "--format", "json", "--quiet", *files],
                              cwd=folder, capture_output=True, text=True, timeout=LINT_SECONDS, check=False)
        findings = json.loads(re.search(r"^\[.*\]$", done.stdout, re.S | re.M)[0])
        assert (done.returncode != 0) == bool(findings), done.stdout + done.stderr
        return findings

    return lint


def test_the_linter_finds_nothing(spectral):
    assert spectral("openapi.json") == []


def list_own(document):
    return document["paths"]["/api/tasks"]["get"]


MUTATIONS = {
    "todod-operation-has-summary": lambda d: list_own(d).pop("summary"),
    "todod-operation-answers": lambda d: list_own(d)["responses"].pop("408"),
    "todod-task-operation-answers": lambda d: list_own(d)["responses"].pop("401"),
    "todod-errors-are-problems": lambda d: d["components"]["responses"]["forbidden"].update(
        content={"application/json": {"schema": {"type": "object"}, "examples": {"empty": {"value": {}}}}}),
    "todod-answers-have-request-id": lambda d: d["components"]["responses"]["forbidden"]["headers"].pop("X-Request-Id"),
    "todod-bodies-have-examples": lambda d: list_own(d)["responses"]["200"]["content"]["application/json"].pop("examples"),
    "todod-parameters-have-examples": lambda d: d["components"]["parameters"]["limit"].pop("example"),
    "todod-objects-are-closed": lambda d: d["components"]["schemas"]["Task"].pop("additionalProperties"),
    "todod-properties-are-described": lambda d: d["components"]["schemas"]["Task"]["properties"]["id"].pop("description"),
    "oas3-valid-media-example": lambda d: d["components"]["examples"]["task_pending"]["value"].update(completed=True),
}


def test_the_linter_notices_each_kind_of_gap(spectral, document, tmp_path):
    files = {}
    two = {path: {method: item[method] for method in ("get", "post")}
           for path, item in document["paths"].items() if path.endswith("/tasks")}
    small = {**document, "paths": two}  # of the whole document the linter takes a minute
    for rule, spoil in MUTATIONS.items():
        spoilt = copy.deepcopy(small)
        spoil(spoilt)
        files[rule] = tmp_path / f"{rule}.json"
        files[rule].write_text(json.dumps(spoilt))
    findings = spectral(*files.values())
    for rule, file in files.items():
        assert rule in {each["code"] for each in findings if each["source"] == str(file)}


def test_both_path_forms_document_the_same(document):
    paths = document["paths"]
    long_forms = [path for path in paths if path.startswith("/api/{user_id}/")]
    assert len(long_forms) == 3
    for path in long_forms:
        short = paths[path.replace("/{user_id}", "")]
        assert set(short) == set(paths[path])
        for method, operation in paths[path].items():
            own = short[method]
            without_user = [each for each in operation["parameters"] if not each["$ref"].endswith("/user_id")]
            assert own["parameters"] == without_user
            assert own.get("requestBody") == operation.get("requestBody")
            # Only a path that names a user can name another one, or an empty one.
            for status, response in operation["responses"].items():
                if status not in own["responses"]:
                    assert (status, response["$ref"].split("/")[-1]) in [("403", "forbidden"), ("404", "not_found")]
                else:
                    assert own["responses"][status] == response


# ---- the document and the binary

def test_the_binary_prints_and_serves_the_document(server, text):
    printed = server.run("openapi")
    assert printed.returncode == 0
    assert printed.stdout.strip() == text.strip()
    for headers in ({}, {"Accept-Encoding": "gzip;q=0"}):
        assert server.get("/openapi.json", headers=headers).body.decode() == text


def test_every_path_allows_what_is_documented(server, document):
    for template, item in document["paths"].items():
        path = fill(template, user_id="alice", task_id=UNKNOWN_ID)
        methods = {method.upper() for method in item}
        expected = methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set())
        for method in ("BREW", *({"GET", "PUT", "POST", "DELETE", "PATCH"} - methods)):
            answer = server.request(method, path)
            assert answer.status == 405, (method, path, answer)
            assert answer.json()["code"] == "method_not_allowed"
            assert set(re.split(r",\s*", answer.headers["Allow"])) == expected, path
        options = server.request("OPTIONS", path)
        assert options.status == 204
        assert set(re.split(r",\s*", options.headers["Allow"])) == expected, path


def test_every_route_of_the_source_is_documented(repository, document):
    """The route table is one screen of source: its templates are the document's paths."""
    sources = "".join(file.read_text() for file in sorted((repository / "src" / "api").glob("routes*.cpp")))
    templates = {found for found in re.findall(r'"(/[^"\s]*)"', sources) if not found.startswith(("/docs/", "/app/"))}
    assert templates, "no route templates found in src/api/routes*.cpp"
    assert templates == set(document["paths"])


# ---- the document and real answers

class Judge:
    """Sends requests of one user and checks every answer against its operation."""

    def __init__(self, server, contract, prefix):
        self.server, self.contract, self.prefix = server, contract, prefix
        self.seen = set()

    def __call__(self, method, rest, expected, query="", task_id=UNKNOWN_ID, **options):
        template = self.prefix + rest
        path = fill(template, user_id=options.pop("path_user", "alice"), task_id=task_id) + query
        if not {"user", "token"} & set(options):
            options["user"] = "alice"
        answer = self.server.request(method, path, **options)
        assert answer.status == expected, (method, path, answer)
        self.contract.check("GET" if method == "HEAD" else method, template, answer, head=method == "HEAD")
        self.seen.add((method, rest, answer.status))
        return answer


@pytest.mark.parametrize("prefix", ["/api/{user_id}", "/api"])
def test_real_answers_are_as_documented(server, contract, prefix):
    judge = Judge(server, contract, prefix)
    tasks, one, complete = "/tasks", "/tasks/{task_id}", "/tasks/{task_id}/complete"
    merge = {"Content-Type": "application/merge-patch+json"}

    judge("GET", tasks, 200)
    created = judge("POST", tasks, 201, body={"title": "Buy milk"})
    assert "Idempotency-Replayed" not in created.headers
    task_id = created.json()["id"]
    assert server.get(created.headers["Location"], user="alice").json() == created.json()
    key = {"Idempotency-Key": "4f6d1c0e-new-task"}
    judge("POST", tasks, 201, body={"title": "Call the dentist", "description": "In March"}, headers=key)
    replayed = judge("POST", tasks, 201, body={"description": "In March", "title": " Call the dentist "}, headers=key)
    assert replayed.headers["Idempotency-Replayed"] == "true"
    judge("POST", tasks, 422, body={"title": "Another"}, headers=key)
    judge("POST", tasks, 201, body={"title": "Done already", "completed": True})
    assert "Link" not in judge("GET", tasks, 200).headers
    page = judge("GET", tasks, 200, "?limit=2&sort=title")
    following = page.headers["Link"].removeprefix("<").partition(">")[0]
    assert len(page.json()) == 2 and len(server.get(following, user="alice").json()) == 1
    judge("HEAD", tasks, 200)
    known = {"If-None-Match": page.headers["ETag"]}
    assert judge("GET", tasks, 304, "?limit=2&sort=title", headers=known).headers["Link"] == page.headers["Link"]
    judge("HEAD", tasks, 304, "?limit=2&sort=title", headers=known)
    judge("GET", tasks, 200, "?limit=3&sort=title", headers=known)
    judge("GET", tasks, 400, headers={"If-None-Match": "1"})

    read = judge("GET", one, 200, task_id=task_id)
    judge("HEAD", one, 200, task_id=task_id)
    judge("GET", one, 304, task_id=task_id, headers={"If-None-Match": read.headers["ETag"]})
    judge("PUT", one, 200, task_id=task_id, body={"title": "Buy oat milk"})
    judge("PATCH", one, 200, task_id=task_id, body={"description": "Two cartons"}, headers=merge)
    judge("PATCH", one, 200, task_id=task_id, body=read.json(), headers={"If-Match": "*"})
    judge("PUT", one, 201, task_id=CLIENT_ID, body={"title": "Mine"}, headers={"If-None-Match": "*"})
    judge("PUT", one, 412, task_id=CLIENT_ID, body={"title": "Mine"}, headers={"If-None-Match": "*"})
    judge("PATCH", complete, 200, task_id=task_id)
    judge("PATCH", complete, 200, task_id=task_id, body={"completed": True})
    judge("PATCH", complete, 200, task_id=task_id, body={"status": "pending"}, headers=merge)

    stale = {"If-Match": '"1"'}
    for method, rest, body in (("PUT", one, {}), ("PATCH", one, {}), ("PATCH", complete, {}), ("DELETE", one, None)):
        judge(method, rest, 412, task_id=task_id, body=body, headers=stale)
        judge(method, rest, 404, body=body)
        judge(method, rest, 400, task_id=task_id, body=body, headers={"If-Match": "1"})
    judge("GET", one, 404)
    judge("GET", one, 400, task_id=task_id, headers={"If-None-Match": "1"})
    judge("DELETE", one, 204, task_id=task_id)
    judge("DELETE", tasks, 400)
    assert judge("DELETE", tasks, 200, "?status=completed").json() == {"deleted": 1}

    # What every operation may answer.
    operations = [(method, path.removeprefix(prefix)) for method, path in contract.operations()
                  if path.startswith(prefix + "/tasks")]
    assert len(operations) == 8
    for method, rest in operations:
        body = {"title": "x"} if method in ("POST", "PUT", "PATCH") else None
        judge(method, rest, 400, "?verbose=1", body=body)
        judge(method, rest, 401, user=None, token=None, body=body)
        judge(method, rest, 401, token="x", body=body)
        expired = judge(method, rest, 401, token=server.token(exp=int(time.time()) - 3600), body=body)
        assert expired.json()["code"] == "token_expired"
        judge(method, rest, 431, headers={"X-Filler": "x" * 17000}, body=body)
        if prefix != "/api":
            judge(method, rest, 403, path_user="bob", body=body)
        if body is None:
            judge(method, rest, 400, body={})
        else:
            judge(method, rest, 400, body="{")
            judge(method, rest, 400, body={"title": 7, "status": "done", "colour": "red", "a/b~c": 1})
            judge(method, rest, 413, body=b" " * (256 * 1024 + 1))
            judge(method, rest, 415, body=body, headers={"Content-Type": "text/plain"})

    successes = {(method, rest, int(status)) for method, rest in operations
                 for status in contract.operation(method, prefix + rest)["responses"] if int(status) < 400}
    assert successes <= judge.seen


def test_the_service_answers_as_documented(server, contract):
    for path in ("/livez", "/readyz", "/", "/openapi.json", "/docs"):
        for method in ("GET", "HEAD"):
            answer = server.request(method, path)
            assert answer.status == 200
            contract.check("GET", path, answer, head=method == "HEAD")
        for bad in (server.get(path + "?verbose=1"), server.get(path, body={})):
            assert bad.status == 400
            contract.check("GET", path, bad)
    for path in ("/", "/openapi.json", "/docs"):
        contract.check("GET", path, server.get(path, headers={"If-None-Match": server.get(path).headers["ETag"]}))
    assert server.get("/livez").json() == {"status": "ok"}
    assert server.get("/readyz").json() == {"status": "ready"}


def test_rate_limits_answer_as_documented(start_server, contract):
    server = start_server(env={"RATE_LIMIT": "1"})
    answers = [server.get("/api/tasks", user="alice") for _ in range(20)]
    for answer in answers:
        contract.check("GET", "/api/tasks", answer)
    assert {answer.status for answer in answers} == {200, 429}


def test_every_request_example_is_accepted(server, contract):
    for method, template in contract.operations():
        body = contract.operation(method, template).get("requestBody")
        if body is None:
            continue
        for media_type, content in body["content"].items():
            for name, example in content["examples"].items():
                task = server.post("/api/tasks", {"title": "Buy milk"}, user="alice").json()
                path = fill(template, user_id="alice", task_id=task["id"])
                answer = server.request(method, path, user="alice", body=contract.resolve(example)["value"],
                                        headers={"Content-Type": media_type})
                assert answer.status in (200, 201), (method, path, name, answer)


BODIES = [
    {"title": "x"},
    {"title": ""},
    {"title": " \t\u3000"},
    {"title": "\u00a0 x \u2029\u0085"},
    {"title": "x" * 500},
    {"title": " " + "x" * 500 + "\n"},
    {"title": "x" * 501},
    {"title": "\U0001f95b" * 500},
    {"title": "\U0001f95b" * 501},
    {"title": "a b"},
    {"title": "a\tb"},
    {"title": "a\u0085b"},
    {"title": "a\u2028b"},
    {"title": "a\u007fb"},
    {"title": "a\u0000"},
    {"title": "\ufeff"},
    {"title": None},
    {"title": 1},
    {"title": ["x"]},
    {},
    {"description": "x"},
    {"title": "x", "description": None},
    {"title": "x", "description": ""},
    {"title": "x", "description": " \t\r\n "},
    {"title": "x", "description": "\u000b"},
    {"title": "x", "description": "\u009f"},
    {"title": "x", "description": "\U0001f95b" * 16384},
    {"title": "x", "description": "x" * 16385},
    {"title": "x", "description": False},
    {"title": "x", "status": "pending"},
    {"title": "x", "status": "completed", "completed": True},
    {"title": "x", "status": "completed", "completed": False},
    {"title": "x", "status": "pending", "completed": True},
    {"title": "x", "status": "pending", "completed": False},
    {"title": "x", "status": "Pending"},
    {"title": "x", "status": "all"},
    {"title": "x", "status": None},
    {"title": "x", "completed": None},
    {"title": "x", "completed": "true"},
    {"title": "x", "completed": 1},
    {"title": "x", "id": 7, "user_id": None, "created_at": [], "updated_at": {}, "completed_at": "x", "version": -1},
    {"title": "x", "Title": "y"},
    {"title": "x", "colour": "red"},
    {"title": "x", "": 1},
    {"completed": True},
    {"status": "completed"},
    {"version": 3},
    {"description": None},
    [],
    "title",
    None,
    7,
]


@pytest.mark.parametrize("schema, method, rest", [
    ("TaskCreate", "POST", ""),
    ("TaskUpdate", "PUT", "/{task_id}"),
    ("TaskUpdate", "PATCH", "/{task_id}"),
    ("Completion", "PATCH", "/{task_id}/complete"),
])
def test_the_schemas_accept_what_the_server_accepts(server, contract, schema, method, rest):
    task_id = server.post("/api/tasks", {"title": "Buy milk"}, user="alice").json()["id"]
    verdicts = set()
    for body in BODIES:
        valid = not contract.faults(contract.schema(schema), body)
        # ASCII escapes, so that every code point arrives as such.
        answer = server.request(method, "/api/tasks" + fill(rest, task_id=task_id), user="alice", body=json.dumps(body))
        assert answer.status == ((201 if method == "POST" else 200) if valid else 400), (body, valid, answer)
        verdicts.add(valid)
    assert verdicts == {True, False}
