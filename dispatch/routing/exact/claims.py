"""What a solve may claim: a bound for every level as the objective counts it, and proofs."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from dispatch.routing.exact.columns import undone_weights
from dispatch.routing.exact.levels import Reached
from dispatch.routing.exact.pricing import Prices
from dispatch.routing.problem.amounts import NO_LIMIT
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.proof import LevelProof, Triple
from dispatch.routing.problem.routes import Routes, RouteSpace


class Answer(NamedTuple):
    """The best routes and, level by level, what is known of any plan's value."""

    routes: Routes
    reached: tuple[Reached, ...]


def proofs_of(space: RouteSpace, answer: Answer) -> Iterator[LevelProof]:
    """The prices behind each bound that needed some."""
    saved = space.rules.switch * int((space.crews.given >= 0).sum())
    served = answer.reached[Level.UNSERVED_P0].value
    for level, reached in zip(Level, answer.reached, strict=True):
        prices, stage = reached.prices, reached.stage
        if prices is None:
            continue
        claimed = 1 + served if level == Level.MAX_P0_RESPONSE else reached.bound
        yield LevelProof(
            level=level,
            stage_level=stage.level,
            bound=reached.priced + saved * (level == Level.COST),
            held={int(each): value for each, value in stage.reached.items()},
            charges=tuple(prices.levels.tolist()),
            transfers={
                name: price
                for name, price in zip(space.transfers, prices.transfers.tolist(), strict=True)
                if price > -math.inf
            },
            beds=dict(zip(space.instance.beds, prices.beds.tolist(), strict=False)),
            longest_p0=None if stage.longest_p0 == NO_LIMIT else stage.longest_p0,
            longest_late=None if stage.longest_late == NO_LIMIT else stage.longest_late,
            searched=reached.priced < claimed,
            triples=tuple(_triples(space, prices)),
        )


def _triples(space: RouteSpace, prices: Prices) -> Iterator[Triple]:
    first_unit, units = len(space.transfers), space.instance.units
    for members, paid in zip(prices.triples.tolist(), prices.shared.tolist(), strict=True):
        if paid < 0:
            yield Triple(
                tuple(space.transfers[each] for each in members if each < first_unit),
                tuple(units[each - first_unit].id for each in members if each >= first_unit),
                paid,
            )


def bounds_of(space: RouteSpace, answer: Answer) -> tuple[int, ...]:
    """As the objective counts: pins are no level of it, and crews stood down cost."""
    if not space.whole:
        return (-1,) * len(answer.reached)
    bounds = [max(0, reached.bound) for reached in answer.reached]
    served, cost = answer.reached[Level.UNSERVED_P0], answer.reached[Level.COST]
    bounds[Level.UNSERVED_P0] = served.bound - _pins_undone(space, answer)
    given = sum(unit.assigned_to is not None for unit in space.instance.units)
    bounds[Level.COST] = max(0, cost.bound + space.rules.switch * given)
    return tuple(bounds)


def _pins_undone(space: RouteSpace, answer: Answer) -> int:
    """What pins that are not kept add to what is unserved."""
    _, pins = undone_weights(space, Level.UNSERVED_P0)
    pins[answer.routes.unit] = 0.0
    return int(pins.sum())
