# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A client of the task routes, as one user: standard library only, nothing hidden."""

import dataclasses
import http.client
import json
import urllib.parse
import uuid

from todod_process import SECRET, hs256_token


def new_user() -> str:
    return f"user-{uuid.uuid4()}"


@dataclasses.dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    raw: bytes

    @property
    def json(self):
        return json.loads(self.raw)

    @property
    def code(self):
        return self.json["code"]


class TodoClient:
    """Requests as one user; a fresh user for each client keeps tests apart on a shared server."""

    def __init__(self, url: str, user: str | None = None, secret: str = SECRET):
        parts = urllib.parse.urlsplit(url)
        self.host, self.port = parts.hostname, parts.port
        self.user = user or new_user()
        self.token = hs256_token(self.user, secret)
        self.connection = None

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def request(self, method, path, body=None, headers=None, token=True) -> Answer:
        """`body`: bytes as they are, anything else as JSON. `token`: True = own, None = none, or a text."""
        fields = {}
        if token is not None:
            fields["Authorization"] = f"Bearer {self.token if token is True else token}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        if body is not None:
            fields["Content-Type"] = "application/json"
        fields |= headers or {}
        fields = {name: value for name, value in fields.items() if value is not None}
        for attempt in (1, 2):  # the server may have closed an idle connection, or after an error
            if not self.connection:
                self.connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
            try:
                self.connection.request(method, path, body, fields)
                answer = self.connection.getresponse()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.close()
                if attempt == 2:
                    raise
        result = Answer(answer.status, answer.headers, answer.read())
        if answer.will_close:
            self.close()
        return result

    @property
    def tasks(self) -> str:
        return f"/api/{urllib.parse.quote(self.user, safe='')}/tasks"

    def at(self, task) -> str:
        return f"{self.tasks}/{task if isinstance(task, str) else task['id']}"

    def create(self, title="a task", headers=None, **fields) -> dict:
        answer = self.request("POST", self.tasks, {"title": title} | fields, headers)
        assert answer.status == 201, answer.raw
        return answer.json

    def get(self, task) -> Answer:
        return self.request("GET", self.at(task))

    def list(self, query=""):
        answer = self.request("GET", self.tasks + query)
        assert answer.status == 200, answer.raw
        return answer.json

    def pages(self, query):
        """Every page from `query` on, following the next links."""
        pages, path = [], self.tasks + query
        while path:
            answer = self.request("GET", path)
            assert answer.status == 200, answer.raw
            pages.append(answer.json)
            path = next_link(answer)
        return pages


def next_link(answer: Answer) -> str | None:
    link = answer.headers.get("Link")
    if link is None:
        return None
    assert link.startswith("<") and link.endswith('>; rel="next"'), link
    return link[1 : link.index(">")]
