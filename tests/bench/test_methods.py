"""Every method answers with a plan that the judge finds nothing wrong with."""

import msgspec
import pytest

from bench.instances import instance_of
from bench.methods import METHODS, method_of
from bench.ours import ours
from bench.peers.fleet_state import completed, left_out
from bench.peers.quick import earliest_arrival, nearest_idle
from bench.question import Question
from bench.shared_problem import only_drive
from bench.sizes import ALL, Size
from dispatch.routing.judge.check_plan import check_plan
from tests.core.routing.builders import a_shock, a_transfer, a_unit, an_instance

SMALL = Size("small", 12, 14, 2, 2, "catalonia", 0.3)
ASKED = Question(limit_s=0.3)


@pytest.fixture(params=list(METHODS))
def method(request):
    return method_of(request.param)


def test_a_method_breaks_no_rule(method):
    for seed in range(2):
        instance = instance_of(SMALL, seed)
        whole = completed(instance, method(instance, ASKED).trips)
        assert check_plan(instance, whole).faults == ()
        assert left_out(instance, whole) == []


def test_no_method_is_better_than_what_is_proven(method):
    instance = instance_of(SMALL, 0)
    best = ours(instance, Question(limit_s=20.0))
    assert all(best.proven)
    asked = Question(limit_s=0.3, longest_p0_min=_vector(instance, best)[1])
    found = completed(instance, method(instance, asked).trips)
    judged = check_plan(instance, found).vector
    assert judged is not None
    assert judged >= _vector(instance, best)


def test_a_method_keeps_hard_windows_when_only_the_drive_counts(method):
    instance = only_drive(instance_of(SMALL, 1), 150)
    answer = method(instance, Question(limit_s=0.3, only_drive=True))
    whole = completed(instance, answer.trips)
    assert check_plan(instance, whole).faults == ()


def test_a_whole_plan_stays_as_it_is():
    instance = instance_of(ALL["wave"], 4)
    second = next(each for each in instance.transfers if len(each.destinations) > 1)
    unit = next(each for each in instance.units if each.type in second.unit_types)
    trips = {unit.id: [(second.id, second.destinations[1].hospital)]}
    assert completed(instance, trips)[unit.id][0] == trips[unit.id][0]


def test_an_unknown_method_is_a_mistake():
    with pytest.raises(KeyError):
        method_of("guess")


def test_the_nearest_idle_unit_goes_though_a_busy_one_is_nearer():
    units = (a_unit("busy", "middle", free_at=40), a_unit("idle", "far"))
    instance = an_instance(units, (a_transfer("t"),))
    assert set(_used(nearest_idle(instance, ASKED))) == {"idle"}


def test_the_earliest_to_arrive_goes_though_it_is_busy():
    units = (a_unit("busy", "middle", free_at=30), a_unit("idle", "far"))
    instance = an_instance(units, (a_transfer("t"),))
    assert set(_used(earliest_arrival(instance, ASKED))) == {"busy"}


def test_a_crew_keeps_its_transfer_though_another_is_nearer():
    units = (a_unit("sent", "far", assigned_to="t"), a_unit("near", "middle"))
    instance = an_instance(units, (a_transfer("t"),))
    assert _used(nearest_idle(instance, ASKED)) == {"sent": [("t", "east")]}


def test_priority_0_goes_first_when_one_unit_is_idle():
    instance = an_instance((a_unit("u"),), (a_transfer("t", ready=-50), a_shock("s")))
    assert [each for each, _ in _used(nearest_idle(instance, ASKED))["u"]] == ["s", "t"]


def test_a_transfer_waits_for_the_first_unit_that_gets_free():
    units = (a_unit("late", free_at=90), a_unit("soon", "far", free_at=30))
    instance = an_instance(units, (a_transfer("t"),))
    assert set(_used(nearest_idle(instance, ASKED))) == {"soon"}


def test_nobody_is_sent_past_the_end_of_a_shift():
    instance = an_instance((a_unit("u", shift_end=10),), (a_transfer("t"),))
    for answer in (nearest_idle(instance, ASKED), earliest_arrival(instance, ASKED)):
        assert _used(answer) == {}


def test_what_a_plan_leaves_out_goes_to_its_end():
    instance = an_instance((a_unit("u"),), (a_transfer("t"), a_shock("s")))
    assert completed(instance, {"u": [("t", "east")]}) == {
        "u": [("t", "east"), ("s", "east")],
    }


def test_the_shared_problem_weighs_only_drive_and_coverage():
    instance = only_drive(instance_of(ALL["surge"], 0), 90)
    weights = instance.parameters.weights
    assert msgspec.structs.asdict(weights) == {
        "drive": 1,
        "wait": 0,
        "coverage": 1,
        "switch": 0,
        "destination": 0,
    }
    assert {each.priority for each in instance.transfers} == {"3h"}
    assert {len(each.destinations) for each in instance.transfers} == {1}


@pytest.mark.parametrize("longest_p0_min", [90, 250])
def test_everybody_keeps_the_deadline_in_the_shared_problem(longest_p0_min):
    whole = instance_of(ALL["surge"], 0)
    shared = only_drive(whole, longest_p0_min)
    for before, after in zip(whole.transfers, shared.transfers, strict=True):
        allowed_min = longest_p0_min if before.priority == "P0" else 180
        assert after.ready + shared.parameters.window == before.ready + allowed_min
        assert after.ready <= before.ready


def _used(answer):
    return {unit: list(trips) for unit, trips in answer.trips.items() if trips}


def _vector(instance, answer):
    vector = check_plan(instance, answer.trips).vector
    assert vector is not None
    return vector
