"""Every refusal and every failure of the world: where it is raised, what people read."""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent

from dispatch.store.postgres.connections import RULES
from dispatch.web.problems import status_of
from tools.gen_text import CODE, code, page, place, sources, table

FROM_THE_FRAMEWORK = ("unknown_path", "method", "body_too_large", "not_understood")
"""Codes of ``dispatch/web/problems.py`` for what the framework itself refuses."""

FRAMEWORK_STATUS = {"method": 405, "not_understood": 400}
RAISED = {"Refused": "Refused", "Doubtful": "Refused", "Unavailable": "Unavailable"}


class Raised(NamedTuple):
    """One place where a failure is made. ``code`` None: worked out at run time."""

    kind: str
    code: str | None
    where: str
    line: int


def refusals_page() -> str:
    """``docs/refusals.md``: code, status, sentence, places."""
    said = sentences("en")
    return page(
        "Refusals and failures",
        "`Refused(…)` and `Unavailable(…)` in `dispatch/`, sentences of `dispatch/i18n/en/`",
        "Codes are stable. The sentence comes in Catalan, Spanish or English, its facts filled "
        "in; `field` names what is at fault. Nothing was changed when one of these comes back.",
        "## The protocol or the input says no",
        _rows("Refused", "refused", said),
        "## The world failed",
        "Status 503 over HTTP. The same command may be sent again with its key.",
        _rows("Unavailable", "unavailable", said),
    )


def raised() -> tuple[Raised, ...]:
    """Every ``Refused(…)`` and ``Unavailable(…)`` in the code, in the order of the files."""
    return tuple(_raised())


def codes(kind: str) -> dict[str, list[str]]:
    """Code → the files it comes from, by code."""
    found: dict[str, list[str]] = {}
    for each in raised():
        if each.kind == kind and each.code is not None:
            found.setdefault(each.code, []).append(each.where)
    if kind == "Refused":
        for rule, _ in RULES.values():
            found.setdefault(rule, []).append("dispatch/store/postgres/connections.py")
        for known in FROM_THE_FRAMEWORK:
            found.setdefault(known, []).append("dispatch/web/problems.py")
    return dict(sorted(found.items()))


def sentences(language: str) -> dict[str, str]:
    """Message id → its pattern as written, of one language."""
    found = {}
    for path in sorted((CODE / "i18n" / language).glob("*.ftl")):
        parsed = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in parsed.body:
            if isinstance(entry, fluent.Message) and entry.value is not None:
                found[entry.id.name] = _pattern(entry)
    return found


def _pattern(entry: fluent.Message) -> str:
    written = FluentSerializer().serialize_entry(entry).split("=", maxsplit=1)[1]
    return re.sub(r"\{ \$(\w+) \}", r"‹\1›", " ".join(written.split()))


def _rows(kind: str, prefix: str, said: Mapping[str, str]) -> str:
    return table(
        ("code", "status", "sentence", "from"),
        [
            (
                code(known),
                503 if kind == "Unavailable" else FRAMEWORK_STATUS.get(known, status_of(known)),
                said.get(f"{prefix}-{known}", "*(no sentence)*"),
                ", ".join(code(where) for where in dict.fromkeys(places)),
            )
            for known, places in codes(kind).items()
        ],
    )


def _raised() -> Iterator[Raised]:
    for path, tree in sources():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=kind), args=[first, *_]) if kind in RAISED:
                    known = str(first.value) if isinstance(first, ast.Constant) else None
                    yield Raised(RAISED[kind], known, place(path), node.lineno)
