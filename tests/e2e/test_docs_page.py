# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""/docs in a real browser: it renders under its policy, says nothing on the console and asks nobody else."""
import json
import re
import shutil
import subprocess

import pytest

PAGE_SECONDS = 120
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture
def browse(tmp_path):
    """browse(url) -> (DOM once it is quiet, console messages, URLs that the page asked for)."""

    def visit(url):
        log = tmp_path / "net.json"
        done = subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             # Whatever else the browser or the page looks for is not found, and so never leaves this machine.
             "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
             f"--user-data-dir={tmp_path / 'profile'}", f"--log-net-log={log}", "--enable-logging=stderr",
             "--virtual-time-budget=15000", "--dump-dom", url],
            capture_output=True, text=True, timeout=PAGE_SECONDS, check=True)
        console = re.findall(r":CONSOLE:\d+\] (.*)", done.stderr)
        return done.stdout, console, requests_of_pages(json.loads(log.read_text()))

    return visit


def requests_of_pages(net_log):
    """The browser's own requests (updates, sign-in) have no page as their initiator; the first one has none either."""
    return {event["params"]["url"] for event in net_log["events"]
            if event.get("params", {}).get("initiator", "").startswith("http")}


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (apt-get install chromium)")
@pytest.mark.parametrize("fragment", ["", "#/tasks/putTask"])
def test_the_page_renders_under_its_policy(server, browse, fragment):
    dom, console, urls = browse(f"{server.url}/docs{fragment}")
    document = server.get("/openapi.json").json()
    operations = [operation for item in document["paths"].values() for operation in item.values()]
    assert dom.count('class="opblock-summary-path"') == len(operations)
    for operation in operations:
        assert operation["summary"] in dom
    if fragment:
        assert "Try it out" in dom
        # What is sent with nothing changed: an example only where something must be.
        filled = dict(re.findall(r'<input[^>]*placeholder="([^"]*)"[^>]*value="([^"]*)"', dom))
        assert {name for name, value in filled.items() if value} == {"user_id", "task_id"}
        assert filled.keys() >= {"If-Match", "If-None-Match", "X-Request-Id"}
    assert console == []
    assert {f"{server.url}/docs/swagger-ui-bundle.js", f"{server.url}/openapi.json"} <= urls
    assert {url for url in urls if not url.startswith(server.url + "/") and not url.startswith("data:")} == set()


def test_the_page_has_a_strict_policy(server):
    policy = server.get("/docs").headers["Content-Security-Policy"]
    directives = dict(directive.strip().partition(" ")[::2] for directive in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["connect-src"] == "'self'"
    assert directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert "unsafe" not in policy and "*" not in policy
