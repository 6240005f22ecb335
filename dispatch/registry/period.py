"""The days over which something is counted, as people mean them: by the clock on the wall."""

from datetime import date, datetime, time, timedelta

from msgspec import Struct

from dispatch.identity.wall_clock import WALL, wall_instant
from dispatch.kernel.failures import Refused

USUAL_D = 30
"""Days counted when nobody says how many, today's among them (proposed)."""

MOST_D = 366
"""Days counted at once: a year, so that an answer comes while somebody waits (proposed)."""


class Period(Struct, frozen=True):
    """Whole days, the first and the last among them."""

    begins_on: date
    ends_on: date

    @property
    def begins_at(self) -> datetime:
        """The midnight with which it begins."""
        return _midnight(self.begins_on, "from")

    @property
    def ends_at(self) -> datetime:
        """The midnight with which it is over."""
        return _midnight(self.ends_on + timedelta(days=1), "to")


def last_days(now_at: datetime, days: int = USUAL_D) -> Period:
    """The last so many days, today's among them."""
    today = now_at.astimezone(WALL).date()
    return Period(today - timedelta(days=days - 1), today)


def period(begins_on: date | None, ends_on: date | None, *, now_at: datetime) -> Period:
    """From the one day to the other; what is not said is as usual.

    Raises ``Refused``: ``period_reversed``, ``period_too_long``, ``instant_out_of_range``.
    """
    until = ends_on or last_days(now_at).ends_on
    _midnight(until, "to")
    since = begins_on or until - timedelta(days=USUAL_D - 1)
    _midnight(since, "from")
    if until < since:
        raise Refused("period_reversed", field="to", allowed=since.isoformat())
    if (until - since).days >= MOST_D:
        raise Refused("period_too_long", field="from", allowed=MOST_D)
    return Period(since, until)


def _midnight(day: date, field: str) -> datetime:
    return wall_instant(datetime.combine(day, time()), field=field)
