"""Values that tell of danger whatever the class: breath, coma, an extreme pulse, a high NEWS2.

They give no class and no priority: they ask for another look, a doctor on board, and a decision
on the board. From a NEWS2 of 7 on the RCP (2017) asks for a team with skills in the airway and
in critical care, and from a single part with 3 points on for an urgent look. Proposed: which
breathing is failure, after those parts; that of a single red part only coma and pulse count
here, since nearly every patient with sepsis has one, and pressure asks about shock; and of
children the rates of a high risk by age (NICE NG51) and the breathing that Phoenix gives two
points.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from dispatch.assessment.child_vitals import vitals_at
from dispatch.assessment.consciousness import by_the_graver, level_of
from dispatch.assessment.criteria import criterion
from dispatch.assessment.news2 import (
    HIGH,
    PULSE,
    SINGLE,
    SPO2,
    SPO2_SCALE2_AIR,
    is_valid,
    score_news2,
    whole,
)
from dispatch.assessment.phoenix import score_phoenix
from dispatch.assessment.scale import Scale, points_on
from dispatch.assessment.values import AdultValues, ChildValues

FAILING_PHOENIX = 2
"""Points of breathing of Phoenix that are failure: PaO2/FiO2 of 200, SpO2/FiO2 of 220, or less
on invasive ventilation (Schlapbach 2024); that it is danger is proposed.
"""


def dangers_of_adult(values: AdultValues, /) -> tuple[str, ...]:
    """``respiratory_failure``, ``coma``, ``extreme_pulse``, ``high_news2``; the missing adds
    none. In pregnancy ``high_news2_pregnant``: the scale isn't valid, so its points are told as
    such, and people look; they are no reason to look less.
    """
    return tuple(_dangers(values))


def dangers_of_child(values: ChildValues, /) -> tuple[str, ...]:
    """``respiratory_failure``, ``coma``, ``extreme_pulse``; a missing value adds none."""
    found = {
        "respiratory_failure": _child_fails_to_breathe(values),
        "coma": bool(values.has_fixed_pupils) or _is_coma(values.gcs),
        "extreme_pulse": _has_extreme_pulse(values),
    }
    return tuple(code for code, is_so in found.items() if is_so)


def _dangers(values: AdultValues) -> Iterator[str]:
    if _fails_to_breathe(values):
        yield "respiratory_failure"
    known = by_the_graver(values)
    if known.acvpu in ("P", "U") or _is_coma(known.gcs):
        yield "coma"
    if _is_red(PULSE, values.heart_rate_bpm):
        yield "extreme_pulse"
    if score_news2(_with_consciousness(values)).total >= HIGH:
        yield "high_news2" if is_valid(values) else "high_news2_pregnant"


def _fails_to_breathe(values: AdultValues) -> bool:
    """A saturation that is red on every scale, very slow or very fast breaths, or both red."""
    rate_rpm, spo2_pct = values.respiratory_rate_rpm, values.spo2_pct
    if _is_red(SPO2_SCALE2_AIR, spo2_pct):
        return True
    if rate_rpm is None or score_news2(values).parts["rr"] != SINGLE:
        return False
    if not criterion("tachypnoea_from_rpm") <= rate_rpm < criterion("failing_breaths_from_rpm"):
        return True
    usual_pct = values.usual_spo2_pct
    is_unusual = usual_pct is None or (spo2_pct is not None and spo2_pct < usual_pct)
    return values.spo2_scale != 2 and _is_red(SPO2, spo2_pct) and is_unusual


def _child_fails_to_breathe(values: ChildValues) -> bool:
    """By the saturation, by the table of ages, or by Phoenix on invasive ventilation."""
    rate_rpm = values.respiratory_rate_rpm
    if rate_rpm is not None and rate_rpm >= vitals_at(values.age_months).danger_breaths_rpm:
        return True
    is_red = _is_red(SPO2_SCALE2_AIR, values.spo2_pct)
    return is_red or score_phoenix(values).parts["respiratory"] >= FAILING_PHOENIX


def _has_extreme_pulse(values: ChildValues) -> bool:
    pulse_bpm, limits = values.heart_rate_bpm, vitals_at(values.age_months)
    if pulse_bpm is None:
        return False
    return not limits.danger_pulse_below_bpm <= pulse_bpm < limits.danger_pulse_bpm


def _is_coma(gcs: int | None) -> bool:
    """Where the airway is not safe."""
    return gcs is not None and gcs <= criterion("crew_gcs_upto_points")


def _is_red(scale: Scale, value: float | None) -> bool:
    read = whole(value)
    return read is not None and points_on(scale, read) == SINGLE


def _with_consciousness(values: AdultValues) -> AdultValues:
    """Not alert by the Glasgow scale, where nobody said the level of consciousness."""
    gcs, level = values.gcs, values.acvpu
    if level is not None or gcs is None:
        return values
    return replace(values, acvpu=level_of(gcs))
