"""What the solver is asked: all open transfers, all units that could go, in whole minutes."""

from datetime import time

import pytest

from dispatch.assessment.priority import Condition
from dispatch.fleet.unit import Activity, Assignability
from dispatch.network.levels import Care
from dispatch.transfer.plan_instance import (
    ALONE_MIN,
    NOBODY_DRIVES_THERE_MIN,
    Question,
    plan_question,
)
from dispatch.transfer.promised import OVERSTATED_MIN
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    HELI_1,
    MATARO,
    NOON,
    PED_1,
    SVA_1,
    SVA_2,
    SVB_1,
    SVI_1,
    T1,
    Story,
    a_board,
    a_network,
    a_position,
    a_story,
    a_unit,
    at,
    travel_now,
    travel_times,
)

NOT_AVAILABLE = Assignability.NOT_AVAILABLE


def asked(board, *positions, now_at=NOON):
    return plan_question(
        Question(
            board=board,
            network=a_network(),
            travel=travel_now(),
            positions={each.unit_id: each for each in positions},
            now_at=now_at,
        )
    )


def only(unit):
    """How one unit alone is planned, None when it is left out."""
    return next(iter(asked(a_board(unit)).units), None)


def minutes(instance, start, end, *, mode="road"):
    matrix = instance.travel.road if mode == "road" else instance.travel.air
    return matrix[instance.locations.index(start)][instance.locations.index(end)]


def unit_of(instance, unit_id=SVA_1):
    return next(each for each in instance.units if each.id == unit_id)


def planned(stage, **changes):
    story = a_story(stage, **changes)
    return asked(story.board, now_at=story.now_at).transfers


# Transfers


@pytest.mark.parametrize("stage", Stage)
def test_only_agreed_and_not_loaded_transfers_are_planned(stage):
    is_planned = stage in {Stage.ACCEPTED, Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE}
    assert [each.id for each in planned(stage)] == ([T1] if is_planned else [])


def test_transfer_is_asked_in_the_words_of_the_plan():
    (transfer,) = planned(Stage.ACCEPTED)
    assert (transfer.origin, transfer.priority) == (CALELLA, "3h")
    assert [each.hospital for each in transfer.destinations] == [MATARO]
    assert (transfer.bedside, transfer.handover) == (32, 25)
    assert transfer.unit_types == ("SVA", "SVI")


def test_shock_is_asked_as_priority_0():
    (transfer,) = planned(Stage.ACCEPTED, condition=Condition.SEPTIC_SHOCK)
    assert (transfer.priority, transfer.bedside) == ("P0", 42)
    assert transfer.unit_types == ("SVA",)


def test_waiting_is_counted_from_the_agreement():
    story = a_story(Stage.ACCEPTED)
    for now_at, ready in ((at(10), 0), (at(70), -60), (at(10.5), -1)):
        assert asked(story.board, now_at=now_at).transfers[0].ready == ready


def test_window_is_that_of_the_criteria():
    assert asked(a_board()).parameters.window == 180


def test_helicopter_is_asked_only_between_pads():
    (transfer,) = planned(Stage.ACCEPTED, referring="sant-pau", care=Care.PAEDIATRIC)
    assert transfer.unit_types == ("PED", "HELI")


def test_doctor_takes_the_child_while_no_team_works():
    resting = a_unit(PED_1, activity=Activity.OFF_DUTY, assignability=NOT_AVAILABLE)
    story = Story(a_board(a_unit(SVA_1), resting))
    story.request(care=Care.PAEDIATRIC)
    story.bring_to(Stage.ACCEPTED)
    assert asked(story.board).transfers[0].unit_types == ("SVA",)


def test_transfers_and_units_come_in_order_of_their_names():
    story = Story(a_board(a_unit(SVA_2), a_unit(SVA_1)))
    for name in ("T3", "T1", "T2"):
        story.request(name)
        story.bring_to(Stage.ACCEPTED, name)
    instance = asked(story.board)
    assert [each.id for each in instance.transfers] == ["T1", "T2", "T3"]
    assert [each.id for each in instance.units] == [SVA_1, SVA_2]


def test_board_with_nothing_open_asks_nothing():
    assert asked(a_board()).transfers == ()


# Units


