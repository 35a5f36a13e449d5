# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A small network of one's own: namespaces on one switch, which is a namespace as well. Nothing of the machine's own network
is changed; `close` removes every namespace, and with them all that was in them. Linux, root, iproute2."""
import contextlib
import ctypes
import os
import pathlib
import subprocess
import threading

CLONE_NEWNET = 0x40000000
libc = ctypes.CDLL(None, use_errno=True)


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True)


class Network:
    """Hosts have the addresses 10.77.0.N/24."""

    def __init__(self):
        self.prefix = f"todod-{os.getpid()}-"
        self.switch = f"{self.prefix}switch"
        self.made = []
        self._make(self.switch)
        ip("-n", self.switch, "link", "add", "bridge", "type", "bridge")
        ip("-n", self.switch, "link", "set", "dev", "bridge", "up")

    def _make(self, namespace: str):
        ip("netns", "add", namespace)
        self.made.append(namespace)
        ip("-n", namespace, "link", "set", "dev", "lo", "up")

    def add(self, name: str, number: int) -> str:
        """A host on the switch; returns its address."""
        namespace = self.prefix + name
        self._make(namespace)
        ip("link", "add", "eth", "netns", namespace, "type", "veth", "peer", "name", name, "netns", self.switch)
        ip("-n", self.switch, "link", "set", "dev", name, "master", "bridge", "up")
        ip("-n", namespace, "address", "add", f"10.77.0.{number}/24", "dev", "eth")
        ip("-n", namespace, "link", "set", "dev", "eth", "up")
        return f"10.77.0.{number}"

    def cut(self, name: str):
        """Pulls the plug at the switch: what the host sends is lost, and it is told of nothing."""
        ip("-n", self.switch, "link", "set", "dev", name, "nomaster")

    def mend(self, name: str):
        ip("-n", self.switch, "link", "set", "dev", name, "master", "bridge")

    @contextlib.contextmanager
    def inside(self, name: str):
        """Sockets, threads and processes that are made within belong to that host."""
        with open(f"/proc/self/task/{threading.get_native_id()}/ns/net", encoding="ascii") as before:
            with open(pathlib.Path("/run/netns") / (self.prefix + name), encoding="ascii") as there:
                _enter(there.fileno())
            try:
                yield
            finally:
                _enter(before.fileno())

    def close(self):
        for namespace in reversed(self.made):
            with contextlib.suppress(subprocess.CalledProcessError):
                ip("netns", "delete", namespace)


def _enter(descriptor: int):
    if libc.setns(descriptor, CLONE_NEWNET) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
