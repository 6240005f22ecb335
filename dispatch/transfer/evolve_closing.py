"""How a transfer remembers what its closing changed, and stands again where it stood."""

from datetime import datetime

from msgspec.structs import replace

from dispatch.transfer.closed import Closed
from dispatch.transfer.events import (
    AnyTransferEvent,
    TransferCancelled,
    TransferHandedOver,
)
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.way_events import (
    ClosingTakenBack,
    PatientDied,
    ReturnReopened,
    TrackLost,
    TransferTakenBack,
)

CLOSINGS = (TransferHandedOver, TransferCancelled, PatientDied, TransferTakenBack, TrackLost)
"""The events that close a transfer."""


def closed_by(
    before: Transfer, event: AnyTransferEvent, *, closed_at: datetime, said_at: datetime
) -> Closed:
    """What is remembered of the transfer as it was ``before`` the event that closes it."""
    return Closed(
        closed_at=closed_at,
        said_at=said_at,
        from_stage=before.stage,
        by_receiver=isinstance(event, TransferHandedOver) and event.by_receiver,
        unit_id=before.unit_id,
        asked=before.asked,
        bed_held_at=before.bed_held_at,
        stranded=before.stranded,
        steps=before.steps,
        missing=before.missing,
    )


def open_again(
    transfer: Transfer, event: ClosingTakenBack | ReturnReopened, occurred_at: datetime
) -> Transfer:
    """After a closing taken back: the transfer itself, or the one that it brings back."""
    if isinstance(event, ReturnReopened):
        return _with_return(transfer, event)
    return _reopened(transfer, event, occurred_at)


def _reopened(transfer: Transfer, event: ClosingTakenBack, occurred_at: datetime) -> Transfer:
    """The transfer as it was before its closing, with all its clocks; its stage is set already.

    What was said of the agreement meanwhile stands. The unit is proposed anew, and a bed that
    was given away is not held any more.
    """
    closed = transfer.closed
    assert closed is not None, "the table leads here from a closing only"
    times = replace(
        transfer.milestones,
        handed_over_at=None,
        receiver_confirmed_at=None,
        resolved_at=None,
        cancelled_at=None,
        died_at=None,
        taken_back_at=None,
        lost_at=None,
    )
    return replace(
        transfer,
        closed=None,
        unit_id=closed.unit_id,
        proposal=None,
        asked=closed.asked,
        bed_held_at=None if event.is_bed_gone else closed.bed_held_at,
        bed_gone_at=occurred_at if event.is_bed_gone else None,
        stranded=closed.stranded,
        steps=closed.steps,
        missing=closed.missing,
        outcome=None,
        ended_with=None,
        receipt=None,
        without_agreement=None,
        twins=(*transfer.twins, *event.twins),
        milestones=times,
    )


def _with_return(first: Transfer, event: ReturnReopened) -> Transfer:
    """The transfer whose patient is on the way back after all."""
    times = replace(first.milestones, resolved_at=event.resolved_at)
    return replace(first, return_id=event.return_id, outcome=event.outcome, milestones=times)
