"""How a transfer looks after what turned out otherwise."""

from datetime import datetime

from msgspec.structs import replace

from dispatch.transfer.events import (
    AnyTransferEvent,
    PartConfirmed,
    TransferCancelled,
    TransferHandedOver,
    TransferProgressed,
    UnitAssigned,
    UnitFailed,
    UnitReleased,
)
from dispatch.transfer.parts import Declined
from dispatch.transfer.stepped import Reversible, Stepped
from dispatch.transfer.transfer import Transfer, has_left
from dispatch.transfer.way_events import (
    AgreementDisputed,
    AgreementWithdrawn,
    AnyWayEvent,
    StepTakenBack,
)

ENDS_STEPS = (UnitAssigned, UnitReleased, UnitFailed, TransferHandedOver, TransferCancelled)
"""After these no step of the unit before can be taken back."""


def steps_after(
    transfer: Transfer, event: AnyTransferEvent, occurred_at: datetime
) -> tuple[Stepped, ...]:
    """The steps that can still be taken back after ``event``, of the transfer before it."""
    match event:
        case TransferProgressed():
            step = _stepped(transfer, event.step, occurred_at)
            return (*transfer.steps, replace(step, unit_was_at=event.unit_was_at))
        case PartConfirmed(part="crew_took_over"):
            return (*transfer.steps, _stepped(transfer, "crew_took_over", occurred_at))
        case StepTakenBack():
            return transfer.steps[:-1]
        case _:
            return () if isinstance(event, ENDS_STEPS) else transfer.steps


def _stepped(transfer: Transfer, step: Reversible, occurred_at: datetime) -> Stepped:
    takes = step in {"crew_took_over", "departed"}
    return Stepped(
        step=step,
        said_at=occurred_at,
        from_stage=transfer.stage,
        took_over=takes and transfer.milestones.crew_took_over_at is None,
        stranded=transfer.stranded,
        unit_was_at=None,
    )


def with_way(
    transfer: Transfer, event: AnyWayEvent, *, before: Transfer, occurred_at: datetime
) -> Transfer:
    """The transfer after the event; its stage is set already, ``before`` had the old one."""
    match event:
        case StepTakenBack():
            return _as_before_step(transfer, before.steps)
        case AgreementWithdrawn():
            return _without_receiver(transfer, event, occurred_at)
        case AgreementDisputed():  # pragma: no branch -- no other is left
            assert transfer.agreement is not None
            disputed = replace(
                transfer.agreement,
                disputed_at=occurred_at,
                disputed_because=event.reason,
            )
            return replace(transfer, agreement=disputed)


def _without_receiver(
    transfer: Transfer, event: AgreementWithdrawn, occurred_at: datetime
) -> Transfer:
    """Looking for a hospital again; the clocks stand. A patient who has left goes on there
    until another one agrees: somewhere is better than nowhere.
    """
    agreed = transfer.agreement
    if agreed is not None:
        agreed = replace(agreed, withdrawn_at=occurred_at) if has_left(transfer) else None
    no = Declined(event.hospital, event.reason, (), occurred_at, took_back=True)
    return replace(
        transfer,
        agreement=agreed,
        bed_held_at=None,
        proposal=None,
        expected_arrival_at=None,
        declined=(*transfer.declined, no),
    )


def _as_before_step(transfer: Transfer, steps: tuple[Stepped, ...]) -> Transfer:
    """The transfer as it was before its last step; its stage is set already.

    A bedside that was not reached has released nobody either. One that an earlier crew reached
    stays reached.
    """
    last, times = steps[-1], transfer.milestones
    if last.step == "at_patient" and last.stranded is None:
        times = replace(times, at_patient_at=None, sender_released_at=None)
    elif last.step not in {"at_patient", "crew_took_over"}:
        times = replace(times, **{f"{last.step}_at": None})
    if last.took_over:
        times = replace(times, crew_took_over_at=None)
    return replace(transfer, stranded=last.stranded, milestones=times)
