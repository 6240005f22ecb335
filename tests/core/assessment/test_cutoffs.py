"""A centre may use its own cut-offs of detection; scores and definitions are everybody's."""

import pytest

from dispatch.assessment import (
    CRITERIA,
    DEFAULT_CUTOFFS,
    AdultValues,
    ChildValues,
    Cutoffs,
    assess,
    centre_cutoffs,
)
from dispatch.assessment.detection_criteria import ADULT_DETECTION, CHILD_DETECTION
from dispatch.kernel import Refused


def codes(values, **own):
    return {each.code for each in assess(values, centre_cutoffs(own)).detected.findings}


@pytest.mark.parametrize("name", Cutoffs.__struct_fields__)
def test_default_of_a_cutoff_is_its_criterion(name):
    assert getattr(DEFAULT_CUTOFFS, name) == CRITERIA[name].value


def test_every_criterion_of_detection_can_be_set():
    rows = {row.name for row in (*ADULT_DETECTION, *CHILD_DETECTION)}
    assert set(Cutoffs.__struct_fields__) == rows


@pytest.mark.parametrize(
    ("name", "value", "own", "code"),
    [
        ("respiratory_rate_rpm", 24, {"tachypnoea_from_rpm": 25}, "tachypnoea"),
        ("heart_rate_bpm", 100, {"tachycardia_above_bpm": 100}, "tachycardia"),
        ("spo2_pct", 90, {"hypoxia_below_pct": 90}, "hypoxia"),
        ("systolic_mmhg", 85, {"low_systolic_below_mmhg": 85}, "low_systolic"),
        ("lactate_mmol_l", 3, {"lactate_above_mmol_l": 3}, "raised_lactate"),
    ],
)
def test_sign_of_an_adult_fires_by_the_cutoff_of_the_centre(name, value, own, code):
    values = AdultValues(**{name: value})
    assert code in codes(values)
    assert code not in codes(values, **own)


def test_mean_pressure_and_fall_fire_by_the_cutoff_of_the_centre():
    low = AdultValues(systolic_mmhg=92, diastolic_mmhg=50, usual_systolic_mmhg=135)
    assert codes(low) == {"low_map", "systolic_fall"}
    assert codes(low, low_map_below_mmhg=60, systolic_fall_above_mmhg=50) == set()


def test_second_scale_of_spo2_has_its_own_cutoff():
    values = AdultValues(spo2_pct=87, spo2_scale=2)
    assert codes(values) == {"hypoxia"}
    assert codes(values, hypoxia_scale2_below_pct=86) == set()


@pytest.mark.parametrize(
    ("values", "own", "code"),
    [
        ({"spo2_pct": 91}, {"child_hypoxia_below_pct": 91}, "hypoxia"),
        ({"capillary_refill_s": 2.5}, {"child_refill_above_s": 2.5}, "slow_refill"),
        ({"gcs": 10}, {"child_gcs_upto_points": 9}, "low_consciousness"),
        (
            {"capillary_refill_s": 3, "heart_rate_bpm": 150},
            {"child_refill_tachycardia_from_s": 4},
            "slow_refill_tachycardia",
        ),
    ],
)
def test_sign_of_a_child_fires_by_the_cutoff_of_the_centre(values, own, code):
    child = ChildValues(age_months=36, **values)
    assert code in codes(child)
    assert code not in codes(child, **own)


def test_fever_that_makes_petechiae_activate_is_the_centres():
    child = ChildValues(
        age_months=36, infection_suspected=True, has_petechiae=True, temperature_c=38.2
    )
    warmer = centre_cutoffs({"child_fever_from_c": 38.5})
    assert assess(child).detected.detection == "activation"
    assert assess(child, warmer).detected.detection == "suspicion"


def test_cutoffs_of_detection_change_no_score_and_no_definition():
    values = AdultValues(
        infection_suspected=True,
        adequate_fluids_given=True,
        systolic_mmhg=85,
        diastolic_mmhg=50,
        gcs=14,
        lactate_mmol_l=2.5,
    )
    other = {name: row.value * 1.5 for name, row in CRITERIA.items() if row in ADULT_DETECTION}
    usual, own = assess(values), assess(values, centre_cutoffs(other))
    assert usual.scores == own.scores
    assert usual.classified == own.classified
    assert usual.adult is not None
    assert own.adult is not None
    assert usual.adult.is_sepsis3_shock == own.adult.is_sepsis3_shock
    assert usual.detected != own.detected


def test_unknown_cutoff_is_refused_by_name():
    with pytest.raises(Refused) as refused:
        centre_cutoffs({"sofa_from_points": 3})
    assert (refused.value.code, refused.value.field) == ("cutoff_unknown", "sofa_from_points")


@pytest.mark.parametrize("value", [44.9, 180.1, -90, float("nan"), float("inf")])
def test_cutoff_far_from_ours_is_a_slip(value):
    with pytest.raises(Refused) as refused:
        centre_cutoffs({"tachycardia_above_bpm": value})
    assert refused.value.code == "cutoff_out_of_range"
    assert refused.value.facts["allowed"] == "45-180 bpm"


@pytest.mark.parametrize("value", [45, 180])
def test_cutoff_may_be_half_or_twice_ours(value):
    assert centre_cutoffs({"tachycardia_above_bpm": value}).tachycardia_above_bpm == value
