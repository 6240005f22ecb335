"""A patient who may be in shock while 3 h is in force: asked about on the board.

The priority stays as published (decision 10): of a child Phoenix shock is priority 0, else 3 h;
an adult with hypotension or a lactate of 4 or more is 3 h with another look in the hour, or at
once after right fluids. People look again and say whether it is shock. Proposed.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from dispatch.assessment.criteria import criterion
from dispatch.assessment.perfusion import (
    Signs,
    shock_signs_of_adult,
    shock_signs_of_child,
)
from dispatch.assessment.priority import Priority
from dispatch.assessment.values import AdultValues
from dispatch.checklist.verdict import Answer
from dispatch.network.levels import Care
from dispatch.transfer.bundle import situation_of
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.known_values import assessed_at
from dispatch.transfer.parts import Fact, Why
from dispatch.transfer.sayings import Told, had_right_fluids, ruling_of, told_of
from dispatch.transfer.transfer import Transfer

RESUSCITATED = "adequate_resuscitation"
"""The question of the checklist whose yes says that right fluids were given, among others."""


def shock_suspected(transfer: Transfer) -> Iterable[Decision]:
    """Signs of shock where 3 h is in force, and nothing known is priority 0."""
    has_none = transfer.presupposed.infection_suspected is False
    told = told_of(transfer)
    whys = () if has_none or not is_looked_at_again(transfer, told) else shock_whys(transfer)
    if whys:
        yield Decision(
            kind="shock_suspected",
            about=fingerprint(whys, *([RESUSCITATED] if asks_of_fluids(transfer) else [])),
            since_at=_since(transfer, told),
            why=(_look_again(transfer, told),),
            clinical_why=whys,
        )


def is_looked_at_again(transfer: Transfer, told: Told) -> bool:
    """Whether 3 h is in force, with nothing known that is priority 0, on the road too."""
    is_three = transfer.priority is Priority.THREE_HOURS
    return is_three and ruling_of(told).priority is not Priority.ZERO


def shock_whys(transfer: Transfer) -> tuple[Why, ...]:
    """The signs of shock in what is known, whatever the priority."""
    if transfer.care is Care.PAEDIATRIC:
        return tuple(_whys(_signs_of(transfer)))
    return tuple(_whys_of_adult(told_of(transfer)))


def asks_of_fluids(transfer: Transfer) -> bool:
    """Whether the agreement says that an adult's initial resuscitation was right, and nobody
    has said of the fluids whether they were: two sayings of one thing, asked about at once.
    """
    agreed, assessed = transfer.agreement, transfer.assessed
    if agreed is None or agreed.disputed_at is not None or had_right_fluids(transfer):
        return False
    said_at = None if assessed is None else assessed_at(assessed, "adequate_fluids_given")
    is_said_since = said_at is not None and said_at > agreed.agreed_at
    is_yes = agreed.answers.get(RESUSCITATED) is Answer.YES
    return is_yes and not is_said_since and transfer.care is Care.ADULT


def _since(transfer: Transfer, told: Told) -> datetime:
    """When the last of it was said, the fourth yes included where it is in question."""
    agreed = transfer.agreement
    if agreed is None or not asks_of_fluids(transfer):
        return told.said_at
    return max(told.said_at, agreed.agreed_at)


def _look_again(transfer: Transfer, told: Told) -> Why:
    """At once where after right fluids the mean pressure, not known, would say it."""
    minutes = int(criterion("reassess_hypotension_min"))
    if transfer.care is Care.PAEDIATRIC:
        return Why("look_again_within", {"minutes": minutes})
    if asks_of_fluids(transfer):
        return Why("look_again_resuscitated")
    if not told.circulation.adequate_fluids_given:
        return Why("look_again_before_fluids", {"minutes": minutes})
    if told.circulation.map_mmhg is None:
        minutes = int(criterion("reassess_after_fluids_min"))
    return Why("look_again_after_fluids", {"minutes": minutes})


def _whys_of_adult(told: Told) -> Iterator[Why]:
    """Hypotension for this patient, or a high lactate, before right fluids and after them."""
    known = told.circulation
    usual = told.values if isinstance(told.values, AdultValues) else AdultValues()
    signs = Signs(
        map_mmhg=known.map_mmhg,
        systolic_mmhg=known.systolic_mmhg,
        usual_systolic_mmhg=usual.usual_systolic_mmhg,
        usual_map_mmhg=usual.usual_map_mmhg,
        lactate_mmol_l=known.lactate_mmol_l,
    )
    systolic: dict[str, Fact] = {"systolic_mmhg": known.systolic_mmhg}
    facts: dict[str, Why] = {
        "low_map": Why("hypotension_map", {"map_mmhg": known.map_mmhg}),
        "low_systolic": Why("hypotension_systolic", systolic),
        "systolic_fall": Why(
            "systolic_fall", systolic | {"usual_mmhg": usual.usual_systolic_mmhg}
        ),
        "high_lactate": Why("high_lactate", {"lactate_mmol_l": known.lactate_mmol_l}),
    }
    return (facts[sign] for sign in shock_signs_of_adult(signs))


def _signs_of(transfer: Transfer) -> Signs:
    """Of every value the latest."""
    known = situation_of(transfer)
    return Signs(
        map_mmhg=known.map_mmhg,
        systolic_mmhg=known.systolic_mmhg,
        lactate_mmol_l=known.lactate_mmol_l,
        age_months=known.age_months,
        capillary_refill_s=known.capillary_refill_s,
        has_poor_skin_perfusion=known.has_poor_skin_perfusion,
    )


def _whys(known: Signs) -> Iterator[Why]:
    told: dict[str, dict[str, Fact]] = {
        "low_map": {"map_mmhg": known.map_mmhg},
        "low_systolic": {"systolic_mmhg": known.systolic_mmhg},
        "high_lactate": {"lactate_mmol_l": known.lactate_mmol_l},
        "slow_refill": {"capillary_refill_s": known.capillary_refill_s},
    }
    for sign in shock_signs_of_child(known):
        yield Why(f"sign_{sign}", told.get(sign, {}))