def test_waiting_unit_is_planned_from_its_base():
    unit = only(a_unit())
    assert (unit.id, unit.type, unit.mode) == (SVA_1, "SVA", "road")
    assert (unit.location, unit.free_at) == ("base-mataro", 3)
    assert unit.assigned_to is None


def test_basic_unit_is_not_planned():
    assert only(a_unit(SVB_1)) is None


def test_unit_off_shift_is_not_planned():
    assert only(a_unit(shift_starts=time(20), shift_ends=time(8))) is None


def test_shift_ends_in_whole_minutes_after_now():
    # 20:00 in Barcelona is seven hours after noon UTC in November.
    assert only(a_unit(shift_starts=time(8), shift_ends=time(20))).shift_end == 7 * 60
    assert only(a_unit()).shift_end == 24 * 60


def test_helicopter_takes_its_time_to_start():
    assert only(a_unit(HELI_1)).free_at == 12


@pytest.mark.parametrize("activity", [Activity.OUT_OF_SERVICE, Activity.OFF_DUTY])
@pytest.mark.parametrize("until", [None, at(30)])
def test_unit_out_of_service_is_not_planned(activity, until):
    unit = a_unit(activity=activity, assignability=NOT_AVAILABLE, busy_until_at=until)
    assert only(unit) is None


@pytest.mark.parametrize(
    ("until", "free_min"), [(at(30), 30), (at(-30), 0), (at(0.4), 0), (at(29.6), 30)]
)
def test_busy_unit_is_planned_from_when_it_is_free(until, free_min):
    unit = a_unit(
        activity=Activity.OTHER_MISSION, assignability=NOT_AVAILABLE, busy_until_at=until
    )
    assert only(unit).free_at == free_min


def test_unit_busy_until_nobody_knows_when_is_not_planned():
    unit = a_unit(activity=Activity.OTHER_MISSION, assignability=NOT_AVAILABLE)
    assert only(unit) is None


def test_unit_of_unknown_status_is_not_planned():
    assert only(a_unit(assignability=Assignability.UNKNOWN)) is None


@pytest.mark.parametrize(
    ("stage", "free_min"), [(Stage.ASSIGNED, 3), (Stage.NOTIFIED, 0), (Stage.EN_ROUTE, 0)]
)
def test_unit_on_its_way_can_turn_once_it_moves(stage, free_min):
    story = a_story(stage)
    mine = unit_of(asked(story.board, now_at=story.now_at))
    assert (mine.free_at, mine.assigned_to) == (free_min, T1)


def test_crew_of_a_transfer_that_left_the_board_can_turn_at_once():
    crew = a_unit(activity=Activity.EN_ROUTE, assignability=NOT_AVAILABLE, transfer_id=T1)
    assert only(crew).free_at == 0


def test_unit_given_while_busy_is_planned_from_when_it_is_free():
    busy = a_unit(
        activity=Activity.OTHER_MISSION, assignability=NOT_AVAILABLE, busy_until_at=at(45)
    )
    story = Story(a_board(busy))
    story.request("T1")
    story.bring_to(Stage.ASSIGNED)
    assert unit_of(asked(story.board, now_at=at(15))).free_at == 30
    assert unit_of(asked(story.board, now_at=at(44))).free_at == 1


# A crew on its way: promised before, 20 minutes after it set out from its base at minute 18

STILL_FAR, HALFWAY, NEARLY_THERE = (41.43, 2.15), (41.57, 2.52), (41.60, 2.64)


def way_left(minute, spot=HALFWAY):
    """Minutes to its patient, and to the hospital back where it came from."""
    story = a_story(Stage.EN_ROUTE)
    seen = a_position(lat=spot[0], lon=spot[1], seen_at=at(minute))
    instance = asked(story.board, seen, now_at=at(minute))
    mine = unit_of(instance)
    assert mine.location == f"@{SVA_1}"
    return [minutes(instance, mine.location, end) for end in (CALELLA, MATARO)]


def seen_min(spot=HALFWAY):
    return travel_now().road_min(spot, CALELLA)


def test_crew_on_its_way_is_as_near_as_promised():
    promised_min = 38 - 33
    assert seen_min() > promised_min
    assert way_left(33)[0] == max(promised_min, seen_min() - OVERSTATED_MIN)


def test_crew_between_two_roads_goes_on_by_way_of_its_patient():
    left_min, back_min = way_left(36, NEARLY_THERE)
    assert left_min == 2
    assert back_min == left_min + travel_now().road_min(CALELLA, MATARO)
    assert back_min < travel_now().road_min(NEARLY_THERE, MATARO)


