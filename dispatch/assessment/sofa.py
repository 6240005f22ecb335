"""SOFA: six organs, 0 to 4 points each (Vincent 1996; Singer 2016, table 1).

Unlike the paper's table the rows leave no gap: a creatinine of 5.0 or a bilirubin of 12.0 mg/dL
has 4 points. Values are scored in the unit they were reported in, never converted.
"""

from collections.abc import Mapping

from dispatch.assessment.consciousness import part_of_gcs
from dispatch.assessment.scale import (
    Part,
    Scale,
    Score,
    part_of,
    points_on,
    rungs,
    sum_up,
    worse_of,
)
from dispatch.assessment.values import AdultValues, map_of, ratio_of

SOURCE = "Vincent 1996; Singer 2016, table 1"
MOST = 4
"""Points of an organ that has failed altogether."""

WITHOUT_SUPPORT = 2
"""Points of respiration at most without respiratory support."""

RESPIRATION = Scale(
    "sofa",
    "respiration",
    "pao2_mmhg / fio2_fraction",
    "mmHg",
    rungs((4, "<", 100), (3, "<", 200), (2, "<", 300), (1, "<", 400)),
    f"{SOURCE}; 3 and 4 only with respiratory support",
)
COAGULATION = Scale(
    "sofa",
    "coagulation",
    "platelets_10e9_l",
    "10⁹/L",
    rungs((4, "<", 20), (3, "<", 50), (2, "<", 100), (1, "<", 150)),
    SOURCE,
)
LIVER = Scale(
    "sofa",
    "liver",
    "bilirubin_mg_dl",
    "mg/dL",
    rungs((4, ">=", 12), (3, ">=", 6), (2, ">=", 2), (1, ">=", 1.2)),
    SOURCE,
)
PRESSURE = Scale(
    "sofa",
    "cardiovascular",
    "map_mmhg",
    "mmHg",
    rungs((1, "<", 70)),
    f"{SOURCE}; no vasoactive",
)
DOPAMINE = Scale(
    "sofa",
    "cardiovascular",
    "dopamine",
    "µg/kg/min",
    rungs((4, ">", 15), (3, ">", 5), (2, ">", 0)),
    SOURCE,
)
DOBUTAMINE = Scale(
    "sofa", "cardiovascular", "dobutamine", "µg/kg/min", rungs((2, ">", 0)), SOURCE
)
EPINEPHRINE = Scale(
    "sofa",
    "cardiovascular",
    "epinephrine",
    "µg/kg/min",
    rungs((4, ">", 0.1), (3, ">", 0)),
    SOURCE,
)
NOREPINEPHRINE = Scale(
    "sofa",
    "cardiovascular",
    "norepinephrine",
    "µg/kg/min",
    rungs((4, ">", 0.1), (3, ">", 0)),
    SOURCE,
)
CNS = Scale(
    "sofa",
    "cns",
    "gcs",
    "points",
    rungs((4, "<", 6), (3, "<", 10), (2, "<", 13), (1, "<", 15)),
    SOURCE,
)
CREATININE = Scale(
    "sofa",
    "renal",
    "creatinine_mg_dl",
    "mg/dL",
    rungs((4, ">=", 5), (3, ">=", 3.5), (2, ">=", 2), (1, ">=", 1.2)),
    SOURCE,
)
URINE = Scale(
    "sofa", "renal", "urine_ml_24h", "mL/24 h", rungs((4, "<", 200), (3, "<", 500)), SOURCE
)
SCALES = (
    *(RESPIRATION, COAGULATION, LIVER, PRESSURE, DOPAMINE, DOBUTAMINE, EPINEPHRINE),
    *(NOREPINEPHRINE, CNS, CREATININE, URINE),
)
DRUGS = (DOPAMINE, DOBUTAMINE, EPINEPHRINE, NOREPINEPHRINE)
"""Vasopressin and others are no part of SOFA; they count for shock all the same."""

FAILING = 2
"""An organ has failed above this many points (Yébenes 2020: SOFA categories scoring > 2)."""

FAILING_ORGANS = 2
"""Multi-organ failure from this many on (Yébenes 2020)."""


def score_sofa(values: AdultValues, /) -> Score:
    """SOFA of an adult, part by part."""
    return sum_up(
        {
            "respiration": _respiration(values),
            "coagulation": part_of(COAGULATION, values.platelets_10e9_l),
            "liver": part_of(LIVER, values.bilirubin_mg_dl),
            "cardiovascular": _cardiovascular(values),
            "cns": part_of_gcs(CNS, values),
            "renal": worse_of(
                part_of(CREATININE, values.creatinine_mg_dl),
                part_of(URINE, values.urine_ml_24h),
                most=MOST,
            ),
        }
    )


def is_multi_organ_failure(sofa: Score, usual: Mapping[str, int] | None = None, /) -> bool:
    """Whether two organs or more have more than 2 points. ``usual``: points by organ before
    this illness; an organ that is no worse than that has not failed of it.
    """
    before = usual or {}
    failed = (
        points > FAILING and points > before.get(organ, 0)
        for organ, points in sofa.parts.items()
    )
    return sum(failed) >= FAILING_ORGANS


def is_multi_organ_failure_known(
    values: AdultValues, sofa: Score, usual: Mapping[str, int] | None = None, /
) -> bool:
    """Whether the answer is the same whatever the missing values are: a no is none while two
    organs could have failed. Without respiratory support the lungs can't.
    """
    worst = dict.fromkeys(sofa.open_parts, MOST)
    if values.has_respiratory_support is False:
        worst.pop("respiration", None)
    could = Score(0, sofa.parts | worst, ())
    return is_multi_organ_failure(could, usual) is is_multi_organ_failure(sofa, usual)


def _respiration(values: AdultValues) -> Part:
    ratio = ratio_of(values.pao2_mmhg, values.fio2_fraction)
    if ratio is None:
        given = {"pao2_mmhg": values.pao2_mmhg, "fio2_fraction": values.fio2_fraction}
        return Part(0, tuple(name for name, value in given.items() if value is None))
    points = points_on(RESPIRATION, ratio)
    if points <= WITHOUT_SUPPORT or values.has_respiratory_support:
        return Part(points)
    unsaid = values.has_respiratory_support is None
    return Part(WITHOUT_SUPPORT, ("has_respiratory_support",) if unsaid else ())


def _cardiovascular(values: AdultValues) -> Part:
    doses = values.vasoactives_mcg_kg_min
    unsaid = ("vasoactives_mcg_kg_min",) if doses is None else ()
    by_drug = max(points_on(drug, (doses or {}).get(drug.reads, 0)) for drug in DRUGS)
    if by_drug:
        return Part(by_drug)
    mean_mmhg = map_of(values)
    if mean_mmhg is not None:
        return Part(points_on(PRESSURE, mean_mmhg), unsaid)
    given = {"systolic_mmhg": values.systolic_mmhg, "diastolic_mmhg": values.diastolic_mmhg}
    return Part(0, (*(name for name, value in given.items() if value is None), *unsaid))
