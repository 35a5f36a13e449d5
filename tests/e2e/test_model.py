# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Two replicas on one PostgreSQL, ten clients, things that break: every answer must fit one order. See model/__init__.py."""
import contextlib
import random

import pytest
from model.driver import System, run_round
from private_postgres import PrivatePostgres, wait_for

ROUNDS = 3
ROUND_SECONDS = 10


@contextlib.contextmanager
def running(kind, binary, template, pooled=False, **settings):
    with contextlib.ExitStack() as stack:
        postgres = PrivatePostgres(template, **settings)
        stack.callback(postgres.close)
        system = kind(binary, postgres, pooled)
        stack.callback(system.close)
        yield system


@pytest.mark.parametrize("pooled", [False, True], ids=["direct", "pooled"])
def test_two_replicas_are_one_store_whatever_breaks(binary, postgres_template, tmp_path, pooled):
    first = random.randrange(10**9)
    with running(System, binary, postgres_template, pooled) as system:
        for seed in range(first, first + ROUNDS):
            outcome = run_round(system, seed, ROUND_SECONDS)
            print(outcome)
            kept = tmp_path / f"model-{seed}.json"
            outcome.history.save(kept)
            again = f"tests/e2e/model/run --seed {seed} --rounds 1{' --pooled' if pooled else ''}"
            assert not outcome.wrong, "\n".join([f"{again}, or --check {kept}",
                                                 *map(str, outcome.wrong[:5])])
            assert len(outcome.history.operations) > 100 and outcome.faults, "hardly anything happened"


class ForgettingSystem(System):
    def faults(self, chance):
        return [(1, "PostgreSQL is stopped at once and started", self.restart)]


def test_a_database_that_loses_acknowledged_writes_is_noticed(binary, postgres_template):
    """Commits that are answered before they are written: what the real system must never look like."""
    with running(ForgettingSystem, binary, postgres_template, synchronous_commit="off", wal_writer_delay="10s",
                 wal_writer_flush_after="1GB") as system:
        wait_for(lambda: all(replica.is_ready() for replica in system.replicas), 30, "the schema")
        system.postgres.sql("checkpoint")  # or it would lose the schema as well
        assert run_round(system, seed=1, seconds=2).wrong
