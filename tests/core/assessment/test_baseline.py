"""What is usual for the patient is no new sign and no new failure, down to a floor."""

import pytest

from dispatch.assessment.assess import assess
from dispatch.assessment.baseline import baseline_of, rise_of
from dispatch.assessment.bundle import Situation
from dispatch.assessment.perfusion import perfusion_of
from dispatch.assessment.sofa import score_sofa
from dispatch.assessment.values import AdultValues
from tests.builders import NOON


def of(**values):
    return AdultValues(infection_suspected=True, **values)


def codes(**values):
    return [each.code for each in assess(of(**values)).detected.findings]


DIALYSIS = {"creatinine_mg_dl": 7.0, "baseline_renal_points": 4}
LIVER_FAILS = {"bilirubin_mg_dl": 6.5}


def test_dialysis_and_one_more_organ_is_no_multi_organ_failure():
    found = assess(of(**DIALYSIS, **LIVER_FAILS))
    assert found.adult is not None
    assert (found.adult.rise_points, found.adult.is_multi_organ_failure) == (3, False)
    assert found.ruling is not None
    assert found.ruling.rule == "sepsis"


def test_dialysis_and_two_more_organs_is():
    found = assess(of(**DIALYSIS, **LIVER_FAILS, platelets_10e9_l=40))
    assert found.adult is not None
    assert found.adult.is_multi_organ_failure


def test_organ_that_got_worse_than_usual_counts():
    worse = of(creatinine_mg_dl=5.2, baseline_renal_points=3, **LIVER_FAILS)
    found = assess(worse)
    assert found.adult is not None
    assert found.adult.is_multi_organ_failure


def test_total_alone_is_subtracted_and_excuses_no_organ():
    found = assess(of(creatinine_mg_dl=7.0, baseline_points=4, **LIVER_FAILS))
    assert found.adult is not None
    assert (found.adult.rise_points, found.adult.is_multi_organ_failure) == (3, True)


def test_organ_better_than_usual_hides_no_other():
    values = of(creatinine_mg_dl=1.0, platelets_10e9_l=90, baseline_renal_points=4)
    assert rise_of(values, score_sofa(values)) == 2


def test_baseline_by_organ_is_not_asked_for_again():
    found = assess(of(**DIALYSIS, **LIVER_FAILS))
    assert "baseline_points" not in found.classified.missing
    assert baseline_of(of()) is None


def test_two_baselines_that_differ_are_doubted():
    doubts = [each.code for each in assess(of(**DIALYSIS, baseline_points=3)).doubts]
    assert "baseline_disagrees" in doubts
    same = [each.code for each in assess(of(**DIALYSIS, baseline_points=4)).doubts]
    assert "baseline_disagrees" not in same


@pytest.mark.parametrize(
    ("usual", "now", "fires"),
    [
        (None, 86, True),
        (88, 86, False),
        (88, 79, True),
        (95, 86, False),
        (95, 84, True),
        (60, 79, True),
        (120, 89, True),
    ],
)
def test_usual_systolic_pressure(usual, now, fires):
    assert ("low_systolic" in codes(systolic_mmhg=now, usual_systolic_mmhg=usual)) is fires


@pytest.mark.parametrize(
    ("usual", "diastolic", "fires"),
    [(None, 47, True), (64, 47, False), (64, 35, True), (90, 47, True)],
)
def test_usual_mean_pressure(usual, diastolic, fires):
    found = codes(systolic_mmhg=90, diastolic_mmhg=diastolic, usual_map_mmhg=usual)
    assert ("low_map" in found) is fires


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        ({}, True),
        ({"has_home_oxygen": True}, True),
        ({"has_home_oxygen": True, "usual_spo2_pct": 90}, False),
        ({"has_home_oxygen": True, "usual_spo2_pct": 91}, True),
        ({"usual_spo2_pct": 90}, True),
        ({"has_home_oxygen": True, "usual_spo2_pct": 90, "spo2_pct": None}, True),
    ],
)
def test_usual_oxygen_with_the_usual_saturation_does_not_count(changes, fires):
    found = codes(**{"on_oxygen": True, "spo2_pct": 90, **changes})
    assert ("oxygen_needed" in found) is fires


