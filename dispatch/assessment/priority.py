"""Priority of a transfer (Yébenes 2020, stage 3; the gaps by decision 10).

Priority 0: septic shock or multi-organ failure. Up to 3 h: sepsis otherwise.
"""

from enum import StrEnum

from msgspec import Struct


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


def rule_priority(
    condition: Condition, *, needs_vasoactives: bool, hypotensive_after_fluids: bool
) -> PriorityRuling:
    """The priority and the rule that fired, the most urgent rule first."""
    if condition is Condition.SEPTIC_SHOCK:
        return PriorityRuling(Priority.ZERO, "septic_shock")
    if condition is Condition.MULTI_ORGAN_FAILURE:
        return PriorityRuling(Priority.ZERO, "multi_organ_failure")
    if needs_vasoactives:
        return PriorityRuling(Priority.ZERO, "needs_vasoactives")
    if hypotensive_after_fluids:
        return PriorityRuling(Priority.ZERO, "hypotensive_after_fluids")
    return PriorityRuling(Priority.THREE_HOURS, "sepsis")
