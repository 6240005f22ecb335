"""What happens to a pre-alert, as the log tells it. Nothing in it says who the patient is."""

from typing import Literal

from msgspec import Struct

from dispatch.assessment.age_groups import AgeGroup
from dispatch.assessment.finding import Detection, Finding
from dispatch.kernel.ids import HospitalCode, PersonId, PreAlertId, TransferId, UnitId
from dispatch.transfer.parts import Candidate, Twin

Outcome = Literal["confirmed", "not_confirmed"]


class PreAlertPlace(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the patient is: a municipality, or a position to about a kilometre.

    No finer, for a patient's home would say who the patient is.
    """

    lat: float
    lon: float
    municipality: str | None = None


class PreAlertEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """What all events of a pre-alert carry."""

    pre_alert_id: PreAlertId


class PreAlertRaised(
    PreAlertEvent, frozen=True, forbid_unknown_fields=True, tag="pre-alert.raised"
):
    """A team outside a hospital suspects sepsis and brings the patient.

    ``hospital`` is the first of ``candidates``; ``passed_by`` are nearer and not able.
    ``needs_icu_reason``: why the evolution suggests an immediate need of an ICU, if it does.
    ``patient_key`` is a keyed pseudonym, None when nobody told an identifier; ``twins`` are
    pre-alerts that are, or may be, of the same patient.
    """

    number: str
    age_group: AgeGroup
    detection: Detection
    findings: tuple[Finding, ...]
    vitals: dict[str, float]
    place: PreAlertPlace
    eta_min: int
    callback_phone: str
    needs_icu_reason: str | None
    hospital: HospitalCode
    candidates: tuple[Candidate, ...]
    passed_by: tuple[Candidate, ...]
    raised_by_id: PersonId
    raised_by: str
    unit_id: UnitId | None
    patient_key: str | None = None
    twins: tuple[Twin, ...] = ()
    confirmed_doubts: tuple[str, ...] = ()


class PreAlertAcknowledged(
    PreAlertEvent, frozen=True, forbid_unknown_fields=True, tag="pre-alert.acknowledged"
):
    """A doctor of the hospital has seen it."""

    hospital: HospitalCode
    acknowledged_by: str


class PreAlertRedirected(
    PreAlertEvent, frozen=True, forbid_unknown_fields=True, tag="pre-alert.redirected"
):
    """The patient goes to another of the hospitals able to confirm, in so many minutes."""

    hospital: HospitalCode
    eta_min: int
    reason: str


class PreAlertResolved(
    PreAlertEvent, frozen=True, forbid_unknown_fields=True, tag="pre-alert.resolved"
):
    """The hospital says what it was. ``reason`` is the code of why it was not sepsis."""

    hospital: HospitalCode
    outcome: Outcome
    reason: str | None
    resolved_by: str


class PreAlertLinked(
    PreAlertEvent, frozen=True, forbid_unknown_fields=True, tag="pre-alert.linked"
):
    """The transfer that the hospital asked for after confirming."""

    transfer_id: TransferId


class PreAlertCancelled(
    PreAlertEvent, frozen=True, forbid_unknown_fields=True, tag="pre-alert.cancelled"
):
    """The team outside, or headquarters, takes it back."""

    reason: str
    cancelled_by: str


class PreAlertExpired(
    PreAlertEvent, frozen=True, forbid_unknown_fields=True, tag="pre-alert.expired"
):
    """Nobody told the outcome long after the expected arrival."""


AnyPreAlertEvent = (
    PreAlertRaised
    | PreAlertAcknowledged
    | PreAlertRedirected
    | PreAlertResolved
    | PreAlertLinked
    | PreAlertCancelled
    | PreAlertExpired
)
