"""The solver against every plan there is, on small instances with every feature.

The brute force below times and scores plans in its own lines: it shares nothing with the core.
"""

import random
from collections import Counter
from functools import cache
from itertools import permutations, product

import pytest

from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.instance import Instance, Unit
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import plan_document
from tests.core.routing.builders import random_instance
from tests.generative.features import FEATURES, features

LIMITS = SolveLimits(wall_s=20.0)
_Key = tuple[int, tuple[tuple[str, int], ...]]
BATCHES, PER_BATCH = 14, 40
COUNTED = 5
"""Batches whose features are counted: which limit binds is found by solving without it."""


def _routes(
    instance: Instance, unit: Unit, pinned: frozenset[str]
) -> list[tuple[int, dict[str, int], list[int]]]:
    """Every feasible route of the unit: transfers as bits, beds used, what it adds."""
    rules, weights = instance.parameters, instance.parameters.weights
    place = instance.locations.index
    tau = instance.travel.air if unit.mode == "air" else instance.travel.road
    able = [n for n, t in enumerate(instance.transfers) if unit.type in t.unit_types]
    out = []
    for size in range(len(able) + 1):
        for order in permutations(able, size):
            options = [instance.transfers[n].destinations for n in order]
            for choices in product(*options):
                here, clock, beds = place(unit.location), unit.free_at, dict[str, int]()
                kept = bool(order) and instance.transfers[order[0]].id == unit.assigned_to
                cost = weights.coverage * unit.coverage_cost if order else 0
                cost += weights.switch * (unit.assigned_to is not None and not kept)
                shocks, longest, total, served, broken, late = 0, 0, 0, 0, 0, 0
                for n, choice in zip(order, choices, strict=True):
                    t = instance.transfers[n]
                    src, dst = place(t.origin), place(choice.hospital)
                    cost += (
                        weights.drive * tau[here][src] + weights.destination * choice.penalty
                    )
                    cost += weights.drive * tau[src][dst] * (rules.drive_counts == "all")
                    bedside = max(t.ready, clock + tau[here][src])
                    arrival = bedside + t.bedside + tau[src][dst]
                    here, clock = dst, arrival + t.handover
                    beds[choice.hospital] = beds.get(choice.hospital, 0) + 1
                    if t.priority == "P0":
                        end = (arrival if rules.p0_to == "arrival" else bedside) - t.ready
                        shocks, longest, total = shocks + 1, max(longest, end), total + end
                    else:
                        end = arrival if rules.window_to == "arrival" else bedside
                        over = end - t.ready - rules.window
                        served, broken = served + 1, broken + (over > 0)
                        late, cost = (
                            late + max(0, over),
                            cost + weights.wait * (bedside - t.ready),
                        )
                if order and clock > unit.shift_end + rules.overtime:
                    continue
                if order and unit.id in pinned and not kept:
                    continue
                unkept = unit.id in pinned and not kept
                bits = sum(1 << n for n in order)
                out.append(
                    (bits, beds, [unkept, -shocks, longest, total, -served, broken, late, cost])
                )
    return out


def _best_vector(instance: Instance, pinned: frozenset[str]) -> tuple[int, ...]:
    """Pins not kept, then the seven levels."""
    routes = [_routes(instance, unit, pinned) for unit in instance.units]
    shocks = sum(t.priority == "P0" for t in instance.transfers)
    nothing = [0, shocks, 0, 0, len(instance.transfers) - shocks, 0, 0, 0]
    partial: dict[_Key, list[tuple[int, ...]]] = {(0, ()): [tuple(nothing)]}
    for mine in routes:
        grown: dict[_Key, list[tuple[int, ...]]] = {}
        for (bits, used), vectors in partial.items():
            for more, beds, adds in mine:
                if bits & more:
                    continue
                total: dict[str, int] = dict(used)
                for hospital, count in beds.items():
                    total[hospital] = total.get(hospital, 0) + count
                if any(total.get(name, 0) > free for name, free in instance.beds.items()):
                    continue
                limited = tuple(sorted((h, n) for h, n in total.items() if h in instance.beds))
                found = grown.setdefault((bits | more, limited), [])
                for v in vectors:
                    merged = [a + b for a, b in zip(v, adds, strict=True)]
                    merged[2] = max(v[2], adds[2])
                    found.append(tuple(merged))
        # Among plans of the same transfers and beds a smaller vector stays smaller, except
        # that a later, longer response may hide a difference in level 2: keep one per value.
        partial = {key: _kept(vectors) for key, vectors in grown.items()}
    return min(vector for vectors in partial.values() for vector in vectors)


def _kept(vectors: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    best: dict[int, tuple[int, ...]] = {}
    for vector in vectors:
        best[vector[2]] = min(vector, best.get(vector[2], vector))
    return list(best.values())


@cache
def _cases(batch: int) -> tuple[tuple[Instance, frozenset[str], Solution], ...]:
    rng = random.Random(1000 + batch)
    cases = []
    for _ in range(PER_BATCH):
        instance = random_instance(
            rng, units=rng.randrange(1, 4), transfers=rng.choice((2, 3, 3, 4, 4))
        )
        given = [unit.id for unit in instance.units if unit.assigned_to is not None]
        pinned = frozenset(unit for unit in given if rng.random() < 0.3)
        solution = assign_units(instance, limits=LIMITS, pinned=pinned)
        cases.append((instance, pinned, solution))
    return tuple(cases)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_solver_equals_every_plan_enumerated(batch: int) -> None:
    for instance, pinned, solution in _cases(batch):
        checked = check_plan(instance, plan_document(solution.plan))
        assert checked.faults == ()
        assert checked.vector == solution.vector
        best = _best_vector(instance, pinned)
        assert (len(solution.unkept_pins), *solution.vector) == best
        assert solution.method == "exact"


def test_every_feature_occurs_several_times_among_them() -> None:
    assert BATCHES * PER_BATCH >= 500
    shown = Counter[str]()
    for batch in range(COUNTED):
        for case in _cases(batch):
            shown.update(features(*case))
    assert {name: shown[name] for name in FEATURES if shown[name] < 3} == {}
