# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The task resource over HTTP, on both databases: create, read, change, complete, delete."""

import json
import re
import uuid

import pytest

MEMBERS = ["id", "user_id", "title", "description", "status", "completed", "created_at", "updated_at",
           "completed_at", "version"]
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
NOWHERE = "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111"


def test_create_answers_the_whole_task(client):
    answer = client.request("POST", client.tasks, {"title": "  Buy milk\u2003", "description": ""})
    task = answer.json
    assert answer.status == 201
    assert list(task) == MEMBERS
    assert task["title"] == "Buy milk" and task["description"] == ""
    assert task["user_id"] == client.user
    assert (task["status"], task["completed"], task["completed_at"]) == ("pending", False, None)
    assert task["version"] == 1 and task["created_at"] == task["updated_at"]
    assert INSTANT.fullmatch(task["created_at"])
    assert uuid.UUID(task["id"]).version == 7
    assert answer.headers["Location"] == client.at(task)
    assert answer.headers["ETag"] == '"1"'
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert client.get(task).json == task


def test_create_completed(client):
    task = client.create(completed=True)
    assert task["status"] == "completed" and task["completed_at"] == task["created_at"]
    task = client.create(status="completed", completed=True)
    assert task["completed"] is True


def test_server_members_are_accepted_and_ignored(client):
    task = client.create()
    answer = client.request("PUT", client.at(task), task | {"title": "changed", "version": 99, "id": 7})
    assert answer.status == 200
    assert answer.json["title"] == "changed" and answer.json["version"] == 2
    assert answer.json["id"] == task["id"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_updates_never_lose_fields(client, method):
    task = client.create("one", description="keep me")
    changed = client.request(method, client.at(task), {"title": "two"}).json
    assert changed["description"] == "keep me" and changed["version"] == 2
    assert changed["updated_at"] > task["updated_at"]
    cleared = client.request(method, client.at(task), {"description": None}).json
    assert cleared["description"] is None and cleared["title"] == "two"
    same = client.request(method, client.at(task), {"title": "two", "description": None}).json
    assert same == cleared
    assert client.request(method, client.at(task), {}).json == cleared


def test_merge_patch_media_type_is_for_patch(client):
    task = client.create()
    headers = {"Content-Type": "application/merge-patch+json; charset=utf-8"}
    assert client.request("PATCH", client.at(task), {"title": "x"}, headers).status == 200
    assert client.request("PUT", client.at(task), {"title": "x"}, headers).code == "unsupported_media_type"


def test_complete_toggles_without_body_and_sets_with_one(client):
    task = client.create()
    path = client.at(task) + "/complete"
    done = client.request("PATCH", path).json
    assert done["completed"] and done["completed_at"] == done["updated_at"] and done["version"] == 2
    assert client.request("PATCH", path, {"completed": True}).json == done
    assert client.request("PATCH", path, {"status": "completed"}).json == done
    undone = client.request("PATCH", path, {}).json
    assert not undone["completed"] and undone["completed_at"] is None and undone["version"] == 3
    assert client.request("PATCH", path, {"completed": False}).json == undone


def test_complete_with_a_content_type_but_no_body_toggles(client):
    task = client.create()
    answer = client.request("PATCH", client.at(task) + "/complete", headers={"Content-Type": "application/json"})
    assert answer.json["completed"] is True


def test_completed_at_stays_while_completed(client):
    task = client.create(completed=True)
    changed = client.request("PATCH", client.at(task), {"title": "still done"}).json
    assert changed["completed_at"] == task["completed_at"] and changed["version"] == 2


def test_delete_one(client):
    task = client.create()
    answer = client.request("DELETE", client.at(task))
    assert answer.status == 204 and answer.raw == b"" and "Content-Length" not in answer.headers
    assert client.get(task).code == "task_not_found"
    assert client.request("DELETE", client.at(task)).code == "task_not_found"


def test_delete_many_needs_a_status(client):
    for completed in (True, False, True):
        client.create(completed=completed)
    assert client.request("DELETE", client.tasks).status == 400
    assert client.request("DELETE", client.tasks + "?status=done").status == 400
    assert client.request("DELETE", client.tasks + "?status=completed").json == {"deleted": 2}
    assert client.request("DELETE", client.tasks + "?status=completed").json == {"deleted": 0}
    assert client.request("DELETE", client.tasks + "?status=all").json == {"deleted": 1}
    assert client.list() == []


def test_conditions_of_a_request_for_the_list(client):
    """Its tag is weak: If-Match compares strongly, so only * matches. Nothing is deleted under a condition that fails."""
    client.create()
    delete = client.tasks + "?status=all"
    tag = client.request("GET", client.tasks).headers["ETag"]
    for path, method in ((delete, "DELETE"), (client.tasks, "GET")):
        for condition in ('"9"', tag):
            assert client.request(method, path, headers={"If-Match": condition}).code == "precondition_failed", (method, condition)
    for condition in ("*", '"9"', tag):
        assert client.request("DELETE", delete, headers={"If-None-Match": condition}).code == "precondition_failed", condition
    for path, method, body in ((delete, "DELETE", None), (client.tasks, "GET", None), (client.tasks, "POST", {"title": "x"})):
        for name in ("If-Match", "If-None-Match"):
            answer = client.request(method, path, body, {name: "no tag"})
            assert (answer.status, answer.json["errors"][0]["parameter"]) == (400, name), (method, name)
    assert len(client.request("GET", client.tasks, headers={"If-Match": "*"}).json) == 1
    assert client.request("DELETE", delete, headers={"If-Match": "*"}).json == {"deleted": 1}


def test_both_path_forms_and_trailing_slashes(client):
    task = client.create()
    for path in (client.at(task), f"/api/tasks/{task['id']}", client.at(task) + "/",
                 f"/api/tasks/{task['id'].upper()}/"):
        assert client.request("GET", path).json == task, path
    for path in (client.tasks, client.tasks + "/", "/api/tasks", "/api/tasks/"):
        assert client.request("GET", path).json == [task], path
    answer = client.request("POST", "/api/tasks/", {"title": "x"})
    assert answer.status == 201 and answer.headers["Location"] == f"/api/tasks/{answer.json['id']}"


def test_head_is_get_without_the_body(client):
    task = client.create()
    got, head = client.get(task), client.request("HEAD", client.at(task))
    assert head.status == 200 and head.raw == b""
    for name in ("ETag", "Content-Length", "Content-Type", "Cache-Control"):
        assert head.headers[name] == got.headers[name]


def test_if_none_match(client):
    task = client.create()
    for value in ('"1"', "*", 'W/"1"', '"0", "1"', ', "1" ,'):
        answer = client.request("GET", client.at(task), headers={"If-None-Match": value})
        assert (answer.status, answer.raw) == (304, b""), value
        assert answer.headers["ETag"] == '"1"'
        assert answer.headers["Cache-Control"] == "private, no-cache"
    for value in ('"2"', '"01"', '"one"'):
        assert client.request("GET", client.at(task), headers={"If-None-Match": value}).status == 200, value
    for value in ("1", '"1', '"1" "2"', "", '*, "1"', 'w/"1"'):
        answer = client.request("GET", client.at(task), headers={"If-None-Match": value})
        assert (answer.status, answer.json["errors"][0]["parameter"]) == (400, "If-None-Match"), value


@pytest.mark.parametrize("method, path, body", [
    ("PUT", "", {"title": "x"}), ("PATCH", "", {"title": "x"}), ("PATCH", "/complete", None), ("DELETE", "", None)])
def test_if_match(client, method, path, body):
    task = client.create()
    for value in ('"2"', 'W/"1"', '"2", "3"', '"+1"'):
        answer = client.request(method, client.at(task) + path, body, {"If-Match": value})
        assert (answer.status, answer.code) == (412, "precondition_failed"), value
    assert client.get(task).json == task
    missing = client.request(method, client.at(NOWHERE) + path, body, {"If-Match": '"1"'})
    assert missing.code == "task_not_found"
    bad = client.request(method, client.at(task) + path, body, {"If-Match": "1"})
    assert bad.json["errors"][0]["parameter"] == "If-Match"
    assert client.request(method, client.at(task) + path, body, {"If-Match": '"7", "1"'}).status in (200, 204)


@pytest.mark.parametrize("method, path, body", [
    ("PUT", "", {"title": "x"}), ("PATCH", "", {"title": "x"}), ("PATCH", "/complete", None), ("DELETE", "", None)])
def test_if_none_match_of_a_write(client, method, path, body):
    task = client.create()

    def write(at, **headers):
        return client.request(method, client.at(at) + path, body,
                              {name.replace("_", "-"): value for name, value in headers.items()})

    for value in ('"1"', 'W/"1"', '"2", "1"', "*"):
        assert write(task, If_None_Match=value).code == "precondition_failed", value
    assert write(task, If_Match='"1"', If_None_Match="*").code == "precondition_failed"
    assert write(task, If_Match='"2"', If_None_Match='"3"').code == "precondition_failed"
    assert client.get(task).json == task
    assert write(NOWHERE, If_None_Match='"1"').code == "task_not_found"
    assert write(task, If_None_Match="1").json["errors"][0]["parameter"] == "If-None-Match"
    assert write(task, If_Match='"1"', If_None_Match='"2", "3"').status in (200, 204)


def test_if_match_of_a_read(client):
    task = client.create()
    assert client.request("GET", client.at(task), headers={"If-Match": '"2"'}).code == "precondition_failed"
    assert client.request("GET", client.at(task), headers={"If-Match": '"1"'}).json == task
    both = client.request("GET", client.at(task), headers={"If-Match": "*", "If-None-Match": '"1"'})
    assert (both.status, both.raw) == (304, b"")


def test_put_creates_under_the_clients_id(client):
    mine = str(uuid.uuid4())
    headers = {"If-None-Match": "*"}
    assert client.request("PUT", client.at(mine), {"title": "x"}).code == "task_not_found"
    answer = client.request("PUT", client.at(mine), {"title": "x"}, headers)
    assert (answer.status, answer.json["id"], answer.json["version"]) == (201, mine, 1)
    assert answer.headers["Location"] == client.at(mine)
    shouted = str(uuid.uuid4())
    answer = client.request("PUT", client.at(shouted.upper()) + "/", {"title": "x"}, headers)
    assert (answer.json["id"], answer.headers["Location"]) == (shouted, client.at(shouted))
    assert client.request("PUT", client.at(mine), {"title": "y"}, headers).code == "precondition_failed"
    assert client.get(mine).json["title"] == "x"
    assert client.request("PUT", client.at(str(uuid.uuid4())), {"completed": True}, headers).status == 400


def test_two_users_may_own_the_same_id(client, make_client):
    mine = str(uuid.uuid4())
    other = make_client()
    for c in (client, other):
        assert c.request("PUT", c.at(mine), {"title": c.user}, {"If-None-Match": "*"}).status == 201
    assert client.get(mine).json["title"] == client.user
    assert client.request("DELETE", client.at(mine)).status == 204
    assert other.get(mine).json["title"] == other.user


def test_another_users_task_is_like_one_that_never_was(client, make_client):
    theirs = make_client().create()
    def shape(answer):
        body = answer.json
        body.pop("request_id")
        return answer.status, body, sorted(set(answer.headers) - {"Date", "X-Request-Id"})
    for method, path, body in (("GET", "", None), ("PATCH", "", {"title": "x"}), ("PUT", "", {"title": "x"}),
                               ("DELETE", "", None), ("PATCH", "/complete", None)):
        assert shape(client.request(method, client.at(theirs) + path, body)) == shape(
            client.request(method, client.at(NOWHERE) + path, body))
    forbidden = client.request("GET", f"/api/{theirs['user_id']}/tasks/{theirs['id']}")
    assert forbidden.code == "forbidden" and theirs["id"] not in forbidden.json["detail"]


def test_idempotency_key(client, make_client):
    headers = {"Idempotency-Key": "k!~1"}
    first = client.request("POST", client.tasks, {"title": "once"}, headers)
    again = client.request("POST", client.tasks, b'{ "status":"pending","title":" once " }', headers)
    assert first.status == again.status == 201
    assert first.json == again.json and again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true" and "Idempotency-Replayed" not in first.headers
    reused = client.request("POST", client.tasks, {"title": "twice"}, headers)
    assert (reused.status, reused.code) == (422, "idempotency_key_reused")
    client.request("PATCH", client.at(first.json), {"title": "changed"})
    assert client.request("POST", client.tasks, {"title": "once"}, headers).json["title"] == "changed"
    other = make_client()
    assert other.request("POST", other.tasks, {"title": "mine"}, headers).status == 201
    client.request("DELETE", client.at(first.json))
    fresh = client.request("POST", client.tasks, {"title": "twice"}, headers)
    assert fresh.status == 201 and "Idempotency-Replayed" not in fresh.headers


@pytest.mark.parametrize("key", ["", "a b", "x" * 256, "ü"])
def test_a_bad_idempotency_key_is_named(client, key):
    answer = client.request("POST", client.tasks, {"title": "x"}, {"Idempotency-Key": key.encode().decode("latin1")})
    assert answer.status == 400 and answer.json["errors"][0]["parameter"] == "Idempotency-Key"


INVALID_BODIES = [  # (body, code, pointers)
    (b"", "malformed_json", None),
    (b"{", "malformed_json", None),
    (b"\xef\xbb\xbf{}", "malformed_json", None),
    (b'{"title":"\xff"}', "malformed_json", None),
    (b'{"title":"\\ud800"}', "malformed_json", None),
    (b'{"title":"a","title":"b"}', "malformed_json", None),
    (b'{"title":"a","\\u0074itle":"b"}', "malformed_json", None),
    (b'{"title":"a","x":{"y":1,"y":1}}', "malformed_json", None),
    (b'{"title":' + b"[" * 40 + b"]" * 40 + b"}", "malformed_json", None),
    (b'{"title":"a"} x', "malformed_json", None),
    (b"[]", "validation_failed", [""]),
    (b"null", "validation_failed", [""]),
    (b"{}", "validation_failed", ["/title"]),
    (b'{"title":null}', "validation_failed", ["/title"]),
    (b'{"title":5}', "validation_failed", ["/title"]),
    (b'{"title":" \\t "}', "validation_failed", ["/title"]),
    (b'{"title":"a\\u0000b"}', "validation_failed", ["/title"]),
    (b'{"title":"a\\u0085b"}', "validation_failed", ["/title"]),
    (b'{"title":"' + b"x" * 501 + b'"}', "validation_failed", ["/title"]),
    (b'{"title":"a","description":"\\u0007"}', "validation_failed", ["/description"]),
    (b'{"title":"a","description":"' + b"x" * 16385 + b'"}', "validation_failed", ["/description"]),
    (b'{"title":"a","completed":1}', "validation_failed", ["/completed"]),
    (b'{"title":"a","status":"done"}', "validation_failed", ["/status"]),
    (b'{"title":"a","status":"all"}', "validation_failed", ["/status"]),
    (b'{"title":"a","status":"pending","completed":true}', "validation_failed", ["/completed"]),
    (b'{"title":"a","titel":"b"}', "validation_failed", ["/titel"]),
    (b'{"a/b~c":1,"description":3,"completed":"yes"}', "validation_failed",
     ["/a~1b~0c", "/completed", "/description", "/title"]),
]


@pytest.mark.parametrize("body, code, pointers", INVALID_BODIES)
def test_invalid_bodies(client, body, code, pointers):
    answer = client.request("POST", client.tasks, body)
    problem = answer.json
    assert (answer.status, problem["code"]) == (400, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert isinstance(problem["detail"], str) and problem["detail"]
    if pointers is None:
        assert "errors" not in problem
    else:
        assert sorted(error["pointer"] for error in problem["errors"]) == pointers
    assert client.list() == []


def test_longest_texts_come_back_as_they_were(client):
    title, text = "\U0001f600" * 500, "\u00e9\n\t\r\"\\\u2028" * 2340
    task = client.create(title, description=text)
    assert task["title"] == title and task["description"] == text
    assert client.get(task).json == task


def test_errors_name_everything_at_once(client):
    answer = client.request("POST", client.tasks + "?a=1&b=2&b=3", {"title": "x"}, {"Idempotency-Key": "a b"})
    names = sorted(error["parameter"] for error in answer.json["errors"])
    assert answer.status == 400 and names == ["Idempotency-Key", "a", "b", "b"]


def test_a_hundred_errors_at_most_and_short_names(client):
    body = json.dumps({"x" * 300 + str(i): i for i in range(150)})
    errors = client.request("POST", client.tasks, body.encode()).json["errors"]
    assert len(errors) == 100
    assert all(len(error["pointer"]) <= 101 for error in errors)


def test_media_types(client):
    for value in ("text/plain", None, "application/jsonp", "multipart/form-data; boundary=x"):
        headers = {"Content-Type": value}
        answer = client.request("POST", client.tasks, b'{"title":"x"}', headers)
        assert (answer.status, answer.code) == (415, "unsupported_media_type"), value
    for value in ("application/json; charset=utf-8", "APPLICATION/JSON", "application/json ;x=y"):
        assert client.request("POST", client.tasks, b'{"title":"x"}', {"Content-Type": value}).status == 201
    encoded = client.request("POST", client.tasks, b'{"title":"x"}', {"Content-Encoding": "gzip"})
    assert encoded.code == "unsupported_media_type"


def test_a_body_on_get_or_delete_is_malformed_but_a_content_type_is_fine(client):
    task = client.create()
    assert client.request("GET", client.at(task), b"{}").code == "malformed_request"
    assert client.request("DELETE", client.at(task), b"{}").code == "malformed_request"
    assert client.request("GET", "/nowhere", b"{}").code == "malformed_request"  # HTTP comes before the route
    assert client.request("GET", client.at(task), headers={"Content-Type": "application/json"}).status == 200


def test_ids_that_are_no_uuid(client):
    answer = client.request("PUT", client.at("abc"), {"title": "x"}, {"If-None-Match": "*"})
    assert (answer.status, answer.json["detail"]) == (404, "a task can be made only under a UUID")
    for text in ("1", "abc", "complete", "..", NOWHERE + "0", NOWHERE.replace("-", "")):
        assert client.request("GET", client.at(text)).code == "task_not_found", text


def test_user_ids_with_special_characters(make_client):
    for user in ("a/b", "ü ?#&", "tasks", "..", "auth0|5f", "%41", "x" * 255):
        c = make_client(user)
        task = c.create()
        assert c.get(task).json["user_id"] == user
        assert [t["id"] for t in c.list()] == [task["id"]]
        assert c.request("DELETE", c.tasks + "?status=all").json["deleted"] == 1
