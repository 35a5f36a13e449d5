# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The process: commands, settings, the first run, start and stop, drains, replicas that start together."""

import concurrent.futures
import os
import re
import signal
import socket
import stat
import subprocess
import threading
import time
import urllib.request

import pytest
from todo_client import TodoClient
from todod_process import SECRET, hs256_token

LIVE = b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.fixture
def todod(binary, tmp_path):
    """todod(*args, **env) -> CompletedProcess, in an empty folder, with no settings but those given."""
    def run(*args, **env):
        surroundings = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DATA_DIR": str(tmp_path / "data")}
        env = {name: value for name, value in (surroundings | env).items() if value is not None}
        return subprocess.run([binary, *args], env=env, cwd=tmp_path, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60, check=False)
    return run


def test_version_and_help_need_no_settings(todod):
    assert re.fullmatch(r"todod \d+\.\d+\.\d+\n", todod("--version", PORT="bad").stdout)
    text = todod("--help").stdout
    for word in ("serve", "migrate", "token", "check", "healthcheck", "openapi", "DATABASE_URL", "--port"):
        assert word in text


def test_every_bad_setting_at_once_and_exit_code_78(todod):
    done = todod(PORT="x", BETTER_AUTH_SECRET="short", CORS_ORIGINS="*", RATE_LIMIT="-1", LOG_LEVEL="loud",
                 DATABASE_URL="mysql://x", THREADS="0", MAX_CONNECTIONS="0", JWKS_URL="ftp://x")
    assert done.returncode == 78 and done.stdout == ""
    for name in ("PORT", "BETTER_AUTH_SECRET", "CORS_ORIGINS", "RATE_LIMIT", "LOG_LEVEL", "DATABASE_URL", "THREADS",
                 "MAX_CONNECTIONS", "JWKS_URL"):
        assert name in done.stderr, name
    assert "short" not in done.stderr.split("BETTER_AUTH_SECRET", 1)[1].splitlines()[0].replace("shorter", "")


@pytest.mark.parametrize("url", ["postgresql:///db?host=a,b,c&port=1,2", "postgresql://u:kept-secret@h:port/db",
                                 "postgresql://u:kept-secret@h/db?sslmode=no-verify"])
def test_a_database_url_that_libpq_could_not_use_is_a_bad_setting(todod, url):
    for command in ("serve", "check", "migrate"):
        done = todod(command, DATABASE_URL=url)
        assert done.returncode == 78 and "DATABASE_URL" in done.stderr and len(done.stderr.splitlines()) == 1, done
        assert "kept-secret" not in done.stderr + done.stdout


def test_an_unknown_command_says_so(todod):
    done = todod("srve")
    assert done.returncode not in (0, 78) and "srve" in done.stderr and "--help" in done.stderr


def test_off_loopback_a_secret_or_key_set_is_required(todod):
    done = todod(HOST="0.0.0.0")
    assert done.returncode == 78 and "BETTER_AUTH_SECRET" in done.stderr


def test_the_first_run_teaches(start_server):
    server = start_server({"BETTER_AUTH_SECRET": None})
    text = "".join(server.printed)
    assert "SQLite at" in text and "DATABASE_URL is not set" in text and server.url in text
    kept = server.folder / "data" / "secret"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    link = re.search(rf"^  {re.escape(server.url)}/#token=(\S+)$", text, re.M)
    assert server.get("/api/demo/tasks", token=link[1]).status == 200
    commands = re.search(r"^  export TOKEN.*?(?=\n\n)", text, re.M | re.S)[0]
    done = subprocess.run(["bash", "-ec", commands], capture_output=True, text=True, timeout=60, check=True)
    assert '"title":"Buy milk"' in done.stdout and done.stdout.count('"version":1') == 2


def test_the_generated_secret_stays(start_server, tmp_path):
    env = {"BETTER_AUTH_SECRET": None, "DATA_DIR": str(tmp_path / "kept")}
    first = start_server(env)
    made = first.run("token", "--user", "alice")
    token = made.stdout.strip()
    assert made.stderr == "" and first.get("/api/tasks", token=token).status == 200
    elsewhere = first.run("token", "--user", "alice", "--data-dir", str(tmp_path / "elsewhere"))
    assert "made a new secret in" in elsewhere.stderr
    assert first.get("/api/tasks", token=elsewhere.stdout.strip()).status == 401
    assert first.stop() == 0
    assert start_server(env).get("/api/tasks", token=token).status == 200


def test_token_has_the_ttl_that_was_asked_for(server):
    assert server.get("/api/tasks", token=server.run("token", "--user", "a", "--ttl", "2h").stdout.strip()).status == 200
    assert server.run("token", "--user", "").returncode != 0


def test_check_masks_secrets_and_asks_the_database(server):
    done = server.run("check")
    assert done.returncode == 0 and SECRET not in done.stdout and "PORT" in done.stdout and "answers" in done.stdout


