"""Every number of the protocol is read by the code that follows it, and has one home."""

import ast
import re

import pytest

from dispatch.assessment.criteria import CRITERIA
from dispatch.fleet import UnitType
from dispatch.live.numbers import Numbers, numbers
from dispatch.live.rules import rules
from dispatch.transfer.decisions import MAY_SETTLE
from dispatch.transfer.stage import BEFORE_LOADING, FAILS
from tests.house.tree import code, nothing_in, texts

TABLES = re.compile(r"dispatch/assessment/\w*criteria\.py$")
LEAST_OF_A_PATTERN = 7
"""Letters that a name put together must spell out, or it would fit anything."""
OF_THE_TABLES = [each for each in Numbers.__struct_fields__ if each in CRITERIA]
RULE = re.compile(r"ReadonlySet<(?:Stage|Role)\b[^=]*=\s*new Set\(\[")
HOME = re.compile(r"\b(\w*(?:RISK|ALARM|ANSWER|STALE|UNKNOWN|OLD|SLIP)_M?S)\s*=\s*[{\d]")


def _names():
    """What names the code says outside the tables: whole ones, and patterns of others."""
    for path, tree in code().items():
        if not TABLES.search(path):
            for node in ast.walk(tree):
                match node:
                    case ast.Constant(value=str(name)):
                        yield re.escape(name)
                    case ast.JoinedStr(values=parts):
                        yield from _pattern(parts)


def _pattern(parts):
    fixed = [str(part.value) if isinstance(part, ast.Constant) else "" for part in parts]
    if len("".join(fixed)) >= LEAST_OF_A_PATTERN:
        yield "".join(re.escape(each) or r"\w+" for each in fixed)


def test_every_row_of_every_table_is_read():
    said = {name for name in set(_names()) if len(name) < 80}
    whole = {name for name in CRITERIA if re.escape(name) in said}
    patterns = [re.compile(name) for name in said if r"\w+" in name]
    nothing_in(
        name
        for name in CRITERIA
        if name not in whole and not any(each.fullmatch(name) for each in patterns)
    )


@pytest.mark.parametrize("name", OF_THE_TABLES)
def test_screens_get_the_rows_themselves(name):
    assert getattr(numbers(), name) == CRITERIA[name].value


def test_the_console_has_no_rule_of_the_protocol():
    """Who may do what, and at which stages, comes with the snapshot."""
    nothing_in(
        f"{path}: {found}"
        for path, text in texts().items()
        if path.startswith("console/src/") and ".test." not in path
        for found in RULE.findall(text)
    )


def test_screens_get_the_rules_themselves():
    told = rules()
    assert {kind: frozenset(roles) for kind, roles in told.settled_by.items()} == MAY_SETTLE
    assert frozenset(told.before_loading) == BEFORE_LOADING
    assert frozenset(told.without_doctor) == {UnitType.SVI, UnitType.SVB}
    assert frozenset(told.fails) == FAILS


def test_the_console_has_no_number_of_the_protocol():
    """Minutes and seconds that decide what is late or old come with the snapshot."""
    nothing_in(
        f"{path}: {found}"
        for path, text in texts().items()
        if path.startswith("console/src/") and ".test." not in path
        for found in HOME.findall(text)
    )
