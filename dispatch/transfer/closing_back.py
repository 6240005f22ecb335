"""Whose closing it is to take back, and until when."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.ids import HospitalCode, TransferId, UnitId
from dispatch.transfer.closed import Closing
from dispatch.transfer.custody import responsible_unit
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer, taken_in_by

AT_HEADQUARTERS = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})
DOCTORS = frozenset({Role.REFERRING_DOCTOR, Role.INTENSIVIST})

CLOSING_OF: Mapping[Stage, Closing] = {
    Stage.HANDED_OVER: "handed_over",
    Stage.CANCELLED: "cancelled",
    Stage.DIED: "died",
    Stage.TAKEN_BACK: "taken_back",
    Stage.LOST: "lost",
}


class EndedView(Struct, frozen=True):
    """A transfer that was closed lately, for whoever may take that back until ``until_at``:
    what is needed to know it again, and nothing of how the patient is. ``without_agreement``:
    the hospital that has him and had never agreed.
    """

    transfer_id: TransferId
    number: str
    closing: Closing
    closed_at: datetime
    until_at: datetime
    referring: HospitalCode
    place: HospitalCode | None
    unit_id: UnitId | None
    without_agreement: HospitalCode | None


def back_until(transfer: Transfer) -> datetime | None:
    """Until when its closing can be taken back, None where there is none to take back. Where
    the receiving team has taken its word back, the minutes begin anew.
    """
    if transfer.closed is None:
        return None
    last_at = transfer.closed.denied_at or transfer.closed.said_at
    return last_at + timedelta(minutes=criterion("closing_back_min"))


def may_take_back(transfer: Transfer, actor: Actor) -> bool:
    """Whether that closing is this person's: headquarters', or of the side whose act it is."""
    if transfer.closed is None:
        return False
    if actor.role is Role.CREW:
        return actor.unit_id is not None and actor.unit_id == _crew_of(transfer)
    is_there = actor.hospital is not None and actor.hospital == _hospital_of(transfer)
    is_doctor = actor.role in DOCTORS and is_there
    return actor.role in AT_HEADQUARTERS or is_doctor


def view_ended(transfer: Transfer, actor: Actor, *, now_at: datetime) -> EndedView | None:
    """The closed transfer for ``actor``, None when there is nothing for them to take back."""
    until_at, closed = back_until(transfer), transfer.closed
    if closed is None or until_at is None or until_at < now_at:
        return None
    if not may_take_back(transfer, actor):
        return None
    return EndedView(
        transfer_id=transfer.transfer_id,
        number=transfer.number,
        closing=CLOSING_OF[transfer.stage],
        closed_at=closed.closed_at,
        until_at=until_at,
        referring=transfer.referring,
        place=taken_in_by(transfer),
        unit_id=closed.unit_id,
        without_agreement=transfer.without_agreement,
    )


def _crew_of(transfer: Transfer) -> UnitId | None:
    """The crew that has told the closing, or could have."""
    closed = transfer.closed
    assert closed is not None, "asked of closed transfers only"
    match transfer.stage:
        case Stage.HANDED_OVER:
            return None if closed.by_receiver else closed.unit_id
        case Stage.TAKEN_BACK:
            return closed.unit_id
        case Stage.DIED:
            return responsible_unit(transfer)
        case _:
            return None


def _hospital_of(transfer: Transfer) -> HospitalCode | None:
    """The hospital whose doctors have told the closing, or could have."""
    closed = transfer.closed
    assert closed is not None, "asked of closed transfers only"
    match transfer.stage:
        case Stage.HANDED_OVER:
            return taken_in_by(transfer) if closed.by_receiver else None
        case Stage.TAKEN_BACK | Stage.CANCELLED:
            return transfer.referring
        case Stage.DIED:
            return transfer.referring if responsible_unit(transfer) is None else None
        case _:
            return None
