"""Each kind of column accepts what it says, and names what is wrong with the rest."""

import pytest

from dispatch.kernel.columns import (
    clock,
    decimal,
    filled,
    free_text,
    matching,
    one_of,
    unique,
    whole,
)

LAT = decimal("lat", 40.5, 42.9)
BEDS = whole("beds", 0, 300)
SHIFT = clock("shift")


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        (free_text("notes"), "", None),
        (filled("name"), "Calella", None),
        (filled("name"), "  ", "empty"),
        (one_of("pad", "yes", "no"), "yes", None),
        (one_of("pad", "yes", "no"), "Yes", "word_not_allowed"),
        (matching("code", "[a-z]+", allowed="letters"), "vic", None),
        (matching("code", "[a-z]+", allowed="letters"), "vic ", "form_not_allowed"),
        (LAT, "40.5", None),
        (LAT, "42.9", None),
        (LAT, "42.91", "out_of_range"),
        (LAT, "-41", "out_of_range"),
        (LAT, "41,5", "not_a_number"),
        (LAT, "nan", "not_a_number"),
        (LAT, "4e1", "not_a_number"),
        (LAT, "", "not_a_number"),
        (BEDS, "0", None),
        (BEDS, "300", None),
        (BEDS, "301", "out_of_range"),
        (BEDS, "-1", "not_a_whole_number"),
        (BEDS, "1.0", "not_a_whole_number"),
        (BEDS, "٣", "not_a_whole_number"),
        (SHIFT, "00:00", None),
        (SHIFT, "23:59", None),
        (SHIFT, "24:00", "not_a_time"),
        (SHIFT, "8:00", "not_a_time"),
        (SHIFT, "08:60", "not_a_time"),
    ],
)
def test_column_judges_cell_by_its_rule(column, cell, code):
    assert column.judge(cell) == code


def test_column_says_what_it_allows():
    assert (LAT.allowed, one_of("pad", "yes", "no").allowed) == (
        "a number from 40.5 to 42.9",
        "yes, no",
    )


def test_unique_column_judges_as_before():
    column = unique(BEDS)
    assert (column.is_unique, column.judge("301")) == (True, "out_of_range")
