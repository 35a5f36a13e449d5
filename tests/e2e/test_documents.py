# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""What documents say is true: their commands run, their links resolve, their lists are those of the source."""
import json
import pathlib
import re
import runpy
import subprocess
import urllib.parse
import uuid

import pytest

import documents
from contract import Contract

RUN_SECONDS = 60


@pytest.fixture(scope="module")
def readme(repository):
    return (repository / "README.md").read_text()


@pytest.fixture(scope="module")
def contract(repository):
    return Contract(json.loads((repository / "openapi" / "openapi.json").read_text()))


# ---- commands

@pytest.fixture
def shell(start_server, repository):
    """shell(block) runs a block as a reader would, but against a server of its own; returns its output's lines."""
    # No settings, as in a first run: the server makes its own secret.
    server = start_server(env={"BETTER_AUTH_SECRET": None, "RATE_LIMIT": None})
    (server.folder / "build").mkdir()
    (server.folder / "build" / "todod").symlink_to(server.binary)

    def run(block):
        script = block.text.replace("http://127.0.0.1:8080", server.url)
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=server.folder, env=server.env,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=RUN_SECONDS, check=False)
        assert done.returncode == 0, f"{block.text}\n{done.stdout}{done.stderr}"
        return done.stdout.splitlines()

    run.server = server
    return run


def test_the_first_commands_of_the_readme_give_its_answer(readme, shell):
    found = [block for block in documents.blocks(readme) if block.marker]
    commands, answer = found[0], found[1]
    assert (commands.marker, answer.marker) == ("run", "answer")
    lines = shell(commands)
    listed, completed = (json.loads(line) for line in lines if line)
    example = json.loads(answer.text)
    assert list(completed) == list(example)
    assert documents.shape(completed) == documents.shape(example)
    made_by_server = {"id", "created_at", "updated_at", "completed_at"}
    assert {k: v for k, v in completed.items() if k not in made_by_server} == \
           {k: v for k, v in example.items() if k not in made_by_server}
    assert [task["id"] for task in listed] == [completed["id"]]


def test_the_readmes_first_screen_is_one(readme):
    first = readme.split("\n## ")[0]
    assert len(first.splitlines()) <= 70
    assert len(re.findall(r"^- \*\*", first, flags=re.M)) == 5


def test_the_backup_command_makes_a_usable_copy(readme, shell):
    shell.server.post("/api/tasks", {"title": "Kept"}, token=shell.server.run("token", "--user", "alice").stdout.strip())
    backup = next(block for block in documents.blocks(readme) if "todod backup" in block.text)
    assert backup.marker == "run"
    shell(backup)
    titles = subprocess.run(["sqlite3", "backup.db", "select title from tasks"], cwd=shell.server.folder, check=True,
                            capture_output=True, text=True, timeout=RUN_SECONDS).stdout
    assert titles.split() == ["Kept"]


def test_the_restore_command_takes_that_copy(readme, shell):
    token = shell.server.run("token", "--user", "alice").stdout.strip()
    shell.server.post("/api/tasks", {"title": "Kept"}, token=token)
    commands = [next(block for block in documents.blocks(readme) if f"todod {name}" in block.text)
                for name in ("backup", "restore")]
    shell(commands[0])
    shell.server.post("/api/tasks", {"title": "Later"}, token=token)
    assert shell.server.stop() == 0
    shell(commands[1])
    titles = subprocess.run(["sqlite3", "data/todod.db", "select title from tasks"], cwd=shell.server.folder, check=True,
                            capture_output=True, text=True, timeout=RUN_SECONDS).stdout
    assert titles.split() == ["Kept"]


def test_a_dump_of_postgres_is_tried_as_the_document_says(repository, start_server, postgres_url):
    server = start_server({"DATABASE_URL": postgres_url})
    assert server.post("/api/tasks", {"title": "Kept"}, user="alice").status == 201
    text = (repository / "docs" / "operations.md").read_text()
    commands = next(block for block in documents.blocks(text) if block.marker == "postgres")
    trial = f"trial_{uuid.uuid4().hex}"
    url = urllib.parse.urlsplit(postgres_url)._replace(path=f"/{trial}").geturl()
    (server.folder / "todod").symlink_to(server.binary)
    env = server.env | {"DATABASE_URL": postgres_url, "TRIAL": url, "PATH": f"{server.folder}:{server.env['PATH']}"}
    try:
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", commands.text.replace("database trial", f"database {trial}")],
                              cwd=server.folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=RUN_SECONDS, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert re.search(r"schema (\d+) of \1\b", done.stdout.splitlines()[-1]), done.stdout
        kept = subprocess.run(["psql", "-XqAt", "-c", "select title from tasks", url], check=True, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=RUN_SECONDS).stdout
        assert kept.split() == ["Kept"]
    finally:
        subprocess.run(["psql", "-Xq", "-c", f"drop database if exists {trial} with (force)", postgres_url], check=True,
                       stdin=subprocess.DEVNULL, timeout=RUN_SECONDS)


