"""The clock on the wall: what people mean by a day and a time, or by a time alone.

An hour that clocks leave out never was and is refused. One that they show twice is, of what has
happened, the last one past; of what begins, the first; of what ends, the second.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from dispatch.kernel.failures import Refused
from dispatch.kernel.instants import require_year

WALL = ZoneInfo("Europe/Madrid")
"""The clock on the wall of every hospital."""

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.h ]?([0-5][0-9])(?::[0-5][0-9])?")
_DAY_AND_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(?::[0-9]{2})?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_IN_WORDS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_NEAR_D = (-1, 0, 1)
"""Days around today on which a time alone may lie."""


LAST_EVENING_H = 3
"""So long after it a time before midnight is plainly last evening's, and so long before it one
after midnight may be meant for the day to come (proposed).
"""


class WhichDay(Struct, frozen=True):
    """The time has not come yet today, or is near on the day to come: was it ``last_at``?"""

    last_at: datetime


class NeverWas(Struct, frozen=True):
    """Clocks leave that hour out; ``wall_at`` is the day and time as written."""

    wall_at: datetime


Told = datetime | WhichDay | NeverWas


def read_time(written: str, /) -> time | None:
    """``14:05`` as people write it (``9:05``, ``14.05``, ``1405``); None for anything else."""
    found = _TIME.fullmatch(written.strip())
    return time(int(found[1]), int(found[2])) if found else None


def read_wall(written: str, /) -> datetime | None:
    """``2026-11-22T20:00`` as browsers send it, without a zone; None for anything else."""
    found = _DAY_AND_TIME.fullmatch(written.strip())
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]}") if found else None
    except ValueError:
        return None


def read_day(written: str, /) -> date | None:
    """``2026-11-22`` as browsers send it, or ``22/11/2026`` as people write it; None for
    anything else.
    """
    found = _DAY.fullmatch(written.strip())
    year_first = found.groups() if found else ()
    if not year_first:
        found = _DAY_IN_WORDS.fullmatch(written.strip())
        year_first = found.groups()[::-1] if found else ()
    try:
        return date(*(int(each) for each in year_first)) if year_first else None
    except ValueError:
        return None


def told_instant(shown: time, *, now_at: datetime, slip_s: float) -> Told:
    """When something happened, told by the time of day alone: the nearest instant at which the
    clock shows it. One less than ``slip_s`` seconds ahead is now: clocks differ a little. One
    of yesterday is asked about, but for the last hours before a midnight just past. One of
    today is today's, however early, unless in the evening the next day's comes within hours.
    """
    today = now_at.astimezone(WALL).date()
    walls = [datetime.combine(today + timedelta(days=each), shown) for each in _NEAR_D]
    yesterday, wall, _ = walls
    if not any(_instants(wall)):
        return NeverWas(wall)
    instants = [_of_wall(each, now_at) for each in walls if any(_instants(each))]
    past = [at for at in instants if at <= now_at]
    lead = min((at - now_at for at in instants if at > now_at), default=timedelta.max)
    if past and _is_plain(max(past), now_at, lead=lead):
        return max(past)
    if lead.total_seconds() <= slip_s:
        return now_at
    return WhichDay(max(past)) if past else NeverWas(yesterday)


def _is_plain(at: datetime, now_at: datetime, *, lead: timedelta) -> bool:
    """Whether nobody could mean another day: today, or late last evening."""
    few = timedelta(hours=LAST_EVENING_H)
    if at.astimezone(WALL).date() == now_at.astimezone(WALL).date():
        return now_at - at <= lead or lead > few
    return now_at - at <= min(few, lead)


def wall_instant(wall: datetime, *, field: str, latest: bool = False) -> datetime:
    """The instant at which the clock on the wall shows ``wall`` (which carries no zone).

    An hour that comes twice is the first one, or with ``latest`` the second: a shift said by
    both never leaves a gap. Raises ``Refused``: ``wall_time_missing`` for an hour left out,
    ``instant_out_of_range``.
    """
    require_year(wall, field=field)
    shown = tuple(_instants(wall))
    if not shown:
        raise Refused(
            "wall_time_missing", field=field, value=wall.isoformat(timespec="minutes")
        )
    return max(shown) if latest else min(shown)


def _of_wall(wall: datetime, now_at: datetime) -> datetime:
    """The last instant past at which the clock showed it, else the first to come."""
    shown = tuple(_instants(wall))
    return max((at for at in shown if at <= now_at), default=min(shown))


def _instants(wall: datetime) -> Iterator[datetime]:
    """Every instant at which the clock shows it: one, none where it is left out, or two."""
    for fold in (0, 1):
        at = wall.replace(tzinfo=WALL, fold=fold).astimezone(UTC)
        if at.astimezone(WALL).replace(tzinfo=None) == wall:
            yield at
