"""The first volume of crystalloid: 30 mL/kg in 1 h of an adult (Yébenes 2020, stage 2), a bolus
of a child, whose volumes are proposed.
"""

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.assessment.finding import Detected
from dispatch.assessment.phoenix import lowest_map_mmhg
from dispatch.assessment.values import AdultValues, ChildValues

POOR_PERFUSION = frozenset({"low_systolic", "low_map", "systolic_fall", "raised_lactate"})
"""Findings that ask for volume; the paper says signs of hypoperfusion. Proposed."""


class Fluids(Struct, frozen=True):
    """``volume_ml`` is None when not indicated, and when the weight is ``missing``: ask it.

    ``most_ml``: of a child, the volume above which overload is looked for.
    """

    is_indicated: bool
    volume_ml: float | None = None
    most_ml: float | None = None
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


def first_bolus(values: ChildValues, *, is_shock: bool) -> Fluids:
    """The first bolus of a child in shock, with a low mean pressure or a raised lactate."""
    if not values.infection_suspected or not (is_shock or _has_poor_perfusion(values)):
        return Fluids(is_indicated=False)
    if values.weight_kg is None:
        return Fluids(is_indicated=True, missing=("weight_kg",))
    return Fluids(
        is_indicated=True,
        volume_ml=round(criterion("child_bolus_ml_kg") * values.weight_kg),
        most_ml=round(criterion("child_fluids_most_ml_kg") * values.weight_kg),
    )


def _has_poor_perfusion(values: ChildValues) -> bool:
    lactate, mean_mmhg = values.lactate_mmol_l, values.map_mmhg
    is_raised = lactate is not None and lactate > criterion("lactate_above_mmol_l")
    is_low = mean_mmhg is not None and mean_mmhg < lowest_map_mmhg(values.age_months)
    return is_raised or is_low
