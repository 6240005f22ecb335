"""Infection, sepsis, septic shock: the paper's definitions, with Sepsis-3 shock beside them.

Yébenes 2020: sepsis is infection with SOFA 2 or more above its baseline; septic shock is an
infection that in spite of right fluids requires vasoactives, so it waits for no SOFA (decision
20). Children are classified by Phoenix.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.baseline import is_baseline_known, rise_of
from dispatch.assessment.criteria import criterion
from dispatch.assessment.phoenix import SEPSIS, SHOCK, points_by_systolic
from dispatch.assessment.priority import (
    Circulation,
    Condition,
    PriorityRuling,
    is_shock_after_fluids,
    rule_priority,
)
from dispatch.assessment.scale import Score
from dispatch.assessment.values import (
    AdultValues,
    ChildValues,
    PatientValues,
    map_of,
    runs_vasoactives,
)


class Classification(StrEnum):
    """What the patient has, as far as the values say."""

    NO_INFECTION = "no_infection"
    INFECTION = "infection"
    SEPSIS = "sepsis"
    SEPTIC_SHOCK = "septic_shock"


class Classified(Struct, frozen=True):
    """``classification`` None: nobody said whether an infection is suspected.

    ``missing`` are the values that could change it.
    """

    classification: Classification | None
    missing: tuple[str, ...] = ()

    @property
    def is_sepsis(self) -> bool:
        """Sepsis, with or without shock."""
        return self.classification in (Classification.SEPSIS, Classification.SEPTIC_SHOCK)

    @property
    def is_shock(self) -> bool:
        """Septic shock."""
        return self.classification is Classification.SEPTIC_SHOCK

    @property
    def is_known(self) -> bool:
        """Whether no missing value could make it graver. A baseline could only lower it."""
        return self.classification is not None and not {*self.missing} - {"baseline_points"}


def classify_adult(values: AdultValues, sofa: Score, /) -> Classified:
    """The classification of an adult with that SOFA; an unknown baseline counts as 0."""
    if not values.infection_suspected:
        return _without_infection(values.infection_suspected)
    is_sepsis = rise_of(values, sofa) >= criterion("sepsis_rise_from_points")
    asks_baseline = is_sepsis and not is_baseline_known(values)
    unsaid: tuple[str, ...] = ("baseline_points",) if asks_baseline else ()
    if is_shock_after_fluids(circulation_of(values)):
        return Classified(Classification.SEPTIC_SHOCK, unsaid)
    unsaid += _unsaid_of_shock(values)
    if is_sepsis:
        return Classified(Classification.SEPSIS, unsaid)
    return Classified(Classification.INFECTION, tuple(dict.fromkeys((*sofa.missing, *unsaid))))


def classify_child(values: ChildValues, phoenix: Score, /) -> Classified:
    """The classification of a child with that Phoenix score.

    A mean pressure that is unknown is no higher than the systolic one: what that already has of
    points counts here, while the score itself keeps 0 for what is missing.
    """
    if not values.infection_suspected:
        return _without_infection(values.infection_suspected)
    certain = points_by_systolic(values)
    if phoenix.total + certain < SEPSIS:
        return Classified(Classification.INFECTION, phoenix.missing)
    if phoenix.parts["cardiovascular"] + certain >= SHOCK:
        return Classified(Classification.SEPTIC_SHOCK)
    read = ("vasoactive_count", "lactate_mmol_l", "map_mmhg")
    return Classified(Classification.SEPSIS, tuple(x for x in read if x in phoenix.missing))


def circulation_of(values: PatientValues, /) -> Circulation:
    """What the values say of the circulation."""
    if isinstance(values, AdultValues):
        return Circulation(
            runs_vasoactives=runs_vasoactives(values),
            map_mmhg=map_of(values),
            systolic_mmhg=values.systolic_mmhg,
            lactate_mmol_l=values.lactate_mmol_l,
            adequate_fluids_given=values.adequate_fluids_given,
        )
    count = values.vasoactive_count
    return Circulation(
        is_child=True,
        runs_vasoactives=None if count is None else count > 0,
        map_mmhg=map_of(values),
        lactate_mmol_l=values.lactate_mmol_l,
    )


def is_sepsis3_shock(values: AdultValues, classified: Classified, /) -> bool:
    """Septic shock of the paper that is also one of Sepsis-3: lactate above 2 mmol/L."""
    lactate_mmol_l = values.lactate_mmol_l or 0
    return classified.is_shock and lactate_mmol_l > criterion("sepsis3_lactate_above_mmol_l")


def condition_of(
    classified: Classified, /, *, is_multi_organ_failure: bool
) -> Condition | None:
    """What a referring doctor would state of it; None without sepsis."""
    if classified.is_shock:
        return Condition.SEPTIC_SHOCK
    if not classified.is_sepsis:
        return None
    return Condition.MULTI_ORGAN_FAILURE if is_multi_organ_failure else Condition.SEPSIS


def ruling_of(condition: Condition | None, /) -> PriorityRuling | None:
    """The priority of that condition and the rule that gave it; None without sepsis.

    Shock already counts vasoactives and hypotension after fluids, so neither is asked again.
    """
    if condition is None:
        return None
    return rule_priority(condition, needs_vasoactives=False, hypotensive_after_fluids=False)


def _without_infection(infection: bool | None) -> Classified:
    if infection is None:
        return Classified(None, ("infection_suspected",))
    return Classified(Classification.NO_INFECTION)


def _unsaid_of_shock(values: AdultValues) -> tuple[str, ...]:
    if values.adequate_fluids_given is False:
        return ()
    read = ["adequate_fluids_given"]
    filled = replace(circulation_of(values), adequate_fluids_given=True)
    if not is_shock_after_fluids(filled):
        if filled.runs_vasoactives is False and filled.map_mmhg is not None:
            return ()
        read += ["vasoactives_mcg_kg_min"]
        read += [] if map_of(values) is not None else ["systolic_mmhg", "diastolic_mmhg"]
    return tuple(name for name in read if getattr(values, name) is None)
