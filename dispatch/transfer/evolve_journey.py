"""How a transfer moves along: the steps of the journey, who took over, and what follows it."""

from datetime import datetime

from msgspec.structs import replace

from dispatch.transfer.events import (
    EpisodeResolved,
    PartConfirmed,
    ReturnDropped,
    ReturnRequested,
    TransferCancelled,
    TransferHandedOver,
    TransferProgressed,
)
from dispatch.transfer.transfer import Transfer

Word = PartConfirmed | EpisodeResolved | ReturnRequested | ReturnDropped
"""What is said about a handover, and of what followed it."""

PART_AT = {
    "sender_released": "sender_released_at",
    "crew_took_over": "crew_took_over_at",
    "receiver_took_over": "receiver_confirmed_at",
}
"""The milestone that each part of the handover sets."""


def along(
    transfer: Transfer,
    event: TransferProgressed | TransferHandedOver | TransferCancelled | Word,
    occurred_at: datetime,
) -> Transfer:
    """The transfer after the event, its stage already set."""
    times = transfer.milestones
    match event:
        case TransferProgressed():
            times = replace(times, **{f"{event.step}_at": occurred_at})
            if event.step == "departed" and times.crew_took_over_at is None:
                times = replace(times, crew_took_over_at=occurred_at)
        case TransferHandedOver():
            confirmed_at = occurred_at if event.by_receiver else None
            times = replace(
                times, handed_over_at=occurred_at, receiver_confirmed_at=confirmed_at
            )
            transfer = replace(transfer, bed_held_at=None)
        case TransferCancelled():
            return replace(
                transfer,
                asked=None,
                unit_id=None,
                bed_held_at=None,
                milestones=replace(times, cancelled_at=occurred_at),
            )
        case (  # pragma: no branch -- no other is left
            PartConfirmed() | EpisodeResolved() | ReturnRequested() | ReturnDropped()
        ):
            return _with_word(transfer, event, occurred_at)
    return replace(transfer, milestones=times)


def _with_word(transfer: Transfer, event: Word, occurred_at: datetime) -> Transfer:
    match event:
        case PartConfirmed():
            times = replace(transfer.milestones, **{PART_AT[event.part]: occurred_at})
            return replace(transfer, milestones=times)
        case EpisodeResolved():
            times = replace(transfer.milestones, resolved_at=occurred_at)
            return replace(transfer, outcome=event.outcome, milestones=times)
        case ReturnRequested():
            return replace(transfer, return_id=event.return_id)
        case ReturnDropped():  # pragma: no branch -- no other is left
            return replace(transfer, return_id=None)
