"""The first volume of crystalloid for an adult (Yébenes 2020, stage 2: 30 mL/kg in 1 h)."""

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.assessment.finding import Detected
from dispatch.assessment.values import AdultValues

POOR_PERFUSION = frozenset({"low_systolic", "low_map", "systolic_fall", "raised_lactate"})
"""Findings that ask for volume; the paper says signs of hypoperfusion. Proposed."""


class Fluids(Struct, frozen=True):
    """``volume_ml`` is None when not indicated, and when the weight is ``missing``: ask it."""

    is_indicated: bool
    volume_ml: float | None = None
    missing: tuple[str, ...] = ()


def first_fluids(values: AdultValues, detected: Detected, /) -> Fluids:
    """The volume for this weight. Never guessed from a usual weight."""
    codes = {finding.code for finding in detected.findings}
    is_done = bool(values.adequate_fluids_given)
    if is_done or not values.infection_suspected or not codes & POOR_PERFUSION:
        return Fluids(is_indicated=False)
    if values.weight_kg is None:
        return Fluids(is_indicated=True, missing=("weight_kg",))
    volume_ml = round(criterion("fluids_ml_kg") * values.weight_kg)
    return Fluids(is_indicated=True, volume_ml=volume_ml)
