"""The compiled loops, each against what small questions must answer."""

import random
from typing import Any

import numpy as np
import pytest

from dispatch.routing.assign_units import assign_units
from dispatch.routing.exact import simplex
from dispatch.routing.exact.master import reached_by
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.compiled import compiled, is_kept
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.plan import plan_document, plan_of
from dispatch.routing.problem.routes import (
    longest_p0_min,
    no_routes,
    plan_from,
    route_space,
)
from dispatch.routing.search.improve import built, improved, neighbourhood_of, quicker
from dispatch.routing.search.known_routes import routes_of
from dispatch.routing.warm_up import warm_up
from tests.core.routing.builders import a_shock, a_unit, an_instance, random_instance

LIMITS = SolveLimits(wall_s=30.0)


def test_program_that_may_write_nowhere_compiles_all_the_same():
    # Numba keeps nothing for code without a file, and says so as it does to an account without
    # a home.
    made: dict[str, Any] = {}
    exec(compile("def twice(n): return 2 * n", "no such file", "exec"), made)  # noqa: S102
    assert compiled(made["twice"])(21) == 42


def test_machine_code_is_kept_in_a_checkout():
    assert is_kept()


def _vector(space, routes):
    return [reached_by(space, routes, level) for level in Level]


@pytest.mark.parametrize("seed", range(12))
def test_small_instance_is_proven_and_feasible(seed):
    rng = random.Random(seed)
    instance = random_instance(rng, units=rng.randint(1, 4), transfers=rng.randint(2, 6))
    given = [unit.id for unit in instance.units if unit.assigned_to is not None]
    pinned = frozenset(unit for unit in given if rng.random() < 0.5)
    solution = assign_units(instance, limits=LIMITS, pinned=pinned)
    assert solution.method == "exact"
    assert check_plan(instance, plan_document(solution.plan)).vector == solution.vector


@pytest.mark.parametrize("seed", range(6))
def test_search_never_makes_a_plan_worse(seed):
    rng = random.Random(100 + seed)
    instance = random_instance(rng, units=5, transfers=8)
    given = [unit.id for unit in instance.units if unit.assigned_to is not None]
    space = route_space(instance, frozenset(given[:1]))
    hood = neighbourhood_of(space)
    start = built(hood, no_routes(space.rules.trips))
    for search in (improved, quicker):
        better = search(hood, start, steps=150, seed=seed, left_s=lambda: 1.0)
        assert _vector(space, better) <= _vector(space, start)
        judged = check_plan(instance, plan_document(plan_from(space, better)))
        assert judged.faults == ()


def test_search_shortens_the_longest_response():
    shocks = (a_shock("t1"), a_shock("t2"))
    instance = an_instance((a_unit("u1"), a_unit("u2")), shocks)
    hood = neighbourhood_of(route_space(instance, frozenset()))
    one_after_another = plan_of(instance, {"u1": [("t1", "east"), ("t2", "east")]})
    start = routes_of(hood.space, one_after_another)
    better = quicker(hood, start, steps=200, seed=1, left_s=lambda: 1.0)
    assert longest_p0_min(better) < longest_p0_min(start)
    assert sorted(better.size.tolist()) == [1, 1]


def test_search_without_time_changes_nothing():
    instance = random_instance(random.Random(5), units=4, transfers=6)
    hood = neighbourhood_of(route_space(instance, frozenset()))
    start = built(hood, no_routes(hood.space.rules.trips))
    for search in (improved, quicker):
        same = search(hood, start, steps=150, seed=1, left_s=lambda: 0.0)
        assert plan_from(hood.space, same) == plan_from(hood.space, start)


def test_warm_up_leaves_nothing_to_compile_for_the_next_plan():
    warm_up(LIMITS)
    instance = random_instance(random.Random(9), units=3, transfers=4)
    assert assign_units(instance, limits=LIMITS).method == "exact"


def _table(columns, costs, sides, basis):
    """A program of dense columns; the first ones are the rows' own."""
    rows = len(sides)
    dense = np.hstack([np.eye(rows), np.array(columns, dtype=np.float64).T])
    present = dense.T != 0
    start = np.concatenate([[0], np.cumsum(present.sum(axis=1))]).astype(np.int64)
    return simplex.Table(
        start,
        np.nonzero(present)[1].astype(np.int64),
        dense.T[present],
        np.concatenate([np.zeros(rows), np.array(costs, dtype=np.float64)]),
        np.ones(rows + len(costs), dtype=np.bool_),
        np.array(sides, dtype=np.float64),
        np.array(basis, dtype=np.int64),
        np.zeros((rows, rows)),
    )


def test_simplex_takes_what_gains_most():
    table = _table([[1, 0], [1, 1]], [-2.0, -3.0], [4.0, 3.0], [0, 1])
    assert simplex.invert(table)
    assert simplex.improve(table, 4, 50)[1]
    values = simplex.basic_values(table, table.shaken)
    taken = dict(zip(table.basis.tolist(), values.tolist(), strict=True))
    assert taken == pytest.approx({2: 1.0, 3: 3.0})
    assert simplex.prices_of(table) == pytest.approx([-2.0, -1.0])


def test_simplex_says_when_a_gain_has_no_end():
    table = _table([[-1, 0]], [-1.0], [1.0, 1.0], [0, 1])
    assert simplex.invert(table)
    assert simplex.improve(table, 3, 50) == (0, False)


def test_simplex_says_when_it_ran_out_of_pivots():
    table = _table([[1, 0], [0, 1]], [-1.0, -1.0], [1.0, 1.0], [0, 1])
    assert simplex.invert(table)
    assert simplex.improve(table, 4, 1) == (1, False)


def test_simplex_leaves_out_what_is_not_allowed():
    table = _table([[1, 0]], [-1.0], [1.0, 1.0], [0, 1])
    table.allowed[2] = False
    assert simplex.invert(table)
    assert simplex.improve(table, 3, 50) == (0, True)


def test_simplex_refuses_a_basis_that_is_none():
    table = _table([[1, 0], [2, 0]], [0.0, 0.0], [1.0, 1.0], [2, 3])
    assert not simplex.invert(table)


def _many(rows):
    """A program of as many pivots as rows."""
    columns = np.eye(rows).tolist()
    return _table(columns, [-1.0] * rows, [1.0] * rows, list(range(rows)))


def test_simplex_inverts_anew_when_it_has_drifted():
    table = _many(70)
    assert simplex.invert(table)
    table.inverse[0, 0] += 1e-3
    assert simplex.improve(table, 140, 500)[1]
    assert simplex.basic_values(table, table.shaken) == pytest.approx(np.ones(70))