def test_every_marked_block_is_run_by_a_test(repository):
    """A marker promises a test; here is how many there are, so that none is added without one."""
    marked = {str(file.relative_to(repository)): len([b for b in documents.blocks(file.read_text()) if b.marker])
              for file in documents.tracked_documents(repository)}
    assert {name: count for name, count in marked.items() if count} == {
        "README.md": 8, "docs/operations.md": 5}  # three of them by deploy/test_package


# ---- errors

@pytest.fixture(scope="module")
def problem_table(repository):
    """code -> status, as the source has it."""
    source = (repository / "src" / "api" / "problem.cpp").read_text()
    rows = re.findall(r'problem_row\{\s*problem::(\w+),\s*"(\w+)",\s*(\d+)', source)
    assert all(name == code for name, code, _ in rows)
    assert len(rows) == source.count("problem_row{") > 10
    return {code: int(status) for _, code, status in rows}


def test_the_error_document_lists_the_codes_of_the_source(repository, problem_table, contract):
    text = (repository / "docs" / "errors.md").read_text()
    listed = {re.sub(r"\W", "", row[1].split("]")[0]): int(row[0]) for row in documents.tables(text)[0][1:]}
    assert listed == problem_table
    explained = {}
    for block in documents.blocks(text):
        body = json.loads(block.text)
        assert block.heading == body["code"]
        assert contract.faults(contract.schema("Problem"), body) == []
        explained[body["code"]] = body["status"]
    assert explained == problem_table
    sections = re.split(r"^## ", text, flags=re.M)[1:]
    for section in sections[:len(problem_table)]:
        assert "**Cause.**" in section and "**What to do.**" in section, section[:80]


def test_the_openapi_document_lists_the_codes_of_the_source(problem_table, contract):
    problem = contract.document["components"]["schemas"]["Problem"]
    assert set(problem["properties"]["code"]["enum"]) == set(problem_table)
    by_status = {code: alternative["properties"]["status"]["const"] for alternative in problem["oneOf"]
                 for code in alternative["properties"]["code"]["enum"]}
    assert by_status == problem_table
    shown = {example["value"]["code"] for name, example in contract.document["components"]["examples"].items()
             if name.startswith("problem_")} | {example["code"] for example in problem["examples"]}
    assert shown == set(problem_table)


def test_the_error_document_lists_the_codes_within_errors(repository):
    text = (repository / "docs" / "errors.md").read_text()
    listed = {row[0].strip("`") for row in documents.tables(text)[1][1:]}
    sources = "".join(file.read_text() for folder in ("api", "schemas")
                      for file in sorted((repository / "src" / folder).glob("*.cpp")))
    used = {code for arguments in re.findall(r"(?:\bfail|add_error|faults_\.push_back)\(([^;]*);", sources)
            for code in re.findall(r'(?<=[\s(])"([a-z]+(?:_[a-z]+)*)"(?=[,\s])', arguments)}
    assert {"required", "invalid_value", "too_long"} <= used
    assert used == listed


# ---- settings

def test_settings_are_the_same_everywhere(repository, readme):
    source = (repository / "src" / "config" / "setting_table.cpp").read_text()
    known = set(re.findall(r'"([A-Z][A-Z_]+)"', source)) - {"ADDRESS", "FOLDER", "URL", "TEXT", "LIST", "SECONDS",
                                                           "LEVEL", "FORMAT"}
    table = next(table for table in documents.tables(readme) if table[0][0] == "variable")
    in_readme = [row[0].strip("`") for row in table[1:]]
    assert len(in_readme) == len(set(in_readme))
    assert set(in_readme) == known
    example = (repository / ".env.example").read_text()
    in_example = re.findall(r"^#? ?([A-Z][A-Z_]*)=", example, flags=re.M)
    assert {name.removesuffix("_FILE") for name in in_example} == known


