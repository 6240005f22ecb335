"""A patient who may be in shock while 3 h is in force: asked about on the board.

The priority stays as published (decision 10): of a child Phoenix shock is priority 0, else 3 h;
an adult with hypotension before right fluids were given is 3 h with another look in the hour.
People look again and say whether it is shock. Proposed.
"""

from collections.abc import Iterable, Iterator

from dispatch.assessment.baseline import low_map_of, low_systolic_of
from dispatch.assessment.criteria import criterion
from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS
from dispatch.assessment.perfusion import Signs, shock_signs_of_child
from dispatch.assessment.priority import Priority
from dispatch.assessment.values import AdultValues
from dispatch.network.levels import Care
from dispatch.transfer.bundle import situation_of
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.parts import Fact, Why
from dispatch.transfer.sayings import Told, ruling_of, told_of
from dispatch.transfer.stage import BEFORE_LOADING
from dispatch.transfer.transfer import Transfer


def shock_suspected(transfer: Transfer) -> Iterable[Decision]:
    """Signs of shock where 3 h is in force, and nothing known is priority 0."""
    is_over = transfer.stage not in BEFORE_LOADING
    has_none = transfer.presupposed.infection_suspected is False
    if has_none or is_over or transfer.priority is not Priority.THREE_HOURS:
        return
    told = told_of(transfer)
    if ruling_of(told).priority is Priority.ZERO:
        return
    is_child = transfer.care is Care.PAEDIATRIC
    whys = tuple(_whys(_signs_of(transfer)) if is_child else _whys_of_adult(told))
    if whys:
        minutes = int(criterion("reassess_hypotension_min"))
        code = "look_again_within" if is_child else "look_again_before_fluids"
        yield Decision(
            kind="shock_suspected",
            about=fingerprint(whys),
            since_at=told.said_at,
            why=(Why(code, {"minutes": minutes}),),
            clinical_why=whys,
        )


def _whys_of_adult(told: Told) -> Iterator[Why]:
    """Hypotension, for this patient; with right fluids given it is priority 0 already."""
    known = told.circulation
    usual = told.values if isinstance(told.values, AdultValues) else AdultValues()
    if known.map_mmhg is not None and known.map_mmhg < low_map_of(usual, DEFAULT_CUTOFFS):
        yield Why("hypotension_map", {"map_mmhg": known.map_mmhg})
    systolic_mmhg, lowest = known.systolic_mmhg, low_systolic_of(usual, DEFAULT_CUTOFFS)
    if systolic_mmhg is not None and systolic_mmhg < lowest:
        yield Why("hypotension_systolic", {"systolic_mmhg": systolic_mmhg})


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
