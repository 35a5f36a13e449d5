# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Requests as the clients of existing todo front ends write them, byte for byte.

The heads were recorded on the wire in November 2026, from the clients and versions that CLIENTS names; only host,
token, origin, type and length are filled in. A line whose value is missing is left out, as the client leaves it out.
"""
import dataclasses
import http.client
import re
import socket

import todod_process

CHROMIUM = """\
Host: {host}
Connection: keep-alive
Content-Length: {length}
sec-ch-ua-platform: "Linux"
Authorization: {authorization}
User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36
sec-ch-ua: "Not:A-Brand";v="8", "Chromium";v="156"
Content-Type: {type}
If-Match: {if_match}
sec-ch-ua-mobile: ?0
Accept: */*
Origin: {origin}
Sec-Fetch-Site: cross-site
Sec-Fetch-Mode: cors
Sec-Fetch-Dest: empty
Referer: {origin}/
Accept-Encoding: gzip, deflate, br, zstd
Accept-Language: en-US,en;q=0.9
Cookie: {cookie}
If-None-Match: {if_none_match}"""

FIREFOX = """\
Host: {host}
User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0
Accept: */*
Accept-Language: en-US,en;q=0.9
Accept-Encoding: gzip, deflate, br, zstd
Referer: {origin}/
Authorization: {authorization}
Content-Type: {type}
Content-Length: {length}
Origin: {origin}
Sec-Fetch-Storage-Access: none
Connection: keep-alive
Sec-Fetch-Dest: empty
Sec-Fetch-Mode: cors
Sec-Fetch-Site: cross-site
Priority: u=4
Pragma: no-cache
Cache-Control: no-cache"""

DEV_PROXY = """\
accept-language: en-US,en;q=0.9
accept-encoding: gzip, deflate, br, zstd
referer: http://127.0.0.1:3000/page
sec-fetch-dest: empty
sec-fetch-mode: cors
sec-fetch-site: same-origin
origin: http://127.0.0.1:3000
accept: */*
sec-ch-ua-mobile: ?0
content-type: {type}
sec-ch-ua: "Not:A-Brand";v="8", "Chromium";v="156"
user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36
authorization: {authorization}
sec-ch-ua-platform: "Linux"
cache-control: max-age=0
connection: close
host: {host}
Content-Length: {length}"""

AXIOS_NODE = """\
Accept: application/json, text/plain, */*
Content-Type: {type}
Authorization: {authorization}
User-Agent: axios/1.21.1
Content-Length: {length}
Accept-Encoding: gzip, compress, deflate, br
Host: {host}
Connection: keep-alive"""

AXIOS_OLD = """\
Accept: application/json, text/plain, */*
Content-Type: {type}
Authorization: {authorization}
User-Agent: axios/0.27.2
Content-Length: {length}
Host: {host}
Connection: keep-alive"""

NODE_FETCH_BUILT_IN = """\
host: {host}
connection: keep-alive
Authorization: {authorization}
Content-Type: {type}
accept: */*
accept-language: *
sec-fetch-mode: cors
user-agent: node
pragma: no-cache
cache-control: no-cache
accept-encoding: gzip, deflate
content-length: {length}"""

NODE_FETCH_PACKAGE = """\
accept: */*
accept-encoding: gzip, deflate, br
authorization: {authorization}
content-length: {length}
content-type: {type}
user-agent: node-fetch
Host: {host}
Connection: keep-alive"""

GOT = """\
user-agent: got (https://github.com/sindresorhus/got)
authorization: {authorization}
accept: application/json
content-type: {type}
content-length: {length}
accept-encoding: gzip, deflate, br
Host: {host}
Connection: keep-alive"""

SUPERAGENT = """\
Authorization: {authorization}
Content-Type: {type}
Host: {host}
Accept-Encoding: gzip, deflate
Content-Length: {length}
Connection: close"""

PYTHON_REQUESTS = """\
Host: {host}
User-Agent: python-requests/2.34.2
Accept-Encoding: gzip, deflate
Accept: */*
Connection: keep-alive
Authorization: {authorization}
Content-Length: {length}
Content-Type: {type}"""

CURL_HTTP2 = """\
Host: {host}
User-Agent: curl/7.88.1
Accept: */*
Connection: Upgrade, HTTP2-Settings
Upgrade: h2c
HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA
Authorization: {authorization}
Content-Type: {type}
Content-Length: {length}"""


@dataclasses.dataclass(frozen=True)
class Client:
    head: str
    says_length_0: tuple = ("PATCH",)  # methods for which it says so when there is no body
    type_of_no_body: str | None = None  # the Content-Type of a PATCH without a body, if the application sets none


CLIENTS = {
    # Of pages: fetch (also under React Query, SWR, ky), and XMLHttpRequest (axios), which differs in Accept.
    "chromium_156_fetch": Client(CHROMIUM, ()),
    "chromium_156_axios": Client(CHROMIUM.replace("Accept: */*", "Accept: application/json, text/plain, */*"), ()),
    "firefox_153_fetch": Client(FIREFOX, ()),
    # Through the proxy of a development server (Vite, webpack, Next.js rewrites), by http-proxy 1.18.
    "development_proxy": Client(DEV_PROXY, ("PATCH", "DELETE")),
    # Server side (Next.js, Nuxt, Remix): fetch of Node 20, also under ky 1 and, with another Accept, ofetch 1.
    "node_20_fetch": Client(NODE_FETCH_BUILT_IN),
    "ofetch_1": Client(NODE_FETCH_BUILT_IN.replace("accept: */*", "accept: application/json")),
    "axios_1_node": Client(AXIOS_NODE, type_of_no_body="application/x-www-form-urlencoded"),
    "axios_0_node": Client(AXIOS_OLD, type_of_no_body="application/x-www-form-urlencoded"),
    "node_fetch_3": Client(NODE_FETCH_PACKAGE),
    "got_14": Client(GOT),
    "superagent_10": Client(SUPERAGENT),
    # Scripts.
    "python_requests_2": Client(PYTHON_REQUESTS, ("PATCH", "DELETE")),
    "curl_7_http2": Client(CURL_HTTP2, ()),
}

