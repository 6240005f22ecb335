"""The cut-offs that one hospital has set for itself, and which ones an assessment used."""

from collections.abc import Mapping
from datetime import datetime
from math import isfinite
from typing import Literal

from msgspec import Struct

from dispatch.assessment.criteria import CRITERIA
from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS, Cutoffs, centre_cutoffs
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId


class Range(Struct, frozen=True):
    """Lowest and highest number a centre may set, both included. All proposed."""

    low: float
    high: float


CENTRE_RANGES: dict[str, Range] = {
    "tachypnoea_from_rpm": Range(18, 30),
    "tachycardia_above_bpm": Range(80, 130),
    "hypoxia_below_pct": Range(88, 96),
    "hypoxia_scale2_below_pct": Range(80, 92),
    "low_systolic_below_mmhg": Range(80, 110),
    "low_map_below_mmhg": Range(55, 75),
    "systolic_fall_above_mmhg": Range(20, 60),
    "lactate_above_mmol_l": Range(1, 4),
    "child_hypoxia_below_pct": Range(88, 96),
    "child_refill_above_s": Range(1, 4),
    "child_refill_tachycardia_from_s": Range(2, 5),
    "child_fever_from_c": Range(37.5, 39),
    "child_gcs_upto_points": Range(8, 13),
}
"""Narrower than what a file for one's own use may hold: these judge patients of a hospital."""

IN_ORDER = (
    ("hypoxia_scale2_below_pct", "hypoxia_below_pct"),
    ("child_refill_above_s", "child_refill_tachycardia_from_s"),
)
"""The first of each pair never lies above the second."""


class CentreSetting(Struct, frozen=True):
    """What a hospital set, who, when and why. Empty ``own``: back to the proposed numbers.

    Settings are added and never changed; the last one holds.
    """

    setting_id: str
    hospital: HospitalCode
    own: dict[str, float]
    reason: str
    set_by_id: PersonId
    set_by: str
    set_at: datetime


class CutoffsInUse(Struct, frozen=True):
    """The cut-offs and whose they are; ``since_at`` when a centre set its own, else None."""

    cutoffs: Cutoffs = DEFAULT_CUTOFFS
    of: Literal["centre", "proposed"] = "proposed"
    since_at: datetime | None = None


def in_use(setting: CentreSetting | None) -> CutoffsInUse:
    """What holds after the last setting of a hospital, None when it never set any."""
    if setting is None or not setting.own:
        return CutoffsInUse()
    return CutoffsInUse(centre_cutoffs(setting.own), "centre", setting.set_at)


def require_centre(own: Mapping[str, float], /) -> dict[str, float]:
    """What differs from the proposed numbers, each in its range and in order.

    Raises ``Refused``: ``cutoff_unknown``, ``cutoff_out_of_range``, ``cutoff_order``.
    """
    for name, value in own.items():
        _require_within(name, value)
    whole = {name: own.get(name, CRITERIA[name].value) for name in CENTRE_RANGES}
    for lower, higher in IN_ORDER:
        if whole[lower] > whole[higher]:
            allowed = f"<= {whole[higher]:g}"
            raise Refused("cutoff_order", field=lower, value=whole[lower], allowed=allowed)
    return {name: value for name, value in own.items() if value != CRITERIA[name].value}


def _require_within(name: str, value: float) -> None:
    limits = CENTRE_RANGES.get(name)
    if limits is None:
        known = ", ".join(CENTRE_RANGES)
        raise Refused("cutoff_unknown", field=name, value=name, allowed=known)
    if not isfinite(value) or not limits.low <= value <= limits.high:
        allowed = f"{limits.low:g}-{limits.high:g} {CRITERIA[name].unit}"
        raise Refused("cutoff_out_of_range", field=name, value=value, allowed=allowed)
