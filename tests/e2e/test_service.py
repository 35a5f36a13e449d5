# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""todod as a service of systemd: notices, watchdog, reload, sockets that are handed over, the unit's sandbox.

    TODOD_RESTART_CONNECTIONS=100000 python3 -m pytest tests/e2e -k restart_under_load    # the long version
"""
import contextlib
import ctypes
import os
import pathlib
import pty
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest
from key_server import KeyServer
from systemd_double import SystemdDouble, listening_socket
from todod_process import SECRET, hs256_token

RESTART_CONNECTIONS = int(os.environ.get("TODOD_RESTART_CONNECTIONS", "4000"))
EXPOSURE_MAX = 19  # of 100, as --threshold counts: 1.9 of 10 in what systemd-analyze prints


@pytest.fixture
def unit(binary):
    """unit(env={...}, sockets=[...]) -> SystemdDouble; all end with the test."""
    with contextlib.ExitStack() as stack:
        def make(*args, **options):
            made = SystemdDouble(binary, *args, **options)
            stack.callback(made.close)
            return made
        yield make


def eventually(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to be in time"
        time.sleep(0.01)


# ---- notices

@pytest.mark.parametrize("abstract", [False, True], ids=["path", "abstract"])
def test_readiness_and_the_end_are_told(unit, abstract):
    service = unit(abstract=abstract)
    server = service.start()
    assert service.heard[-1]["STATUS"] == f"listening on {server.url}"
    assert server.get("/livez").status == 200
    service.stop()
    service.wait_for("STOPPING=1")


def test_the_service_manager_is_told_how_long_the_end_may_take(unit):
    service = unit({"DRAIN_DELAY": "1", "DRAIN_SECONDS": "60"})
    service.start()
    service.stop()
    assert int(service.wait_for("STOPPING=1")["EXTEND_TIMEOUT_USEC"]) > 61e6


def test_a_supervised_start_shows_no_token(unit):
    service = unit({"BETTER_AUTH_SECRET": None})
    server = service.start()
    assert server.printed == [f"listening on {server.url}\n"]
    assert server.get("/app/config.json").json()["sign_in"] == "token"  # nobody has the link


def stop_thread(thread_id):
    """Stops one thread, as a defect that hangs it would; returns what lets it go on."""
    libc = ctypes.CDLL(None, use_errno=True)
    seize, interrupt, detach = 0x4206, 0x4207, 17
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    if libc.ptrace(seize, thread_id, None, None) != 0:
        pytest.skip(f"ptrace is not allowed here: {os.strerror(ctypes.get_errno())}")
    assert libc.ptrace(interrupt, thread_id, None, None) == 0
    os.waitpid(thread_id, 0x40000000)  # __WALL
    return lambda: libc.ptrace(detach, thread_id, None, None)


def test_no_sign_of_life_while_one_io_thread_hangs(unit):
    service = unit({"THREADS": "3"}, watchdog_seconds=1.5)
    server = service.start()
    for _ in range(3):
        service.wait_for("WATCHDOG=1")
    tasks = pathlib.Path(f"/proc/{server.process.pid}/task")
    io_threads = [int(each.name) for each in tasks.iterdir() if (each / "comm").read_text() == "todod-io\n"]
    assert len(io_threads) == 3
    let_go = stop_thread(io_threads[1])
    try:
        # What was sent before the stop may still come, and one look may have seen the last tick.
        eventually(lambda: '"event":"thread_stuck"' in server.output())
        while service.hear(0):
            pass
        assert service.hear(1.5) is None
    finally:
        let_go()
    service.wait_for("WATCHDOG=1")


# ---- reload

def reload(service, text):
    """New settings, SIGHUP, and what is told: the status, and the log's lines about it."""
    server = service.server
    service.env_file.write_text(text)
    before = len(server.log.read_text())
    told = time.monotonic_ns() // 1000
    server.process.send_signal(signal.SIGHUP)
    begun = service.wait_for("RELOADING=1")
    assert told <= int(begun["MONOTONIC_USEC"]) <= time.monotonic_ns() // 1000
    ready = service.wait_for("READY=1")
    return ready["STATUS"], server.log.read_text()[before:]


