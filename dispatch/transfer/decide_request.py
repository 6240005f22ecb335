"""Opening a transfer and finding its receiving hospital: from a command to events."""

from datetime import datetime

from msgspec import Struct

from dispatch.assessment.priority import Condition, PriorityRuling
from dispatch.assessment.values import PatientValues
from dispatch.capacity.beds import Beds, Despite, speaks_against
from dispatch.capacity.events import BedsOverridden
from dispatch.checklist.questions import CURRENT, OF_RETURNS
from dispatch.identity.actor import Actor
from dispatch.identity.patient import IdentifierKind
from dispatch.identity.roles import Role, require_role
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId
from dispatch.network.levels import Care
from dispatch.transfer.confirmed_mean import with_confirmed_mean
from dispatch.transfer.declined_before import require_reason_again
from dispatch.transfer.described import ToldAge, least_described, require_described
from dispatch.transfer.events import (
    Event,
    HospitalAsked,
    HospitalsProposed,
    TransferRequested,
)
from dispatch.transfer.graver import require_one_truth
from dispatch.transfer.left_out import may_be_asked
from dispatch.transfer.limits import (
    require_because,
    require_clinical,
    require_needs,
    require_text,
    require_weighed,
)
from dispatch.transfer.offered import offered
from dispatch.transfer.parts import Clinical, Needs, Twin
from dispatch.transfer.sayings import Told, needs_of, ruling_of, told_at_once
from dispatch.transfer.shortfall import none_has_all
from dispatch.transfer.transfer import Transfer, is_open, needs_bed, receiving, seeks_hospital
from dispatch.transfer.twins import require_no_twin

NOT_SIGNED_IN = PersonId("not-signed-in")
"""A doctor who asked by telephone or on paper: known by name, not by an account."""

WRITES_FOR_A_DOCTOR = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})


class Request(Struct, frozen=True, forbid_unknown_fields=True):
    """What the referring doctor asks.

    ``doctor`` is who asks, by telephone or on paper, when headquarters writes it down.
    ``patient_reference`` is of the kind ``identifier``, which is told from its spelling when it
    is not said; it becomes a keyed pseudonym at the door and is then forgotten. Empty and
    temporary, it is the number of the transfer.
    ``duplicate_reason``: why it is asked for although it may be of a patient already asked for.
    ``has_treatment_limits`` excludes the code.
    ``confirmed_doubts``: unusual values that are right as they are, as ``field=value``.
    ``confirms_graver``: the doctor was asked, and the graver priority counts.
    ``has_more_papers`` of a request entered from paper: whether more of its papers are to come,
    which silence says too.
    """

    referring: HospitalCode
    care: Care
    condition: Condition
    patient_reference: str
    contact_phone: str
    bedside: str
    has_treatment_limits: bool
    hypotensive_after_fluids: bool = False
    needs: Needs = Needs()
    clinical: Clinical = Clinical()
    doctor: str | None = None
    identifier: IdentifierKind | None = None
    described: ToldAge = ToldAge()
    duplicate_reason: str | None = None
    confirmed_doubts: tuple[str, ...] = ()
    confirms_graver: bool = False
    has_more_papers: bool | None = None


class NewTransfer(Struct, frozen=True):
    """What the shell found for a request: its identifiers, and who else may be that patient."""

    transfer_id: TransferId
    number: str
    patient_key: str
    identified_by: IdentifierKind | None = None
    twins: tuple[Twin, ...] = ()


def told_in(request: Request, values: PatientValues | None = None) -> Told:
    """Everything that the request and the values beside it say together."""
    return told_at_once(
        request.care,
        (request.condition, request.needs),
        request.clinical,
        values=values and with_confirmed_mean(values, request.confirmed_doubts),
        hypotensive_after_fluids=request.hypotensive_after_fluids,
    )


def priority_of(request: Request, values: PatientValues | None = None) -> PriorityRuling:
    """The priority that the request and the values beside it lead to: the graver counts."""
    return ruling_of(told_in(request, values))


def request_transfer(
    request: Request,
    *,
    new: NewTransfer,
    actor: Actor,
    values: PatientValues | None = None,
) -> TransferRequested:
    """The request as an event, its priority and needs by everything told.

    Raises ``Refused``: ``treatment_limits`` (no code format; basic care goes on),
    ``told_otherwise`` until the doctor confirms the graver priority or corrects what is wrong,
    ``icu_told_otherwise`` until it is corrected,
    the limits of every field, and those of ``require_no_twin``.
    """
    if request.has_treatment_limits:
        raise Refused("treatment_limits", field="has_treatment_limits")
    require_text(request.contact_phone, field="contact_phone", most=40)
    require_text(request.bedside, field="bedside", most=60)
    _require_doctor(request.doctor, actor)
    require_needs(request.needs, care=request.care)
    weight_kg = request.needs.weight_kg
    require_clinical(request.clinical, care=request.care, weight_kg=weight_kg)
    given_ml = request.clinical.fluids_ml
    require_weighed(given_ml, weight_kg, care=request.care, field="needs/weight_kg")
    require_described(request.described)
    told = told_in(request, values)
    require_one_truth(told, confirmed=request.confirms_graver)
    ruling = ruling_of(told)
    because = request.duplicate_reason
    require_no_twin(new.twins, priority=ruling.priority, because=because)
    return TransferRequested(
        transfer_id=new.transfer_id,
        number=new.number,
        referring=request.referring,
        referring_doctor_id=actor.person_id if request.doctor is None else NOT_SIGNED_IN,
        referring_doctor=actor.name if request.doctor is None else request.doctor.strip(),
        contact_phone=request.contact_phone.strip(),
        patient_key=new.patient_key,
        bedside=request.bedside.strip(),
        care=request.care,
        condition=request.condition,
        priority=ruling.priority,
        rule=ruling.rule,
        needs=needs_of(told),
        clinical=request.clinical,
        identified_by=new.identified_by,
        described=least_described(request.described),
        twins=new.twins,
        twins_because=because.strip() if because and new.twins else None,
    )


