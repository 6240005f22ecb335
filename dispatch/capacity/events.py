"""What happens to beds, as the log tells it."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.capacity.beds import (
    BedKind,
    Beds,
    Closure,
    Despite,
    Source,
    hold_bed,
    occupy_bed,
    override,
    release_bed,
    report_beds,
    vacate_bed,
)
from dispatch.kernel.ids import HospitalCode, TransferId


class CapacityReported(
    Struct, frozen=True, tag="capacity.reported", forbid_unknown_fields=True
):
    """A hospital (or headquarters by phone) said how many staffed beds it has and uses.

    ``is_closed`` is of old reports; a closure has its own event now.
    """

    hospital: HospitalCode
    kind: BedKind
    total: int
    used: int
    reported_by: str
    is_closed: bool = False
    source: Source = "hospital"


class BedsClosed(Struct, frozen=True, tag="capacity.closed", forbid_unknown_fields=True):
    """The unit takes nobody until ``ends_at``: why, and who says so."""

    hospital: HospitalCode
    kind: BedKind
    reason: str
    ends_at: datetime
    closed_by: str


class BedsOpened(Struct, frozen=True, tag="capacity.opened", forbid_unknown_fields=True):
    """The closure ended before its time."""

    hospital: HospitalCode
    kind: BedKind


class BedsOverridden(
    Struct, frozen=True, tag="capacity.overridden", forbid_unknown_fields=True
):
    """A request was sent although the unit was closed or full, for this reason."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId
    despite: tuple[Despite, ...]
    reason: str


class BedHeld(Struct, frozen=True, tag="capacity.bed-held", forbid_unknown_fields=True):
    """An agreement keeps a bed for a transfer."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


class BedReleased(Struct, frozen=True, tag="capacity.bed-released", forbid_unknown_fields=True):
    """The held bed is free again: the transfer was cancelled, or the hold expired."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


class BedOccupied(Struct, frozen=True, tag="capacity.bed-occupied", forbid_unknown_fields=True):
    """The patient arrived in the held bed."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


class BedTaken(Struct, frozen=True, tag="capacity.bed-taken", forbid_unknown_fields=True):
    """The patient arrived after the hold had expired, and lies in a bed all the same."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


class BedVacated(Struct, frozen=True, tag="capacity.bed-vacated", forbid_unknown_fields=True):
    """The patient does not lie in the bed after all: the handover was told by mistake."""

    hospital: HospitalCode
    kind: BedKind
    transfer_id: TransferId


CapacityEvent = (
    CapacityReported
    | BedsClosed
    | BedsOpened
    | BedsOverridden
    | BedHeld
    | BedReleased
    | BedOccupied
    | BedTaken
    | BedVacated
)


def apply_to_beds(beds: Beds, event: CapacityEvent, *, occurred_at: datetime) -> Beds:
    """The beds after ``event``."""
    match event:
        case CapacityReported():
            return _reported(beds, event, occurred_at)
        case BedsClosed():
            closure = Closure(event.reason, event.closed_by, occurred_at, event.ends_at)
            return replace(beds, closure=closure)
        case BedsOpened():
            return replace(beds, closure=None)
        case BedsOverridden():
            return override(beds, event.despite)
        case (  # pragma: no branch -- no other is left
            BedHeld() | BedReleased() | BedOccupied() | BedTaken() | BedVacated()
        ):
            return _of_one_bed(beds, event)


def _of_one_bed(
    beds: Beds, event: BedHeld | BedReleased | BedOccupied | BedTaken | BedVacated
) -> Beds:
    match event:
        case BedHeld():
            return hold_bed(beds)
        case BedReleased():
            return release_bed(beds)
        case BedOccupied():
            return occupy_bed(beds)
        case BedTaken():
            return occupy_bed(hold_bed(beds))
        case BedVacated():  # pragma: no branch -- no other is left
            return vacate_bed(beds)


def _reported(beds: Beds, event: CapacityReported, occurred_at: datetime) -> Beds:
    counted = replace(
        report_beds(beds, total=event.total, used=event.used),
        reported_at=occurred_at,
        reported_by=event.reported_by,
        source=event.source,
    )
    if event.is_closed:
        closure = Closure("", event.reported_by, occurred_at, ends_at=None)
        return replace(counted, closure=closure)
    return counted
