"""Scores, side by side.

SOFA says how far organs have failed and is what the definitions rest on. qSOFA, SIRS and NEWS2
stand beside it because centres use them; none of them decides. Phoenix is for children and has
its place in their chapter.
"""

import pytest

from tests.spec.patients import FAILING_KIDNEY, of_adult


def test_four_scores_stand_side_by_side():
    """SOFA, qSOFA, SIRS and NEWS2 of an adult are told together, each with its parts.

    Source: Yébenes 2020, Table 1.
    """
    found = of_adult()
    assert set(found.scores) == {"sofa", "qsofa", "sirs", "news2"}
    assert {name: score.total for name, score in found.scores.items()} == {
        "sofa": 0,
        "qsofa": 0,
        "sirs": 0,
        "news2": 0,
    }
    assert len(found.scores["sofa"].parts) == 6


@pytest.mark.parametrize(
    ("part", "points", "values"),
    [
        ("respiration", 2, {"pao2_mmhg": 60, "fio2_fraction": 0.21}),
        ("coagulation", 3, {"platelets_10e9_l": 49}),
        ("liver", 2, {"bilirubin_mg_dl": 2.0}),
        ("cardiovascular", 1, {"systolic_mmhg": 95, "diastolic_mmhg": 55}),
        ("cardiovascular", 3, {"vasoactives_mcg_kg_min": {"norepinephrine": 0.1}}),
        ("cardiovascular", 4, {"vasoactives_mcg_kg_min": {"norepinephrine": 0.11}}),
        ("cns", 1, {"gcs": 14}),
        ("renal", 2, {"creatinine_mg_dl": 2.0}),
        ("renal", 4, {"urine_ml_24h": 199}),
    ],
)
def test_each_organ_has_its_points(part, points, values):
    """Each of six organs has nought to four points of SOFA; the worst value of an organ counts.

    Source: Vincent 1996, the table of SOFA.
    """
    assert of_adult(**values).scores["sofa"].parts[part] == points


def test_score_names_what_it_lacks():
    """A missing value adds nothing and is named, so that a score is read as the least it
    can be.

    Source: proposed.
    """
    sofa = of_adult(platelets_10e9_l=None, creatinine_mg_dl=3.0, urine_ml_24h=None).scores[
        "sofa"
    ]
    assert sofa.total == 2
    assert set(sofa.missing) == {"platelets_10e9_l", "urine_ml_24h"}


def test_quick_score_of_nought_excludes_nothing():
    """A qSOFA of nought does not exclude sepsis: it is told beside SOFA and decides nothing.

    Source: Yébenes 2020, goals (sepsis by SOFA); SSC 2021 advises against qSOFA alone.
    """
    found = of_adult(**FAILING_KIDNEY)
    assert found.scores["qsofa"].total == 0
    assert found.classification == "sepsis"


def test_three_signs_at_the_bedside_make_the_quick_score():
    """qSOFA counts 22 breaths, a systolic pressure of 100 or less, and less than full
    consciousness: a point each.

    Source: Singer 2016.
    """
    found = of_adult(respiratory_rate_rpm=22, systolic_mmhg=100, gcs=14)
    assert found.scores["qsofa"].total == 3
    near = of_adult(respiratory_rate_rpm=21, systolic_mmhg=101, gcs=15)
    assert near.scores["qsofa"].total == 0


def test_warning_score_has_a_scale_for_hypercapnia():
    """NEWS2 reads oxygen on a second scale where hypercapnic failure is recorded: 90 % on air
    gives three points on the first scale and none on the second.

    Source: RCP 2017, chart 1.
    """
    assert of_adult(spo2_pct=90).scores["news2"].parts["spo2"] == 3
    assert of_adult(spo2_pct=90, spo2_scale=2).scores["news2"].parts["spo2"] == 0


@pytest.mark.parametrize(
    ("values", "risk"),
    [
        ({}, "low"),
        ({"respiratory_rate_rpm": 25}, "low-medium"),
        ({"respiratory_rate_rpm": 25, "heart_rate_bpm": 111}, "medium"),
        ({"respiratory_rate_rpm": 25, "heart_rate_bpm": 111, "on_oxygen": True}, "high"),
    ],
)
def test_warning_score_has_four_risks(values, risk):
    """NEWS2 of seven or more is a high risk, of five or six a medium one; a single part with
    three points raises a low one.

    Source: RCP 2017, the thresholds.
    """
    adult = of_adult(**values).adult
    assert adult is not None
    assert adult.news2_risk == risk


def test_ventilation_is_needed_for_the_worst_lung():
    """Without respiratory support the lungs have two points at most; unsaid, it is asked for.

    Source: Vincent 1996, the table of SOFA ("with respiratory support").
    """
    bad = {"pao2_mmhg": 60, "fio2_fraction": 0.7}
    assert of_adult(**bad).scores["sofa"].parts["respiration"] == 2
    supported = of_adult(**bad, has_respiratory_support=True)
    assert supported.scores["sofa"].parts["respiration"] == 4
    unsaid = of_adult(**bad, has_respiratory_support=None).scores["sofa"]
    assert unsaid.missing == ("has_respiratory_support",)


def test_values_that_disagree_are_doubted_aloud():
    """Of two values of consciousness that contradict each other the graver counts; the reader
    is told to look again, as of all values that contradict each other.

    Source: proposed.
    """
    found = of_adult(gcs=9)
    assert found.scores["news2"].parts["consciousness"] == 3
    assert ("consciousness_disagrees", "gcs") in [(d.code, d.reads) for d in found.doubts]


def test_news2_is_not_valid_in_pregnancy():
    """In pregnancy, and (proposed) in the six weeks after giving birth, NEWS2 is told as not
    valid and gives no risk. The class by SOFA stays, with a caution: its limits are not those
    of pregnancy. No hospital's obstetrics are known, so every candidate says so.

    Source: RCP 2017 (not to be used in pregnancy); proposed.
    """
    adult = of_adult(is_pregnant=True).adult
    assert adult is not None
    assert not adult.is_news2_valid
    assert "pregnancy" in [doubt.code for doubt in of_adult(is_pregnant=True).doubts]
