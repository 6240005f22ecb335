"""Every edge of every score, one unit before it, on it and one unit after it."""

from typing import Any

import pytest

from dispatch.assessment.news2 import risk_of, score_news2
from dispatch.assessment.phoenix import score_phoenix
from dispatch.assessment.qsofa import score_qsofa
from dispatch.assessment.scale import Score
from dispatch.assessment.sirs import score_sirs
from dispatch.assessment.sofa import is_multi_organ_failure, score_sofa
from dispatch.assessment.values import AdultValues, ChildValues, ratio_of

SOFA: dict[str, tuple[str, str]] = {
    "platelets_10e9_l": (
        "coagulation",
        "151:0 150:0 149:1 101:1 100:1 99:2 51:2 50:2 49:3 21:3 20:3 19:4 0:4",
    ),
    "bilirubin_mg_dl": (
        "liver",
        "1.1:0 1.2:1 1.3:1 1.9:1 2:2 2.1:2 5.9:2 6:3 6.1:3 11.9:3 12:4 12.1:4",
    ),
    "gcs": ("cns", "15:0 14:1 13:1 12:2 11:2 10:2 9:3 7:3 6:3 5:4 3:4"),
    "creatinine_mg_dl": (
        "renal",
        "1.1:0 1.2:1 1.3:1 1.9:1 2:2 2.1:2 3.4:2 3.5:3 3.6:3 4.9:3 5:4 5.1:4",
    ),
    "urine_ml_24h": ("renal", "501:0 500:0 499:3 201:3 200:3 199:4 0:4"),
}
DRUGS: dict[str, str] = {
    "dopamine": "0:0 0.1:2 4.9:2 5:2 5.1:3 14.9:3 15:3 15.1:4",
    "dobutamine": "0:0 0.1:2 20:2",
    "epinephrine": "0:0 0.01:3 0.09:3 0.1:3 0.11:4",
    "norepinephrine": "0:0 0.01:3 0.09:3 0.1:3 0.11:4",
    "vasopressin": "0.1:0",
    "milrinone": "0.5:0",
}
NEWS2: dict[str, tuple[str, str]] = {
    "respiratory_rate_rpm": (
        "rr",
        "7:3 8:3 9:1 10:1 11:1 12:0 13:0 19:0 20:0 21:2 22:2 23:2 24:2 25:3 26:3",
    ),
    "spo2_pct": ("spo2", "90:3 91:3 92:2 93:2 94:1 95:1 96:0 97:0 100:0"),
    "systolic_mmhg": (
        "sbp",
        (
            "89:3 90:3 91:2 92:2 99:2 100:2 101:1 102:1 109:1 110:1 111:0 112:0 218:0 "
            "219:0 220:3 221:3"
        ),
    ),
    "heart_rate_bpm": (
        "pulse",
        (
            "39:3 40:3 41:1 42:1 49:1 50:1 51:0 52:0 89:0 90:0 91:1 92:1 109:1 110:1 "
            "111:2 112:2 129:2 130:2 131:3 132:3"
        ),
    ),
    "temperature_c": (
        "temp",
        ("34.9:3 35:3 35.1:1 35.9:1 36:1 36.1:0 37.9:0 38:0 38.1:1 38.9:1 39:1 39.1:2 39.2:2"),
    ),
}
SCALE2: dict[bool, str] = {
    False: "82:3 83:3 84:2 85:2 86:1 87:1 88:0 92:0 93:0 94:0 95:0 96:0 97:0 100:0",
    True: ("82:3 83:3 84:2 85:2 86:1 87:1 88:0 91:0 92:0 93:1 94:1 95:2 96:2 97:3 98:3 100:3"),
}
QSOFA: dict[str, tuple[str, str]] = {
    "respiratory_rate_rpm": ("rr", "21:0 22:1 23:1"),
    "systolic_mmhg": ("sbp", "99:1 100:1 101:0"),
    "gcs": ("gcs", "13:1 14:1 15:0"),
}
SIRS: dict[str, tuple[str, str]] = {
    "temperature_c": ("temp", "35.9:1 36:0 36.1:0 37.9:0 38:0 38.1:1"),
    "heart_rate_bpm": ("hr", "89:0 90:0 91:1"),
    "respiratory_rate_rpm": ("rr", "19:0 20:0 21:1"),
    "paco2_mmhg": ("rr", "31:1 32:0 33:0"),
    "leukocytes_10e9_l": ("wbc", "3.9:1 4:0 4.1:0 11.9:0 12:0 12.1:1"),
    "bands_pct": ("wbc", "9:0 10:0 11:1"),
}
PRESSURES: dict[str, tuple[tuple[float, ...], str]] = {
    "under 1 month": ((0, 0.9), "16:2 17:1 18:1 30:1 30.9:1 31:0"),
    "1 to 11 months": ((1, 11.9), "24:2 25:1 26:1 38:1 39:0 40:0"),
    "1 year": ((12, 23.9), "30:2 31:1 32:1 43:1 44:0 45:0"),
    "2 to 4 years": ((24, 59.9), "31:2 32:1 33:1 44:1 45:0 46:0"),
    "5 to 11 years": ((60, 143.9), "35:2 36:1 37:1 48:1 49:0 50:0"),
    "12 to 17 years": ((144, 215.9), "37:2 38:1 39:1 51:1 52:0 53:0"),
}
PHOENIX: dict[str, tuple[str, str]] = {
    "vasoactive_count": ("cardiovascular", "0:0 1:1 2:2 3:2 6:2"),
    "lactate_mmol_l": ("cardiovascular", "4.9:0 5:1 5.1:1 10.9:1 11:2 11.1:2"),
    "platelets_10e9_l": ("coagulation", "99:1 100:0 101:0"),
    "inr": ("coagulation", "1.2:0 1.3:0 1.4:1"),
    "d_dimer_mg_l": ("coagulation", "1.9:0 2:0 2.1:1"),
    "fibrinogen_mg_dl": ("coagulation", "99:1 100:0 101:0"),
    "gcs": ("neurological", "9:1 10:1 11:0 12:0"),
}


