"""When things happen: always as early as the crew can."""

from dispatch.routing.problem.plan import Trip, plan_document, plan_of
from dispatch.routing.problem.schedule import schedule
from tests.core.routing.builders import a_transfer, a_unit, an_instance

TWO_TRIPS = {"u1": [("t1", "east"), ("t2", "far")]}


def test_bedside_follows_mobilisation_and_drive() -> None:
    instance = an_instance((a_unit("u1", free_at=3),), (a_transfer("t1"),))
    (leg,) = schedule(instance, plan_of(instance, {"u1": [("t1", "east")]}))
    assert (leg.bedside_at, leg.arrival_at, leg.free_at) == (23, 73, 93)
    assert (leg.empty_drive_min, leg.loaded_drive_min) == (20, 20)


def test_crew_waits_until_the_agreement() -> None:
    instance = an_instance((a_unit("u1"),), (a_transfer("t1", ready=50),))
    (leg,) = schedule(instance, plan_of(instance, {"u1": [("t1", "east")]}))
    assert leg.bedside_at == 50


def test_second_trip_starts_at_first_hospital() -> None:
    transfers = (a_transfer("t1"), a_transfer("t2", origin="far", to="far"))
    instance = an_instance((a_unit("u1"),), transfers)
    first, second = schedule(instance, plan_of(instance, TWO_TRIPS))
    assert first.first
    assert not second.first
    assert second.departed_from == "east"
    assert second.bedside_at == first.free_at + 20


def test_helicopter_flies_by_the_air_matrix() -> None:
    instance = an_instance((a_unit("u1", mode="air"),), (a_transfer("t1"),))
    (leg,) = schedule(instance, plan_of(instance, {"u1": [("t1", "east")]}))
    assert leg.empty_drive_min == 5


def test_plan_has_one_canonical_form() -> None:
    instance = an_instance((a_unit("u1"), a_unit("u2")), (a_transfer("t1"), a_transfer("t2")))
    plan = plan_of(instance, {"u9": [("t3", "x")], "u2": [("t1", "east")], "u1": []})
    assert plan.routes == (("u2", (Trip("t1", "east"),)), ("u9", (Trip("t3", "x"),)))
    assert plan_document(plan) == {"u2": [["t1", "east"]], "u9": [["t3", "x"]]}
