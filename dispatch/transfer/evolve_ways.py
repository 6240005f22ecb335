"""How a transfer looks after what turned out otherwise."""

from collections.abc import Mapping
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
from dispatch.transfer.evolve_closing import open_again
from dispatch.transfer.evolve_failure import runs_again
from dispatch.transfer.evolve_receipt import asked_of_receiver
from dispatch.transfer.parts import Declined
from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Reversible, Stepped
from dispatch.transfer.told import Course, Diverted, Told
from dispatch.transfer.transfer import (
    Transfer,
    clock_starts_at,
    has_left,
    receiving,
    unit_in_charge,
)
from dispatch.transfer.way_events import (
    AgreementDisputed,
    AgreementWithdrawn,
    AnyWayEvent,
    ClosingTakenBack,
    CourseReported,
    DrivenElsewhere,
    FailureTakenBack,
    HandedOverUnagreed,
    PartTakenBack,
    PatientDied,
    PatientFound,
    PatientMissing,
    ReceiverClosed,
    ReceiverHasRoom,
    ReceiverOpened,
    ReceiverOverbooked,
    ReceiverUnreachable,
    RequestWithdrawn,
    ReturnReopened,
    StepTakenBack,
    TrackLost,
    TransferTakenBack,
    TwinClosed,
    UnitFailedAtDoor,
    UnitOverdue,
    UnitSilent,
)

ENDS_STEPS = (
    UnitAssigned,
    UnitReleased,
    UnitFailed,
    UnitFailedAtDoor,
    TransferHandedOver,
    TransferCancelled,
    TransferTakenBack,
    PatientDied,
    TrackLost,
    DrivenElsewhere,
)
"""After these no step of the unit before can be taken back."""

SEEN_AT: Mapping[type[AnyWayEvent], str] = {
    ReceiverOverbooked: "receiver_overbooked_at",
    UnitSilent: "unit_silent_at",
    UnitOverdue: "unit_overdue_at",
}
"""Where it is kept when headquarters saw that something is wrong."""

KNOW_WHERE = (TransferProgressed, TransferHandedOver, TransferTakenBack)
"""These say where the patient is: after them he is not missing."""


def steps_after(
    transfer: Transfer, event: AnyTransferEvent, occurred_at: datetime
) -> tuple[Stepped, ...]:
    """The steps that can still be taken back after ``event``, of the transfer before it."""
    match event:
        case TransferProgressed(step="departed") if transfer.stage is Stage.ARRIVED:
            return ()
        case TransferProgressed():
            step = _stepped(transfer, event.step, occurred_at)
            return (*transfer.steps, replace(step, unit_was_at=event.unit_was_at))
        case PartConfirmed(part="crew_took_over"):
            return (*transfer.steps, _stepped(transfer, "crew_took_over", occurred_at))
        case StepTakenBack():
            return transfer.steps[:-1]
        case FailureTakenBack() if transfer.failed is not None:
            return transfer.failed.steps
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
        missing=transfer.missing,
    )


def with_way(
    transfer: Transfer, event: AnyWayEvent, *, before: Transfer, occurred_at: datetime
) -> Transfer:
    """The transfer after the event; its stage is set already, ``before`` had the old one."""
    match event:
        case (
            StepTakenBack()
            | ClosingTakenBack()
            | ReturnReopened()
            | FailureTakenBack()
            | UnitFailedAtDoor()
        ):
            return _as_before(transfer, event, steps=before.steps, at=occurred_at)
        case PartTakenBack() | HandedOverUnagreed():
            return asked_of_receiver(transfer, event, occurred_at)
        case AgreementWithdrawn() | AgreementDisputed():
            return _with_agreement(transfer, event, occurred_at)
        case PatientDied() | TrackLost() | TransferTakenBack():
            return _closed(transfer, event, occurred_at)
        case (
            PatientMissing()
            | PatientFound()
            | ReceiverOpened()
            | ReceiverOverbooked()
            | ReceiverHasRoom()
            | TwinClosed()
            | UnitSilent()
            | UnitOverdue()
        ):
            return _with_ground(transfer, event, occurred_at)
        case (  # pragma: no branch -- no other is left
            DrivenElsewhere()
            | CourseReported()
            | RequestWithdrawn()
            | ReceiverUnreachable()
            | ReceiverClosed()
        ):
            return _with_word(transfer, event, occurred_at)


def _as_before(
    transfer: Transfer,
    event: StepTakenBack
    | ClosingTakenBack
    | ReturnReopened
    | FailureTakenBack
    | UnitFailedAtDoor,
    *,
    steps: tuple[Stepped, ...],
    at: datetime,
) -> Transfer:
    """As it stood before what is taken back; a failure at the door changes the unit alone."""
    match event:
        case StepTakenBack():
            return _as_before_step(transfer, steps)
        case ClosingTakenBack() | ReturnReopened():
            return open_again(transfer, event, at)
        case FailureTakenBack():
            return runs_again(transfer, lowers=event.lowers)
        case UnitFailedAtDoor():  # pragma: no branch -- no other is left
            return transfer


