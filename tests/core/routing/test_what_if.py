"""What changes when an ICU closes: who loses what, who is next, how much farther."""

import pytest

from dispatch.network import Care, Level, Network, reference
from dispatch.routing.receiving.what_if import MOST_RANKED, what_if_closed
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    VALL_HEBRON,
    a_network,
    refused,
    travel_times,
)

ROAD_MIN = travel_times().road_min


def losses(code=MATARO, level=Level.SEP_2A, care=Care.ADULT, network=None):
    return what_if_closed(
        network or a_network(), code, care=care, level=level, travel=travel_times()
    )


def loss_of(hospital, level=Level.SEP_2A, **closed):
    found = losses(level=level, **closed)
    return next(each for each in found if (each.hospital, each.level) == (hospital, level))


def test_hospital_that_referred_there_is_named():
    loss = loss_of(CALELLA)
    assert (loss.was_reference, loss.was_nearest) == (True, True)
    assert loss.before_min == ROAD_MIN(CALELLA, MATARO)


def test_new_nearest_has_the_level_and_is_farther():
    loss = loss_of(CALELLA)
    assert loss.after != MATARO
    assert loss.after_min == ROAD_MIN(CALELLA, loss.after)
    assert loss.added_min == loss.after_min - loss.before_min > 0


def test_closed_hospital_is_no_candidate_any_more():
    loss = loss_of(CALELLA)
    assert loss.ranked_before[0] == MATARO
    assert MATARO not in loss.ranked_after
    assert len(loss.ranked_after) == MOST_RANKED


def test_closed_hospitals_own_patients_must_leave_too():
    loss = loss_of(MATARO)
    assert loss.before_min == 0
    assert loss.after_min > 0


def test_losing_the_icu_loses_the_higher_level_as_well():
    levels = {each.level for each in losses(GERMANS_TRIAS)}
    assert levels == {Level.SEP_2A, Level.SEP_2B}


def test_losing_only_the_higher_level_keeps_the_icu():
    assert {each.level for each in losses(GERMANS_TRIAS, Level.SEP_2B)} == {Level.SEP_2B}


def test_everybody_who_refers_there_is_found():
    network = a_network()
    referring = {
        code
        for code in network.hospitals
        if reference(network, code, care=Care.ADULT, level=Level.SEP_2B) == GERMANS_TRIAS
    }
    found = {each.hospital for each in losses(GERMANS_TRIAS, Level.SEP_2B)}
    assert referring <= found


def test_most_added_minutes_come_first():
    added = [each.added_min for each in losses(GERMANS_TRIAS, Level.SEP_2B)]
    assert added == sorted(added, reverse=True)


def test_children_lose_their_own_centre():
    found = losses(VALL_HEBRON, Level.SEP_2B, Care.PAEDIATRIC)
    assert found
    assert all(each.after != VALL_HEBRON for each in found)


def test_last_hospital_of_a_level_leaves_nobody():
    two = Network({code: a_network().hospitals[code] for code in (CALELLA, MATARO)})
    loss = loss_of(CALELLA, network=two)
    assert (loss.after, loss.after_min, loss.added_min) == (None, None, None)
    assert loss.ranked_after == ()


@pytest.mark.parametrize(
    ("code", "level"), [(CALELLA, Level.SEP_2A), (MATARO, Level.SEP_2B), (MATARO, Level.SEP_1)]
)
def test_level_not_offered_cannot_be_lost(code, level):
    with refused("level_not_offered", field="level", hospital=code):
        losses(code, level)


def test_unknown_hospital_cannot_close():
    with refused("unknown_hospital"):
        losses("nowhere")
