# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The judge of the model test is judged: histories that are known to be right pass, those known to be wrong do not."""
import copy

import pytest
from model.checker import check
from model.history import History, Operation

OWN = "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111"


def task(title="a", version=1, status="pending", task_id=OWN, updated=None):
    updated = f"2026-01-01T00:00:00.{updated or version:03}Z"
    return {"id": task_id, "title": title, "description": None, "status": status, "completed": status == "completed",
            "created_at": "2026-01-01T00:00:00.001Z", "updated_at": updated,
            "completed_at": None if status == "pending" else updated, "version": version}


def operation(kind, begin, end, answer, answered=None, *, name=f"id {OWN}", replayed=False, **asked):
    return Operation(kind, "user", name, asked, begin, end, answer, answered, replayed)


def make(begin, end, status=201):
    return operation("put_new", begin, end, status, task() if status == 201 else None, id=OWN, title="a", description=None,
                     status="pending")


def change(begin, end, status, title, version=None, if_match=None):
    return operation("change", begin, end, status, task(title, version) if status == 200 else None, id=OWN, title=title,
                     if_match=if_match)


def toggle(begin, end, status, answered=None):
    return operation("complete", begin, end, status, answered, id=OWN, if_match=None)


def delete(begin, end, status, if_match=None):
    return operation("delete", begin, end, status, id=OWN, if_match=if_match)


def read(begin, end, status, title="a", version=1, **seen):
    return operation("read", begin, end, status, task(title, version, **seen) if status == 200 else None, id=OWN)


def post(begin, end, status, task_id=None, title="a", replayed=False, name="key k"):
    return Operation("post", "user", name, {"title": title, "description": None, "status": "pending"}, begin, end, status,
                     task(title, task_id=task_id) if status == 201 else None, replayed)


def listed(begin, end, *tasks):
    return Operation("list", "user", None, {}, begin, end, 200, tasks=list(tasks))


RIGHT = {
    "one after the other": [make(1, 2), change(3, 4, 200, "b", 2), read(5, 6, 200, "b", 2), delete(7, 8, 204), read(9, 10, 404)],
    "a read beside a write sees what was": [make(1, 2), change(3, 6, 200, "b", 2), read(4, 5, 200)],
    "a read beside a write sees what comes": [make(1, 2), change(3, 6, 200, "b", 2), read(4, 5, 200, "b", 2)],
    "what was not answered was done": [make(1, 2), change(3, None, None, "b"), read(5, 6, 200, "b", 2)],
    "what was not answered was never done": [make(1, 2), change(3, None, None, "b"), read(5, 6, 200), delete(7, 8, 204)],
    "what was not answered was done late": [make(1, 2), change(3, None, None, "b"), read(5, 6, 200), read(7, 8, 200, "b", 2)],
    "two If-Match, one wins": [make(1, 2), change(3, 5, 200, "b", 2, 1), change(3, 6, 412, "c", None, 1)],
    "a key at once at two": [post(1, 4, 201, "x"), post(2, 3, 201, "x", replayed=True), listed(5, 6, task(task_id="x"))],
    "a key after its first answer was lost": [post(1, None, None), post(3, 4, 201, "x", replayed=True)],
    "a key lives as long as its task": [
        post(1, 2, 201, OWN), operation("delete", 3, 4, 204, name="key k", id=OWN), post(5, 6, 201, "y")],
    "another body under a key": [post(1, 2, 201, "x"), post(3, 4, 422, title="b")],
    "a change that changes nothing": [make(1, 2), change(3, 4, 200, "a", 1), read(5, 6, 200)],
    "a lost POST is in the list": [post(1, None, None, name="post p"), listed(3, 4, task(task_id="z"))],
    "a lost POST is not in the list": [post(1, None, None, name="post p"), listed(3, 4)],
    "two lost POSTs of two users, with one title": [
        post(1, None, None, name="post p"), listed(3, 4, task(task_id="z")),
        Operation("post", "other", "post q", {"title": "a", "description": None, "status": "pending"}, 1)],
    "all completed are deleted, this one is not": [
        make(1, 2), Operation("delete_all", "user", None, {"status": "completed"}, 3, 4, 200), read(5, 6, 200)],
    "all are deleted, perhaps": [
        make(1, 2), Operation("delete_all", "user", None, {"status": "all"}, 3, None, None), read(5, 6, 200), read(7, 8, 404)],
}

