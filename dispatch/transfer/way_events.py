"""What turns out otherwise, as the log tells it: every way out of the plan has its event."""

from datetime import datetime
from typing import Literal

from dispatch.kernel.ids import HospitalCode, PersonId, TransferId, UnitId
from dispatch.transfer.closed import Closing
from dispatch.transfer.parts import Outcome, Twin
from dispatch.transfer.stage import Stage
from dispatch.transfer.stepped import Reversible
from dispatch.transfer.told import CourseWord
from dispatch.transfer.transfer_event import TransferEvent


class StepTakenBack(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.step-taken-back"
):
    """The last step was reported by mistake: the journey stands where it stood before."""

    step: Reversible
    back_to: Stage
    reason: str


HospitalPart = Literal["sender_released", "receiver_took_over"]
"""The parts of the handover that a hospital confirms; the crew's own is a step."""


class PartTakenBack(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.part-taken-back"
):
    """A hospital had confirmed its part of the handover by mistake."""

    part: HospitalPart
    reason: str


class HandedOverUnagreed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.handed-over-unagreed"
):
    """The hospital that has the patient had never agreed. ``is_bed_counted``: it has such a
    unit, and one bed more there counts as used.
    """

    hospital: HospitalCode
    is_bed_counted: bool


class UnitFailedAtDoor(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-failed-at-door"
):
    """The unit can't go on, and need not: it stands where the patient is handed over."""

    unit_id: UnitId
    reason: str


class FailureTakenBack(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.failure-taken-back"
):
    """The unit goes on: it runs again, or its failure was told by mistake. ``lowers``: the
    priority that the failure raised is that of before; only who may lower one says so.
    """

    unit_id: UnitId
    back_to: Stage
    reason: str
    lowers: bool = True


class ClosingTakenBack(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.closing-taken-back"
):
    """The transfer was closed by mistake: it is open again, where it stood before.

    ``is_bed_gone``: the bed that was held is not there any more. ``twins`` were opened
    meanwhile and may be of the same patient.
    """

    closing: Closing
    back_to: Stage
    reason: str
    is_bed_gone: bool = False
    twins: tuple[Twin, ...] = ()


class ReturnReopened(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.return-reopened"
):
    """The way back had been closed by mistake and goes on; the outcome is that of before."""

    return_id: TransferId
    outcome: Outcome | None
    resolved_at: datetime | None


class AgreementWithdrawn(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.agreement-withdrawn"
):
    """The receiving hospital takes its yes back, with a coded reason. ``told_by`` said so by
    telephone, None when an intensivist on duty there did it.
    """

    hospital: HospitalCode
    reason: str
    told_by: str | None


class AgreementDisputed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.agreement-disputed"
):
    """The doctor in whose name an agreement was recorded by telephone says it is not theirs."""

    hospital: HospitalCode
    intensivist_id: PersonId
    reason: str


class PatientDied(TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.died"):
    """The patient died before the handover. Closes the transfer."""


class PatientMissing(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.missing"
):
    """Nobody knows any more where the patient is. Closes nothing."""

    reason: str


class PatientFound(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.found"
):
    """A patient who was missing is at ``place``, as ``found_by`` says."""

    place: str
    found_by: str


class TrackLost(TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.lost"):
    """A missing patient is not searched for any more. Closes the transfer."""

    reason: str


class TransferTakenBack(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.taken-back"
):
    """The referring team has the patient again. Closes the transfer."""


class DrivenElsewhere(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.driven-elsewhere"
):
    """The crew drives to this hospital: a nearer one, the sender again, or the one agreed.
    ``told_by_id`` wrote it down, None in lines older than that.
    """

    hospital: HospitalCode
    reason: str
    told_by_id: PersonId | None = None


class CourseReported(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.course-reported"
):
    """How the patient does in the care of the crew."""

    course: CourseWord
    note: str


class RequestWithdrawn(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.request-withdrawn"
):
    """The sender does not want the transfer any more while the patient is on the way."""

    reason: str


class ReceiverUnreachable(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.receiver-unreachable"
):
    """Nobody answers at the hospital to which the patient is taken."""

    hospital: HospitalCode
    reason: str


class ReceiverClosed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.receiver-closed"
):
    """The unit that is asked, or has agreed, takes nobody until ``ends_at``."""

    hospital: HospitalCode
    reason: str
    ends_at: datetime


class ReceiverOpened(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.receiver-opened"
):
    """The closure of the unit that is asked, or has agreed, has ended."""


class ReceiverOverbooked(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.receiver-overbooked"
):
    """The hospital that agreed has promised more beds than it reported, this one among the last
    promised.
    """

    hospital: HospitalCode


class ReceiverHasRoom(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.receiver-has-room"
):
    """There is a bed for this patient by the last report, or none is promised any more."""


class TwinClosed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.twin-closed"
):
    """The transfer ``number``, perhaps of the same patient, is not open any more."""

    number: str


class UnitSilent(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-silent"
):
    """The unit has not acknowledged its assignment for longer than it should."""

    unit_id: UnitId


class UnitOverdue(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-overdue"
):
    """The unit should have been at the bedside, and nobody says that it is."""

    unit_id: UnitId


AnyWayEvent = (
    StepTakenBack
    | PartTakenBack
    | HandedOverUnagreed
    | UnitFailedAtDoor
    | FailureTakenBack
    | ClosingTakenBack
    | ReturnReopened
    | AgreementWithdrawn
    | AgreementDisputed
    | PatientDied
    | PatientMissing
    | PatientFound
    | TrackLost
    | TransferTakenBack
    | DrivenElsewhere
    | CourseReported
    | RequestWithdrawn
    | ReceiverUnreachable
    | ReceiverClosed
    | ReceiverOpened
    | ReceiverOverbooked
    | ReceiverHasRoom
    | TwinClosed
    | UnitSilent
    | UnitOverdue
)
