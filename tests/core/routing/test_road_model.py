"""The ties, the fitted line and the factors, worked out by hand on small roads."""

import pytest

from dispatch.routing.travel.road_model import (
    LIGHTS,
    NORMAL,
    Leg,
    Pace,
    are_neighbours,
    door_to_door_km,
    door_to_door_min,
    reach,
    road_graph,
    shorten_through,
    ties,
)
from dispatch.routing.travel.roads import RoadClass, Roads, Stretch

KM = 1 / 111.19492664455873  # degrees of latitude per kilometre
HOME = (41.0, 2.0)


def north(km):
    return (41.0 + km * KM, 2.0)


def tied(*junction_km, pace=NORMAL):
    junctions = {f"{km} km": north(km) for km in junction_km}
    return [(node[1], leg) for node, leg in ties(HOME, junctions, pace)]


def test_position_is_tied_to_its_three_nearest_junctions():
    assert [name for name, _ in tied(4, 1, 3, 2)] == ["1 km", "2 km", "3 km"]


def test_tie_reaches_no_junction_much_farther_than_the_nearest():
    # 2.2 times 1 km and 3 km more: 5.2 km.
    assert [name for name, _ in tied(1, 5.1, 5.3)] == ["1 km", "5.1 km"]


def test_near_tie_is_driven_at_30_kmh():
    ((_, leg),) = tied(2)
    assert leg.km == pytest.approx(2.7)
    assert leg.model_min == pytest.approx(2.7 / 30 * 60 + 1)


def test_far_tie_is_driven_at_50_kmh():
    ((_, leg),) = tied(10)
    assert leg.model_min == pytest.approx(13.5 / 50 * 60 + 1)


def test_near_tie_goes_at_the_pace_of_the_city():
    ((_, normal),), ((_, fast),) = tied(2), tied(2, pace=LIGHTS)
    assert fast.model_min == pytest.approx(0.85 * normal.model_min)


def test_far_tie_goes_at_the_pace_of_the_road():
    ((_, normal),), ((_, fast),) = tied(10), tied(10, pace=LIGHTS)
    assert fast.model_min == pytest.approx(0.9 * normal.model_min)


@pytest.mark.parametrize(
    ("road_class", "minutes"),
    [
        (RoadClass.MOTORWAY, 0.9 * 60 / 108),
        (RoadClass.DUAL_CARRIAGEWAY, 0.9 * 60 / 92),
        (RoadClass.TWO_LANE, 0.9 * 60 / 72),
        (RoadClass.SLOW_TWO_LANE, 0.9 * 60 / 61),
        (RoadClass.MOUNTAIN, 0.9 * 60 / 52),
        (RoadClass.URBAN_EXPRESSWAY, 0.85 * 60 / 62),
        (RoadClass.CITY_STREET, 0.85 * 60 / 27),
    ],
)
def test_stretch_takes_its_class_speed_and_factor(road_class, minutes):
    roads = Roads({"a": HOME, "b": north(1)}, (Stretch("a", "b", 1.0, road_class),))
    graph = road_graph(roads, {}, LIGHTS)
    found = graph.edges[("junction", "a"), ("junction", "b")]
    assert found["model_min"] == pytest.approx(minutes)
    assert found["km"] == 1.0


def test_reach_takes_the_fastest_way_not_the_shortest():
    junctions = {"a": HOME, "b": north(30), "detour": (41.1, 2.3)}
    roads = Roads(
        junctions,
        (
            Stretch("a", "b", 30.0, RoadClass.CITY_STREET),
            Stretch("a", "detour", 25.0, RoadClass.MOTORWAY),
            Stretch("detour", "b", 25.0, RoadClass.MOTORWAY),
        ),
    )
    seen = reach(road_graph(roads, {"home": HOME}, NORMAL), "home")
    assert seen.previous["junction", "b"] == ("junction", "detour")
    assert seen.legs["junction", "b"].km == pytest.approx(50.0)
    assert seen.legs["junction", "b"].model_min == pytest.approx(1 + 50 / 108 * 60)


@pytest.mark.parametrize(
    ("model_min", "minutes"),
    [(0.0, 2), (0.1, 2), (0.11, 3), (10.0, 12), (20.0, 21), (100.0, 96)],
)
def test_door_to_door_minutes_follow_the_fitted_line(model_min, minutes):
    assert door_to_door_min(Leg(model_min, 0.0), NORMAL) == minutes


def test_door_to_door_minutes_round_half_up():
    half = Pace(city=2.5 / 2.4, road=1.0)
    assert door_to_door_min(Leg(0.0, 0.0), half) == 3


def test_kilometres_are_at_least_a_little_over_the_straight_line():
    assert door_to_door_km(Leg(0.0, 100.0), 10.0) == pytest.approx(94.0)
    assert door_to_door_km(Leg(0.0, 10.0), 10.0) == pytest.approx(10.5)


def test_neighbours_are_under_300_metres_apart():
    assert are_neighbours(HOME, north(0.29))
    assert not are_neighbours(HOME, north(0.31))


def test_detour_through_neighbour_shortens_the_way():
    minutes = {
        "a": {"a": 0, "b": 2, "c": 9},
        "b": {"a": 2, "b": 0, "c": 5},
        "c": {"a": 9, "b": 5, "c": 0},
    }
    closed = shorten_through(minutes, ["b"])
    assert (closed["a"]["c"], closed["c"]["a"], closed["a"]["b"]) == (7, 7, 2)
    assert minutes["a"]["c"] == 9
