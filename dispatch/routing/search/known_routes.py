"""Plans made elsewhere, as routes of a space; and bounds that need no prices."""

import numpy as np

from dispatch.routing.problem.amounts import add_amounts
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.plan import Plan
from dispatch.routing.problem.routes import Ints, Routes, RouteSpace, kind_of_unit


def routes_of(space: RouteSpace, plan: Plan) -> Routes:
    """The plan's routes with their amounts; its trips must be allowed in the space."""
    kinds = kind_of_unit(space)
    order = {unit.id: index for index, unit in enumerate(space.instance.units)}
    units = np.array([order[unit] for unit, _ in plan.routes], dtype=np.int64)
    sizes = np.array([len(trips) for _, trips in plan.routes], dtype=np.int64)
    options = np.zeros((len(sizes), space.rules.trips), dtype=np.int64)
    places = [{trip: index for index, trip in enumerate(trips)} for trips in space.trips]
    for row, (_, trips) in enumerate(plan.routes):
        options[row, : len(trips)] = [places[kinds[units[row]]][trip] for trip in trips]
    return with_amounts(space, units, sizes=sizes, options=options)


def with_amounts(space: RouteSpace, units: Ints, *, sizes: Ints, options: Ints) -> Routes:
    """Those routes and what each adds to the levels."""
    kinds = kind_of_unit(space)
    amounts = np.zeros((len(sizes), len(Level)), dtype=np.int64)
    for row, unit in enumerate(units):
        world = (space.kinds[kinds[unit]], space.crews, space.rules)
        add_amounts(world, unit, options[row, : sizes[row]], amounts[row])
    return Routes(units, sizes, options, amounts)


def quickest_response(space: RouteSpace, /) -> int:
    """A bound on the longest priority 0 response when all are served: each one's quickest."""
    never = np.iinfo(np.int64).max
    quickest = np.full(len(space.transfers), never)
    for kind in space.kinds:
        for unit in kind.crews:
            reach_at = space.crews.free_at[unit] + kind.reach[space.crews.location[unit]]
            since = np.maximum(kind.ready, reach_at) - kind.ready + kind.to_end
            np.minimum.at(quickest, kind.transfer[kind.shock], since[kind.shock])
    return int(quickest[quickest < never].max(initial=0))
