"""A child who may be in shock before Phoenix says so: asked about on the board.

The priority stays as published (decision 10: Phoenix shock is priority 0, else 3 h); people say
whether it is shock, and look again. Proposed.
"""

from collections.abc import Iterable, Iterator

from dispatch.assessment.criteria import criterion
from dispatch.assessment.perfusion import Signs, shock_signs_of_child
from dispatch.assessment.priority import Priority
from dispatch.assessment.quantities import CHILD_QUANTITIES
from dispatch.network.levels import Care
from dispatch.transfer.bundle import situation_of
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.described import months_of
from dispatch.transfer.parts import Fact, Why
from dispatch.transfer.sayings import ruling_of, told_of
from dispatch.transfer.stage import BEFORE_LOADING
from dispatch.transfer.transfer import Transfer


def shock_suspected(transfer: Transfer) -> Iterable[Decision]:
    """Signs of shock in a child for whom 3 h is in force, and nothing known is priority 0."""
    is_asked = transfer.care is Care.PAEDIATRIC and transfer.stage in BEFORE_LOADING
    has_none = transfer.presupposed.infection_suspected is False
    if has_none or not is_asked or transfer.priority is not Priority.THREE_HOURS:
        return
    told = told_of(transfer)
    if ruling_of(told).priority is Priority.ZERO:
        return
    whys = tuple(_whys(_signs_of(transfer)))
    if whys:
        minutes = int(criterion("reassess_hypotension_min"))
        yield Decision(
            kind="shock_suspected",
            about=fingerprint(whys),
            since_at=told.said_at,
            why=(Why("look_again_within", {"minutes": minutes}),),
            clinical_why=whys,
        )


def _signs_of(transfer: Transfer) -> Signs:
    """Of every value the latest; the age as assessed, else as described."""
    known = situation_of(transfer)
    age_months = months_of(transfer.described, assessed_months=known.age_months)
    oldest_months = CHILD_QUANTITIES["age_months"].high
    return Signs(
        map_mmhg=known.map_mmhg,
        systolic_mmhg=known.systolic_mmhg,
        lactate_mmol_l=known.lactate_mmol_l,
        age_months=None if age_months is None else min(age_months, oldest_months),
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
