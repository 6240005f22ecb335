"""Numbers as people write them: digits, and at most one comma or point. One reader for all.

Three digits after the mark are thousands where people write them (``2.000 mL``, ``2,000 mL``)
and decimals elsewhere. Where both could be meant nobody guesses: the writer is asked. What only
a programming language would read (``1e3``, ``0x10``, ``1_000``, ``nan``, digits of other
scripts) is no number.
"""

import re
from dataclasses import dataclass
from typing import Literal

_SHAPE = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]{1,9})(?:[.,](?P<rest>[0-9]{1,9}))?")
_COUNT = re.compile(r"[0-9]{1,6}")
_GROUP = 3
"""Digits of a group of thousands."""


@dataclass(frozen=True)
class Bounds:
    """What a number may be, both ends included. ``is_counted``: in the hundreds and thousands
    people group its digits, as of whole quantities and of volumes in mL.
    """

    low: float
    high: float
    is_whole: bool = False
    is_counted: bool = False

    def holds(self, value: float) -> bool:
        """Whether the value lies within."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Unread:
    """Why it can't be read: no number, one with decimals where none may be, or one that can be
    read in two ways, ``one`` and ``other``.
    """

    code: Literal["not_a_number", "not_whole", "two_readings"]
    one: float | int | None = None
    other: float | int | None = None


def read_figure(written: str, bounds: Bounds, /) -> float | int | Unread:
    """The number, an ``int`` where it must be whole; its limits are checked where it is used.

    ``bounds`` only tell which of two readings can be meant.
    """
    found = _SHAPE.fullmatch(written.strip(" "))
    if found is None:
        return Unread("not_a_number")
    value = float(f"{found['sign']}{found['whole']}.{found['rest'] or 0}")
    if len(found["rest"] or "") == _GROUP:
        grouped = int(f"{found['sign']}{found['whole']}{found['rest']}")
        is_group = len(found["whole"]) <= _GROUP and not found["whole"].startswith("0")
        return _of_three(value, grouped, bounds, is_group=is_group)
    return _shaped(value, bounds)


def write_figure(value: float, language: str, /) -> str:
    """The number, six digits that count, with the mark of the language; never grouped and never
    with a power of ten. Three decimals get a fourth, or they would be read as thousands.
    """
    text = f"{float(f'{value:.6g}'):.9f}".rstrip("0").rstrip(".")
    if abs(value) >= 1 and len(text.partition(".")[2]) == _GROUP:
        text += "0"
    return text if language == "en" else text.replace(".", ",")


def read_count(written: str, /) -> int | None:
    """A number of things, not negative, digits alone; None for anything else."""
    return int(written) if _COUNT.fullmatch(written) else None


def _of_three(
    value: float, grouped: int, bounds: Bounds, *, is_group: bool
) -> float | int | Unread:
    """Three digits after the mark: thousands, decimals, or a question."""
    may_be_grouped = is_group and bounds.holds(grouped)
    if bounds.is_counted:
        asked = Unread("two_readings", _plain(value), grouped)
        return _shaped(grouped, bounds) if may_be_grouped else asked
    if may_be_grouped and bounds.holds(value):
        return Unread("two_readings", _plain(value), grouped)
    return _shaped(grouped if may_be_grouped else value, bounds)


def _shaped(value: float, bounds: Bounds) -> float | int | Unread:
    if not bounds.is_whole:
        return value
    return int(value) if value == int(value) else Unread("not_whole")


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value
