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
    UnitFailed,
)
from dispatch.transfer.parts import Stranded
from dispatch.transfer.transfer import Transfer, heading_to, waiting_unit
from dispatch.transfer.whose_events import IdentityCheck, IdentityChecked

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
    event: (
        TransferProgressed
        | TransferHandedOver
        | TransferCancelled
        | UnitFailed
        | IdentityChecked
        | Word
    ),
    occurred_at: datetime,
) -> Transfer:
    """The transfer after the event, its stage already set."""
    times = transfer.milestones
    match event:
        case TransferProgressed():
            return _at_step(transfer, event, occurred_at)
        case TransferHandedOver():
            confirmed_at = occurred_at if event.by_receiver else None
            times = replace(
                times, handed_over_at=occurred_at, receiver_confirmed_at=confirmed_at
            )
            transfer = replace(transfer, asked=None, bed_held_at=None)
        case TransferCancelled():
            return replace(
                transfer,
                asked=None,
                unit_id=None,
                bed_held_at=None,
                stranded=None,
                milestones=replace(times, cancelled_at=occurred_at),
            )
        case UnitFailed():
            return _without_unit(transfer, event, occurred_at)
        case IdentityChecked():
            return replace(transfer, identity=_checked(transfer, event, occurred_at))
        case (  # pragma: no branch -- no other is left
            PartConfirmed() | EpisodeResolved() | ReturnRequested() | ReturnDropped()
        ):
            return _with_word(transfer, event, occurred_at)
    return replace(transfer, milestones=times)


def _checked(
    transfer: Transfer, event: IdentityChecked, occurred_at: datetime
) -> IdentityCheck:
    """A code that was another's is remembered until one is read that is right."""
    before, sealed = transfer.identity, event.is_sealed_match
    if sealed is None and not event.is_match and before is not None:
        sealed = before.is_sealed_match
    return IdentityCheck(
        unit_id=event.unit_id,
        compared=event.compared,
        is_match=event.is_match,
        is_sealed_match=sealed,
        checked_by=event.checked_by,
        checked_at=occurred_at,
    )


def _at_step(transfer: Transfer, event: TransferProgressed, occurred_at: datetime) -> Transfer:
    """The bedside is reached, and the patient taken over, by the first crew: times of that."""
    times, stranded = transfer.milestones, transfer.stranded
    if event.step == "at_patient" and stranded is not None:
        return replace(transfer, stranded=replace(stranded, reached_at=occurred_at))
    times = replace(times, **{f"{event.step}_at": occurred_at})
    if event.step == "arrived":
        return replace(transfer, arrived_in=heading_to(transfer), milestones=times)
    if event.step != "departed":
        return replace(transfer, milestones=times)
    times = replace(times, arrived_at=None)
    taken_at = times.crew_took_over_at or occurred_at
    times = replace(times, crew_took_over_at=taken_at)
    return replace(transfer, stranded=None, arrived_in=None, milestones=times)


def not_reached(transfer: Transfer) -> Transfer:
    """Without the bedside that the crew had reached which is taken off; without effect on the
    patient, whom it had not taken over.
    """
    stranded = transfer.stranded
    if stranded is not None:
        return replace(transfer, stranded=replace(stranded, reached_at=None))
    times = replace(transfer.milestones, at_patient_at=None, sender_released_at=None)
    return replace(transfer, milestones=times)


def _without_unit(transfer: Transfer, event: UnitFailed, occurred_at: datetime) -> Transfer:
    """Waiting for another unit, in the care of whoever had the patient.

    A crew that had not taken over leaves nothing behind: the bedside is still to be reached.
    """
    times, before = transfer.milestones, transfer.stranded
    cleared = ("assigned_at", "notified_at", "en_route_at", "departed_at", "arrived_at")
    times = replace(times, **dict.fromkeys(cleared))
    stranded: Stranded | None
    if times.crew_took_over_at is None:
        times, stranded = replace(times, at_patient_at=None, sender_released_at=None), None
    elif before is None:
        stranded = Stranded(event.unit_id, event.lat, event.lon, occurred_at)
    else:
        waiting = waiting_unit(transfer) or event.unit_id
        stranded = Stranded(waiting, before.lat, before.lon, occurred_at)
    return replace(
        transfer,
        unit_id=None,
        unit_type=None,
        proposal=None,
        expected_bedside_at=None,
        expected_arrival_at=None,
        arrived_in=None,
        stranded=stranded,
        milestones=times,
    )


def _with_word(transfer: Transfer, event: Word, occurred_at: datetime) -> Transfer:
    match event:
        case PartConfirmed():
            stranded = transfer.stranded
            if event.part == "crew_took_over" and stranded is not None:
                return replace(transfer, stranded=replace(stranded, unit_id=None))
            times = replace(transfer.milestones, **{PART_AT[event.part]: occurred_at})
            return replace(transfer, milestones=times)
        case EpisodeResolved():
            times = replace(transfer.milestones, resolved_at=occurred_at)
            return replace(transfer, outcome=event.outcome, milestones=times)
        case ReturnRequested():
            return replace(transfer, return_id=event.return_id)
        case ReturnDropped():  # pragma: no branch -- no other is left
            return replace(transfer, return_id=None)
