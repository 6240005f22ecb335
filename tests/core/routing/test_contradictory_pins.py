"""Pins that can't all be kept: as many as can be, the others named, nobody left out for it."""

from dispatch.routing.assign_units import Solution, assign_units
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.plan import plan_document
from tests.core.routing.builders import a_shock, a_transfer, a_unit, an_instance

BOTH = frozenset({"u1", "u2"})


def _solved(instance: Instance, *, wall_s: float = 20.0) -> Solution:
    return assign_units(instance, limits=SolveLimits(wall_s=wall_s), pinned=BOTH)


def _two_on(*transfers: str, shift_end: int = 900) -> Instance:
    one, two = (*transfers, *transfers)[:2]
    first = a_unit("u1", assigned_to=one, shift_end=shift_end)
    units = (first, a_unit("u2", assigned_to=two))
    return an_instance(units, tuple(a_shock(each) for each in transfers))


def test_two_crews_pinned_to_one_transfer_leave_one_unkept() -> None:
    solution = _solved(_two_on("t1"))
    assert len(solution.unkept_pins) == 1
    assert set(solution.unkept_pins) < BOTH
    assert [trips for _, trips in plan_document(solution.plan).items()] == [[["t1", "east"]]]
    assert solution.method == "exact"


def test_crew_pinned_past_its_shift_is_named_and_replaced() -> None:
    solution = _solved(_two_on("t1", "t2", shift_end=-100))
    assert solution.unkept_pins == ("u1",)
    assert plan_document(solution.plan) == {"u2": [["t2", "east"], ["t1", "east"]]}


def test_crews_pinned_to_one_bed_leave_one_unkept() -> None:
    whole = _two_on("t1", "t2")
    instance = an_instance(whole.units, whole.transfers, beds={"east": 1})
    solution = _solved(instance)
    assert len(solution.unkept_pins) == 1
    assert [each.why for each in solution.unserved] == ["hospitals_full"]


def test_quick_plan_names_the_unkept_pin_too() -> None:
    assert len(_solved(_two_on("t1"), wall_s=0.0).unkept_pins) == 1


def test_pin_outweighs_a_priority_0() -> None:
    units = (a_unit("u1", "middle", assigned_to="t1"), a_unit("u2", "far", assigned_to="t2"))
    instance = an_instance(units, (a_transfer("t1"), a_transfer("t2"), a_shock("t3")))
    solution = _solved(instance)
    first = {unit: trips[0][0] for unit, trips in plan_document(solution.plan).items()}
    assert (first, solution.unkept_pins) == ({"u1": "t1", "u2": "t2"}, ())
