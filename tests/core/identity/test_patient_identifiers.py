"""Identifiers of a patient: their kind, their issuer, and every way of writing one."""

import pytest

from dispatch.identity.patient import (
    Identifier,
    IdentifierKind,
    is_everywhere,
    kind_of,
    older_texts,
    sealed_text,
    spelling,
)
from dispatch.kernel.ids import HospitalCode
from tests.builders import refused

CALELLA, MATARO = HospitalCode("calella"), HospitalCode("mataro")
K = IdentifierKind


def of(text: str, hospital: HospitalCode = CALELLA, kind: IdentifierKind | None = None) -> str:
    return sealed_text(Identifier(text, hospital, kind))


@pytest.mark.parametrize(
    "written",
    [
        *("PUJO1680412001", "PUJO 1 680412 00 1", "pujo-1-680412-001", "CIP PUJO1680412001"),
        *("CIP: PUJO/1/680412/001", "cip.pujo.1680412001", "TSI PUJO1680412001"),
        *("cippujo1680412001", "  PUJO\t1680412\u00a0001 "),
        "\uff30\uff35\uff2a\uff2f1680412001",
    ],
)
def test_one_code_however_it_is_written(written):
    assert of(written) == of("PUJO1680412001", MATARO)
    assert kind_of(Identifier(written, CALELLA)) is K.CIP


def test_words_before_the_code_are_no_part_of_it():
    assert of("CIP-ABCD-123") == of("CIP ABCD 123") == of("ABCD123", MATARO, K.CIP)
    assert spelling("HC-0077") == spelling("nhc0077") == "0077"


def test_code_that_begins_like_a_label_keeps_its_letters():
    assert spelling("CIPE1680412001") == "CIPE1680412001"
    assert kind_of(Identifier("CIPE1680412001", CALELLA)) is K.CIP


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("BBBBBBBBBB123456", K.CIP_SNS),
        ("12345678-Z", K.DOCUMENT),
        ("X1234567L", K.DOCUMENT),
        ("123456", K.RECORD),
        ("NHC 4711", K.RECORD),
        ("desconegut 3", K.RECORD),
    ],
)
def test_kind_is_told_by_the_spelling_when_nobody_says_it(written, kind):
    assert kind_of(Identifier(written, CALELLA)) is kind


def test_kind_that_was_said_is_believed():
    assert kind_of(Identifier("123456", CALELLA, K.TEMPORARY)) is K.TEMPORARY


def test_record_number_is_of_its_hospital_and_its_zeros_say_nothing():
    assert of("4711") != of("4711", MATARO)
    assert of("0004711") == of("4711") == of("NHC 4711")
    assert of("000") == of("000")
    assert of("A047") != of("A47")


def test_same_digits_of_another_kind_are_somebody_else():
    assert len({of("4711", kind=kind) for kind in K}) == len(K)


@pytest.mark.parametrize("kind", K)
def test_only_what_the_hospital_gives_is_its_own(kind):
    assert is_everywhere(kind) is (of("1A", kind=kind) == of("1A", MATARO, kind))


@pytest.mark.parametrize("written", ["---", " . ", "NHC-"])
def test_identifier_without_letters_or_digits_is_none(written):
    with refused("identifier_empty", field="patient_reference"):
        of(written)


def test_older_lines_are_found_by_what_was_typed():
    """Version 1 sealed what was typed, in capitals and without spaces."""
    assert "CIPPUJO1680412001" in older_texts(Identifier("PUJO-1680412001", CALELLA))
    assert "PUJO-1680412001" in older_texts(Identifier("pujo-1680412001 ", CALELLA))
    assert "NHC4711" in older_texts(Identifier("4711", CALELLA))
