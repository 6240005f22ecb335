"""The ladder: router, embedded roads, straight line. Every drive has minutes and says whose."""

import csv
from dataclasses import replace
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.network import parse_hospitals
from dispatch.routing.travel.paces import LIGHTS_PEAK, NORMAL_PEAK
from dispatch.routing.travel.road_model import LIGHTS, NORMAL
from dispatch.routing.travel.roads import straight_km
from dispatch.routing.travel.travel_source import (
    LONGEST_MIN,
    Answer,
    Asked,
    Drive,
    Rung,
    TravelNow,
    is_believable,
    sound_seconds,
    straight_min,
    worst_rung,
)
from tests.builders import CALELLA, MATARO, REPOSITORY, refused, travel_now, travel_times

HERE = (41.60, 2.60)
AT_SEA = (40.0, 5.0)
ODD = st.one_of(
    st.none(),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.text(max_size=2),
    st.lists(st.integers(), max_size=2),
)
SPOTS = st.sampled_from((CALELLA, MATARO, "base-mataro", HERE, AT_SEA, (-90.0, 180.0)))


def answered(seconds, start=CALELLA, end=MATARO, travel=None):
    answer = Answer(Rung.OSRM, ((seconds,),), "map-1")
    return (travel or travel_now()).with_answer(Asked((start,), (end,)), answer)


# A router's word


def test_router_is_believed_first():
    travel = answered(1500.0)
    assert travel.drive(CALELLA, MATARO) == Drive(25, Rung.OSRM)
    assert travel.map_version == "map-1"


def test_seconds_are_rounded_up():
    assert answered(1500.1).road_min(CALELLA, MATARO) == 26


def test_lights_shorten_what_the_router_says_as_they_shorten_the_roads():
    share = travel_times(LIGHTS).road_min(CALELLA, MATARO) / travel_times().road_min(
        CALELLA, MATARO
    )
    minutes = answered(6000.0).road_min(CALELLA, MATARO, by_lights=True)
    assert minutes == pytest.approx(100 * share, abs=1)
    assert minutes < 100


def test_full_streets_lengthen_what_the_router_says():
    free, full = travel_times(), travel_times(NORMAL_PEAK)
    travel = answered(6000.0, travel=TravelNow(free, full, travel_times(LIGHTS_PEAK)))
    assert travel.road_min(CALELLA, MATARO) > 100


def test_pace_is_that_of_the_slowest_road_where_the_roads_say_nothing():
    travel = answered(18_000.0, AT_SEA, MATARO)
    assert travel.drive(AT_SEA, MATARO, by_lights=True) == Drive(270, Rung.OSRM)


def test_no_drive_is_under_2_minutes_but_to_where_it_stands():
    beside = (travel_now().position(MATARO)[0] + 0.0001, travel_now().position(MATARO)[1])
    travel = answered(0.0, beside, MATARO)
    assert travel.drive(beside, MATARO) == Drive(2, Rung.OSRM)
    assert travel.drive(MATARO, MATARO) == Drive(0, Rung.OSRM)


# The embedded roads


@pytest.mark.parametrize("seconds", [None, 60.0])
def test_missing_or_impossibly_fast_drive_falls_to_the_roads(seconds):
    assert answered(seconds).drive(CALELLA, MATARO) == Drive(21, Rung.MATRIX)


def test_drive_nobody_asked_falls_to_the_roads():
    assert answered(1500.0).drive(MATARO, CALELLA) == Drive(21, Rung.MATRIX)


def test_no_answer_changes_nothing():
    travel = travel_now()
    assert travel.with_answer(Asked((CALELLA,), (MATARO,)), None) is travel


def test_free_position_is_tied_to_the_roads():
    expected_min = travel_times().road_min(HERE, CALELLA)
    assert travel_now().drive(HERE, CALELLA) == Drive(expected_min, Rung.MATRIX)


def test_lights_are_for_who_asks_for_them():
    fast = travel_now().road_min(CALELLA, MATARO, by_lights=True)
    assert fast == travel_times(LIGHTS).road_min(CALELLA, MATARO) < 21


def test_helicopter_flies_over_all_this():
    air_min = travel_times().air_min(CALELLA, MATARO)
    assert answered(1500.0).air_min(CALELLA, MATARO) == air_min


def test_unknown_place_is_refused():
    with refused("unknown_place", value="atlantis"):
        travel_now().drive(CALELLA, "atlantis")


