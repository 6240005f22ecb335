"""What is missing is never told as reassuring: an answer it could change is not known."""

import pytest

from dispatch.assessment import assess
from dispatch.assessment.values import AdultValues

GRAVE = {"platelets_10e9_l": 40}


@pytest.mark.parametrize(
    ("known", "is_failure", "is_known"),
    [
        ({}, False, False),
        (GRAVE, False, False),
        (GRAVE | {"bilirubin_mg_dl": 7}, True, True),
    ],
)
def test_no_to_failing_organs_is_not_known_while_two_could_fail(known, is_failure, is_known):
    adult = assess(AdultValues(**known)).adult
    assert adult is not None
    assert adult.is_multi_organ_failure is is_failure
    assert adult.is_multi_organ_failure_known is is_known


@pytest.mark.parametrize(
    ("known", "is_known"),
    [
        ({"platelets_10e9_l": 250, "gcs": 15, "creatinine_mg_dl": 1.0}, False),
        ({"baseline_renal_points": 4, "baseline_cns_points": 4}, False),
        (
            {
                "pao2_mmhg": 90,
                "fio2_fraction": 0.21,
                "platelets_10e9_l": 250,
                "bilirubin_mg_dl": 1,
                "gcs": 15,
                "vasoactives_mcg_kg_min": {},
                "systolic_mmhg": 120,
                "diastolic_mmhg": 70,
            },
            True,
        ),
    ],
)
def test_one_organ_that_could_fail_alone_makes_no_failure_of_many(known, is_known):
    adult = assess(AdultValues(has_respiratory_support=False, **known)).adult
    assert adult is not None
    assert adult.is_multi_organ_failure_known is is_known


VITALS = {
    "respiratory_rate_rpm": 16,
    "spo2_pct": 97,
    "on_oxygen": False,
    "systolic_mmhg": 120,
    "heart_rate_bpm": 80,
    "acvpu": "A",
    "temperature_c": 37,
}


@pytest.mark.parametrize(
    ("known", "risk", "is_known"),
    [
        ({}, "low", False),
        (VITALS, "low", True),
        (VITALS | {"temperature_c": None}, "low", False),
        (VITALS | {"on_oxygen": None}, "low", True),
        (VITALS | {"acvpu": "V", "spo2_pct": None}, "low-medium", False),
        (VITALS | {"acvpu": "V", "systolic_mmhg": 95, "spo2_pct": None}, "medium", False),
        (VITALS | {"acvpu": "V", "systolic_mmhg": 95, "on_oxygen": None}, "medium", False),
        ({"acvpu": "V", "systolic_mmhg": 85, "heart_rate_bpm": 135}, "high", True),
    ],
)
def test_risk_of_news2_is_not_known_while_a_missing_value_could_raise_it(known, risk, is_known):
    adult = assess(AdultValues(**known)).adult
    assert adult is not None
    assert (adult.news2_risk, adult.is_news2_risk_known) == (risk, is_known)
