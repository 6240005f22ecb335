"""How old the truth is: when the log was last read, by a clock that nobody sets.

A board in memory looks the same whether its database answers or not. So every numbered frame
says when the log was last read, and a screen judges by that, not by being spoken to.
"""

import time
from collections.abc import Callable

OLD_AFTER_S = 5.0
"""A screen whose log was read longer ago than this says so, and sends no orders (proposed)."""

LOST_AFTER_S = 15.0
"""Longer ago than this nobody is served from memory any more: sockets close (proposed)."""


class LastRead:
    """When the log was last read. ``steady`` counts seconds and never jumps."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._read_s: float | None = None

    def now_s(self) -> float:
        """What the steady clock shows: taken before a reading, told to ``was_read`` after."""
        return self._steady()

    def was_read(self, asked_s: float) -> None:
        """The log was read; what it said was true when it was asked, not when it answered."""
        self._read_s = asked_s

    @property
    def age_s(self) -> float:
        """Seconds since then, infinite when it never was."""
        return float("inf") if self._read_s is None else self._steady() - self._read_s

    @property
    def is_old(self) -> bool:
        """Whether a screen has to say so."""
        return self.age_s > OLD_AFTER_S

    @property
    def is_lost(self) -> bool:
        """Whether memory may not be served any more."""
        return self.age_s > LOST_AFTER_S
