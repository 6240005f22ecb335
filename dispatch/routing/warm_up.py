"""A small question that needs every compiled loop, so that no real one waits for that."""

import msgspec
import numpy as np

from dispatch.routing.exact.ascent import Ascent, raised
from dispatch.routing.exact.master import Stage
from dispatch.routing.exact.triples import broken_triples
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.routes import joined, route_space
from dispatch.routing.propose import propose
from dispatch.routing.search.improve import improved, neighbourhood_of, quicker
from dispatch.routing.search.known_routes import routes_of
from dispatch.routing.search.matching import matched

_STEPS = 200


def warm_up(limits: SolveLimits) -> None:
    """Loads all that a plan needs, and compiles what no earlier process on the machine did."""
    instance = _small()
    plan = propose(instance, limits).solution.plan
    space = route_space(instance, frozenset())
    hood, routes = neighbourhood_of(space), routes_of(space, plan)
    for better in (improved, quicker):
        better(hood, routes, steps=_STEPS, seed=1, left_s=lambda: 1.0)
    twice = joined(routes, routes)
    broken_triples(space, twice, np.full(len(twice.unit), 0.5))
    stage = Stage(Level.SUM_P0_RESPONSE, {Level.UNSERVED_P0: 0}, shocks_only=True)
    raised(space, Ascent(stage, 1, 1, lambda: 1.0), matched(space, lambda: 1.0).worth)


def _small() -> Instance:
    """Two units, two shocks and two sepsis patients, fewer beds than would be liked."""
    shift = {"type": "SVA", "mode": "road", "free_at": 0, "shift_end": 600}
    care = {"bedside": 30, "handover": 20, "ready": 0, "origin": "b", "unit_types": ("SVA",)}
    transfers = [
        {
            "id": f"t{n}",
            "class": ("P0", "3h")[n % 2],
            "destinations": [{"hospital": "a"}],
            **care,
        }
        for n in range(4)
    ]
    question = {
        "parameters": {},
        "locations": ("a", "b"),
        "travel": {"road": ((0, 30), (30, 0)), "air": ((0, 20), (20, 0))},
        "units": [{"id": name, "location": name, **shift} for name in ("a", "b")],
        "transfers": transfers,
        "beds": {"a": 3},
    }
    return msgspec.convert(question, Instance)
