"""Detection in adults, A + BCD + E (Yébenes 2020, table 1 and Fig. 2).

Tachypnoea, tachycardia and altered consciousness raise suspicion. Hypoxia, hypotension,
meningismus and lactate allow activation. The cut-offs are those of the centre.
"""

from collections.abc import Iterator

from dispatch.assessment.baseline import (
    is_usual_oxygen,
    low_map_of,
    low_spo2_of,
    low_systolic_of,
)
from dispatch.assessment.cutoffs import Cutoffs
from dispatch.assessment.finding import Detected, Detection, Finding, detect
from dispatch.assessment.values import AdultValues, map_of, runs_vasoactives

SUSPICION, ACTIVATION = Detection.SUSPICION, Detection.ACTIVATION
FULL_GCS = 15
"""Points of the Glasgow scale in full consciousness."""

READ = (
    *("respiratory_rate_rpm", "spo2_pct", "on_oxygen", "heart_rate_bpm", "systolic_mmhg"),
    *("diastolic_mmhg", "vasoactives_mcg_kg_min", "acvpu", "meningismus", "lactate_mmol_l"),
)
"""The diastolic pressure for the mean alone, which may have been told itself."""


def detect_adult(values: AdultValues, cutoffs: Cutoffs, /) -> Detected:
    """The findings that fired, by letter, and what they amount to."""
    findings = (
        *_breathing(values, cutoffs),
        *_circulation(values, cutoffs),
        *_disability(values),
        *_biomarkers(values, cutoffs),
    )
    needless = "diastolic_mmhg" if map_of(values) is not None else ""
    read = (name for name in READ if name != needless)
    missing = tuple(name for name in read if getattr(values, name) is None)
    return detect(findings, missing, infection=values.infection_suspected)


def _breathing(values: AdultValues, cutoffs: Cutoffs) -> Iterator[Finding]:
    rate, least = values.respiratory_rate_rpm, cutoffs.tachypnoea_from_rpm
    if rate is not None and rate >= least:
        yield Finding("tachypnoea", "B", SUSPICION, "respiratory_rate_rpm", rate, least)
    spo2, lowest = values.spo2_pct, low_spo2_of(values, cutoffs)
    if spo2 is not None and spo2 < lowest:
        yield Finding("hypoxia", "B", ACTIVATION, "spo2_pct", spo2, lowest)
    # With recorded hypercapnic failure oxygen at home is usual and no sign of sepsis.
    if values.on_oxygen and values.spo2_scale != 2 and not is_usual_oxygen(values):
        yield Finding("oxygen_needed", "B", ACTIVATION, "on_oxygen")


def _circulation(values: AdultValues, cutoffs: Cutoffs) -> Iterator[Finding]:
    pulse, most = values.heart_rate_bpm, cutoffs.tachycardia_above_bpm
    if pulse is not None and pulse > most:
        yield Finding("tachycardia", "C", SUSPICION, "heart_rate_bpm", pulse, most)
    systolic, lowest = values.systolic_mmhg, low_systolic_of(values, cutoffs)
    if systolic is not None and systolic < lowest:
        yield Finding("low_systolic", "C", ACTIVATION, "systolic_mmhg", systolic, lowest)
    mean, lowest = map_of(values), low_map_of(values, cutoffs)
    if mean is not None and mean < lowest:
        yield Finding("low_map", "C", ACTIVATION, "map_mmhg", mean, lowest)
    usual, most = values.usual_systolic_mmhg, cutoffs.systolic_fall_above_mmhg
    if usual is not None and systolic is not None and usual - systolic > most:
        fall = usual - systolic
        yield Finding("systolic_fall", "C", ACTIVATION, "usual_systolic_mmhg", fall, most)
    if runs_vasoactives(values):
        yield Finding("vasoactives", "C", ACTIVATION, "vasoactives_mcg_kg_min")


def _disability(values: AdultValues) -> Iterator[Finding]:
    if values.acvpu is not None and values.acvpu != "A":
        yield Finding("altered_consciousness", "D", SUSPICION, "acvpu")
    elif values.gcs is not None and values.gcs < FULL_GCS:
        yield Finding("altered_consciousness", "D", SUSPICION, "gcs", values.gcs, FULL_GCS)
    if values.meningismus:
        yield Finding("meningismus", "D", ACTIVATION, "meningismus")


def _biomarkers(values: AdultValues, cutoffs: Cutoffs) -> Iterator[Finding]:
    lactate, most = values.lactate_mmol_l, cutoffs.lactate_above_mmol_l
    if lactate is not None and lactate > most:
        yield Finding("raised_lactate", "E", ACTIVATION, "lactate_mmol_l", lactate, most)
