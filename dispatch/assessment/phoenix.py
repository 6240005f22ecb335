"""Phoenix Sepsis Score of children (Schlapbach 2024, Sanchez-Pinto 2024).

Labels sepsis, does not screen for it. Not for newborns in their first hospital stay. A
PaO2/FiO2 of exactly 200, or SpO2/FiO2 of 220, has 2 points as in the paper (the package
of its authors gives 1); between two whole mmHg of mean pressure its half-open rows hold.
"""

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
from dispatch.assessment.values import ChildValues, map_of, ratio_of

SOURCE = "Schlapbach 2024; Sanchez-Pinto 2024"

PF_ANY = Scale(
    "phoenix",
    "respiratory",
    "pao2_mmhg / fio2_fraction",
    "mmHg",
    rungs((1, "<", 400)),
    f"{SOURCE}; on any respiratory support",
)
SF_ANY = Scale(
    "phoenix",
    "respiratory",
    "spo2_pct / fio2_fraction",
    "%",
    rungs((1, "<", 292)),
    f"{SOURCE}; on any respiratory support, SpO2 of 97 % or less",
)
PF_VENTILATED = Scale(
    "phoenix",
    "respiratory",
    "pao2_mmhg / fio2_fraction",
    "mmHg",
    rungs((3, "<", 100), (2, "<=", 200), (1, "<", 400)),
    f"{SOURCE}; on invasive ventilation",
)
SF_VENTILATED = Scale(
    "phoenix",
    "respiratory",
    "spo2_pct / fio2_fraction",
    "%",
    rungs((3, "<", 148), (2, "<=", 220), (1, "<", 292)),
    f"{SOURCE}; on invasive ventilation, SpO2 of 97 % or less",
)
VASOACTIVES = Scale(
    "phoenix",
    "cardiovascular",
    "vasoactive_count",
    "drugs",
    rungs((2, ">=", 2), (1, ">=", 1)),
    SOURCE,
)
LACTATE = Scale(
    "phoenix",
    "cardiovascular",
    "lactate_mmol_l",
    "mmol/L",
    rungs((2, ">=", 11), (1, ">=", 5)),
    SOURCE,
)


def _pressure(group: str, two_below_mmhg: float, one_below_mmhg: float) -> Scale:
    steps = rungs((2, "<", two_below_mmhg), (1, "<", one_below_mmhg))
    source = f"{SOURCE}; {group}"
    return Scale("phoenix", "cardiovascular", "map_mmhg", "mmHg", steps, source)


PRESSURE_BY_AGE: tuple[tuple[float, Scale], ...] = (
    (1, _pressure("under 1 month", 17, 31)),
    (12, _pressure("1 to 11 months", 25, 39)),
    (24, _pressure("1 year", 31, 44)),
    (60, _pressure("2 to 4 years", 32, 45)),
    (144, _pressure("5 to 11 years", 36, 49)),
    (216, _pressure("12 to 17 years", 38, 52)),
)
"""Mean arterial pressure by age: months below which the scale holds, and the scale."""

PLATELETS = Scale(
    "phoenix", "coagulation", "platelets_10e9_l", "10⁹/L", rungs((1, "<", 100)), SOURCE
)
INR = Scale("phoenix", "coagulation", "inr", "", rungs((1, ">", 1.3)), SOURCE)
D_DIMER = Scale(
    "phoenix", "coagulation", "d_dimer_mg_l", "mg/L FEU", rungs((1, ">", 2)), SOURCE
)
FIBRINOGEN = Scale(
    "phoenix", "coagulation", "fibrinogen_mg_dl", "mg/dL", rungs((1, "<", 100)), SOURCE
)
GLASGOW = Scale("phoenix", "neurological", "gcs", "points", rungs((1, "<=", 10)), SOURCE)
SCALES = (
    *(PF_ANY, SF_ANY, PF_VENTILATED, SF_VENTILATED, VASOACTIVES, LACTATE),
    *(scale for _, scale in PRESSURE_BY_AGE),
    *(PLATELETS, INR, D_DIMER, FIBRINOGEN, GLASGOW),
)

SPO2_UPTO = 97
"""Percent. Above it SpO2 no longer follows the oxygen in blood (Schlapbach 2024)."""

AIR = 0.21
"""Fraction of oxygen in air; more is respiratory support (the authors' package)."""

MOST_COAGULATION = 2
"""Points of coagulation at most (Schlapbach 2024)."""

FIXED_PUPILS = 2
"""Points for pupils fixed on both sides (Schlapbach 2024)."""

SEPSIS = 2
"""Points in all that make an infection sepsis (Schlapbach 2024)."""

SHOCK = 1
"""Cardiovascular points that make sepsis septic shock (Schlapbach 2024)."""