def _require_doctor(doctor: str | None, actor: Actor) -> None:
    """A name is told by whoever writes for another; a doctor asks in their own."""
    if doctor is None:
        return
    require_role(actor.role, WRITES_FOR_A_DOCTOR)
    require_text(doctor, field="doctor", most=80)


def ask_hospital(
    transfer: Transfer,
    beds: Beds,
    *,
    override_reason: str | None,
    now_at: datetime,
    doctors: tuple[str, ...] = (),
) -> tuple[Event, ...]:
    """Send the request to the hospital of ``beds``, its beds of the kind needed, where
    ``doctors`` are on duty as first.

    Raises ``Refused``: ``not_at_this_stage`` once it is closed, ``transfer_to_oneself``,
    ``hospital_already_asked``, ``hospital_agreed``, ``hospital_not_suitable``,
    ``no_hospital_left``;
    ``hospital_declined`` while its no stands and nobody says why it is asked again;
    ``override_reason_needed`` when it is not the first proposed or
    another one has agreed, ``closed_or_full`` when it is one of these and nobody says why.
    """
    hospital = beds.hospital
    despite = speaks_against(beds, now_at) if needs_bed(transfer) else ()
    _require_askable(transfer, hospital)
    require_reason_again(transfer, hospital, reason=override_reason)
    first = next((each.hospital for each in offered(transfer)), None)
    if override_reason is not None:
        require_because(override_reason, field="override_reason")
    elif not _goes_by_itself(transfer, hospital, first):
        raise Refused("override_reason_needed", field="override_reason", proposed=first or "-")
    elif despite:
        raise Refused("closed_or_full", field="override_reason", despite=", ".join(despite))
    asked = send_request(
        transfer, hospital, override_reason=override_reason, doctors=doctors, despite=despite
    )
    if override_reason is None or not despite:
        return (asked,)
    overridden = BedsOverridden(
        hospital=hospital,
        kind=beds.kind,
        transfer_id=transfer.transfer_id,
        despite=despite,
        reason=override_reason.strip(),
    )
    return (asked, overridden)


def _goes_by_itself(
    transfer: Transfer, hospital: HospitalCode, first: HospitalCode | None
) -> bool:
    """Whether it is asked without a reason: the first proposed that has all that is needed."""
    lacks = {each.hospital for each in none_has_all(transfer)}
    is_first = hospital in {first, first_without_offer(transfer)}
    return seeks_hospital(transfer) and is_first and hospital not in lacks


def _require_askable(transfer: Transfer, hospital: HospitalCode) -> None:
    if not is_open(transfer):
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="hospital-asked")
    if hospital == transfer.referring:
        raise Refused("transfer_to_oneself", field="hospital", value=hospital)
    if hospital == transfer.asked:
        raise Refused("hospital_already_asked", field="hospital", value=hospital)
    if hospital == receiving(transfer) and not seeks_hospital(transfer):
        raise Refused("hospital_agreed", field="hospital", value=hospital)
    candidates = tuple(candidate.hospital for candidate in offered(transfer))
    if hospital not in {*candidates, *may_be_asked(transfer)}:
        if not candidates:
            raise Refused("no_hospital_left", field="hospital", value=hospital)
        raise Refused(
            "hospital_not_suitable",
            field="hospital",
            value=hospital,
            allowed=", ".join(candidates),
        )


def send_request(
    transfer: Transfer,
    hospital: HospitalCode,
    *,
    override_reason: str | None = None,
    doctors: tuple[str, ...] = (),
    despite: tuple[Despite, ...] = (),
) -> HospitalAsked:
    """The request sent, with the questions asked today, of returns their own."""
    return HospitalAsked(
        transfer_id=transfer.transfer_id,
        hospital=hospital,
        checklist_version=(CURRENT if transfer.returns is None else OF_RETURNS).version,
        override_reason=override_reason,
        doctors=doctors,
        despite=despite,
    )


def first_without_offer(transfer: Transfer) -> HospitalCode | None:
    """The first hospital proposed that has not offered to take the patient otherwise."""
    otherwise = {offer.hospital for offer in transfer.offers}
    codes = (candidate.hospital for candidate in offered(transfer))
    return next((code for code in codes if code not in otherwise), None)


def propose_again(transfer: Transfer, proposed: HospitalsProposed) -> tuple[Event, ...]:
    """The proposal as an event, or nothing when it says what the transfer already shows."""
    same = (
        transfer.candidates == proposed.candidates
        and transfer.not_proposed == proposed.not_proposed
    )
    return () if same else (proposed,)
