# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A load that does not wait: requests leave at their time, whether or not those before have been answered, as those of many
independent clients do. One thread, raw sockets; a connection carries one request at a time."""
import collections
import os
import pathlib
import resource
import selectors
import socket
import time

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid) -> float:
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Outcome:
    """Of one run."""

    def __init__(self):
        self.statuses = collections.Counter()
        self.waits = collections.defaultdict(list)  # by status, seconds from when a request was due
        self.without_retry_after = 0
        self.seconds = self.cpu = 0.0

    @property
    def served(self):
        return sum(count for status, count in self.statuses.items() if status < 300)

    @property
    def rate(self):
        return self.served / self.seconds

    def p99(self, status):
        waits = sorted(self.waits[status])
        return waits[len(waits) * 99 // 100] if waits else 0.0

    def __str__(self):
        told = ", ".join(f"{count} x {status} (p99 {1000 * self.p99(status):.0f} ms)"
                         for status, count in sorted(self.statuses.items()))
        return f"{self.rate:.0f} served/s, {self.served / max(self.cpu, 0.01):.0f} per CPU second: {told}"


class _Connection:
    def __init__(self, address):
        self.socket = socket.create_connection(address)
        self.socket.setblocking(False)
        self.head = b""
        self.left = None  # bytes of the answer's body still to come
        self.status = self.due = 0


class Load:
    """Connections to a server, made as they are needed and kept."""

    def __init__(self, server, connections_max=4000):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < connections_max + 200:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, connections_max + 200), hard))
        self.server, self.connections_max = server, connections_max
        self.selector = selectors.DefaultSelector()
        self.idle, self.count, self.busy = collections.deque(), 0, 0

    def close(self):
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        self.selector.close()

    def open_loop(self, request: bytes, per_second: float, seconds: float) -> Outcome:
        outcome, begun = Outcome(), 0
        cpu, start = cpu_seconds(self.server.process.pid), time.monotonic()
        while True:
            now = time.monotonic() - start
            if now >= seconds:
                break
            while begun < now * per_second and (self.idle or self.count < self.connections_max):
                connection = self.idle.popleft() if self.idle else self._connect()
                connection.due = start + begun / per_second
                connection.socket.send(request)
                begun += 1
                self.busy += 1
            self._read(outcome, 0.001)
        outcome.seconds, outcome.cpu = time.monotonic() - start, cpu_seconds(self.server.process.pid) - cpu
        late = Outcome()  # counts as answers, not as service within the time
        deadline = time.monotonic() + 30
        while self.busy:
            assert time.monotonic() < deadline, f"{self.busy} requests were never answered"
            self._read(late, 0.01)
        for status, count in late.statuses.items():
            outcome.statuses[status] += count if status >= 300 else 0
            outcome.waits[status] += late.waits[status]
        outcome.without_retry_after += late.without_retry_after
        return outcome

    def _connect(self):
        connection = _Connection((self.server.host, self.server.port))
        self.selector.register(connection.socket, selectors.EVENT_READ, connection)
        self.count += 1
        return connection

    def _read(self, outcome, wait):
        for key, _ in self.selector.select(wait):
            connection = key.data
            data = connection.socket.recv(1 << 20)
            assert data, "the server closed a connection"
            if connection.left is None:
                connection.head += data
                end = connection.head.find(b"\r\n\r\n")
                if end < 0:
                    continue
                head, rest = connection.head[:end], len(connection.head) - end - 4
                length = head.lower().split(b"content-length: ")[1].split(b"\r")[0]
                connection.status, connection.left = int(head[9:12]), int(length) - rest
                if connection.status in (429, 503) and b"\r\nRetry-After: " not in head:
                    outcome.without_retry_after += 1
            else:
                connection.left -= len(data)
            if connection.left == 0:
                outcome.statuses[connection.status] += 1
                outcome.waits[connection.status].append(time.monotonic() - connection.due)
                connection.head, connection.left = b"", None
                self.idle.append(connection)
                self.busy -= 1
