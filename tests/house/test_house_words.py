"""One word for one thing: the never-words of ``docs/vocabulary.md`` stay out of names."""

import ast
import re

from tests.house.tree import console, named_in, nothing_in, python, texts, words_of

VOCABULARY = "docs/vocabulary.md"
COLUMNS = 6

PLAN_SCHEMA = "parses or builds the published plan instance"
WEB = "the web's own word"
ALLOWED = {
    ("destination", "dispatch/routing/"): PLAN_SCHEMA,
    ("destinations", "dispatch/routing/"): PLAN_SCHEMA,
    ("origin", "dispatch/routing/"): PLAN_SCHEMA,
    ("origin", "dispatch/config.py"): WEB,
    ("origin", "dispatch/web/"): WEB,
    ("origin", "dispatch/live/"): WEB,
    ("origin", "dispatch/main.py"): WEB,
    ("origin", "dispatch/cli/"): WEB,
    ("origin", "console/src/live/"): WEB,
    ("origin", "tests/shell/"): WEB,
    ("destination", "tests/core/routing/"): PLAN_SCHEMA,
    ("origin", "tests/core/routing/"): PLAN_SCHEMA,
    ("origin", "tests/core/routing/plans/"): PLAN_SCHEMA,
    ("user", "dispatch/cli/"): "the word people type at a command line",
    ("user", "tests/shell/"): "tests of that command",
    ("user", "dispatch/store/postgres/connections.py"): "PostgreSQL's own word",
    ("severity", "tools/gen_hazards.py"): "the word of DCB0129 and ISO 14971",
    ("resource", "dispatch/interop/"): "FHIR's own word",
    ("resource", "tests/shell/interop/"): "FHIR's own word",
}

DECLARED = re.compile(
    r"(?:\b(?:const|let|function|type|interface|class)\s+|^\s*(?:readonly\s+)?)([A-Za-z_]\w*)"
    r"(?=\s*[=(:?<{])",
    re.MULTILINE,
)


def never_words():
    """The words of the last column, lower case."""
    rows = [line.strip().strip("|").split("|") for line in texts()[VOCABULARY].splitlines()]
    full = [cells for cells in rows if len(cells) == COLUMNS]
    return {word for cells in full for word in re.findall(r"`([a-z_]+)`", cells[-1])}


def test_the_vocabulary_has_never_words():
    assert {"ambulance", "destination", "user", "manager"} <= never_words()


def test_names_in_python_avoid_never_words():
    words = never_words()
    found = [
        f"{name}:{line} {given}"
        for name, tree in python().items()
        for line, given in named_in(tree)
        if _is_fault(given, name, words)
    ]
    nothing_in(found)


def test_names_in_the_console_avoid_never_words():
    words = never_words()
    found = [
        f"{name} {given}"
        for name, text in console().items()
        for given in DECLARED.findall(text)
        if _is_fault(given, name, words)
    ]
    nothing_in(found)


def test_files_and_folders_avoid_never_words():
    words = never_words()
    found = [
        name
        for name in texts()
        if name.startswith(("bench/", "dispatch/", "tests/", "tools/", "console/src/"))
        and _is_fault("_".join(re.findall(r"[a-z]+", name.lower())), name, words)
    ]
    nothing_in(found)


def test_a_name_is_split_into_its_words():
    assert words_of("ICUBedHeld_at2") == ["icu", "bed", "held", "at2"]
    assert list(named_in(ast.parse("user = 1"))) == [(1, "user")]


def _is_fault(given, name, words):
    spoken = words.intersection([*words_of(given), *(w.rstrip("s") for w in words_of(given))])
    return any(
        not any(name.startswith(where) for word, where in ALLOWED if word == each)
        for each in spoken
    )
