"""Patients worked by hand: what differs from a patient in order, and what then differs.

Every row carries its working. What a row does not name must be as in the patient in order: a
score that moves where it should not is a fault too.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]


class Worked(NamedTuple):
    """``inputs`` over those of the patient in order, ``expected`` over that answer."""

    name: str
    inputs: Json
    expected: Json
    why: str


ADULT: Json = {
    "population": "adult",
    "age_years": 50,
    "rr": 16,
    "spo2": 98,
    "spo2_scale": 1,
    "on_oxygen": False,
    "sbp": 120,
    "dbp": 75,
    "hr": 80,
    "acvpu": "A",
    "gcs": 15,
    "temp_c": 37.0,
    "wbc_10e9_l": 8,
    "bands_pct": 0,
    "paco2_mmhg": 40,
    "pao2_mmhg": 95,
    "fio2": 0.21,
    "respiratory_support": False,
    "platelets_10e9_l": 250,
    "bilirubin_mg_dl": 0.6,
    "creatinine_mg_dl": 0.8,
    "urine_ml_24h": 1800,
    "vasoactives_mcg_kg_min": {},
    "lactate_mmol_l": 1.0,
    "infection_suspected": True,
    "meningismus": False,
    "adequate_fluids_given": False,
    "baseline_sofa": 0,
    "life_support_limitation": False,
}
"""An infection and nothing else. MAP (120 + 150) / 3 = 90; P/F 95 / 0.21 = 452."""

ADULT_ANSWER: Json = {
    "qsofa": 0,
    "qsofa_parts": {"rr": 0, "sbp": 0, "gcs": 0},
    "sirs": 0,
    "sirs_parts": {"temp": 0, "hr": 0, "rr": 0, "wbc": 0},
    "news2": 0,
    "news2_parts": {
        "rr": 0,
        "spo2": 0,
        "oxygen": 0,
        "sbp": 0,
        "pulse": 0,
        "consciousness": 0,
        "temp": 0,
    },
    "news2_is_valid": True,
    "news2_risk": "low",
    "news2_risk_is_known": True,
    "sofa": 0,
    "sofa_parts": {
        "respiration": 0,
        "coagulation": 0,
        "liver": 0,
        "cardiovascular": 0,
        "cns": 0,
        "renal": 0,
    },
    "delta_sofa": 0,
    "mof": False,
    "mof_is_known": True,
    "classification": "infection",
    "septic_shock_sepsis3": False,
    "csi_priority": None,
    "priority_rule": None,
    "condition": None,
    "reassess_within_min": None,
    "csi_detection": "none",
    "findings": [],
    "may_activate": False,
    "why_not": ["no_organ_failure"],
    "volume_ml": None,
    "missing": {},
    "doubts": [],
}

CHILD: Json = {
    "population": "paediatric",
    "age_months": 36,
    "pao2_mmhg": None,
    "spo2": 97,
    "fio2": 0.21,
    "invasive_ventilation": False,
    "other_respiratory_support": False,
    "vasoactive_count": 0,
    "lactate_mmol_l": 1.0,
    "map_mmhg": 65,
    "platelets_10e9_l": 250,
    "inr": 1.0,
    "d_dimer_mg_l_feu": 0.3,
    "fibrinogen_mg_dl": 300,
    "gcs": 15,
    "fixed_pupils_bilateral": False,
    "infection_suspected": True,
    "life_support_limitation": False,
    "rr": 24,
    "hr": 100,
    "sbp": 95,
    "capillary_refill_s": 1,
    "poor_general_state": False,
    "poor_skin_perfusion": False,
    "petechiae": False,
    "meningismus": False,
    "weight_kg": 14,
}
"""Three years old, an infection and nothing else."""

CHILD_ANSWER: Json = {
    "phoenix": 0,
    "phoenix_parts": {
        "respiratory": 0,
        "cardiovascular": 0,
        "coagulation": 0,
        "neurological": 0,
    },
    "sepsis": False,
    "septic_shock": False,
    "classification": "infection",
    "csi_priority": None,
    "priority_rule": None,
    "condition": None,
    "reassess_within_min": None,
    "csi_detection": "none",
    "findings": [],
    "may_activate": False,
    "why_not": ["no_organ_failure"],
    "volume_ml": None,
    "missing": {},
    "doubts": [],
}


def worked(name: str) -> list[Worked]:
    """The rows of one of the tables beside this file."""
    text = Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8")
    return [Worked(**row) for row in json.loads(text)]


ADULTS, CHILDREN = worked("worked_adults"), worked("worked_children")


def shown(answer: Json) -> Json:
    """The answer as rows write it: findings, doubts and the gate by their codes alone."""
    flat = dict(answer)
    gate = flat.pop("activation")
    assert gate["basic_care_goes_on"]
    flat["may_activate"], flat["why_not"] = gate["may_activate"], gate["why_not"]
    flat["findings"] = [finding["code"] for finding in answer["findings"]]
    flat["doubts"] = [doubt["code"] for doubt in answer["doubts"]]
    assert flat.pop("classification_is_known") == _is_class_known(answer)
    for key in [key for key in flat if key.endswith("_open_parts")]:
        name = key.removesuffix("_open_parts")
        assert bool(flat.pop(key)) == (name in answer["missing"]), key
    if "fluids" in flat:
        flat["volume_ml"] = flat.pop("fluids")["volume_ml"]
    return flat


def _is_class_known(answer: Json) -> bool:
    lacks = {*answer["missing"].get("classification", ())} - {"baseline_sofa"}
    return answer["classification"] is not None and not lacks


def over(usual: Json, changes: Json) -> Json:
    """``changes`` over ``usual``; the parts of a score one by one. What SOFA lacks its rise
    lacks, too.
    """
    merged = {**usual, **changes}
    for key in changes:
        if key.endswith("_parts"):
            merged[key] = {**usual[key], **changes[key]}
    if "delta_sofa" in merged:
        merged["delta_sofa_is_known"] = "sofa" not in merged["missing"]
    return merged
