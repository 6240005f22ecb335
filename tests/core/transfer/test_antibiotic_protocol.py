"""A hospital's antibiotic protocol: what may be entered, and what held when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from dispatch.network import Care
from dispatch.transfer.antibiotic_protocol import (
    MOST_CHARACTERS,
    MOST_D,
    Approved,
    require_approved,
    standing,
    versions_of,
)
from tests.builders import NOON, at, refused
from tests.protocols import NEW, TEXT, a_version

TODAY = date(2026, 11, 22)


def approve(**changes):
    return require_approved(replace(NEW, **changes), now_at=NOON)


def test_text_is_kept_in_clean_lines():
    pasted = "\r\n Line\tone\u00a0two \r\n\u2028Line three  \n\n"
    assert approve(text=pasted).text == "Line one two\n\nLine three"


def test_who_approved_and_when_is_kept_with_the_text():
    found = approve(approved_by=" Committee ", valid_until=date(2027, 11, 2))
    assert found == Approved(TEXT, "Committee", date(2026, 11, 2), date(2027, 11, 2))


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "x" * (MOST_CHARACTERS + 1), "a\x07b", "a\u200bb"]
)
def test_text_that_is_none_is_refused(text):
    with refused("text_invalid", field="text"):
        approve(text=text)


def test_longest_text_is_taken():
    assert len(approve(text="x" * MOST_CHARACTERS).text) == MOST_CHARACTERS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ask Anna, DNI 12345678Z", "patient_in_text"),
        ("first line\nX1234567L\nlast line", "patient_in_text"),
        ("ABCD 1 900101\n12 3", "patient_in_text"),
        ("Call 93 555 01 00\n2 g IV", "phone_in_text"),
    ],
)
def test_text_says_nothing_of_anybody(text, code):
    with refused(code, field="text"):
        approve(text=text)


def test_who_approved_is_words_and_nobody_s_number():
    with refused("text_invalid", field="approved_by"):
        approve(approved_by=" ")
    with refused("phone_in_text", field="approved_by"):
        approve(approved_by="Dra. Puig, 600 123 123")


@pytest.mark.parametrize("on", [TODAY, TODAY - timedelta(days=MOST_D)])
def test_day_approved_lies_within_ten_years(on):
    assert approve(approved_on=on).approved_on == on


@pytest.mark.parametrize(
    "on", [TODAY + timedelta(days=1), TODAY - timedelta(days=MOST_D + 1), date(206, 11, 2)]
)
def test_day_approved_to_come_or_long_past_is_refused(on):
    with refused("approval_out_of_range", field="approved_on", value=on.isoformat()):
        approve(approved_on=on)


@pytest.mark.parametrize("until", [None, TODAY, TODAY + timedelta(days=MOST_D)])
def test_validity_ends_today_or_later_or_never(until):
    assert approve(valid_until=until).valid_until == until


@pytest.mark.parametrize(
    "until", [TODAY - timedelta(days=1), TODAY + timedelta(days=MOST_D + 1), date(2206, 1, 1)]
)
def test_validity_past_or_for_ever_is_refused(until):
    with refused("validity_out_of_range", field="valid_until"):
        approve(valid_until=until)


def test_day_is_the_one_on_the_wall():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    new = replace(NEW, approved_on=date(2026, 11, 23))
    assert require_approved(new, now_at=late).approved_on == date(2026, 11, 23)


FIRST, SECOND = a_version(1), a_version(2, set_at=at(60))


@pytest.mark.parametrize(
    ("minutes", "expected"), [(-1, None), (0, FIRST), (59, FIRST), (60, SECOND), (999, SECOND)]
)
def test_version_holds_from_its_entry_until_the_next(minutes, expected):
    found = standing((FIRST, SECOND), Care.ADULT, "urinary", at=at(minutes))
    assert (found.state, found.version) == ("in_force" if expected else "none", expected)


@pytest.mark.parametrize(
    ("care", "focus"), [(Care.PAEDIATRIC, "urinary"), (Care.ADULT, "unknown")]
)
def test_text_for_others_is_no_text(care, focus):
    assert standing((FIRST,), care, focus, at=at(1)).state == "none"
    assert versions_of((FIRST,), care, focus) == ()


def test_withdrawn_text_holds_no_more_and_the_first_is_still_there():
    back = a_version(2, approved=None, withdrawn_because="a dose", set_at=at(60))
    assert standing((FIRST, back), Care.ADULT, "urinary", at=at(60)).state == "withdrawn"
    assert standing((FIRST, back), Care.ADULT, "urinary", at=at(59)).version == FIRST
    assert versions_of((FIRST, back), Care.ADULT, "urinary") == (back, FIRST)


def test_text_is_over_when_its_last_day_has_passed_on_the_wall():
    ends = a_version(approved=approve(valid_until=TODAY))
    last_minute = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)
    for moment, state in (
        (last_minute, "in_force"),
        (last_minute + timedelta(minutes=1), "over"),
    ):
        assert standing((ends,), Care.ADULT, "urinary", at=moment).state == state
