# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""What SECURITY.md promises of the binary and its process, and that the tests it names exist."""
import contextlib
import os
import platform
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from crowd import free_port
from todod_process import SECRET

NOBODY = 65534


def readelf(binary, *options) -> str:
    return subprocess.run(["readelf", "--wide", *options, binary], check=True, capture_output=True, text=True).stdout


def test_the_binary_is_hardened(binary):
    assert re.search(r"Type:\s+DYN", readelf(binary, "--file-header")), "no PIE"
    segments = readelf(binary, "--program-headers")
    assert "GNU_RELRO" in segments
    assert re.search(r"GNU_STACK .* RW +0x", segments), "the stack can be executed"
    assert not re.search(r"LOAD .* RWE ", segments), "memory that is written and executed"
    dynamic = readelf(binary, "--dynamic")
    assert re.search(r"FLAGS_1\).*NOW.*PIE", dynamic) or "BIND_NOW" in dynamic, "lazy binding leaves the table writable"
    assert "RPATH" not in dynamic and "RUNPATH" not in dynamic
    used = readelf(binary, "--dyn-syms")
    assert "__stack_chk_fail" in used, "no stack protector"
    assert re.search(r"__(memcpy|memmove|snprintf|vsnprintf|read|recv|poll|fprintf|vfprintf)_chk", used), "no FORTIFY"
    assert "__glibcxx_assert_fail" in readelf(binary, "--syms", "--dyn-syms") or b"Assertion '%s' failed" in binary.read_bytes(), \
        "no checks of the standard library"
    if platform.machine() == "x86_64":
        assert binary.read_bytes().count(b"\xf3\x0f\x1e\xfa") > 1000, "no endbr64 where functions begin"
        start = subprocess.run(["gcc", "-print-file-name=Scrt1.o"], check=True, capture_output=True, text=True).stdout.strip()
        if "IBT" in readelf(start, "--notes"):  # else the distribution's own start code forbids the mark
            assert re.search(r"x86 feature: IBT, SHSTK", readelf(binary, "--notes")), "an object lacks the mark"


@contextlib.contextmanager
def plain_user_process(binary, env=None):
    """`todod serve` as a user without rights (this one, unless it is root), in a folder that only `data` may be written in."""
    with tempfile.TemporaryDirectory(prefix="todod-e2e-") as folder:
        user = NOBODY if os.geteuid() == 0 else os.geteuid()
        data = os.path.join(folder, "data")
        os.mkdir(data, 0o700)
        program = shutil.copy(binary, folder)  # where that user may read it
        if os.geteuid() == 0:
            os.chown(data, user, user)
        os.chmod(folder, 0o555)
        settings = {"PATH": os.environ["PATH"], "HOME": folder, "DATA_DIR": data, "PORT": "0", "BETTER_AUTH_SECRET": SECRET,
                    **(env or {})}
        process = subprocess.Popen([program, "serve"], env=settings, cwd=folder, stdin=subprocess.DEVNULL, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, close_fds=True,
                                   **({"user": user, "group": user, "extra_groups": []} if os.geteuid() == 0 else {}),
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
                                   if resource.getrlimit(resource.RLIMIT_CORE)[1] == resource.RLIM_INFINITY else None)
        try:
            printed = ""
            while "listening on" not in printed:
                line = process.stdout.readline()
                assert line, printed
                printed += line
            process.url = re.search(r"http://\S+", printed.split("listening on ")[-1])[0]
            process.folder, process.user = folder, user
            yield process
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
            os.chmod(folder, 0o755)


def test_memory_is_private(binary):
    with plain_user_process(binary) as process:
        # The kernel gives these to root where a process may not be dumped (proc(5)).
        for name in ("environ", "mem", "maps", "fd"):
            assert os.stat(f"/proc/{process.pid}/{name}").st_uid == 0, name
        assert process.user != 0
        process.send_signal(signal.SIGSEGV)
        ended = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert (ended.si_status, ended.si_code) == (signal.SIGSEGV, os.CLD_KILLED), "a core was dumped"


