"""NEWS2 with both scales of SpO2 (Royal College of Physicians 2017, chart 1).

The chart knows whole numbers, and tenths of a degree: values are rounded to them, half up.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from dispatch.assessment.consciousness import by_the_graver
from dispatch.assessment.scale import Part, Scale, Score, part_of, points_on, rungs, sum_up
from dispatch.assessment.values import AdultValues, Consciousness

SOURCE = "RCP 2017, chart 1"
Risk = Literal["low", "low-medium", "medium", "high"]

HIGH = 7
"""Points in all of a high risk, from here on (RCP 2017)."""

MEDIUM = 5
"""Points in all of a medium risk, from here on (RCP 2017)."""

SINGLE = 3
"""Points of one part that raise a low risk (RCP 2017)."""

BREATHS = Scale(
    "news2",
    "rr",
    "respiratory_rate_rpm",
    "/min",
    rungs((3, "<=", 8), (1, "<=", 11), (0, "<=", 20), (2, "<=", 24), (3, ">", 24)),
    SOURCE,
)
SPO2 = Scale(
    "news2", "spo2", "spo2_pct", "%", rungs((3, "<=", 91), (2, "<=", 93), (1, "<=", 95)), SOURCE
)
SPO2_SCALE2_AIR = Scale(
    "news2",
    "spo2",
    "spo2_pct",
    "%",
    rungs((3, "<=", 83), (2, "<=", 85), (1, "<=", 87)),
    f"{SOURCE}; scale 2 on air",
)
SPO2_SCALE2_OXYGEN = Scale(
    "news2",
    "spo2",
    "spo2_pct",
    "%",
    (
        *SPO2_SCALE2_AIR.rungs,
        *rungs((0, "<=", 92), (1, "<=", 94), (2, "<=", 96), (3, ">", 96)),
    ),
    f"{SOURCE}; scale 2 on oxygen",
)
PRESSURE = Scale(
    "news2",
    "sbp",
    "systolic_mmhg",
    "mmHg",
    rungs((3, "<=", 90), (2, "<=", 100), (1, "<=", 110), (0, "<=", 219), (3, ">", 219)),
    SOURCE,
)
PULSE = Scale(
    "news2",
    "pulse",
    "heart_rate_bpm",
    "/min",
    rungs(
        *((3, "<=", 40), (1, "<=", 50), (0, "<=", 90)),
        *((1, "<=", 110), (2, "<=", 130), (3, ">", 130)),
    ),
    SOURCE,
)
TEMPERATURE = Scale(
    "news2",
    "temp",
    "temperature_c",
    "°C",
    rungs((3, "<=", 35), (1, "<=", 36), (0, "<=", 38), (1, "<=", 39), (2, ">", 39)),
    SOURCE,
)
SCALES = (BREATHS, SPO2, SPO2_SCALE2_AIR, SPO2_SCALE2_OXYGEN, PRESSURE, PULSE, TEMPERATURE)

OXYGEN = 2
"""Points for any supplementary oxygen (RCP 2017)."""

NOT_ALERT = 3
"""Points for new confusion, response to voice or pain, or none (RCP 2017)."""


def score_news2(values: AdultValues, /) -> Score:
    """NEWS2 of an adult, part by part."""
    return sum_up(
        {
            "rr": part_of(BREATHS, whole(values.respiratory_rate_rpm)),
            "spo2": _saturation(values),
            "oxygen": _oxygen(values.on_oxygen),
            "sbp": part_of(PRESSURE, whole(values.systolic_mmhg)),
            "pulse": part_of(PULSE, whole(values.heart_rate_bpm)),
            "consciousness": _consciousness(by_the_graver(values).acvpu),
            "temp": part_of(TEMPERATURE, _rounded(values.temperature_c, "0.1")),
        }
    )


def is_valid(values: AdultValues, /) -> bool:
    """Not in pregnancy (RCP 2017), nor in the six weeks after giving birth (proposed)."""
    return not values.is_pregnant


def risk_of(news2: Score, /) -> Risk:
    """The clinical risk of the points in all, or of a single part with 3."""
    if news2.total >= HIGH:
        return "high"
    if news2.total >= MEDIUM:
        return "medium"
    return "low-medium" if SINGLE in news2.parts.values() else "low"


def is_risk_known(news2: Score, /) -> bool:
    """Whether the risk is the same whatever the missing values are."""
    worst = {name: OXYGEN if name == "oxygen" else SINGLE for name in news2.open_parts}
    parts = news2.parts | worst
    return risk_of(Score(sum(parts.values()), parts, ())) == risk_of(news2)


def _saturation(values: AdultValues) -> Part:
    spo2_pct = whole(values.spo2_pct)
    if values.spo2_scale != 2 or spo2_pct is None:
        return part_of(SPO2, spo2_pct)
    if values.on_oxygen is not None:
        scale = SPO2_SCALE2_OXYGEN if values.on_oxygen else SPO2_SCALE2_AIR
        return Part(points_on(scale, spo2_pct))
    # Scale 2 reads a high value as too much oxygen, or as health: it must be known which.
    on_air, on_oxygen = (points_on(x, spo2_pct) for x in (SPO2_SCALE2_AIR, SPO2_SCALE2_OXYGEN))
    return Part(on_air, () if on_air == on_oxygen else ("on_oxygen",))


def _oxygen(on_oxygen: bool | None) -> Part:
    return Part(0, ("on_oxygen",)) if on_oxygen is None else Part(OXYGEN * on_oxygen)


def _consciousness(acvpu: Consciousness | None) -> Part:
    return Part(0, ("acvpu",)) if acvpu is None else Part(0 if acvpu == "A" else NOT_ALERT)


def whole(value: float | None, /) -> float | None:
    """As the chart reads it, half up."""
    return _rounded(value, "1")


def _rounded(value: float | None, step: str) -> float | None:
    if value is None:
        return None
    return float(Decimal(str(value)).quantize(Decimal(step), ROUND_HALF_UP))