def test_crew_far_behind_its_promise_is_believed_to_be_late():
    assert way_left(60, STILL_FAR)[0] == seen_min(STILL_FAR) - OVERSTATED_MIN > 0


def test_crew_ahead_of_its_promise_is_where_it_is_seen():
    assert way_left(26)[0] == min(seen_min(), 12)


@pytest.mark.parametrize("stage", [Stage.AT_PATIENT, Stage.DEPARTED, Stage.ARRIVED])
def test_loaded_unit_is_planned_from_where_it_hands_over(stage):
    story = a_story(stage)
    mine = unit_of(asked(story.board, now_at=story.now_at))
    assert (mine.location, mine.assigned_to) == (MATARO, None)
    # Free again as expected when it was given: 3 + 20 + 32 + 21 + 25 after minute 15.
    assert mine.free_at == 116 - (story.now_at - NOON).total_seconds() / 60


def test_loaded_unit_of_a_transfer_nobody_knows_is_where_it_was():
    unit = a_unit(
        activity=Activity.HOSPITAL,
        assignability=NOT_AVAILABLE,
        busy_until_at=at(10),
        place="clinic",
    )
    assert only(unit).location == "clinic"


# Ways


def test_places_come_first_and_bases_after():
    story = a_story(Stage.ACCEPTED)
    assert asked(story.board).locations == (
        CALELLA,
        MATARO,
        "base-badalona",
        "base-mataro",
        "base-vall-hebron",
    )


def test_ways_are_those_of_the_travel_times():
    instance, travel = asked(a_story(Stage.ACCEPTED).board), travel_times()
    assert minutes(instance, "base-mataro", CALELLA) == 20
    assert minutes(instance, CALELLA, MATARO) == 21
    assert minutes(instance, CALELLA, CALELLA) == 0
    assert minutes(instance, CALELLA, MATARO, mode="air") == travel.air_min(CALELLA, MATARO)


def test_moving_unit_is_a_place_of_its_own():
    story = a_story(Stage.EN_ROUTE)
    here = a_position(lat=41.60, lon=2.60)
    instance = asked(story.board, here)
    assert unit_of(instance).location == "@SVA-01"
    assert minutes(instance, "@SVA-01", CALELLA) == travel_times().road_min(
        (41.60, 2.60), CALELLA
    )
    assert minutes(instance, "@SVA-01", "@SVA-01") == 0


def test_nobody_travels_to_where_a_unit_happens_to_be():
    instance = asked(a_story(Stage.EN_ROUTE).board, a_position())
    assert minutes(instance, MATARO, "@SVA-01") == NOBODY_DRIVES_THERE_MIN


# Coverage


def test_unit_alone_of_its_kind_costs_the_most():
    assert only(a_unit()).coverage_cost == ALONE_MIN


def test_unit_with_a_neighbour_costs_the_minutes_between():
    near = asked(a_board(a_unit(SVA_1), a_unit(SVA_2, base_id="base-badalona")))
    between_min = travel_times().road_min("base-mataro", "base-badalona")
    assert 0 < between_min < ALONE_MIN
    assert [each.coverage_cost for each in near.units] == [between_min, between_min]


def test_units_at_one_base_cover_each_other_for_nothing():
    together = asked(a_board(a_unit(SVA_1), a_unit(SVA_2)))
    assert [each.coverage_cost for each in together.units] == [0, 0]


@pytest.mark.parametrize(
    "other",
    [
        a_unit(SVI_1),
        a_unit(
            SVA_2,
            activity=Activity.OTHER_MISSION,
            assignability=NOT_AVAILABLE,
            busy_until_at=at(5),
        ),
    ],
    ids=["other kind", "busy"],
)
def test_unit_that_cannot_stand_in_covers_nothing(other):
    first = asked(a_board(a_unit(SVA_1), other)).units[0]
    assert (first.id, first.coverage_cost) == (SVA_1, ALONE_MIN)


def test_unit_on_the_road_leaves_no_place_uncovered():
    board = a_board(a_unit(SVA_1), a_unit(SVA_2))
    moving, waiting = asked(board, a_position(SVA_1)).units
    assert moving.coverage_cost == 0
    assert waiting.coverage_cost == ALONE_MIN
