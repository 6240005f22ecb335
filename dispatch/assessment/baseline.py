"""What a patient is like without this illness: by organ, by pressure, by oxygen at home.

A kidney on dialysis has 4 points for ever. It is no new failure, and beside it one other organ
is not multi-organ failure. What is usual never excuses beyond a floor.
"""

from dispatch.assessment.criteria import criterion
from dispatch.assessment.cutoffs import Cutoffs
from dispatch.assessment.scale import Score
from dispatch.assessment.values import AdultValues, map_of

ORGANS = ("respiration", "coagulation", "liver", "cardiovascular", "cns", "renal")
"""The parts of SOFA, each with a baseline of its own."""

BY_ORGAN = {organ: f"baseline_{organ}_points" for organ in ORGANS}
"""The value that holds the baseline of each organ."""


def baseline_of(values: AdultValues, /) -> dict[str, int] | None:
    """Points before this illness by organ, 0 for those not said; None when no organ was."""
    told = {organ: getattr(values, name) for organ, name in BY_ORGAN.items()}
    if all(points is None for points in told.values()):
        return None
    return {organ: points or 0 for organ, points in told.items()}


def is_baseline_known(values: AdultValues, /) -> bool:
    """Whether anybody said what SOFA was before."""
    return values.baseline_points is not None or baseline_of(values) is not None


def rise_of(values: AdultValues, sofa: Score, /) -> int:
    """SOFA above the baseline. By organ an organ that is better than usual hides no other; with
    a total alone it is the difference, negative when the patient is better than usual, which
    nobody can be by what is not known: while an organ is, it is 0 or more, and the least it
    can be.
    """
    usual = baseline_of(values)
    if usual is None:
        rise = sofa.total - (values.baseline_points or 0)
        return max(0, rise) if sofa.open_parts else rise
    return sum(max(0, points - usual.get(part, 0)) for part, points in sofa.parts.items())


def hides_in_unknown(values: AdultValues, sofa: Score, /) -> bool:
    """Whether the total before is more than all that is known now, and organs are not known."""
    is_total = baseline_of(values) is None and bool(sofa.open_parts)
    return is_total and (values.baseline_points or 0) > sofa.total


def disagrees(values: AdultValues, /) -> bool:
    """Whether the total told and the organs told are two baselines."""
    usual = baseline_of(values)
    if usual is None or values.baseline_points is None:
        return False
    return sum(usual.values()) != values.baseline_points


def low_systolic_of(values: AdultValues, cutoffs: Cutoffs, /) -> float:
    """Below this a systolic pressure is low for this patient, in mmHg."""
    return lowered_systolic(cutoffs.low_systolic_below_mmhg, values.usual_systolic_mmhg)


def low_map_of(values: AdultValues, cutoffs: Cutoffs, /) -> float:
    """Below this a mean pressure is low for this patient, in mmHg."""
    return lowered_map(cutoffs.low_map_below_mmhg, values.usual_map_mmhg)


def lowered_systolic(lowest: float, usual: float | None, /) -> float:
    """``lowest``, or less for who is usually as low, in mmHg."""
    return _lowered(lowest, usual, criterion("usual_systolic_floor_mmhg"))


def lowered_map(lowest: float, usual: float | None, /) -> float:
    """The same of the mean pressure."""
    return _lowered(lowest, usual, criterion("usual_map_floor_mmhg"))


def is_usual_map(values: AdultValues, /) -> bool:
    """Whether a mean pressure that calls for vasoactives is no lower than this patient's usual
    one: it counts as shock all the same, and somebody is asked.
    """
    mean_mmhg, usual_mmhg = map_of(values), values.usual_map_mmhg
    least_mmhg = criterion("shock_map_below_mmhg")
    if mean_mmhg is None or usual_mmhg is None or mean_mmhg >= least_mmhg:
        return False
    return mean_mmhg >= lowered_map(least_mmhg, usual_mmhg)


def low_spo2_of(values: AdultValues, cutoffs: Cutoffs, /) -> float:
    """Below this a saturation is low for this patient, in percent."""
    is_usual_scale = values.spo2_scale != 2
    lowest = cutoffs.hypoxia_below_pct if is_usual_scale else cutoffs.hypoxia_scale2_below_pct
    if values.usual_spo2_pct is None:
        return lowest
    return min(lowest, max(values.usual_spo2_pct, criterion("usual_spo2_floor_pct")))


def is_usual_oxygen(values: AdultValues, /) -> bool:
    """Oxygen as at home, with the saturation of home or better."""
    spo2, usual = values.spo2_pct, values.usual_spo2_pct
    if not values.has_home_oxygen or spo2 is None or usual is None:
        return False
    return spo2 >= max(usual, criterion("usual_spo2_floor_pct"))


def asks_usual_spo2(values: AdultValues, /) -> bool:
    """Whether oxygen at home could be the usual one, and nobody said the usual saturation."""
    is_asked = values.on_oxygen and values.has_home_oxygen
    return bool(is_asked) and values.usual_spo2_pct is None


def _lowered(lowest: float, usual: float | None, floor: float) -> float:
    if usual is None:
        return lowest
    return min(lowest, max(floor, usual - criterion("usual_low_fall_above_mmhg")))
