"""A pre-alert as an actor may see it, on the wire and on pages."""

from datetime import datetime

from msgspec import Struct

from dispatch.assessment.age_groups import AgeGroup
from dispatch.assessment.finding import Detection, Finding
from dispatch.identity.actor import Actor
from dispatch.identity.sight import Sight
from dispatch.kernel.ids import HospitalCode, PreAlertId, TransferId, UnitId
from dispatch.transfer.parts import Candidate, Twin
from dispatch.transfer.pre_alert import (
    PreAlert,
    PreAlertStage,
    expires_at,
    sight_of,
    unseen_at,
)
from dispatch.transfer.pre_alert_events import PreAlertPlace


class PreAlertView(Struct, frozen=True):
    """A pre-alert for one actor. ``findings`` and ``vitals`` are None for other eyes.

    ``unseen_at``: when it is marked as not acknowledged, None once it is. ``expires_at``: when
    it ends by itself.
    """

    pre_alert_id: PreAlertId
    number: str
    version: int
    stage: PreAlertStage
    age_group: AgeGroup
    detection: Detection
    findings: tuple[Finding, ...] | None
    vitals: dict[str, float] | None
    place: PreAlertPlace
    callback_phone: str
    needs_icu_reason: str | None
    hospital: HospitalCode
    candidates: tuple[Candidate, ...]
    passed_by: tuple[Candidate, ...]
    raised_by: str
    unit_id: UnitId | None
    raised_at: datetime
    arrives_at: datetime
    unseen_at: datetime | None
    expires_at: datetime
    acknowledged_by: str | None
    acknowledged_at: datetime | None
    closed_by: str | None
    closed_at: datetime | None
    reason: str | None
    transfer_id: TransferId | None
    twins: tuple[Twin, ...]


WORKED_OUT = frozenset({"unseen_at", "expires_at"})


def view_pre_alert(pre_alert: PreAlert, actor: Actor) -> PreAlertView | None:
    """The pre-alert for ``actor``, or None when it is not to be seen at all."""
    seen = sight_of(pre_alert, actor)
    if seen is Sight.NOTHING:
        return None
    values = {
        name: getattr(pre_alert, name)
        for name in PreAlertView.__struct_fields__
        if name not in WORKED_OUT
    }
    if seen is not Sight.CLINICAL:
        values |= {"findings": None, "vitals": None}
    return PreAlertView(
        **values, unseen_at=unseen_at(pre_alert), expires_at=expires_at(pre_alert)
    )