def steps(text: str) -> list[tuple[float, int]]:
    """Pairs of a value and its points, written ``150:0 149:1``."""
    pairs = (pair.split(":") for pair in text.split())
    return [(float(value), int(points)) for value, points in pairs]


def rows(table: dict[str, tuple[str, str]]) -> list[Any]:
    return [
        pytest.param(name, part, value, points, id=f"{name}-{value}")
        for name, (part, text) in table.items()
        for value, points in steps(text)
    ]


def sofa(**values: Any) -> Score:
    return score_sofa(AdultValues(**values))


def phoenix(**values: Any) -> Score:
    return score_phoenix(ChildValues(**{"age_months": 36, **values}))


@pytest.mark.parametrize(("name", "part", "value", "points"), rows(SOFA))
def test_sofa_has_its_points_at_the_edge(name, part, value, points):
    found = sofa(**{name: value})
    assert (found.parts[part], found.total) == (points, points)


@pytest.mark.parametrize(
    ("drug", "dose", "points"),
    [(drug, *step) for drug, text in DRUGS.items() for step in steps(text)],
)
def test_sofa_has_the_points_of_a_dose(drug, dose, points):
    found = sofa(vasoactives_mcg_kg_min={drug: dose}, systolic_mmhg=120, diastolic_mmhg=80)
    assert found.parts["cardiovascular"] == points


@pytest.mark.parametrize(
    ("systolic", "diastolic", "points"),
    [(90, 59, 1), (90, 60, 0), (90, 61, 0), (89, 60, 1), (91, 60, 0)],
)
def test_sofa_has_a_point_under_mean_pressure_70(systolic, diastolic, points):
    found = sofa(systolic_mmhg=systolic, diastolic_mmhg=diastolic, vasoactives_mcg_kg_min={})
    assert found.parts["cardiovascular"] == points


