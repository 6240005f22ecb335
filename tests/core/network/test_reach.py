"""Who reaches which level in how long, and which centres the network hangs on."""

import pytest

from dispatch.network import Care, Level, Network
from dispatch.network.reach import (
    LevelReach,
    level_reach,
    nearest_of_level,
    reference_centres,
    treating,
)
from tests.builders import CALELLA, GERMANS_TRIAS, MATARO, a_network, travel_times

ROAD_MIN = travel_times().road_min


def nearest(code, level):
    found = nearest_of_level(a_network(), code, ROAD_MIN, care=Care.ADULT, level=level)
    assert found is not None
    return found.nearest, found.minutes


def reach_of(level, within_min=30, care=Care.ADULT, network=None):
    return level_reach(
        network or a_network(), ROAD_MIN, care=care, level=level, within_min=within_min
    )


def test_hospital_of_the_level_is_its_own_nearest():
    assert nearest(MATARO, Level.SEP_2A) == (MATARO, 0)


def test_nearest_counts_minutes():
    assert nearest(CALELLA, Level.SEP_2A) == (MATARO, ROAD_MIN(CALELLA, MATARO))


def test_farthest_hospital_comes_first():
    minutes = [each.minutes for each in reach_of(Level.SEP_2B).nearest]
    assert minutes == sorted(minutes, reverse=True)


@pytest.mark.parametrize("care", Care)
def test_every_hospital_that_treats_them_is_counted(care):
    counted = {each.hospital for each in reach_of(Level.SEP_2B, care=care).nearest}
    assert counted == {each.code for each in treating(a_network(), care)}


def test_children_are_not_counted_where_nobody_treats_them():
    assert len(treating(a_network(), Care.PAEDIATRIC)) < len(a_network().hospitals)


def test_share_grows_with_the_minutes():
    shares = [reach_of(Level.SEP_2B, minutes).reached_pct for minutes in (0, 15, 30, 600)]
    assert shares == sorted(shares)
    assert (shares[0] > 0, shares[-1]) == (True, 100)


def test_limit_is_within():
    farthest = reach_of(Level.SEP_2B).nearest[0].minutes
    assert reach_of(Level.SEP_2B, farthest).reached == len(a_network().hospitals)
    assert reach_of(Level.SEP_2B, farthest - 1).reached < len(a_network().hospitals)


def test_network_without_the_level_reaches_nothing():
    small = Network({CALELLA: a_network().hospitals[CALELLA]})
    found = reach_of(Level.SEP_2B, network=small)
    assert found == LevelReach(Care.ADULT, Level.SEP_2B, 30, ())
    assert found.reached_pct == 0


@pytest.mark.parametrize("care", Care)
def test_centres_are_those_that_others_refer_to(care):
    centres = reference_centres(a_network(), ROAD_MIN, care=care)
    assert all(each.referrers >= 1 for each in centres)
    assert all(each.dependants >= each.referrers for each in centres)
    counts = [each.dependants for each in centres]
    assert counts == sorted(counts, reverse=True)


def test_centre_tells_how_far_its_referrers_are():
    centres = {
        each.hospital: each
        for each in reference_centres(a_network(), ROAD_MIN, care=Care.ADULT)
    }
    assert CALELLA not in centres
    assert centres[MATARO].level is Level.SEP_2A
    assert centres[MATARO].farthest_min == ROAD_MIN(CALELLA, MATARO)
    assert centres[GERMANS_TRIAS].mean_min <= centres[GERMANS_TRIAS].farthest_min


def test_centre_of_more_and_nearer_hospitals_is_closer():
    centres = {
        each.hospital: each
        for each in reference_centres(a_network(), ROAD_MIN, care=Care.ADULT)
    }
    # One of ten others refers to Mataró: a tenth, over its minutes.
    assert centres[MATARO].closeness == pytest.approx(0.1 / ROAD_MIN(CALELLA, MATARO))
    assert centres[GERMANS_TRIAS].closeness > centres[MATARO].closeness
