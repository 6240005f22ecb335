"""Plans by neighbourhood search: built from nothing, and made better than they are."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from dispatch.routing.problem.amounts import NO_LIMIT
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import Ints, Routes, RouteSpace, longest_p0_min
from dispatch.routing.search.flat import BED, KIND, TRANSFER, Flat, flat_of
from dispatch.routing.search.known_routes import with_amounts
from dispatch.routing.search.neighbourhood import (
    BLINK,
    Routing,
    insert_best,
    insert_first,
    shuffle,
    take_out,
    weigh_anew,
)

STEPS = 200
"""Steps between two looks at the clock."""


class Neighbourhood(NamedTuple):
    """A space, laid flat once for every search in it."""

    space: RouteSpace
    flat: Flat
    starts: Ints


def neighbourhood_of(space: RouteSpace) -> Neighbourhood:
    """The space made ready for searching."""
    starts = np.cumsum([0, *(len(kind.transfer) for kind in space.kinds)])
    return Neighbourhood(space, flat_of(space), starts)


def built(hood: Neighbourhood, kept: Routes) -> Routes:
    """``kept``, pins, and each other transfer where it adds least, the most urgent first."""
    routing = _routing(hood, kept, seed=0, blink=0)
    crews = hood.space.crews
    for unit in np.flatnonzero(crews.pinned & (routing.size == 0)).tolist():
        if routing.at[crews.given[unit]] < 0:
            insert_first(hood.flat, routing, crews.given[unit], unit, NO_LIMIT)
    transfers = hood.space.instance.transfers
    order = sorted(
        range(len(transfers)),
        key=lambda each: (transfers[each].priority != "P0", transfers[each].ready),
    )
    for transfer in order:
        if routing.at[transfer] < 0:
            insert_best(hood.flat, routing, transfer, NO_LIMIT)
    return _routes(hood, routing)


def improved(
    hood: Neighbourhood, routes: Routes, *, steps: int, seed: int, left_s: Callable[[], float]
) -> Routes:
    """The plan after so many steps, or as many as there is time for.

    Never worse at any level that is not paid for by a more important one; no response grows
    longer than the longest of the plan given.
    """
    routing = _routing(hood, routes, seed=seed)
    longest = longest_p0_min(routes)
    while steps > 0 and left_s() > 0:
        shuffle(hood.flat, routing, min(STEPS, steps), longest)
        steps -= STEPS
    return _routes(hood, routing)


def quicker(
    hood: Neighbourhood, routes: Routes, *, steps: int, seed: int, left_s: Callable[[], float]
) -> Routes:
    """A plan that serves as many with a shorter longest response, as short as can be found."""
    while (longest := longest_p0_min(routes) - 1) >= 0 and left_s() > 0:
        routing = _routing(hood, routes, seed=seed)
        served = _shocks_served(hood, routing)
        for unit in routes.unit[routes.amounts[:, Level.MAX_P0_RESPONSE] > longest]:
            for option in routing.options[unit, : routing.size[unit]].copy():
                take_out(hood.flat, routing, hood.flat.options[option, TRANSFER])
            weigh_anew(hood.flat, routing, unit, longest)
        for _ in range(0, steps, STEPS):
            shuffle(hood.flat, routing, STEPS, longest)
            if _shocks_served(hood, routing) >= served or left_s() <= 0:
                break
        if _shocks_served(hood, routing) < served:
            break
        routes = _routes(hood, routing)
    return routes


def _shocks_served(hood: Neighbourhood, routing: Routing) -> int:
    return int((routing.at[hood.flat.shock] >= 0).sum())


def _routing(hood: Neighbourhood, routes: Routes, *, seed: int, blink: int = BLINK) -> Routing:
    space, flat = hood.space, hood.flat
    units, width = len(flat.units), space.rules.trips + 2
    options = np.zeros((units, width), dtype=np.int64)
    size, at = np.zeros(units, dtype=np.int64), np.full(len(space.shock), -1, dtype=np.int64)
    used = np.zeros(len(flat.beds), dtype=np.int64)
    for unit, trips, local in zip(*routes[:3], strict=True):
        chosen = hood.starts[flat.units[unit, KIND]] + local[:trips]
        options[unit, :trips], size[unit] = chosen, trips
        at[flat.options[chosen, TRANSFER]] = unit
        np.add.at(used, flat.options[chosen, BED], 1)
    worth, random = (
        np.zeros((units, 2), dtype=np.int64),
        np.array([1 + seed % 2_147_483_646, 0, blink], dtype=np.int64),
    )
    looked = np.zeros(units, dtype=np.int64)
    routing = Routing(options, size, at, used, worth, random, looked)
    for unit in range(units):
        weigh_anew(hood.flat, routing, unit, NO_LIMIT)
    return routing


def _routes(hood: Neighbourhood, routing: Routing) -> Routes:
    units = np.flatnonzero(routing.size)
    sizes = routing.size[units]
    local = routing.options[units, : hood.space.rules.trips]
    local = local - hood.starts[hood.flat.units[units, KIND]][:, None]
    trips = np.arange(local.shape[1])[None, :] < sizes[:, None]
    return with_amounts(hood.space, units, sizes=sizes, options=np.where(trips, local, 0))
