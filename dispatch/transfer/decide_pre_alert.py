"""What may be done with a pre-alert, and by whom. The answers are events."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.assessment.outside import Signs
from dispatch.identity.actor import Actor
from dispatch.identity.patient import IdentifierKind
from dispatch.identity.sight import Sight
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PreAlertId
from dispatch.network.network import Network
from dispatch.network.parse_bases import Base
from dispatch.network.towns import Spot, require_in_region, towns
from dispatch.routing.receiving.choose_confirming import Confirming, ConfirmingChoice
from dispatch.transfer.limits import require_because, require_text
from dispatch.transfer.parts import Candidate, Why
from dispatch.transfer.pre_alert import (
    PreAlert,
    PreAlertStage,
    expires_at,
    is_open,
    require_open,
    sight_of,
)
from dispatch.transfer.pre_alert_events import (
    PreAlertAcknowledged,
    PreAlertCancelled,
    PreAlertExpired,
    PreAlertLinked,
    PreAlertPlace,
    PreAlertRaised,
    PreAlertRedirected,
    PreAlertResolved,
)
from dispatch.transfer.transfer import Transfer

PLACE_DIGITS = 2
"""Decimals of a degree that are kept: about a kilometre, for a home is nobody's business."""

NotConfirmed = Literal[
    "no_infection",
    "infection_without_sepsis",
    "other_diagnosis",
    "did_not_arrive",
    "same_patient",
]
"""Why a hospital does not confirm. The codes are proposed."""

TakenBack = Literal["better", "stays_at_home", "goes_elsewhere", "mistake"]
"""Why a pre-alert is taken back. The codes are proposed."""


class PreAlertReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What the team outside says beside the signs: either a municipality or a position.

    ``patient_reference``: an identifier, if it is at hand; sealed at the door and forgotten.
    """

    eta_min: int
    callback_phone: str
    municipality: str | None = None
    lat: float | None = None
    lon: float | None = None
    needs_icu_reason: str | None = None
    patient_reference: str | None = None
    identifier: IdentifierKind | None = None
    confirmed_doubts: tuple[str, ...] = ()


class Redirection(Struct, frozen=True, forbid_unknown_fields=True):
    """Another hospital able to confirm, the minutes to it, and why."""

    hospital: HospitalCode
    eta_min: int
    reason: str


class NewPreAlert(Struct, frozen=True):
    """The identifiers the shell made for a pre-alert."""

    pre_alert_id: PreAlertId
    number: str


class Where(Struct, frozen=True):
    """The exact place, to measure from, and what is kept of it."""

    spot: Spot
    kept: PreAlertPlace


def place_of(report: PreAlertReport, network: Network, bases: Iterable[Base]) -> Where:
    """Where the patient is. Raises ``Refused``: ``place_needed``, ``unknown_municipality``,
    ``position_invalid``.
    """
    if report.lat is not None and report.lon is not None:
        lat, lon = require_in_region((report.lat, report.lon))
        kept = PreAlertPlace(round(lat, PLACE_DIGITS), round(lon, PLACE_DIGITS))
        return Where((lat, lon), kept)
    if report.municipality is None:
        raise Refused("place_needed", field="municipality")
    known = towns(network, bases)
    if report.municipality not in known:
        raise Refused("unknown_municipality", field="municipality", value=report.municipality)
    lat, lon = known[report.municipality]
    return Where((lat, lon), PreAlertPlace(lat, lon, report.municipality))


def raise_pre_alert(
    report: PreAlertReport,
    signs: Signs,
    *,
    new: NewPreAlert,
    to: tuple[PreAlertPlace, ConfirmingChoice],
    actor: Actor,
) -> PreAlertRaised:
    """The pre-alert as an event, to the nearest hospital able to confirm.

    Raises ``Refused``: ``eta_out_of_range``, ``text_invalid``, ``no_hospital_able``.
    """
    place, choice = to
    _require_eta(report.eta_min)
    require_text(report.callback_phone, field="callback_phone", most=40)
    if report.needs_icu_reason is not None:
        require_because(report.needs_icu_reason, field="needs_icu_reason")
    return PreAlertRaised(
        pre_alert_id=new.pre_alert_id,
        number=new.number,
        age_group=signs.age_group,
        detection=signs.detection,
        findings=signs.findings,
        vitals=signs.vitals,
        place=place,
        eta_min=report.eta_min,
        callback_phone=report.callback_phone.strip(),
        needs_icu_reason=report.needs_icu_reason,
        hospital=require_able(choice),
        candidates=_candidates(choice.candidates),
        passed_by=tuple(_candidate(each, None) for each in choice.passed_by),
        raised_by_id=actor.person_id,
        raised_by=actor.name,
        unit_id=actor.unit_id,
    )


def require_able(choice: ConfirmingChoice) -> HospitalCode:
    """The first hospital, or ``Refused("no_hospital_able")``."""
    if not choice.candidates:
        raise Refused("no_hospital_able")
    return choice.candidates[0].hospital


def require_seen(pre_alert: PreAlert | None, actor: Actor) -> PreAlert:
    """The pre-alert, or ``Refused("unknown_pre_alert")`` when there is none for these eyes."""
    if pre_alert is None or sight_of(pre_alert, actor) is Sight.NOTHING:
        raise Refused("unknown_pre_alert", field="pre_alert_id")
    return pre_alert


def acknowledge(pre_alert: PreAlert, actor: Actor) -> PreAlertAcknowledged:
    """Seen by a doctor. Raises ``Refused``: ``pre_alert_closed``, ``already_acknowledged``."""
    require_open(pre_alert)
    if pre_alert.stage is PreAlertStage.ACKNOWLEDGED:
        raise Refused("already_acknowledged", person=pre_alert.acknowledged_by)
    return PreAlertAcknowledged(pre_alert.pre_alert_id, pre_alert.hospital, actor.name)


def redirect(pre_alert: PreAlert, to: Redirection) -> PreAlertRedirected:
    """To another of the hospitals able to confirm.

    Raises ``Refused``: ``pre_alert_closed``, ``hospital_not_suitable``,
    ``hospital_already_told``, ``eta_out_of_range``, ``text_invalid``.
    """
    require_open(pre_alert)
    if to.hospital == pre_alert.hospital:
        raise Refused("hospital_already_told", field="hospital", value=to.hospital)
    able = [each.hospital for each in pre_alert.candidates]
    if to.hospital not in able:
        raise Refused(
            "hospital_not_suitable",
            field="hospital",
            value=to.hospital,
            allowed=", ".join(able),
        )
    _require_eta(to.eta_min)
    require_because(to.reason, field="reason")
    return PreAlertRedirected(
        pre_alert.pre_alert_id, to.hospital, to.eta_min, to.reason.strip()
    )


def resolve(
    pre_alert: PreAlert, actor: Actor, *, reason: NotConfirmed | None
) -> PreAlertResolved:
    """Confirmed, or with a reason not. Raises ``Refused("pre_alert_closed")``."""
    require_open(pre_alert)
    return PreAlertResolved(
        pre_alert_id=pre_alert.pre_alert_id,
        hospital=pre_alert.hospital,
        outcome="confirmed" if reason is None else "not_confirmed",
        reason=reason,
        resolved_by=actor.name,
    )


def link(pre_alert: PreAlert, transfer: Transfer) -> PreAlertLinked:
    """The transfer that came of it.

    Raises ``Refused``: ``pre_alert_not_confirmed``, ``already_linked``,
    ``transfer_not_theirs`` when another hospital asked for it.
    """
    if pre_alert.stage is not PreAlertStage.CONFIRMED:
        raise Refused("pre_alert_not_confirmed", field="pre_alert_id", number=pre_alert.number)
    if pre_alert.transfer_id is not None:
        raise Refused("already_linked", field="pre_alert_id", number=pre_alert.number)
    if transfer.referring != pre_alert.hospital:
        raise Refused("transfer_not_theirs", field="transfer_id", number=transfer.number)
    return PreAlertLinked(pre_alert.pre_alert_id, transfer.transfer_id)


def cancel(pre_alert: PreAlert, actor: Actor, *, reason: TakenBack) -> PreAlertCancelled:
    """Taken back. Raises ``Refused("pre_alert_closed")``."""
    require_open(pre_alert)
    return PreAlertCancelled(pre_alert.pre_alert_id, reason, actor.name)


def expire(pre_alert: PreAlert, now_at: datetime) -> tuple[PreAlertExpired, ...]:
    """Over by its clock, or nothing yet. Nothing either when it is closed."""
    is_over = is_open(pre_alert) and expires_at(pre_alert) <= now_at
    return (PreAlertExpired(pre_alert.pre_alert_id),) if is_over else ()


def _require_eta(eta_min: int) -> None:
    longest_min = criterion("pre_alert_longest_min")
    if not 0 <= eta_min <= longest_min:
        allowed = f"0-{longest_min:g} min"
        raise Refused("eta_out_of_range", field="eta_min", value=eta_min, allowed=allowed)


def _candidates(of: tuple[Confirming, ...]) -> tuple[Candidate, ...]:
    return tuple(_candidate(each, rank) for rank, each in enumerate(of, start=1))


def _candidate(each: Confirming, rank: int | None) -> Candidate:
    return Candidate(
        hospital=each.hospital,
        rank=rank,
        road_min=each.road_min,
        beds_free=None,
        is_reference=False,
        reasons=tuple(Why(why.code, dict(why.facts)) for why in each.reasons),
    )
