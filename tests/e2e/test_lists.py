# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Lists over HTTP, on both databases: filters, orders, pages, and what is wrong with a query."""

import itertools

import pytest
from todo_client import next_link

SORTS = [sign + field for field in ("created_at", "updated_at", "title") for sign in ("", "-")]


@pytest.fixture
def filled(client):
    """30 tasks with few titles, so that orders have ties; every third is completed; some changed since."""
    tasks = [client.create(f"title {i % 4}", completed=i % 3 == 0) for i in range(30)]
    for task in tasks[::5]:
        client.request("PATCH", client.at(task), {"description": "changed"})
    client.expected = client.list()
    assert len(client.expected) == 30
    return client


@pytest.mark.parametrize("sort, status", itertools.product(SORTS, ["all", "pending", "completed"]))
def test_every_order_and_filter_pages_exactly(filled, sort, status):
    field = sort.removeprefix("-")
    expected = [t for t in filled.expected if status in ("all", t["status"])]
    expected.sort(key=lambda t: (t[field].encode(), t["id"]), reverse=sort.startswith("-"))
    for limit in (1, 7, 30, 1000):
        pages = filled.pages(f"?sort={sort}&status={status}&limit={limit}")
        assert [t for page in pages for t in page] == expected
        assert all(len(page) == limit for page in pages[:-1]) and 0 < len(pages[-1]) <= limit


def test_the_default_is_newest_first(filled):
    assert filled.list() == filled.list("?sort=-created_at&status=all&limit=1000")


def test_titles_compare_by_code_points(client):
    titles = ["Z", "a", "é", "\uffee", "\U0001f600", "A"]
    for title in titles:
        client.create(title)
    assert [t["title"] for t in client.list("?sort=title")] == sorted(titles)


def test_paging_neither_repeats_nor_skips_while_tasks_come_and_go(filled):
    first = filled.request("GET", filled.tasks + "?limit=10")
    filled.create("newer")
    filled.request("DELETE", filled.at(first.json[-1]))
    second = filled.request("GET", next_link(first))
    assert second.json == filled.expected[10:20]


def test_no_link_on_the_last_page(client):
    for _ in range(3):
        client.create()
    assert next_link(client.request("GET", client.tasks + "?limit=3")) is None
    assert next_link(client.request("GET", client.tasks + "?limit=2")) is not None
    assert client.list("?status=completed") == []


def test_a_cursor_belongs_to_its_sort_status_and_user(client, make_client):
    for _ in range(3):
        client.create()
    cursor = next_link(client.request("GET", client.tasks + "?limit=1")).split("cursor=")[1]
    assert client.request("GET", f"{client.tasks}?cursor={cursor}").status == 200
    assert client.request("GET", f"{client.tasks}?cursor={cursor}&limit=2").status == 200
    other = make_client()
    for c, query in ((client, "&sort=title"), (client, "&sort=created_at"), (client, "&status=pending"), (other, "")):
        answer = c.request("GET", f"{c.tasks}?cursor={cursor}{query}")
        assert answer.status == 400 and answer.json["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize("query, parameter", [
    ("status=done", "status"), ("status=", "status"), ("sort=id", "sort"), ("sort=--title", "sort"),
    ("sort=%2Btitle", "sort"), ("limit=0", "limit"), ("limit=1001", "limit"), ("limit=-1", "limit"),
    ("limit=1.5", "limit"), ("limit=99999999999999999999", "limit"), ("limit=", "limit"), ("cursor=", "cursor"),
    ("cursor=x", "cursor"), ("page=2", "page"), ("status=all&status=all", "status"), ("Status=all", "Status"),
])
def test_bad_parameters_are_named(client, query, parameter):
    answer = client.request("GET", f"{client.tasks}?{query}")
    assert (answer.status, answer.code) == (400, "validation_failed")
    assert [error["parameter"] for error in answer.json["errors"]] == [parameter]


def test_every_bad_parameter_at_once(client):
    answer = client.request("GET", client.tasks + "?status=x&sort=y&limit=z&foo=1")
    assert sorted(e["parameter"] for e in answer.json["errors"]) == ["foo", "limit", "sort", "status"]


def test_a_broken_percent_encoding_is_malformed(client):
    assert client.request("GET", client.tasks + "?status=%zz").code == "malformed_request"
    assert client.request("GET", "/api/%ff/tasks").code == "malformed_request"
    assert client.request("GET", "/api/%4/tasks").code == "malformed_request"
    for query in ("?%ff=1", "?limit=%ff", "?status=%ed%a0%80"):
        answer = client.request("GET", client.tasks + query)
        assert (answer.code, answer.json["detail"]) == ("malformed_request", "the query's percent-encoding does not decode to UTF-8")
    answer = client.request("GET", client.tasks + "?cursor=100%")
    assert answer.code == "malformed_request" and "two hexadecimal digits" in answer.json["detail"]


def test_a_parameter_without_a_name_is_named_all_the_same(client):
    answer = client.request("GET", client.tasks + "?=x")
    assert answer.json["errors"] == [{"parameter": "", "code": "unknown_parameter", "detail": 'this path has no query parameter ""'}]


def test_a_damaged_cursor_is_refused(client):
    for _ in range(4):
        client.create()
    cursor = next_link(client.request("GET", client.tasks + "?limit=2")).split("cursor=")[1]
    for place in range(len(cursor)):
        damaged = cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1:]
        answer = client.request("GET", f"{client.tasks}?limit=2&cursor={damaged}")
        assert (answer.status, answer.json["errors"][0]["parameter"]) == (400, "cursor"), damaged


def test_percent_encoded_parameters(client):
    client.create()
    assert len(client.list("?%73tatus=%61ll&&limit=5&")) == 1


def test_a_lists_tag_changes_when_the_list_does(client):
    path = client.tasks + "?limit=2&sort=created_at"
    tags = []

    def tag_now():
        answer = client.request("GET", path)
        again = client.request("GET", path, headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status == 304 and again.raw == b""
        assert again.headers["ETag"] == answer.headers["ETag"] and again.headers["Link"] == answer.headers["Link"]
        tags.append(answer.headers["ETag"])

    tag_now()
    first = client.create("first")
    tag_now()
    second = client.create("second")
    tag_now()
    third = client.create("third")  # the page itself stays as it is, and now another one follows
    tag_now()
    client.request("PATCH", client.at(first), {"title": "changed"})
    tag_now()
    client.request("DELETE", client.at(second))
    tag_now()
    client.request("DELETE", client.at(first))
    client.request("PUT", client.at(first), {"title": "first"}, {"If-None-Match": "*"})  # the same id and version as at first
    tag_now()
    assert len(set(tags)) == len(tags)
    assert [task["id"] for task in client.list()] == [first["id"], third["id"]]


def test_a_tag_of_a_list_is_that_users_and_that_querys(make_client):
    one, two = make_client(), make_client()
    tags = {client.request("GET", client.tasks).headers["ETag"] for client in (one, two)}
    assert len(tags) == 2, "two empty lists"
