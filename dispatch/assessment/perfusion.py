"""Whether perfusion is poor: what asks for volume, of values and of the bundle alike.

Yébenes 2020, Fig. 4: signs of hypoperfusion, which the text doesn't list. Proposed, a function
for each population: pressure and lactate, in children refill and skin too. Altered
consciousness alone is no sign of it at any age: infections of the brain alter it at a good
pressure. The numbers are those of the protocol, not of a centre: a centre sets what detects,
not what is given.
"""

from collections.abc import Iterator

from msgspec import Struct

from dispatch.assessment.baseline import lowered_map, lowered_systolic
from dispatch.assessment.bundle import BundleStep, Situation
from dispatch.assessment.child_vitals import lowest_systolic_mmhg
from dispatch.assessment.criteria import criterion
from dispatch.assessment.detect_adult import FULL_GCS
from dispatch.assessment.phoenix import lowest_map_mmhg
from dispatch.assessment.values import AdultValues, ChildValues, map_of


class Signs(Struct, frozen=True, kw_only=True):
    """What perfusion is judged from. None is not known.

    ``age_months``: of a child, whose pressure can't be judged without it.
    """

    is_shock: bool = False
    map_mmhg: float | None = None
    systolic_mmhg: float | None = None
    usual_systolic_mmhg: float | None = None
    usual_map_mmhg: float | None = None
    lactate_mmol_l: float | None = None
    age_months: float | None = None
    capillary_refill_s: float | None = None
    has_poor_skin_perfusion: bool | None = None
    gcs: int | None = None


class Perfusion(Struct, frozen=True):
    """``is_poor`` None: no sign of it, but ``missing`` is needed to rule it out."""

    is_poor: bool | None
    signs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def perfusion_of_adult(known: Signs, /) -> Perfusion:
    """Poor in shock, with a pressure low for this patient or fallen, or a lactate of 4 or more
    (Surviving Sepsis, Levy 2018): a raised one alone asks for another, and for no volume.
    """
    missing = ["lactate_mmol_l"] if known.lactate_mmol_l is None else []
    if known.map_mmhg is None and known.systolic_mmhg is None:
        missing.append("map_mmhg")
    signs = (*_shock(known), *_lactate_of_adult(known), *_pressure_of_adult(known))
    return _judged(signs, tuple(missing))


def perfusion_of_child(known: Signs, /) -> Perfusion:
    """Poor in shock, with a pressure low for the age, a raised lactate, slow refill or poor
    skin perfusion; and with a refill a little off where consciousness is altered too.
    Consciousness is asked for only where it could still say so.
    """
    names = ["lactate_mmol_l", "capillary_refill_s", "has_poor_skin_perfusion"]
    names += ["gcs"] if _may_be_slow(known) else []
    missing = [name for name in names if getattr(known, name) is None]
    if known.map_mmhg is None and known.systolic_mmhg is None:
        missing.append("map_mmhg")
    elif known.age_months is None:
        missing.append("age_months")
    blood = (*_shock(known), *_lactate_of_child(known), *_pressure_of_child(known))
    signs = (*blood, *_skin(known), *_mind(known))
    return _judged(signs, tuple(missing))


def signs_of_adult(values: AdultValues, /) -> Signs:
    """What the values of an adult say of perfusion."""
    return Signs(
        map_mmhg=map_of(values),
        systolic_mmhg=values.systolic_mmhg,
        usual_systolic_mmhg=values.usual_systolic_mmhg,
        usual_map_mmhg=values.usual_map_mmhg,
        lactate_mmol_l=values.lactate_mmol_l,
    )


def signs_of_child(values: ChildValues, /, *, is_shock: bool = False) -> Signs:
    """What the values of a child say of perfusion."""
    return Signs(
        is_shock=is_shock,
        map_mmhg=map_of(values),
        systolic_mmhg=values.systolic_mmhg,
        lactate_mmol_l=values.lactate_mmol_l,
        age_months=values.age_months,
        capillary_refill_s=values.capillary_refill_s,
        has_poor_skin_perfusion=values.has_poor_skin_perfusion,
        gcs=values.gcs,
    )


def shock_signs_of_child(known: Signs, /) -> tuple[str, ...]:
    """What speaks of shock in an infected child, whatever Phoenix says. Phoenix labels
    sepsis and comes late; none of this is priority 0 (decision 10), a person says whether it is
    shock. Proposed: a pressure low for the age, a lactate of 4 or more, slow refill or poor
    skin perfusion.
    """
    return (*_pressure_of_child(known), *_lactate(known), *_skin(known))


def shock_signs_of_adult(known: Signs, /) -> tuple[str, ...]:
    """What speaks of shock in an infected adult, whether fluids were given or not: a pressure
    low for this patient, or fallen, or a lactate of 4 or more (Surviving Sepsis, Levy 2018).
    """
    return (*_pressure_of_adult(known), *_lactate(known))


