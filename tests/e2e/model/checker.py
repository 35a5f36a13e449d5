# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Linearizability: is there one order of an object's operations, each between its begin and its end, that the model allows?

The search of Wing and Gong ("Testing and Verifying Concurrent Objects", 1993) with Lowe's memory of where it has been
("Testing for linearizability", 2017): a set of operations done and a state are tried once. An operation whose outcome is
not known may take its place anywhere after its begin, or never.
"""
import dataclasses

from model.task_model import NO, step

TRIES_MAX = 500_000


@dataclasses.dataclass
class Fault:
    """An object for which there is no order; `done`: as far as the best one came."""
    name: str
    why: str
    operations: list
    done: frozenset

    def __str__(self):
        lines = [f"{self.name}: {self.why}"]
        lines += [f"  {'*' if place in self.done else ' '} {one}" for place, one in enumerate(self.operations)]
        return "\n".join([*lines, "  (*: explained by the longest order that was found)"])


def check(history) -> list[Fault | str]:
    """Everything that is wrong with a history."""
    objects, wrong = history.by_object()
    return wrong + [fault for name, operations in sorted(objects.items()) if (fault := check_object(name, operations))]


def check_object(name, operations) -> Fault | None:
    # Reads without an answer tell nothing.
    todo = sorted((one for one in operations if one.is_known or one.kind not in ("read", "list")), key=lambda one: one.begin)
    ends = [one.end if one.is_known else float("inf") for one in todo]
    known = sum(1 << place for place, one in enumerate(todo) if one.is_known)
    best, tried, stack = 0, set(), [(0, None)]
    while stack:
        done, state = stack.pop()
        if done & known == known:
            return None
        if (done, state) in tried:
            continue
        tried.add((done, state))
        if len(tried) > TRIES_MAX:
            return Fault(name, f"not decided after {TRIES_MAX} tries", todo, places(best))
        if (done & known).bit_count() > (best & known).bit_count():
            best = done
        stack += next_steps(todo, ends, done, state)
    return Fault(name, "no order explains this", todo, places(best))


def next_steps(todo, ends, done, state):
    """Where one more operation leads; the likeliest last, for it is tried first."""
    found, first_end = [], float("inf")
    for place, one in enumerate(todo):
        if one.begin > first_end:
            break  # something that is not done yet had ended before this one began, and before all later ones
        if done >> place & 1:
            continue
        first_end = min(first_end, ends[place])
        after = step(state, one)
        if after is NO or (after == state and not one.is_known):
            continue  # nothing is won by doing nothing
        found.append((ends[place], place, after))
    found.sort(key=lambda entry: (-entry[0], -entry[1]))
    return [(done | 1 << place, after) for end, place, after in found]


def places(mask: int) -> frozenset:
    return frozenset(place for place in range(mask.bit_length()) if mask >> place & 1)