# The straight line


def test_position_off_the_roads_is_measured_straight():
    assert travel_now().drive(AT_SEA, MATARO).rung is Rung.STRAIGHT_LINE


def test_drive_to_a_free_position_is_that_of_the_way_back():
    travel = travel_now()
    assert travel.drive(CALELLA, HERE) == travel.drive(HERE, CALELLA)
    assert travel.drive(CALELLA, HERE).rung is Rung.MATRIX


def test_drive_between_free_positions_is_measured_straight():
    assert travel_now().drive((41.45, 2.25), HERE).rung is Rung.STRAIGHT_LINE


def test_nonsense_of_the_roads_falls_to_the_straight_line():
    broken = replace(travel_times(), minutes={CALELLA: {MATARO: 50_000}})
    travel = TravelNow(broken, broken, broken)
    drive = travel.drive(CALELLA, MATARO)
    assert drive.rung is Rung.STRAIGHT_LINE
    assert 21 <= drive.minutes <= 40


def test_straight_line_adds_detour_and_fixed_minutes():
    assert straight_min(40.0, NORMAL) == 5 + 42
    assert straight_min(40.0, LIGHTS) == 43
    assert straight_min(1e6, NORMAL) == LONGEST_MIN


def test_straight_line_meets_the_remembered_drives_within_16_percent():
    hospitals = parse_hospitals((REPOSITORY / "data/hospitals.csv").read_bytes()).hospitals
    places = {str(code): (each.lat, each.lon) for code, each in hospitals.items()}
    with (REPOSITORY / "data/reference_drives.csv").open(encoding="utf-8") as file:
        errors = [
            straight_min(straight_km(places[row["from"]], places[row["to"]]), NORMAL)
            / float(row["minutes"])
            - 1
            for row in csv.DictReader(file)
        ]
    assert 0.14 < fmean(abs(each) for each in errors) <= 0.16
    assert fmean(errors) > 0  # rather too slow than too fast


# What is sound


def test_unsound_cells_are_left_out():
    row = [None, -1, "60", True, float("nan"), float("inf"), 36_001, 10**400, 0, 36_000, 12.5]
    assert sound_seconds([row], 1, len(row)) == ((None,) * 8 + (0.0, 36_000.0, 12.5),)


@pytest.mark.parametrize(
    "rows",
    [None, {}, "rows", [], [[1, 2]], [[1, 2], [3]], [[1, 2], None], [[1, 2], [3, 4], [5, 6]]],
)
def test_table_of_another_shape_is_not_trusted(rows):
    assert sound_seconds(rows, 2, 2) is None


def test_fast_road_is_believable_and_a_jump_is_not():
    assert is_believable(1800.0, 60.0)
    assert not is_believable(600.0, 60.0)


@pytest.mark.parametrize(
    ("rungs", "worst"),
    [
        ((), Rung.MATRIX),
        ((Rung.OSRM, Rung.OSRM), Rung.OSRM),
        ((Rung.VALHALLA, Rung.MATRIX), Rung.MATRIX),
        ((Rung.STRAIGHT_LINE, Rung.OSRM, Rung.MATRIX), Rung.STRAIGHT_LINE),
    ],
)
def test_lowest_rung_is_told(rungs, worst):
    assert worst_rung(Drive(1, rung) for rung in rungs) is worst


@given(st.lists(SPOTS, min_size=1, max_size=3, unique=True), ODD, st.data())
def test_every_drive_has_minutes_whatever_a_router_says(spots, odd, data):
    size = len(spots)
    table = st.lists(st.lists(ODD, min_size=size, max_size=size), min_size=size, max_size=size)
    rows = data.draw(st.one_of(table, st.just(odd), st.lists(ODD, max_size=3)))
    seconds = sound_seconds(rows, size, size)
    answer = None if seconds is None else Answer(Rung.VALHALLA, seconds)
    travel = travel_now().with_answer(Asked(tuple(spots), tuple(spots)), answer)
    for start in spots:
        for end in spots:
            normal, fast = (travel.drive(start, end, by_lights=each) for each in (False, True))
            assert type(normal.minutes) is type(fast.minutes) is int
            assert 0 <= fast.minutes <= normal.minutes <= LONGEST_MIN
            assert (normal.minutes == 0) == (start == end)
            assert normal.rung in Rung
