"""What one column of a data file accepts, in a form that can be said to people."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time

from dispatch.kernel.figures import Bounds, Unread, read_figure

DATES = {
    **dict.fromkeys(("01-sep", "1-sep", "sep-01", "sep-1", "01-sept", "1-sept"), "SEP-1"),
}
"""A level of care that a spreadsheet took for a day of September."""


@dataclass(frozen=True)
class Column:
    """One column: ``judge`` gives the code of what is wrong with a cell, or None."""

    name: str
    allowed: str
    judge: Callable[[str], str | None]
    is_unique: bool = False
    plain: Callable[[str, bool], str] = lambda cell, _: cell
    """The cell as it was before a spreadsheet wrote it its own way, where that is certain.
    True: the file has something else than commas between cells, so numbers may have them.
    """
    absent: str | None = None
    """What every row says when the file is older than the column; None: the file needs it."""


def unique(column: Column) -> Column:
    """The same column, where no two rows may hold the same value."""
    return replace(column, is_unique=True)


def younger(column: Column, absent: str) -> Column:
    """The same column, which older files do not have: each of their rows says ``absent``."""
    return replace(column, absent=absent)


def free_text(name: str) -> Column:
    """Anything, nothing included."""
    return Column(name, "any text", lambda _: None)


def filled(name: str) -> Column:
    """Any text but an empty one."""
    return Column(name, "any text, not empty", lambda cell: None if cell.strip() else "empty")


def one_of(name: str, *words: str) -> Column:
    """One of these words, letter by letter."""
    allowed = ", ".join(words)

    def plain(cell: str, _: bool) -> str:
        known = DATES.get(cell.lower().removesuffix("."), cell)
        return known if known in words else cell

    def judge(cell: str) -> str | None:
        return None if cell in words else "word_not_allowed"

    return Column(name, allowed, judge, plain=plain)


def matching(name: str, pattern: str, *, allowed: str) -> Column:
    """Text that matches the whole regular expression."""
    shape = re.compile(pattern)
    return Column(
        name, allowed, lambda cell: None if shape.fullmatch(cell) else "form_not_allowed"
    )


def decimal(name: str, low: float, high: float) -> Column:
    """A decimal number from ``low`` to ``high``, both included."""

    def plain(cell: str, is_local: bool) -> str:
        read = read_figure(cell, Bounds(low, high)) if is_local and "," in cell else None
        return cell if read is None or isinstance(read, Unread) else str(read)

    def judge(cell: str) -> str | None:
        return _judge_number(cell, low, high)

    return Column(name, f"a number from {low} to {high}", judge, plain=plain)


def whole(name: str, low: int, high: int) -> Column:
    """A whole number, digits only, from ``low`` to ``high``, both included."""

    def judge(cell: str) -> str | None:
        if not (cell.isascii() and cell.isdigit()):
            return "not_a_whole_number"
        return None if low <= int(cell) <= high else "out_of_range"

    return Column(name, f"a whole number from {low} to {high}", judge)


def clock(name: str) -> Column:
    """A local time of day, ``08:00``."""
    return Column(name, "a time from 00:00 to 23:59", _judge_clock, plain=_plain_clock)


def _judge_number(cell: str, low: float, high: float) -> str | None:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) or not math.isfinite(float(cell)):
        return "not_a_number"
    return None if low <= float(cell) <= high else "out_of_range"


def _plain_clock(cell: str, _: bool) -> str:
    """``8:00`` and ``08:00:00``, as spreadsheets write them, are ``08:00``."""
    found = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})(?::00)?", cell)
    return f"{found[1]:0>2}:{found[2]}" if found else cell


def _judge_clock(cell: str) -> str | None:
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", cell):
        return "not_a_time"
    try:
        time.fromisoformat(cell)
    except ValueError:
        return "not_a_time"
    return None
