"""Priority of a transfer (Yébenes 2020, stage 3; the gaps by decisions 10 and 20).

Priority 0: septic shock or multi-organ failure. Up to 3 h: sepsis otherwise, which the paper
calls organ failure without haemodynamic instability: so instability has rules of its own.
"""

from enum import StrEnum

from msgspec import Struct

from dispatch.assessment.criteria import criterion


class Condition(StrEnum):
    """What the referring doctor states. For children, shock is Phoenix shock."""

    SEPSIS = "sepsis"
    SEPTIC_SHOCK = "septic_shock"
    MULTI_ORGAN_FAILURE = "multi_organ_failure"


class Priority(StrEnum):
    """The value is what the wire carries; FHIR says ``stat`` and ``urgent``."""

    ZERO = "P0"
    """As soon as possible. The source gives it no minutes and neither do we."""
    THREE_HOURS = "3h"
    """The unit at the bedside within 180 minutes of the agreement."""
    RETURN = "return"
    """Back to the referring hospital, on units that nobody else needs. It has no window."""


class PriorityRuling(Struct, frozen=True):
    """A priority and the code of the rule that gave it (translated as ``rule-<code>``)."""

    priority: Priority
    rule: str


class Circulation(Struct, frozen=True, kw_only=True):
    """What is known of the circulation of a patient with an infection. None is not known.

    ``runs_vasoactives``: any, at any dose. ``adequate_fluids_given`` is asked of adults alone.
    ``systolic_mmhg`` bounds the mean pressure from above, which is never higher.
    """

    is_child: bool = False
    runs_vasoactives: bool | None = None
    map_mmhg: float | None = None
    systolic_mmhg: float | None = None
    lactate_mmol_l: float | None = None
    adequate_fluids_given: bool | None = None


SHOCK = PriorityRuling(Priority.ZERO, "septic_shock")
VASOACTIVES_RUNNING = PriorityRuling(Priority.ZERO, "vasoactives_running")
LACTATE_AFTER_FLUIDS = PriorityRuling(Priority.ZERO, "lactate_after_fluids")


def rule_priority(
    condition: Condition, *, needs_vasoactives: bool, hypotensive_after_fluids: bool
) -> PriorityRuling:
    """The priority of what a doctor states, and the rule that fired, the most urgent first."""
    if condition is Condition.SEPTIC_SHOCK:
        return SHOCK
    if condition is Condition.MULTI_ORGAN_FAILURE:
        return PriorityRuling(Priority.ZERO, "multi_organ_failure")
    if needs_vasoactives:
        return PriorityRuling(Priority.ZERO, "needs_vasoactives")
    if hypotensive_after_fluids:
        return PriorityRuling(Priority.ZERO, "hypotensive_after_fluids")
    return PriorityRuling(Priority.THREE_HOURS, "sepsis")


def rule_circulation(known: Circulation, /) -> PriorityRuling | None:
    """Priority 0 of an unstable circulation, whatever any score says; None when it is not.

    What is not known fires nothing and takes nothing back.
    """
    if is_shock_after_fluids(known):
        return SHOCK
    if known.runs_vasoactives:
        return VASOACTIVES_RUNNING
    return LACTATE_AFTER_FLUIDS if _has_lactate_after_fluids(known) else None


def is_shock_after_fluids(known: Circulation, /) -> bool:
    """An adult who in spite of right fluids requires vasoactives: one runs, or the mean
    pressure calls for one that nobody has started yet (Yébenes 2020). A systolic pressure below
    that mean says so too, the mean being unknown: by arithmetic it is never above the systolic.
    """
    below_mmhg = criterion("shock_map_below_mmhg")
    read = (known.map_mmhg, known.systolic_mmhg)
    is_low = any(mmhg is not None and mmhg < below_mmhg for mmhg in read)
    return _had_fluids(known) and (bool(known.runs_vasoactives) or is_low)


def unsaid_of_circulation(known: Circulation, /) -> tuple[str, ...]:
    """The fields not known that could still make it unstable; nothing once it is."""
    if rule_circulation(known) is not None:
        return ()
    is_asked = not known.is_child and known.adequate_fluids_given is not False
    names = (
        *("runs_vasoactives",),
        *(("map_mmhg", "lactate_mmol_l", "adequate_fluids_given") if is_asked else ()),
    )
    return tuple(name for name in names if getattr(known, name) is None)


def gravest(*rulings: PriorityRuling | None) -> PriorityRuling | None:
    """The first of the most urgent ones; None when nothing rules."""
    said = [ruling for ruling in rulings if ruling is not None]
    urgent = (ruling for ruling in said if ruling.priority is Priority.ZERO)
    return next(urgent, said[0] if said else None)


def _had_fluids(known: Circulation) -> bool:
    return not known.is_child and bool(known.adequate_fluids_given)


def _has_lactate_after_fluids(known: Circulation) -> bool:
    lactate, least = known.lactate_mmol_l, criterion("shock_lactate_from_mmol_l")
    return _had_fluids(known) and lactate is not None and lactate >= least
