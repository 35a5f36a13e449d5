# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A todod to measure, in a folder and a database of its own, and what a load costs it and its PostgreSQL."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile

from measuring.tokens import SECRET

BENCH = pathlib.Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


def with_database(kind):
    """Runs this program again beside a PostgreSQL of its own, unless it has one or needs none."""
    if kind == "sqlite":
        os.environ.pop("TODOD_TEST_POSTGRES", None)
    elif "TODOD_TEST_POSTGRES" not in os.environ:
        os.environ["TODOD_TEST_FSYNC"] = "on"
        helper = str(BENCH.parent / "tests/support/with_postgres")
        os.execv(helper, [helper, sys.executable, *sys.argv])


def cpu_seconds(pid):
    """User and system time of a process and all below it, also of those that have ended."""
    table = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            text = pathlib.Path(f"/proc/{name}/stat").read_text()
            fields = text[text.rindex(")") + 2:].split()
            table[int(name)] = (int(fields[1]), sum(map(int, fields[11:15])) / TICKS)
    todo, total = [pid], 0.0
    while todo:
        parent = todo.pop()
        total += table.get(parent, (0, 0.0))[1]
        todo += [child for child, (above, _) in table.items() if above == parent]
    return total


def psql(*sql, url=None):
    arguments = [part for each in sql for part in ("-c", each)]
    return subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", *arguments, url or os.environ["TODOD_TEST_POSTGRES"]],
                          check=True, stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL,
                          env=os.environ | {"PGOPTIONS": "-c client_min_messages=warning"}).stdout


def url_of(server, database):
    before, _, parameters = os.environ[server].partition("?")  # these say: no TLS
    return f"{before.rsplit('/', 1)[0]}/{database}?{parameters}"


def make_database(name, like=None):
    """Like another: a copy of it, from which everybody is sent away."""
    psql(f"drop database if exists {name} with (force)")
    if like:
        psql(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{like}'")
    psql(f"create database {name}" + (f" template {like} strategy file_copy" if like else ""))


class Server:
    """Started when made. `stop` and `start` again keep its data; `close` removes it."""

    def __init__(self, name, binary, env, pooled=False):
        self.name, self.binary = name, os.path.abspath(binary)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="todod-bench-"))
        self.postmaster, self.url, self.database, self.changed = None, None, f"bench_{name}", False
        self.kept = self.folder / "kept.db"
        if "TODOD_TEST_POSTGRES" in os.environ:
            make_database(self.database)
            self.kept = f"{self.database}_kept"
            self.postmaster = int(psql("select pg_read_file('postmaster.pid')").split()[0])
            self.url = url_of("TODOD_TEST_POSTGRES", self.database)
            env = env | {"DATABASE_URL": url_of("TODOD_TEST_PGBOUNCER", self.database) if pooled else self.url}
        self.env = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "DATA_DIR": str(self.folder), "PORT": "0",
                    "BETTER_AUTH_SECRET": SECRET, "RATE_LIMIT": "0", "LOG_FORMAT": "json"} | env
        # It listens before its database is migrated; what comes next may want the tables.
        subprocess.run([self.binary, "migrate"], env=self.env, cwd=self.folder, check=True, capture_output=True)
        self.start()

    def start(self):
        with open(self.folder / "log", "w") as log:
            self.process = subprocess.Popen([self.binary, "serve"], env=self.env, cwd=self.folder, text=True,
                                            stdout=subprocess.PIPE, stderr=log)
        for line in self.process.stdout:
            if line.startswith("listening on "):
                self.port = int(line.rsplit(":", 1)[1])
                return
        raise SystemExit(f"{self.binary} did not start: {(self.folder / 'log').read_text()}")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.process.stdout.close()

    def close(self):
        self.stop()
        shutil.rmtree(self.folder)
        if self.postmaster:
            psql(*(f"drop database if exists {name} with (force)" for name in (self.database, f"{self.database}_kept")))

    def keep(self):
        """What is stored now is what `restore` brings back."""
        self.settle()
        self.stop()
        if self.postmaster:
            make_database(self.kept, self.database)
        else:
            self.copy_file("todod.db", self.kept)
        self.start()

    def share(self, other):
        """What another has kept is what `restore` brings back, from now on: two databases that were filled alike differ by 5 % under a mix."""
        self.kept = other.kept
        self.restore()

    def restore(self):
        self.stop()
        if self.postmaster:
            make_database(self.database, self.kept)
        else:
            self.copy_file(self.kept, "todod.db")
        self.start()
        self.changed = False

    def migrations(self):
        """Names and checksums of those that its tables have gone through."""
        sql = "select name, checksum from schema_migrations order by number"
        if self.postmaster:
            return [tuple(line.split("|")) for line in psql(sql, url=self.url).splitlines()]
        with contextlib.closing(sqlite3.connect(f"file:{self.folder}/todod.db?mode=ro", uri=True)) as db:
            return db.execute(sql).fetchall()

    def copy_file(self, source, target):
        beside = list(self.folder.glob("todod.db-*"))  # SQLite's write-ahead log and its index
        if beside:
            raise SystemExit(f"{self.binary} left {beside[0].name}: it did not close its database")
        shutil.copy(self.folder / source, self.folder / target)

    def settle(self):
        """So that no run pays for the one before."""
        if self.postmaster:
            psql("vacuum analyze", "checkpoint", url=self.url)
        with open(self.folder / "log", "w"):
            pass

    def memory_kib(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.split("VmRSS:")[1].split()[0])

    def cpu(self):
        return cpu_seconds(self.process.pid), cpu_seconds(self.postmaster) if self.postmaster else 0.0

    def wrk(self, what, connections, seconds):
        """The command that loads it: `what` are the arguments of load.lua."""
        return ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(BENCH / "load.lua"),
                f"http://127.0.0.1:{self.port}", "--", *map(str, what)]

    def load(self, *what, connections, seconds, warm_up=1):
        """What a load costs, and how long its requests took."""
        subprocess.run(self.wrk(what, connections, warm_up), check=True, stdout=subprocess.DEVNULL)
        before = self.cpu()
        out = subprocess.run(self.wrk(what, connections, seconds), check=True, capture_output=True, text=True).stdout
        after = self.cpu()
        result = json.loads(out[out.index("RESULT") + 6:].splitlines()[0])
        if result["errors"] or not result["requests"]:
            raise SystemExit(f"{what[0]} on {self.name}: {result['errors']} of {result['requests']} answers were errors")
        count = result["requests"]
        return {"requests/s": count / result["seconds"], "server µs": (after[0] - before[0]) / count * 1e6,
                "postgres µs": (after[1] - before[1]) / count * 1e6, "p50 ms": result["p50"], "p99 ms": result["p99"]}

    @contextlib.contextmanager
    def loaded_beside(self, *what, connections, seconds):
        """Another load meanwhile."""
        other = subprocess.Popen(self.wrk(what, connections, seconds), stdout=subprocess.DEVNULL)
        try:
            yield
        finally:
            other.terminate()
            other.wait()

    def open_idle(self, stack, count, request):
        """Connections that make one request and then stay until `stack` closes them."""
        for _ in range(count):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", self.port), timeout=30))
            client.sendall(request)
            if not client.recv(4096).startswith(b"HTTP/1.1 200 "):
                raise SystemExit(f"{self.name}: the one request of an idle connection was refused")