def _lactate(known: Signs) -> Iterator[str]:
    lactate = known.lactate_mmol_l
    if lactate is not None and lactate >= criterion("shock_lactate_from_mmol_l"):
        yield "high_lactate"


def _judged(signs: tuple[str, ...], missing: tuple[str, ...]) -> Perfusion:
    if signs:
        return Perfusion(True, signs)
    return Perfusion(None if missing else False, (), missing)


def _shock(known: Signs) -> Iterator[str]:
    if known.is_shock:
        yield "shock"


def _lactate_of_adult(known: Signs) -> Iterator[str]:
    lactate = known.lactate_mmol_l
    if lactate is not None and lactate >= criterion("fluids_lactate_from_mmol_l"):
        yield "raised_lactate"


def _lactate_of_child(known: Signs) -> Iterator[str]:
    lactate = known.lactate_mmol_l
    if lactate is not None and lactate > criterion("lactate_above_mmol_l"):
        yield "raised_lactate"


def _pressure_of_adult(known: Signs) -> Iterator[str]:
    mean, systolic, usual = known.map_mmhg, known.systolic_mmhg, known.usual_systolic_mmhg
    lowest = lowered_map(criterion("low_map_below_mmhg"), known.usual_map_mmhg)
    if mean is not None and mean < lowest:
        yield "low_map"
    lowest = lowered_systolic(criterion("low_systolic_below_mmhg"), usual)
    if systolic is not None and systolic < lowest:
        yield "low_systolic"
    fall_mmhg = 0 if usual is None or systolic is None else usual - systolic
    if fall_mmhg > criterion("systolic_fall_above_mmhg"):
        yield "systolic_fall"


def _pressure_of_child(known: Signs) -> Iterator[str]:
    age_months, mean, systolic = known.age_months, known.map_mmhg, known.systolic_mmhg
    if age_months is None:
        return
    if mean is not None and mean < lowest_map_mmhg(age_months):
        yield "low_map"
    if systolic is not None and systolic < lowest_systolic_mmhg(age_months):
        yield "low_systolic"


def _skin(known: Signs) -> Iterator[str]:
    refill = known.capillary_refill_s
    if refill is not None and refill >= criterion("perfusion_refill_from_s"):
        yield "slow_refill"
    if known.has_poor_skin_perfusion:
        yield "poor_skin_perfusion"


def _mind(known: Signs) -> Iterator[str]:
    gcs, refill = known.gcs, known.capillary_refill_s
    if gcs is not None and gcs < FULL_GCS and refill is not None and _may_be_slow(known):
        yield "altered_consciousness"


def _may_be_slow(known: Signs) -> bool:
    refill = known.capillary_refill_s
    return refill is None or refill > criterion("child_refill_above_s")


def first_lactate(of: Situation, /) -> float | None:
    """The first lactate recorded, else the one of the clinical picture."""
    done = of.done.get(BundleStep.LACTATE)
    return of.lactate_mmol_l if done is None else done.reading.lactate_mmol_l


def last_map(of: Situation, /) -> float | None:
    """The last mean pressure recorded, else that of the clinical picture."""
    done = of.done.get(BundleStep.MAP_TARGET)
    return of.map_mmhg if done is None else done.reading.map_mmhg


def is_low_map(of: Situation, mean_mmhg: float | None, /) -> bool | None:
    """Whether that mean pressure is low; None when it, or the age of a child, is unknown.

    An unknown one is low where the systolic is lower still.
    """
    least_mmhg: float | None = criterion("low_map_below_mmhg")
    if of.is_child:
        least_mmhg = aimed_map_mmhg(of)
    if least_mmhg is None:
        return None
    if mean_mmhg is None:
        systolic_mmhg = of.systolic_mmhg
        return True if systolic_mmhg is not None and systolic_mmhg < least_mmhg else None
    return mean_mmhg < least_mmhg


def aimed_map_mmhg(of: Situation, /) -> float | None:
    """The mean pressure resuscitation aims at; None for a child of unknown age."""
    if not of.is_child:
        return criterion("bundle_map_from_mmhg")
    return None if of.age_months is None else lowest_map_mmhg(of.age_months)


def perfusion_of(of: Situation, /) -> Perfusion:
    """As far as records and picture say, of an adult or a child.

    The mean pressure of the picture counts: that of the target was read under treatment.
    """
    known = Signs(
        is_shock=of.is_shock,
        map_mmhg=of.map_mmhg,
        systolic_mmhg=of.systolic_mmhg,
        usual_systolic_mmhg=of.usual_systolic_mmhg,
        usual_map_mmhg=of.usual_map_mmhg,
        lactate_mmol_l=first_lactate(of),
        age_months=of.age_months,
        capillary_refill_s=of.capillary_refill_s,
        has_poor_skin_perfusion=of.has_poor_skin_perfusion,
        gcs=of.gcs,
    )
    return perfusion_of_child(known) if of.is_child else perfusion_of_adult(known)
