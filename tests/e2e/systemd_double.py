# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Plays systemd for a todod: hands listening sockets over, hears its notices, waits for its signs of life."""
import pathlib
import socket
import time

from todod_process import START_SECONDS, STOP_SECONDS, Server


class SystemdDouble:
    """Start, reload and stop as a unit of Type=notify has them. `sockets` stay open between processes."""

    def __init__(self, binary: pathlib.Path, env=None, sockets=(), watchdog_seconds=None, abstract=False):
        self.binary, self.sockets = binary, list(sockets)
        self.notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.server = Server(binary, env or {}, start=False)
        self.env_file = self.server.folder / "todod.env"
        self.env_file.touch()
        path = str(self.server.folder / "notify")
        self.notices.bind("\0" + path if abstract else path)
        self.server.env["NOTIFY_SOCKET"] = ("@" if abstract else "") + path
        if watchdog_seconds:
            self.server.env["WATCHDOG_USEC"] = str(int(watchdog_seconds * 1e6))
        self.heard = []

    def start(self):
        """Returns once READY=1 has come."""
        self.server.launch(self._command(), pass_fds=[each.fileno() for each in self.sockets])
        self.wait_for("READY=1", START_SECONDS)
        self.server.wait_until_listening()
        return self.server

    def _command(self):
        # The shell puts the sockets at descriptor 3 and on, and has the process id that todod will have.
        order = [each.fileno() for each in self.sockets]
        moves = " ".join(f"{10 + i}<&{fd}" for i, fd in enumerate(order)) if order else ""
        places = " ".join(f"{3 + i}<&{10 + i} {10 + i}<&-" for i in range(len(order)))
        script = (f"exec {moves}; exec {places}; export LISTEN_FDS={len(order)} LISTEN_PID=$$; " if order else "") + \
            'exec "$0" serve --env-file "$1"'
        return ["bash", "-c", script, self.binary, self.env_file]

    def hear(self, seconds):
        """The next notice as a dictionary; None if none comes in time."""
        self.notices.settimeout(max(seconds, 0.001))
        try:
            text = self.notices.recv(65536).decode()
        except TimeoutError:
            return None
        notice = dict(line.split("=", 1) for line in text.splitlines())
        self.heard.append(notice)
        return notice

    def wait_for(self, line, seconds=STOP_SECONDS):
        """The next notice that has the line; others are passed over."""
        name, value = line.split("=")
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            ended = self.server.process.poll() is not None  # before hearing: what it said last is there by now
            notice = self.hear(0 if ended else min(left, 0.2))
            if notice and notice.get(name) == value:
                return notice
            if ended and not notice:
                break
        raise AssertionError(f"no {line} came; heard {self.heard[-5:]}\n{self.server.output()}")

    def stop(self):
        code = self.server.stop()
        assert code == 0, self.server.output()

    def close(self):
        try:
            self.server.finish()
        finally:
            self.notices.close()
            for each in self.sockets:
                each.close()


def listening_socket(share=False, address=None):
    """As a socket unit makes it: ListenStream=127.0.0.1:0, with ReusePort= where it is shared."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if share:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    made.bind(address or ("127.0.0.1", 0))
    made.listen(4096)
    return made
