"""What becomes of a request that is answered otherwise, late, or not at all, and of the bed
that an agreement holds; and what people decided about all that.
"""

from datetime import datetime

from msgspec.structs import replace

from dispatch.transfer.decision import Settled
from dispatch.transfer.events import (
    AgreementConfirmed,
    BedHoldExpired,
    BedKept,
    DecisionSettled,
    QuestionWithdrawn,
    RequestEscalated,
    TransferCountered,
)
from dispatch.transfer.parts import Escalated, Offer, Withdrawn
from dispatch.transfer.transfer import Transfer


def with_answer(
    transfer: Transfer,
    event: (
        AgreementConfirmed
        | TransferCountered
        | QuestionWithdrawn
        | RequestEscalated
        | BedHoldExpired
        | BedKept
        | DecisionSettled
    ),
    occurred_at: datetime,
) -> Transfer:
    """The transfer after the event, its stage already set."""
    match event:
        case AgreementConfirmed():
            assert transfer.agreement is not None
            confirmed = replace(
                transfer.agreement,
                confirmed_at=occurred_at,
                disputed_at=None,
                disputed_because=None,
            )
            return replace(transfer, agreement=confirmed, unreachable=None)
        case TransferCountered():
            offer = Offer(
                hospital=event.hospital,
                kind=event.offer,
                suggested=event.suggested,
                available_at=event.available_at,
                offered_at=occurred_at,
            )
            return replace(transfer, asked=None, offers=(*transfer.offers, offer))
        case QuestionWithdrawn():
            taken_back = Withdrawn(event.hospital, event.why, occurred_at)
            return replace(transfer, asked=None, withdrawn=(*transfer.withdrawn, taken_back))
        case BedHoldExpired() | BedKept():
            return _with_bed(transfer, event, occurred_at)
        case DecisionSettled():
            return _settled(transfer, event, occurred_at)
        case RequestEscalated():  # pragma: no branch -- no other is left
            reached = Escalated(event.rung, event.doctors, occurred_at)
            return replace(transfer, escalated=(*transfer.escalated, reached))


def _settled(transfer: Transfer, event: DecisionSettled, occurred_at: datetime) -> Transfer:
    settled = Settled(
        kind=event.decision,
        about=event.about,
        reason=event.reason,
        settled_by=event.settled_by,
        settled_at=occurred_at,
    )
    return replace(transfer, settled=(*transfer.settled, settled))


def _with_bed(
    transfer: Transfer, event: BedHoldExpired | BedKept, occurred_at: datetime
) -> Transfer:
    """A hospital that keeps the bed is there, and takes the patient though it is closed."""
    if isinstance(event, BedHoldExpired):
        return replace(transfer, bed_held_at=None)
    return replace(
        transfer,
        bed_held_at=occurred_at,
        bed_gone_at=None,
        unreachable=None,
        receiver_closed=None,
    )
