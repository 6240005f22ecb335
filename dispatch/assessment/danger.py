"""Values that tell of danger whatever the class: respiratory failure, a high NEWS2.

They give no class and no priority: they ask for another look, a doctor on board, and a decision
on the board. From a NEWS2 of 7 on the RCP (2017) asks for a team with skills in the airway and
in critical care; which breathing is failure is proposed, after its parts with 3 points.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from dispatch.assessment.consciousness import level_of
from dispatch.assessment.criteria import criterion
from dispatch.assessment.news2 import (
    HIGH,
    SINGLE,
    SPO2,
    SPO2_SCALE2_AIR,
    is_valid,
    score_news2,
    whole,
)
from dispatch.assessment.scale import Scale, points_on
from dispatch.assessment.values import AdultValues


def dangers_of_adult(values: AdultValues, /) -> tuple[str, ...]:
    """``respiratory_failure``, ``high_news2``; a missing value adds neither. In pregnancy
    ``high_news2_pregnant``: the scale isn't valid, so its points are told as such, and people
    look; they are no reason to look less.
    """
    return tuple(_dangers(values))


def dangers_of_child(spo2_pct: float | None, /) -> tuple[str, ...]:
    """``respiratory_failure`` by the saturation alone: no table of ages says it of breaths."""
    return ("respiratory_failure",) if _is_red(SPO2_SCALE2_AIR, spo2_pct) else ()


def _dangers(values: AdultValues) -> Iterator[str]:
    if _fails_to_breathe(values):
        yield "respiratory_failure"
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


def _is_red(scale: Scale, spo2_pct: float | None) -> bool:
    read_pct = whole(spo2_pct)
    return read_pct is not None and points_on(scale, read_pct) == SINGLE


def _with_consciousness(values: AdultValues) -> AdultValues:
    """Not alert by the Glasgow scale, where nobody said the level of consciousness."""
    gcs, level = values.gcs, values.acvpu
    if level is not None or gcs is None:
        return values
    return replace(values, acvpu=level_of(gcs))