def test_check_of_a_database_that_is_away(server):
    server.env["DATABASE_URL"] = "postgresql://user:hidden-password@127.0.0.1:9/none"
    done = server.run("check")
    assert done.returncode == 1 and "hidden-password" not in done.stdout + done.stderr


def test_healthcheck(server):
    server.env["PORT"] = str(server.port)
    assert server.run("healthcheck").returncode == 0
    assert server.stop() == 0
    done = server.run("healthcheck")
    assert done.returncode == 1 and "not ready" in done.stdout


def test_openapi_prints_what_the_server_serves(server):
    assert server.run("openapi").stdout.encode() == server.get("/openapi.json").body


def test_a_port_that_is_taken(server, binary):
    env = server.env | {"PORT": str(server.port), "DATA_DIR": str(server.folder / "other")}
    for threads in ("1", "3"):
        done = subprocess.run([binary], env=env | {"THREADS": threads}, cwd=server.folder, capture_output=True, text=True,
                              timeout=60, check=False)
        assert done.returncode == 1 and str(server.port) in done.stderr and "PORT" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_two_processes_cannot_share_an_sqlite_file(server):
    done = server.run("serve")
    assert done.returncode == 1 and "in use" in done.stderr and str(server.process.pid) in done.stderr


def test_a_folder_that_is_not_writable(todod, tmp_path):
    done = todod(DATA_DIR="/proc/todod")
    assert done.returncode != 0 and "/proc/todod" in done.stderr and "DATA_DIR" in done.stderr


