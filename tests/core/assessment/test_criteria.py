"""Every number of the protocol has a name, a unit and a source, and only one place."""

import pytest

from dispatch.assessment import CRITERIA, criterion
from dispatch.assessment.detection_criteria import ADULT_DETECTION, CHILD_DETECTION

ENDINGS = {
    "mmHg": "mmhg",
    "mmol/L": "mmol_l",
    "mL/kg": "ml_kg",
    "%": "pct",
    "°C": "c",
}
"""How a unit is written at the end of a name, where it differs."""


def test_window_of_three_hours_is_the_papers():
    window = CRITERIA["window_min"]
    assert (window.value, window.unit, window.is_proposed) == (180, "min", False)
    assert "Yébenes" in window.source


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unassigned_alarm_min", 15),
        ("no_answer_p0_min", 5),
        ("no_answer_3h_min", 15),
        ("unit_silent_min", 5),
        ("unit_overdue_min", 10),
        ("paper_idle_min", 10),
        ("papers_still_min", 10),
        ("papers_end_min", 20),
        ("reassess_hypotension_min", 60),
        ("bedside_p0_min", 42),
        ("bedside_3h_min", 32),
        ("handover_min", 25),
        ("cleaning_min", 15),
        ("mobilisation_road_min", 3),
        ("mobilisation_air_min", 12),
        ("fluids_ml_kg", 30),
        ("contradiction_within_s", 60),
        ("weights_differ_above_pct", 20),
        ("clock_ahead_s", 120),
        ("sepsis_rise_from_points", 2),
        ("shock_map_below_mmhg", 65),
        ("sepsis3_lactate_above_mmol_l", 2),
        ("tachypnoea_from_rpm", 22),
        ("tachycardia_above_bpm", 90),
        ("hypoxia_below_pct", 92),
        ("hypoxia_scale2_below_pct", 88),
        ("low_systolic_below_mmhg", 90),
        ("low_map_below_mmhg", 65),
        ("systolic_fall_above_mmhg", 40),
        ("lactate_above_mmol_l", 2),
        ("child_hypoxia_below_pct", 92),
        ("child_refill_above_s", 2),
        ("child_refill_tachycardia_from_s", 3),
        ("child_fever_from_c", 38),
        ("child_gcs_upto_points", 10),
    ],
)
def test_number_is_asked_by_name(name, value):
    assert criterion(name) == value


def test_number_without_a_public_source_says_so():
    sourced = {name for name, row in CRITERIA.items() if not row.is_proposed}
    assert sourced == {
        "window_min",
        "fluids_ml_kg",
        "sepsis_rise_from_points",
        "sepsis3_lactate_above_mmol_l",
        "bundle_antibiotic_min",
        "bundle_lactate_min",
        "fluids_lactate_from_mmol_l",
        "bundle_fluids_min",
        "bundle_controls_min",
        "bundle_map_from_mmhg",
        "bundle_peripheral_min",
        "bundle_focus_shock_min",
        "bundle_focus_sepsis_min",
        "bundle_reassess_from_min",
        "bundle_reassess_by_min",
    }


@pytest.mark.parametrize("row", CRITERIA.values(), ids=lambda row: row.name)
def test_row_says_unit_source_and_meaning(row):
    assert row.name.endswith(f"_{ENDINGS.get(row.unit, row.unit)}")
    assert row.source
    assert row.meaning
    assert row.version


@pytest.mark.parametrize("row", CRITERIA.values(), ids=lambda row: row.name)
def test_proposed_number_has_no_paper_behind_it(row):
    assert ("proposed" in row.source) == row.is_proposed


@pytest.mark.parametrize("row", [*ADULT_DETECTION, *CHILD_DETECTION], ids=lambda row: row.name)
def test_cutoff_of_detection_says_whose_it_borrows(row):
    assert row.is_proposed
    assert "after " in row.source


def test_unknown_number_is_a_defect():
    with pytest.raises(KeyError):
        criterion("deadline_p0_min")


def test_priority_0_has_no_minutes():
    assert "window_p0_min" not in CRITERIA