def test_reload_takes_over_what_it_can(unit):
    with contextlib.closing(KeyServer()) as keys:
        service = unit({"RATE_LIMIT": None, "JWKS_URL": keys.url, "THREADS": "2"})
        server = service.start()
        keys.wait_for_fetches(1)
        origin = {"Origin": "https://app.example"}
        assert "Access-Control-Allow-Origin" not in server.get("/livez", headers=origin).headers

        status, _ = reload(service, "CORS_ORIGINS=https://app.example\nRATE_LIMIT=1\nLOG_LEVEL=warn\nIDLE_TIMEOUT=1\n"
                                      "MAX_CONNECTIONS=3\nREQUEST_TIMEOUT=2\nDRAIN_DELAY=1\nDRAIN_SECONDS=5\n")
        assert status == ("reloaded; in force: CORS_ORIGINS, RATE_LIMIT, MAX_CONNECTIONS, REQUEST_TIMEOUT, IDLE_TIMEOUT, "
                          "DRAIN_DELAY, DRAIN_SECONDS, LOG_LEVEL")
        keys.wait_for_fetches(2)  # whatever the cooldown says

        eventually(lambda: "Access-Control-Allow-Origin" in server.get("/livez", headers=origin).headers)
        statuses = [server.get("/api/tasks", user="alice").status for _ in range(10)]
        assert statuses[0] == 200 and 429 in statuses
        eventually(lambda: not logs_requests(server, "/readyz"))
        idle = [socket.create_connection((server.host, server.port)) for _ in range(6)]
        answered = [each.recv(1000) for each in idle]  # three wait out IDLE_TIMEOUT, the others are one too many
        assert sum(b" 503 " in each for each in answered) == 3 and answered.count(b"") == 3
        for each in idle:
            each.close()

        status, log = reload(service, "LOG_LEVEL=info\n")
        assert status.startswith("reloaded; in force: CORS_ORIGINS, RATE_LIMIT, ") and "LOG_LEVEL" in status
        assert log.count('"event":"setting_applied"') == 8 and '"event":"settings_reloaded"' in log
        eventually(lambda: logs_requests(server, "/readyz"))


def logs_requests(server, path):
    """Whether a request of now comes into the log."""
    before = server.log.read_text().count(f'"route":"{path}"')
    server.get(path)
    deadline = time.monotonic() + 0.5
    while time.monotonic() < deadline:
        if server.log.read_text().count(f'"route":"{path}"') > before:
            return True
        time.sleep(0.02)
    return False


def test_reload_says_what_needs_a_restart(unit):
    service = unit({"PORT": None, "THREADS": None}, sockets=[listening_socket()])
    service.env_file.write_text("PORT=1\nTHREADS=1\n")
    service.start()
    status, log = reload(service, "PORT=2\nTHREADS=2\nJWT_ISSUER=x\nMETRICS_PORT=0\nLOG_FORMAT=text\nRATE_LIMIT=7\n"
                                  f"BETTER_AUTH_SECRET={SECRET[::-1]}\nDATABASE_URL=sqlite:elsewhere.db\n")
    # The secret and the limit of the environment win over those of the file.
    assert status == "reloaded; after a restart: PORT, DATABASE_URL, JWT_ISSUER, THREADS, METRICS_PORT, LOG_FORMAT"
    assert log.count('"event":"setting_needs_restart"') == 6 and '"setting":"JWT_ISSUER"' in log
    assert service.server.get("/api/tasks", token=hs256_token("alice")).status == 200
    assert reload(service, "PORT=1\nTHREADS=1\n")[0] == "reloaded"


def test_bad_settings_change_nothing(unit):
    service = unit({"RATE_LIMIT": None})
    server = service.start()
    status, log = reload(service, "RATE_LIMIT=1\nCORS_ORIGINS=*\nLOG_LEVEL=loud\nno line\n")
    assert status == "reload refused: 3 settings are wrong, see the log"
    assert log.count('"event":"settings_refused"') == 3 and "CORS_ORIGINS" in log and "LOG_LEVEL" in log
    assert {server.get("/api/tasks", user="alice").status for _ in range(20)} == {200}
    service.env_file.unlink()
    server.process.send_signal(signal.SIGHUP)
    assert service.wait_for("READY=1")["STATUS"] == "reload refused: 1 settings are wrong, see the log"


