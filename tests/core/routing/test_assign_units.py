"""The solver: published optima, proofs, limits, pins, and what is said of who is left out."""

import itertools
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch.kernel import Refused
from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.exact import levels, master, rounds
from dispatch.routing.exact.choose_routes import Aim, Chosen, choose_routes
from dispatch.routing.exact.columns import NO_TRIPLES
from dispatch.routing.exact.levels import Search, minimise
from dispatch.routing.exact.linear import Effort
from dispatch.routing.exact.master import Master, Stage
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.instance import DestinationOption, Instance, Travel
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.objective import objective
from dispatch.routing.problem.parameters import Level
from dispatch.routing.problem.parse_instance import parse_instance
from dispatch.routing.problem.plan import plan_document, plan_of
from dispatch.routing.problem.routes import keeps_triangle, no_routes, route_space
from dispatch.routing.search.greedy import greedy
from tests.core.routing.builders import (
    FRACTIONAL,
    a_shock,
    a_transfer,
    a_unit,
    an_instance,
    fractional_instance,
    random_instance,
)

LIMITS = SolveLimits(wall_s=20.0)
PLANS = sorted((Path(__file__).parent / "plans").glob("plan-*.json"))
SEEDS = st.integers(0, 100_000)


def _solved(instance: Instance, **changes: Any) -> Solution:
    return assign_units(instance, limits=msgspec.structs.replace(LIMITS, **changes))


def _clock(*readings: float) -> Callable[[], float]:
    """A clock that gives the readings in turn and then stays at the last."""
    left = list(readings)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_published_instance_is_solved_and_proven(path: Path) -> None:
    known = json.loads(path.read_bytes())
    best = known.get("optimum") or known["best_known"]
    instance = parse_instance(path.read_bytes())
    solution = _solved(instance, wall_s=60.0)
    assert list(solution.vector) == best["vector"]
    assert [level.name for level in solution.levels] == best["names"]
    assert all(level.proven for level in solution.levels)
    assert all(level.bound == level.value for level in solution.levels)
    assert solution.method == "exact"
    assert check_plan(instance, plan_document(solution.plan)).vector == solution.vector


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_plan_is_feasible_and_never_worse_than_greedy(seed: int) -> None:
    instance = random_instance(random.Random(seed), units=5, transfers=7)
    solution = _solved(instance)
    checked = check_plan(instance, plan_document(solution.plan))
    assert checked.faults == ()
    assert checked.vector == solution.vector
    assert solution.vector <= objective(instance, greedy(instance, pinned=frozenset()))


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_same_instance_gives_the_same_plan(seed: int) -> None:
    instance = random_instance(random.Random(seed), units=4, transfers=6)
    assert _solved(instance) == _solved(instance)


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_names_and_order_of_units_change_nothing(seed: int) -> None:
    instance = random_instance(random.Random(seed), units=4, transfers=5)
    renamed = tuple(
        msgspec.structs.replace(unit, id=f"other-{unit.id}")
        for unit in reversed(instance.units)
    )
    other = msgspec.structs.replace(instance, units=renamed)
    assert _solved(other).vector == _solved(instance).vector


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_a_3h_more_never_worsens_priority_0(seed: int) -> None:
    instance = random_instance(random.Random(seed), units=3, transfers=5)
    more = msgspec.structs.replace(instance.transfers[0], id="more", priority="3h")
    grown = msgspec.structs.replace(instance, transfers=(*instance.transfers, more))
    assert _solved(grown).vector[:3] == _solved(instance).vector[:3]


def test_empty_instance_has_an_empty_proven_plan() -> None:
    nothing = an_instance((), (), locations=(), travel=Travel(road=(), air=()))
    solution = _solved(nothing)
    assert solution.vector == (0, 0, 0, 0, 0, 0, 0)
    assert solution.method == "exact"


