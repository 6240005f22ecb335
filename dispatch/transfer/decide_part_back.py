"""A part of the handover was confirmed by mistake: the side whose word it was takes it back."""

from datetime import datetime, timedelta

from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.transfer.custody import parts_of
from dispatch.transfer.events import Event
from dispatch.transfer.limits import require_because
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.way_events import HospitalPart, PartTakenBack


def part_to_take_back(transfer: Transfer) -> HospitalPart | None:
    """The confirmation that its side can take back, in time; None where there is none."""
    if transfer.stage is Stage.AT_PATIENT and transfer.milestones.sender_released_at:
        return "sender_released"
    is_told = receipt_back_until(transfer) is not None
    is_last = transfer.outcome is None and transfer.return_id is None
    return "receiver_took_over" if is_told and is_last else None


def receipt_back_until(transfer: Transfer) -> datetime | None:
    """Until when the receiving team takes its confirmation back; None where it gave none, or
    told the handover itself, which is a closing.
    """
    confirmed_at = transfer.milestones.receiver_confirmed_at
    closed = transfer.closed
    if confirmed_at is None or closed is None or transfer.stage is not Stage.HANDED_OVER:
        return None
    if closed.by_receiver and closed.confirmed_at is None:
        return None
    said_at = closed.confirmed_at or confirmed_at
    return said_at + timedelta(minutes=criterion("closing_back_min"))


def take_back_part(
    transfer: Transfer, part: HospitalPart, *, reason: str, actor: Actor, now_at: datetime
) -> tuple[Event, ...]:
    """The confirmation is none any more. Of a sender until the patient leaves; of a receiving
    team within the minutes of a closing, and until the outcome or a way back is told.

    Raises ``Refused``: ``not_your_part``, ``no_part_to_take_back``, ``closing_resolved``,
    ``closing_return_asked``, ``closing_too_long_ago``.
    """
    require_because(reason, field="reason")
    if part not in parts_of(transfer, actor):
        raise Refused("not_your_part", field="part", value=part)
    if part == "receiver_took_over":
        _require_receipt(transfer, now_at)
    elif part_to_take_back(transfer) != part:
        raise Refused("no_part_to_take_back", field="part", value=part)
    return (PartTakenBack(transfer.transfer_id, part, reason.strip()),)


def _require_receipt(transfer: Transfer, now_at: datetime) -> None:
    until_at = receipt_back_until(transfer)
    if until_at is None:
        raise Refused("no_part_to_take_back", field="part", value="receiver_took_over")
    if transfer.outcome is not None:
        raise Refused("closing_resolved", number=transfer.number)
    if transfer.return_id is not None:
        raise Refused("closing_return_asked", number=transfer.number)
    if now_at > until_at:
        most_min = criterion("closing_back_min")
        raise Refused("closing_too_long_ago", allowed=f"<= {most_min:g} min")
