"""Patients made at random, most values near an edge of some table, some not known."""

import random
from typing import Any

Json = dict[str, Any]

ADULT_POOLS: dict[str, str] = {
    "rr": "7 8 9 11 12 16 20 21 22 24 25 30",
    "spo2": "83 84 85 86 87 88 91 92 93 94 95 96 97 99",
    "sbp": "58 64 65 80 89 90 91 95 100 101 105 110 111 120 150 219 220",
    "dbp": "30 40 45 46 47 52 53 55 59 60 61 70",
    "hr": "39 40 41 50 51 75 90 91 110 111 130 131",
    "gcs": "3 5 6 9 10 12 13 14 15 15 15 15",
    "temp_c": "34.9 35.0 35.1 35.9 36.0 36.04 36.05 36.1 37 38.0 38.04 38.05 38.1 39.0 39.1",
    "wbc_10e9_l": "0 3.9 4 4.1 8 11.9 12 12.1 30",
    "bands_pct": "0 5 10 11",
    "paco2_mmhg": "25 31.9 32 40",
    "pao2_mmhg": "40 42 50 59 60 63 75 80 84 100 120 160",
    "fio2": "0.21 0.21 0.24 0.3 0.4 0.5 0.6 0.8 1",
    "platelets_10e9_l": "0 19 20 49 50 99 100 149 150 250",
    "bilirubin_mg_dl": "0.3 1.1 1.2 1.9 2 5.9 6 11.9 12 12.1 20",
    "creatinine_mg_dl": "0.6 1.1 1.2 1.9 2 3.4 3.5 4.9 5 5.1 9",
    "urine_ml_24h": "0 199 200 499 500 1500 2500",
    "lactate_mmol_l": "0.6 1.9 2 2.1 3.9 4 8 15",
    "baseline_sofa": "0 0 0 1 2 4 7",
    "age_years": "16 40 72 95",
}
CHILD_POOLS: dict[str, str] = {
    "age_months": "0 0.5 0.9 1 6 11.9 12 20 23.9 24 36 59 60 100 143.9 144 200 215.9",
    "pao2_mmhg": "40 59 60 80 81 100 119 120 160 200 240",
    "spo2": "60 70 73 77 80 84 88 90 92 95 97 98 100",
    "fio2": "0.21 0.21 0.25 0.3 0.4 0.5 0.6 1",
    "vasoactive_count": "0 0 0 1 2 3",
    "lactate_mmol_l": "1 2 2.1 4.9 5 10.9 11 14",
    "map_mmhg": "16 17 24 25 30 30.5 31 32 35 36 37 38 39 43 44 45 48 49 51 51.5 52 60",
    "platelets_10e9_l": "20 99 100 250",
    "inr": "1 1.3 1.31 2",
    "d_dimer_mg_l_feu": "0.3 2 2.1 9",
    "fibrinogen_mg_dl": "60 99 100 300",
    "gcs": "3 8 9 10 11 14 15 15 15 15",
    "rr": "12 24 25 26 27 28 29 39 40 49 50 59 60",
    "hr": "40 41 59 60 90 110 114 115 119 120 129 130 131 139 140 149 150 159 160",
}
ADULT_FLAGS = (
    *("on_oxygen", "respiratory_support", "infection_suspected", "meningismus"),
    *("adequate_fluids_given", "life_support_limitation"),
)
CHILD_FLAGS = (
    *("invasive_ventilation", "other_respiratory_support", "fixed_pupils_bilateral"),
    "infection_suspected",
)
DOSES = {
    "dopamine": (0, 0.5, 5, 5.1, 15, 15.1),
    "dobutamine": (0, 5),
    "epinephrine": (0, 0.05, 0.1, 0.11),
    "norepinephrine": (0, 0.05, 0.1, 0.11, 0.5),
    "vasopressin": (0, 0.0004),
}
NEEDED = {"age_months"}
UNKNOWN = 0.1
"""Share of values that nobody knows."""


def make_adult(rng: random.Random) -> Json:
    """One adult; a diastolic pressure that would not fit is not known."""
    x = {"population": "adult", **_drawn(rng, ADULT_POOLS), **_flags(rng, ADULT_FLAGS)}
    x["acvpu"] = rng.choice([*"AAAACVPU", None])
    x["usual_sbp"] = rng.choice([*[None] * 8, 80, 88, 95, 120, 150])
    x["spo2_scale"] = rng.choice([1, 1, 2, None])
    x["infection_suspected"] = rng.choice([True] * 8 + [False, None])
    drugs = rng.sample(list(DOSES), rng.choice([0, 0, 0, 1, 1, 2]))
    doses = {drug: rng.choice(DOSES[drug]) for drug in drugs}
    x["vasoactives_mcg_kg_min"] = None if rng.random() < UNKNOWN else doses
    if None not in (x["sbp"], x["dbp"]) and x["dbp"] >= x["sbp"]:
        x["dbp"] = None
    x["pregnancy"] = rng.choice([*[None] * 6, False, True])
    x["map_mmhg"] = rng.choice([*[None] * 6, 50, 64, 64.9, 65, 69, 70, 80])
    return x


def make_child(rng: random.Random) -> Json:
    """One child."""
    x = {"population": "paediatric", **_drawn(rng, CHILD_POOLS), **_flags(rng, CHILD_FLAGS)}
    x["infection_suspected"] = rng.choice([True] * 8 + [False, None])
    return x


def _drawn(rng: random.Random, pools: dict[str, str]) -> Json:
    return {key: _one(rng, key, pool.split()) for key, pool in pools.items()}


def _one(rng: random.Random, key: str, pool: list[str]) -> float | None:
    if key not in NEEDED and rng.random() < UNKNOWN:
        return None
    text = rng.choice(pool)
    return float(text) if "." in text else int(text)


def _flags(rng: random.Random, names: tuple[str, ...]) -> Json:
    return {name: rng.choice([True, True, False, False, None]) for name in names}
