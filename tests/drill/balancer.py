# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""An HAProxy that can be asked and told, by the socket that its configuration names $HAPROXY_SOCKET."""
import os
import pathlib
import socket
import subprocess
import time

from private_postgres import wait_for

PATIENCE_SECONDS = 60


class Balancer:
    """Runs where it is made; its socket for commands is in `folder`."""

    def __init__(self, configuration: pathlib.Path, folder: pathlib.Path):
        self.socket = folder / "haproxy.sock"
        with open(folder / "haproxy.log", "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                ["/usr/sbin/haproxy", "-db", "-f", configuration], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=os.environ | {"HAPROXY_SOCKET": str(self.socket)})
        wait_for(self.socket.exists, PATIENCE_SECONDS, "HAProxy's start")

    def tell(self, command: str) -> str:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.socket))
            connection.sendall(f"{command}\n".encode())
            return b"".join(iter(lambda: connection.recv(65536), b"")).decode()

    def column(self, replica: str, name: str) -> str:
        rows = [line.split(",") for line in self.tell("show stat").splitlines() if line]
        return next(row[rows[0].index(name)] for row in rows if row[1] == replica)

    def wait_until(self, replica: str, state: str) -> float:
        begin = time.monotonic()
        wait_for(lambda: self.column(replica, "status").startswith(state), PATIENCE_SECONDS, f"{replica} {state}")
        return time.monotonic() - begin

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE_SECONDS)
