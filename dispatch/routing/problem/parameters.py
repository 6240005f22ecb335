"""What a plan is judged by: windows, weights, the order of the seven levels."""

from enum import IntEnum
from typing import Annotated, Literal

import msgspec

WhereResponseEnds = Literal["bedside", "arrival"]
"""``bedside`` of the sender, or ``arrival`` at the receiving hospital."""


class Level(IntEnum):
    """The seven levels of the objective, the most important first (decision 15)."""

    UNSERVED_P0 = 0
    MAX_P0_RESPONSE = 1
    SUM_P0_RESPONSE = 2
    UNSERVED_3H = 3
    BROKEN_WINDOWS = 4
    TOTAL_LATENESS = 5
    COST = 6


LEVELS = tuple(level.name.lower() for level in Level)
"""Their names in files and on the wire."""

Vector = tuple[int, int, int, int, int, int, int]
"""One whole number per ``Level``; smaller is better, compared as tuples are."""

FARTHEST_MIN = 100_000
"""No minute count beyond this (69 days) is taken from outside."""

Amount = Annotated[int, msgspec.Meta(ge=0, le=10_000)]
"""A weight, a penalty or a cost; 0 to 10 000."""

Duration = Annotated[int, msgspec.Meta(ge=0, le=FARTHEST_MIN)]
"""Whole minutes, never negative."""

Moment = Annotated[int, msgspec.Meta(ge=-FARTHEST_MIN, le=FARTHEST_MIN)]
"""Whole minutes after now; negative is the past."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one unit of each part of the cost weighs in ``Level.COST``."""

    drive: Amount = 1
    wait: Amount = 1
    coverage: Amount = 1
    switch: Amount = 15
    destination: Amount = 1


class Parameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of one instance; the defaults are those of decision 15.

    ``window`` and ``overtime`` are minutes. ``drive_counts`` says whether loaded legs weigh.
    """

    window: Duration = 180
    window_to: WhereResponseEnds = "bedside"
    p0_to: WhereResponseEnds = "bedside"
    overtime: Duration = 60
    drive_counts: Literal["all", "empty"] = "all"
    weights: Weights = Weights()
