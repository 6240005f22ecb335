"""A refused value that would be usual in another unit is told so; nothing is converted."""

import pytest

from dispatch.assessment.assess import assess
from dispatch.assessment.other_units import Perhaps, perhaps_in
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.assessment.quantities import ADULT_QUANTITIES, CHILD_QUANTITIES, DOSES
from tests.builders import NOON


@pytest.mark.parametrize(
    ("name", "value", "unit", "would_be"),
    [
        ("lactate_mmol_l", 36, "mg/dL", "4 mmol/L"),
        ("bilirubin_mg_dl", 62, "µmol/L", "3.63 mg/dL"),
        ("creatinine_mg_dl", 265, "µmol/L", "3 mg/dL"),
        ("temperature_c", 102.2, "°F", "39 °C"),
        ("platelets_10e9_l", 180_000, "/µL", "180 10⁹/L"),
        ("leukocytes_10e9_l", 18_000, "/µL", "18 10⁹/L"),
        ("weight_kg", 70_000, "g", "70 kg"),
        ("pao2_mmhg", 9, "kPa", "67.5 mmHg"),
        ("paco2_mmhg", 5.3, "kPa", "39.8 mmHg"),
        ("fio2_fraction", 60, "%", "0.6"),
        ("spo2_pct", 0.94, "0-1", "94 %"),
        ("systolic_mmhg", 12, "cmHg", "120 mmHg"),
    ],
)
def test_value_of_an_adult_in_another_unit(name, value, unit, would_be):
    assert perhaps_in(ADULT_QUANTITIES[name], value) == Perhaps(unit, would_be)


@pytest.mark.parametrize(
    ("name", "value", "unit", "would_be"),
    [
        ("weight_kg", 3200, "g", "3.2 kg"),
        ("weight_kg", 242, "lb", "110 kg"),
        ("fibrinogen_mg_dl", 3.5, "g/L", "350 mg/dL"),
        ("d_dimer_mg_l", 2500, "µg/L", "2.5 mg/L FEU"),
    ],
)
def test_value_of_a_child_in_another_unit(name, value, unit, would_be):
    assert perhaps_in(CHILD_QUANTITIES[name], value) == Perhaps(unit, would_be)


@pytest.mark.parametrize(
    ("dose", "weight_kg", "perhaps"),
    [
        (21, 70, Perhaps("µg/min", "0.3 µg/kg/min")),
        (200, 70, Perhaps("µg/min, mg/h, mL/h")),
        (21, None, Perhaps("µg/min, mg/h, mL/h")),
        (-1, 70, None),
        (9, 70, None),
    ],
)
def test_dose_of_a_pump_is_told_by_the_weight(dose, weight_kg, perhaps):
    for row in (ADULT_QUANTITIES["noradrenaline_mcg_kg_min"], DOSES["norepinephrine"]):
        assert perhaps_in(row, dose, weight_kg=weight_kg) == perhaps


def test_drug_with_a_unit_of_its_own_is_told_in_it():
    assert perhaps_in(DOSES["vasopressin"], 1.8) == Perhaps("U/h", "0.03 U/min")
    assert perhaps_in(DOSES["vasopressin"], 30) == Perhaps("mU/min", "0.03 U/min")
    assert perhaps_in(DOSES["terlipressin"], 900) is None


def test_drug_nobody_knows_is_refused_with_those_known():
    doses = {"vasoactives_mcg_kg_min": {"dopexamine": 1}}
    found = parse_inputs({"population": "adult", **doses}, "", now_at=NOON)
    assert isinstance(found, tuple)
    assert (found[0].problem, found[0].allowed) == ("unknown_key", ", ".join(DOSES))


@pytest.mark.parametrize("drug", DOSES)
def test_any_drug_that_runs_is_shock_after_right_fluids(drug):
    inputs = {
        "population": "adult",
        "infection_suspected": True,
        "adequate_fluids_given": True,
        "vasoactives_mcg_kg_min": {drug: 0.02},
    }
    values = parse_inputs(inputs, "", now_at=NOON)
    assert not isinstance(values, tuple)
    assert assess(values).classified.is_shock


@pytest.mark.parametrize(
    ("name", "value"), [("lactate_mmol_l", 900), ("heart_rate_bpm", 900), ("gcs", 16)]
)
def test_value_that_is_usual_in_no_unit_gets_no_hint(name, value):
    assert perhaps_in(ADULT_QUANTITIES[name], value) is None


def test_fault_of_inputs_carries_the_hint():
    inputs = {
        "population": "adult",
        "lactate_mmol_l": 36,
        "vasoactives_mcg_kg_min": {"noradrenaline": 21},
        "hr": 900,
    }
    found = parse_inputs(inputs, "", now_at=NOON)
    assert isinstance(found, tuple)
    lactate, dose, pulse = found
    assert (lactate.unit, lactate.would_be) == ("mg/dL", "4 mmol/L")
    assert (dose.unit, dose.would_be) == ("µg/min, mg/h, mL/h", "")
    assert (pulse.unit, pulse.would_be) == ("", "")