def test_it_writes_in_its_data_folder_alone(binary):
    with plain_user_process(binary) as process:
        with urllib.request.urlopen(f"{process.url}/readyz", timeout=30) as answer:
            assert answer.status == 200
        assert sorted(os.listdir(process.folder)) == sorted(["data", binary.name])
        open_files = readlinks(process.pid)
        for path, flags in open_files:
            if path.startswith("/") and not path.startswith(("/dev/", "/proc/")) and flags & os.O_ACCMODE != os.O_RDONLY:
                assert path.startswith(os.path.join(process.folder, "data")), path


def readlinks(pid):
    """Of each open descriptor, what it is and how it was opened; nothing where only root may look."""
    found = []
    with contextlib.suppress(PermissionError):
        for number in os.listdir(f"/proc/{pid}/fd"):
            with contextlib.suppress(FileNotFoundError):
                info = open(f"/proc/{pid}/fdinfo/{number}").read()
                found.append((os.readlink(f"/proc/{pid}/fd/{number}"), int(re.search(r"flags:\s+(\d+)", info)[1], 8)))
    return found


def test_with_postgresql_it_writes_nowhere(binary, postgres_url):
    with plain_user_process(binary, {"DATABASE_URL": postgres_url, "DATA_DIR": "/proc/nowhere"}) as process:
        deadline = time.monotonic() + 30
        while True:
            with contextlib.suppress(urllib.error.HTTPError):
                with urllib.request.urlopen(f"{process.url}/readyz", timeout=30) as answer:
                    assert answer.status == 200
                    break
            assert time.monotonic() < deadline
        assert os.listdir(os.path.join(process.folder, "data")) == []


def test_root_is_advised_against(server, binary):
    if os.geteuid() == 0:
        assert "running as root" in server.output()
    with plain_user_process(binary) as process:
        process.terminate()
        assert "running as root" not in process.stdout.read()


def test_no_secret_is_told_anywhere(start_server):
    """With every secret there is, in every place that another user of the machine or a scraper sees."""
    port = free_port()
    server = start_server({"METRICS_PORT": str(port), "LOG_LEVEL": "debug"})
    token = server.token("private-user")
    created = server.post("/api/tasks", {"title": "private-title"}, token=token)
    assert created.status == 201
    server.get("/api/tasks", token=token[:-2])
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
        seen = {"metrics": answer.read().decode()}
    seen["command line"] = open(f"/proc/{server.process.pid}/cmdline").read()
    seen["threads"] = "".join(open(f"/proc/{server.process.pid}/task/{thread}/comm").read()
                              for thread in os.listdir(f"/proc/{server.process.pid}/task"))
    for command in (["check"], ["healthcheck"], ["--help"], ["serve", "--better-auth-secret", SECRET]):
        done = server.run(*command)
        seen[f"todod {command[0]}"] = done.stdout + done.stderr
    assert server.stop() == 0
    seen["log"] = server.output()
    for place, text in seen.items():
        assert text, place
        for secret in (SECRET, token, "private-user", "private-title"):
            assert secret not in text, (place, secret)


def test_secrets_are_compared_in_constant_time(repository):
    """memcmp and == stop at the first byte that differs. Where bytes of a signature are compared is one place."""
    for folder in ("auth", "config"):
        for file in sorted((repository / "src" / folder).glob("*.cpp")):
            assert not re.search(r"(?<!CRYPTO_)\bmemcmp\b|\bstrcmp\b", file.read_text()), file.name
    signature = (repository / "src" / "auth" / "signature.cpp").read_text()
    assert signature.count("CRYPTO_memcmp(expected.data(), signature.data(), length)") == 1
    assert not re.search(r"expected\s*==|==\s*expected|signature\s*==|==\s*signature\b(?!\.)", signature)


def test_the_tests_that_security_names_exist(repository):
    text = (repository / "SECURITY.md").read_text()
    named = re.findall(r"`(tests/[\w/.]+)::(\w+)`", text)
    assert len(named) > 50
    for file, name in named:
        source = (repository / file).read_text()
        pattern = rf"^def {name}\(" if file.endswith(".py") else rf"^TEST\w*\(\w+, {name}\)"
        assert re.search(pattern, source, re.M), f"{file}::{name}"
    rows = re.findall(r"^\| (API\d+|3\.\d+) .*\| ([^|]+) \|$", text, re.M)
    assert [row[0] for row in rows] == [f"3.{n}" for n in range(1, 13)] + [f"API{n}" for n in range(1, 11)]
    assert [row[0] for row in rows if "::" not in row[1]] == ["API6"]
