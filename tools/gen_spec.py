"""The manual in ``docs/spec/``: one page a chapter, one paragraph a test of ``tests/spec/``.

A chapter is a file ``test_spec_<name>.py``: the first line of its docstring is the title, the
rest its introduction. The docstring of each test is a paragraph that ends with ``Source:``. A
new file is a new chapter; ``ORDER`` only says which come first.
"""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct

from tools.gen_text import ROOT, as_markdown, page, place, table

TESTS = ROOT / "tests" / "spec"
PAGES = ROOT / "docs" / "spec"
PREFIX = "test_spec_"
SOURCE = "Source:"

ORDER = (
    *("detection", "scores", "classification", "priorities", "bundle", "hospital"),
    *("agreement", "escalation", "shared", "units", "children", "record", "identity"),
)
"""Chapters as they are read; others follow by name."""


class Paragraph(Struct, frozen=True):
    """What a test shows, whose word that is, and the name of the test."""

    text: str
    source: str
    test: str


class Chapter(Struct, frozen=True):
    """``name`` is that of the page; ``number`` from 1 in the order of reading."""

    number: int
    name: str
    title: str
    intro: str
    path: Path
    paragraphs: tuple[Paragraph, ...]


def chapters() -> tuple[Chapter, ...]:
    """The whole manual."""
    paths = sorted(TESTS.glob(f"{PREFIX}*.py"), key=lambda path: _place_of(_name(path)))
    return tuple(_chapter(number, path) for number, path in enumerate(paths, start=1))


def spec_pages() -> dict[Path, Callable[[], str]]:
    """Every page of the manual with what makes it, the table of contents first."""
    made: dict[Path, Callable[[], str]] = {PAGES / "README.md": _contents}
    for chapter in chapters():
        made[PAGES / f"{chapter.name}.md"] = partial(_page, chapter)
    return made


def paragraph_of(test: ast.FunctionDef | ast.AsyncFunctionDef) -> Paragraph:
    """The docstring of a test, cut at its source; an absent part is empty."""
    doc = as_markdown(" ".join((ast.get_docstring(test) or "").split()))
    text, _, source = doc.rpartition(SOURCE) if SOURCE in doc else (doc, "", "")
    return Paragraph(text.strip(), source.strip(), test.name)


def nodes_of(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The tests of a file in their order."""
    for node in tree.body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() if node.name.startswith("test_"):
                yield node


def _chapter(number: int, path: Path) -> Chapter:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    title, _, intro = (ast.get_docstring(tree) or "").partition("\n")
    paragraphs = tuple(paragraph_of(test) for test in nodes_of(tree))
    return Chapter(
        number, _name(path), title.rstrip("."), as_markdown(intro.strip()), path, paragraphs
    )


def _name(path: Path) -> str:
    return path.stem.removeprefix(PREFIX)


def _place_of(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _contents() -> str:
    found = chapters()
    count = sum(len(chapter.paragraphs) for chapter in found)
    intro = (
        f"What CSI Dispatch does, in {count} paragraphs. Each says whose word it is, and is "
        "shown by a test that runs the program and fails when the paragraph is true no more. "
        "**Yébenes 2020** is Yébenes et al., Med Intensiva 2020;44:36-45; a **decision** is "
        "the project's own, where the paper leaves something open; a **record** stands in "
        "[decisions](../decisions/); **proposed** waits for the word of SEM and of clinicians. "
        "Decision support, not a medical device."
    )
    rows = [
        (each.number, f"[{each.title}]({each.name}.md)", len(each.paragraphs)) for each in found
    ]
    written = table(("", "chapter", "paragraphs"), rows)
    return page("The manual", "tests/spec/", intro, written)


def _page(chapter: Chapter) -> str:
    parts = [
        f"**{chapter.number}.{number}** {each.text}\n\n"
        f"> {_sentence(each.source)} [`{each.test}`](../../{place(chapter.path)})"
        for number, each in enumerate(chapter.paragraphs, start=1)
    ]
    title = f"{chapter.number}. {chapter.title}"
    return page(title, place(chapter.path), chapter.intro, *parts)
