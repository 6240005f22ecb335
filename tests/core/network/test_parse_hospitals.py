"""A sound hospitals file becomes the network; a faulty one becomes its faults."""

import pytest

from dispatch.kernel.ids import HospitalCode
from dispatch.network import (
    Care,
    CareOffer,
    InvalidNetwork,
    Level,
    check,
    hospital,
    parse_hospitals,
)
from dispatch.network.capability import Capability, Scope
from dispatch.network.parse_hospitals import read_faults
from tests.broken_hospitals import BROKEN
from tests.broken_hospitals import SMALL as SMALL_TEXT

SMALL = SMALL_TEXT.encode()


def test_hospital_keeps_every_fact_of_its_row():
    tauli = hospital(parse_hospitals(SMALL), "parc-tauli")
    assert (tauli.name, tauli.short) == ("Hospital Universitari Parc Taulí", "TAULI")
    assert (tauli.municipality, tauli.comarca) == ("Sabadell", "Vallès Occidental")
    assert tauli.health_region == "Barcelona Metropolitana Nord"
    assert (tauli.lat, tauli.lon) == (41.5562, 2.1116)
    itself, children = HospitalCode("parc-tauli"), HospitalCode("vall-hebron")
    assert tauli.adult == CareOffer(Level.SEP_2B, itself, itself)
    assert tauli.paediatric == CareOffer(Level.SEP_2A, itself, children)
    assert (tauli.icu_beds, tauli.picu_beds) == (27, 6)
    assert (tauli.has_heliport, tauli.level_is_provisional) == (True, True)
    assert (tauli.provenance, tauli.notes) == ("made for tests", "")


def test_hospital_says_whom_each_scarce_capability_is_for():
    network = parse_hospitals(SMALL)
    sant_pau = hospital(network, "sant-pau")
    assert sant_pau.capabilities[Capability.NEUROSURGERY] is Scope.BOTH
    assert sant_pau.capabilities[Capability.BURNS] is Scope.NOBODY
    tauli = hospital(network, "parc-tauli")
    assert tauli.capabilities[Capability.NEUROSURGERY] is Scope.UNKNOWN
    assert all(each.capabilities_are_provisional for each in network.hospitals.values())


@pytest.mark.parametrize(
    ("scope", "of_adult", "of_child"),
    [
        (Scope.NOBODY, False, False),
        (Scope.ADULT, True, False),
        (Scope.PAEDIATRIC, False, True),
        (Scope.BOTH, True, True),
        (Scope.UNKNOWN, None, None),
    ],
)
def test_scope_says_whom_it_covers(scope, of_adult, of_child):
    assert (scope.covers(Care.ADULT), scope.covers(Care.PAEDIATRIC)) == (of_adult, of_child)


@pytest.mark.parametrize(
    ("before", "after", "column", "code"),
    [
        (
            b",both,both,both,both,no,yes,",
            b",adult,both,both,both,no,yes,",
            "ecmo",
            "ecmo_differs_from_level",
        ),
        (
            b",adult,both,adult,no,no,yes,",
            b",both,both,adult,no,no,yes,",
            "ecmo",
            "ecmo_differs_from_level",
        ),
        (
            b"0,no,yes,adult,adult,adult,no",
            b"0,no,yes,adult,both,adult,no",
            "neurosurgery",
            "capability_without_care",
        ),
        (
            b",both,both,both,both,no,yes,",
            b",both,both,both,both,no,no,",
            "capabilities_provisional",
            "provisional_mark_wrong",
        ),
        (
            b",both,both,both,both,no,yes,",
            b",both,both,both,maybe,no,yes,",
            "burns",
            "word_not_allowed",
        ),
    ],
)
def test_capability_that_cannot_be_is_a_fault(before, after, column, code):
    faults = check(SMALL.replace(before, after, 1))
    assert [(fault.column, fault.code) for fault in faults] == [(column, code)]


def test_settled_capabilities_name_their_source():
    settled = SMALL.replace(
        b",both,both,both,both,no,yes,made for tests",
        b",both,both,both,both,no,no,capabilities=S:tests",
        1,
    )
    (first, *others) = parse_hospitals(settled).hospitals.values()
    assert not first.capabilities_are_provisional
    assert all(each.capabilities_are_provisional for each in others)


def test_hospital_of_table_2_is_not_provisional():
    mataro = hospital(parse_hospitals(SMALL), "mataro")
    assert (mataro.level_is_provisional, mataro.has_heliport) == (False, False)


def test_hospital_without_children_has_no_offer():
    assert hospital(parse_hospitals(SMALL), "clinic").paediatric is None


def test_network_keeps_the_order_of_the_file():
    assert list(parse_hospitals(SMALL).hospitals)[:3] == ["vall-hebron", "clinic", "sant-pau"]


def test_network_reads_text_as_well_as_bytes():
    assert parse_hospitals(SMALL.decode()) == parse_hospitals(SMALL)


def test_byte_order_mark_and_crlf_change_nothing():
    windows = "\ufeff" + SMALL.decode().replace("\n", "\r\n")
    assert parse_hospitals(windows.encode()) == parse_hospitals(SMALL)


def test_faulty_file_is_refused_with_all_its_faults():
    content = BROKEN["many-faults"]
    with pytest.raises(InvalidNetwork) as refusal:
        parse_hospitals(content, file="many-faults.csv")
    assert [fault.line for fault in refusal.value.faults] == [4, 8, 11, 11]
    assert {fault.file for fault in refusal.value.faults} == {"many-faults.csv"}


def test_faults_of_form_leave_the_rules_out():
    faults = read_faults(BROKEN["many-faults"])
    assert [fault.column for fault in faults] == ["lat", "picu_beds"]


def test_offers_of_adults_and_children_stay_apart():
    sant_pau = hospital(parse_hospitals(SMALL), "sant-pau")
    itself, children = HospitalCode("sant-pau"), HospitalCode("vall-hebron")
    assert sant_pau.adult == CareOffer(Level.SEP_2B, itself, itself)
    assert sant_pau.paediatric == CareOffer(Level.SEP_2A, itself, children)
