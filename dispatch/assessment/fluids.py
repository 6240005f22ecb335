"""The first volume of crystalloid: 30 mL/kg in 1 h of an adult (Yébenes 2020, stage 2), a bolus
of a child, whose volumes are proposed. One text for each population.
"""

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.assessment.perfusion import (
    Perfusion,
    perfusion_of_adult,
    perfusion_of_child,
    signs_of_adult,
    signs_of_child,
)
from dispatch.assessment.values import AdultValues, ChildValues


class Volumes(Struct, frozen=True):
    """For one weight: ``first_ml`` is what is given first; of a child ``most_ml`` is the volume
    above which overload is looked for.
    """

    first_ml: float
    most_ml: float | None = None


class Fluids(Struct, frozen=True):
    """``is_indicated`` None: can't be said before ``missing`` is known. ``volume_ml`` is None
    when not indicated, and when the weight is ``missing``: ask it.
    """

    is_indicated: bool | None
    volume_ml: float | None = None
    most_ml: float | None = None
    missing: tuple[str, ...] = ()


def volumes_of(weight_kg: float, *, is_child: bool) -> Volumes:
    """The volumes for this weight. Never guessed from a usual weight."""
    if not is_child:
        return Volumes(round(criterion("fluids_ml_kg") * weight_kg))
    return Volumes(
        round(criterion("child_bolus_ml_kg") * weight_kg),
        round(criterion("child_fluids_most_ml_kg") * weight_kg),
    )


def first_fluids(values: AdultValues, /) -> Fluids:
    """30 mL/kg where perfusion is poor and right fluids have not been given."""
    if values.adequate_fluids_given:
        return Fluids(is_indicated=False)
    return _fluids(values, perfusion_of_adult(signs_of_adult(values)))


def first_bolus(values: ChildValues, *, is_shock: bool) -> Fluids:
    """The first bolus of a child in shock or with poor perfusion."""
    found = perfusion_of_child(signs_of_child(values, is_shock=is_shock))
    return _fluids(values, found)


def _fluids(values: AdultValues | ChildValues, found: Perfusion) -> Fluids:
    if values.infection_suspected is False or found.is_poor is False:
        return Fluids(is_indicated=False)
    unsaid = ("infection_suspected",) if values.infection_suspected is None else ()
    if unsaid or found.is_poor is None:
        asked = (each for name in found.missing for each in _values_of(values, name))
        return Fluids(is_indicated=None, missing=(*unsaid, *asked))
    if values.weight_kg is None:
        return Fluids(is_indicated=True, missing=("weight_kg",))
    of = volumes_of(values.weight_kg, is_child=isinstance(values, ChildValues))
    return Fluids(is_indicated=True, volume_ml=of.first_ml, most_ml=of.most_ml)


def _values_of(values: AdultValues | ChildValues, name: str) -> tuple[str, ...]:
    """The values that would say it: an adult's mean pressure follows from two."""
    both = ("systolic_mmhg", "diastolic_mmhg")
    return both if name == "map_mmhg" and isinstance(values, AdultValues) else (name,)
