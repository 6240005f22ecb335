"""When a unit would be at the bedside, at the hospital, and free again."""

import pytest

from dispatch.assessment.priority import Condition
from dispatch.fleet.types import Mode
from dispatch.fleet.unit import Activity, Assignability
from dispatch.kernel.failures import Refused
from dispatch.transfer.expected import (
    Expected,
    bedside_min,
    expected_times,
    is_busy,
    mobilisation_min,
    spot_of,
    travel_min,
)
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    HELI_1,
    MATARO,
    NOON,
    SVA_1,
    SVA_2,
    a_position,
    a_transfer,
    a_unit,
    at,
    travel_now,
)

AGREED = a_transfer(Stage.ACCEPTED)
HERE = (41.55, 2.43)
MOVING = sorted(set(Activity) - {Activity.STATION, Activity.CLEARING, Activity.OUT_OF_SERVICE})


def expected(transfer=AGREED, unit=None, *, position=None, now_at=NOON):
    return expected_times(
        transfer, unit or a_unit(), travel=travel_now(), position=position, now_at=now_at
    )


def test_unit_that_never_moved_sets_out_from_its_base():
    assert spot_of(a_unit(), None, travel=travel_now(), now_at=NOON) == "base-mataro"


@pytest.mark.parametrize(
    "activity", [Activity.STATION, Activity.CLEARING, Activity.OUT_OF_SERVICE]
)
def test_standing_unit_is_where_it_stands(activity):
    unit = a_unit(activity=activity, place=MATARO)
    lat, lon = travel_now().position(MATARO)
    at_the_door = a_position(lat=lat + 0.001, lon=lon)
    assert spot_of(unit, at_the_door, travel=travel_now(), now_at=NOON) == MATARO


def test_unit_taken_off_on_the_way_is_where_it_is_seen():
    unit = a_unit(activity=Activity.STATION, place=CALELLA)
    assert spot_of(unit, a_position(), travel=travel_now(), now_at=NOON) == HERE


@pytest.mark.parametrize("activity", MOVING)
def test_moving_unit_is_where_it_was_last_seen(activity):
    unit = a_unit(activity=activity, place=MATARO)
    assert spot_of(unit, a_position(), travel=travel_now(), now_at=NOON) == HERE


@pytest.mark.parametrize(("minutes", "spot"), [(5, HERE), (5.1, MATARO)])
def test_old_position_counts_as_unknown(minutes, spot):
    unit = a_unit(activity=Activity.EN_ROUTE, place=MATARO)
    assert spot_of(unit, a_position(), travel=travel_now(), now_at=at(minutes)) == spot


def test_unit_without_place_or_news_is_at_its_base():
    unit = a_unit(activity=Activity.EN_ROUTE)
    assert spot_of(unit, a_position(), travel=travel_now(), now_at=at(60)) == "base-mataro"


def test_unit_waiting_without_a_place_is_where_it_is_seen():
    assert spot_of(a_unit(), a_position(), travel=travel_now(), now_at=NOON) == HERE


def test_helicopter_flies_straight():
    travel = travel_now()
    by_air = travel_min(travel, Mode.AIR, "base-vall-hebron", end=CALELLA)
    by_road = travel_min(travel, Mode.ROAD, "base-vall-hebron", end=CALELLA)
    assert (by_air, by_road) == (25, 45)


@pytest.mark.parametrize(("unit_id", "minutes"), [(SVA_1, 3), (HELI_1, 12)])
def test_waiting_unit_needs_time_to_move(unit_id, minutes):
    assert mobilisation_min(a_unit(unit_id)) == minutes


@pytest.mark.parametrize("activity", sorted(set(Activity) - {Activity.STATION}))
def test_unit_that_is_out_moves_at_once(activity):
    assert mobilisation_min(a_unit(activity=activity)) == 0


@pytest.mark.parametrize("activity", Activity)
def test_unit_is_busy_with_others_or_clearing(activity):
    assert is_busy(a_unit(activity=activity)) == (
        activity in {Activity.OTHER_MISSION, Activity.CLEARING}
    )


def test_shock_takes_longer_at_the_bedside():
    shock = a_transfer(condition=Condition.SEPTIC_SHOCK)
    assert (bedside_min(shock), bedside_min(AGREED)) == (42, 32)


def test_times_add_up_along_the_way():
    # 3 to move, 20 empty, 32 at the bedside, 21 loaded, 25 to hand over.
    assert expected() == Expected(
        bedside_at=at(23), arrival_at=at(23 + 32 + 21), free_at=at(23 + 32 + 21 + 25)
    )


def test_farther_unit_comes_later():
    far = a_unit(SVA_2, base_id="base-badalona")
    assert expected(unit=far).bedside_at == at(3 + 32)


def test_transfer_without_agreement_has_no_expected_times():
    assert expected(a_transfer(Stage.ASKED)) == Expected(None, None, None)


def busy_unit(**changes):
    return a_unit(
        activity=Activity.OTHER_MISSION,
        assignability=Assignability.NOT_AVAILABLE,
        **changes,
    )


def test_busy_unit_leaves_when_it_is_free():
    assert expected(unit=busy_unit(busy_until_at=at(30))).bedside_at == at(30 + 20)


def test_busy_unit_overdue_leaves_now():
    assert expected(unit=busy_unit(busy_until_at=at(-30))).bedside_at == at(20)


def test_busy_unit_without_an_end_leaves_now():
    assert expected(unit=busy_unit()).bedside_at == at(20)


def test_unit_on_its_way_to_another_turns_at_once():
    diverted = a_unit(activity=Activity.EN_ROUTE, busy_until_at=at(100), place=GERMANS_TRIAS)
    assert expected(unit=diverted).bedside_at == at(33)


def test_helicopter_is_expected_by_air_both_ways():
    heli = a_unit(HELI_1, base_id="base-vall-hebron")
    travel = travel_now()
    bedside_at = at(12 + 25)
    loaded_min = travel.air_min(CALELLA, MATARO)
    assert expected(unit=heli).bedside_at == bedside_at
    assert expected(unit=heli).arrival_at == at(12 + 25 + 32 + loaded_min)


def test_place_nobody_knows_has_no_way():
    with pytest.raises(Refused, match="unknown_place"):
        expected(unit=a_unit(place="car park"))
