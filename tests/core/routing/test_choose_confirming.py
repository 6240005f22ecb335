"""The nearest hospital able to confirm; a higher level only for an immediate need of an ICU."""

from dispatch.network import Care, Network
from dispatch.routing.receiving.choose_confirming import MOST_TOLD, choose_confirming
from tests.builders import CALELLA, MATARO, a_network, travel_times

NEAR_CALELLA = (41.62, 2.66)
NEAR_CLINIC = (41.389, 2.152)


def choice(start=NEAR_CALELLA, care=Care.ADULT, *, needs_icu=False, network=None):
    return choose_confirming(
        network or a_network(), travel_times(), start=start, care=care, needs_icu=needs_icu
    )


def why(option):
    return [(reason.code, dict(reason.facts)) for reason in option.reasons]


def test_nearest_hospital_confirms_though_it_has_no_icu():
    found = choice()
    first = found.candidates[0]
    assert (first.hospital, why(first)) == (CALELLA, [("nearest_able", {})])
    assert found.passed_by == ()


def test_alternatives_say_how_much_farther_they_are():
    first, second, *_ = choice().candidates
    assert second.hospital == MATARO
    assert why(second) == [("farther", {"minutes": second.road_min - first.road_min})]


def test_immediate_need_of_an_icu_passes_the_nearest_by():
    found = choice(needs_icu=True)
    assert (found.candidates[0].hospital, why(found.candidates[0])) == (
        MATARO,
        [("nearest_with_icu", {})],
    )
    (passed,) = found.passed_by
    assert (passed.hospital, passed.road_min < found.candidates[0].road_min) == (CALELLA, True)
    assert why(passed) == [("level_too_low", {"level": "SEP-1", "needed": "SEP-2a"})]


def test_child_passes_a_hospital_without_children_by():
    found = choice(NEAR_CLINIC, Care.PAEDIATRIC)
    passed = {each.hospital: why(each) for each in found.passed_by}
    assert passed["clinic"] == [("care_not_offered", {"care": "paediatric"})]
    assert found.candidates[0].hospital != "clinic"


def test_as_near_ones_are_told_by_their_minutes_and_code():
    found = choice(NEAR_CLINIC).candidates
    assert list(found) == sorted(found, key=lambda each: (each.road_min, each.hospital))
    assert len(found) == MOST_TOLD


def test_no_hospital_is_able_in_an_empty_network():
    found = choice(network=Network({}))
    assert (found.candidates, found.passed_by) == ((), ())
