# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A TCP gate between todod and its database: what the network and a sleeping Neon do, on demand."""

import contextlib
import socket
import threading


class TcpGate:
    """Forwards connections to `target`. open: as a cable; held: accepts, but passes nothing on; cut: drops all and refuses."""

    def __init__(self, target: tuple[str, int]):
        self.target = target
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.host, self.port = self.listener.getsockname()
        self.flow = threading.Event()
        self.flow.set()
        self.refusing = self.closed = False
        self.connections = []
        self.lock = threading.Lock()
        self.accepted = 0
        self.thread = threading.Thread(target=self._accept, daemon=True)
        self.thread.start()

    def hold(self):
        self.flow.clear()

    def open(self):
        self.refusing = False
        self.flow.set()

    def cut(self):
        """Resets every connection, and each new one at once, until open()."""
        self.refusing = True
        self.drop()

    def drop(self):
        """Ends every connection that there is."""
        with self.lock:
            connections, self.connections = self.connections, []
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def close(self):
        self.closed = True
        self.listener.close()
        self.drop()
        self.flow.set()

    def _accept(self):
        while not self.closed:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            self.accepted += 1
            if self.refusing:
                near.close()
                continue
            try:
                far = socket.create_connection(self.target)
            except OSError:  # the target is away
                near.close()
                continue
            with self.lock:
                self.connections += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=(source, sink), daemon=True).start()

    def _pump(self, source, sink):
        with contextlib.suppress(OSError):
            while chunk := source.recv(65536):
                self.flow.wait()
                sink.sendall(chunk)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)
