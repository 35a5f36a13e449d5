# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""The Debian package: built, and looked at without being installed (deploy/test_package installs it, in a system of its own).
Manual pages and completion say what `todod --help` says."""
import json
import os
import re
import shutil
import subprocess

import pytest

PAGES = ("todod.1", "todod.env.5")


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, **options)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def package(repository, tmp_path_factory):
    """The package with the release binary of build/."""
    if not (repository / "build" / "todod").is_file():
        pytest.fail("build/todod is missing: the package is made of the release build")
    return run(repository / "tools" / "package", tmp_path_factory.mktemp("package")).strip()


@pytest.fixture
def help_text(binary):
    return run(binary, "--help")


def plain(page_file):
    """The words of a manual page, without the marks of roff, all white space alike."""
    text = re.sub(r'^\.\\".*$', "", page_file.read_text(), flags=re.M)
    text = re.sub(r"^\.[A-Za-z]+ ?", " ", text, flags=re.M)
    for mark, meaning in (("\\-", "-"), ("\\(aq", "'"), ("\\e", "\\"), ('"', "")):
        text = text.replace(mark, meaning)
    return re.sub(r"\s+", " ", text)


def settings_of(help_text):
    """Flag, placeholder, name, meaning and default of each setting in --help."""
    return re.findall(r"^  (--[a-z-]+) (\S+) +([A-Z_]+)(?: \(or a file with it\))?\n +(.*)\n +default: (.*)$", help_text, flags=re.M)


# ---- the package

def test_the_package_holds_what_an_operator_needs(package, repository):
    version = re.search(r"project\(todod VERSION ([\d.]+)", (repository / "CMakeLists.txt").read_text())[1]
    fields = dict(line.split(": ", 1) for line in run("dpkg-deb", "--field", package).splitlines() if line[:1].strip())
    assert (fields["Package"], fields["Version"]) == ("todod", version)
    for library in ("libc6", "libpq5", "libsqlite3-0", "systemd"):
        assert re.search(rf"\b{library}\b", fields["Depends"]), fields["Depends"]
    assert "-dev" not in fields["Depends"]
    listed = {name: mode for mode, name in
              re.findall(r"^(\S+ \S+) +\d+ \S+ \S+ \.(\S*)$", run("dpkg-deb", "--contents", package), flags=re.M)}
    for name in ("/usr/bin/todod", "/usr/lib/systemd/system/todod.service", "/usr/lib/systemd/system/todod.socket",
                 "/usr/lib/sysusers.d/todod.conf", "/etc/todod/todod.env", "/usr/share/man/man1/todod.1.gz",
                 "/usr/share/man/man5/todod.env.5.gz", "/usr/share/bash-completion/completions/todod",
                 "/usr/share/doc/todod/copyright", "/usr/share/doc/todod/changelog.Debian.gz"):
        assert name in listed, name
        assert listed[name] == ("-rwxr-xr-x" if "/bin/" in name else "-rw-r--r--") + " root/root"
    assert run("dpkg-deb", "--info", package, "conffiles").strip() == "/etc/todod/todod.env"


def test_the_package_is_the_same_when_made_again(package, repository, tmp_path):
    again = run(repository / "tools" / "package", tmp_path).strip()
    assert run("sha256sum", package).split()[0] == run("sha256sum", again).split()[0]


def test_no_path_of_this_machine_is_in_the_package(package, repository, tmp_path):
    run("dpkg-deb", "--raw-extract", package, tmp_path / "x")
    files = [path for path in (tmp_path / "x").rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(files) > 10
    for path in files:
        assert str(repository).encode() not in path.read_bytes(), path


def test_lintian_finds_nothing(package):
    if not shutil.which("lintian"):
        pytest.skip("lintian is not installed")
    done = subprocess.run(["lintian", "--fail-on", "error,warning", "--allow-root", package], capture_output=True, text=True,
                          timeout=300, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_the_settings_of_the_package_are_accepted_as_they_stand(package, binary, tmp_path):
    run("dpkg-deb", "--extract", package, tmp_path / "x")
    env = {"DATA_DIR": str(tmp_path / "data")}
    text = run(binary, "check", "--env-file", tmp_path / "x/etc/todod/todod.env", env=env, cwd=tmp_path)
    assert "HOST = 127.0.0.1  (default)" in text and "database:" in text


# ---- manual pages and completion

def test_the_page_of_the_command_is_its_help(repository, help_text):
    page = plain(repository / "deploy" / "man" / "todod.1")
    commands = re.search(r"Commands:\n(.*?)\n\n", help_text, re.S)[1]
    for usage, meaning in re.findall(r"^  (\S.*?) {2,}(.*)$", commands, flags=re.M):
        assert f" {usage} {meaning[0].upper()}{meaning[1:]}. " in page, usage
    flags = settings_of(help_text)
    assert len(flags) > 15
    for flag, placeholder, name, _, _ in flags:
        assert f" {flag} {placeholder} {name} " in page, flag
    assert set(re.findall(r"(?<=\s)--[a-z-]+", page)) - {"--"} == \
        {flag for flag, *_ in flags} | {"--help", "--version", "--env-file", "--user", "--ttl"}
    assert set(re.findall(r"--[a-z-]+", help_text)) >= {"--env-file", "--user", "--ttl"}
    for code in re.findall(r"\b(\d+) [a-z]", re.search(r"Exit codes: (.*)", help_text, re.S)[1]):
        assert re.search(rf" EXIT STATUS\b.* {code} [A-Z]", page), code


def test_the_page_of_the_settings_is_that_of_the_table(repository, help_text):
    page = plain(repository / "deploy" / "man" / "todod.env.5")
    table = (repository / "src" / "config" / "setting_table.cpp").read_text()
    at = page.index(" SETTINGS ")
    for _, _, name, meaning, default in settings_of(help_text):
        row = re.search(rf'"{name}",.*?\}}', table, re.S)[0]
        reload = "(reload) " if "on_reload" in row else ""
        found = page.find(f" {name} {meaning} {reload}", at)
        assert found > 0, f"{name}: {meaning} {reload}"
        at = found
        assert f"Default: {default} " in page[at:], default
        assert page.index(f"Default: {default} ", at) - at < 250, name
    assert page.count("Default: ") == len(settings_of(help_text))


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_well_formed(repository, page):
    if not shutil.which("mandoc"):
        pytest.skip("mandoc is not installed")
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "style", repository / "deploy" / "man" / page], capture_output=True,
                          text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("typed, offered", [
    ("todod mi", ["migrate"]),
    ("todod h", ["healthcheck", "help"]),
    ("todod --log-l", ["--log-level"]),
    ("todod serve --log-level ", ["debug", "info", "warn", "error", "off"]),
    ("todod --env", ["--env-file"]),
    ("todod --database", ["--database-url-file"]),
])
def test_completion_offers_what_the_binary_takes(repository, binary, typed, offered):
    words = typed.split(" ")
    script = ('. "$0"; COMP_WORDS=("$@"); COMP_WORDS[0]=$TODOD; COMP_CWORD=$(($# - 1)); _todod; printf "%s\\n" "${COMPREPLY[@]}"')
    done = run("bash", "-c", script, repository / "deploy" / "debian" / "completion.bash", *words,
               env=os.environ | {"TODOD": str(binary)})
    assert done.split() == offered


# ---- supply chain

def test_the_list_of_what_is_linked(repository):
    if not (repository / "build" / "build.ninja").is_file():
        pytest.skip("build/ is not a build folder of ninja")
    document = json.loads(run(repository / "tools" / "sbom"))
    assert document["spdxVersion"] == "SPDX-2.3" and document["dataLicense"] == "CC0-1.0"
    assert document["documentNamespace"].startswith("https://") and re.fullmatch(r"[\d-]+T[\d:]+Z", document["creationInfo"]["created"])
    packages = {each["SPDXID"]: each for each in document["packages"]}
    assert len(packages) == len(document["packages"])
    by_name = {each["name"]: each for each in document["packages"]}
    for each in document["packages"]:
        assert each["versionInfo"] and re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", each["SPDXID"])
    kinds = {packages[each["relatedSpdxElement"]]["name"]: each["relationshipType"] for each in document["relationships"]}
    assert set(kinds) == set(by_name)
    for name, kind in {"todod": "DESCRIBES", "libpq5": "DYNAMIC_LINK", "libsqlite3-0": "DYNAMIC_LINK", "libc6": "DYNAMIC_LINK",
                       "libcli11-dev": "STATIC_LINK", "swagger-ui-dist": "CONTAINS"}.items():
        assert kinds[name] == kind
    assert any("boost" in name for name in kinds)
    binary = repository / "build" / "todod"
    assert by_name["todod"]["checksums"] == [{"algorithm": "SHA256", "checksumValue": run("sha256sum", binary).split()[0]}]
    needed = re.findall(r"NEEDED.*\[(.*)\]", run("readelf", "--dynamic", binary))
    assert 5 < len(needed) <= sum(kind == "DYNAMIC_LINK" for kind in kinds.values()) + 3  # libc6 has several


def test_notes_of_a_release_are_its_section(repository, tmp_path):
    (tmp_path / "tools").mkdir()
    shutil.copy(repository / "tools" / "release", tmp_path / "tools")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.3] - 2026-01-09\n\n### Added\n\n- this\n\n"
                                           "## [1.2.2]\n\n- before\n\n[1.2.3]: https://example\n")
    assert run(tmp_path / "tools" / "release", "1.2.3", "--notes") == "### Added\n\n- this\n"
    done = subprocess.run([tmp_path / "tools" / "release", "9.9.9", "--notes"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1 and 'no section "## [9.9.9]"' in done.stderr