def test_a_terminal_that_closes_ends_the_server(binary, tmp_path):
    leader, follower = pty.openpty()
    env = {"HOME": str(tmp_path), "PORT": "0", "BETTER_AUTH_SECRET": SECRET}
    process = subprocess.Popen([binary], env=env, cwd=tmp_path, stdin=follower, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    os.close(follower)
    try:
        assert any("listening on" in line for line in process.stdout)
        process.send_signal(signal.SIGHUP)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        os.close(leader)


# ---- sockets that are handed over

class Load:
    """Clients that make a connection for each request, until `count` were made. Whatever is not an answer counts."""

    def __init__(self, address, token, count, clients=16):
        self.address, self.token = address, token
        self.left, self.lock = count, threading.Lock()
        self.answers, self.failures, self.created, self.slowest = 0, [], 0, 0.0
        self.threads = [threading.Thread(target=self._work) for _ in range(clients)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        for thread in self.threads:
            thread.join()

    def _work(self):
        body = b'{"title":"kept"}'
        create = (f"POST /api/tasks HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {self.token}\r\n"
                  f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body
        read = b"GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        while True:
            with self.lock:
                if self.left == 0:
                    return
                self.left -= 1
                request = create if self.left % 4 == 0 else read
            began = time.monotonic()
            try:
                with socket.create_connection(self.address, timeout=60) as connection:
                    connection.sendall(request)
                    answer = b""
                    while chunk := connection.recv(4096):
                        answer += chunk
                fault = "" if answer.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 201 ")) else repr(answer[:100])
            except OSError as error:
                fault = repr(error)
            with self.lock:
                self.answers += 1
                self.created += answer.startswith(b"HTTP/1.1 201 ") if not fault else 0
                self.slowest = max(self.slowest, time.monotonic() - began)
                if fault:
                    self.failures.append(fault)


@pytest.mark.parametrize("queues", [1, 2], ids=["one queue", "a queue per thread"])
def test_a_restart_under_load_refuses_no_connection(unit, queues):
    sockets = [listening_socket(share=queues > 1)]
    while len(sockets) < queues:
        sockets.append(listening_socket(True, sockets[0].getsockname()))
    service = unit({"THREADS": "2", "LOG_LEVEL": "warn", "PORT": "1"}, sockets=sockets)
    server = service.start()
    assert server.port == sockets[0].getsockname()[1]
    restarts = 5
    count = RESTART_CONNECTIONS // 2
    with Load((server.host, server.port), hs256_token("alice"), count) as load:
        for i in range(restarts):
            eventually(lambda i=i: load.answers > count * (i + 1) // (restarts + 2), seconds=600)
            service.stop()
            service.start()
    print(f"{load.answers} connections, {restarts} restarts, {len(load.failures)} failed, "
          f"the slowest took {load.slowest:.2f} s")
    assert load.failures == [] and load.answers == count
    kept = 0
    path = "/api/tasks"
    while path:
        page = server.get(path, token=hs256_token("alice"))
        kept += len(page.json())
        link = page.headers.get("Link")
        path = link[1:link.index(">")].removeprefix(server.url) if link else None
    assert kept == load.created > 0


def test_a_connection_without_its_request_yet_is_served_in_a_drain(unit):
    service = unit(sockets=[listening_socket()])
    server = service.start()
    with socket.create_connection((server.host, server.port), timeout=30) as fresh:
        assert server.get("/livez").status == 200  # so the fresh one was accepted before
        server.process.send_signal(signal.SIGTERM)
        service.wait_for("STOPPING=1")
        fresh.sendall(b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
        assert fresh.recv(1000).startswith(b"HTTP/1.1 200 ")
    assert server.process.wait(30) == 0


def test_more_sockets_than_threads(unit):
    sockets = [listening_socket(), listening_socket(), listening_socket()]
    service = unit({"THREADS": "1"}, sockets=sockets)
    service.start()
    for each in sockets:
        service.server.port = each.getsockname()[1]
        assert service.server.get("/livez").status == 200


def test_what_does_not_listen_for_tcp_is_refused(unit):
    for wrong in (socket.socket(socket.AF_INET, socket.SOCK_STREAM), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)):
        service = unit(sockets=[wrong])
        with pytest.raises(AssertionError, match="does not listen for TCP.*ListenStream="):
            service.start()
        assert service.server.process.wait(30) == 1


# ---- the unit

def test_the_sandbox_of_the_unit(repository, tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed: Debian's package systemd has it")

    def exposure_fits(unit_file):
        done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager",
                               f"--threshold={EXPOSURE_MAX}", unit_file], capture_output=True, text=True, timeout=60,
                              check=False)
        assert "Overall exposure level" in done.stdout, done.stderr
        return done.returncode == 0

    unit_file = repository / "deploy" / "systemd" / "todod.service"
    assert exposure_fits(unit_file)
    loose = tmp_path / "todod.service"
    loose.write_text(unit_file.read_text().replace("ProtectSystem=strict\n", "").replace("CapabilityBoundingSet=\n", ""))
    assert not exposure_fits(loose)
