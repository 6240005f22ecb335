"""A plan with its reasons and times, in one call."""

from itertools import count

import pytest

from dispatch.kernel import Refused
from dispatch.routing.assign_units import assign_units
from dispatch.routing.explain import explain
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.propose import Reaches, propose
from tests.core.routing.builders import a_shock, a_transfer, a_unit, an_instance

LIMITS = SolveLimits(wall_s=2.0)
TWO_UNITS = an_instance((a_unit("u1", "middle"), a_unit("u2", "west")), (a_shock("t1"),))


def test_proposal_holds_the_solvers_plan_and_its_reasons():
    proposed = propose(TWO_UNITS, LIMITS)
    solution = assign_units(TWO_UNITS, limits=LIMITS)
    assert proposed.solution == solution
    assert proposed.explained == explain(TWO_UNITS, solution.plan)


def test_chosen_unit_reaches_as_scheduled():
    reaches = propose(TWO_UNITS, LIMITS).reaches
    # At the bedside at once; 30 minutes there, 20 to the hospital.
    assert reaches["t1"]["u1"] == Reaches(bedside_min=0, arrival_min=50)


def test_other_unit_reaches_as_if_it_went_next():
    reaches = propose(TWO_UNITS, LIMITS).reaches
    assert reaches["t1"]["u2"] == Reaches(bedside_min=20, arrival_min=70)


def test_unit_reaches_no_sooner_than_the_agreement():
    units = (a_unit("u1", "middle"), a_unit("u2", "middle"))
    reaches = propose(an_instance(units, (a_shock("t1", ready=15),)), LIMITS).reaches
    assert reaches["t1"] == {"u1": Reaches(15, 65), "u2": Reaches(15, 65)}


def test_busy_unit_reaches_after_it_is_free():
    units = (a_unit("u1", "middle"), a_unit("u2", "middle", free_at=40))
    reaches = propose(an_instance(units, (a_shock("t1"),)), LIMITS).reaches
    assert reaches["t1"]["u2"].bedside_min == 40


def test_second_trip_reaches_after_the_first():
    only = an_instance((a_unit("u1", "middle"),), (a_shock("t1"), a_transfer("t2")))
    reaches = propose(only, LIMITS).reaches
    # 0 to 50 and 20 of handover for the shock, 20 back for the other.
    assert reaches["t2"]["u1"] == Reaches(90, 140)


def test_unit_by_air_reaches_by_air():
    heli = a_unit("h1", "west", type="HELI", mode="air")
    flown = an_instance((heli,), (a_shock("t1", unit_types=("HELI",)),))
    assert propose(flown, LIMITS).reaches["t1"]["h1"] == Reaches(5, 40)


def test_unit_of_another_type_reaches_nobody():
    units = (a_unit("u1", "middle"), a_unit("u2", type="SVI"))
    reaches = propose(an_instance(units, (a_shock("t1"),)), LIMITS).reaches
    assert set(reaches["t1"]) == {"u1"}


def test_transfer_without_hospital_is_reached_by_nobody():
    nowhere = an_instance((a_unit("u1"),), (a_shock("t1", destinations=()),))
    proposed = propose(nowhere, LIMITS)
    assert proposed.reaches == {"t1": {}}
    assert proposed.explained[0].unit is None


def test_empty_board_is_proposed_nothing():
    proposed = propose(an_instance((a_unit("u1"),), ()), LIMITS)
    assert (proposed.reaches, proposed.explained) == ({}, ())


def test_seconds_are_those_of_the_clock_given():
    ticks = count()
    timed = propose(TWO_UNITS, SolveLimits(wall_s=1000.0, clock=lambda: float(next(ticks))))
    assert timed.solve_s > 0
    assert timed.solve_s == int(timed.solve_s)


def test_without_a_clock_no_seconds_are_told():
    assert propose(TWO_UNITS, LIMITS).solve_s == 0.0


def test_pinned_unit_is_proposed_and_explained_as_pinned():
    units = (a_unit("u1", "middle"), a_unit("u2", "west", assigned_to="t1"))
    pinned = propose(an_instance(units, (a_shock("t1"),)), LIMITS, frozenset({"u2"}))
    assert pinned.explained[0].unit == "u2"


def test_pin_that_cannot_be_is_refused():
    with pytest.raises(Refused, match="pin_impossible"):
        propose(TWO_UNITS, LIMITS, frozenset({"u1"}))
