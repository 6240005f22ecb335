"""Everything that can happen to a transfer, as the log tells it. Unknown fields are refused."""

from datetime import datetime
from typing import Literal

from dispatch.assessment.priority import Condition, Priority
from dispatch.capacity.beds import Despite
from dispatch.capacity.events import CapacityEvent
from dispatch.checklist.verdict import Answer
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import FleetEvent
from dispatch.identity.patient import IdentifierKind
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId, UnitId
from dispatch.network.levels import Care
from dispatch.transfer.care_events import (
    AssessmentRecorded,
    BundleLate,
    BundleRecorded,
    ConditionChanged,
    PriorityChanged,
)
from dispatch.transfer.decision import DecisionKind
from dispatch.transfer.papers import AnyPaperEvent
from dispatch.transfer.parts import (
    Candidate,
    Clinical,
    Described,
    Needs,
    OfferKind,
    Outcome,
    Part,
    Rung,
    Twin,
    UnitProposal,
    Why,
)
from dispatch.transfer.pre_alert_events import AnyPreAlertEvent
from dispatch.transfer.transfer_event import TransferEvent
from dispatch.transfer.way_events import AnyWayEvent
from dispatch.transfer.whose_events import IdentityChecked


class TransferRequested(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.requested"
):
    """The referring doctor asks (eTimes.01). ``patient_key`` is a keyed pseudonym. ``returns``
    is the transfer that brought the patient, when this one takes him back. ``identified_by`` is
    the kind of identifier under the key, None in older lines; ``twins`` were open and may be of
    the same patient, ``twins_because`` is why it was asked all the same.
    ``confirmed_doubts``, here and below: unusual values that the author was asked about and
    confirmed, as ``field=value``.
    """

    number: str
    referring: HospitalCode
    referring_doctor_id: PersonId
    referring_doctor: str
    contact_phone: str
    patient_key: str
    bedside: str
    care: Care
    condition: Condition
    priority: Priority
    rule: str
    needs: Needs
    clinical: Clinical
    returns: TransferId | None = None
    identified_by: IdentifierKind | None = None
    described: Described = Described()
    twins: tuple[Twin, ...] = ()
    twins_because: str | None = None
    confirmed_doubts: tuple[str, ...] = ()


class HospitalsProposed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.hospitals-proposed"
):
    """Receiving hospitals in order, and why not the others."""

    candidates: tuple[Candidate, ...]
    not_proposed: tuple[Candidate, ...]
    own_hospital_suffices: bool


class HospitalAsked(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.hospital-asked"
):
    """The request was sent to one hospital; ``override_reason`` if not to the first proposed,
    or ``despite`` its being closed or full.

    By a person, or by headquarters when the hospital before could not take the patient.
    ``doctors`` are the intensivists on duty there as first.
    """

    hospital: HospitalCode
    checklist_version: str
    override_reason: str | None
    doctors: tuple[str, ...] = ()
    despite: tuple[Despite, ...] = ()


class TransferAccepted(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.accepted"
):
    """4 of 4 by an intensivist on duty at the asked hospital.

    By telephone when ``recorded_by`` wrote it down and had it read back. ``shift_id``: the duty
    of the intensivist, None in older lines. ``despite_reason``: why, against what is on record.
    """

    hospital: HospitalCode
    intensivist_id: PersonId
    intensivist: str
    checklist_version: str
    answers: dict[str, Answer]
    shift_id: str | None = None
    recorded_by_id: PersonId | None = None
    recorded_by: str | None = None
    read_back: bool = False
    despite_reason: str | None = None


class AgreementConfirmed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.agreement-confirmed"
):
    """The intensivist confirms what was agreed by telephone."""

    hospital: HospitalCode
    intensivist_id: PersonId


class BedHoldExpired(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.bed-hold-expired"
):
    """The bed was held for too long without a patient; the agreement stands without it."""


