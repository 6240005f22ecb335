"""Recording values of the patient: scores and findings follow whenever somebody looks."""

from datetime import datetime

from msgspec.structs import replace

from dispatch.assessment.contradictions import contradicting
from dispatch.assessment.fields import key_of
from dispatch.assessment.values import AdultValues, ChildValues, PatientValues
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.network.levels import Care
from dispatch.transfer.assessed import Assessed, said_of, values_of
from dispatch.transfer.care_events import AssessmentRecorded
from dispatch.transfer.events import Event
from dispatch.transfer.merged_values import told_in
from dispatch.transfer.transfer import Transfer


def record_assessment(
    transfer: Transfer, values: PatientValues, *, actor: Actor, assessed_at: datetime
) -> tuple[Event, ...]:
    """The values as an event; those left blank stay as they were known. Limitation of life
    support or the end of life are recorded like any value: the assessment then says why there
    is no code.

    Raises ``Refused``: ``assessment_other_population``, ``assessment_older``,
    ``assessment_contradicts``.
    """
    is_adult = isinstance(values, AdultValues)
    if is_adult is not (transfer.care is Care.ADULT):
        raise Refused("assessment_other_population", field="inputs/population")
    told = least_told(values, assessed_at)
    known = transfer.assessed
    if known is not None:
        _require_later(known, assessed_at)
        names = contradicting(_said_lately(known), told)
        if names:
            keys = ", ".join(key_of(name) for name in names)
            raise Refused("assessment_contradicts", field="inputs", values=keys)
    recorded = AssessmentRecorded(
        transfer_id=transfer.transfer_id,
        adult=told if isinstance(told, AdultValues) else None,
        child=told if isinstance(told, ChildValues) else None,
        recorded_by=actor.name,
        replaces=False,
    )
    return (recorded,)


def _said_lately(known: Assessed) -> PatientValues:
    """What the last saying said: older values contradict nothing, patients change."""
    values = values_of(known)
    names = (name for name in told_in(values) if name not in ("age_months", "assessed_at"))
    older = [name for name in names if said_of(known, name).said_at < known.assessed_at]
    return replace(values, **dict.fromkeys(older))


def least_told(values: PatientValues, assessed_at: datetime) -> PatientValues:
    """The values without what no score reads: an adult's age, a child's age in days."""
    if isinstance(values, AdultValues):
        return replace(values, age_years=None, assessed_at=assessed_at)
    return replace(values, age_months=int(values.age_months), assessed_at=assessed_at)


def _require_later(known: Assessed, assessed_at: datetime) -> None:
    if assessed_at < known.assessed_at:
        earliest = known.assessed_at.isoformat()
        raise Refused("assessment_older", field="inputs/assessed_at", allowed=f">= {earliest}")
