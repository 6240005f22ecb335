"""Documents are true: what they name exists, what is generated is fresh."""

import re
from importlib import import_module

import click

from tests.house.tree import ROOT, documents, nothing_in, texts, tracked
from tools.check_commit_message import rooms_of
from tools.gen import stale_files

FENCE = re.compile(r"```.*?```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)")
PATH = re.compile(
    r"(?<![\w./-])((?:dispatch|docs|tests|tools|bench|data|console|migrations|changelog\.d|\.ci)"
    r"/[\w./-]*|[A-Z]+\.(?:md|cff))(?![\w<*{‹])"
)
COMMAND = re.compile(r"(make|csi)((?: [a-z][a-z-]*)+)")
IN_TEXT = re.compile(r"`((?:make|csi) [^`]*)`")
IN_FENCE = re.compile(r"^(?:\$ )?((?:make|csi) .*)$", re.MULTILINE)
KINDS = ["added", "changed", "fixed", "clinical", "security", "data"]


def test_generated_files_are_fresh():
    nothing_in(path.name for path in stale_files())


def test_every_link_leads_to_a_file():
    nothing_in(
        f"{name} {target}"
        for name, text in documents().items()
        for target in LINK.findall(FENCE.sub("", text))
        if not ((ROOT / name).parent / target).exists()
    )


def test_every_path_that_a_document_names_exists():
    nothing_in(
        f"{name} {path}"
        for name, text in documents().items()
        for path in PATH.findall(LINK.sub("", text))
        if not (ROOT / path.rstrip(".")).exists() and not _is_made(path)
    )


def test_every_make_target_that_a_document_names_exists():
    targets = set(re.findall(r"^([a-z-]+):.*?## ", texts()["Makefile"], re.MULTILINE))
    assert {"run", "test", "check", "gen"} <= targets
    nothing_in(
        f"{name}: make {words}"
        for name, words in _commands("make")
        if not set(words.split()) <= targets
    )


def test_every_csi_command_that_a_document_names_exists():
    group = import_module("dispatch.cli").csi
    nothing_in(
        f"{name}: csi {words}" for name, words in _commands("csi") if not _finds(group, words)
    )


def test_every_room_is_open_to_commits():
    assert {"dispatch", "docs", "desk", "routing", "project"} <= rooms_of(ROOT)


def test_fragments_of_the_changelog_have_a_known_kind():
    found = [path for path in tracked() if path.parent == ROOT / "changelog.d"]
    assert found
    shape = re.compile(r"\d+\.(" + "|".join(KINDS) + r")\.md")
    nothing_in(path.name for path in found if not shape.fullmatch(path.name))


def test_decisions_are_numbered_and_shaped_alike():
    records = {n: t for n, t in documents().items() if n.startswith("docs/decisions/")}
    numbers = [int(name.split("/")[-1][:4]) for name in sorted(records)]
    assert numbers == list(range(1, len(numbers) + 1))
    nothing_in(
        name
        for name, text in records.items()
        if not _in_order(text, "## Context", "## Decision", "## Consequences")
    )


def _is_made(path):
    """Not in the repository, but made by a command that is."""
    return path.startswith(("console/dist", "console/node_modules", "dispatch/web/static"))


def _commands(program):
    for name, text in documents().items():
        fenced = "\n".join(FENCE.findall(text))
        written = [*IN_TEXT.findall(FENCE.sub("", text)), *IN_FENCE.findall(fenced)]
        for found in filter(None, map(COMMAND.match, written)):
            if found[1] == program:
                yield name, found[2].strip()


def _finds(group, words):
    for word in words.split():
        if not isinstance(group, click.Group):
            return True
        if word not in group.commands:
            return False
        group = group.commands[word]
    return True


def _in_order(text, *parts):
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)
