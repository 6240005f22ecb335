"""From a transfer and an event to the transfer after it. Decides nothing but the stage."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from dispatch.assessment.bundle import Done
from dispatch.assessment.priority import Priority
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.assessed import Assessed, Said, lactate_since, said_by, values_of
from dispatch.transfer.care_events import (
    AssessmentRecorded,
    BundleLate,
    BundleRecorded,
    ConditionChanged,
    PriorityChanged,
)
from dispatch.transfer.confirmed_mean import is_mean_confirmed
from dispatch.transfer.described import described_after
from dispatch.transfer.events import (
    AgreementConfirmed,
    AnyTransferEvent,
    BedHoldExpired,
    BedKept,
    DecisionSettled,
    EpisodeResolved,
    Event,
    HospitalAsked,
    HospitalsProposed,
    PartConfirmed,
    PlannedEvent,
    QuestionWithdrawn,
    RequestEscalated,
    ReturnDropped,
    ReturnRequested,
    TransferAccepted,
    TransferCancelled,
    TransferCountered,
    TransferHandedOver,
    TransferProgressed,
    TransferRejected,
    TransferRequested,
    UnitAssigned,
    UnitFailed,
    UnitProposed,
    UnitReleased,
)
from dispatch.transfer.evolve_answer import with_answer
from dispatch.transfer.evolve_closing import CLOSINGS, closed_by
from dispatch.transfer.evolve_failure import failure_after
from dispatch.transfer.evolve_journey import along, not_reached
from dispatch.transfer.evolve_receipt import with_receipt
from dispatch.transfer.evolve_ways import KNOW_WHERE, steps_after, with_way
from dispatch.transfer.lifecycle import next_stage, settled
from dispatch.transfer.merged_picture import with_picture
from dispatch.transfer.merged_values import merged
from dispatch.transfer.papers import AnyPaperEvent, papers_after
from dispatch.transfer.parts import Agreement, Declined, Milestones
from dispatch.transfer.stage import CLOSED, Stage
from dispatch.transfer.told import Diverted
from dispatch.transfer.transfer import Transfer, clock_starts_at, has_left, needs_bed
from dispatch.transfer.transfer_event import TransferEvent
from dispatch.transfer.way_events import AnyWayEvent
from dispatch.transfer.whose_events import IdentityChecked


def begin(event: TransferRequested, occurred_at: datetime) -> Transfer:
    """The transfer that a request opens."""
    return Transfer(
        transfer_id=event.transfer_id,
        number=event.number,
        stage=Stage.REQUESTED,
        care=event.care,
        condition=event.condition,
        priority=event.priority,
        rule=event.rule,
        referring=event.referring,
        referring_doctor_id=event.referring_doctor_id,
        referring_doctor=event.referring_doctor,
        contact_phone=event.contact_phone,
        patient_key=event.patient_key,
        bedside=event.bedside,
        needs=event.needs,
        clinical=event.clinical,
        returns=event.returns,
        identified_by=event.identified_by,
        described=event.described,
        twins=event.twins,
        twins_because=event.twins_because,
        milestones=Milestones(requested_at=occurred_at),
    )


def evolve(
    transfer: Transfer,
    event: AnyTransferEvent,
    *,
    occurred_at: datetime,
    recorded_at: datetime | None = None,
    is_late_entry: bool = False,
) -> Transfer:
    """The transfer after ``event``, which was written when it happened unless ``recorded_at``
    says otherwise; ``is_late_entry`` when from paper. Raises ``Refused("not_at_this_stage")``.
    """
    said_at = recorded_at or occurred_at
    if isinstance(event, TransferRequested):
        raise Refused("requested_twice", number=transfer.number)
    stage = next_stage(transfer.stage, event)
    moved = replace(transfer, stage=stage, steps=steps_after(transfer, event, occurred_at))
    after = _told(moved, event, before=transfer, occurred_at=occurred_at)
    if isinstance(event, KNOW_WHERE) or not has_left(after):
        after = replace(after, missing=None)
    said_at = recorded_at or occurred_at
    failed = failure_after(transfer, event, occurred_at=occurred_at, said_at=said_at)
    after = with_receipt(replace(after, failed=failed), event, said_at=said_at)
    if isinstance(event, CLOSINGS):
        closed = closed_by(transfer, event, closed_at=occurred_at, said_at=said_at)
        after = replace(after, closed=closed)
    is_agreed, is_asked = after.agreement is not None, after.asked is not None
    papers = papers_after(transfer.papers, event, said_at=said_at, is_late_entry=is_late_entry)
    return replace(
        after,
        stage=settled(stage, is_agreed=is_agreed, is_asked=is_asked),
        papers=None if stage in CLOSED else papers,
    )


def _told(
    moved: Transfer,
    event: PlannedEvent | AnyWayEvent | AnyPaperEvent,
    *,
    before: Transfer,
    occurred_at: datetime,
) -> Transfer:
    if isinstance(event, AnyWayEvent):
        return with_way(moved, event, before=before, occurred_at=occurred_at)
    if isinstance(event, AnyPaperEvent):
        return replace(moved, proposal=None)
    return _after(moved, event, occurred_at)


def _after(moved: Transfer, event: PlannedEvent, occurred_at: datetime) -> Transfer:
    match event:
        case HospitalsProposed() | HospitalAsked() | TransferAccepted() | TransferRejected():
            return _with_hospital(moved, event, occurred_at)
        case (
            AgreementConfirmed()
            | TransferCountered()
            | QuestionWithdrawn()
            | RequestEscalated()
            | BedHoldExpired()
            | BedKept()
            | DecisionSettled()
        ):
            return with_answer(moved, event, occurred_at)
        case UnitProposed() | UnitAssigned() | UnitReleased():
            return _with_unit(moved, event, occurred_at)
        case (
            TransferProgressed()
            | TransferHandedOver()
            | TransferCancelled()
            | PartConfirmed()
            | EpisodeResolved()
            | ReturnRequested()
            | ReturnDropped()
            | UnitFailed()
            | IdentityChecked()
        ):
            return along(moved, event, occurred_at)
        case BundleRecorded() | BundleLate() | AssessmentRecorded():
            return _with_care(moved, event, occurred_at)
        case ConditionChanged() | PriorityChanged():  # pragma: no branch -- no other is left
            return _with_priority(moved, event, occurred_at)


def evolve_all(
    transfer: Transfer, events: Iterable[Event], *, occurred_at: datetime
) -> Transfer:
    """The transfer after all of those ``events`` that are about it."""
    for event in events:
        if isinstance(event, TransferEvent):
            transfer = evolve(transfer, event, occurred_at=occurred_at)
    return transfer


def _with_hospital(
    transfer: Transfer,
    event: HospitalsProposed | HospitalAsked | TransferAccepted | TransferRejected,
    occurred_at: datetime,
) -> Transfer:
    match event:
        case HospitalsProposed():
            return replace(
                transfer,
                candidates=event.candidates,
                not_proposed=event.not_proposed,
                own_hospital_suffices=event.own_hospital_suffices,
            )
        case HospitalAsked():
            return replace(
                transfer,
                asked=event.hospital,
                receiver_closed=None
                if transfer.agreement is None
                else transfer.receiver_closed,
                asked_despite=event.despite,
                asked_because=event.override_reason,
                checklist_version=event.checklist_version,
                escalated=(),
                asked_doctors=event.doctors,
                milestones=replace(transfer.milestones, asked_at=occurred_at),
            )
        case TransferAccepted():
            agreement = Agreement(
                hospital=event.hospital,
                intensivist_id=event.intensivist_id,
                intensivist=event.intensivist,
                checklist_version=event.checklist_version,
                answers=event.answers,
                agreed_at=occurred_at,
                recorded_by_id=event.recorded_by_id,
                recorded_by=event.recorded_by,
            )
            return replace(
                transfer,
                asked=None,
                agreement=agreement,
                bed_held_at=occurred_at if needs_bed(transfer) else None,
                expected_arrival_at=None,
                diverted=_still_diverted(transfer, event.hospital),
                unreachable=None,
                receiver_closed=None,
                receiver_overbooked_at=None,
                bed_gone_at=None,
                milestones=replace(
                    transfer.milestones,
                    agreed_at=clock_starts_at(transfer) or occurred_at,
                ),
            )
        case TransferRejected():  # pragma: no branch -- no other is left
            no = Declined(event.hospital, event.reason, event.failing, occurred_at)
            return replace(transfer, asked=None, declined=(*transfer.declined, no))


def _still_diverted(transfer: Transfer, agreed: HospitalCode) -> Diverted | None:
    """None once the hospital to which the crew drives has agreed."""
    diverted = transfer.diverted
    return None if diverted and diverted.hospital == agreed else diverted


def _with_unit(
    transfer: Transfer, event: UnitProposed | UnitAssigned | UnitReleased, occurred_at: datetime
) -> Transfer:
    match event:
        case UnitProposed():
            return replace(transfer, proposal=event.proposal)
        case UnitAssigned():
            return replace(
                transfer,
                unit_id=event.unit_id,
                unit_type=event.unit_type,
                expected_bedside_at=event.expected_bedside_at,
                expected_arrival_at=event.expected_arrival_at,
                unit_silent_at=None,
                unit_overdue_at=None,
                milestones=replace(
                    transfer.milestones,
                    assigned_at=occurred_at,
                    notified_at=None,
                    en_route_at=None,
                ),
            )
        case UnitReleased():  # pragma: no branch -- no other is left
            transfer = not_reached(transfer)
            return replace(
                transfer,
                unit_id=None,
                unit_type=None,
                proposal=None,
                expected_bedside_at=None,
                expected_arrival_at=None,
                milestones=replace(
                    transfer.milestones, assigned_at=None, notified_at=None, en_route_at=None
                ),
            )


def _with_care(
    transfer: Transfer,
    event: BundleRecorded | BundleLate | AssessmentRecorded,
    occurred_at: datetime,
) -> Transfer:
    match event:
        case AssessmentRecorded():
            now = Assessed(event.adult, event.child, occurred_at, event.recorded_by)
            told, before = values_of(now), None if event.replaces else transfer.assessed
            is_confirmed = is_mean_confirmed(before, now, event.confirmed_doubts)
            said = said_by(told, transfer.presupposed, at=occurred_at)
            known = merged(before, replace(now, is_mean_confirmed=is_confirmed))
            described = described_after(transfer.described, told, event.confirmed_doubts)
            weight_kg = told.weight_kg or transfer.needs.weight_kg
            return replace(
                transfer,
                assessed=replace(known, lactate_at=lactate_since(transfer.assessed, now)),
                presupposed=said,
                described=described,
                needs=replace(transfer.needs, weight_kg=weight_kg),
            )
        case BundleLate():
            late = (*transfer.bundle_late, *event.bundle_steps)
            return replace(transfer, bundle_late=late)
        case BundleRecorded():  # pragma: no branch -- no other is left
            done = Done(event.bundle_step, occurred_at, event.recorded_by, event.reading)
            others = tuple(each for each in transfer.bundle if each.step is not done.step)
            weight_kg = event.reading.weight_kg or transfer.needs.weight_kg
            needs = replace(transfer.needs, weight_kg=weight_kg)
            return replace(transfer, bundle=(*others, done), needs=needs)


def _with_priority(
    transfer: Transfer, event: ConditionChanged | PriorityChanged, occurred_at: datetime
) -> Transfer:
    raised = transfer.priority is not Priority.ZERO and event.priority is Priority.ZERO
    changed = replace(transfer, priority=event.priority, upgraded=transfer.upgraded or raised)
    match event:
        case PriorityChanged():
            return replace(changed, rule="by_hand")
        case ConditionChanged():  # pragma: no branch -- no other is left
            stated = replace(changed, condition=event.condition, rule=event.rule)
            return with_picture(
                replace(stated, needs=event.needs),
                event.clinical,
                told=event.told,
                said=Said(occurred_at, event.changed_by),
            )
