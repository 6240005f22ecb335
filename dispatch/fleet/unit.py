"""A life support unit: what it can do, when it works, what it is doing."""

from datetime import datetime, time
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dispatch.fleet.types import Mode, UnitType
from dispatch.kernel.ids import TransferId, UnitId


class Assignability(StrEnum):
    """Whether the unit may be given a mission (EIDO primary unit status)."""

    AVAILABLE = "available"
    NOT_AVAILABLE = "not_available"
    UNKNOWN = "unknown"
    """No word from the unit. Unknown never counts as available."""


class Activity(StrEnum):
    """What the unit is doing (EIDO secondary unit status)."""

    STATION = "station"
    OTHER_MISSION = "other_mission"
    """Busy with work that is not of this code; free again at ``busy_until_at``."""
    DISPATCHED = "dispatched"
    ACKNOWLEDGED = "acknowledged"
    EN_ROUTE = "en_route"
    PATIENT_CONTACT = "patient_contact"
    TRANSPORTING = "transporting"
    HOSPITAL = "hospital"
    CLEARING = "clearing"
    """Cleaning and restocking after a handover."""
    OUT_OF_SERVICE = "out_of_service"
    OFF_DUTY = "off_duty"


LOADED = frozenset({Activity.PATIENT_CONTACT, Activity.TRANSPORTING, Activity.HOSPITAL})
"""With a patient in its care: never diverted."""


class Unit(Struct, frozen=True):
    """One unit. ``transfer_id`` is its mission here, None when it has none.

    ``shift_starts`` and ``shift_ends`` are local wall times; equal means around the clock.
    ``busy_until_at`` is when it is expected free, None when unknown or free now. ``place`` is
    the hospital or base it last stood at. ``version`` counts as in every row.
    """

    unit_id: UnitId
    unit_type: UnitType
    mode: Mode
    base_id: str
    shift_starts: time
    shift_ends: time
    assignability: Assignability = Assignability.AVAILABLE
    activity: Activity = Activity.STATION
    transfer_id: TransferId | None = None
    busy_until_at: datetime | None = None
    place: str | None = None
    version: int = 0


class UnitStatusChanged(
    Struct, frozen=True, tag="unit.status-changed", forbid_unknown_fields=True
):
    """The unit's status as it is from now on: every field replaces the one before."""

    unit_id: UnitId
    assignability: Assignability
    activity: Activity
    transfer_id: TransferId | None
    busy_until_at: datetime | None
    place: str | None


FleetEvent = UnitStatusChanged


def apply_to_unit(unit: Unit, event: FleetEvent) -> Unit:
    """The unit after ``event``."""
    return replace(
        unit,
        assignability=event.assignability,
        activity=event.activity,
        transfer_id=event.transfer_id,
        busy_until_at=event.busy_until_at,
        place=event.place if event.place is not None else unit.place,
    )


def status_change(
    unit: Unit,
    activity: Activity,
    *,
    transfer_id: TransferId | None = None,
    busy_until_at: datetime | None = None,
    place: str | None = None,
) -> UnitStatusChanged:
    """The event that puts ``unit`` to ``activity``; assignability follows from it."""
    return UnitStatusChanged(
        unit_id=unit.unit_id,
        assignability=(
            Assignability.AVAILABLE
            if activity is Activity.STATION
            else Assignability.NOT_AVAILABLE
        ),
        activity=activity,
        transfer_id=transfer_id,
        busy_until_at=busy_until_at,
        place=place,
    )
