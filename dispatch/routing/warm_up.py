"""A small question that needs every compiled loop, so that no real one waits for that."""

import msgspec

from dispatch.routing.improve import improved, neighbourhood_of, quicker
from dispatch.routing.instance import Instance
from dispatch.routing.known_routes import routes_of
from dispatch.routing.limits import SolveLimits
from dispatch.routing.propose import propose
from dispatch.routing.routes import route_space

_STEPS = 200


def warm_up(limits: SolveLimits) -> None:
    """Loads all that a plan needs, and compiles what no earlier process on the machine did."""
    instance = _small()
    plan = propose(instance, limits).solution.plan
    hood = neighbourhood_of(route_space(instance, frozenset()))
    routes = routes_of(hood.space, plan)
    for better in (improved, quicker):
        better(hood, routes, steps=_STEPS, seed=1, left_s=lambda: 1.0)


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
