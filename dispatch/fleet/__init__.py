"""Life support units: type, shift, status, position.

The room knows units and their shifts. It knows a mission only by the transfer's identifier.
"""

from dispatch.fleet.position import STALE_S, UNKNOWN_S, Position, require_position
from dispatch.fleet.shift import shift_end_at
from dispatch.fleet.types import Mode, UnitType
from dispatch.fleet.unit import (
    LOADED,
    Activity,
    Assignability,
    FleetEvent,
    Unit,
    UnitStatusChanged,
    apply_to_unit,
    status_change,
)

__all__ = [
    "LOADED",
    "STALE_S",
    "UNKNOWN_S",
    "Activity",
    "Assignability",
    "FleetEvent",
    "Mode",
    "Position",
    "Unit",
    "UnitStatusChanged",
    "UnitType",
    "apply_to_unit",
    "require_position",
    "shift_end_at",
    "status_change",
]
