"""Travel times: the remembered drives, the rules of a metric, and the way along the road."""

import csv
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.kernel.failures import Refused
from dispatch.network import parse_bases, parse_hospitals
from dispatch.routing.travel.road_model import LIGHTS
from dispatch.routing.travel.roads import (
    Position,
    RoadClass,
    Roads,
    Stretch,
    parse_roads,
    straight_km,
)
from dispatch.routing.travel.travel_times import Waypoint, build_travel_times

DATA = Path(__file__).parents[3] / "data"
ROADS = parse_roads(
    (DATA / "roads_nodes.csv").read_bytes(), (DATA / "roads_edges.csv").read_bytes()
)
HOSPITALS: dict[str, Position] = {
    code: (each.lat, each.lon)
    for code, each in parse_hospitals((DATA / "hospitals.csv").read_bytes()).hospitals.items()
}
BASES: dict[str, Position] = {
    each.base_id: (each.lat, each.lon)
    for each in parse_bases((DATA / "bases.csv").read_bytes())
}
TRAVEL = build_travel_times(ROADS, {**HOSPITALS, **BASES})
FREE = st.tuples(st.floats(40.6, 42.7), st.floats(0.2, 3.2))


def test_remembered_drives_are_met_within_8_and_a_half_percent():
    with (DATA / "reference_drives.csv").open(encoding="utf-8") as file:
        drives = list(csv.DictReader(file))
    errors = [
        abs(TRAVEL.road_min(each["from"], each["to"]) / float(each["minutes"]) - 1)
        for each in drives
    ]
    assert len(errors) == 44
    assert sum(errors) / len(errors) <= 0.085


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("calella", "germans-trias", 33),
        ("calella", "mataro", 21),
        ("aran", "arnau-vilanova", 149),
        ("cerdanya", "manresa", 79),
        ("base-ped-vall-hebron", "vall-hebron", 2),
        ("calella", "calella", 0),
    ],
)
def test_minutes_between_known_places(start, end, minutes):
    assert TRAVEL.road_min(start, end) == TRAVEL.road_min(end, start) == minutes


def test_minutes_keep_the_triangle_inequality():
    names = [*HOSPITALS, *(name for name in BASES if 2 in TRAVEL.minutes[name].values())]
    table = [[TRAVEL.minutes[start][end] for end in names] for start in names]
    for from_start in table:
        for first_min, onward in zip(from_start, table, strict=True):
            ways = zip(from_start, onward, strict=True)
            assert all(direct <= first_min + rest_min for direct, rest_min in ways)


def test_neighbours_share_the_faster_tie():
    # 4.1 km from the junction are driven at 50 km/h, 3.9 km at 30 km/h: the hospital nearer
    # to the junction is reached sooner through its neighbour, 2 minutes away.
    junctions = {"crossing": (41.0, 2.0), "town": (41.3, 2.0)}
    roads = Roads(junctions, (Stretch("crossing", "town", 34.0, RoadClass.MOTORWAY),))
    near, far = (41.0 - 3.9 / 111.2, 2.0), (41.0 - 4.1 / 111.2, 2.0)
    travel = build_travel_times(roads, {"near": near, "far": far, "town": (41.3, 2.0)})
    assert travel.road_min("near", "far") == 2
    assert travel.road_min("near", "town") == travel.road_min("far", "town") + 2


def test_minutes_are_symmetric_and_whole():
    for start, row in TRAVEL.minutes.items():
        assert row[start] == 0
        assert all(TRAVEL.minutes[end][start] == minutes for end, minutes in row.items())
        assert all(type(minutes) is int for minutes in row.values())


def test_lights_save_time_on_every_way():
    names = ("calella", "mataro", "germans-trias", "aran", "arnau-vilanova")
    fast = build_travel_times(ROADS, {name: HOSPITALS[name] for name in names}, pace=LIGHTS)
    for start, end in permutations(names, 2):
        share = fast.road_min(start, end) / TRAVEL.road_min(start, end)
        assert 0.84 <= share <= 0.92