def test_matrix_with_shortcuts_is_solved_whole() -> None:
    road = ((0, 90, 90, 9), (9, 0, 9, 9), (90, 5, 0, 9), (5, 9, 9, 0))
    instance = an_instance(
        (a_unit("u1"),),
        (a_shock("t1"), a_transfer("t2", "far", "far", bedside=1, handover=1)),
        travel=Travel(road=road, air=road),
    )
    assert not keeps_triangle(route_space(instance, frozenset()))
    assert plan_document(_solved(instance).plan)["u1"][0] == ["t2", "far"]
    assert _solved(instance).method == "exact"


@pytest.mark.parametrize(
    ("transfer", "changes", "why"),
    [
        (a_shock("t1", destinations=()), {}, "no_receiving_hospital"),
        (a_shock("t1", unit_types=("HELI",)), {}, "no_eligible_unit"),
        (a_shock("t1"), {"beds": {"east": 0}}, "hospitals_full"),
        (a_shock("t1", bedside=2000), {}, "shift_ends"),
    ],
)
def test_unserved_transfer_has_its_reason(transfer: Any, changes: Any, why: str) -> None:
    solution = _solved(an_instance((a_unit("u1"),), (transfer,), **changes))
    assert [(each.transfer, each.why) for each in solution.unserved] == [("t1", why)]
    assert solution.vector[0] == 1


def test_transfer_left_for_a_graver_one_says_so() -> None:
    units = (a_unit("u1", shift_end=60),)
    solution = _solved(an_instance(units, (a_transfer("t1"), a_shock("t2"))))
    assert [(each.transfer, each.why) for each in solution.unserved] == [("t1", "outranked")]


def test_assigned_crew_is_diverted_for_a_shock() -> None:
    units = (a_unit("u1", "middle", assigned_to="t1"), a_unit("u2", "far"))
    solution = _solved(an_instance(units, (a_transfer("t1"), a_shock("t2"))))
    assert plan_document(solution.plan) == {"u1": [["t2", "east"]], "u2": [["t1", "east"]]}


def test_pinned_crew_is_not_diverted() -> None:
    units = (a_unit("u1", "middle", assigned_to="t1"), a_unit("u2", "far"))
    instance = an_instance(units, (a_transfer("t1"), a_shock("t2")))
    solution = assign_units(instance, limits=LIMITS, pinned=frozenset({"u1"}))
    assert plan_document(solution.plan)["u1"][0] == ["t1", "east"]
    assert solution.unkept_pins == ()


def test_pin_that_cannot_be_kept_is_named() -> None:
    units = (a_unit("u1", type="SVI", assigned_to="t1"), a_unit("u2"))
    solution = assign_units(
        an_instance(units, (a_shock("t1"),)), limits=LIMITS, pinned=frozenset({"u1"})
    )
    assert solution.unkept_pins == ("u1",)
    assert solution.vector[0] == 0
    assert solution.levels[0].proven


@pytest.mark.parametrize("unit", ["u1", "u9"])
def test_unit_given_nothing_cannot_be_pinned(unit: str) -> None:
    with pytest.raises(Refused, match="pin_impossible"):
        assign_units(an_instance((a_unit("u1"),), ()), limits=LIMITS, pinned=frozenset({unit}))


def _surge() -> Instance:
    return random_instance(random.Random(7), units=8, transfers=20, places=12)


def test_solver_without_time_answers_with_the_quick_plan() -> None:
    instance = _surge()
    solution = _solved(instance, wall_s=0.0)
    assert (solution.method, solution.fallback_reason) == ("greedy", "no_time")
    assert solution.plan == greedy(instance, pinned=frozenset())
    assert not any(level.proven for level in solution.levels)
    assert all(level.bound <= level.value for level in solution.levels)


def test_solver_out_of_time_claims_no_proof() -> None:
    instance = _surge()
    solution = _solved(instance, clock=_clock(0.0, 100.0))
    assert (solution.method, solution.fallback_reason) == ("restricted", None)
    assert check_plan(instance, plan_document(solution.plan)).vector == solution.vector


def test_solver_short_of_time_proves_only_what_comes_first() -> None:
    readings = [0.0, *([1.0] * 40), 100.0]
    solution = _solved(_surge(), clock=_clock(*readings))
    assert solution.method == "restricted"
    proven = [level.proven for level in solution.levels]
    assert proven == sorted(proven, reverse=True)


