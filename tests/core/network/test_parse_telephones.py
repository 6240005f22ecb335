"""An installation's own telephones, by whom they reach."""

import pytest

from dispatch.network import InvalidTelephones, parse_telephones


def test_numbers_are_known_by_whom_they_reach():
    found = parse_telephones("of,telephone\nmataro,93 000 00 01\nHelpline,+34 61\n")
    assert found == {"mataro": "93 000 00 01", "Helpline": "+34 61"}


def test_words_are_no_number():
    with pytest.raises(InvalidTelephones) as caught:
        parse_telephones("of,telephone\nmataro,call me\n")
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(2, "telephone")]
