# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A browser under tests/page/driver.mjs: scenarios are JavaScript, what surrounds them is Python."""

import fcntl
import json
import os
import pathlib
import queue
import shutil
import subprocess
import threading

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SCENARIO_SECONDS = 240
INSTALL_SECONDS = 300


def install_tools(repository: pathlib.Path) -> pathlib.Path:
    """The folder of the page's test tools, with what its lock file names; several test processes may ask at once."""
    folder = repository / "tests" / "page"
    (repository / "build").mkdir(exist_ok=True)
    with open(repository / "build" / ".page-npm.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        installed = folder / "node_modules" / ".package-lock.json"
        if not installed.exists() or installed.stat().st_mtime < (folder / "package-lock.json").stat().st_mtime:
            subprocess.run(["npm", "ci", "--silent"], cwd=folder, check=True, timeout=INSTALL_SECONDS)
    return folder


class PageDriver:
    """One browser for many scenarios, one after another; each has contexts (and so sessions) of its own."""

    def __init__(self, repository: pathlib.Path):
        folder = install_tools(repository)
        self.process = subprocess.Popen(["node", "driver.mjs"], cwd=folder, env=os.environ | {"CHROMIUM": CHROMIUM},
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.lines = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(json.loads(line))
        self.lines.put({"failed": "the driver ended"})

    def _say(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def run(self, scenario: str, given: dict, hosts: dict):
        """`hosts` answers what the scenario asks its surroundings to do. Fails the test if the scenario fails."""
        self._say({"run": scenario, "with": given})
        while True:
            message = self.lines.get(timeout=SCENARIO_SECONDS)
            if "ask" in message:
                self._say({"answer": hosts[message["ask"]](*message["of"])})
            elif "failed" in message:
                raise AssertionError(f"{scenario}: {message['failed']}")
            else:
                return

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
