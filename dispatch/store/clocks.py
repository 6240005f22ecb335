"""Whether our clock can be believed: compared with the database's, at start and every minute.

Between two comparisons a steady clock, which nobody sets, tells what the database's would show:
a clock that jumps is known at once, not a minute later.
"""

import time
from collections.abc import Callable
from datetime import datetime

from dispatch.kernel.failures import Unavailable

DOUBTED_FROM_S = 1.0
"""Farther than this from the database's clock is told in the logs (proposed)."""

REFUSED_BEYOND_S = 5.0
"""Farther than this nothing is recorded: the times in the log are for ever (proposed)."""


class Clocks:
    """Our clock beside the database's. Never compared, ours is believed."""

    def __init__(
        self, wall: Callable[[], datetime], steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._steady = steady
        self._zero_s: float | None = None

    def now_s(self) -> float:
        """What the steady clock shows: taken before the database is asked."""
        return self._steady()

    def compared(self, database_at: datetime, asked_s: float) -> None:
        """The database's clock showed ``database_at`` between ``asked_s`` and now."""
        halfway_s = (asked_s + self._steady()) / 2
        self._zero_s = database_at.timestamp() - halfway_s

    @property
    def ahead_s(self) -> float:
        """How far our clock is ahead of the database's; negative behind it."""
        if self._zero_s is None:
            return 0.0
        return self._wall().timestamp() - (self._steady() + self._zero_s)

    @property
    def is_doubted(self) -> bool:
        """Whether somebody has to look after it."""
        return abs(self.ahead_s) >= DOUBTED_FROM_S

    @property
    def is_wrong(self) -> bool:
        """Whether no time of ours may go into the log."""
        return abs(self.ahead_s) > REFUSED_BEYOND_S

    def require_right(self) -> None:
        """Nothing, or ``Unavailable("clock_wrong")``."""
        if self.is_wrong:
            raise Unavailable("clock_wrong", seconds=round(self.ahead_s))