@pytest.mark.parametrize("steps", [1, 40, 400])
def test_solver_short_of_steps_stays_feasible(steps: int) -> None:
    instance = _surge()
    solution = _solved(instance, steps=steps, wall_s=3.0)
    assert check_plan(instance, plan_document(solution.plan)).faults == ()
    best = _solved(instance)
    assert best.vector <= solution.vector
    assert all(
        short.bound <= full.value
        for short, full in zip(solution.levels, best.levels, strict=True)
        if short.value == full.value and full.proven
    )


def test_instance_of_thousands_of_rows_is_planned_without_proof() -> None:
    names = tuple(f"h{index}" for index in range(60))
    matrix = tuple(tuple(0 if a == b else 9 for b in range(60)) for a in range(60))
    transfers = tuple(
        a_transfer(f"t{index}", names[index % 60], names[index % 7]) for index in range(2_450)
    )
    units = tuple(a_unit(f"u{index}", names[index % 60]) for index in range(60))
    instance = an_instance(units, transfers, locations=names, travel=Travel(matrix, matrix))
    solution = _solved(instance, wall_s=1.0)
    assert solution.method == "restricted"
    assert check_plan(instance, plan_document(solution.plan)).vector == solution.vector


@pytest.mark.parametrize(
    "instance",
    [
        an_instance((a_unit("u1", shift_end=50_000),), (a_shock("t1"),)),
        an_instance((a_unit("u1"),), (a_shock("t1", "east", "east", bedside=0, handover=0),)),
    ],
    ids=["endless shift", "trip of no duration"],
)
def test_space_left_incomplete_claims_no_proof(instance: Instance) -> None:
    solution = _solved(instance)
    assert solution.vector[0] == 0
    assert solution.method == "restricted"
    assert not any(level.proven for level in solution.levels)


@pytest.mark.parametrize("seed", FRACTIONAL)
def test_fractional_relaxation_is_closed_in_integers(seed: int) -> None:
    instance = fractional_instance(seed)
    solution = _solved(instance)
    assert solution.method == "exact"
    assert check_plan(instance, plan_document(solution.plan)).vector == solution.vector


