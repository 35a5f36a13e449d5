# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Thousands of raw connections in one thread, and what a server and a well-behaved client notice of them."""
import contextlib
import re
import resource
import selectors
import socket
import statistics
import threading
import time
import urllib.request

from todo_client import TodoClient


def wait_until(condition, seconds=30, what="it"):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not come to be in {seconds} s"
        time.sleep(0.01)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Member:
    """One connection of a crowd."""

    def __init__(self, connection):
        self.socket = connection
        self.received = b""
        self.over = False

    @property
    def status(self):
        return int(self.received[9:12]) if self.received.startswith(b"HTTP/1.1 ") else None


class Crowd:
    """`count` connections. `receive_buffer` keeps the kernel from taking answers on their behalf."""

    def __init__(self, server, count, receive_buffer=None):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < count + 200:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, count + 200), hard))
        self.selector = selectors.DefaultSelector()
        self.members = []
        for _ in range(count):
            connection = socket.socket()
            if receive_buffer:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
            connection.connect((server.host, server.port))
            connection.setblocking(False)
            member = Member(connection)
            self.selector.register(connection, selectors.EVENT_READ, member)
            self.members.append(member)

    def send(self, data: bytes, pause=0.0):
        """As much as each one's kernel takes; `pause` seconds between one and the next."""
        for member in self.members:
            time.sleep(pause)
            if not member.over:
                with contextlib.suppress(OSError):
                    member.socket.send(data)

    def read(self, seconds=0.0):
        """Takes what has come within `seconds`."""
        deadline = time.monotonic() + seconds
        while True:
            for key, _ in self.selector.select(max(0.0, deadline - time.monotonic())):
                member = key.data
                try:
                    data = member.socket.recv(65536)
                except BlockingIOError:
                    continue
                except OSError:
                    data = b""
                member.received += data
                if not data:
                    member.over = True
                    self.selector.unregister(member.socket)
            if time.monotonic() >= deadline:
                return

    def read_until(self, condition, seconds=30):
        deadline = time.monotonic() + seconds
        while not condition(self):
            assert time.monotonic() < deadline, f"not within {seconds} s: {self.statuses()}"
            self.read(0.02)

    def statuses(self):
        counts = {}
        for member in self.members:
            counts[member.status] = counts.get(member.status, 0) + 1
        return counts

    def close(self):
        for member in self.members:
            member.socket.close()
        self.selector.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Gauges:
    """What the process itself tells: memory, descriptors, connections."""

    def __init__(self, port):
        self.port = port

    def __getitem__(self, name) -> float:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=30) as answer:
            return float(re.search(rf"^{name} (\S+)", answer.read().decode(), re.M)[1])

    @property
    def resident_mib(self):
        return self["process_resident_memory_bytes"] / 2**20

    @property
    def descriptors(self):
        return int(self["process_open_fds"])


class HealthyClient:
    """Reads one task again and again over one connection, as fast as it is answered."""

    def __init__(self, server):
        self.client = TodoClient(server.url, "healthy")
        self.task = self.client.create("healthy")
        self.seconds = []
        self.stopping = threading.Event()
        self.failure = None

    def _run(self):
        try:
            while not self.stopping.is_set():
                began = time.monotonic()
                answer = self.client.get(self.task)
                self.seconds.append(time.monotonic() - began)
                assert answer.status == 200, answer
        except Exception as failure:  # told by the thread that waits
            self.failure = failure

    @contextlib.contextmanager
    def running(self, requests=200):
        """Measures while the block runs, and on until there are `requests`."""
        self.seconds, self.failure = [], None
        self.stopping.clear()
        thread = threading.Thread(target=self._run)
        thread.start()
        try:
            yield self
            wait_until(lambda: len(self.seconds) >= requests or self.failure, 60, "the healthy client's requests")
        finally:
            self.stopping.set()
            thread.join()
        if self.failure:
            raise self.failure

    @property
    def p99_ms(self) -> float:
        return 1000 * statistics.quantiles(self.seconds, n=100)[98]