@pytest.mark.parametrize(
    ("usual", "now", "fires"),
    [(None, 90, True), (90, 90, False), (90, 89, True), (80, 84, True), (97, 92, False)],
)
def test_usual_saturation(usual, now, fires):
    assert ("hypoxia" in codes(spo2_pct=now, usual_spo2_pct=usual)) is fires


def test_usual_saturation_is_asked_for_with_oxygen_at_home():
    def doubts(**values):
        return {each.code for each in assess(of(on_oxygen=True, **values)).doubts}

    assert "usual_spo2_unknown" in doubts(has_home_oxygen=True)
    assert "usual_spo2_unknown" not in doubts(has_home_oxygen=True, usual_spo2_pct=90)
    assert "usual_spo2_unknown" not in doubts()


def test_usual_pressure_counts_for_fluids_as_for_detection():
    """88 usual, 86/55 now: no sign and no 30 mL/kg; what is low for the patient asks."""
    weighed = {"weight_kg": 70, "lactate_mmol_l": 1, "usual_systolic_mmhg": 88}
    found = assess(of(systolic_mmhg=86, diastolic_mmhg=55, **weighed))
    assert found.fluids.is_indicated is False
    assert found.reassess_within_min is None
    usual = Situation(NOON, map_mmhg=62, usual_map_mmhg=64, lactate_mmol_l=1)
    assert perfusion_of(usual).is_poor is False
    low = assess(of(systolic_mmhg=77, diastolic_mmhg=60, **weighed))
    assert (low.fluids.is_indicated, low.reassess_within_min) == (True, 60)


COMPLETE = {
    "pao2_mmhg": 90,
    "fio2_fraction": 0.21,
    "platelets_10e9_l": 200,
    "bilirubin_mg_dl": 0.5,
    "systolic_mmhg": 120,
    "diastolic_mmhg": 80,
    "vasoactives_mcg_kg_min": {},
    "gcs": 15,
    "creatinine_mg_dl": 1,
    "urine_ml_24h": 2000,
}


@pytest.mark.parametrize("unknown", [None, *COMPLETE])
def test_nobody_is_better_than_usual_by_what_is_not_known(unknown):
    """A usual SOFA of 2 and no laboratory gave a rise of -1, as if the patient were well."""
    values = {name: value for name, value in COMPLETE.items() if name != unknown}
    found = assess(of(baseline_points=2, **values))
    assert found.adult is not None
    assert found.adult.is_rise_known is (unknown is None)
    assert found.adult.rise_points == (0 if unknown else -2)
    codes = {each.code for each in found.doubts}
    assert ("baseline_above_known" in codes, "baseline_above_now" in codes) == (
        unknown is not None,
        unknown is None,
    )


def test_rise_that_is_known_in_part_is_the_least_it_can_be():
    found = assess(of(baseline_points=1, creatinine_mg_dl=2.5))
    assert found.adult is not None
    assert (found.adult.rise_points, found.adult.is_rise_known) == (1, False)
    by_organ = assess(of(baseline_renal_points=4, creatinine_mg_dl=2.5))
    assert by_organ.adult is not None
    assert by_organ.adult.rise_points == 0


USUAL_60 = {"usual_map_mmhg": 60, "adequate_fluids_given": True}


@pytest.mark.parametrize(
    ("now", "is_told"),
    [
        ({"map_mmhg": 60}, True),
        ({"map_mmhg": 55}, True),
        ({"map_mmhg": 54}, False),
        ({"map_mmhg": 60, "usual_map_mmhg": None}, False),
        ({"map_mmhg": 60, "vasoactives_mcg_kg_min": {"norepinephrine": 0.1}}, False),
        ({"systolic_mmhg": 60}, False),
    ],
)
def test_shock_by_a_pressure_that_is_the_usual_one_says_so(now, is_told):
    """The graver class stays: a person says whether it is one."""
    found = assess(of(**(USUAL_60 | now)))
    assert found.classified.is_shock
    assert ("usual_low_pressure" in [each.code for each in found.doubts]) is is_told


def test_usual_pressure_that_is_no_low_one_is_no_doubt():
    found = assess(of(**USUAL_60, map_mmhg=65))
    assert not found.classified.is_shock
    assert not found.doubts
