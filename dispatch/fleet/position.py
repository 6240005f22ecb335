"""Where a unit was last seen. Latest only, never part of the log."""

from datetime import datetime

from msgspec import Struct

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import UnitId

STALE_S = 60
"""Older than this a position is shown as old (proposed)."""

UNKNOWN_S = 300
"""Older than this the place of a unit counts as unknown (proposed)."""


class Position(Struct, frozen=True):
    """A fix in WGS 84 degrees; ``heading_deg`` clockwise from north, None when unknown."""

    unit_id: UnitId
    lat: float
    lon: float
    seen_at: datetime
    heading_deg: float | None = None


def require_position(position: Position, now_at: datetime, *, ahead_s: float) -> Position:
    """The position itself, or ``Refused`` naming the field: a fix that can't be true.

    One from farther ahead than ``ahead_s`` is none: the clock of the device is wrong.
    """
    if not -90 <= position.lat <= 90:
        raise Refused("position_invalid", field="lat", value=position.lat, allowed="-90..90")
    if not -180 <= position.lon <= 180:
        raise Refused("position_invalid", field="lon", value=position.lon, allowed="-180..180")
    if position.lat == 0 and position.lon == 0:
        raise Refused("position_invalid", field="lat", value=0, allowed="a real fix")
    if position.heading_deg is not None and not 0 <= position.heading_deg < 360:
        raise Refused(
            "position_invalid",
            field="heading_deg",
            value=position.heading_deg,
            allowed="0..360",
        )
    if (position.seen_at - now_at).total_seconds() > ahead_s:
        raise Refused(
            "position_invalid",
            field="seen_at",
            value=position.seen_at.isoformat(),
            allowed=f"<= now + {ahead_s:g} s",
        )
    return position