def test_vasoactive_outside_sofa_leaves_the_pressure_its_point():
    found = sofa(
        systolic_mmhg=85, diastolic_mmhg=60, vasoactives_mcg_kg_min={"vasopressin": 0.01}
    )
    assert found.parts["cardiovascular"] == 1


@pytest.mark.parametrize(
    ("pao2", "alone", "supported"),
    [
        (401, 0, 0),
        (400, 0, 0),
        (399, 1, 1),
        (301, 1, 1),
        (300, 1, 1),
        (299, 2, 2),
        (201, 2, 2),
        (200, 2, 2),
        (199, 2, 3),
        (101, 2, 3),
        (100, 2, 3),
        (99, 2, 4),
    ],
)
def test_sofa_of_respiration_needs_support_above_2(pao2, alone, supported):
    for has_support, points in ((False, alone), (True, supported)):
        found = sofa(pao2_mmhg=pao2, fio2_fraction=1, has_respiratory_support=has_support)
        assert found.parts["respiration"] == points


@pytest.mark.parametrize(("pao2", "ratio"), [(21, 100), (42, 200), (63, 300), (84, 400)])
def test_ratio_on_air_is_exact_at_the_edges(pao2, ratio):
    assert ratio_of(pao2, 0.21) == ratio


@pytest.mark.parametrize(
    ("parts", "failure"),
    [((2, 2, 2, 2, 2, 2), False), ((3, 2, 2, 2, 2, 2), False), ((3, 3, 0, 0, 0, 0), True)],
)
def test_multi_organ_failure_is_two_organs_above_2(parts, failure):
    score = Score(sum(parts), {str(n): points for n, points in enumerate(parts)}, ())
    assert is_multi_organ_failure(score) is failure


@pytest.mark.parametrize(("name", "part", "value", "points"), rows(QSOFA))
def test_qsofa_has_its_point_at_the_edge(name, part, value, points):
    found = score_qsofa(AdultValues(**{name: value}))
    assert (found.parts[part], found.total) == (points, points)


@pytest.mark.parametrize(("name", "part", "value", "points"), rows(SIRS))
def test_sirs_has_its_point_at_the_edge(name, part, value, points):
    found = score_sirs(AdultValues(**{name: value}))
    assert (found.parts[part], found.total) == (points, points)


@pytest.mark.parametrize(("name", "part", "value", "points"), rows(NEWS2))
def test_news2_has_its_points_at_the_edge(name, part, value, points):
    found = score_news2(AdultValues(**{name: value}))
    assert (found.parts[part], found.total) == (points, points)


@pytest.mark.parametrize(
    ("on_oxygen", "spo2", "points"),
    [(given, *step) for given, text in SCALE2.items() for step in steps(text)],
)
def test_news2_reads_scale_2_by_oxygen(on_oxygen, spo2, points):
    found = score_news2(AdultValues(spo2_pct=spo2, spo2_scale=2, on_oxygen=on_oxygen))
    assert found.parts["spo2"] == points


@pytest.mark.parametrize("spo2", [82, 85, 87, 92])
def test_scale_2_under_93_does_not_ask_for_oxygen(spo2):
    with_oxygen = score_news2(AdultValues(spo2_pct=spo2, spo2_scale=2, on_oxygen=True))
    unsaid = score_news2(AdultValues(spo2_pct=spo2, spo2_scale=2))
    assert unsaid.parts["spo2"] == with_oxygen.parts["spo2"]


@pytest.mark.parametrize(
    ("acvpu", "points"), [("A", 0), ("C", 3), ("V", 3), ("P", 3), ("U", 3)]
)
def test_news2_counts_anyone_not_alert(acvpu, points):
    assert score_news2(AdultValues(acvpu=acvpu)).parts["consciousness"] == points


