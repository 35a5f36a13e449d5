# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A PostgreSQL of one test alone, which it may kill, freeze and restart; never as root, on loopback, in a folder of its own.

`PostgresTemplate` is made once per session (initdb), `PrivatePostgres` is a copy of it. The processes are children of the
test: they are ended by their ids. Without fsync: what is tried is the end of processes, not of the machine.
"""
import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time

START_SECONDS = 30
PASSWORDLESS = "host all all 127.0.0.1/32 trust\nlocal all all trust\n"


def binaries() -> pathlib.Path | None:
    found = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=False) \
        if shutil.which("pg_config") else None
    folders = [pathlib.Path(found.stdout.strip())] if found else []
    folders += sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    return next((folder for folder in folders if (folder / "initdb").is_file()), None)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_for(condition, seconds, what):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what}: not within {seconds} s"
        time.sleep(0.01)


class Owner:
    """Who the server runs as: PostgreSQL refuses to run as root."""

    def __init__(self):
        self.options = {}
        self.ids = None
        if os.getuid() == 0:
            names = {entry.pw_name for entry in pwd.getpwall()}
            entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
            self.ids = entry.pw_uid, entry.pw_gid
            self.options = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}

    def owns(self, folder: pathlib.Path):
        if self.ids:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, *self.ids)


class PostgresTemplate:
    def __init__(self):
        self.bin = binaries()
        assert self.bin, "no PostgreSQL server is installed"
        self.owner = Owner()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="todod-pgtemplate-"))
        self.folder.chmod(0o755)
        self.owner.owns(self.folder)
        done = subprocess.run([self.bin / "initdb", "-D", self.folder / "data", "-U", "todod", "-A", "trust", "-E", "UTF8",
                               "--locale=C.UTF-8", "--no-sync"], cwd="/", stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False, **self.owner.options)
        assert done.returncode == 0, done.stderr

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class PrivatePostgres:
    """Started once made. `url` stays the same over restarts."""

    def __init__(self, template: PostgresTemplate, **settings):
        self.bin, self.owner = template.bin, template.owner
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="todod-pg-"))
        self.folder.chmod(0o755)
        shutil.copytree(template.folder / "data", self.folder / "data")
        (self.folder / "data" / "pg_hba.conf").write_text(PASSWORDLESS)
        self.settings = {"listen_addresses": "'127.0.0.1'", "unix_socket_directories": "''", "fsync": "off",
                         "max_connections": 50, "shared_buffers": "16MB", "deadlock_timeout": "100ms",
                         "log_min_messages": "warning", "restart_after_crash": "on", **settings}
        with open(self.folder / "data" / "postgresql.conf", "a", encoding="utf-8") as file:
            file.writelines(f"{name} = {value}\n" for name, value in self.settings.items())
        self.owner.owns(self.folder)
        self.log = self.folder / "log"
        self.process = None
        for attempt in range(5):  # a port that was free may be taken before it is used
            self.host, self.port = "127.0.0.1", free_port()
            self.url = f"postgresql://todod@{self.host}:{self.port}/postgres?sslmode=disable"
            try:
                return self.start()
            except AssertionError:
                if attempt == 4:
                    self.close()
                    raise

    def output(self) -> str:
        return self.log.read_text(errors="replace")

    def start(self):
        """Returns once it takes connections. After a kill -9 it may have to wait for the last of its former processes."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            with open(self.log, "ab") as log:
                self.process = subprocess.Popen([self.bin / "postgres", "-D", self.folder / "data", "-p", str(self.port)],
                                                cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                                start_new_session=True, **self.owner.options)
            while self.process.poll() is None:
                if self.answers():
                    return
                assert time.monotonic() < deadline, self.output()
                time.sleep(0.02)
            still_there = "is still in use" in self.output()[-500:]
            assert still_there and time.monotonic() < deadline, self.output()
            time.sleep(0.02)

    def answers(self) -> bool:
        with contextlib.suppress(OSError):
            connect(self.host, self.port).close()
            return True
        return False

    def end(self, how=signal.SIGQUIT):
        """SIGINT: fast; SIGQUIT: immediate; SIGKILL: the postmaster dies, and its processes notice that."""
        self.process.send_signal(how)
        self.process.wait(START_SECONDS)

    def processes(self) -> list[int]:
        """The postmaster and its children."""
        found = [self.process.pid]
        for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                if int(path.read_text().rpartition(")")[2].split()[1]) == self.process.pid:
                    found.append(int(path.parent.name))
        return found

    def freeze(self):
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)

    def thaw(self):
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)

    def sql(self, text: str) -> str:
        done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", text, self.url], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=START_SECONDS, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def backends(self) -> list[int]:
        """Those that serve todod."""
        return [int(pid) for pid in
                self.sql("select pid from pg_stat_activity where application_name = 'todod'").split()]

    def kill_backend(self):
        """kill -9 of one that serves todod, if there is any: PostgreSQL then ends them all, and recovers."""
        backends = self.backends()
        for pid in backends[:1]:
            os.kill(pid, signal.SIGKILL)
        wait_for(lambda: not any(pathlib.Path(f"/proc/{pid}").exists() for pid in backends), START_SECONDS, "their end")

    def close(self):
        if self.process and self.process.poll() is None:
            self.thaw()
            self.end()
        shutil.rmtree(self.folder, ignore_errors=True)


def connect(host: str, port: int, user="todod", database="postgres") -> socket.socket:
    """A session that does nothing but be there (protocol 3.0, no password). OSError where the server takes none."""
    words = b"".join(word.encode() + b"\0" for word in ("user", user, "database", database)) + b"\0"
    session = socket.create_connection((host, port), timeout=5)
    session.sendall(struct.pack("!ii", len(words) + 8, 196608) + words)
    try:
        if (kind := session.recv(1)) != b"R":
            raise ConnectionRefusedError(kind + session.recv(1000))
    except OSError:
        session.close()
        raise
    return session


class PrivateBouncer:
    """A PgBouncer in transaction mode before `server`; its port stays the same over restarts."""

    def __init__(self, server: PrivatePostgres):
        path = os.environ["PATH"] + ":/usr/sbin"
        self.program = shutil.which("pgbouncer", path=path)
        self.owner, self.folder = server.owner, pathlib.Path(tempfile.mkdtemp(dir=server.folder))
        self.host, self.port, self.process = "127.0.0.1", free_port(), None
        self.url = f"postgresql://todod@{self.host}:{self.port}/postgres?sslmode=disable"
        (self.folder / "users").write_text('"todod" ""\n')
        (self.folder / "bouncer.ini").write_text(
            f"[databases]\n* = host={server.host} port={server.port}\n[pgbouncer]\nlisten_addr = {self.host}\n"
            f"listen_port = {self.port}\nunix_socket_dir =\nauth_type = trust\nauth_file = {self.folder}/users\n"
            "pool_mode = transaction\ndefault_pool_size = 4\nserver_login_retry = 1\n")
        self.owner.owns(self.folder)
        self.start()

    def start(self):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([self.program, "-q", self.folder / "bouncer.ini"], cwd="/", stdout=log,
                                            stdin=subprocess.DEVNULL, stderr=log, **self.owner.options)
        wait_for(self.answers, START_SECONDS, "PgBouncer's start")

    def answers(self) -> bool:
        with contextlib.suppress(OSError):
            socket.create_connection((self.host, self.port), timeout=1).close()
            return True
        return False

    def end(self, how=signal.SIGKILL):
        self.process.send_signal(how)
        self.process.wait(START_SECONDS)
