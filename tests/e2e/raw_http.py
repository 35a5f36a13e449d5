# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Requests as bytes and answers as bytes, over one connection: for tests that compare every byte or measure time."""
import re
import socket

ANSWER_SECONDS = 30


class RawConnection:
    def __init__(self, host: str, port: int):
        self.where = host, port
        self.socket = self.file = None

    def close(self):
        if self.socket:
            self.file.close()
            self.socket.close()
            self.socket = None

    def exchange(self, request: bytes) -> bytes:
        """The whole answer, head and body. Connects anew after an answer that closes."""
        if not self.socket:
            self.socket = socket.create_connection(self.where, timeout=ANSWER_SECONDS)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.file = self.socket.makefile("rb")
        self.socket.sendall(request)
        head = []
        while (line := self.file.readline()) != b"\r\n":
            assert line, f"the connection ended after {head!r}"
            head.append(line)
        answer = b"".join(head) + b"\r\n"
        length = re.search(rb"^content-length: *(\d+)\r$", answer, re.I | re.M)
        if length and not request.startswith(b"HEAD "):
            answer += self.file.read(int(length[1]))
        if re.search(rb"^connection: *close\r$", answer, re.I | re.M):
            self.close()
        return answer


def request(method: str, target: str, headers: dict, body: bytes | None = None) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", "Host: x", *(f"{name}: {value}" for name, value in headers.items())]
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def without_date(answer: bytes) -> bytes:
    return re.sub(rb"^date: .*\r\n", b"", answer, count=1, flags=re.I | re.M)