@pytest.mark.parametrize(
    ("value", "points"), [(20.4, 0), (20.5, 2), (24.4, 2), (24.5, 3), (8.4, 3), (8.5, 1)]
)
def test_news2_rounds_half_up_to_its_chart(value, points):
    assert score_news2(AdultValues(respiratory_rate_rpm=value)).parts["rr"] == points


@pytest.mark.parametrize(
    ("parts", "risk"),
    [
        ((0,), "low"),
        ((2, 2), "low"),
        ((3,), "low-medium"),
        ((3, 1), "low-medium"),
        ((2, 2, 1), "medium"),
        ((3, 2), "medium"),
        ((3, 3), "medium"),
        ((3, 3, 1), "high"),
    ],
)
def test_news2_risk_follows_total_and_a_single_3(parts, risk):
    score = Score(sum(parts), {str(n): points for n, points in enumerate(parts)}, ())
    assert risk_of(score) == risk


@pytest.mark.parametrize(("name", "part", "value", "points"), rows(PHOENIX))
def test_phoenix_has_its_points_at_the_edge(name, part, value, points):
    found = phoenix(**{name: value})
    assert (found.parts[part], found.total) == (points, points)


@pytest.mark.parametrize(
    ("age", "mean", "points"),
    [(age, *step) for ages, text in PRESSURES.values() for age in ages for step in steps(text)],
)
def test_phoenix_reads_mean_pressure_by_age(age, mean, points):
    assert phoenix(age_months=age, map_mmhg=mean).parts["cardiovascular"] == points


@pytest.mark.parametrize(
    ("pao2", "none", "any_support", "ventilated"),
    [
        (401, 0, 0, 0),
        (400, 0, 0, 0),
        (399, 0, 1, 1),
        (201, 0, 1, 1),
        (200, 0, 1, 2),
        (199, 0, 1, 2),
        (101, 0, 1, 2),
        (100, 0, 1, 2),
        (99, 0, 1, 3),
    ],
)
def test_phoenix_reads_pao2_by_support(pao2, none, any_support, ventilated):
    # A fraction of air, so that oxygen alone is not already a support.
    oxygen = {"pao2_mmhg": pao2 * 0.21, "fio2_fraction": 0.21}
    for flags, points in (((False, False), none), ((False, True), any_support)):
        assert _respiratory(oxygen, flags) == points
    assert _respiratory(oxygen, (True, False)) == ventilated


@pytest.mark.parametrize(
    ("ratio", "any_support", "ventilated"),
    [
        (293, 0, 0),
        (292, 0, 0),
        (291, 1, 1),
        (221, 1, 1),
        (220, 1, 2),
        (219, 1, 2),
        (149, 1, 2),
        (148, 1, 2),
        (147, 1, 3),
    ],
)
def test_phoenix_reads_spo2_by_support(ratio, any_support, ventilated):
    oxygen = {"spo2_pct": 97, "fio2_fraction": 97 / ratio}
    assert _respiratory(oxygen, (False, True)) == any_support
    assert _respiratory(oxygen, (True, False)) == ventilated


@pytest.mark.parametrize(("spo2", "points"), [(96, 1), (97, 1), (98, 0)])
def test_phoenix_uses_spo2_up_to_97(spo2, points):
    assert _respiratory({"spo2_pct": spo2, "fio2_fraction": 0.5}, (False, True)) == points


def test_phoenix_takes_pupils_over_glasgow():
    assert phoenix(gcs=3, has_fixed_pupils=True).parts["neurological"] == 2


def _respiratory(oxygen: dict[str, float], flags: tuple[bool, bool]) -> int:
    ventilated, other = flags
    found = phoenix(
        **oxygen, has_invasive_ventilation=ventilated, has_other_respiratory_support=other
    )
    return found.parts["respiratory"]
