"""Levels are ordered, and every level includes the lower ones."""

import pytest

from dispatch.network.levels import Care, Level, rank

ORDERED = (Level.SEP_1, Level.SEP_2A, Level.SEP_2B)


@pytest.mark.parametrize("high", range(3))
@pytest.mark.parametrize("low", range(3))
def test_level_includes_itself_and_lower_ones(high, low):
    assert ORDERED[high].includes(ORDERED[low]) is (high >= low)


def test_rank_sorts_levels_from_low_to_high():
    shuffled = (Level.SEP_2B, Level.SEP_1, Level.SEP_2A)
    assert tuple(sorted(shuffled, key=rank)) == ORDERED


def test_words_are_those_of_the_file():
    assert [level.value for level in Level] == ["SEP-1", "SEP-2a", "SEP-2b"]
    assert [care.value for care in Care] == ["adult", "paediatric"]
