"""Which drives a plan depends on, at what pace, and whose word it rests on."""

from dispatch.assessment.priority import Condition
from dispatch.routing.problem.routes import keeps_triangle, route_space
from dispatch.routing.travel.road_model import LIGHTS
from dispatch.routing.travel.travel_source import Answer, Asked, Rung
from dispatch.transfer.expected import asked_legs, expected_times
from dispatch.transfer.plan_drives import asked_drives, travel_sources
from dispatch.transfer.plan_instance import Question, plan_question
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    HELI_1,
    MATARO,
    NOON,
    SVA_1,
    SVA_2,
    T1,
    T2,
    Story,
    a_board,
    a_network,
    a_position,
    a_transfer,
    a_unit,
    at,
    travel_now,
    travel_times,
)

SHOCK = Condition.SEPTIC_SHOCK
SCENE = f"P0:{CALELLA}"


def a_question(board, *positions):
    return Question(
        board=board,
        network=a_network(),
        travel=travel_now(),
        positions={each.unit_id: each for each in positions},
        now_at=NOON,
    )


def a_shock_and_a_sepsis():
    """Both of one hospital, so that the same road is driven by lights and without."""
    story = Story(a_board(a_unit(SVA_1), a_unit(SVA_2, base_id="base-badalona")))
    for name, condition in ((T1, SHOCK), (T2, Condition.SEPSIS)):
        story.request(name, condition=condition)
        story.bring_to(Stage.ACCEPTED, name)
    return story.board


def minutes(instance, start, end):
    row = instance.travel.road[instance.locations.index(start)]
    return row[instance.locations.index(end)]


def test_unit_goes_to_shock_by_lights_and_to_sepsis_without():
    instance = plan_question(a_question(a_shock_and_a_sepsis()))
    assert [each.origin for each in instance.transfers] == [SCENE, CALELLA]
    assert minutes(instance, "base-mataro", CALELLA) == 20
    by_lights = travel_times(LIGHTS).road_min("base-mataro", CALELLA)
    assert minutes(instance, "base-mataro", SCENE) == by_lights < 20


def test_patient_in_shock_is_driven_without_lights():
    instance = plan_question(a_question(a_shock_and_a_sepsis()))
    assert minutes(instance, SCENE, MATARO) == minutes(instance, CALELLA, MATARO) == 21


def test_unit_standing_at_the_hospital_of_the_shock_is_there():
    board = a_shock_and_a_sepsis()
    instance = plan_question(a_question(board))
    assert minutes(instance, CALELLA, SCENE) == 0
    assert minutes(instance, SCENE, SCENE) == 0


def test_no_3h_trip_brings_a_unit_sooner_to_a_shock():
    instance = plan_question(a_question(a_shock_and_a_sepsis()))
    assert keeps_triangle(route_space(instance, frozenset()))


def test_expected_times_of_a_shock_are_by_lights():
    shock = a_transfer(Stage.ACCEPTED, condition=SHOCK)
    found = expected_times(shock, a_unit(), travel=travel_now(), position=None, now_at=NOON)
    empty_min = travel_times(LIGHTS).road_min("base-mataro", CALELLA)
    assert found.bedside_at == at(3 + empty_min)
    assert found.arrival_at == at(3 + empty_min + 42 + 21)


def test_router_is_asked_for_units_and_hospitals_but_not_for_helicopters():
    story = Story(a_board(a_unit(SVA_1), a_unit(SVA_2), a_unit(HELI_1)))
    story.request(T1)
    story.bring_to(Stage.ACCEPTED, T1)
    here = a_position(SVA_2, lat=41.60, lon=2.60)
    asked = asked_drives(a_question(story.board, here))
    assert asked == Asked(("base-mataro", (41.60, 2.60), CALELLA, MATARO), (CALELLA, MATARO))


def test_router_is_asked_for_the_two_legs_of_an_assignment():
    agreed, travel = a_transfer(Stage.ACCEPTED), travel_now()
    asked = asked_legs(agreed, a_unit(), travel=travel, position=None, now_at=NOON)
    assert asked == Asked(("base-mataro", CALELLA), (CALELLA, MATARO))


def test_router_is_not_asked_for_a_flight_or_without_agreement():
    travel = travel_now()
    for transfer, unit in (
        (a_transfer(Stage.ACCEPTED), a_unit(HELI_1)),
        (a_transfer(Stage.ASKED), a_unit()),
    ):
        asked = asked_legs(transfer, unit, travel=travel, position=None, now_at=NOON)
        assert asked == Asked((), ())


def test_proposal_rests_on_its_lowest_rung():
    story = Story(a_board(a_unit(SVA_1), a_unit(HELI_1)))
    story.request(T1)
    story.bring_to(Stage.ACCEPTED, T1)
    question = a_question(story.board)
    assert travel_sources(question) == {T1: Rung.MATRIX}
    asked = asked_drives(question)
    whole = tuple(tuple(3000.0 for _ in asked.ends) for _ in asked.starts)
    live = question.travel.with_answer(asked, Answer(Rung.OSRM, whole))
    known = Question(story.board, question.network, live, {}, NOON)
    assert travel_sources(known) == {T1: Rung.OSRM}


def test_lost_position_takes_its_proposal_to_the_straight_line():
    story = Story(a_board(a_unit(SVA_1)))
    story.request(T1)
    story.bring_to(Stage.ACCEPTED, T1)
    at_sea = a_position(SVA_1, lat=40.0, lon=5.0)
    assert travel_sources(a_question(story.board, at_sea)) == {T1: Rung.STRAIGHT_LINE}
