"""Values that are possible and hardly ever true: a slip, another unit, another patient.

Nothing here changes a score. At every door somebody is asked before such a value is stored.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from dispatch.assessment.fields import key_of
from dispatch.assessment.quantities import (
    ADULT_QUANTITIES,
    CHILD_QUANTITIES,
    DOSES,
    Quantity,
)
from dispatch.assessment.values import AdultValues, PatientValues

AGES_SOURCE = "medians of WHO 2006 and 2007, from 11 years on CDC 2000; limits proposed"
LEAST_OF_MEDIAN_SHARE, MOST_OF_MEDIAN_SHARE = 0.5, 2
"""Of the median weight of an age. Pounds read as kilograms are 2.2 times as much. Proposed."""

MEDIAN_WEIGHTS: tuple[tuple[int, float], ...] = (
    *((0, 3.3), (1, 4.4), (2, 5.3), (3, 6.1), (4, 6.7), (6, 7.6), (9, 8.6), (12, 9.3)),
    *((18, 10.6), (24, 11.9), (36, 14.1), (48, 16.2), (60, 18.3), (72, 20.4), (84, 22.7)),
    *((96, 25.2), (108, 28.2), (120, 31.6), (132, 36), (144, 41), (156, 46), (168, 50.5)),
    *((180, 54), (192, 57.5), (204, 60)),
)
"""From that age in months on, the median weight in kg of girls and boys together."""

USUAL_BY_AGE: tuple[tuple[int, Mapping[str, tuple[float, float]]], ...] = (
    (
        0,
        {
            "heart_rate_bpm": (50, 250),
            "respiratory_rate_rpm": (8, 100),
            "systolic_mmhg": (30, 140),
        },
    ),
    (
        12,
        {
            "heart_rate_bpm": (40, 230),
            "respiratory_rate_rpm": (6, 80),
            "systolic_mmhg": (40, 180),
        },
    ),
    (
        144,
        {
            "heart_rate_bpm": (30, 220),
            "respiratory_rate_rpm": (5, 70),
            "systolic_mmhg": (40, 240),
        },
    ),
)
"""From that age in months on, what is usual of pulse, breaths and pressure. Proposed."""


NOT_MEASURED = "not_measured"
"""The slip of a zero where zero is no answer."""


class ValueDoubt(Struct, frozen=True):
    """One doubt: ``reads`` names the value in the core or the drug, ``usual`` what nobody would
    ask about, with its unit, ``slip`` the code of the slip it may be, or nothing.
    """

    reads: str
    value: float
    usual: str
    slip: str

    @property
    def key(self) -> str:
        """Where a vignette holds it."""
        inside = f"vasoactives_mcg_kg_min/{self.reads}"
        return inside if self.reads in DOSES else key_of(self.reads)


def doubts_of_values(values: PatientValues, /) -> tuple[ValueDoubt, ...]:
    """Every value of an assessment that should be looked at twice, by the age of a child."""
    known = asdict(values)
    doses = known.get("vasoactives_mcg_kg_min") or {}
    if isinstance(values, AdultValues):
        return (*doubted(known, ADULT_QUANTITIES), *doubted(doses, DOSES))
    return tuple(doubted(known, of_age(values.age_months)))


def doubted(
    values: Mapping[str, object], quantities: Mapping[str, Quantity]
) -> Iterator[ValueDoubt]:
    """The doubts about these values, in the order of the table."""
    for name, row in quantities.items():
        value = values.get(name)
        if isinstance(value, int | float) and not row.is_usual(value):
            slip = NOT_MEASURED if value == 0 else row.slip
            yield ValueDoubt(name, value, row.usual, slip)


def of_age(age_months: float, /) -> dict[str, Quantity]:
    """The table of children with what is usual at that age."""
    median_kg = [kg for months, kg in MEDIAN_WEIGHTS if months <= age_months][-1]
    vitals = [row for months, row in USUAL_BY_AGE if months <= age_months][-1]
    weight = (LEAST_OF_MEDIAN_SHARE * median_kg, MOST_OF_MEDIAN_SHARE * median_kg)
    usual = {**vitals, "weight_kg": weight}
    return {
        name: replace(row, usual_low=usual[name][0], usual_high=usual[name][1])
        if name in usual
        else row
        for name, row in CHILD_QUANTITIES.items()
    }
