"""The vector of a plan, level by level."""

from typing import Any

import msgspec
import pytest

from dispatch.routing.problem.instance import DestinationOption, Instance
from dispatch.routing.problem.objective import objective
from dispatch.routing.problem.parameters import LEVELS, Parameters, Weights
from dispatch.routing.problem.plan import Plan, plan_of
from tests.core.routing.builders import a_shock, a_transfer, a_unit, an_instance

ONE = {"u1": [("t1", "east")]}
NOTHING = Weights(drive=0, wait=0, coverage=0, switch=0, destination=0)


def _level(instance: Instance, trips: dict[str, list[tuple[str, str]]], name: str) -> int:
    return objective(instance, plan_of(instance, trips))[LEVELS.index(name)]


def _rules(**changes: Any) -> Parameters:
    return Parameters(**changes)


def _weighing(**weights: int) -> Parameters:
    return Parameters(weights=msgspec.structs.replace(NOTHING, **weights))


def test_empty_plan_leaves_everybody_unserved() -> None:
    instance = an_instance((a_unit("u1"),), (a_shock("t1"), a_transfer("t2"), a_transfer("t3")))
    assert objective(instance, Plan()) == (1, 0, 0, 2, 0, 0, 0)


def test_response_counts_from_the_agreement() -> None:
    instance = an_instance((a_unit("u1"),), (a_shock("t1", ready=-10),))
    assert _level(instance, ONE, "sum_p0_response") == 30


def test_response_can_end_at_arrival() -> None:
    instance = an_instance(
        (a_unit("u1"),), (a_shock("t1"),), parameters=_rules(p0_to="arrival")
    )
    assert _level(instance, ONE, "max_p0_response") == 70


def test_longest_and_total_response_differ() -> None:
    instance = an_instance((a_unit("u1"), a_unit("u2")), (a_shock("t1"), a_shock("t2", "far")))
    plan = plan_of(instance, {"u1": [("t1", "east")], "u2": [("t2", "east")]})
    assert objective(instance, plan)[1:3] == (60, 80)


@pytest.mark.parametrize(("window", "broken", "late"), [(20, 0, 0), (19, 1, 1)])
def test_window_breaks_only_past_its_end(window: int, broken: int, late: int) -> None:
    instance = an_instance(
        (a_unit("u1"),), (a_transfer("t1"),), parameters=_rules(window=window)
    )
    assert _level(instance, ONE, "broken_windows") == broken
    assert _level(instance, ONE, "total_lateness") == late


def test_window_can_end_at_arrival() -> None:
    rules = _rules(window=60, window_to="arrival")
    instance = an_instance((a_unit("u1"),), (a_transfer("t1"),), parameters=rules)
    assert _level(instance, ONE, "total_lateness") == 10


@pytest.mark.parametrize(("counted", "cost"), [("all", 40), ("empty", 20)])
def test_cost_counts_the_legs_asked_for(counted: Any, cost: int) -> None:
    rules = msgspec.structs.replace(_weighing(drive=1), drive_counts=counted)
    instance = an_instance((a_unit("u1"),), (a_transfer("t1"),), parameters=rules)
    assert _level(instance, ONE, "cost") == cost


def test_cost_counts_the_wait_of_3h_only() -> None:
    waiting = (a_transfer("t1", ready=-5),)
    instance = an_instance((a_unit("u1"),), waiting, parameters=_weighing(wait=2))
    assert _level(instance, ONE, "cost") == 50
    shock = an_instance((a_unit("u1"),), (a_shock("t1"),), parameters=_weighing(wait=2))
    assert _level(shock, ONE, "cost") == 0


def test_cost_counts_coverage_of_used_units() -> None:
    units = (a_unit("u1", coverage_cost=7), a_unit("u2", coverage_cost=9))
    instance = an_instance(units, (a_transfer("t1"),), parameters=_weighing(coverage=3))
    assert _level(instance, ONE, "cost") == 21


@pytest.mark.parametrize(
    ("trips", "cost"),
    [
        ({"u1": [("t1", "east")]}, 0),
        ({"u1": [("t2", "east"), ("t1", "east")]}, 15),
        ({}, 15),
    ],
)
def test_cost_counts_crews_switched_or_stood_down(trips: Any, cost: int) -> None:
    instance = an_instance(
        (a_unit("u1", assigned_to="t1"),),
        (a_transfer("t1"), a_transfer("t2")),
        parameters=_weighing(switch=15),
    )
    assert _level(instance, trips, "cost") == cost


def test_cost_counts_the_penalty_of_the_hospital() -> None:
    options = (DestinationOption("far", 3), DestinationOption("east", 8))
    instance = an_instance(
        (a_unit("u1"),),
        (a_transfer("t1", destinations=options),),
        parameters=_weighing(destination=2),
    )
    assert _level(instance, ONE, "cost") == 16