class BedKept(TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.bed-kept"):
    """The receiving hospital goes on holding the bed, or holds one again."""


class TransferRejected(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.rejected"
):
    """The asked hospital says no, with a coded reason; the request goes on elsewhere.

    By telephone when ``recorded_by`` wrote it down for ``intensivist``.
    """

    hospital: HospitalCode
    reason: str
    failing: tuple[str, ...]
    intensivist: str | None = None
    recorded_by: str | None = None


class TransferCountered(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.countered"
):
    """The asked hospital would take the patient otherwise; the request goes on elsewhere."""

    hospital: HospitalCode
    offer: OfferKind
    suggested: HospitalCode | None
    available_at: datetime | None


class QuestionWithdrawn(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.question-withdrawn"
):
    """Headquarters takes the question back: the patient now needs more than the asked hospital
    has, and ``why``.
    """

    hospital: HospitalCode
    why: tuple[Why, ...]


class RequestEscalated(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.escalated"
):
    """Nobody has answered: the next ones are asked. Empty when the roster names nobody."""

    hospital: HospitalCode
    rung: Rung
    people: tuple[PersonId, ...]
    doctors: tuple[str, ...]


class UnitProposed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-proposed"
):
    """The optimiser's proposal for this transfer, out of a plan for all of them."""

    proposal: UnitProposal


class UnitAssigned(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-assigned"
):
    """A person confirmed a unit. ``override_reason`` when it was not the one proposed, or its
    crew is below what is known to be needed.

    The expected times are those of the travel times at that moment, None when unknown.
    ``unit_type`` is None in older lines. ``despite_reason``: why, against what is on record.
    """

    unit_id: UnitId
    override_reason: str | None
    expected_bedside_at: datetime | None
    expected_arrival_at: datetime | None
    unit_type: UnitType | None = None
    despite_reason: str | None = None


class UnitReleased(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-released"
):
    """The unit is taken off the transfer (eTimes.14) before it carries the patient."""

    unit_id: UnitId
    reason: str


class UnitFailed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-failed"
):
    """The unit can't go on, wherever it is from its assignment on: another one is needed.

    ``lat`` and ``lon`` are where the patient waits on the road, in WGS 84 degrees; None where
    the patient has not been moved since the last place that is known.
    """

    unit_id: UnitId
    reason: str
    lat: float | None = None
    lon: float | None = None


Step = Literal["notified", "en_route", "at_patient", "departed", "arrived"]


class TransferProgressed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.progressed"
):
    """The crew reports a step of the journey. ``unit_was_at``: where the unit last stood before
    it, None in older lines and when it had not moved from its base.
    """

    step: Step
    unit_was_at: str | None = None


class TransferHandedOver(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.handed-over"
):
    """The receiving team took over the patient (eTimes.12). Closes the transfer.

    ``by_receiver`` when the receiving team says so itself, and not the crew or headquarters.
    """

    by_receiver: bool = False


class PartConfirmed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.part-confirmed"
):
    """One side says that its part of the handover is done."""

    part: Part


class EpisodeResolved(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.resolved"
):
    """How the episode went on after the handover; the last word counts."""

    outcome: Outcome


class ReturnRequested(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.return-requested"
):
    """The way back was asked for, as a transfer of its own."""

    return_id: TransferId


class ReturnDropped(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.return-dropped"
):
    """The way back was cancelled; another may be asked for."""


class DecisionSettled(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.decision-settled"
):
    """A person settled what headquarters asked to decide, with a reason; ``about`` is the
    fingerprint of the facts it was about.
    """

    decision: DecisionKind
    about: str
    reason: str
    settled_by: str


class TransferCancelled(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.cancelled"
):
    """The transfer is not needed any more. Closes it."""

    reason: str


PlannedEvent = (
    HospitalsProposed
    | HospitalAsked
    | TransferAccepted
    | BedHoldExpired
    | BedKept
    | TransferRejected
    | AgreementConfirmed
    | TransferCountered
    | QuestionWithdrawn
    | RequestEscalated
    | UnitProposed
    | UnitAssigned
    | UnitReleased
    | UnitFailed
    | TransferProgressed
    | TransferHandedOver
    | PartConfirmed
    | EpisodeResolved
    | ReturnRequested
    | ReturnDropped
    | ConditionChanged
    | PriorityChanged
    | TransferCancelled
    | BundleRecorded
    | BundleLate
    | AssessmentRecorded
    | DecisionSettled
    | IdentityChecked
)
"""What follows a request when all goes by the plan."""

AnyTransferEvent = TransferRequested | PlannedEvent | AnyWayEvent | AnyPaperEvent

Event = AnyTransferEvent | AnyPreAlertEvent | CapacityEvent | FleetEvent
"""Every event of the log. Each touches exactly one row of the board."""
