# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""What clients asked and what they were answered, with times: plain values that can be kept in a file.

A request about one task belongs to an object: the life of one idempotency key ("key …"), of one id that a client made
("id …"), or of what one POST made ("post …"). Lists and deletions of many tasks touch every object of their user: they are
recorded once and dealt out to the objects by `by_object`.
"""
import collections
import dataclasses
import json
import threading

KINDS = ("post", "put_new", "change", "complete", "delete", "read", "delete_all", "list")


@dataclasses.dataclass
class Operation:
    """`end` and `status` are None where it is not known whether it was done (no answer, or a 5xx)."""
    kind: str
    user: str
    object: str | None  # None: all of the user's
    asked: dict
    begin: float
    end: float | None = None
    status: int | None = None
    task: dict | None = None  # as answered; of a list, what it says of this object
    replayed: bool = False
    tasks: list | None = None  # what a list answered
    client: str = ""

    @property
    def is_known(self):
        return self.status is not None

    def __str__(self):
        end = "…" if self.end is None else f"{self.end:.4f}"
        seen = self.task and {name: self.task[name] for name in ("id", "title", "status", "version")}
        answer = f"{self.status}{' replayed' * self.replayed} {seen or ''}"
        return f"[{self.begin:.4f} {end}] {self.client} {self.kind} {self.asked} -> {answer}"


class History:
    """Filled by many threads."""

    def __init__(self, operations=()):
        self.operations: list[Operation] = list(operations)
        self.lock = threading.Lock()

    def add(self, operation: Operation):
        with self.lock:
            self.operations.append(operation)

    def save(self, path):
        with open(path, "w", encoding="utf-8") as file:
            json.dump([dataclasses.asdict(operation) for operation in self.operations], file)

    @classmethod
    def load(cls, path):
        with open(path, encoding="utf-8") as file:
            return cls(Operation(**fields) for fields in json.load(file))

    def by_object(self) -> tuple[dict[str, list[Operation]], list[str]]:
        """Each object's operations, lists and deletions of many among them; and what no list may say, in words."""
        objects = collections.defaultdict(list)
        owner_of_id, owner_of_title, objects_of = {}, {}, collections.defaultdict(set)
        for one in self.operations:
            if one.object is None:
                continue
            objects[one.object].append(one)
            objects_of[one.user].add(one.object)
            if one.task:
                owner_of_id[one.task["id"]] = one.object
            if one.kind == "put_new":
                owner_of_id[one.asked["id"]] = one.object
            if one.kind == "post":  # the title of what was never answered tells whose it is
                owner_of_title[one.user, one.asked["title"]] = one.object
        wrong = []
        for one in self.operations:
            if one.object is not None:
                continue
            if one.kind == "delete_all":
                for name in objects_of[one.user]:
                    objects[name].append(one)
            elif one.is_known:
                seen = {}
                for task in one.tasks:
                    name = owner_of_id.get(task["id"], owner_of_title.get((one.user, task["title"])))
                    if name not in objects_of[one.user] or name in seen:
                        wrong.append(f"{'twice there' if name in seen else 'nobody made it'}: {task} in {one}")
                    seen[name] = task
                for name in objects_of[one.user]:
                    objects[name].append(dataclasses.replace(one, object=name, tasks=None, task=seen.get(name)))
        return objects, wrong
