"""Everything that can happen to a transfer, as the log tells it. Unknown fields are refused."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.assessment.priority import Condition, Priority
from dispatch.capacity.events import CapacityEvent
from dispatch.checklist.verdict import Answer
from dispatch.fleet.unit import FleetEvent
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId, UnitId
from dispatch.network.levels import Care
from dispatch.transfer.parts import Candidate, Clinical, Needs, UnitProposal


class TransferEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """What all events of a transfer carry."""

    transfer_id: TransferId


class TransferRequested(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.requested"
):
    """The referring doctor asks (eTimes.01). ``patient_key`` is a keyed pseudonym."""

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
    """A person sent the request to one hospital; ``override_reason`` if not to the first."""

    hospital: HospitalCode
    checklist_version: str
    override_reason: str | None


class TransferAccepted(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.accepted"
):
    """4 of 4 by an intensivist of the asked hospital."""

    hospital: HospitalCode
    intensivist_id: PersonId
    intensivist: str
    checklist_version: str
    answers: dict[str, Answer]


class TransferRejected(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.rejected"
):
    """The asked hospital says no, with a coded reason; the request goes on elsewhere."""

    hospital: HospitalCode
    reason: str
    failing: tuple[str, ...]


class UnitProposed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-proposed"
):
    """The optimiser's proposal for this transfer, out of a plan for all of them."""

    proposal: UnitProposal


class UnitAssigned(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-assigned"
):
    """A person confirmed a unit. ``override_reason`` when it was not the one proposed.

    The expected times are those of the travel times at that moment, None when unknown.
    """

    unit_id: UnitId
    override_reason: str | None
    expected_bedside_at: datetime | None
    expected_arrival_at: datetime | None


class UnitReleased(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.unit-released"
):
    """The unit is taken off the transfer (eTimes.14) before it carries the patient."""

    unit_id: UnitId
    reason: str


Step = Literal["notified", "en_route", "at_patient", "departed", "arrived"]


class TransferProgressed(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.progressed"
):
    """The crew reports a step of the journey."""

    step: Step


class TransferHandedOver(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.handed-over"
):
    """The receiving team took over the patient (eTimes.12). Closes the transfer."""


class ConditionChanged(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.condition-changed"
):
    """The patient got worse or better while waiting; the priority follows the rule."""

    condition: Condition
    priority: Priority
    rule: str
    needs: Needs
    clinical: Clinical


class PriorityChanged(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.priority-changed"
):
    """A person raised or lowered the priority by hand."""

    priority: Priority
    reason: str


class TransferCancelled(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.cancelled"
):
    """The transfer is not needed any more. Closes it."""

    reason: str


AnyTransferEvent = (
    TransferRequested
    | HospitalsProposed
    | HospitalAsked
    | TransferAccepted
    | TransferRejected
    | UnitProposed
    | UnitAssigned
    | UnitReleased
    | TransferProgressed
    | TransferHandedOver
    | ConditionChanged
    | PriorityChanged
    | TransferCancelled
)

Event = AnyTransferEvent | CapacityEvent | FleetEvent
"""Every event of the log. Each touches exactly one row of the board."""
