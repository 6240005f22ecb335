"""Pages printed from the tables of the core: stages, parameters, events."""

import ast
import re
from collections.abc import Iterator
from types import UnionType
from typing import Literal, NewType, get_args, get_origin

import msgspec

from dispatch.assessment.criteria import CRITERIA
from dispatch.capacity import beds
from dispatch.checklist import verdict
from dispatch.fleet import unit
from dispatch.network import levels
from dispatch.routing.problem.parameters import LEVELS, Parameters, Weights
from dispatch.transfer import parts
from dispatch.transfer.events import Event
from dispatch.transfer.lifecycle import TABLE, name_of
from dispatch.transfer.stage import CLOSED, Stage
from tools.gen_assessment import assessment_sections
from tools.gen_text import code, page, place, sources, table, whole_text

PROPOSED = "proposed"
WITH_UNIT = re.compile(r"_(H|MIN|S|KM|KMH|MB|BYTES)$")
NAMED_TYPES = (levels, beds, unit, verdict, parts)
"""Modules whose public aliases have a name worth printing instead of what they stand for."""


def states_page() -> str:
    """``docs/states.md``: the drawing and the table of the life cycle."""
    return page(
        "Stages of a transfer",
        "`dispatch/transfer/lifecycle.py`",
        "What is not in the table is refused with `not_at_this_stage`. The drawing leaves out "
        "what keeps the stage; the table has everything.",
        "```mermaid\n" + "\n".join(_drawing()) + "\n```",
        table(
            ("at stage", "when", "then"),
            [
                (code(at.value), code(name_of(what)), code(to.value))
                for (at, what), to in _all()
            ],
        ),
    )


def parameters_page() -> str:
    """``docs/parameters.md``: every number of the program, with its unit and its source."""
    return page(
        "Parameters",
        "the tables and constants of `dispatch/`",
        "A value marked *proposed* has no public source: it waits for the word of a clinician "
        "or of SEM. See [how to change](how-to-change.md).",
        "## Protocol",
        table(
            ("name", "value", "unit", "mark", "meaning", "source", "version"),
            [
                (
                    code(row.name),
                    f"{row.value:g}",
                    row.unit,
                    PROPOSED if row.is_proposed else "",
                    row.meaning,
                    row.source,
                    row.version,
                )
                for row in CRITERIA.values()
            ],
        ),
        *assessment_sections(),
        "## Objective of the assignment",
        "Levels, compared one after the other, the most important first: "
        + ", ".join(code(level) for level in LEVELS)
        + ".",
        table(("parameter", "default"), _defaults()),
        "## Constants",
        "Numbers with a name, and a meaning or a unit, at the top of a module.",
        table(("name", "value", "mark", "meaning", "where"), _constants()),
    )


def events_page() -> str:
    """``docs/events.md``: every event of the log, field by field."""
    return page(
        "Events of the log",
        "the `events.py` of `dispatch/transfer/` and `capacity/`, and `dispatch/fleet/unit.py`",
        "Each touches exactly one row of the board. Beside the event the log keeps its number "
        "`seq`, the `actor`, `occurred_at` (when it happened) and `recorded_at` (when it was "
        "written down), all instants in UTC. Names, once written, never change.",
        *(_event(kind) for kind in get_args(Event)),
        "# Values they carry",
        *(struct_part(kind, kind.__name__) for kind in _values()),
    )


def type_name(kind: object) -> str:
    """A type as people write it: ``datetime | None``, ``tuple[Candidate, ...]``."""
    if (name := _alias_of(kind) or _limited(kind)) is not None:
        return name
    outer, inner = get_origin(kind), get_args(kind)
    if outer is UnionType or str(outer) == "typing.Union":
        return " | ".join(type_name(each) for each in inner)
    if outer is Literal:
        return " | ".join(f'"{each}"' for each in inner)
    if outer is not None and inner:
        shown = ", ".join("..." if each is ... else type_name(each) for each in inner)
        return f"{getattr(outer, '__name__', outer)}[{shown}]"
    if kind is type(None):
        return "None"
    return str(getattr(kind, "__name__", kind))


def _all() -> list[tuple[tuple[Stage, type | str], Stage]]:
    order = list(Stage)
    return sorted(TABLE.items(), key=lambda row: (order.index(row[0][0]), order.index(row[1])))


def _drawing() -> Iterator[str]:
    yield "stateDiagram-v2"
    yield f"    [*] --> {Stage.REQUESTED.value}: requested"
    labels: dict[tuple[Stage, Stage], list[str]] = {}
    for (at, what), to in _all():
        if at is not to:
            labels.setdefault((at, to), []).append(name_of(what))
    for (at, to), names in labels.items():
        yield f"    {at.value} --> {to.value}: {', '.join(names)}"
    for stage in Stage:
        if stage in CLOSED:
            yield f"    {stage.value} --> [*]"


def _defaults() -> Iterator[tuple[str, str]]:
    for prefix, kind in (("", Parameters), ("weights.", Weights)):
        for field in msgspec.structs.fields(kind):
            if isinstance(field.default, int | str):
                yield code(prefix + field.name), code(field.default)


def _constants() -> Iterator[tuple[str, str, str, str, str]]:
    for path, tree in sources():
        for statement, after in zip(tree.body, [*tree.body[1:], None], strict=True):
            doc = _doc_of(after)
            name, value = _assigned(statement)
            if _is_number(value) and (doc or WITH_UNIT.search(name)):
                mark = PROPOSED if PROPOSED in doc.lower() else ""
                yield code(name), code(ast.unparse(value)), mark, doc, code(place(path))


def _assigned(statement: ast.stmt) -> tuple[str, ast.expr]:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name[0] != "_":
            return name, value
    return "", ast.Constant(None)


def _is_number(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=bool()):
            return False
        case ast.Constant(value=int() | float()):
            return True
        case ast.BinOp(left=left, right=right):
            return _is_number(left) and _is_number(right)
    return False


def _doc_of(statement: ast.stmt | None) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return whole_text(text)
    return ""


def _values() -> list[type[msgspec.Struct]]:
    return [
        kind
        for kind in vars(parts).values()
        if isinstance(kind, type)
        and issubclass(kind, msgspec.Struct)
        and kind.__module__ == parts.__name__
    ]


def _event(kind: type[msgspec.Struct]) -> str:
    return struct_part(kind, str(kind.__struct_config__.tag))


def struct_part(kind: type[msgspec.Struct], title: str) -> str:
    """A heading, what the struct is, and its fields with their types and defaults."""
    fields = [
        (code(field.encode_name), code(type_name(field.type)), _default(field))
        for field in msgspec.structs.fields(kind)
    ]
    return f"## {title}\n\n{whole_text(kind.__doc__)}\n\n" + table(
        ("field", "type", "default"), fields
    )


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.default_factory is not msgspec.NODEFAULT:
        return "empty"
    if isinstance(field.default, msgspec.Struct):
        return "its defaults"
    return "" if field.default is msgspec.NODEFAULT else code(repr(field.default))


def _limited(kind: object) -> str | None:
    """A number with both its limits: ``int 0 to 100000``."""
    match get_args(kind):
        case (number, msgspec.Meta(ge=low, le=high)):
            return f"{type_name(number)} {low} to {high}"
    return None


def _alias_of(kind: object) -> str | None:
    if isinstance(kind, NewType):
        return str(kind.__name__)
    if get_origin(kind) is not Literal:
        return None
    for module in NAMED_TYPES:
        for name, value in vars(module).items():
            if value == kind and re.match("[A-Z]", name):
                return name
    return None
