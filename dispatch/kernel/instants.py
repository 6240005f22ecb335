"""Instants are aware and in UTC; durations between them are elapsed time, DST or not."""

from datetime import UTC, datetime

from dispatch.kernel.failures import Refused

YEARS = range(1900, 2200)
"""Instants we work with: minutes may be added on both sides, in any zone."""


def require_year(at: datetime, /, *, field: str) -> None:
    """Nothing, or ``Refused("instant_out_of_range")`` for a year that nobody means."""
    if at.year not in YEARS:
        allowed = f"{YEARS.start}-{YEARS.stop - 1}"
        raise Refused("instant_out_of_range", field=field, value=str(at.year), allowed=allowed)


def require_utc(at: datetime, /, *, field: str = "at") -> datetime:
    """``at`` in UTC. Raises ``Refused``: ``instant_without_zone`` when it carries no zone,
    ``instant_out_of_range``.
    """
    if at.tzinfo is None:
        raise Refused("instant_without_zone", field=field)
    require_year(at, field=field)
    return at.astimezone(UTC)


def is_before(told_at: datetime, known_at: datetime, /) -> bool:
    """Whether what was told lies before what is known. A whole minute is as people write it: it
    is before another minute, never before a second of its own.
    """
    is_whole = told_at.second == 0 and told_at.microsecond == 0
    return told_at < (known_at.replace(second=0, microsecond=0) if is_whole else known_at)


def elapsed_min(start_at: datetime, end_at: datetime) -> float:
    """Minutes from start to end, negative when end comes first. Both must carry a zone."""
    # Two instants of one zone would be subtracted as wall times, wrong where clocks change.
    return (require_utc(end_at) - require_utc(start_at)).total_seconds() / 60
