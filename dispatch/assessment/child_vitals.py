"""Vital signs of children by age. The paper names no table: proposed.

Rates from which NICE NG51 (2016, tables 1 to 3) sees a moderate to high risk, and those from
which it sees a high one and wants a senior clinician at once, as for a pulse under 60 (from
twelve years on it names none: 40 or less, by NEWS2); systolic pressures below which Paediatric
Advanced Life Support speaks of hypotension.
"""

from msgspec import Struct

VITALS_SOURCE = "proposed; after NICE NG51 (2016), moderate to high risk"
PRESSURE_SOURCE = "proposed; after Paediatric Advanced Life Support"
VERSION = "2026-2"


class ChildVitals(Struct, frozen=True):
    """From these rates on breathing and pulse are fast in a child younger than that; from the
    others on, or with a pulse below the last, the child is in danger.
    """

    below_months: float
    fast_breaths_rpm: float
    fast_pulse_bpm: float
    danger_breaths_rpm: float
    danger_pulse_bpm: float
    danger_pulse_below_bpm: float = 60


BY_AGE: tuple[ChildVitals, ...] = (
    ChildVitals(12, 50, 150, 60, 160),
    ChildVitals(36, 40, 140, 50, 150),
    ChildVitals(60, 35, 130, 40, 140),
    ChildVitals(72, 24, 120, 29, 130),
    ChildVitals(96, 24, 110, 27, 120),
    ChildVitals(144, 22, 105, 25, 115),
    ChildVitals(216, 21, 91, 25, 131, 41),
)

NEWBORN_SYSTOLIC_MMHG = 60
"""Hypotension below this under one month (Paediatric Advanced Life Support), proposed."""

INFANT_SYSTOLIC_MMHG = 70
"""Hypotension below this under one year, and a further 2 for each year after, proposed."""

GROWN_SYSTOLIC_MMHG = 90
"""Hypotension below this from ten years on (Paediatric Advanced Life Support), proposed."""

PER_YEAR_MMHG = 2
"""Added to the limit for each completed year up to ten, proposed."""


def vitals_at(age_months: float, /) -> ChildVitals:
    """The row of that age, less than 216 months."""
    return next(row for row in BY_AGE if age_months < row.below_months)


def lowest_systolic_mmhg(age_months: float, /) -> float:
    """The systolic pressure below which a child of that age is hypotensive."""
    if age_months < 1:
        return NEWBORN_SYSTOLIC_MMHG
    years = int(age_months // 12)
    return min(GROWN_SYSTOLIC_MMHG, INFANT_SYSTOLIC_MMHG + PER_YEAR_MMHG * years)