@pytest.mark.parametrize("seed", FRACTIONAL[:4])
def test_large_program_reaches_what_a_small_one_does(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = _solved(fractional_instance(seed)).vector
    monkeypatch.setattr(master, "SMALL_ROWS", 0)
    monkeypatch.setattr(master, "_MANY", 8)
    monkeypatch.setattr(master, "_KEPT", 5)
    solution = _solved(fractional_instance(seed))
    assert (solution.vector, solution.method) == (known, "exact")


@pytest.mark.parametrize("seed", FRACTIONAL)
@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        (rounds, "keeps_triangle", lambda _: False),  # all levels over all transfers at once
        (master, "_PIVOTS", 0),  # every relaxation by the other program
        (levels, "_STEPS", 1),  # walks cut short and taken up again
        (master, "_MOST_TRIPLES", 0),  # whole routes alone close every gap
        (master, "_UNPAID", -1),  # triples forgotten from level to level
    ],
    ids=["whole", "other program", "short walks", "no triples", "forgotten triples"],
)
def test_other_ways_prove_the_same_vector(
    seed: int, module: Any, name: str, value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = _solved(fractional_instance(seed)).vector
    monkeypatch.setattr(module, name, value)
    solution = _solved(fractional_instance(seed))
    assert (solution.vector, solution.method) == (known, "exact")


@pytest.mark.parametrize("seed", [0, 3, 17])
@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        (levels, "_read", lambda _, best: best),  # no relaxation is taken for a plan
        (rounds, "_ruled_out", lambda *known: known[2]),  # whole plans sought from the start
    ],
    ids=["unread", "not ruled out"],
)
def test_longest_response_is_found_in_other_ways_too(
    seed: int, module: Any, name: str, value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = _solved(fractional_instance(seed)).vector
    monkeypatch.setattr(module, name, value)
    solution = _solved(fractional_instance(seed))
    assert (solution.vector, solution.method) == (known, "exact")


@pytest.mark.parametrize("alone", [True, False], ids=["priority 0 alone", "all at once"])
def test_search_alone_plans_feasibly_and_claims_nothing(
    monkeypatch: pytest.MonkeyPatch, *, alone: bool
) -> None:
    monkeypatch.setattr(rounds, "LARGEST_ROWS", 0)
    monkeypatch.setattr(rounds, "keeps_triangle", lambda _space: alone)
    instance = fractional_instance(FRACTIONAL[0])
    readings = itertools.count(step=0.1)  # rounds by their number, however busy the machine
    solution = _solved(instance, wall_s=6.0, clock=lambda: float(next(readings)))
    assert solution.method == "restricted"
    assert check_plan(instance, plan_document(solution.plan)).vector == solution.vector


@pytest.mark.parametrize("seed", [3, 2033])
def test_integer_search_without_an_end_proves_nothing(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    undecided = Chosen(None, final=False)
    monkeypatch.setattr(levels, "choose_routes", lambda *_, **__: undecided)
    monkeypatch.setattr(levels, "_read", lambda _, best: best)
    monkeypatch.setattr(rounds, "improved", lambda _hood, routes, **_limits: routes)
    monkeypatch.setattr(rounds, "quicker", lambda _hood, routes, **_limits: routes)
    solution = _solved(fractional_instance(seed), wall_s=0.3)
    assert solution.method == "restricted"


def test_program_without_an_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "SMALL_ROWS", 0)
    space = route_space(an_instance((a_unit("u1"),), (a_shock("t1"),)), frozenset())
    program = Master(space)
    stage = Stage(Level.SUM_P0_RESPONSE, {Level.UNSERVED_P0: -1})
    program.aim(stage, no_routes(space.rules.trips))
    assert not program.solve(1.0)


@pytest.mark.parametrize("seed", FRACTIONAL[:3])
def test_stage_with_too_many_routes_keeps_its_bound(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = _solved(fractional_instance(seed))
    monkeypatch.setattr(levels, "_WHOLE_MOST", 1)
    monkeypatch.setattr(levels, "_CLOSE_ROUTES", 0)
    few = _solved(fractional_instance(seed), wall_s=0.5)
    assert known.vector <= few.vector
    assert few.levels[0].bound <= known.levels[0].value


def test_level_of_many_ties_is_proven() -> None:
    instance = random_instance(random.Random(400), units=20, transfers=20, places=20)
    assert _solved(instance).levels[4].proven


def test_hospital_further_away_is_chosen_for_its_bed() -> None:
    options = (DestinationOption("middle"), DestinationOption("far"))
    transfers = (a_shock("t1", destinations=options), a_shock("t2", destinations=options))
    instance = an_instance(
        (a_unit("u1"), a_unit("u2")), transfers, beds={"middle": 1, "west": 3}
    )
    chosen = sorted(trips[0][1] for trips in plan_document(_solved(instance).plan).values())
    assert chosen == ["far", "middle"]


def test_stage_that_cannot_be_met_keeps_its_start() -> None:
    space = route_space(
        an_instance((a_unit("u1"),), (a_shock("t1"), a_shock("t2"))), frozenset()
    )
    nothing = no_routes(space.rules.trips)
    stage = Stage(Level.UNSERVED_P0, {Level.SUM_P0_RESPONSE: -1})
    search = Search(space, Master(space), stage, LIMITS, lambda: 10.0, lambda plan: plan)
    found = minimise(search, nothing, 0)
    assert (found.routes, found.value) == (nothing, 2)


def test_integer_choice_without_an_answer_says_whether_that_is_final() -> None:
    space = route_space(an_instance((a_unit("u1"),), (a_shock("t1"),)), frozenset())
    nothing = no_routes(space.rules.trips)
    aim = Aim(0, Effort(1.0, 1, first=False), NO_TRIPLES)
    stage = Stage(Level.UNSERVED_P0, {})
    assert choose_routes(space, stage, (), routes=nothing, aim=aim) == (None, True)


def test_plan_without_routes_is_the_empty_plan() -> None:
    assert plan_of(an_instance((a_unit("u1"),), ()), {"u1": []}).routes == ()