def test_kilometres_follow_the_road():
    assert TRAVEL.road_km("calella", "germans-trias") == pytest.approx(40.9, abs=0.1)
    assert TRAVEL.road_km("calella", "calella") == 0
    assert TRAVEL.road_km("base-ped-vall-hebron", "vall-hebron") == 0.3


@given(FREE, st.sampled_from(sorted(HOSPITALS)))
def test_kilometres_are_never_less_than_the_straight_line(position, code):
    assert TRAVEL.road_km(position, code) >= min(0.3, straight_km(position, HOSPITALS[code]))


def test_helicopter_takes_12_minutes_and_a_straight_line():
    apart_km = straight_km(HOSPITALS["aran"], HOSPITALS["vall-hebron"])
    assert apart_km == pytest.approx(180.5, abs=1)
    assert TRAVEL.air_min("aran", "vall-hebron") == 62
    assert TRAVEL.air_min("aran", "aran") == 0


def test_helicopter_minutes_are_rounded_up():
    assert TRAVEL.air_min((41.0, 2.0), (41.0001, 2.0)) == 13


def test_free_position_is_tied_like_a_place():
    assert TRAVEL.road_min(HOSPITALS["calella"], "germans-trias") == 33
    assert TRAVEL.road_km(HOSPITALS["calella"], "germans-trias") == pytest.approx(
        TRAVEL.road_km("calella", "germans-trias")
    )


def test_free_position_beside_a_place_is_2_minutes_away():
    beside = (HOSPITALS["calella"][0] + 0.001, HOSPITALS["calella"][1])
    assert TRAVEL.road_min(beside, "calella") == 2
    assert TRAVEL.road_km(beside, "calella") == 0.3


@pytest.mark.parametrize(("start", "end"), [("atlantis", "calella"), ("calella", "atlantis")])
def test_unknown_place_is_refused_by_name(start, end):
    with pytest.raises(Refused) as refusal:
        TRAVEL.road_min(start, end)
    assert refusal.value.code == "unknown_place"
    assert refusal.value.facts == {"value": "atlantis"}


def test_unknown_place_is_refused_from_free_position():
    with pytest.raises(Refused, match="unknown_place"):
        TRAVEL.road_min((41.5, 2.2), "atlantis")


def test_way_to_germans_trias_follows_the_coast():
    way = TRAVEL.path("calella", "germans-trias")
    assert (way[0].lat, way[0].lon) == HOSPITALS["calella"]
    assert (way[-1].lat, way[-1].lon) == HOSPITALS["germans-trias"]
    assert (41.548, 2.44) in [(point.lat, point.lon) for point in way]


@given(st.sampled_from(sorted(BASES)), st.sampled_from(sorted(HOSPITALS)))
def test_minutes_along_a_way_only_grow(base, code):
    way = TRAVEL.path(base, code)
    assert way[0].minute == 0
    assert way[-1].minute == pytest.approx(TRAVEL.road_min(base, code))
    assert all(first.minute <= second.minute for first, second in pairwise(way))


@given(FREE, st.sampled_from(sorted(HOSPITALS)))
def test_way_from_free_position_ends_at_the_hospital(position, code):
    way = TRAVEL.path(position, code)
    assert (way[0].lat, way[0].lon) == position
    assert (way[-1].lat, way[-1].lon) == HOSPITALS[code]
    assert way[-1].minute == pytest.approx(TRAVEL.road_min(position, code))


def test_way_between_neighbours_is_a_straight_line():
    way = TRAVEL.path("base-ped-vall-hebron", "vall-hebron")
    place = HOSPITALS["vall-hebron"]
    assert way == (Waypoint(*place, 0), Waypoint(*place, 2))


def test_way_to_itself_takes_no_time():
    assert [point.minute for point in TRAVEL.path("calella", "calella")] == [0, 0]


def test_way_can_pass_another_place():
    # The base of Sant Andreu joins two junctions that no stretch of the file joins.
    way = TRAVEL.path("sant-pau", "base-santa-coloma")
    between = {(point.lat, point.lon) for point in way[1:-1]}
    assert between & set(TRAVEL.places.values())
