"""What is measured of one patient, never who the patient is. ``None`` is not known.

The names of the published vignettes stand in ``fields.py``.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.assessment.criteria import criterion

Consciousness = Literal["A", "C", "V", "P", "U"]
"""Alert, new confusion, responds to voice, to pain, unresponsive."""

SpO2Scale = Literal[1, 2]
"""2 only where a clinician has recorded hypercapnic failure, target 88-92 %."""

RATIO_DIGITS = 6
"""Ratios are compared to this many digits: 63 / 0.21 is 300, not a hair less."""


class AdultValues(Struct, frozen=True, kw_only=True):
    """Values of a patient of 16 years or more.

    ``vasoactives_mcg_kg_min``: drug to dose, running for an hour or more; empty when none runs,
    None when nobody said. ``fio2_fraction`` 0.21 on air. ``has_respiratory_support``: invasive
    or not. ``baseline_points``: SOFA before this illness, ``baseline_<organ>_points`` its
    parts: a kidney on dialysis has 4. ``has_home_oxygen`` and the usual values are those of
    before this illness, too. ``spo2_scale`` is 1 while nobody said. ``map_mmhg``: the mean
    pressure as measured; what it is without one says ``map_of``. ``is_pregnant``: or less than
    six weeks since giving birth.
    """

    respiratory_rate_rpm: float | None = None
    spo2_pct: float | None = None
    spo2_scale: SpO2Scale | None = None
    on_oxygen: bool | None = None
    systolic_mmhg: float | None = None
    diastolic_mmhg: float | None = None
    map_mmhg: float | None = None
    usual_systolic_mmhg: float | None = None
    usual_map_mmhg: float | None = None
    has_home_oxygen: bool | None = None
    usual_spo2_pct: float | None = None
    heart_rate_bpm: float | None = None
    acvpu: Consciousness | None = None
    gcs: int | None = None
    temperature_c: float | None = None
    leukocytes_10e9_l: float | None = None
    bands_pct: float | None = None
    paco2_mmhg: float | None = None
    pao2_mmhg: float | None = None
    fio2_fraction: float | None = None
    has_respiratory_support: bool | None = None
    platelets_10e9_l: float | None = None
    bilirubin_mg_dl: float | None = None
    creatinine_mg_dl: float | None = None
    urine_ml_24h: float | None = None
    vasoactives_mcg_kg_min: dict[str, float] | None = None
    lactate_mmol_l: float | None = None
    infection_suspected: bool | None = None
    meningismus: bool | None = None
    adequate_fluids_given: bool | None = None
    baseline_points: int | None = None
    baseline_respiration_points: int | None = None
    baseline_coagulation_points: int | None = None
    baseline_liver_points: int | None = None
    baseline_cardiovascular_points: int | None = None
    baseline_cns_points: int | None = None
    baseline_renal_points: int | None = None
    has_treatment_limits: bool | None = None
    is_end_of_life: bool | None = None
    is_pregnant: bool | None = None
    age_years: float | None = None
    weight_kg: float | None = None
    assessed_at: datetime | None = None
    antibiotic_at: datetime | None = None


class ChildValues(Struct, frozen=True, kw_only=True):
    """Values of a patient of less than 18 years. ``age_months`` decides what is normal.

    ``vasoactive_count``: how many of the six drugs of Phoenix run.
    """

    age_months: float
    pao2_mmhg: float | None = None
    spo2_pct: float | None = None
    fio2_fraction: float | None = None
    has_invasive_ventilation: bool | None = None
    has_other_respiratory_support: bool | None = None
    vasoactive_count: int | None = None
    lactate_mmol_l: float | None = None
    map_mmhg: float | None = None
    platelets_10e9_l: float | None = None
    inr: float | None = None
    d_dimer_mg_l: float | None = None
    fibrinogen_mg_dl: float | None = None
    gcs: int | None = None
    has_fixed_pupils: bool | None = None
    infection_suspected: bool | None = None
    respiratory_rate_rpm: float | None = None
    heart_rate_bpm: float | None = None
    systolic_mmhg: float | None = None
    capillary_refill_s: float | None = None
    temperature_c: float | None = None
    has_poor_general_state: bool | None = None
    has_poor_skin_perfusion: bool | None = None
    has_petechiae: bool | None = None
    meningismus: bool | None = None
    has_treatment_limits: bool | None = None
    is_end_of_life: bool | None = None
    is_pregnant: bool | None = None
    weight_kg: float | None = None
    assessed_at: datetime | None = None
    antibiotic_at: datetime | None = None


PatientValues = AdultValues | ChildValues


def map_of(values: PatientValues, /) -> float | None:
    """Mean arterial pressure in mmHg, for everything that reads one: as it was told, of an
    adult else worked out of the two others. It is never above the systolic, whichever of them
    is older; and of a mean told and one worked out that contradict each other the lower counts.
    """
    told_mmhg, systolic_mmhg = values.map_mmhg, values.systolic_mmhg
    worked_out_mmhg = _worked_out(values)
    if told_mmhg is None:
        return worked_out_mmhg
    bounds = [told_mmhg] if systolic_mmhg is None else [told_mmhg, systolic_mmhg]
    if worked_out_mmhg is not None and are_apart(told_mmhg, worked_out_mmhg):
        bounds.append(worked_out_mmhg)
    return min(bounds)


def are_apart(told_mmhg: float, worked_out_mmhg: float, /) -> bool:
    """Whether a mean told and one worked out contradict each other: somebody is asked."""
    least_mmhg = criterion("mean_pressure_differs_above_mmhg")
    return abs(told_mmhg - worked_out_mmhg) > least_mmhg


def _worked_out(values: PatientValues) -> float | None:
    diastolic_mmhg = values.diastolic_mmhg if isinstance(values, AdultValues) else None
    if values.systolic_mmhg is None or diastolic_mmhg is None:
        return None
    return mean_mmhg(values.systolic_mmhg, diastolic_mmhg)


def mean_mmhg(systolic_mmhg: float, diastolic_mmhg: float, /) -> float:
    """The mean pressure that follows from two: (systolic + 2 x diastolic) / 3."""
    return round((systolic_mmhg + 2 * diastolic_mmhg) / 3, RATIO_DIGITS)


def ratio_of(pressure: float | None, fio2_fraction: float | None, /) -> float | None:
    """PaO2/FiO2 in mmHg, or SpO2/FiO2 in percent; None unless both are known."""
    if pressure is None or fio2_fraction is None:
        return None
    return round(pressure / fio2_fraction, RATIO_DIGITS)


def runs_vasoactives(values: AdultValues, /) -> bool | None:
    """Whether any vasoactive runs, those outside SOFA too; None when nobody said."""
    doses = values.vasoactives_mcg_kg_min
    return None if doses is None else any(dose > 0 for dose in doses.values())
