"""Whether perfusion is poor, as far as records and picture say: what asks for volume.

Yébenes 2020, Fig. 4: signs of hypoperfusion. A mean pressure is low below 65 mmHg in adults; in
children below the first row of Phoenix for their age (proposed), which must be known for it.
"""

from dispatch.assessment.bundle import BundleStep, Situation
from dispatch.assessment.criteria import criterion
from dispatch.assessment.phoenix import lowest_map_mmhg


def first_lactate(of: Situation, /) -> float | None:
    """The first lactate recorded, else the one of the clinical picture."""
    done = of.done.get(BundleStep.LACTATE)
    return of.lactate_mmol_l if done is None else done.reading.lactate_mmol_l


def last_map(of: Situation, /) -> float | None:
    """The last mean pressure recorded, else that of the clinical picture."""
    done = of.done.get(BundleStep.MAP_TARGET)
    return of.map_mmhg if done is None else done.reading.map_mmhg


def is_low_map(of: Situation, mean_mmhg: float | None, /) -> bool | None:
    """Whether that mean pressure is low; None when it, or the age of a child, is unknown."""
    least_mmhg = criterion("low_map_below_mmhg")
    if of.is_child:
        if of.age_months is None:
            return None
        least_mmhg = lowest_map_mmhg(of.age_months)
    return None if mean_mmhg is None else mean_mmhg < least_mmhg


def aimed_map_mmhg(of: Situation, /) -> float | None:
    """The mean pressure resuscitation aims at; None for a child of unknown age."""
    if not of.is_child:
        return criterion("bundle_map_from_mmhg")
    return None if of.age_months is None else lowest_map_mmhg(of.age_months)


def has_hypoperfusion(of: Situation, /) -> bool | None:
    """Shock, a low mean pressure or a raised lactate; None when that can't be said.

    The mean pressure of the picture counts: that of the target was read under treatment.
    """
    is_raised = (first_lactate(of) or 0) > criterion("lactate_above_mmol_l")
    if of.is_shock or is_raised or is_low_map(of, of.map_mmhg):
        return True
    return None if unsaid_of_perfusion(of) else False


def unsaid_of_perfusion(of: Situation, /) -> tuple[str, ...]:
    """The values that would have to be known to say that perfusion is in order."""
    known = {"lactate_mmol_l": first_lactate(of), "map_mmhg": of.map_mmhg}
    if of.is_child:
        known["age_months"] = of.age_months
    return tuple(name for name, value in known.items() if value is None)
