# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A load that does not wait: requests leave at their time, whether or not those before have been answered, as those of many
independent clients do. One thread, raw sockets; a connection carries one request at a time, so that a request counts as
offered once the server's kernel has it. `closed_loop` is the same with clients that wait.
"""
import collections
import itertools
import os
import pathlib
import resource
import select
import socket
import time

TICKS = os.sysconf("SC_CLK_TCK")
ANSWER_SECONDS_MAX = 30


def cpu_seconds(pids) -> float:
    """That processes have used, all together."""
    used = 0
    for pid in pids:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        used += int(fields[11]) + int(fields[12])
    return used / TICKS


class Outcome:
    """Of one run."""

    def __init__(self):
        self.offered = 0
        self.statuses = collections.Counter()
        self.waits = collections.defaultdict(list)  # by status, seconds from when a request was due
        self.without_retry_after = 0
        self.seconds = self.cpu = 0.0
        self.drained = 0.0  # seconds from the end to the last answer

    @property
    def served(self):
        return sum(count for status, count in self.statuses.items() if status < 300)

    @property
    def rate(self):
        return self.served / self.seconds

    @property
    def per_cpu_second(self):
        return self.served / self.cpu

    def p99(self, status):
        return self._percentile(status, 99)

    def p50(self, status):
        return self._percentile(status, 50)

    def _percentile(self, status, percent):
        waits = sorted(self.waits[status])
        return waits[len(waits) * percent // 100] if waits else 0.0

    def __str__(self):
        told = ", ".join(f"{count} x {status} (p50 {1000 * self.p50(status):.0f}, p99 {1000 * self.p99(status):.0f} ms)"
                         for status, count in sorted(self.statuses.items()))
        return (f"{self.offered / self.seconds:.0f} offered/s, {self.rate:.0f} served/s, "
                f"{self.per_cpu_second:.0f} per CPU second: {told}")


class _Connection:
    def __init__(self, address):
        self.socket = socket.create_connection(address)
        self.socket.setblocking(False)
        self.head, self.received = b"", 0  # of the answer that comes
        self.size = None  # the whole answer's, once its head is there
        self.status = self.due = 0


class Load:
    """Connections to a server, made as they are needed and kept. `others`: processes whose work is the server's, too."""

    def __init__(self, server, connections_max=8000, others=()):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < connections_max + 200:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, connections_max + 200), hard))
        self.server, self.connections_max = server, connections_max
        self.processes = [server.process.pid, *others]
        self.poll = select.epoll()
        self.connections, self.idle, self.busy = {}, collections.deque(), 0
        self.buffer = memoryview(bytearray(1 << 20))

    def close(self):
        for connection in self.connections.values():
            connection.socket.close()
        self.poll.close()

    def connect(self, count):
        """Has so many connections in all."""
        while len(self.connections) < count:
            self.idle.append(self._connect())

    def open_loop(self, requests: list[bytes], per_second: float, seconds: float) -> Outcome:
        """`requests` in turns, at that rate, late ones as soon as there is time or a connection for them."""
        outcome, rotation = Outcome(), itertools.cycle(requests)
        cpu, start = cpu_seconds(self.processes), time.monotonic()
        while (now := time.monotonic() - start) < seconds:
            for _ in range(128):  # then answers are looked at
                if outcome.offered >= now * per_second or not (self.idle or len(self.connections) < self.connections_max):
                    break
                self._send(next(rotation), start + outcome.offered / per_second)
                outcome.offered += 1
            self._read(outcome, 0.001 if outcome.offered >= now * per_second else 0)
        return self._end(outcome, start, cpu)

    def closed_loop(self, requests: list[bytes], clients: int, seconds: float) -> Outcome:
        """Each of the clients sends its next request when it has the answer to the one before."""
        outcome, rotation = Outcome(), itertools.cycle(requests)
        cpu, start = cpu_seconds(self.processes), time.monotonic()
        self.connect(clients)
        while (now := time.monotonic()) < start + seconds:
            while self.busy < clients:
                self._send(next(rotation), now)
                outcome.offered += 1
            self._read(outcome, 0.001)
        return self._end(outcome, start, cpu)

    def _end(self, outcome, start, cpu):
        outcome.seconds, outcome.cpu = time.monotonic() - start, cpu_seconds(self.processes) - cpu
        late = Outcome()  # counts as answers, not as service within the time
        deadline = time.monotonic() + ANSWER_SECONDS_MAX
        while self.busy:
            assert time.monotonic() < deadline, f"{self.busy} requests were never answered"
            self._read(late, 0.01)
        outcome.drained = time.monotonic() - start - outcome.seconds
        for status, count in late.statuses.items():
            outcome.statuses[status] += count if status >= 300 else 0
            outcome.waits[status] += late.waits[status]
        outcome.without_retry_after += late.without_retry_after
        return outcome

    def _connect(self):
        connection = _Connection((self.server.host, self.server.port))
        self.connections[connection.socket.fileno()] = connection
        self.poll.register(connection.socket, select.EPOLLIN)
        return connection

    def _send(self, request, due):
        connection = self.idle.popleft() if self.idle else self._connect()
        connection.due = due
        sent = connection.socket.send(request)
        assert sent == len(request)
        self.busy += 1

    def _read(self, outcome, wait):
        for number, _ in self.poll.poll(wait, 256):
            connection = self.connections[number]
            size = connection.socket.recv_into(self.buffer)
            assert size, "the server closed a connection"
            connection.received += size
            if connection.size is None and not self._take_head(connection, size, outcome):
                continue
            if connection.received == connection.size:
                outcome.statuses[connection.status] += 1
                outcome.waits[connection.status].append(time.monotonic() - connection.due)
                connection.head, connection.received, connection.size = b"", 0, None
                self.idle.append(connection)
                self.busy -= 1

    def _take_head(self, connection, size, outcome) -> bool:
        """Whether all of it is there."""
        connection.head += self.buffer[:min(size, 2048)]
        end = connection.head.find(b"\r\n\r\n")
        if end < 0:
            return False
        at = connection.head.index(b"\r\nContent-Length: ") + 18
        connection.size = end + 4 + int(connection.head[at:connection.head.index(b"\r", at)])
        connection.status = int(connection.head[9:12])
        if connection.status in (429, 503) and b"\r\nRetry-After: " not in connection.head:
            outcome.without_retry_after += 1
        return True
