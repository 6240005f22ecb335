"""A pre-alert near Calella, and what people do with it, decided by the core."""

from typing import Any

from dispatch.assessment import DEFAULT_CUTOFFS, AdultValues, PatientValues
from dispatch.assessment.outside import signs_outside
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.ids import PreAlertId
from dispatch.network import Care
from dispatch.routing.receiving.choose_confirming import choose_confirming
from dispatch.transfer.decide_pre_alert import (
    NewPreAlert,
    PreAlertReport,
    place_of,
    raise_pre_alert,
)
from dispatch.transfer.pre_alert import PreAlert, raised
from dispatch.transfer.pre_alert_events import PreAlertRaised
from tests.builders import NOON, SVA_1, a_network, an_actor, crew, travel_times

P1 = PreAlertId("P1")
NEAR_CALELLA = (41.62, 2.66)
FAST = AdultValues(infection_suspected=True, respiratory_rate_rpm=26, heart_rate_bpm=118)
LOW = AdultValues(infection_suspected=True, systolic_mmhg=82)


def primary_care(name: str = "CAP Calella") -> Actor:
    return an_actor(Role.PRIMARY_CARE, name=name)


def a_report(**changes: Any) -> PreAlertReport:
    """From Calella's area, twelve minutes away."""
    plain: dict[str, Any] = {
        "eta_min": 12,
        "callback_phone": "600 123 123",
        "lat": NEAR_CALELLA[0],
        "lon": NEAR_CALELLA[1],
    }
    return PreAlertReport(**{**plain, **changes})


def raised_by(
    actor: Actor, values: PatientValues = FAST, pre_alert_id: str = "P1", **changes: Any
) -> PreAlertRaised:
    """The event that opens it."""
    report, signs = a_report(**changes), signs_outside(values, DEFAULT_CUTOFFS)
    where = place_of(report, a_network(), ())
    choice = choose_confirming(
        a_network(),
        travel_times(),
        start=where.spot,
        care=Care.ADULT if isinstance(values, AdultValues) else Care.PAEDIATRIC,
        needs_icu=report.needs_icu_reason is not None,
    )
    new = NewPreAlert(PreAlertId(pre_alert_id), f"PRE-{pre_alert_id}")
    return raise_pre_alert(report, signs, new=new, to=(where.kept, choice), actor=actor)


def a_pre_alert(actor: Actor | None = None, **changes: Any) -> PreAlert:
    """Raised at noon by the crew of SVA-01, unless somebody else is named."""
    return raised(raised_by(actor or crew(SVA_1), **changes), NOON)
