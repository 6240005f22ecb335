"""A unit fails at the bedside or on the road: another one comes, somebody always answers."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition, Priority
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import Activity
from dispatch.identity.sight import Sight, sight
from dispatch.transfer.custody import confirm_part, parts_of, responsible, responsible_unit
from dispatch.transfer.decide_bed import hold_expires_at
from dispatch.transfer.decide_unit import require_assignable
from dispatch.transfer.expected import asked_legs, expected_times
from dispatch.transfer.plan_drives import asked_drives, travel_sources
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.plan_returns import must_wait, waiting_returns
from dispatch.transfer.seen import require_own_unit
from dispatch.transfer.stage import BEFORE_LOADING, FAILS, Stage
from dispatch.transfer.transfer import parties, pickup_spot, roadside, waiting_unit
from dispatch.transfer.unit_types import allowed_unit_types
from dispatch.transfer.views import view_transfer
from tests.builders import (
    CALELLA,
    MATARO,
    SVA_1,
    SVA_2,
    Story,
    a_network,
    a_story,
    coordinating_doctor,
    crew,
    dispatcher,
    referring_doctor,
    refused,
    travel_now,
)

HERE = (41.58, 2.55)
"""On the road between Calella and Mataró."""

SECOND = (Stage.ASSIGNED, Stage.NOTIFIED, Stage.EN_ROUTE, Stage.AT_PATIENT)


def on_the_road(**changes) -> Story:
    """The unit has failed between the two hospitals, with the patient on board."""
    story = a_story(Stage.DEPARTED, **changes)
    story.wait(5)
    story.fail(by=crew(), position=HERE)
    return story


def in_the_hospital() -> Story:
    """The crew has taken over, and its unit does not start."""
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("crew_took_over", by=crew())
    story.wait(5)
    story.fail(by=crew())
    return story


def reached(story: Story, unit_id: str = SVA_2) -> Story:
    """The next unit gets to the patient."""
    for stage in SECOND:
        story.wait(5)
        story.go_to(stage, "T1", unit_id)
    return story


def a_question(story: Story, **changes) -> Question:
    return Question(story.board, a_network(), travel_now(), {}, story.now_at, **changes)


def test_transfer_waits_for_another_unit_after_the_failure():
    before = a_story(Stage.DEPARTED).transfer()
    transfer = on_the_road().transfer()
    assert (transfer.stage, transfer.unit_id, transfer.proposal) == (Stage.ACCEPTED, None, None)
    assert (transfer.expected_bedside_at, transfer.expected_arrival_at) == (None, None)
    assert transfer.agreement == before.agreement
    assert transfer.bed_held_at == before.bed_held_at


def test_first_bedside_stays_met_and_the_journey_begins_anew():
    before, after = a_story(Stage.DEPARTED).transfer().milestones, on_the_road().transfer()
    times = after.milestones
    assert times.at_patient_at == before.at_patient_at is not None
    assert times.crew_took_over_at == before.crew_took_over_at is not None
    steps = (times.assigned_at, times.notified_at, times.en_route_at, times.departed_at)
    assert steps == (None,) * 4


def test_failed_crew_answers_until_the_next_one_takes_over():
    story = on_the_road()
    assert (responsible(story.transfer()), responsible_unit(story.transfer())) == (
        "crew",
        SVA_1,
    )
    reached(story)
    assert responsible_unit(story.transfer()) == SVA_1
    story.confirm_part("crew_took_over", by=crew(SVA_2))
    assert responsible_unit(story.transfer()) == SVA_2


def test_departure_of_the_next_unit_takes_over_at_the_latest():
    story = reached(on_the_road())
    story.go_to(Stage.DEPARTED, "T1", SVA_2)
    assert responsible_unit(story.transfer()) == SVA_2
    assert story.transfer().stranded is None
    assert story.unit(SVA_1).transfer_id is None


def test_hospital_answers_when_the_crew_had_not_taken_over():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("sender_released", by=referring_doctor())
    story.fail(by=crew())
    transfer = story.transfer()
    assert (responsible(transfer), responsible_unit(transfer)) == ("referring", None)
    assert transfer.stranded is None
    times = transfer.milestones
    assert (times.at_patient_at, times.sender_released_at) == (None, None)
    assert transfer.priority is Priority.THREE_HOURS
    assert story.unit().transfer_id is None


def test_crew_that_took_over_waits_in_the_hospital():
    transfer = in_the_hospital().transfer()
    assert (waiting_unit(transfer), roadside(transfer)) == (SVA_1, None)
    assert pickup_spot(transfer) == CALELLA
    assert responsible_unit(transfer) == SVA_1


def test_position_of_a_unit_at_the_bedside_is_not_the_patients():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("crew_took_over", by=crew())
    story.fail(position=HERE)
    assert roadside(story.transfer()) is None


def test_failed_unit_is_out_of_service_and_tied_to_its_patient():
    unit = on_the_road().unit()
    assert (unit.activity, unit.transfer_id) == (Activity.OUT_OF_SERVICE, "T1")


def test_failed_unit_is_neither_assigned_nor_put_in_service():
    story = on_the_road()
    with refused("unit_not_available", unit=SVA_1):
        require_assignable(story.transfer(), story.unit(), now_at=story.now_at)
    with refused("unit_on_mission"):
        story.report_status(SVA_1, Activity.STATION)


def test_patient_in_the_care_of_a_failed_crew_goes_first():
    transfer = on_the_road().transfer()
    assert (transfer.priority, transfer.rule, transfer.upgraded) == (
        Priority.ZERO,
        "by_hand",
        True,
    )


def test_priority_0_is_not_raised_again():
    story = on_the_road(condition=Condition.SEPTIC_SHOCK)
    assert story.transfer().rule == "septic_shock"


@pytest.mark.parametrize("stage", sorted(set(Stage) - FAILS))
def test_unit_fails_only_from_its_assignment_to_the_door(stage):
    story = a_story(stage)
    code = "not_at_this_stage" if story.transfer().unit_id else "no_unit_assigned"
    with refused(code):
        story.fail(position=HERE)


def test_failure_on_the_road_needs_a_position():
    with refused("position_needed", field="lat", unit=SVA_1):
        a_story(Stage.DEPARTED).fail()


def test_failure_needs_a_reason():
    with refused("text_invalid", field="reason"):
        a_story(Stage.DEPARTED).fail(reason=" ", position=HERE)


def test_next_unit_that_fails_too_leaves_the_patient_where_he_is():
    story = reached(on_the_road())
    story.fail(by=crew(SVA_2), position=(41.0, 2.0))
    transfer = story.transfer()
    assert (waiting_unit(transfer), roadside(transfer)) == (SVA_1, HERE)
    assert story.unit(SVA_2).transfer_id is None
    assert story.unit(SVA_1).transfer_id == "T1"


def test_next_crew_that_took_over_and_fails_answers_itself():
    story = reached(on_the_road())
    story.confirm_part("crew_took_over", by=crew(SVA_2))
    assert (waiting_unit(story.transfer()), story.unit(SVA_1).transfer_id) == (None, None)
    story.fail(by=crew(SVA_2))
    transfer = story.transfer()
    assert (waiting_unit(transfer), roadside(transfer)) == (SVA_2, HERE)
    assert story.unit(SVA_2).transfer_id == "T1"


def test_second_unit_may_fail_further_down_the_road():
    story = reached(on_the_road())
    story.go_to(Stage.DEPARTED, "T1", SVA_2)
    story.fail(by=crew(SVA_2), position=(41.55, 2.47))
    assert roadside(story.transfer()) == (41.55, 2.47)


def test_taking_over_twice_is_said_already():
    story = reached(on_the_road())
    story.confirm_part("crew_took_over", by=crew(SVA_2))
    with refused("already_confirmed"):
        story.confirm_part("crew_took_over", by=crew(SVA_2))


def test_next_crew_takes_over_no_earlier_than_it_came():
    story = reached(on_the_road())
    transfer = story.transfer()
    assert transfer.stranded is not None
    with refused("out_of_order", field="occurred_at"):
        confirm_part(
            transfer,
            "crew_took_over",
            actor=crew(SVA_2),
            occurred_at=transfer.stranded.failed_at,
            now_at=story.now_at,
        )


def test_waiting_crew_sees_the_transfer_and_drives_it_no_more():
    story = reached(on_the_road())
    transfer = story.transfer()
    assert sight(crew(SVA_1), parties(transfer)) is Sight.CLINICAL
    assert parts_of(transfer, crew(SVA_1)) == frozenset()
    assert parts_of(transfer, crew(SVA_2)) == {"crew_took_over"}
    with refused("not_your_unit", unit=SVA_2):
        story.step("departed", by=crew(SVA_1))
    require_own_unit(transfer, dispatcher())


def test_crew_without_a_unit_sees_no_waiting_transfer():
    nobody = replace(crew(), unit_id=None)
    assert sight(nobody, parties(a_story(Stage.ACCEPTED).transfer())) is Sight.NOTHING


def test_crew_relieved_loses_sight_of_the_patient():
    story = reached(on_the_road())
    story.confirm_part("crew_took_over", by=crew(SVA_2))
    assert sight(crew(SVA_1), parties(story.transfer())) is Sight.NOTHING


def test_view_names_who_waits_and_where():
    view = view_transfer(on_the_road().transfer(), dispatcher(), in_full=False)
    assert view is not None
    assert view.stranded is not None
    assert (view.stranded.lat, view.stranded.lon) == HERE
    assert (view.responsible, view.responsible_unit) == ("crew", SVA_1)


@pytest.mark.parametrize("stage", [Stage.ACCEPTED, *SECOND])
def test_transfer_is_not_cancelled_with_the_patient_on_the_road(stage):
    story = on_the_road()
    for each in SECOND[: SECOND.index(stage) + 1] if stage in SECOND else ():
        story.go_to(each, "T1", SVA_2)
    assert story.transfer().stage is stage
    assert stage in BEFORE_LOADING
    with refused("patient_on_the_road", number="CSI-T1"):
        story.cancel()


def test_cancelling_in_the_hospital_lets_the_failed_unit_go():
    story = in_the_hospital()
    story.cancel()
    assert story.transfer().stranded is None
    assert story.unit().transfer_id is None
    assert story.unit().activity is Activity.OUT_OF_SERVICE


def test_bed_stays_held_for_a_patient_on_the_way():
    story = on_the_road()
    assert story.transfer().bed_held_at is not None
    assert hold_expires_at(story.transfer()) is None


def test_next_unit_stands_at_no_named_place_on_the_road():
    story = reached(on_the_road())
    assert story.unit(SVA_2).place is None
    assert reached(in_the_hospital()).unit(SVA_2).place == CALELLA


def test_no_helicopter_lands_at_the_roadside():
    working = tuple(UnitType)
    road = allowed_unit_types(on_the_road().transfer(), working=working, has_pads=True)
    pads = allowed_unit_types(in_the_hospital().transfer(), working=working, has_pads=True)
    assert UnitType.HELI not in road
    assert UnitType.HELI in pads


def test_plan_picks_the_patient_up_where_he_waits():
    story = on_the_road()
    instance = plan_question(a_question(story))
    (transfer,) = instance.transfers
    assert (transfer.origin, transfer.priority) == ("P0:~T1", "P0")
    assert SVA_1 not in {unit.id for unit in instance.units}
    row = instance.travel.road[instance.locations.index("P0:~T1")]
    drive_min = row[instance.locations.index(MATARO)]
    assert drive_min == travel_now(story.now_at).road_min(HERE, MATARO)
    assert 0 < drive_min < travel_now(story.now_at).road_min(CALELLA, MATARO)


def test_plan_follows_the_second_crew_on_its_way():
    story = on_the_road()
    for stage in SECOND[:3]:
        story.go_to(stage, "T1", SVA_2)
    instance = plan_question(a_question(story))
    assigned = {unit.id: unit.assigned_to for unit in instance.units}
    assert assigned[SVA_2] == "T1"


def test_drives_are_asked_to_where_the_patient_waits():
    story = on_the_road()
    asked = asked_drives(a_question(story))
    assert set(asked.ends) == {HERE, MATARO}
    assert set(travel_sources(a_question(story))) == {"T1"}


def test_expected_times_are_those_from_the_roadside():
    story = on_the_road()
    transfer, unit, travel = story.transfer(), story.unit(SVA_2), travel_now(story.now_at)
    legs = asked_legs(transfer, unit, travel=travel, position=None, now_at=story.now_at)
    assert (legs.starts[1], legs.ends) == (HERE, (HERE, MATARO))
    found = expected_times(transfer, unit, travel=travel, position=None, now_at=story.now_at)
    whole = expected_times(
        in_the_hospital().transfer(), unit, travel=travel, position=None, now_at=story.now_at
    )
    assert found.arrival_at is not None
    assert whole.arrival_at is not None
    assert found.arrival_at < whole.arrival_at


def a_return_on_the_road() -> Story:
    story = a_story(Stage.HANDED_OVER)
    story.wait(60 * 24)
    story.request_return()
    story.ask("R1")
    for stage in (Stage.ACCEPTED, *SECOND, Stage.DEPARTED):
        story.wait(5)
        story.go_to(stage, "R1", SVA_2)
    story.fail("R1", by=coordinating_doctor(), position=HERE)
    return story


def test_return_keeps_its_priority_and_is_planned_with_the_code():
    story = a_return_on_the_road()
    assert story.transfer("R1").priority is Priority.RETURN
    (planned,) = plan_question(a_question(story)).transfers
    assert (planned.id, planned.priority) == ("R1", "P0")
    assert not plan_question(a_question(story, of_returns=True)).transfers


def test_other_returns_wait_for_a_return_on_the_road():
    board = a_return_on_the_road().board
    assert waiting_returns(board) == ()
    assert must_wait(board)
