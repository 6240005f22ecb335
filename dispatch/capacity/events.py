"""What happens to beds, as the log tells it."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.capacity.beds import (
    BedKind,
    Beds,
    hold_bed,
    occupy_bed,
    release_bed,
    report_beds,
)
from dispatch.kernel.ids import HospitalCode, TransferId


class CapacityReported(
    Struct, frozen=True, tag="capacity.reported", forbid_unknown_fields=True
):
    """A hospital (or headquarters by phone) said how many staffed beds it has and uses."""

    hospital: HospitalCode
    kind: BedKind
    total: int
    used: int
    is_closed: bool
    reported_by: str


class BedHeld(Struct, frozen=True, tag="capacity.bed-held", forbid_unknown_fields=True):
    """An agreement keeps a bed for a transfer."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


class BedReleased(Struct, frozen=True, tag="capacity.bed-released", forbid_unknown_fields=True):
    """The held bed is free again: cancelled or withdrawn."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


class BedOccupied(Struct, frozen=True, tag="capacity.bed-occupied", forbid_unknown_fields=True):
    """The patient arrived in the held bed."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


CapacityEvent = CapacityReported | BedHeld | BedReleased | BedOccupied


def apply_to_beds(beds: Beds, event: CapacityEvent, *, occurred_at: datetime) -> Beds:
    """The beds after ``event``."""
    match event:
        case CapacityReported():
            counted = report_beds(beds, total=event.total, used=event.used)
            return replace(
                counted,
                is_closed=event.is_closed,
                reported_at=occurred_at,
                reported_by=event.reported_by,
            )
        case BedHeld():
            return hold_bed(beds)
        case BedReleased():
            return release_bed(beds)
        case BedOccupied():  # pragma: no branch -- no other is left
            return occupy_bed(beds)
