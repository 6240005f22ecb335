"""The three criteria of referral light up from the bundle and from what the patient needs."""

from datetime import UTC, datetime, timedelta

import pytest

from dispatch.assessment.bundle import BundleStep, Done, Reading, Situation
from dispatch.assessment.bundle_items import items_of
from dispatch.assessment.referral import referrals_of

ZERO = datetime(2026, 11, 22, 12, tzinfo=UTC)


def criteria(*records, **known):
    situation = Situation(ZERO, done={each.step: each for each in records}, **known)
    now_at = ZERO + timedelta(hours=7)
    return referrals_of(situation, items_of(situation, now_at=now_at))


def reassessed(minutes, outcome):
    when = ZERO + timedelta(minutes=minutes)
    return Done(BundleStep.REASSESSMENT, when, "Dra. Puig", Reading(outcome=outcome))


@pytest.mark.parametrize(
    ("minutes", "outcome", "state"),
    [
        (180, "no_improvement", "lit"),
        (360, "no_improvement", "lit"),
        (400, "no_improvement", "lit"),
        (179, "no_improvement", "unknown"),
        (240, "partial", "inform"),
        (240, "improved", "off"),
    ],
)
def test_no_improvement_counts_from_three_hours_on(minutes, outcome, state):
    assert criteria(reassessed(minutes, outcome))[0].state == state


def test_no_improvement_is_unknown_until_somebody_looks():
    assert criteria()[0].state == "unknown"


def test_no_improvement_is_a_criterion_of_adults():
    assert criteria(reassessed(240, "no_improvement"), is_child=True)[0].state == "adults_only"


@pytest.mark.parametrize(
    ("known", "because"),
    [
        ({"supports": ("ventilation",)}, ("ventilation",)),
        ({"is_shock": True}, ("septic_shock",)),
        ({"needs_vasoactives": True, "supports": ("ecmo",)}, ("ecmo", "vasoactives")),
    ],
)
def test_organ_support_lights_the_second(known, because):
    second = criteria(**known)[1]
    assert (second.state, second.because) == ("lit", because)


def test_noradrenaline_recorded_lights_the_second():
    given = Done(BundleStep.NORADRENALINE, ZERO, "x", Reading(is_peripheral=True))
    assert criteria(given)[1].because == ("vasoactives",)


def test_no_means_for_the_focus_light_the_third():
    assert [each.state for each in criteria(lacks_means=True)] == ["unknown", "off", "lit"]
    assert criteria()[2].state == "off"
