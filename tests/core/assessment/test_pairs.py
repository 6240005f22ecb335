"""Two values of one picture that can't both be right."""

import pytest

from dispatch.assessment import AdultValues, ChildValues, assess
from dispatch.assessment.consciousness import GCS_OF_ACVPU
from dispatch.assessment.pairs import (
    ADULT_PAIRS,
    CHILD_PAIRS,
    clashes,
    clashes_of,
)


def found(values):
    return [(each.code, each.reads, each.usual) for each in clashes_of(values)]


@pytest.mark.parametrize(
    ("values", "clash"),
    [
        ({"gcs": 3, "acvpu": "A"}, ("consciousness_disagrees", "gcs", "13-15")),
        ({"gcs": 12, "acvpu": "A"}, ("consciousness_disagrees", "gcs", "13-15")),
        ({"gcs": 15, "acvpu": "U"}, ("consciousness_disagrees", "gcs", "3-8")),
        ({"gcs": 15, "acvpu": "C"}, ("consciousness_disagrees", "gcs", "9-14")),
        ({"gcs": 3, "acvpu": "P"}, ("consciousness_disagrees", "gcs", "4-12")),
        (
            {"fio2_fraction": 0.6, "on_oxygen": False},
            ("oxygen_disagrees", "fio2_fraction", "0.21"),
        ),
        (
            {"fio2_fraction": 0.21, "on_oxygen": True},
            ("oxygen_disagrees", "fio2_fraction", "> 0.21"),
        ),
        (
            {"has_respiratory_support": True, "on_oxygen": False},
            ("air_with_support", "on_oxygen", "true"),
        ),
        ({"pao2_mmhg": 131, "on_oxygen": False}, ("pao2_on_air", "pao2_mmhg", "≤ 130 mmHg")),
        ({"pao2_mmhg": 300, "fio2_fraction": 0.21}, ("pao2_on_air", "pao2_mmhg", "≤ 130 mmHg")),
        (
            {"map_mmhg": 78, "systolic_mmhg": 90, "diastolic_mmhg": 45},
            ("pressures_disagree", "map_mmhg", "≈ 60 mmHg"),
        ),
    ],
)
def test_adult_who_contradicts_himself_is_asked_about(values, clash):
    of = AdultValues(**values)
    assert found(of) == [clash]
    assert clash[:2] in [(doubt.code, doubt.reads) for doubt in assess(of).doubts]


@pytest.mark.parametrize(
    "values",
    [
        *(
            {"gcs": points, "acvpu": word}
            for word, both in GCS_OF_ACVPU.items()
            for points in both
        ),
        {"gcs": 3},
        {"acvpu": "U"},
        {"on_oxygen": True, "fio2_fraction": 0.6},
        {"on_oxygen": False, "fio2_fraction": 0.21, "pao2_mmhg": 130},
        {"on_oxygen": True, "has_respiratory_support": True},
        {"has_respiratory_support": True},
        {"on_oxygen": False, "has_respiratory_support": False},
        {"on_oxygen": True, "pao2_mmhg": 300},
        {"fio2_fraction": 0.6, "pao2_mmhg": 300},
    ],
)
def test_adult_who_agrees_is_not(values):
    assert found(AdultValues(**values)) == []


@pytest.mark.parametrize(
    ("values", "clash"),
    [
        (
            {
                "fio2_fraction": 0.4,
                "has_invasive_ventilation": False,
                "has_other_respiratory_support": False,
            },
            ("oxygen_disagrees", "fio2_fraction", "0.21"),
        ),
        ({"pao2_mmhg": 200, "fio2_fraction": 0.21}, ("pao2_on_air", "pao2_mmhg", "≤ 130 mmHg")),
        ({"gcs": 13, "has_fixed_pupils": True}, ("pupils_disagree", "gcs", "< 13")),
    ],
)
def test_child_who_contradicts_himself_is_asked_about(values, clash):
    of = ChildValues(age_months=30, **values)
    assert found(of) == [clash]
    assert clash[:2] in [(doubt.code, doubt.reads) for doubt in assess(of).doubts]


@pytest.mark.parametrize(
    "values",
    [
        {"fio2_fraction": 0.4, "has_other_respiratory_support": False},
        {
            "fio2_fraction": 0.4,
            "has_invasive_ventilation": True,
            "has_other_respiratory_support": False,
        },
        {"gcs": 12, "has_fixed_pupils": True},
        {"gcs": 15, "has_fixed_pupils": False},
    ],
)
def test_child_who_agrees_is_not(values):
    assert found(ChildValues(age_months=30, **values)) == []


@pytest.mark.parametrize(
    ("known", "codes"),
    [
        ({"map_mmhg": 90, "systolic_mmhg": 80}, ["pressures_disagree"]),
        ({"map_mmhg": 40, "diastolic_mmhg": 50}, ["pressures_disagree"]),
        ({"map_mmhg": 60, "systolic_mmhg": 80, "diastolic_mmhg": 50}, []),
        ({"map_mmhg": 75, "systolic_mmhg": 90, "diastolic_mmhg": 45}, []),
        ({"map_mmhg": 76, "systolic_mmhg": 90, "diastolic_mmhg": 45}, ["pressures_disagree"]),
        ({"map_mmhg": 45, "systolic_mmhg": 90, "diastolic_mmhg": 45}, []),
        ({"map_mmhg": 46, "systolic_mmhg": 110, "diastolic_mmhg": 44}, ["pressures_disagree"]),
        ({"adequate_fluids_given": True, "fluids_ml": 250, "weight_kg": 70}, ["fluids_short"]),
        ({"adequate_fluids_given": True, "fluids_ml": 2100, "weight_kg": 70}, []),
        ({"adequate_fluids_given": False, "fluids_ml": 250, "weight_kg": 70}, []),
        ({"adequate_fluids_given": True, "fluids_ml": 250}, []),
        (
            {"hypotensive_after_fluids": True, "fluids_ml": 2099, "weight_kg": 70},
            ["fluids_short"],
        ),
        ({"hypotensive_after_fluids": False, "fluids_ml": 0, "weight_kg": 70}, []),
        ({"on_oxygen": False, "ventilation": True}, ["air_with_support"]),
    ],
)
def test_what_one_act_says_of_an_adult_is_held_together(known, codes):
    assert [each.code for each in clashes(known, is_child=False)] == codes


@pytest.mark.parametrize(("given_ml", "codes"), [(139, ["fluids_short"]), (140, [])])
def test_bolus_of_a_child_is_smaller(given_ml, codes):
    known = {"hypotensive_after_fluids": True, "fluids_ml": given_ml, "weight_kg": 14}
    assert [each.code for each in clashes(known, is_child=True)] == codes


def test_alert_with_a_lasting_confusion_is_told_and_not_asked():
    values = AdultValues(gcs=14, acvpu="A")
    assert found(values) == []
    assert [doubt.code for doubt in assess(values).doubts] == ["consciousness_disagrees"]
    assert assess(AdultValues(gcs=9, acvpu="V")).doubts == ()


def test_every_pair_says_what_it_is_and_whose_word_it_is():
    for pair in (*ADULT_PAIRS, *CHILD_PAIRS):
        assert pair.meaning
        assert pair.source
