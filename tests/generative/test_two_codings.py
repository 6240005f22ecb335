"""Two codings that share nothing must agree: an unsound bound looks like a fast proof.

The other coding proves every level by arcs and times, where the solver generates routes.
``python -m tests.generative.test_two_codings 200`` compares as many more.
"""

import random
import sys
from functools import cache

import pytest

from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.plan import plan_document
from tests.generative.features import FEATURES, LIMITS, features
from tests.generative.medium_instances import medium_instance
from tests.generative.second_coding import proven_vector

EVERY_DAY = range(24)
EASY_EVERY = 4
"""One instance in so many can meet all its windows."""


def _is_easy(seed: int) -> bool:
    return seed % EASY_EVERY == EASY_EVERY - 1


@cache
def _case(seed: int) -> tuple[Instance, frozenset[str]]:
    rng = random.Random(seed)
    easy = _is_easy(seed)
    units, transfers = rng.randint(5, 9), rng.randint(6, 8 if easy else 10)
    instance = medium_instance(rng, units=units, transfers=transfers, is_easy=easy)
    given = [unit.id for unit in instance.units if unit.assigned_to is not None]
    return instance, frozenset(unit for unit in given if rng.random() < 0.3)


@cache
def _solved(seed: int) -> Solution:
    instance, pinned = _case(seed)
    return assign_units(instance, limits=LIMITS, pinned=pinned)


def _disagreement(seed: int) -> str:
    instance, pinned = _case(seed)
    solution = _solved(seed)
    found = (len(solution.unkept_pins), *solution.vector)
    proven = proven_vector(instance, pinned)
    return "" if found == proven else f"seed {seed}: {found}, but proven {proven}"


@pytest.mark.parametrize("seed", EVERY_DAY)
def test_two_codings_prove_the_same_vector(seed: int) -> None:
    assert _disagreement(seed) == ""


@pytest.mark.parametrize("seed", EVERY_DAY)
def test_solver_proves_it_and_the_judge_agrees(seed: int) -> None:
    solution = _solved(seed)
    assert all(level.proven for level in solution.levels)
    checked = check_plan(_case(seed)[0], plan_document(solution.plan))
    assert (checked.faults, checked.vector) == ((), solution.vector)


def test_every_window_that_can_be_met_is_met() -> None:
    easy = [seed for seed in EVERY_DAY if _is_easy(seed)]
    assert [_solved(seed).vector[3:6] for seed in easy] == [(0, 0, 0)] * len(easy)


def test_every_feature_occurs_among_them() -> None:
    shown = set().union(*(features(*_case(seed), _solved(seed)) for seed in EVERY_DAY))
    assert FEATURES - shown == set()


@pytest.mark.parametrize("seed", EVERY_DAY[:8])
def test_matrix_has_no_shortcut(seed: int) -> None:
    travel = _case(seed)[0].travel
    for rows in (travel.road, travel.air):
        size = range(len(rows))
        assert all(
            rows[a][c] <= rows[a][b] + rows[b][c] for a in size for b in size for c in size
        )


if __name__ == "__main__":
    wrong = filter(None, map(_disagreement, range(int(sys.argv[1]))))
    sys.exit("\n".join(wrong) or 0)
