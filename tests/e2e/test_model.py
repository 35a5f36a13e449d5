# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Two replicas on one PostgreSQL, ten clients, things that break: every answer must fit one order. See model/__init__.py."""
import random

from model.driver import System, run_round
from private_postgres import PrivatePostgres

ROUNDS = 3
ROUND_SECONDS = 10


def test_two_replicas_are_one_store_whatever_breaks(binary, postgres_template, tmp_path):
    postgres = PrivatePostgres(postgres_template)
    first = random.randrange(10**9)
    try:
        system = System(binary, postgres)
        try:
            for seed in range(first, first + ROUNDS):
                outcome = run_round(system, seed, ROUND_SECONDS)
                print(outcome)
                outcome.history.save(tmp_path / f"model-{seed}.json")
                assert not outcome.wrong, "\n".join(
                    [f"tests/e2e/model/run --seed {seed} --rounds 1, or --check {tmp_path}/model-{seed}.json",
                     *map(str, outcome.wrong[:5])])
                assert len(outcome.history.operations) > 500 and outcome.faults, "hardly anything happened"
        finally:
            system.close()
    finally:
        postgres.close()
