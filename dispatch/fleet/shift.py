"""Shifts in local wall time, answered in UTC; right across a change of clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dispatch.fleet.unit import Unit

LOCAL = ZoneInfo("Europe/Madrid")


def shift_end_at(unit: Unit, now_at: datetime) -> datetime | None:
    """End of the shift running at ``now_at``, in UTC; None when the unit is off shift.

    A unit that works around the clock ends a day from now: its crews relieve each other.
    """
    if unit.shift_starts == unit.shift_ends:
        return now_at + timedelta(days=1)
    today = now_at.astimezone(LOCAL).date()
    for day in (today - timedelta(days=1), today):
        starts_at = datetime.combine(day, unit.shift_starts, LOCAL).astimezone(UTC)
        last_day = day if unit.shift_ends > unit.shift_starts else day + timedelta(days=1)
        ends_at = datetime.combine(last_day, unit.shift_ends, LOCAL).astimezone(UTC)
        if starts_at <= now_at < ends_at:
            return ends_at
    return None
