"""The quick plan: earliest arrival, priority 0 first, busy units included."""

from dispatch.routing.problem.instance import DestinationOption
from dispatch.routing.problem.parameters import Parameters
from dispatch.routing.problem.plan import plan_document
from dispatch.routing.search.greedy import greedy
from tests.core.routing.builders import a_shock, a_transfer, a_unit, an_instance

NO_PINS: frozenset[str] = frozenset()


def test_busy_unit_wins_when_it_arrives_earlier() -> None:
    units = (a_unit("idle", "far"), a_unit("busy", "middle", free_at=10))
    instance = an_instance(units, (a_shock("t1"),))
    assert plan_document(greedy(instance, pinned=NO_PINS)) == {"busy": [["t1", "east"]]}


def test_priority_0_chooses_before_3h() -> None:
    units = (a_unit("near", "middle"), a_unit("distant", "far"))
    instance = an_instance(units, (a_transfer("t1", ready=-60), a_shock("t2")))
    plan = plan_document(greedy(instance, pinned=NO_PINS))
    assert plan == {"near": [["t2", "east"]], "distant": [["t1", "east"]]}


def test_full_hospital_is_left_for_the_next() -> None:
    options = (DestinationOption("middle"), DestinationOption("far"))
    instance = an_instance(
        (a_unit("u1"),), (a_shock("t1", destinations=options),), beds={"middle": 0}
    )
    assert plan_document(greedy(instance, pinned=NO_PINS)) == {"u1": [["t1", "far"]]}


def test_unit_cannot_work_past_overtime() -> None:
    instance = an_instance((a_unit("u1", shift_end=0),), (a_shock("t1"),))
    assert greedy(instance, pinned=NO_PINS).routes == ()


def test_pinned_crew_keeps_its_first_trip() -> None:
    units = (a_unit("u1", "far", assigned_to="t1"), a_unit("u2", "middle"))
    instance = an_instance(units, (a_shock("t1"), a_shock("t2")))
    plan = plan_document(greedy(instance, pinned=frozenset({"u1"})))
    assert plan["u1"][0] == ["t1", "east"]


def test_pinned_crew_that_cannot_stays_idle() -> None:
    units = (a_unit("u1", type="SVI", assigned_to="t1"),)
    transfers = (a_shock("t1"), a_transfer("t2", unit_types=("SVI",)))
    assert greedy(an_instance(units, transfers), pinned=frozenset({"u1"})).routes == ()


def test_arrival_decides_where_response_ends_there() -> None:
    options = (DestinationOption("far"), DestinationOption("middle"))
    rules = Parameters(p0_to="arrival", window_to="arrival")
    instance = an_instance(
        (a_unit("u1"),), (a_transfer("t1", destinations=options),), parameters=rules
    )
    assert plan_document(greedy(instance, pinned=NO_PINS)) == {"u1": [["t1", "middle"]]}
