# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Is todod, with two replicas, one PostgreSQL and things breaking, still one store of tasks?

    driver.py      clients, replicas and faults, out of one seed ──▶ history.py   what was asked and answered, and when
    task_model.py  what one task may answer, one request at a time ─▶ checker.py  is there an order that explains it all?

`tests/e2e/model/run` is the command; tests/e2e/test_model.py runs it for half a minute.
"""
