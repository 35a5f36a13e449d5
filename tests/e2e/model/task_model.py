# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""What one task may answer if requests came one at a time: the API's contract for an object of a history, and nothing else.

`step(state, operation)` gives the state after it, or NO where the answer that was given cannot come in that state. A state
is None (no such task) or a `Task`; what no answer has told yet is None in it (an id, the times) and is learned from the next.
"""
import typing

NO = object()


class Task(typing.NamedTuple):
    id: str | None
    title: str
    description: str | None
    status: str
    version: int
    draft: tuple | None  # what its idempotency key stands for
    times: tuple | None  # created_at, updated_at, completed_at


def step(state: Task | None, operation):
    return STEPS[operation.kind](state, operation)


def seen_as(state: Task, answered: dict):
    """`state` with what `answered` tells of it, or NO where they differ."""
    if (answered["title"], answered["description"], answered["status"], answered["version"]) != state[1:5]:
        return NO
    if state.id not in (None, answered["id"]):
        return NO
    times = answered["created_at"], answered["updated_at"], answered["completed_at"]
    if state.times not in (None, times) or (times[2] is None) != (state.status == "pending"):
        return NO
    if answered["completed"] != (state.status == "completed") or times[1] < times[0]:
        return NO
    return state._replace(id=answered["id"], times=times)


def is_there(state: Task | None, operation) -> bool:
    return state is not None and state.id == operation.asked["id"]


def allows(state: Task, operation) -> bool:
    version = operation.asked.get("if_match")
    return version is None or version == state.version


def draft_of(operation) -> tuple:
    return operation.asked["title"], operation.asked["description"], operation.asked["status"]


def made_by(operation) -> Task:
    draft = draft_of(operation)
    return Task(operation.asked.get("id"), *draft, 1, draft if operation.kind == "post" else None, None)


def step_post(state, operation):
    if not operation.is_known:
        return made_by(operation) if state is None else state
    if operation.status == 201 and not operation.replayed:
        return seen_as(made_by(operation), operation.task) if state is None else NO
    if state is None or not operation.object.startswith("key "):
        return NO
    if operation.status == 201:
        return seen_as(state, operation.task) if state.draft == draft_of(operation) else NO
    return state if operation.status == 422 and state.draft != draft_of(operation) else NO


def step_put_new(state, operation):
    if not operation.is_known:
        return made_by(operation) if state is None else state
    if operation.status == 201:
        return seen_as(made_by(operation), operation.task) if state is None else NO
    return state if operation.status == 412 and state is not None else NO


def changed_by(state: Task, operation) -> Task:
    fields = {name: operation.asked[name] for name in ("title", "description", "status") if name in operation.asked}
    if operation.kind == "complete" and not fields:
        fields = {"status": "pending" if state.status == "completed" else "completed"}
    changed = state._replace(**fields)
    return state if changed == state else changed._replace(version=state.version + 1, times=None)


def step_change(state, operation):
    applies = is_there(state, operation) and allows(state, operation)
    if not operation.is_known:
        return changed_by(state, operation) if applies else state
    if operation.status == 200:
        if not applies:
            return NO
        after = seen_as(changed_by(state, operation), operation.task)
        if after is not NO and state.times and after.version != state.version:
            grows = after.times[0] == state.times[0] and after.times[1] > state.times[1]
            return after if grows else NO
        return after
    return refused(state, operation)


def refused(state, operation):
    if operation.status == 404:
        return NO if is_there(state, operation) else state
    is_right = operation.status == 412 and is_there(state, operation) and not allows(state, operation)
    return state if is_right else NO


def step_delete(state, operation):
    applies = is_there(state, operation) and allows(state, operation)
    if not operation.is_known:
        return None if applies else state
    if operation.status == 204:
        return None if applies else NO
    return refused(state, operation)


def step_read(state, operation):
    if operation.status == 404:
        return NO if is_there(state, operation) else state
    if not is_there(state, operation):
        return NO
    if operation.status == 304:
        return state if operation.asked["if_none_match"] == state.version else NO
    return seen_as(state, operation.task) if operation.status == 200 else NO


def step_delete_all(state, operation):
    """How many it deleted is the sum over all objects, so any answer fits."""
    if operation.status not in (None, 200):
        return NO
    matches = state is not None and operation.asked["status"] in ("all", state.status)
    return None if matches else state


def step_list(state, operation):
    if operation.task is None:
        return state if state is None else NO
    return NO if state is None else seen_as(state, operation.task)


STEPS = {"post": step_post, "put_new": step_put_new, "change": step_change, "complete": step_change, "delete": step_delete,
         "read": step_read, "delete_all": step_delete_all, "list": step_list}
