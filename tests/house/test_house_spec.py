"""The manual is whole: every paragraph has its words, its source and its page."""

import ast
import re

import pytest

from tests.house.tree import ROOT, nothing_in, python
from tools.gen_spec import PAGES, chapters, nodes_of, paragraph_of, spec_pages

SOURCE = re.compile(
    r"Yébenes 2020, (?:goals|stage [1-3]|Fig\. [2-5]|Table [12]|levels|the indicators)"
    r"|[Dd]ecisions? \d|[Rr]ecord \d{4}|[Pp]roposed"
    r"|Vincent 1996|Singer 2016|RCP 2017|Schlapbach 2024|SSC|Llei 21/2000"
)
LONGEST = 60


def test_every_paragraph_has_its_words_and_its_source():
    nothing_in(
        f"{chapter.path.name} {each.test}"
        for chapter in chapters()
        for each in chapter.paragraphs
        if len(each.text.split()) < 6 or not SOURCE.search(each.source)
    )


def test_no_paragraph_is_longer_than_people_read():
    nothing_in(
        f"{each.test}: {len(each.text.split())} words"
        for chapter in chapters()
        for each in chapter.paragraphs
        if len(each.text.split()) > LONGEST
    )


def test_no_paragraph_is_said_twice():
    texts = [each.text for chapter in chapters() for each in chapter.paragraphs]
    nothing_in({text for text in texts if texts.count(text) > 1})


def test_every_test_of_the_manual_stands_in_a_chapter():
    known = {chapter.path.name for chapter in chapters()}
    nothing_in(
        name
        for name, tree in python().items()
        if name.startswith("tests/spec/")
        and name.rpartition("/")[2] not in known
        and any(
            isinstance(x, ast.FunctionDef) and x.name.startswith("test_") for x in tree.body
        )
    )


def test_every_chapter_has_a_title_and_an_introduction():
    found = chapters()
    assert len(found) > 10
    nothing_in(each.name for each in found if not each.title or len(each.intro.split()) < 15)


def test_page_without_its_chapter_is_found():
    made = set(spec_pages())
    nothing_in(path.relative_to(ROOT) for path in PAGES.glob("*.md") if path not in made)


@pytest.mark.parametrize(
    ("doc", "text", "source"),
    [
        (
            "So it is,\n    always.\n\n    Source: decision 9.",
            "So it is, always.",
            "decision 9.",
        ),
        ("No source.", "No source.", ""),
        ("Source: nobody.", "", "nobody."),
    ],
)
def test_docstring_is_cut_at_its_source(doc, text, source):
    (test,) = nodes_of(ast.parse(f'def test_x():\n    """{doc}"""\n'))
    found = paragraph_of(test)
    assert (found.text, found.source) == (text, source)
