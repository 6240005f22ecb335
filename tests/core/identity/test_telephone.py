"""A telephone can be dialled and says nobody's name or identifier."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.identity.telephone import dialled, require_phone
from dispatch.kernel import Refused
from tests.builders import refused

PHONES = {
    "93 769 02 01": "937690201",
    "937690201": "937690201",
    "600.123.123": "600123123",
    "600-12-31-23": "600123123",
    "93/581.22.33": "935812233",
    "(93) 581 22 33": "935812233",
    "+34 937 690 201": "+34937690201",
    "34612345678": "34612345678",
    "0034 612345678": "0034612345678",
    "+376 312 345": "+376312345",
    "+33 (0)1 23 45 67 89": "+33123456789",
    "112": "112",
    "4412": "4412",
    "60012": "60012",
    "93 581 22 33 ext 4": "935812233",
    "93 581 22 33 /ext. 4412": "935812233",
    "935812233, extensió 4412": "935812233",
    "935812233 int. 4": "935812233",
    "935812233 x4412": "935812233",
    "ext. 4412": "4412",
    "UCI 4412": "4412",
    "Urgències: 93 769 02 01": "937690201",
    "tel. mòbil 600 123 123": "600123123",
    "centraleta 937690201 ext 7": "937690201",
}
NONE = (
    "12345678Z",
    "12345678",
    "12.345.678-Z",
    "Joan Garcia 12345678Z",
    "Joan Garcia",
    "Joan Garcia 612345678",
    "612345678 Joan Garcia",
    "X1234567L",
    "x 1234567",
    "MAME0450302001",
    "0450302001",
    "1450302001",
    "0040302001",
    "BBBBBBBBBB123456",
    "<script>",
    "<script>alert(1)</script> 612345678",
    "612345678<b>",
    "UCI",
    "ext 4",
    "12",
    "1234567",
    "612 345 678 / 93 769 02 01",
    "512345678",
    "+34 123 456 789",
    "+0450302001",
    "()",
    "61+2345678",
    "612345678 ext",
    "612345678 ext 1234567",
    "٦١٢٣٤٥٦٧٨",
    "\uff16\uff11\uff12345678",
)


@pytest.mark.parametrize("text", PHONES)
def test_telephone_is_taken_and_dialled_without_its_extension(text):
    require_phone(text, field="contact_phone")
    assert dialled(text) == PHONES[text]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_telephone_is_refused_without_its_words(text):
    with pytest.raises(Refused) as caught:
        require_phone(text, field="contact_phone")
    assert (caught.value.code, caught.value.field) == ("phone_invalid", "contact_phone")
    assert not caught.value.facts


@given(number=st.integers(0, 99_999_999), mark=st.sampled_from(string.ascii_letters))
def test_no_document_is_a_telephone(number, mark):
    for text in (f"{number:08}", f"{number:08}{mark}", f"X{number % 10**7:07}{mark}"):
        with refused("phone_invalid"):
            require_phone(text, field="contact_phone")


def test_what_the_log_holds_from_before_is_dialled_by_its_digits():
    assert dialled("Anna +34 600 123 123") == "+34600123123"


@given(st.text(max_size=40))
def test_any_text_is_taken_or_refused(text):
    try:
        require_phone(text, field="contact_phone")
    except Refused as said:
        assert said.code == "phone_invalid"  # noqa: PT017 -- either is right
    else:
        assert set(dialled(text)) <= set("+0123456789")
