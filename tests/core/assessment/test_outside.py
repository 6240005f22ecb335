"""What a team outside sees: A + BCD alone, an age in groups, and the numbers it gave."""

import pytest

from dispatch.assessment import DEFAULT_CUTOFFS, AdultValues, ChildValues, Detection
from dispatch.assessment.age_groups import CHILD_GROUPS, group_of, oldest_months
from dispatch.assessment.child_vitals import BY_AGE, lowest_systolic_mmhg
from dispatch.assessment.fields import FIELDS
from dispatch.assessment.outside import KEYS, signs_outside
from tests.builders import refused

FAST = AdultValues(infection_suspected=True, respiratory_rate_rpm=22)


def codes(values):
    return [each.code for each in signs_outside(values, DEFAULT_CUTOFFS).findings]


def test_fast_breathing_is_a_suspicion():
    signs = signs_outside(FAST, DEFAULT_CUTOFFS)
    assert signs.detection is Detection.SUSPICION
    assert (signs.age_group, codes(FAST)) == ("adult", ["tachypnoea"])
    assert signs.vitals == {"rr": 22}


def test_low_pressure_outside_is_a_sign_of_organ_failure():
    low = AdultValues(infection_suspected=True, systolic_mmhg=89)
    assert signs_outside(low, DEFAULT_CUTOFFS).detection is Detection.ACTIVATION


@pytest.mark.parametrize("infection", [None, False])
def test_pre_alert_without_infection_is_refused(infection):
    values = AdultValues(infection_suspected=infection, respiratory_rate_rpm=40)
    with refused("infection_not_suspected", field="inputs/infection_suspected"):
        signs_outside(values, DEFAULT_CUTOFFS)


@pytest.mark.parametrize(
    "values",
    [
        AdultValues(infection_suspected=True),
        AdultValues(infection_suspected=True, respiratory_rate_rpm=21, heart_rate_bpm=90),
        AdultValues(infection_suspected=True, lactate_mmol_l=9),
        ChildValues(age_months=20, infection_suspected=True, lactate_mmol_l=9),
    ],
)
def test_pre_alert_without_a_sign_of_bcd_is_refused(values):
    """Row E of Table 1 is the hospital's: lactate alone raises no pre-alert."""
    with refused("no_sign_fired"):
        signs_outside(values, DEFAULT_CUTOFFS)


def test_child_is_judged_by_its_group_and_the_age_is_not_kept():
    child = ChildValues(age_months=25, infection_suspected=True, has_petechiae=True, gcs=14)
    signs = signs_outside(child, DEFAULT_CUTOFFS)
    assert (signs.age_group, signs.vitals) == ("1_2", {"gcs": 14})
    assert codes(child) == ["petechiae", "altered_consciousness"]


def test_group_never_hides_a_low_pressure():
    """A child of 13 months is hypotensive below 72, one of 35 months below 74 mmHg."""
    child = ChildValues(age_months=13, infection_suspected=True, systolic_mmhg=73)
    assert codes(child) == ["low_systolic"]
    assert lowest_systolic_mmhg(13) <= 73


@pytest.mark.parametrize("months", range(216))
def test_every_age_is_in_the_group_of_its_oldest_age(months):
    group = group_of(months)
    assert group_of(oldest_months(group)) == group
    assert months <= oldest_months(group)
    assert lowest_systolic_mmhg(months) <= lowest_systolic_mmhg(oldest_months(group))


def test_groups_are_those_of_the_vital_signs():
    assert len(CHILD_GROUPS) == len(BY_AGE)
    assert [group_of(months) for months in (0, 12, 36, 60, 72, 96, 144)] == list(CHILD_GROUPS)


@pytest.mark.parametrize("population", FIELDS)
def test_keys_outside_are_published_ones_without_biomarkers(population):
    published = {field.key for field in FIELDS[population]}
    assert set(KEYS[population]) <= published
    assert "lactate_mmol_l" not in KEYS[population]
    assert "age_years" not in KEYS[population]