def _with_agreement(
    transfer: Transfer, event: AgreementWithdrawn | AgreementDisputed, at: datetime
) -> Transfer:
    if isinstance(event, AgreementWithdrawn):
        return _without_receiver(transfer, event, at)
    assert transfer.agreement is not None
    disputed = replace(transfer.agreement, disputed_at=at, disputed_because=event.reason)
    return replace(transfer, agreement=disputed)


def _with_ground(
    transfer: Transfer,
    event: PatientMissing
    | PatientFound
    | ReceiverOpened
    | ReceiverOverbooked
    | ReceiverHasRoom
    | TwinClosed
    | UnitSilent
    | UnitOverdue,
    at: datetime,
) -> Transfer:
    """What people are asked about is so from now on, or is not any more."""
    match event:
        case PatientMissing():
            return replace(transfer, missing=Told(event.reason, at))
        case PatientFound():
            return replace(transfer, missing=None)
        case ReceiverOpened():
            return replace(transfer, receiver_closed=None)
        case ReceiverOverbooked() | UnitSilent() | UnitOverdue():
            return replace(transfer, **{SEEN_AT[type(event)]: at})
        case ReceiverHasRoom():
            return replace(transfer, receiver_overbooked_at=None)
        case TwinClosed():  # pragma: no branch -- no other is left
            left = tuple(each for each in transfer.twins if each.number != event.number)
            return replace(transfer, twins=left)


def _closed(
    transfer: Transfer, event: PatientDied | TrackLost | TransferTakenBack, at: datetime
) -> Transfer:
    """Without unit and bed; who had the patient last is who answers."""
    ended = replace(
        transfer,
        asked=None,
        unit_id=None,
        bed_held_at=None,
        stranded=None,
        ended_with=unit_in_charge(transfer),
    )
    times = transfer.milestones
    match event:
        case PatientDied():
            times = replace(times, died_at=at, resolved_at=at)
            return replace(ended, outcome="died", milestones=times)
        case TrackLost():
            times = replace(times, lost_at=at, resolved_at=at)
            return replace(ended, outcome="lost", milestones=times)
        case TransferTakenBack():  # pragma: no branch -- no other is left
            return replace(ended, milestones=replace(times, taken_back_at=at))


def _with_word(
    transfer: Transfer,
    event: DrivenElsewhere
    | CourseReported
    | RequestWithdrawn
    | ReceiverUnreachable
    | ReceiverClosed,
    at: datetime,
) -> Transfer:
    match event:
        case DrivenElsewhere():
            is_as_agreed = event.hospital == receiving(transfer)
            diverted = None if is_as_agreed else _diverted(event, at)
            return replace(
                transfer, diverted=diverted, unreachable=None, expected_arrival_at=None
            )
        case CourseReported():
            return replace(transfer, course=Course(event.course, event.note, at))
        case RequestWithdrawn():
            return replace(transfer, request_withdrawn=Told(event.reason, at))
        case ReceiverUnreachable():
            return replace(transfer, unreachable=Told(event.reason, at))
        case ReceiverClosed():  # pragma: no branch -- no other is left
            return replace(transfer, receiver_closed=Told(event.reason, at))


def _diverted(event: DrivenElsewhere, at: datetime) -> Diverted:
    return Diverted(event.hospital, event.reason, at, event.told_by_id)


def _without_receiver(
    transfer: Transfer, event: AgreementWithdrawn, occurred_at: datetime
) -> Transfer:
    """Looking for a hospital again; the clocks stand, but for that of a denied yes. A patient
    who has left goes on there until another one agrees: somewhere is better than nowhere.
    """
    assert transfer.agreement is not None, "nothing else is withdrawn"
    withdrawn = replace(transfer.agreement, withdrawn_at=occurred_at)
    agreed = withdrawn if has_left(transfer) else None
    times = transfer.milestones
    if agreed is None:
        times = replace(times, agreed_at=clock_starts_at(transfer))
    no = Declined(event.hospital, event.reason, (), occurred_at, took_back=True)
    return replace(
        transfer,
        agreement=agreed,
        bed_held_at=None,
        bed_gone_at=None,
        proposal=None,
        expected_arrival_at=None,
        unreachable=None,
        receiver_closed=None,
        receiver_overbooked_at=None,
        declined=(*transfer.declined, no),
        milestones=times,
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
    arrived_in = None if last.step == "arrived" else transfer.arrived_in
    return replace(
        transfer,
        stranded=last.stranded,
        arrived_in=arrived_in,
        missing=transfer.missing or last.missing,
        milestones=times,
    )