def score_phoenix(values: ChildValues, /) -> Score:
    """Phoenix score of a child, part by part."""
    return sum_up(
        {
            "respiratory": _respiratory(values),
            "cardiovascular": _cardiovascular(values),
            "coagulation": _coagulation(values),
            "neurological": _neurological(values),
        }
    )


def pressure_scale(age_months: float, /) -> Scale:
    """The scale of mean arterial pressure at that age, less than 216 months."""
    return next(scale for below, scale in PRESSURE_BY_AGE if age_months < below)


def lowest_map_mmhg(age_months: float, /) -> float:
    """The mean arterial pressure below which that age has points of Phoenix."""
    return max(rung.value for rung in pressure_scale(age_months).rungs)


def points_by_systolic(values: ChildValues, /) -> int:
    """The points a mean pressure that is unknown has at least: it can't exceed the systolic
    (arithmetic). 0 where the mean is known, because the score counts it.
    """
    if values.map_mmhg is not None or values.systolic_mmhg is None:
        return 0
    return points_on(pressure_scale(values.age_months), values.systolic_mmhg)


def is_supported(values: ChildValues, /) -> bool | None:
    """Whether the child has any respiratory support, oxygen included; None when unknown."""
    more_than_air = None if values.fio2_fraction is None else values.fio2_fraction > AIR
    said = (
        values.has_invasive_ventilation,
        values.has_other_respiratory_support,
        more_than_air,
    )
    if any(said):
        return True
    return None if None in said else False


def _respiratory(values: ChildValues) -> Part:
    supported = is_supported(values)
    if supported is False:
        return Part(0)
    ratios = _ratios(values)
    if ratios == (None, None):
        return Part(0, _unknown(values, *_unmeasured(values), "fio2_fraction"))
    ventilated = _worst((PF_VENTILATED, SF_VENTILATED), ratios)
    if values.has_invasive_ventilation:
        return Part(ventilated)
    on_any = _worst((PF_ANY, SF_ANY), ratios)
    points = on_any if supported else 0
    could_be = ventilated if values.has_invasive_ventilation is None else on_any
    unsaid = _unknown(values, "has_invasive_ventilation", "has_other_respiratory_support")
    return Part(points, unsaid if points < could_be else ())


def _unmeasured(values: ChildValues) -> tuple[str, ...]:
    """What a ratio lacks beside the fraction of oxygen: one measure is enough."""
    is_measured = values.pao2_mmhg is not None or _usable_spo2(values) is not None
    return () if is_measured else ("pao2_mmhg", "spo2_pct")


def _usable_spo2(values: ChildValues) -> float | None:
    spo2_pct = values.spo2_pct
    return None if spo2_pct is None or spo2_pct > SPO2_UPTO else spo2_pct


def _ratios(values: ChildValues) -> tuple[float | None, float | None]:
    """PaO2/FiO2 and SpO2/FiO2, as far as they are known and may be used."""
    fio2_fraction = values.fio2_fraction
    return (
        ratio_of(values.pao2_mmhg, fio2_fraction),
        ratio_of(_usable_spo2(values), fio2_fraction),
    )


def _worst(scales: tuple[Scale, Scale], ratios: tuple[float | None, float | None]) -> int:
    known = [(s, r) for s, r in zip(scales, ratios, strict=True) if r is not None]
    return max(points_on(scale, ratio) for scale, ratio in known)


def _unknown(values: ChildValues, *names: str) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(values, name) is None)


def _cardiovascular(values: ChildValues) -> Part:
    parts = (
        part_of(VASOACTIVES, values.vasoactive_count),
        part_of(LACTATE, values.lactate_mmol_l),
        part_of(pressure_scale(values.age_months), map_of(values)),
    )
    missing = tuple(name for part in parts for name in part.missing)
    return Part(sum(part.points for part in parts), missing)


def _coagulation(values: ChildValues) -> Part:
    parts = (
        part_of(PLATELETS, values.platelets_10e9_l),
        part_of(INR, values.inr),
        part_of(D_DIMER, values.d_dimer_mg_l),
        part_of(FIBRINOGEN, values.fibrinogen_mg_dl),
    )
    points = min(MOST_COAGULATION, sum(part.points for part in parts))
    missing = tuple(name for part in parts for name in part.missing)
    return Part(points, () if points == MOST_COAGULATION else missing)


def _neurological(values: ChildValues) -> Part:
    pupils = values.has_fixed_pupils
    by_pupils = Part(
        FIXED_PUPILS * bool(pupils), ("has_fixed_pupils",) if pupils is None else ()
    )
    return worse_of(part_of(GLASGOW, values.gcs), by_pupils, most=FIXED_PUPILS)
