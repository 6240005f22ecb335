"""A pre-alert as its events have made it. Never a transfer: a doctor asks for one, or not."""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.age_groups import AgeGroup
from dispatch.assessment.criteria import criterion
from dispatch.assessment.finding import Detection, Finding
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.identity.sight import Sight
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId, PreAlertId, TransferId, UnitId
from dispatch.transfer.parts import Candidate, Twin
from dispatch.transfer.pre_alert_events import (
    AnyPreAlertEvent,
    PreAlertAcknowledged,
    PreAlertCancelled,
    PreAlertExpired,
    PreAlertLinked,
    PreAlertPlace,
    PreAlertRaised,
    PreAlertRedirected,
    PreAlertResolved,
)


class PreAlertStage(StrEnum):
    """Where a pre-alert stands. The first two are open."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


OPEN = frozenset({PreAlertStage.RAISED, PreAlertStage.ACKNOWLEDGED})


class PreAlert(Struct, frozen=True):
    """One patient on the way to a hospital that can confirm the sepsis.

    ``version`` is the number of the last event that touched it. ``addressed_at``: when this
    hospital was told. ``reason``: why it was redirected, not confirmed or cancelled.
    """

    pre_alert_id: PreAlertId
    number: str
    stage: PreAlertStage
    age_group: AgeGroup
    detection: Detection
    findings: tuple[Finding, ...]
    vitals: dict[str, float]
    place: PreAlertPlace
    callback_phone: str
    needs_icu_reason: str | None
    hospital: HospitalCode
    candidates: tuple[Candidate, ...]
    passed_by: tuple[Candidate, ...]
    raised_by_id: PersonId
    raised_by: str
    unit_id: UnitId | None
    raised_at: datetime
    addressed_at: datetime
    arrives_at: datetime
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None
    closed_by: str | None = None
    closed_at: datetime | None = None
    reason: str | None = None
    transfer_id: TransferId | None = None
    patient_key: str | None = None
    twins: tuple[Twin, ...] = ()
    version: int = 0


def is_open(pre_alert: PreAlert) -> bool:
    """Whether the patient may still be on the way."""
    return pre_alert.stage in OPEN


def is_unlinked(pre_alert: PreAlert) -> bool:
    """Whether a transfer may still come of it."""
    may_lead = is_open(pre_alert) or pre_alert.stage is PreAlertStage.CONFIRMED
    return may_lead and pre_alert.transfer_id is None


def expires_at(pre_alert: PreAlert) -> datetime:
    """When it ends by itself if nobody tells the outcome."""
    return pre_alert.arrives_at + timedelta(minutes=criterion("pre_alert_expires_min"))


def unseen_at(pre_alert: PreAlert) -> datetime | None:
    """When the board marks it as not acknowledged; None once it is, or is over."""
    if pre_alert.stage is not PreAlertStage.RAISED:
        return None
    return pre_alert.addressed_at + timedelta(minutes=criterion("pre_alert_unseen_min"))


def is_sender(pre_alert: PreAlert, actor: Actor) -> bool:
    """Whether the actor raised it, or is the crew of the unit that did."""
    if actor.role not in {Role.CREW, Role.PRIMARY_CARE}:
        return False
    if pre_alert.unit_id is not None:
        return actor.unit_id == pre_alert.unit_id
    return actor.person_id == pre_alert.raised_by_id


def sight_of(pre_alert: PreAlert, actor: Actor) -> Sight:
    """What the actor sees of it: its sender and its hospital all, headquarters the way."""
    match actor.role:
        case Role.COORDINATING_DOCTOR | Role.HEADQUARTERS:
            return Sight.CLINICAL
        case Role.DISPATCHER | Role.ANALYST:
            return Sight.LOGISTICS
        case Role.REFERRING_DOCTOR | Role.INTENSIVIST:
            is_theirs = actor.hospital == pre_alert.hospital
            return Sight.CLINICAL if is_theirs else Sight.NOTHING
        case _:
            return Sight.CLINICAL if is_sender(pre_alert, actor) else Sight.NOTHING


def raised(event: PreAlertRaised, occurred_at: datetime) -> PreAlert:
    """The pre-alert as it begins."""
    told = {
        name: getattr(event, name)
        for name in PreAlertRaised.__struct_fields__
        if name not in {"eta_min", "confirmed_doubts"}
    }
    return PreAlert(
        **told,
        stage=PreAlertStage.RAISED,
        raised_at=occurred_at,
        addressed_at=occurred_at,
        arrives_at=occurred_at + timedelta(minutes=event.eta_min),
    )


def apply_to_pre_alert(
    pre_alert: PreAlert, event: AnyPreAlertEvent, *, occurred_at: datetime
) -> PreAlert:
    """The pre-alert after the event. Raises ``Refused``: ``pre_alert_closed``, and
    ``pre_alert_not_confirmed`` when a transfer is linked to one that was not.
    """
    if isinstance(event, PreAlertLinked):
        return _linked(pre_alert, event)
    require_open(pre_alert)
    match event:
        case PreAlertRaised():
            raise Refused("requested_twice", number=event.number)
        case PreAlertAcknowledged():
            return replace(
                pre_alert,
                stage=PreAlertStage.ACKNOWLEDGED,
                acknowledged_by=event.acknowledged_by,
                acknowledged_at=occurred_at,
            )
        case PreAlertRedirected():
            return replace(
                pre_alert,
                stage=PreAlertStage.RAISED,
                hospital=event.hospital,
                addressed_at=occurred_at,
                arrives_at=occurred_at + timedelta(minutes=event.eta_min),
                acknowledged_by=None,
                acknowledged_at=None,
                reason=event.reason,
            )
        case PreAlertResolved() | PreAlertCancelled() | PreAlertExpired():  # pragma: no branch
            return _closed(pre_alert, event, occurred_at)


def require_open(pre_alert: PreAlert) -> None:
    """Nothing, or ``Refused("pre_alert_closed")``."""
    if not is_open(pre_alert):
        raise Refused("pre_alert_closed", number=pre_alert.number)


def _linked(pre_alert: PreAlert, event: PreAlertLinked) -> PreAlert:
    if pre_alert.stage is not PreAlertStage.CONFIRMED:
        raise Refused("pre_alert_not_confirmed", number=pre_alert.number)
    return replace(pre_alert, transfer_id=event.transfer_id)


def _closed(
    pre_alert: PreAlert,
    event: PreAlertResolved | PreAlertCancelled | PreAlertExpired,
    occurred_at: datetime,
) -> PreAlert:
    closed = replace(pre_alert, closed_at=occurred_at, reason=None)
    match event:
        case PreAlertResolved():
            stage = PreAlertStage(event.outcome)
            by, reason = event.resolved_by, event.reason
            return replace(closed, stage=stage, closed_by=by, reason=reason)
        case PreAlertCancelled():
            stage, by = PreAlertStage.CANCELLED, event.cancelled_by
            return replace(closed, stage=stage, closed_by=by, reason=event.reason)
        case PreAlertExpired():  # pragma: no branch -- no other is left
            return replace(closed, stage=PreAlertStage.EXPIRED)