def test_help_names_every_setting(server, readme):
    help_text = server.run("--help").stdout
    table = next(table for table in documents.tables(readme) if table[0][0] == "variable")
    for row in table[1:]:
        assert re.search(rf"\b{row[0].strip('`')}\b", help_text), row[0]


def test_the_example_settings_are_accepted(server, repository):
    example = (repository / ".env.example").read_text()
    in_force = re.sub(r"^#([A-Z][A-Z_]*=.+)$", r"\1", example, flags=re.M)
    assert in_force != example
    (server.folder / ".env").write_text(in_force)
    checked = server.run("check")
    assert checked.returncode in (0, 1), checked.stdout + checked.stderr  # 78 would be a bad setting


def test_metrics_are_the_same_in_document_and_source(repository):
    listed = set(re.findall(r"^\| `(todod_\w+)`", (repository / "docs" / "operations.md").read_text(), flags=re.M))
    sources = "".join(file.read_text() for file in sorted((repository / "src" / "observability").glob("*.cpp")))
    assert listed == set(re.findall(r'"(todod_\w+)"', sources))


# ---- layers

def test_the_layers_of_the_architecture_are_those_that_are_checked(repository):
    """tools/check_layers reads every include; ARCHITECTURE.md is what people read."""
    text = (repository / "ARCHITECTURE.md").read_text()
    table = next(table for table in documents.tables(text) if table[0][0] == "folder")
    shown = {}
    for row in table[1:]:
        for folder in row[0].replace("`", "").replace("main.cpp", "").split(", "):
            shown[folder] = set() if row[2] == "nothing" else set(row[2].split(", "))
    tool = runpy.run_path(str(repository / "tools" / "check_layers"))
    assert shown == tool["ALLOWED"]


# ---- links and names

def test_relative_links_resolve(repository):
    seen = 0
    for file in documents.tracked_documents(repository):
        for link in documents.links(file.read_text()):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, fragment = link.partition("#")
            target = (file.parent / path).resolve() if path else file
            assert target.exists(), f"{file.relative_to(repository)}: {link}"
            assert target.is_relative_to(repository), f"{file.relative_to(repository)}: {link} leaves the repository"
            if fragment and target.suffix == ".md":
                assert fragment in documents.anchors(target.read_text()), f"{file.relative_to(repository)}: {link}"
            seen += 1
    assert seen > 50


def test_named_files_exist(repository):
    """A path in a code span, such as `src/http/limits.hpp` or `docs/adr/`, is there."""
    top = {path.name for path in repository.iterdir()}
    for file in documents.tracked_documents(repository):
        text = re.sub(r"^```.*?^```", "", file.read_text(), flags=re.S | re.M)
        for span in re.findall(r"`([\w./-]+)`", text):
            first, slash, _ = span.partition("/")
            if not slash or first not in top or "NNNN" in span or first in ("build", "web"):
                continue
            assert (repository / span).exists(), f"{file.relative_to(repository)}: `{span}`"


def test_files_named_in_comments_exist(repository):
    """As `tests/support/tcp_gate.hpp` or `indexer.hpp`: a file that is renamed takes its name along."""
    tracked = documents.tracked_files(repository, "*")
    known = set(tracked) | {str(folder) for file in tracked for folder in pathlib.PurePath(file).parents}
    names = {pathlib.PurePath(file).name for file in tracked}
    path = re.compile(r"(?<![\w/.*])(?:src|tests|bench|docs|tools|migrations)/[\w./-]*\w")
    name = re.compile(r"(?<![\w/.*<-])[a-z][\w-]*\.(?:hpp|cpp|py|sql|md)\b")
    seen, missing = 0, []
    for file in tracked:
        if not file.endswith((".hpp", ".cpp", ".sql")):
            continue
        for line, text in enumerate((repository / file).read_text().splitlines(), 1):
            comment = re.search(r"(?://|--).*", text)
            for pattern, there in ((path, known), (name, names)) if comment else ():
                found = pattern.findall(comment[0])
                seen += len(found)
                missing += [f"{file}:{line}: {what}" for what in found if what not in there]
    assert not missing
    assert seen > 30
