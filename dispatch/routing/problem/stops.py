"""Which transfers and beds the trips of routes take."""

from typing import NamedTuple

import numpy as np

from dispatch.routing.problem.routes import Flags, Ints, Routes, RouteSpace, kind_of_unit


class Stops(NamedTuple):
    """Transfer and bed of each trip of each route; what is no trip counts for nothing."""

    transfer: Ints
    bed: Ints
    trips: Flags


def stops_of(space: RouteSpace, routes: Routes) -> Stops:
    """What the routes take, in arrays of routes times the most trips."""
    kinds = kind_of_unit(space)
    trips = np.arange(routes.options.shape[1])[None, :] < routes.size[:, None]
    transfer, bed = (np.zeros(routes.options.shape, dtype=np.int64) for _ in range(2))
    for number, kind in enumerate(space.kinds):
        mine = kinds[routes.unit] == number
        options = np.where(trips[mine], routes.options[mine], 0)
        transfer[mine], bed[mine] = kind.transfer[options], kind.bed[options]
    return Stops(transfer, bed, trips)
