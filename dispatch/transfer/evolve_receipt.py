"""How a transfer comes to be asked about after its handover, and no more once that is told."""

from datetime import datetime

from msgspec.structs import replace

from dispatch.transfer.events import (
    AnyTransferEvent,
    DecisionSettled,
    EpisodeResolved,
    PartConfirmed,
    ReturnRequested,
)
from dispatch.transfer.receipt import ReceiptAsked
from dispatch.transfer.transfer import Transfer, taken_in_by
from dispatch.transfer.way_events import HandedOverUnagreed, PartTakenBack


def asked_of_receiver(
    transfer: Transfer, event: PartTakenBack | HandedOverUnagreed, at: datetime
) -> Transfer:
    """That hospital is asked whether it has the patient, unless its team has told it itself."""
    times, closed = transfer.milestones, transfer.closed
    if isinstance(event, HandedOverUnagreed):
        asked = ReceiptAsked(event.hospital, "handed_over_unagreed", at)
        counted_in = event.hospital if event.is_bed_counted else None
        return replace(
            transfer,
            without_agreement=event.hospital,
            receipt=None if times.receiver_confirmed_at else asked,
            closed=replace(closed, counted_in=counted_in) if closed else None,
        )
    if event.part == "sender_released":
        return replace(transfer, milestones=replace(times, sender_released_at=None))
    hospital = taken_in_by(transfer)
    assert hospital is not None, "a patient handed over is somewhere"
    return replace(
        transfer,
        receipt=ReceiptAsked(hospital, "receipt_denied", at, event.reason),
        milestones=replace(times, receiver_confirmed_at=None),
    )


def with_receipt(after: Transfer, event: AnyTransferEvent, *, said_at: datetime) -> Transfer:
    """Nobody is asked any more once that hospital, or a person for it, has answered."""
    closed = after.closed
    match event:
        case PartConfirmed(part="receiver_took_over") if closed is not None:
            closed = replace(closed, confirmed_at=said_at, denied_at=None)
            return replace(after, receipt=None, closed=closed)
        case PartTakenBack(part="receiver_took_over") if closed is not None:
            return replace(after, closed=replace(closed, denied_at=said_at))
        case EpisodeResolved() | ReturnRequested():
            return replace(after, receipt=None)
        case DecisionSettled(decision="handed_over_unagreed" | "receipt_denied"):
            return replace(after, receipt=None)
        case _:
            return after
