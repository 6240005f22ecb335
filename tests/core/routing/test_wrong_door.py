"""Patients at a hospital that treats no such ones, and needs that no hospital meets."""

from dataclasses import replace

import pytest

from dispatch.kernel.ids import HospitalCode
from dispatch.network import Care, Network
from dispatch.network.capability import Capability
from dispatch.routing.receiving.choose_hospital import Need, choose_hospital
from tests.core.routing.choosing import ICU, NETWORK, TRAVEL, choose, of


def test_references_of_the_nearest_that_treats_them_stand_in_at_the_wrong_door():
    choice = choose("amposta", Care.PAEDIATRIC)
    first = choice.candidates[0]
    assert (first.hospital, first.is_reference) == ("vall-hebron", True)
    assert first.reasons[0].code == "reference_of_nearest"
    assert (
        dict(first.reasons[0].facts)["hospital"]
        == NETWORK.hospitals[HospitalCode("tortosa")].short
    )
    assert all("reference_provisional" in each.warnings for each in choice.candidates)
    assert not choice.own_hospital_suffices
    others = [each for each in choice.candidates if not each.is_reference]
    assert {each.reasons[0].code for each in others} == {"level_suffices"}


def test_adult_at_a_hospital_of_children_goes_on_as_well():
    children = HospitalCode("sant-joan-de-deu")
    hospitals = {
        **NETWORK.hospitals,
        children: replace(NETWORK.hospitals[children], adult=None),
    }
    choice = choose_hospital(
        Network(hospitals),
        referring=children,
        care=Care.ADULT,
        need=ICU,
        beds={},
        travel=TRAVEL,
        declined={},
    )
    assert choice.candidates[0].reasons[0].code == "reference_of_nearest"


def test_nobody_stands_in_where_nobody_treats_them():
    adults = {code: replace(each, paediatric=None) for code, each in NETWORK.hospitals.items()}
    choice = choose_hospital(
        Network(adults),
        referring="amposta",
        care=Care.PAEDIATRIC,
        need=ICU,
        beds={},
        travel=TRAVEL,
        declined={},
    )
    assert choice.candidates == ()


BURNS_AND_CHAMBER = Need(capabilities=frozenset({Capability.BURNS, Capability.HYPERBARIC}))
CHAMBER = of(Capability.HYPERBARIC)


def bare(code, **changes):
    """That hospital alone with one other, which sends."""
    known = NETWORK.hospitals
    one = HospitalCode(code)
    sender = HospitalCode("calella")
    return Network({sender: known[sender], one: replace(known[one], **changes)})


@pytest.mark.parametrize(
    ("care", "need", "lacked"),
    [
        (Care.ADULT, BURNS_AND_CHAMBER, {"lacks_burns", "lacks_hyperbaric"}),
        (Care.PAEDIATRIC, CHAMBER, {"lacks_hyperbaric"}),
    ],
)
def test_those_that_lack_least_are_shown_where_no_hospital_has_all(care, need, lacked):
    choice = choose(care=care, need=need)
    assert choice.candidates
    for each in choice.candidates:
        lacks = [code for code in each.warnings if code.startswith("lacks_")]
        assert each.warnings[0] == "none_has_all"
        assert len(lacks) == 1
        assert set(lacks) <= lacked


def test_one_of_too_low_a_level_is_nearest_to_all_where_no_other_is_left():
    choice = choose_hospital(
        bare("olot"),
        referring="calella",
        care=Care.ADULT,
        need=ICU,
        beds={},
        travel=TRAVEL,
        declined={},
    )
    (only,) = choice.candidates
    assert only.warnings[:2] == ("none_has_all", "level_below_need")
    assert only.reasons[0].code == "level_too_low"


@pytest.mark.parametrize("care", list(Care))
def test_nobody_knows_which_hospital_has_obstetrics(care):
    choice = choose("calella", care, Need(obstetrics=True))
    assert choice.candidates
    assert all("unknown_obstetrics" in each.warnings for each in choice.candidates)
    assert "unknown_obstetrics" not in choose("calella", care).candidates[0].warnings
