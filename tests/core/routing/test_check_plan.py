"""The independent judge: each rule broken is seen, and its vector is the objective's."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch.routing.judge.check_plan import check_plan
from dispatch.routing.problem.instance import DestinationOption
from dispatch.routing.problem.objective import objective
from dispatch.routing.problem.plan import plan_document
from dispatch.routing.search.greedy import greedy
from tests.core.routing.builders import a_transfer, a_unit, an_instance, random_instance

INSTANCE = an_instance(
    (a_unit("u1"), a_unit("u2", shift_end=0), a_unit("u3", type="SVI")),
    (a_transfer("t1"), a_transfer("t2", destinations=(DestinationOption("far"),))),
    beds={"far": 0},
)


@pytest.mark.parametrize(
    ("trips", "code"),
    [
        ({"u9": [("t1", "east")]}, "unit_unknown"),
        ({"u1": [("t9", "east")]}, "transfer_unknown"),
        ({"u1": [("t1", "west")]}, "hospital_not_offered"),
        ({"u1": [("t1", "east"), ("t1", "east")]}, "transfer_twice"),
        ({"u2": [("t1", "east")]}, "past_overtime"),
        ({"u3": [("t1", "east")]}, "type_not_allowed"),
        ({"u1": [("t2", "far")]}, "beds_exceeded"),
    ],
)
def test_judge_sees_the_rule_broken(trips: Any, code: str) -> None:
    checked = check_plan(INSTANCE, trips)
    assert [fault.code for fault in checked.faults] == [code]
    assert checked.vector is None


def test_judge_takes_an_empty_plan() -> None:
    assert check_plan(INSTANCE, {}).vector == (0, 0, 0, 2, 0, 0, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_judge_and_objective_agree_on_every_plan(seed: int) -> None:
    instance = random_instance(random.Random(seed), units=3, transfers=5)
    plan = greedy(instance, pinned=frozenset())
    checked = check_plan(instance, plan_document(plan))
    assert checked.faults == ()
    assert checked.vector == objective(instance, plan)
