"""Reading a stated plan, and holding its claims against what a judge found."""

import json
from typing import Any

import pytest

from dispatch.kernel import Refused
from dispatch.routing.problem.parameters import Vector
from dispatch.routing.problem.stated_plan import (
    Contradiction,
    StatedPlan,
    Trips,
    contradictions,
    parse_stated_plan,
)

TRIPS = {"u1": [["t1", "east"]]}
READ: Trips = {"u1": (("t1", "east"),)}
FOUND: Vector = (0, 10, 10, 0, 1, 5, 99)


def test_printed_object_is_read_with_its_claims() -> None:
    printed = {"plan": TRIPS, "vector": FOUND, "proved": ["cost"], "bounds": {"cost": 99}}
    stated = parse_stated_plan(json.dumps(printed | {"seconds": 0.1}))
    assert stated == StatedPlan(READ, FOUND, ("cost",), {"cost": 99})


def test_trips_alone_are_a_plan_without_claims() -> None:
    assert parse_stated_plan(json.dumps(TRIPS)) == StatedPlan(READ)


def test_unit_called_plan_is_still_a_unit() -> None:
    assert parse_stated_plan('{"plan": [["t1", "east"]]}').plan == {"plan": (("t1", "east"),)}


@pytest.mark.parametrize("key", ["optimum", "best_known"])
def test_instance_with_its_answer_states_that_answer(key: str) -> None:
    whole = {"units": [], key: {"plan": TRIPS, "vector": FOUND}}
    assert parse_stated_plan(json.dumps(whole)) == StatedPlan(READ, FOUND)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"u1": 3}',
        '{"plan": {"u1": [["t1"]]}}',
        '{"plan": {}, "vector": [1]}',
        '{"plan": {}, "bounds": {"joy": 1}}',
        b"\xff",
        '{"u1": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_text_that_states_no_plan_is_refused(text: Any) -> None:
    with pytest.raises(Refused) as refusal:
        parse_stated_plan(text)
    assert refusal.value.code == "plan_invalid"
    assert refusal.value.facts["problem"]


def test_claims_that_hold_contradict_nothing() -> None:
    stated = StatedPlan(READ, FOUND, ("cost",), {"cost": 99, "total_lateness": 4})
    assert contradictions(stated, FOUND) == ()
    assert contradictions(StatedPlan(READ), FOUND) == ()


def test_wrong_vector_is_named_level_by_level() -> None:
    stated = StatedPlan(READ, (0, 10, 10, 0, 1, 5, 98))
    assert contradictions(stated, FOUND) == (Contradiction("vector_differs", "cost", 98, 99),)


def test_bound_above_the_value_is_named() -> None:
    (only,) = contradictions(StatedPlan(READ, bounds={"cost": 100}), FOUND)
    assert only == Contradiction("bound_above_value", "cost", 100, 99)


def test_proof_needs_a_bound_that_meets_the_value() -> None:
    stated = StatedPlan(READ, proved=("cost",), bounds={"cost": 90})
    (only,) = contradictions(stated, FOUND)
    assert only == Contradiction("proof_without_bound", "cost", 90, 99)


def test_proof_without_any_bound_is_taken_at_its_word() -> None:
    assert contradictions(StatedPlan(READ, proved=("cost",)), FOUND) == ()
