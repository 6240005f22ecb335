"""Priority 0 assigned to first and second trips: feasible, short, and worth what it says."""

import random

import pytest

from bench.instances import instance_of
from bench.sizes import SIZES
from dispatch.routing.assign_units import assign_units
from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import plan_document
from dispatch.routing.problem.routes import plan_from, route_space
from dispatch.routing.search import matching as turns
from dispatch.routing.search.matching import Matched, matched
from tests.core.routing.builders import (
    a_shock,
    a_transfer,
    a_unit,
    an_instance,
    random_instance,
)


def always_s() -> float:
    return 1.0


def never_s() -> float:
    return 0.0


def trips_of(
    instance: Instance, found: Matched, pinned: frozenset[str] = frozenset()
) -> object:
    space = route_space(instance, pinned)
    return plan_document(plan_from(space, found.routes))


def matched_in(instance: Instance, *pinned: str) -> Matched:
    return matched(route_space(instance, frozenset(pinned)), always_s)


def test_each_shock_gets_the_unit_that_makes_the_least_sum():
    units = (a_unit("u1", "west"), a_unit("u2", "middle"))
    instance = an_instance(units, (a_shock("t1", "middle"), a_shock("t2", "far")))
    assert trips_of(instance, matched_in(instance)) == {
        "u1": [["t1", "east"]],
        "u2": [["t2", "east"]],
    }


def test_one_unit_makes_the_second_trip_where_the_first_ends():
    instance = an_instance((a_unit("u1"),), (a_shock("t1"), a_shock("t2", "east", to="far")))
    assert trips_of(instance, matched_in(instance)) == {"u1": [["t1", "east"], ["t2", "far"]]}


def test_longest_response_is_shortened_before_the_sum():
    units = (a_unit("u1", "west"), a_unit("u2", "east"))
    shocks = (a_shock("t1", "far", ready=-60), a_shock("t2", "east"), a_shock("t3", "west"))
    instance = an_instance(units, shocks)
    found = matched_in(instance)
    exact = assign_units(instance, limits=SolveLimits(wall_s=10.0))
    assert int(found.routes.amounts[:, 1].max()) == exact.vector[1]


def test_sepsis_is_left_to_others():
    instance = an_instance((a_unit("u1"),), (a_transfer("t1"), a_shock("t2")))
    assert trips_of(instance, matched_in(instance)) == {"u1": [["t2", "east"]]}


def test_pinned_unit_makes_its_trip_first():
    units = (a_unit("u1", assigned_to="t1"), a_unit("u2", "far"))
    instance = an_instance(units, (a_transfer("t1", "far"), a_shock("t2")))
    found = trips_of(instance, matched_in(instance, "u1"), frozenset({"u1"}))
    assert found == {"u1": [["t1", "east"]], "u2": [["t2", "east"]]}


def test_pinned_shock_is_not_given_again():
    units = (a_unit("u1", "far", assigned_to="t1"), a_unit("u2"))
    instance = an_instance(units, (a_shock("t1"),))
    found = trips_of(instance, matched_in(instance, "u1"), frozenset({"u1"}))
    assert found == {"u1": [["t1", "east"]]}


def test_pin_that_the_unit_cannot_keep_is_left_out():
    unit = a_unit("u1", assigned_to="t1", type="SVI")
    instance = an_instance(
        (unit, a_unit("u2")), (a_shock("t1"), a_shock("t2", unit_types=("SVI",)))
    )
    found = matched_in(instance, "u1")
    assert found.routes.size.sum() <= 1


def test_no_more_patients_than_beds():
    shocks = (a_shock("t1"), a_shock("t2"))
    instance = an_instance((a_unit("u1"), a_unit("u2")), shocks, beds={"east": 1})
    assert matched_in(instance).routes.size.sum() == 1


def test_trip_after_the_shift_is_left_out():
    instance = an_instance((a_unit("u1", shift_end=100),), (a_shock("t1"), a_shock("t2")))
    assert matched_in(instance).routes.size.sum() == 1


def test_nothing_to_fetch_is_nothing():
    instance = an_instance((a_unit("u1"),), (a_transfer("t1"),))
    assert matched_in(instance).routes.size.sum() == 0


def test_one_assignment_is_made_without_any_time():
    instance = an_instance((a_unit("u1"),), (a_shock("t1"),))
    assert matched(route_space(instance, frozenset()), never_s).routes.size.sum() == 1


def test_no_other_assignment_is_made_for_who_is_left_out_without_any_time():
    shocks = (a_shock("t1"), a_shock("t2"))
    instance = an_instance((a_unit("u1"), a_unit("u2")), shocks, beds={"east": 1})
    assert matched(route_space(instance, frozenset()), never_s).routes.size.sum() == 1


def test_who_is_left_out_of_one_assignment_goes_first_in_the_next():
    """Second trips were offered after other first ones: one of them would fit no more."""
    space = route_space(instance_of(SIZES["disaster"], 10), frozenset())
    assert matched(space, always_s).routes.size.sum() == space.shock.sum()


def test_worth_is_what_the_next_best_unit_would_take():
    units = (a_unit("u1", "middle"), a_unit("u2", "far"))
    found = matched_in(an_instance(units, (a_shock("t1"), a_shock("t2"))))
    assert found.worth.tolist() == [40, 40]


def test_worth_is_the_wait_where_units_abound():
    units = (a_unit("u1", "west"), a_unit("u2", "west"))
    found = matched_in(an_instance(units, (a_shock("t1"), a_transfer("t2"))))
    assert found.worth.tolist() == [20, 0]


def test_worth_is_no_search_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_PASSES", 1)
    units = (a_unit("u1", "middle"), a_unit("u2", "far"))
    found = matched_in(an_instance(units, (a_shock("t1"), a_shock("t2"))))
    assert found.worth.tolist() == [40, 40]


@pytest.mark.parametrize("seed", range(30))
def test_any_plan_of_turns_passes_the_checker(seed: int) -> None:
    rng = random.Random(seed)
    instance = random_instance(rng, units=rng.randint(2, 6), transfers=rng.randint(2, 9))
    pinned = frozenset(
        unit.id for unit in instance.units if unit.assigned_to and rng.random() < 0.3
    )
    space = route_space(instance, pinned)
    document = plan_document(plan_from(space, matched(space, always_s).routes))
    assert check_plan(instance, document).faults == ()
