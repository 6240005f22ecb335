"""Cut-offs of detection and limits of values, one unit before, on and after each."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from dispatch.assessment import AdultValues, ChildValues, assess
from dispatch.assessment.baseline import ORGANS
from dispatch.assessment.fields import ADULT_FIELDS, CHILD_FIELDS, Field
from dispatch.assessment.parse_vignettes import parse_vignettes
from dispatch.assessment.quantities import DOSES
from dispatch.assessment.value_doubts import doubts_of_values
from tests.core.assessment.worked import ADULT, CHILD, Json

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

LIMITS: dict[str, dict[str, tuple[float, ...]]] = {
    "adult": {
        "age_years": (16, 125, 16, 110),
        "weight_kg": (20, 650, 35, 150),
        "lactate_mmol_l": (0, 30, 0.2, 9.9),
        "spo2": (20, 100, 50, 100),
        "rr": (0, 120, 5, 80),
        "hr": (10, 350, 25, 250),
        "sbp": (20, 350, 40, 260),
        "temp_c": (15, 46, 30, 42.5),
        "pao2_mmhg": (20, 760, 30, 600),
        "fio2": (0.21, 1, 0.21, 1),
        "platelets_10e9_l": (0, 3000, 1, 1500),
        "gcs": (3, 15, 3, 15),
        "dbp": (5, 250, 15, 160),
        "usual_sbp": (60, 300, 60, 300),
        "wbc_10e9_l": (0, 1000, 0.1, 200),
        "bands_pct": (0, 100, 0, 100),
        "paco2_mmhg": (10, 250, 15, 150),
        "bilirubin_mg_dl": (0, 60, 0.1, 5),
        "creatinine_mg_dl": (0, 30, 0.1, 15),
        "urine_ml_24h": (0, 20000, 0, 10000),
        "baseline_sofa": (0, 24, 0, 24),
        "usual_map": (40, 200, 40, 200),
        "usual_spo2": (60, 100, 60, 100),
        **{f"baseline_{organ}": (0, 4, 0, 4) for organ in ORGANS},
    },
    "paediatric": {
        "age_months": (0, 215.99, 0, 215.99),
        "weight_kg": (0.2, 200, 7.05, 28.2),
        "vasoactive_count": (0, 6, 0, 6),
        "map_mmhg": (5, 250, 5, 150),
        "inr": (0.5, 20, 0.5, 20),
        "d_dimer_mg_l_feu": (0, 200, 0.01, 50),
        "fibrinogen_mg_dl": (10, 2000, 30, 2000),
        "capillary_refill_s": (0, 30, 0.5, 12),
    },
}
"""By key: lowest, highest, lowest usual, highest usual."""

VITALS = [
    *((0, 50, 150), (11.9, 50, 150), (12, 40, 140), (35.9, 40, 140), (36, 35, 130)),
    *((59.9, 35, 130), (60, 24, 120), (71.9, 24, 120), (72, 24, 110), (95.9, 24, 110)),
    *((96, 22, 105), (143.9, 22, 105), (144, 21, 91), (215.9, 21, 91)),
]
"""Age in months, and the breaths and beats a minute that are fast from there on."""

SYSTOLIC = [
    *((0, 60), (0.9, 60), (1, 70), (11.9, 70), (12, 72), (23.9, 72), (24, 74), (60, 80)),
    *((119.9, 88), (120, 90), (143.9, 90), (215.9, 90)),
]
"""Age in months, and the systolic pressure below which a child is hypotensive."""

MEAN = [(0, 31), (1, 39), (12, 44), (24, 45), (60, 49), (144, 52)]
"""Age in months, and the mean pressure below which a child is hypotensive."""


def fired(values: AdultValues | ChildValues) -> set[str]:
    return {finding.code for finding in assess(values).detected.findings}


@pytest.mark.parametrize(
    ("name", "code", "off", "on"),
    [
        ("respiratory_rate_rpm", "tachypnoea", 21, 22),
        ("heart_rate_bpm", "tachycardia", 90, 91),
        ("spo2_pct", "hypoxia", 92, 91),
        ("systolic_mmhg", "low_systolic", 90, 89),
        ("lactate_mmol_l", "raised_lactate", 2, 2.1),
        ("gcs", "altered_consciousness", 15, 14),
    ],
)
def test_sign_of_an_adult_fires_at_its_edge(name, code, off, on):
    assert fired(AdultValues(**{name: off})) == set()
    assert fired(AdultValues(**{name: on})) == {code}


@pytest.mark.parametrize(
    ("name", "code", "off", "on"),
    [
        ("spo2_pct", "hypoxia", 92, 91),
        ("lactate_mmol_l", "raised_lactate", 2, 2.1),
        ("capillary_refill_s", "slow_refill", 2, 2.1),
        ("gcs", "altered_consciousness", 15, 14),
        ("fio2_fraction", "oxygen_needed", 0.21, 0.22),
        ("vasoactive_count", "vasoactives", 0, 1),
    ],
)
def test_sign_of_a_child_fires_at_its_edge(name, code, off, on):
    assert fired(ChildValues(age_months=36, **{name: off})) == set()
    assert fired(ChildValues(age_months=36, **{name: on})) == {code}


@pytest.mark.parametrize(("age", "breaths", "beats"), VITALS)
def test_fast_breaths_and_pulse_go_by_age(age, breaths, beats):
    def child(**values):
        return fired(ChildValues(age_months=age, **values))

    assert child(respiratory_rate_rpm=breaths - 1, heart_rate_bpm=beats - 1) == set()
    assert child(respiratory_rate_rpm=breaths) == {"tachypnoea"}
    assert child(heart_rate_bpm=beats) == {"tachycardia"}


@pytest.mark.parametrize(("age", "lowest"), SYSTOLIC)
def test_low_systolic_pressure_goes_by_age(age, lowest):
    assert fired(ChildValues(age_months=age, systolic_mmhg=lowest)) == set()
    assert fired(ChildValues(age_months=age, systolic_mmhg=lowest - 1)) == {"low_systolic"}


@pytest.mark.parametrize(("age", "lowest"), MEAN)
def test_low_mean_pressure_of_a_child_is_phoenixs(age, lowest):
    assert fired(ChildValues(age_months=age, map_mmhg=lowest)) == set()
    assert fired(ChildValues(age_months=age, map_mmhg=lowest - 0.1)) == {"low_map"}


# Limits of values


def edges() -> list[Any]:
    return [
        pytest.param(population, key, *limits, id=f"{population}-{key}")
        for population, keys in LIMITS.items()
        for key, limits in keys.items()
    ]


def read(population: str, **values: Any) -> Any:
    # Other pressures out of the way, which would disagree.
    usual: Json = {"adult": ADULT, "paediatric": CHILD}[population]
    free = {"sbp": None, "dbp": None} if population == "adult" else {"sbp": None}
    vignette = {"id": "A", "inputs": {**usual, **free, **values}}
    return parse_vignettes(json.dumps(vignette), now_at=NOON)


def doubted(parsed: Any, key: str) -> list[str]:
    (vignette,) = parsed.vignettes
    return [doubt.key for doubt in doubts_of_values(vignette.values) if doubt.key == key]


@pytest.mark.parametrize(
    ("population", "key", "low", "high", "usual_low", "usual_high"), edges()
)
def test_value_is_refused_beyond_its_limits(  # noqa: PLR0917 -- the columns of the table
    population, key, low, high, usual_low, usual_high
):
    step = 1 if key.startswith(("gcs", "baseline", "vasoactive_count")) else 0.01
    for value in (low, high, usual_low, usual_high):
        assert read(population, **{key: value}).faults == ()
    for value in (low - step, high + step):
        (fault,) = read(population, **{key: value}).faults
        assert (fault.path, fault.problem) == (f"inputs.{key}", "out_of_range")


@pytest.mark.parametrize(
    ("population", "key", "low", "high", "usual_low", "usual_high"), edges()
)
def test_value_is_doubted_beyond_what_is_usual(  # noqa: PLR0917 -- the columns of the table
    population, key, low, high, usual_low, usual_high
):
    for value in (usual_low, usual_high):
        assert doubted(read(population, **{key: value}), key) == []
    for value in ({usual_low - 0.01} if low < usual_low else set()) | (
        {usual_high + 0.01} if usual_high < high else set()
    ):
        assert doubted(read(population, **{key: value}), key) == [key]


def test_every_limit_is_in_the_tables_above():
    known = {key for keys in LIMITS.values() for key in keys}
    assert {field.key for field in (*ADULT_FIELDS, *CHILD_FIELDS) if _is_number(field)} == known


@pytest.mark.parametrize(
    ("drug", "most"),
    [
        *(("dopamine", 100), ("dobutamine", 100), ("epinephrine", 10)),
        *(("norepinephrine", 10), ("milrinone", 10), ("phenylephrine", 20)),
        *(("levosimendan", 10), ("isoproterenol", 5)),
        *(("vasopressin", 1), ("terlipressin", 40), ("angiotensin_ii", 400)),
    ],
)
def test_dose_is_refused_beyond_its_limit(drug, most):
    assert DOSES[drug].high == most
    assert read("adult", vasoactives_mcg_kg_min={drug: most}).faults == ()
    (fault,) = read("adult", vasoactives_mcg_kg_min={drug: most + 0.1}).faults
    assert fault.problem == "out_of_range"


def _is_number(field: Field) -> bool:
    return field.kind in ("number", "whole")
