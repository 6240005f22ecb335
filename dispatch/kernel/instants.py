"""Instants are aware and in UTC; durations between them are elapsed time, DST or not."""

from datetime import UTC, datetime

from dispatch.kernel.failures import Refused


def require_utc(at: datetime, /, *, field: str = "at") -> datetime:
    """``at`` in UTC. Raises ``Refused("instant_without_zone")`` when it carries no zone."""
    if at.tzinfo is None:
        raise Refused("instant_without_zone", field=field)
    return at.astimezone(UTC)


def elapsed_min(start_at: datetime, end_at: datetime) -> float:
    """Minutes from start to end, negative when end comes first. Both must carry a zone."""
    # Two instants of one zone would be subtracted as wall times, wrong where clocks change.
    return (require_utc(end_at) - require_utc(start_at)).total_seconds() / 60
