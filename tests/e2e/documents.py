# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Markdown files as tests read them: fenced blocks with the marker before them, links, headings, tables."""
import dataclasses
import pathlib
import re
import subprocess


@dataclasses.dataclass
class Block:
    language: str
    marker: str  # of an HTML comment on the line before: <!-- run --> or <!-- answer -->
    text: str
    heading: str  # the last one above it


def tracked_files(repository: pathlib.Path, pattern: str):
    """The names of all such files that git knows or would add."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern], cwd=repository,
                            check=True, capture_output=True, text=True).stdout
    return [name for name in listed.splitlines() if (repository / name).is_file()]


def tracked_documents(repository: pathlib.Path):
    return [repository / name for name in tracked_files(repository, "*.md")]


def blocks(text: str):
    found, heading, lines = [], "", text.splitlines()
    at = 0
    while at < len(lines):
        if lines[at].startswith("#"):
            heading = lines[at].lstrip("#").strip()
        if lines[at].startswith("```"):
            language = lines[at][3:].strip()
            marker = re.fullmatch(r"<!-- (\w+) -->", lines[at - 1]) if at else None
            end = next(i for i in range(at + 1, len(lines)) if lines[i].startswith("```"))
            found.append(Block(language, marker[1] if marker else "", "\n".join(lines[at + 1:end]), heading))
            at = end
        at += 1
    return found


def without_code(text: str) -> str:
    """The text without fenced blocks and code spans, for links are not looked for there."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.S | re.M)
    return re.sub(r"`[^`\n]*`", "", text)


def links(text: str):
    return re.findall(r"\]\(([^)\s]+)\)", without_code(text))


def anchors(text: str):
    """The fragments that a forge makes of headings."""
    headings = re.findall(r"^#+ +(.*)$", re.sub(r"^```.*?^```", "", text, flags=re.S | re.M), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def tables(text: str):
    """Every table as a list of rows, each a list of cells; the first row is the head."""
    found = []
    for chunk in re.findall(r"(?:^\|.*\|\n?)+", text, flags=re.M):
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in chunk.splitlines()]
        found.append([rows[0], *rows[2:]])
    return found


def shape(value):
    """What of a JSON value must be the same in an example and in a real answer: names in order, and kinds."""
    if isinstance(value, dict):
        return {name: shape(member) for name, member in value.items()}
    if isinstance(value, list):
        return [shape(member) for member in value]
    return type(value).__name__
