"""Why the other units were not chosen: each reason, and that a proven plan has no better."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch.routing.assign_units import assign_units
from dispatch.routing.explain import Explained, NotChosen, explain
from dispatch.routing.problem.instance import DestinationOption, Instance, Travel, Unit
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.parameters import Parameters, Weights
from dispatch.routing.problem.plan import plan_of
from tests.core.routing.builders import (
    LINE,
    a_shock,
    a_transfer,
    a_unit,
    an_instance,
    random_instance,
)

U1_TAKES_T1 = {"u1": [("t1", "east")]}


def _why(instance: Instance, trips: Any, **pins: Any) -> NotChosen:
    """Why the second unit does not take the first transfer."""
    first: Explained = explain(instance, plan_of(instance, trips), **pins)[0]
    return next(reason for reason in first.not_chosen if reason.unit == "u2")


def _against(other: Unit, **changes: Any) -> Instance:
    return an_instance((a_unit("u1", "middle"), other), (a_shock("t1"),), **changes)


def test_explanation_names_unit_and_hospital() -> None:
    instance = _against(a_unit("u2"))
    (explained,) = explain(instance, plan_of(instance, U1_TAKES_T1))
    assert (explained.transfer, explained.unit, explained.hospital) == ("t1", "u1", "east")
    assert [reason.unit for reason in explained.not_chosen] == ["u2"]


def test_wrong_type_is_a_reason() -> None:
    assert _why(_against(a_unit("u2", type="SVI")), U1_TAKES_T1).code == "type_not_allowed"


def test_end_of_shift_is_a_reason_with_minutes() -> None:
    reason = _why(_against(a_unit("u2", shift_end=0)), U1_TAKES_T1)
    assert (reason.code, reason.minutes) == ("off_shift", 30)


def test_later_arrival_is_a_reason_with_minutes() -> None:
    reason = _why(_against(a_unit("u2", "west")), U1_TAKES_T1)
    assert reason == NotChosen("u2", "arrives_later", "max_p0_response", 20, "t1", 20)


def test_lost_coverage_is_a_reason() -> None:
    reason = _why(_against(a_unit("u2", "middle", coverage_cost=9)), U1_TAKES_T1)
    assert (reason.code, reason.level, reason.by) == ("costs_coverage", "cost", 9)


def test_longer_drive_is_a_reason() -> None:
    other = a_unit("u2", "west")
    instance = an_instance((a_unit("u1", "middle"), other), (a_shock("t1", ready=30),))
    reason = _why(instance, U1_TAKES_T1)
    assert (reason.code, reason.by) == ("costs_more", 20)


def test_equal_unit_is_as_good() -> None:
    assert _why(_against(a_unit("u2", "middle")), U1_TAKES_T1).code == "as_good"


def test_better_unit_is_not_hidden() -> None:
    reason = _why(_against(a_unit("u2", "middle")), {"u1": []})
    assert (reason.code, reason.level, reason.by) == ("better", "unserved_p0", -1)


def test_better_3h_unit_is_not_hidden() -> None:
    instance = an_instance((a_unit("u1"), a_unit("u2")), (a_transfer("t1"),))
    reason = _why(instance, {})
    assert (reason.code, reason.level) == ("better", "unserved_3h")


def test_full_hospitals_are_a_reason() -> None:
    transfers = (a_shock("t1"), a_shock("t2"))
    instance = an_instance((a_unit("u1"), a_unit("u2")), transfers, beds={"east": 1})
    assert _why(instance, {"u1": [("t2", "east")]}).code == "hospitals_full"


def test_bed_already_held_stays_open() -> None:
    reason = _why(_against(a_unit("u2", "west"), beds={"east": 1}), U1_TAKES_T1)
    assert reason.code == "arrives_later"


def test_trip_made_before_is_a_reason() -> None:
    transfers = (a_shock("t1", ready=60), a_shock("t2"))
    units = (a_unit("u1", "middle"), a_unit("u2", "middle"))
    instance = an_instance(units, transfers)
    reason = _why(instance, {"u1": [("t1", "east")], "u2": [("t2", "east")]})
    assert (reason.code, reason.transfer, reason.minutes) == ("busy_with", "t2", 30)


def test_full_shift_is_a_reason() -> None:
    units = (a_unit("u1", "middle"), a_unit("u2", "middle", shift_end=60))
    instance = an_instance(units, (a_shock("t1"), a_shock("t2")))
    reason = _why(instance, {"u1": [("t1", "east")], "u2": [("t2", "east")]})
    assert (reason.code, reason.transfer, reason.level) == ("busy_with", "t2", None)


def test_delay_of_another_is_a_reason() -> None:
    transfers = (a_shock("t1"), a_transfer("t2", ready=60))
    units = (a_unit("u1", "middle"), a_unit("u2", "middle"))
    rules = Parameters(window=30)
    instance = an_instance(units, transfers, parameters=rules)
    reason = _why(instance, {"u1": [("t1", "east")], "u2": [("t2", "east")]})
    assert (reason.code, reason.transfer, reason.minutes) == ("would_delay", "t2", 30)


def test_crew_switched_is_a_reason() -> None:
    rules = Parameters(weights=Weights(drive=0, wait=0))
    transfers = (a_shock("t1"), a_shock("t2", ready=300, origin="east"))
    units = (a_unit("u1", "middle"), a_unit("u2", "middle", assigned_to="t2"))
    instance = an_instance(units, transfers, parameters=rules)
    reason = _why(instance, {"u1": [("t1", "east")], "u2": [("t2", "east")]})
    assert (reason.code, reason.by) == ("switches_crew", 15)


def test_pin_of_the_chosen_is_a_reason() -> None:
    units = (a_unit("u1", "far", assigned_to="t1"), a_unit("u2", "middle"))
    instance = an_instance(units, (a_shock("t1"),))
    reason = _why(instance, U1_TAKES_T1, pinned=frozenset({"u1"}))
    assert (reason.code, reason.transfer) == ("pinned", "t1")


def test_pinned_trip_cannot_be_overtaken() -> None:
    units = (a_unit("u1", "middle"), a_unit("u2", "middle", assigned_to="t2"))
    instance = an_instance(units, (a_shock("t1"), a_transfer("t2")))
    plan = {"u1": [("t1", "east")], "u2": [("t2", "east")]}
    assert _why(instance, plan).code == "would_delay"
    assert _why(instance, plan, pinned=frozenset({"u2"})).code == "busy_with"


def test_idle_pinned_crew_is_held_by_its_pin() -> None:
    units = (a_unit("u1", "middle"), a_unit("u2", "middle", assigned_to="t2"))
    instance = an_instance(units, (a_shock("t1"), a_transfer("t2", unit_types=("SVI",))))
    reason = _why(instance, U1_TAKES_T1, pinned=frozenset({"u2"}))
    assert (reason.code, reason.transfer) == ("pinned", "t2")


def test_giver_that_would_end_late_keeps_the_trip() -> None:
    detour = tuple(tuple(0 if a == b else 10 for b in range(4)) for a in range(4))
    slow = ((0, 10, 10, 500), *detour[1:])
    units = (a_unit("u1", shift_end=200), a_unit("u2", "middle"))
    transfers = (a_shock("t1"), a_shock("t2", "far", "far"))
    instance = an_instance(units, transfers, travel=Travel(road=slow, air=detour))
    reason = _why(instance, {"u1": [("t1", "east"), ("t2", "far")]})
    assert (reason.code, reason.transfer) == ("busy_with", None)
    assert instance.locations == LINE


def test_cheapest_hospital_is_tried_for_the_other() -> None:
    options = (DestinationOption("east", 40), DestinationOption("middle"))
    instance = an_instance(
        (a_unit("u1", "middle"), a_unit("u2", "middle")),
        (a_shock("t1", destinations=options),),
    )
    assert _why(instance, U1_TAKES_T1).code == "better"


@pytest.mark.parametrize("pin", [False, True])
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_proven_plan_has_no_better_change(pin: bool, seed: int) -> None:
    instance = random_instance(random.Random(seed), units=4, transfers=5)
    pinned = frozenset(unit.id for unit in instance.units if pin and unit.assigned_to)
    solution = assign_units(instance, limits=SolveLimits(wall_s=20.0), pinned=pinned)
    for explained in explain(instance, solution.plan, pinned=pinned):
        assert all(reason.code != "better" for reason in explained.not_chosen)
