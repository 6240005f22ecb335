"""The bed that an agreement holds: for how long, and how it is kept."""

from datetime import datetime, timedelta

from dispatch.assessment.criteria import criterion
from dispatch.capacity.events import BedHeld
from dispatch.kernel.failures import Refused
from dispatch.transfer.decide_answer import bed_kind, bed_released
from dispatch.transfer.events import BedHoldExpired, BedKept, Event
from dispatch.transfer.stage import HOLD_EXPIRES
from dispatch.transfer.transfer import Transfer, needs_bed, receiving, seeks_hospital


def hold_expires_at(transfer: Transfer) -> datetime | None:
    """When the held bed is free again by itself, None when none is held or the patient has
    been reached: then it stays held until arrival; nor while more of its papers are to come.
    """
    is_reached = transfer.stage not in HOLD_EXPIRES or transfer.stranded is not None
    if transfer.bed_held_at is None or is_reached or transfer.papers is not None:
        return None
    return transfer.bed_held_at + timedelta(minutes=criterion("bed_hold_min"))


def expire_hold(transfer: Transfer, *, now_at: datetime) -> tuple[Event, ...]:
    """The events of a hold that has expired, nothing before that."""
    ends_at = hold_expires_at(transfer)
    if ends_at is None or now_at < ends_at:
        return ()
    return (BedHoldExpired(transfer.transfer_id), *bed_released(transfer))


def keep_bed(transfer: Transfer) -> tuple[Event, ...]:
    """Hold the bed from now on again. One whose hold has expired is held anew.

    Raises ``Refused``: ``no_bed_needed`` for a return to a ward; ``not_agreed`` while no
    hospital agrees, for the bed of a yes that was taken back is not held.
    """
    if not needs_bed(transfer):
        raise Refused("no_bed_needed")
    hospital = receiving(transfer)
    if hospital is None or seeks_hospital(transfer):
        raise Refused("not_agreed", stage=transfer.stage.value)
    kept = BedKept(transfer.transfer_id)
    if transfer.bed_held_at is not None:
        return (kept,)
    return (kept, BedHeld(hospital, bed_kind(transfer), transfer.transfer_id))