WRONG = {
    "an acknowledged create is lost": [make(1, 2), read(3, 4, 404)],
    "an acknowledged create is not in a list": [make(1, 2), listed(3, 4)],
    "an acknowledged change is lost": [make(1, 2), change(3, 4, 200, "b", 2), read(5, 6, 200, "a", 1)],
    "a change overwrites another under one version": [
        make(1, 2), change(3, 4, 200, "b", 2), change(5, 6, 200, "c", 2)],
    "two win with one If-Match": [make(1, 2), change(3, 5, 200, "b", 2, 1), change(3, 6, 200, "c", 3, 1)],
    "If-Match is refused though it fits": [make(1, 2), change(3, 4, 412, "b", None, 1)],
    "a deleted task comes back": [make(1, 2), delete(3, 4, 204), read(5, 6, 404), read(7, 8, 200)],
    "two delete one task": [make(1, 2), delete(3, 5, 204), delete(3, 6, 204)],
    "reads go back in time": [make(1, 2), change(3, 9, 200, "b", 2), read(4, 5, 200, "b", 2), read(6, 7, 200, "a", 1)],
    "a stale read at the other replica": [make(1, 2), change(3, 4, 200, "b", 2), read(5, 6, 200, "a", 1)],
    "what was not answered comes and goes": [
        make(1, 2), change(3, None, None, "b"), read(5, 6, 200, "b", 2), read(7, 8, 200, "a", 1)],
    "a toggle is tried twice": [make(1, 2), toggle(3, None, None), read(5, 6, 200, "a", 3)],
    "an answered toggle was done twice": [make(1, 2), toggle(3, 4, 200, task(version=2, status="completed")),
                                          read(5, 6, 200, "a", 3)],
    "half a change": [make(1, 2), operation("change", 3, None, None, id=OWN, title="b", status="completed"),
                      read(5, 6, 200, "b", 2)],
    "two tasks of one key": [post(1, 2, 201, "x"), post(3, 4, 201, "y")],
    "two tasks of one key at once": [post(1, 4, 201, "x"), post(2, 3, 201, "y")],
    "two tasks of one key, one in a list": [
        post(1, 2, 201, "x"), post(3, None, None), listed(5, 6, task(task_id="x"), task(task_id="y"))],
    "a key is replayed before it was used": [post(1, 2, 201, "x", replayed=True)],
    "another body under a key is taken": [post(1, 2, 201, "x"), post(3, 4, 201, "x", title="b", replayed=True)],
    "an equal body under a key is refused": [post(1, 2, 201, "x"), post(3, 4, 422)],
    "one POST makes two tasks": [
        post(1, None, None, name="post p"), listed(3, 4, task(task_id="y"), task(task_id="z"))],
    "a task that nobody made": [make(1, 2), listed(3, 4, task(), task("other", task_id="y"))],
    "a change without a later time": [make(1, 2), Operation(
        "change", "user", f"id {OWN}", {"id": OWN, "title": "b"}, 3, 4, 200, task("b", 2, updated=1))],
    "one version, two times": [make(1, 2), read(3, 4, 200), read(5, 6, 200, updated=9)],
    "all are deleted, this one is not": [
        make(1, 2), Operation("delete_all", "user", None, {"status": "all"}, 3, 4, 200), read(5, 6, 200)],
}


@pytest.mark.parametrize("name", RIGHT)
def test_takes_what_is_right(name):
    assert not check(History(RIGHT[name]))


@pytest.mark.parametrize("name", WRONG)
def test_refuses_what_is_wrong(name):
    assert check(History(WRONG[name]))


def test_the_order_of_the_records_does_not_matter():
    for operations in (RIGHT["one after the other"], WRONG["reads go back in time"]):
        assert bool(check(History(operations[::-1]))) == bool(check(History(operations)))


def test_a_kept_history_is_the_same_again(tmp_path):
    history = History(copy.deepcopy(RIGHT["a key at once at two"]))
    history.save(tmp_path / "kept.json")
    assert History.load(tmp_path / "kept.json").operations == history.operations


def test_a_fault_names_the_object_and_how_far_an_order_came():
    told = str(check(History(WRONG["an acknowledged change is lost"]))[0])
    assert f"id {OWN}: no order explains this" in told and told.count("\n  * ") == 2
