"""Bounds by moving payments: never above the optimum, tight where the assignment is."""

import random
from typing import Any

import pytest

from bench.instances import instance_of
from bench.sizes import SIZES
from dispatch.routing.assign_units import assign_units
from dispatch.routing.exact import rounds
from dispatch.routing.exact.ascent import Ascent, raised
from dispatch.routing.exact.master import Stage
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.judge.check_proof import check_proof
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.plan import plan_document
from dispatch.routing.problem.routes import route_space
from dispatch.routing.search.matching import matched
from tests.core.routing.builders import (
    a_shock,
    a_transfer,
    a_unit,
    an_instance,
    random_instance,
)

LIMITS = SolveLimits(wall_s=20.0)


def left_s() -> float:
    return 1.0


def bound_in(instance: Instance, *pinned: str, value: int, steps: int) -> int:
    space = route_space(instance, frozenset(pinned))
    stage = Stage(Level.SUM_P0_RESPONSE, {Level.UNSERVED_P0: 0}, shocks_only=True)
    ascent = Ascent(stage, value, steps, left_s)
    return raised(space, ascent, matched(space, left_s).worth).bound


def test_first_payments_already_prove_an_assignment():
    units = tuple(a_unit(f"u{n}", place) for n, place in enumerate(("west", "east", "far")))
    shocks = (a_shock("t0", "middle"), a_shock("t1", "middle"), a_shock("t2", "west"))
    instance = an_instance(units, shocks)
    value = assign_units(instance, limits=LIMITS).vector[2]
    assert bound_in(instance, value=value, steps=1) == value


def test_more_steps_never_lower_the_bound():
    instance = instance_of(SIZES["disaster"], 0)
    routes = matched(route_space(instance, frozenset()), left_s).routes
    value = int(routes.amounts[:, 2].sum())
    bounds = [bound_in(instance, value=value, steps=steps) for steps in (1, 10, 40)]
    assert bounds == sorted(bounds)
    assert 0.9 * value < bounds[0] < bounds[2] <= value


def test_unit_kept_by_a_pin_may_be_anywhere():
    units = (a_unit("u1", assigned_to="t1"),)
    instance = an_instance(units, (a_transfer("t1", "far", to="west"), a_shock("t2")))
    value = assign_units(instance, pinned=frozenset({"u1"}), limits=LIMITS).vector[2]
    assert bound_in(instance, "u1", value=value, steps=40) <= value


def without_relaxations(
    monkeypatch: pytest.MonkeyPatch, instance: Instance, **limits: Any
) -> Any:
    monkeypatch.setattr(rounds, "LARGEST_ROWS", 0)
    monkeypatch.setattr(rounds, "SMALL_ROWS", 0)
    return assign_units(instance, limits=SolveLimits(**limits))


@pytest.mark.parametrize("seed", range(25))
def test_what_is_bounded_without_relaxations_is_true(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(seed)
    instance = random_instance(rng, units=rng.randint(2, 5), transfers=rng.randint(3, 7))
    best = assign_units(instance, limits=LIMITS)
    found = without_relaxations(monkeypatch, instance, wall_s=0.2)
    assert check_plan(instance, plan_document(found.plan)).vector == found.vector
    assert best.vector <= found.vector
    if found.vector[:2] == best.vector[:2]:
        assert found.levels[2].bound <= best.vector[2]
    for proof in found.proofs:
        assert check_proof(instance, found.vector, proof).holds


def test_bound_of_a_surge_is_close_without_relaxations(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    instance = instance_of(SIZES["surge"], 0)
    found = without_relaxations(monkeypatch, instance, wall_s=3.0)
    levels = found.levels
    assert 0.95 * levels[2].value < levels[2].bound <= levels[2].value
    assert [check_proof(instance, found.vector, proof).holds for proof in found.proofs] == [
        True
    ]


def test_nothing_is_claimed_where_somebody_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    instance = an_instance((a_unit("u1", shift_end=100),), (a_shock("t1"), a_shock("t2")))
    found = without_relaxations(monkeypatch, instance, wall_s=0.1)
    assert [level.bound for level in found.levels[:3]] == [0, 0, 0]


def test_nothing_is_claimed_without_the_triangle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "keeps_triangle", lambda _: False)
    instance = an_instance((a_unit("u1"),), (a_shock("t1"), a_shock("t2")))
    found = without_relaxations(monkeypatch, instance, wall_s=0.1)
    assert found.levels[2].bound == 0
