"""What holds for every plan: order of names, time given, seed and process change nothing."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from itertools import count, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import plan_document
from tests.builders import REPOSITORY
from tests.core.routing.builders import random_instance
from tests.generative.medium_instances import medium_instance
from tests.waits import PATIENCE_S

PLENTY = SolveLimits(wall_s=20.0)
LADDER_S = (0, 1, 2, 3, 5, 8, 13, 21, 55, 150, 1000)
"""Seconds of a clock that goes on by one whenever it is read."""

SEEDS = st.integers(0, 10**6)
examples = settings(max_examples=30, deadline=None)


def _case(seed: int) -> tuple[Instance, frozenset[str]]:
    """Every other one on a plane, every other one on a matrix that differs by direction."""
    rng = random.Random(seed)
    if seed % 2:
        instance = medium_instance(rng, units=rng.randint(3, 6), transfers=rng.randint(4, 7))
    else:
        instance = random_instance(rng, units=rng.randint(3, 6), transfers=rng.randint(4, 7))
    given_one = [unit.id for unit in instance.units if unit.assigned_to is not None]
    return instance, frozenset(unit for unit in given_one if rng.random() < 0.3)


def _solved(instance: Instance, pinned: frozenset[str], **limits: object) -> Solution:
    return assign_units(instance, limits=replace(PLENTY, **limits), pinned=pinned)


def _ticking() -> Callable[[], float]:
    ticks = count()
    return lambda: float(next(ticks))


def _rank(solution: Solution) -> tuple[int, ...]:
    """Pins come before everything else."""
    return (len(solution.unkept_pins), *solution.vector)


def _told(solution: Solution) -> list[object]:
    """Everything a solution says, as JSON gives it back."""
    levels = [[each.name, each.value, each.bound, each.proven] for each in solution.levels]
    why = [[each.transfer, each.why] for each in solution.unserved]
    return [plan_document(solution.plan), list(solution.vector), levels, solution.method, why]


def _require_sound(instance: Instance, solution: Solution) -> None:
    checked = check_plan(instance, plan_document(solution.plan))
    assert (checked.faults, checked.vector) == ((), solution.vector)
    assert [level.value for level in solution.levels] == list(solution.vector)
    assert all(level.bound <= level.value for level in solution.levels)
    assert all(level.bound == level.value for level in solution.levels if level.proven)
    proven = [level.proven for level in solution.levels]
    assert proven == sorted(proven, reverse=True)
    assert all(proven) or solution.method != "exact"


@examples
@given(SEEDS)
def test_a_3h_more_never_worsens_levels_1_to_3(seed: int) -> None:
    instance, pinned = _case(seed)
    alike = random.Random(seed).choice(instance.transfers)
    more = replace(alike, id="more", priority="3h", ready=0)
    grown = replace(instance, transfers=(*instance.transfers, more))
    assert _rank(_solved(grown, pinned))[:4] <= _rank(_solved(instance, pinned))[:4]


@examples
@given(SEEDS)
def test_names_and_order_of_units_change_no_vector(seed: int) -> None:
    instance, pinned = _case(seed)
    rng = random.Random(seed)
    shuffled = rng.sample(instance.units, len(instance.units))
    renamed = {unit.id: f"unit-{rng.getrandbits(32):08x}" for unit in instance.units}
    units = tuple(replace(unit, id=renamed[unit.id]) for unit in shuffled)
    other = _solved(replace(instance, units=units), frozenset(renamed[unit] for unit in pinned))
    assert _rank(other) == _rank(_solved(instance, pinned))


@examples
@given(SEEDS)
def test_names_and_order_of_transfers_change_no_vector(seed: int) -> None:
    instance, pinned = _case(seed)
    rng = random.Random(seed)
    shuffled = rng.sample(instance.transfers, len(instance.transfers))
    renamed = {each.id: f"transfer-{rng.getrandbits(32):08x}" for each in instance.transfers}
    transfers = tuple(replace(each, id=renamed[each.id]) for each in shuffled)
    units = tuple(
        replace(unit, assigned_to=unit.assigned_to and renamed[unit.assigned_to])
        for unit in instance.units
    )
    other = _solved(replace(instance, units=units, transfers=transfers), pinned)
    assert _rank(other) == _rank(_solved(instance, pinned))


@examples
@given(SEEDS)
@example(166159)  # A stage with more time ended with routes that left somebody out.
def test_more_time_never_gives_a_worse_plan(seed: int) -> None:
    instance, pinned = _case(seed)
    ladder = [
        _rank(_solved(instance, pinned, wall_s=float(wall_s), clock=_ticking()))
        for wall_s in LADDER_S
    ]
    assert all(later <= sooner for sooner, later in pairwise(ladder)), ladder
    assert _rank(_solved(instance, pinned)) <= ladder[-1]


@examples
@given(SEEDS)
def test_plan_require_sound_however_little_time_there_is(seed: int) -> None:
    instance, pinned = _case(seed)
    for wall_s in (0, 1, 4, 16):
        limited = _solved(instance, pinned, wall_s=float(wall_s), clock=_ticking())
        _require_sound(instance, limited)
    _require_sound(instance, _solved(instance, pinned, wall_s=1e-6))


@examples
@given(SEEDS)
def test_bound_of_little_time_is_kept_by_the_optimum(seed: int) -> None:
    instance, pinned = _case(seed)
    best = _solved(instance, pinned)
    _require_sound(instance, best)
    assert best.method == "exact"
    for wall_s in (1, 4, 16):
        limited = _solved(instance, pinned, wall_s=float(wall_s), clock=_ticking())
        for known, level in zip(best.levels, limited.levels, strict=True):
            assert level.bound <= known.value
            if level.value != known.value:
                assert not level.proven
                break


@examples
@given(SEEDS, st.integers(0, 2**31 - 1))
def test_another_seed_reaches_the_same_vector(seed: int, other: int) -> None:
    instance, pinned = _case(seed)
    assert _solved(instance, pinned, seed=other).vector == _solved(instance, pinned).vector


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_same_seed_gives_the_same_plan_in_another_process(hash_seed: str) -> None:
    seeds = list(range(900, 930))
    run = subprocess.run(
        [sys.executable, "-m", "tests.generative.test_plan_properties", *map(str, seeds)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    assert json.loads(run.stdout) == [_told(_solved(*_case(seed))) for seed in seeds]


if __name__ == "__main__":
    answers = [_told(_solved(*_case(int(seed)))) for seed in sys.argv[1:]]
    sys.stdout.write(json.dumps(answers))
