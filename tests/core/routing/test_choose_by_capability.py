"""Who is proposed where a capability is needed that not every hospital has."""

import pytest

from dispatch.network import Care
from dispatch.network.capability import Capability
from dispatch.routing.receiving.choose_hospital import (
    Need,
    Reason,
)
from tests.core.routing.choosing import ECMO, NETWORK, candidate, choose, codes, reason


@pytest.mark.parametrize("care", Care)
@pytest.mark.parametrize("capability", Capability)
def test_only_hospitals_that_may_have_a_capability_are_proposed(care, capability):
    choice = choose(care=care, need=Need(capabilities=frozenset({capability})))
    for each in choice.candidates:
        offered = NETWORK.hospitals[each.hospital].capabilities[capability].covers(care)
        is_nearest = "none_has_all" in each.warnings
        assert (offered is not False) is not is_nearest
        assert (f"unknown_{capability}" in each.warnings) is (offered is None)
        assert "capability_provisional" in each.warnings


def test_adult_ecmo_is_proposed_only_where_it_is():
    """And no more at any SEP-2b: Parc Taulí has none."""
    choice = choose("manresa", need=ECMO)
    assert set(codes(choice)) == {
        *("vall-hebron", "clinic", "sant-pau", "bellvitge", "germans-trias"),
        *("trueta", "arnau-vilanova", "joan-xxiii"),
    }
    assert reason(choice, "parc-tauli") == Reason("lacks_ecmo")


def test_who_surely_has_it_comes_before_a_reference_of_which_nobody_knows():
    choice = choose("palamos", need=ECMO)
    assert codes(choice)[-3:][0] == "trueta"
    assert "unknown_ecmo" in candidate(choice, "trueta").warnings
    assert candidate(choice, codes(choice)[0]).is_reference is False


def test_burns_lead_to_the_one_place_that_has_them():
    need = Need(capabilities=frozenset({Capability.BURNS}))
    for care in Care:
        assert codes(choose(care=care, need=need)) == ["vall-hebron"]


def test_own_hospital_without_the_capability_does_not_suffice():
    assert choose("germans-trias", need=ECMO).own_hospital_suffices
    assert not choose("parc-tauli", need=ECMO).own_hospital_suffices
    assert not choose("trueta", need=ECMO).own_hospital_suffices, "nobody knows"


def test_several_capabilities_are_all_needed():
    need = Need(capabilities=frozenset({Capability.ECMO, Capability.BURNS}))
    choice = choose(need=need)
    assert codes(choice) == ["vall-hebron"]
    assert reason(choice, "clinic") == Reason("lacks_burns")
