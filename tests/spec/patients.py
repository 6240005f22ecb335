"""Patients of the manual: in order, but for what a paragraph says."""

from typing import Any

from dispatch.assessment import AdultValues, Assessment, ChildValues, assess

FAILING_KIDNEY = {"creatinine_mg_dl": 2.5}
"""Two points of SOFA and no sign that detection reads."""


def an_adult(**changes: Any) -> AdultValues:
    """With an infection, in order otherwise, limits of treatment asked for and none."""
    plain: dict[str, Any] = {
        "infection_suspected": True,
        "respiratory_rate_rpm": 16,
        "spo2_pct": 98,
        "on_oxygen": False,
        "systolic_mmhg": 120,
        "diastolic_mmhg": 75,
        "heart_rate_bpm": 80,
        "acvpu": "A",
        "gcs": 15,
        "temperature_c": 37,
        "leukocytes_10e9_l": 8,
        "pao2_mmhg": 95,
        "fio2_fraction": 0.21,
        "has_respiratory_support": False,
        "platelets_10e9_l": 220,
        "bilirubin_mg_dl": 0.8,
        "creatinine_mg_dl": 0.9,
        "urine_ml_24h": 1500,
        "vasoactives_mcg_kg_min": {},
        "lactate_mmol_l": 1.1,
        "meningismus": False,
        "adequate_fluids_given": False,
        "baseline_points": 0,
        "has_treatment_limits": False,
        "is_end_of_life": False,
        "weight_kg": 70,
    }
    return AdultValues(**{**plain, **changes})


def a_child(**changes: Any) -> ChildValues:
    """Of three years, with an infection, in order otherwise."""
    plain: dict[str, Any] = {
        "age_months": 36,
        "infection_suspected": True,
        "spo2_pct": 98,
        "fio2_fraction": 0.21,
        "has_invasive_ventilation": False,
        "has_other_respiratory_support": False,
        "vasoactive_count": 0,
        "lactate_mmol_l": 1.0,
        "map_mmhg": 65,
        "platelets_10e9_l": 250,
        "inr": 1.0,
        "d_dimer_mg_l": 0.3,
        "fibrinogen_mg_dl": 300,
        "gcs": 15,
        "has_fixed_pupils": False,
        "respiratory_rate_rpm": 24,
        "heart_rate_bpm": 105,
        "systolic_mmhg": 95,
        "capillary_refill_s": 1,
        "temperature_c": 37.5,
        "has_poor_general_state": False,
        "has_poor_skin_perfusion": False,
        "has_petechiae": False,
        "meningismus": False,
        "has_treatment_limits": False,
        "is_end_of_life": False,
        "weight_kg": 14,
    }
    return ChildValues(**{**plain, **changes})


def of_adult(**changes: Any) -> Assessment:
    """The assessment of ``an_adult``."""
    return assess(an_adult(**changes))


def of_child(**changes: Any) -> Assessment:
    """The assessment of ``a_child``."""
    return assess(a_child(**changes))


def signs(found: Assessment) -> set[str]:
    """The findings that fired, by their codes."""
    return {finding.code for finding in found.detected.findings}
