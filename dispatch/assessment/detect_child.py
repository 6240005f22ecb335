"""Detection in children, A + BCD + E with their own signs (Yébenes 2020, Fig. 3).

The drawing's own words are not in the text of the paper: poor general state, petechiae and poor
skin perfusion are; which of them suspects and which activates is proposed.
"""

from collections.abc import Iterator

from dispatch.assessment.child_vitals import lowest_systolic_mmhg, vitals_at
from dispatch.assessment.cutoffs import Cutoffs
from dispatch.assessment.detect_adult import FULL_GCS
from dispatch.assessment.finding import Detected, Detection, Finding, detect
from dispatch.assessment.phoenix import is_supported, lowest_map_mmhg
from dispatch.assessment.values import ChildValues, map_of

SUSPICION, ACTIVATION = Detection.SUSPICION, Detection.ACTIVATION

READ = (
    *(
        "respiratory_rate_rpm",
        "spo2_pct",
        "fio2_fraction",
        "heart_rate_bpm",
        "map_mmhg",
        "vasoactive_count",
    ),
    *("capillary_refill_s", "has_poor_skin_perfusion", "has_petechiae", "gcs", "meningismus"),
    *("has_poor_general_state", "lactate_mmol_l"),
)


def detect_child(values: ChildValues, cutoffs: Cutoffs, /) -> Detected:
    """The findings that fired, by letter, and what they amount to."""
    findings = (
        *_breathing(values, cutoffs),
        *_pulse_and_skin(values, cutoffs),
        *_pressure(values),
        *_disability(values, cutoffs),
        *_biomarkers(values, cutoffs),
    )
    read = (*READ, "temperature_c") if values.has_petechiae else READ
    missing = tuple(name for name in read if getattr(values, name) is None)
    return detect(findings, missing, infection=values.infection_suspected)


def _breathing(values: ChildValues, cutoffs: Cutoffs) -> Iterator[Finding]:
    rate, least = values.respiratory_rate_rpm, vitals_at(values.age_months).fast_breaths_rpm
    if rate is not None and rate >= least:
        yield Finding("tachypnoea", "B", SUSPICION, "respiratory_rate_rpm", rate, least)
    spo2, lowest = values.spo2_pct, cutoffs.child_hypoxia_below_pct
    if spo2 is not None and spo2 < lowest:
        yield Finding("hypoxia", "B", ACTIVATION, "spo2_pct", spo2, lowest)
    if is_supported(values):
        yield Finding("oxygen_needed", "B", ACTIVATION, "fio2_fraction", values.fio2_fraction)


def _pulse_and_skin(values: ChildValues, cutoffs: Cutoffs) -> Iterator[Finding]:
    pulse, least = values.heart_rate_bpm, vitals_at(values.age_months).fast_pulse_bpm
    is_fast = pulse is not None and pulse >= least
    if is_fast:
        yield Finding("tachycardia", "C", SUSPICION, "heart_rate_bpm", pulse, least)
    refill, most = values.capillary_refill_s, cutoffs.child_refill_above_s
    if refill is not None and refill > most:
        yield Finding("slow_refill", "C", SUSPICION, "capillary_refill_s", refill, most)
    least = cutoffs.child_refill_tachycardia_from_s
    if is_fast and refill is not None and refill >= least:
        code = "slow_refill_tachycardia"
        yield Finding(code, "C", ACTIVATION, "capillary_refill_s", refill, least)
    if values.has_poor_skin_perfusion:
        yield Finding("poor_skin_perfusion", "C", SUSPICION, "has_poor_skin_perfusion")
    if values.has_petechiae:
        warm, least = values.temperature_c, cutoffs.child_fever_from_c
        has_fever = warm is not None and warm >= least
        strength = ACTIVATION if has_fever else SUSPICION
        yield Finding("petechiae", "C", strength, "has_petechiae")


def _pressure(values: ChildValues) -> Iterator[Finding]:
    age_months = values.age_months
    systolic, lowest = values.systolic_mmhg, lowest_systolic_mmhg(age_months)
    if systolic is not None and systolic < lowest:
        yield Finding("low_systolic", "C", ACTIVATION, "systolic_mmhg", systolic, lowest)
    mean, lowest = map_of(values), lowest_map_mmhg(age_months)
    if mean is not None and mean < lowest:
        yield Finding("low_map", "C", ACTIVATION, "map_mmhg", mean, lowest)
    if values.vasoactive_count:
        yield Finding("vasoactives", "C", ACTIVATION, "vasoactive_count")


def _disability(values: ChildValues, cutoffs: Cutoffs) -> Iterator[Finding]:
    gcs, low = values.gcs, cutoffs.child_gcs_upto_points
    if gcs is not None and gcs <= low:
        yield Finding("low_consciousness", "D", ACTIVATION, "gcs", gcs, low)
    elif gcs is not None and gcs < FULL_GCS:
        yield Finding("altered_consciousness", "D", SUSPICION, "gcs", gcs, FULL_GCS)
    if values.has_fixed_pupils:
        yield Finding("fixed_pupils", "D", ACTIVATION, "has_fixed_pupils")
    if values.has_poor_general_state:
        yield Finding("poor_general_state", "D", SUSPICION, "has_poor_general_state")
    if values.meningismus:
        yield Finding("meningismus", "D", ACTIVATION, "meningismus")


def _biomarkers(values: ChildValues, cutoffs: Cutoffs) -> Iterator[Finding]:
    lactate, most = values.lactate_mmol_l, cutoffs.lactate_above_mmol_l
    if lactate is not None and lactate > most:
        yield Finding("raised_lactate", "E", ACTIVATION, "lactate_mmol_l", lactate, most)
