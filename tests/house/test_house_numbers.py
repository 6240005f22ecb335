"""Numbers say their unit, instants end in ``_at``."""

import ast
import re

from tests.house.tree import code, nothing_in

NUMBER = re.compile(r"^(int|float)( \| None)?$")
INSTANT = re.compile(r"^datetime( \| None)?$")
UNIT = re.compile(
    r"(^|_)(min|s|ms|h|km|m|kmh|mmhg|mmol_l|ml|kg|pct|bpm|rpm|deg|mcg_kg_min|mb|bytes|px|points|c|10e9_l|mg_dl|mg_l|fraction|ml_24h|years|months|days)$|(^|_)minutes?(_|$)"
)

COUNTS = frozenset(
    {
        *("seq", "version", "after", "rank", "line", "last_seen"),  # numbers in an order
        *(
            "total",
            "used",
            "held",
            "free",
            "overridden",
            "overbooked",
            "beds_free",
            "icu_beds",
            "picu_beds",
        ),  # beds
        *("lat", "lon"),  # degrees by their names
        *("status", "port", "uid", "gid"),  # numbers of HTTP and of the system
        *("seed", "steps"),  # of reproducible work
        *("referrers", "dependants"),  # hospitals
        "gcs",  # points of the Glasgow scale
        "connections_per_address",
        *("inr", "vasoactive_count"),  # a ratio, a number of drugs
    }
)
BY_LEVEL = frozenset(
    {
        *("value", "bound", "slack", "cost", "penalty", "below", "longest_p0", "longest_late"),
        *("level", "enough", "order", "width", "each", "end", "here", "by"),
        *(
            "ceiling",
            "most",
            "first_unit",
            "first_bed",
            "first_level",
            "first_triple",
            "transfers",
            "trips",
        ),
        *(
            "hoped",
            "paid",
            "priced",
            "stage_level",
            "claimed",
            "verified",
            "fixed",
            "sender",
            "receiver",
        ),
        *("window", "drive", "wait", "switch"),  # weights by the names of the instance
    }
)
"""Of the solver alone: their unit is that of the level of the objective being minimised, or
they are indexes into its tables.
"""
MEASURED_BY_THEIR_ROW = {
    ("Criterion", "value"): "the row says its unit",
    ("Rung", "value"): "its scale says the unit",
    ("Field", "low"): "the row says its unit",
    ("Field", "high"): "the row says its unit",
    ("Finding", "value"): "in the unit of the value it reads",
    ("Finding", "cutoff"): "in the unit of the value it reads",
    ("Range", "low"): "its cut-off says the unit",
    ("Range", "high"): "its cut-off says the unit",
    **{
        ("CutoffRow", name): "the row says its unit"
        for name in ("value", "proposed", "low", "high")
    },
    **{
        ("Quantity", name): "the row says its unit"
        for name in ("low", "high", "usual_low", "usual_high")
    },
    ("Asked", "value"): "in the unit of what is read",
    ("ValueDoubt", "value"): "its quantity says the unit",
    ("Bounds", "low"): "in the unit of what is read",
    ("Bounds", "high"): "in the unit of what is read",
    ("Unread", "one"): "in the unit of what is read",
    ("Unread", "other"): "in the unit of what is read",
    ("Pace", "city"): "a share of the time",
    ("Pace", "road"): "a share of the time",
    ("Trip", "pace"): "a share of the time",
    ("Contradiction", "stated"): "its level says the unit",
    ("Contradiction", "found"): "its level says the unit",
    ("Centre", "closeness"): "a centrality, in shares per minute",
    ("_Count", "level"): "failures, each leaking away with time",
    ("Rules", "speed"): "times faster than the clock on the wall",
}


def test_numeric_fields_end_in_their_unit():
    found = [
        f"{name}:{line} {owner}.{field}"
        for name, owner, line, field, kind in _fields()
        if NUMBER.match(kind) and not UNIT.search(field) and not _is_known(name, owner, field)
    ]
    nothing_in(found)


def test_instants_end_in_at():
    found = [
        f"{name}:{line} {owner}.{field}"
        for name, owner, line, field, kind in _fields()
        if INSTANT.match(kind) and not re.search(r"(^|_)at$", field)
    ]
    nothing_in(found)


def _is_known(name, owner, field):
    if name.startswith("dispatch/routing/") and (field in BY_LEVEL or field.endswith("_at")):
        return True  # instants of a plan are whole minutes after now
    return field in COUNTS or (owner, field) in MEASURED_BY_THEIR_ROW


def _fields():
    for name, tree in code().items():
        for owner in ast.walk(tree):
            if isinstance(owner, ast.ClassDef):
                yield from ((name, owner.name, *each) for each in _annotated(owner))


def _annotated(owner):
    for node in owner.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=field), annotation=kind):
                yield node.lineno, field, ast.unparse(kind)
