# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""What happens to PostgreSQL, under write load: answers stay whole and in time, service comes back, nothing is lost.

Each fault is a context manager that begins it and, when the `with` block ends, returns once its cause has ended.
TODOD_TEST_FAULTS says how often each is tried (docs/testing.md).
"""
import concurrent.futures
import contextlib
import os
import resource
import shutil
import signal
import subprocess
import threading
import time

import pytest
from private_postgres import START_SECONDS, PrivateBouncer, connect, wait_for
from tcp_gate import TcpGate
from todod_process import Server
from write_load import WriteLoad

TRIES = int(os.environ.get("TODOD_TEST_FAULTS", "1"))
BACK_SECONDS_MAX = 2
ANSWER_SECONDS_MAX = 11  # a request waits 10 s for its database
GROWTH_BYTES_MAX = 32 << 20
AWAY_SECONDS = 4  # long enough for the pauses between attempts to connect to have become as long as they get


@pytest.fixture
def postgres(breakable_postgres):
    yield breakable_postgres
    breakable_postgres.thaw()
    if breakable_postgres.process.poll() is not None:
        breakable_postgres.start()


def test_sessions_that_wait_for_a_standby_do_not_pile_up(postgres, start_server):
    """Their commits wait for it without end and notice nothing: each one that was left would keep its place for ever."""
    server = start_server({"DATABASE_URL": postgres.url, "THREADS": "1"})
    waiting = "select count(*) from pg_stat_activity where application_name = 'todod' and wait_event = 'SyncRep'"
    assert server.post("/api/tasks", {"title": "before"}, user="alice").status == 201
    postgres.sql("alter system set synchronous_standby_names = 'standby'")
    postgres.sql("select pg_reload_conf()")
    try:
        for user in ("bob", "carol"):
            assert server.post("/api/tasks", {"title": "meanwhile"}, user=user).status == 503
        assert server.output().count("no answer in time") == 2
        wait_for(lambda: postgres.sql(waiting) == "0", 10, "the end of the sessions that were left")
    finally:
        postgres.sql("alter system reset synchronous_standby_names")
        postgres.sql("select pg_reload_conf()")
    wait_for(lambda: server.post("/api/tasks", {"title": "after"}, user="dave").status == 201, 30, "writes")


@pytest.fixture
def gate(postgres):
    gate = TcpGate((postgres.host, postgres.port))
    yield gate
    gate.close()


def stay_away():
    threading.Event().wait(AWAY_SECONDS)  # the outage itself is what is tried


@contextlib.contextmanager
def backends_killed(postgres, _gate):
    """PostgreSQL ends all sessions and recovers when one of its processes is killed."""
    postgres.kill_backend()
    yield
    wait_for(postgres.answers, START_SECONDS, "recovery")


@contextlib.contextmanager
def sessions_terminated(postgres, _gate):
    for _ in range(3):
        postgres.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'todod'")
    yield


@contextlib.contextmanager
def postmaster_killed(postgres, _gate):
    postgres.end(signal.SIGKILL)
    yield
    stay_away()
    postgres.start()


@contextlib.contextmanager
def stopped_immediately(postgres, _gate):
    postgres.end(signal.SIGQUIT)
    yield
    postgres.start()


@contextlib.contextmanager
def restarted(postgres, _gate):
    postgres.end(signal.SIGINT)
    yield
    postgres.start()


@contextlib.contextmanager
def frozen_for_5_seconds(postgres, _gate):
    postgres.freeze()
    yield
    threading.Event().wait(5)
    postgres.thaw()


@contextlib.contextmanager
def connection_table_full(postgres, gate):
    """todod loses its sessions, and others take every place before it can come back."""
    gate.cut()
    wait_for(lambda: not postgres.backends(), START_SECONDS, "the sessions' end")
    others = []
    with pytest.raises(ConnectionRefusedError, match="too many clients"):
        while True:
            others.append(connect(postgres.host, postgres.port))
    gate.open()
    yield
    stay_away()
    for other in others:
        other.close()


@contextlib.contextmanager
def table_locked_for_3_seconds(postgres, _gate):
    lock = threading.Thread(target=postgres.sql, args=("begin; lock table tasks; select pg_sleep(3); commit",))
    lock.start()
    yield
    lock.join()


@contextlib.contextmanager
def network_cut(_postgres, gate):
    gate.cut()
    yield
    stay_away()
    gate.open()


@contextlib.contextmanager
def network_silent(_postgres, gate):
    gate.hold()
    yield
    stay_away()
    gate.open()


def memory_bytes(server) -> int:
    with open(f"/proc/{server.process.pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def break_under_load(server, fault, statuses=frozenset({503})):
    """`statuses`: what a writer may be told beside that it is done."""
    with WriteLoad(server, writers=6) as load:
        load.wait_for(100)
        memory, begin = memory_bytes(server), time.monotonic()
        with fault:
            pass
        end = time.monotonic()
        back = load.seconds_until_all_write(end)
        load.wait_for(100)
        growth = memory_bytes(server) - memory
    during = load.tries(since=begin)
    refused = [one for one in during if one.status >= 400]
    slowest = max(one.seconds for one in during)
    print(f"{end - begin:.1f} s: {load.acknowledged} writes acknowledged, none lost; {len(refused)} refused, "
          f"{load.unsure} of them or cut off left open, none tried twice; slowest answer {slowest:.2f} s; "
          f"back {back:.2f} s after the cause; memory grew by {growth >> 10} KiB")
    load.verify()
    assert {one.status for one in refused} <= statuses and {one.code for one in refused} <= {"unavailable"}
    assert not [one for one in during if one.status == 0]
    assert slowest < ANSWER_SECONDS_MAX and back < BACK_SECONDS_MAX and growth < GROWTH_BYTES_MAX


@pytest.mark.parametrize("_try", range(TRIES))
@pytest.mark.parametrize("fault", [
    backends_killed, sessions_terminated, postmaster_killed, stopped_immediately, restarted, frozen_for_5_seconds,
    connection_table_full, table_locked_for_3_seconds, network_cut, network_silent], ids=lambda fault: fault.__name__)
def test_service_comes_back_and_nothing_is_lost(start_server, postgres, gate, fault, _try):
    server = start_server({"DATABASE_URL": postgres.url.replace(f":{postgres.port}/", f":{gate.port}/")})
    break_under_load(server, fault(postgres, gate))


@pytest.mark.parametrize("_try", range(TRIES))
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["restarted", "killed"])
def test_pgbouncer_goes_and_comes_back(start_server, postgres, how, _try):
    bouncer = PrivateBouncer(postgres)

    @contextlib.contextmanager
    def fault():
        bouncer.end(how)
        yield
        bouncer.start()

    try:
        break_under_load(start_server({"DATABASE_URL": bouncer.url}), fault())
    finally:
        bouncer.end()


def limit_processes(server, owner, most):
    """Of its user, threads included. As that user: root may not everywhere."""
    most = "unlimited" if most == resource.RLIM_INFINITY else most
    subprocess.run(["prlimit", f"--pid={server.process.pid}", f"--nproc={most}:"], check=True, stdin=subprocess.DEVNULL, cwd="/",
                   **owner.options)


def test_a_system_that_gives_no_threads_is_an_outage_like_others(binary, postgres):
    server = Server(binary, {"DATABASE_URL": postgres.url}, start=False)
    try:
        # Root's processes are not counted: the server is PostgreSQL's user's.
        own = shutil.copy(binary, server.folder / "todod")
        postgres.owner.owns(server.folder)
        server.launch([own, "serve"], **postgres.owner.options)
        server.wait_until_listening()
        assert server.post("/api/tasks", {"title": "before"}, user="alice").status == 201
        limit_processes(server, postgres.owner, 1)
        postgres.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'todod'")
        wait_for(lambda: any('"database_connection_lost"' in line and '"writes"' in line for line in server.output().splitlines()),
                 ANSWER_SECONDS_MAX, "the loss: what is sent before it may be answered 503")
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(server.post, "/api/tasks", {"title": "meanwhile"}, user="alice")
            wait_for(lambda: "cannot start a thread" in server.output(), ANSWER_SECONDS_MAX, "the trouble")
            limit_processes(server, postgres.owner, resource.getrlimit(resource.RLIMIT_NPROC)[0])
            assert waiting.result().status == 201
    finally:
        server.finish()