PREFLIGHTS = {
    "chromium_156": """\
Host: {host}
Connection: keep-alive
Cache-Control: max-age=0
Accept: */*
Access-Control-Request-Method: {method}
Access-Control-Request-Headers: {headers}
Origin: {origin}
User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36
Sec-Fetch-Mode: cors
Sec-Fetch-Site: cross-site
Sec-Fetch-Dest: empty
Referer: {origin}/
Accept-Encoding: gzip, deflate, br, zstd
Accept-Language: en-US,en;q=0.9""",
    "firefox_153": """\
Host: {host}
User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0
Accept: */*
Accept-Language: en-US,en;q=0.9
Accept-Encoding: gzip, deflate, br, zstd
Access-Control-Request-Method: {method}
Access-Control-Request-Headers: {headers}
Referer: {origin}/
Origin: {origin}
Sec-Fetch-Storage-Access: none
Connection: keep-alive
Sec-Fetch-Dest: empty
Sec-Fetch-Mode: cors
Sec-Fetch-Site: cross-site
Priority: u=4
Pragma: no-cache
Cache-Control: no-cache""",
}


def head(template: str, **values) -> str:
    """The template's lines; those whose value is None, or not given, are left out."""
    lines = []
    for line in template.split("\n"):
        name = re.search(r"\{(\w+)\}", line)
        if name and values.get(name[1]) is None:
            continue
        lines.append(line.replace("{" + name[1] + "}", str(values[name[1]])) if name else line)
    return "\r\n".join(lines)


def send(server, client: Client, method, path, body: str | None = None, **values) -> todod_process.Answer:
    """One request as `client` writes it, on a connection of its own. `values` fill the head's lines."""
    length = len(body.encode()) if body is not None else 0 if method in client.says_length_0 else None
    values = {"host": f"{server.host}:{server.port}", "length": length} | values
    if body is None and method == "PATCH" and values.get("type") is None:
        values["type"] = client.type_of_no_body
    return exchange(server, f"{method} {path} HTTP/1.1\r\n{head(client.head, **values)}\r\n\r\n{body or ''}".encode())


def exchange(server, request: bytes) -> todod_process.Answer:
    """Sends the bytes on a connection of their own and reads the one answer."""
    with socket.create_connection((server.host, server.port), timeout=todod_process.ANSWER_SECONDS) as connection:
        connection.sendall(request)
        answer = http.client.HTTPResponse(connection, method=request.split(b" ", 1)[0].decode())
        answer.begin()
        return todod_process.Answer(answer.status, answer.headers, answer.read())
