"""The whole choice of routes: the master problem in integers.

The choice is read back as routes and judged in whole numbers, so that it is never better only
by rounding.
"""

from typing import NamedTuple

import numpy as np

from dispatch.routing.exact.columns import (
    beside,
    own_columns,
    right_hand_sides,
    route_columns,
    rows_of,
    undone_weights,
)
from dispatch.routing.exact.linear import Ceiling, Effort, Program, choose_whole
from dispatch.routing.exact.master import Nudges, Stage, nudged
from dispatch.routing.problem.routes import Ints, Routes, RouteSpace, taken


class Chosen(NamedTuple):
    """The best whole choice found under the ceiling (None: none), and whether it is final."""

    routes: Routes | None
    final: bool


class Aim(NamedTuple):
    """What one integer search is to reach, what it may spend, and triples that help it."""

    ceiling: int
    effort: Effort
    triples: Ints


def choose_routes(
    space: RouteSpace, stage: Stage, nudges: Nudges, *, routes: Routes, aim: Aim
) -> Chosen:
    """The least choice of whole routes for the stage (with nudges: of stage and nudges), if
    any reaches at most ``aim.ceiling`` of the stage alone.
    """
    rows = rows_of(space, aim.triples)
    undone = np.zeros(rows.total)
    undone[: rows.first_bed] = np.concatenate(undone_weights(space, stage.level))
    plain = np.concatenate([undone, routes.amounts @ stage.charged])
    more = np.concatenate([np.zeros(rows.total), routes.amounts @ nudged(nudges)])
    program = Program(
        columns=beside(own_columns(rows, space), route_columns(space, routes, aim.triples)),
        cost=plain + more,
        allowed=np.ones(len(plain), dtype=np.bool_),
        sides=right_hand_sides(rows, space, stage.reached),
    )
    whole = np.arange(len(plain)) >= rows.total
    found = choose_whole(program, whole, ceiling=Ceiling(plain, aim.ceiling), effort=aim.effort)
    if found.values is None:
        return Chosen(None, found.final)
    return Chosen(taken(routes, found.values[rows.total :] > 0.5), found.final)
