"""What the network answers about levels and reference centres, on eleven real hospitals."""

from pathlib import Path

import pytest

from dispatch.kernel.failures import Refused
from dispatch.network import (
    Care,
    Level,
    hospital,
    hospitals_of_level,
    offer,
    offer_is_provisional,
    offers_level,
    parse_hospitals,
    reference,
)

SMALL = Path(__file__).parents[2] / "data" / "small_hospitals.csv"


@pytest.fixture(scope="module")
def network():
    return parse_hospitals(SMALL.read_bytes())


def test_hospital_is_found_by_its_code(network):
    assert hospital(network, "calella").short == "CALELLA"


def test_unknown_code_is_refused_naming_the_field(network):
    with pytest.raises(Refused) as refusal:
        hospital(network, "atlantis", field="referring")
    refused = refusal.value
    assert (refused.code, refused.field) == ("unknown_hospital", "referring")
    assert refused.facts == {"value": "atlantis"}


@pytest.mark.parametrize(
    ("code", "care", "level", "centre"),
    [
        ("calella", Care.ADULT, Level.SEP_1, "calella"),
        ("calella", Care.ADULT, Level.SEP_2A, "mataro"),
        ("calella", Care.ADULT, Level.SEP_2B, "germans-trias"),
        ("mataro", Care.ADULT, Level.SEP_1, "mataro"),
        ("mataro", Care.ADULT, Level.SEP_2A, "mataro"),
        ("mataro", Care.ADULT, Level.SEP_2B, "germans-trias"),
        ("germans-trias", Care.ADULT, Level.SEP_2A, "germans-trias"),
        ("germans-trias", Care.PAEDIATRIC, Level.SEP_2A, "sant-pau"),
        ("calella", Care.PAEDIATRIC, Level.SEP_2B, "vall-hebron"),
        ("clinic", Care.PAEDIATRIC, Level.SEP_2A, None),
    ],
)
def test_reference_centre_follows_care_and_level(network, code, care, level, centre):
    assert reference(network, code, care=care, level=level) == centre


def test_reference_of_unknown_hospital_is_refused(network):
    with pytest.raises(Refused, match="unknown_hospital"):
        reference(network, "atlantis", care=Care.ADULT, level=Level.SEP_2A)


def test_hospitals_of_level_include_higher_ones(network):
    adult = hospitals_of_level(network, care=Care.ADULT, level=Level.SEP_2A)
    assert [each.code for each in adult] == [
        "vall-hebron",
        "clinic",
        "sant-pau",
        "germans-trias",
        "mataro",
        "granollers",
        "parc-tauli",
    ]


def test_children_have_their_own_levels(network):
    paediatric = hospitals_of_level(network, care=Care.PAEDIATRIC, level=Level.SEP_2B)
    assert [each.code for each in paediatric] == ["vall-hebron"]


def test_hospital_without_children_offers_them_nothing(network):
    clinic = hospital(network, "clinic")
    assert offer(clinic, Care.PAEDIATRIC) is None
    assert not offers_level(clinic, care=Care.PAEDIATRIC, level=Level.SEP_1)


@pytest.mark.parametrize(
    ("code", "care", "is_provisional"),
    [
        ("calella", Care.ADULT, False),
        ("calella", Care.PAEDIATRIC, True),
        ("granollers", Care.ADULT, True),
    ],
)
def test_only_levels_of_the_paper_are_settled(network, code, care, is_provisional):
    assert offer_is_provisional(hospital(network, code), care) is is_provisional