def test_settings_from_a_file_a_flag_and_dotenv(binary, tmp_path):
    (tmp_path / "secret.txt").write_text(SECRET + "\n")
    (tmp_path / ".env").write_text(f"BETTER_AUTH_SECRET_FILE={tmp_path}/secret.txt\nexport RATE_LIMIT=5 # slow\nPORT=1\n")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DATA_DIR": str(tmp_path / "d"), "PORT": "2"}
    done = subprocess.run([binary, "check", "--port", "3"], env=env, cwd=tmp_path, capture_output=True, text=True,
                          timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert re.search(r"PORT\s*=\s*3\b", done.stdout) and re.search(r"RATE_LIMIT\s*=\s*5\b", done.stdout)
    assert SECRET not in done.stdout


def test_a_log_whose_reader_is_gone_ends_nothing(binary, tmp_path):
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DATA_DIR": str(tmp_path / "data"), "PORT": "0"}
    with subprocess.Popen([binary], env=env, cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True) as process:
        url = next(found[1] for line in process.stdout if (found := re.search(r"listening on (http://\S+)", line)))
        process.stderr.close()
        for _ in range(20):
            with urllib.request.urlopen(f"{url}/livez", timeout=30) as answer:
                assert answer.status == 200
        process.terminate()
        assert process.wait(30) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_an_idle_server_with_0(server, number):
    idle = socket.create_connection((server.host, server.port))
    assert server.stop(number) == 0
    assert idle.recv(1) == b""
    idle.close()


def test_a_second_signal_ends_at_once(start_server):
    server = start_server({"DRAIN_SECONDS": "60", "REQUEST_TIMEOUT": "60"})
    with socket.create_connection((server.host, server.port)) as half:
        half.sendall(b"POST /api/tasks HTTP/1.1\r\nHost: x\r\n")
        assert server.get("/livez").status == 200  # so the half request was read before the signal
        server.process.send_signal(signal.SIGTERM)
        with pytest.raises(OSError):
            while True:  # until the listener is closed, which is when the drain has begun
                socket.create_connection((server.host, server.port), timeout=5).close()
        assert server.stop() == 128 + signal.SIGTERM


def test_a_drain_finishes_what_is_under_way(start_server):
    server = start_server({"DRAIN_SECONDS": "30"})
    body = b'{"title":"late"}'
    head = (f"POST /api/tasks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.token('alice')}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode()
    with socket.create_connection((server.host, server.port), timeout=30) as late:
        late.sendall(head)
        assert server.get("/livez").status == 200
        server.process.send_signal(signal.SIGTERM)
        with pytest.raises(OSError):
            while True:
                socket.create_connection((server.host, server.port), timeout=5).close()
        late.sendall(body)
        answer = b""
        while chunk := late.recv(65536):
            answer += chunk
    assert answer.startswith(b"HTTP/1.1 201 ") and b"\r\nConnection: close\r\n" in answer
    assert server.process.wait(30) == 0


def test_a_server_that_leaves_serves_on_and_is_not_ready(start_server):
    server = start_server({"DRAIN_DELAY": "4"})
    with socket.create_connection((server.host, server.port), timeout=30) as kept:
        kept.sendall(LIVE)
        assert kept.recv(1000).startswith(b"HTTP/1.1 200 ")
        told = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        while server.get("/readyz").status == 200:
            assert time.monotonic() < told + 30
        assert server.get("/readyz").json()["detail"] == "the server is shutting down"
        assert server.request("POST", "/api/tasks", {"title": "late"}, user="alice").status == 201  # over a new connection
        kept.sendall(LIVE)
        assert b"\r\nConnection: close\r\n" not in kept.recv(1000)
        assert time.monotonic() < told + 4, "what was asked took longer than the delay"
        assert kept.recv(1000) == b""  # idle, it is closed when the drain begins
        assert time.monotonic() > told + 3.9
    assert server.process.wait(30) == 0
    log = server.output()
    assert 0 < log.find('"event":"leaving"') < log.find('"event":"draining"') < log.find('"event":"drained"')


def test_a_second_signal_ends_a_server_that_leaves(start_server):
    server = start_server({"DRAIN_DELAY": "60"})
    server.process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + 30
    while server.get("/readyz").status == 200:
        assert time.monotonic() < deadline
    assert server.stop() == 128 + signal.SIGTERM


def test_a_drain_under_load_loses_no_acknowledged_write(start_server, tmp_path):
    env = {"DATA_DIR": str(tmp_path / "kept")}
    server = start_server(env)
    created, lock, started = [], threading.Lock(), threading.Event()

    def work(number):
        client = TodoClient(server.url, f"worker-{number}")
        for i in range(100_000):
            try:
                answer = client.request("POST", client.tasks, {"title": f"task {i}"})
            except OSError:
                return
            if answer.status == 201:
                with lock:
                    created.append((client.user, answer.json["id"]))
                    if len(created) > 500:
                        started.set()

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for number in range(8):
            pool.submit(work, number)
        assert started.wait(60)
        assert server.stop() == 0
    again = start_server(env)
    found = set()
    for number in range(8):
        client = TodoClient(again.url, f"worker-{number}")
        for page in client.pages("?limit=1000"):
            found |= {(client.user, task["id"]) for task in page}
    assert found >= set(created) and len(created) > 500


def test_replicas_start_together_on_an_empty_database(start_server, postgres_url):
    env = {"DATABASE_URL": postgres_url}
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        replicas = list(pool.map(lambda _: start_server(env), range(4)))
    for i, replica in enumerate(replicas):
        assert replica.get("/readyz").status == 200
        assert replica.post("/api/tasks", {"title": f"from {i}"}, user="alice").status == 201
    for replica in replicas:
        assert len(replica.get("/api/tasks", user="alice").json()) == 4


def test_one_idempotency_key_at_two_replicas_at_once(start_server, postgres_url):
    replicas = [start_server({"DATABASE_URL": postgres_url}) for _ in range(2)]
    for attempt in range(20):
        headers = {"Idempotency-Key": f"key-{attempt}"}
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(
                lambda i: replicas[i % 2].post("/api/tasks", {"title": "once"}, user="alice", headers=headers), range(8)))
        assert {a.status for a in answers} == {201}
        assert len({a.json()["id"] for a in answers}) == 1
        assert sum("Idempotency-Replayed" not in a.headers for a in answers) == 1
    assert len(replicas[0].get("/api/tasks", user="alice").json()) == 20


def test_migrate_says_what_it_did(server, postgres_url):
    server.env["DATABASE_URL"] = postgres_url
    first, second = server.run("migrate"), server.run("migrate")
    assert first.returncode == second.returncode == 0
    assert "0001" in first.stdout and "0001" not in second.stdout


def test_a_newer_schema_is_refused(server, postgres_url):
    server.env["DATABASE_URL"] = postgres_url
    assert server.run("migrate").returncode == 0
    subprocess.run(["psql", "-XqAt", "-c", "insert into schema_migrations (number, name, checksum) values (9999, '9999_future', 'x')",
                    postgres_url], check=True, capture_output=True)
    for command in ("migrate", "serve"):
        done = server.run(command)
        assert done.returncode == 1 and "9999_future" in done.stderr, done


def test_metrics_on_their_own_port(start_server):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = start_server({"METRICS_PORT": str(port)})
    assert server.get("/api/tasks", user="alice").status == 200
    deadline = time.monotonic() + 30
    text = ""
    while 'route="/api/tasks"' not in text and time.monotonic() < deadline:  # counted just after the answer has left
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
            text = answer.read().decode()
    assert 'route="/api/tasks",method="GET",status="200"} 1' in text and "alice" not in text
    assert server.get("/metrics").status == 404


def test_logs_hold_neither_tokens_nor_content(start_server):
    server = start_server({"LOG_FORMAT": "json"})
    token = hs256_token("private-user")
    answer = server.post("/api/private-user/tasks?x=private-query", {"title": "private-title"}, token=token)
    assert answer.status == 400
    server.post("/api/tasks", {"title": "private-title"}, token=token)
    server.get("/api/private-user/tasks", token=token[:-3] + "abc")
    assert server.stop() == 0
    text = server.output()
    assert '"route":"/api/{user_id}/tasks"' in text
    for hidden in ("private", token, token.split(".")[2], SECRET):
        assert hidden not in text
