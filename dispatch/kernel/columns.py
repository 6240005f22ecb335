"""What one column of a data file accepts, in a form that can be said to people."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time


@dataclass(frozen=True)
class Column:
    """One column: ``judge`` gives the code of what is wrong with a cell, or None."""

    name: str
    allowed: str
    judge: Callable[[str], str | None]
    is_unique: bool = False


def unique(column: Column) -> Column:
    """The same column, where no two rows may hold the same value."""
    return replace(column, is_unique=True)


def free_text(name: str) -> Column:
    """Anything, nothing included."""
    return Column(name, "any text", lambda _: None)


def filled(name: str) -> Column:
    """Any text but an empty one."""
    return Column(name, "any text, not empty", lambda cell: None if cell.strip() else "empty")


def one_of(name: str, *words: str) -> Column:
    """One of these words, letter by letter."""
    allowed = ", ".join(words)
    return Column(name, allowed, lambda cell: None if cell in words else "word_not_allowed")


def matching(name: str, pattern: str, *, allowed: str) -> Column:
    """Text that matches the whole regular expression."""
    shape = re.compile(pattern)
    return Column(
        name, allowed, lambda cell: None if shape.fullmatch(cell) else "form_not_allowed"
    )


def decimal(name: str, low: float, high: float) -> Column:
    """A decimal number from ``low`` to ``high``, both included."""
    return Column(
        name, f"a number from {low} to {high}", lambda cell: _judge_number(cell, low, high)
    )


def whole(name: str, low: int, high: int) -> Column:
    """A whole number, digits only, from ``low`` to ``high``, both included."""

    def judge(cell: str) -> str | None:
        if not (cell.isascii() and cell.isdigit()):
            return "not_a_whole_number"
        return None if low <= int(cell) <= high else "out_of_range"

    return Column(name, f"a whole number from {low} to {high}", judge)


def clock(name: str) -> Column:
    """A local time of day, ``08:00``."""
    return Column(name, "a time from 00:00 to 23:59", _judge_clock)


def _judge_number(cell: str, low: float, high: float) -> str | None:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) or not math.isfinite(float(cell)):
        return "not_a_number"
    return None if low <= float(cell) <= high else "out_of_range"


def _judge_clock(cell: str) -> str | None:
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", cell):
        return "not_a_time"
    try:
        time.fromisoformat(cell)
    except ValueError:
        return "not_a_time"
    return None
