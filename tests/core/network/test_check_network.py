"""Every rule of the paper is checked, and each broken file gets exactly its faults.

The broken files are made in ``tests/broken_hospitals.py``. A fault is told as line, column,
value found, what is allowed, code.
"""

import pytest

from dispatch.kernel.encodings import REMEDY
from dispatch.network import check
from dispatch.network.hospital_columns import HOSPITAL_COLUMNS
from tests.broken_hospitals import BROKEN, COLUMNS, SMALL

COLUMN_NAMES = ", ".join(column.name for column in HOSPITAL_COLUMNS)

EXPECTED = {
    "beds-with-a-word": [
        (10, "icu_beds", "12 beds", "a whole number from 0 to 300", "not_a_whole_number"),
    ],
    "beds-without-icu": [
        (11, "icu_beds", "4", "0, for only SEP-2a and up have an ICU", "beds_without_level"),
    ],
    "cell-too-many": [
        (11, "", f"{len(COLUMNS) + 1} cells", f"{len(COLUMNS)} cells", "cell_count"),
    ],
    "code-with-capitals": [
        (
            11,
            "code",
            "Mollet",
            "lower case letters, digits and single hyphens",
            "form_not_allowed",
        ),
    ],
    "column-missing": [
        (1, "picu_beds", "", "a column picu_beds", "column_missing"),
    ],
    "column-unknown": [
        (1, "phone", "phone", COLUMN_NAMES, "column_unknown"),
    ],
    "coordinates-swapped": [
        (11, "lat", "2.2021", "a number from 40.5 to 42.9", "out_of_range"),
        (11, "lon", "41.5384", "a number from 0.1 to 3.4", "out_of_range"),
    ],
    "decimal-comma": [
        (11, "lat", "41,5384", "a number from 40.5 to 42.9", "not_a_number"),
    ],
    "differs-from-table-2": [
        (
            9,
            "adult_ref_sep2a",
            "granollers",
            "mataro, as Table 2 of Yébenes 2020 says",
            "differs_from_table_2",
        ),
    ],
    "empty": [
        (0, "", "", "a header and at least one row", "file_empty"),
    ],
    "header-only": [
        (1, "", "", "at least one row", "no_rows"),
    ],
    "heliport-maybe": [
        (11, "heliport", "maybe", "yes, no", "word_not_allowed"),
    ],
    "icu-without-beds": [
        (12, "picu_beds", "0", "1 or more, for SEP-2a has an ICU", "beds_missing"),
    ],
    "level-does-not-include-lower": [
        (
            10,
            "adult_ref_sep2a",
            "germans-trias",
            "granollers, for SEP-2a includes SEP-2a",
            "reference_not_itself",
        ),
    ],
    "many-faults": [
        (4, "lat", "north", "a number from 40.5 to 42.9", "not_a_number"),
        (8, "icu_beds", "0", "1 or more, for SEP-2a has an ICU", "beds_missing"),
        (11, "picu_beds", "-1", "a whole number from 0 to 300", "not_a_whole_number"),
        (
            11,
            "adult_ref_sep2a",
            "nowhere",
            "the code of a hospital of this file",
            "reference_unknown",
        ),
    ],
    "no-provenance": [
        (11, "provenance", "", "any text, not empty", "empty"),
    ],
    "not-utf8": [
        (2, "", "\\x81", REMEDY, "not_utf8"),
    ],
    "quote-never-closed": [
        (
            11,
            "",
            'mollet,"Hospital de Mollet,MOLLET,Mollet',
            'quotes in pairs around a whole cell, "" for a quote inside',
            "quote_not_closed",
        ),
    ],
    "reference-circle": [
        (
            7,
            "adult_ref_sep2a",
            "mollet",
            "a hospital whose adult_level is SEP-2a or up",
            "reference_level_too_low",
        ),
        (
            7,
            "adult_ref_sep2a",
            "mollet",
            "germans-trias, as Table 2 of Yébenes 2020 says",
            "differs_from_table_2",
        ),
        (
            7,
            "adult_ref_sep2a",
            "mollet",
            "no circle of references (esperit-sant, mollet)",
            "reference_circle",
        ),
        (
            11,
            "adult_ref_sep2a",
            "esperit-sant",
            "a hospital whose adult_level is SEP-2a or up",
            "reference_level_too_low",
        ),
    ],
    "reference-missing": [
        (
            10,
            "adult_ref_sep2b",
            "",
            "the code of a hospital of level SEP-2b or up",
            "reference_missing",
        ),
        (10, "adult_ref_sep2b", "", "references that end in a SEP-2b", "sep2b_not_reachable"),
    ],
    "reference-not-expected": [
        (
            3,
            "paediatric_ref_sep2b",
            "vall-hebron",
            "empty, for such patients aren't treated here",
            "reference_not_expected",
        ),
    ],
    "reference-of-the-other-care": [
        (
            11,
            "paediatric_ref_sep2b",
            "germans-trias",
            "a hospital whose paediatric_level is SEP-2b or up",
            "reference_level_too_low",
        ),
    ],
    "reference-without-icu": [
        (
            11,
            "adult_ref_sep2a",
            "calella",
            "a hospital whose adult_level is SEP-2a or up",
            "reference_level_too_low",
        ),
    ],
    "repeated": [
        (
            11,
            "name",
            "Hospital General de Granollers",
            "a value not used before (line 10 has it)",
            "repeated",
        ),
        (11, "short", "GRANOLL", "a value not used before (line 10 has it)", "repeated"),
    ],
    "sep2b-refers-elsewhere": [
        (
            3,
            "adult_ref_sep2b",
            "vall-hebron",
            "clinic, for SEP-2b includes SEP-2b",
            "reference_not_itself",
        ),
    ],
    "settled-without-source": [
        (
            10,
            "level_provisional",
            "no",
            "yes, for only Table 2 of Yébenes 2020 is a settled source",
            "provisional_mark_wrong",
        ),
    ],
    "table-2-row-missing": [
        (
            0,
            "code",
            "esperit-sant",
            "a row for esperit-sant, a hospital of Table 2 of Yébenes 2020",
            "row_missing",
        ),
    ],
    "treats-nobody": [
        (3, "adult_level", "none", "a level for adults or for children", "treats_nobody"),
    ],
    "unknown-level": [
        (11, "adult_level", "SEP-3", "SEP-1, SEP-2a, SEP-2b, none", "word_not_allowed"),
    ],
    "unknown-reference": [
        (
            11,
            "adult_ref_sep2a",
            "granolers",
            "the code of a hospital of this file",
            "reference_unknown",
        ),
    ],
}


def found(content):
    return [(f.line, f.column, f.value, f.allowed, f.code) for f in check(content)]


@pytest.mark.parametrize("name", EXPECTED)
def test_broken_file_gets_exactly_its_faults(name):
    assert found(BROKEN[name]) == EXPECTED[name]


def test_every_broken_file_is_in_the_table():
    assert set(BROKEN) == set(EXPECTED)


def test_sound_file_has_no_faults():
    assert check(SMALL) == ()


def test_fault_carries_the_name_of_the_file():
    assert {fault.file for fault in check("", "elsewhere.csv")} == {"elsewhere.csv"}


def test_unreadable_level_blames_nobody_who_refers_there():
    faults = check(
        SMALL.replace("SEP-2b,vall-hebron,vall-hebron,56", "2b,vall-hebron,vall-hebron,56")
    )
    assert [(fault.column, fault.code) for fault in faults] == [
        ("paediatric_level", "word_not_allowed")
    ]


def test_row_of_wrong_width_blames_nobody_who_refers_there():
    line = next(each for each in SMALL.splitlines() if each.startswith("germans-trias,"))
    assert [fault.code for fault in check(SMALL.replace(line, line + ","))] == ["cell_count"]


def test_unreadable_beds_are_told_once():
    faults = check(SMALL.replace(",27,6,yes", ",27,six,yes"))
    assert [fault.code for fault in faults] == ["not_a_whole_number"]


def test_unreadable_reference_is_not_checked_further():
    faults = check(
        SMALL.replace("SEP-1,granollers,vall-hebron", "SEP-1,Granollers!,vall-hebron")
    )
    assert [fault.code for fault in faults] == ["form_not_allowed"]


def test_missing_code_column_is_told_without_its_consequences():
    codes = {fault.code for fault in check(SMALL.replace("code,", "kode,", 1))}
    assert codes == {"column_missing", "column_unknown"}


def test_unreadable_code_still_has_its_row_checked():
    faults = check(
        SMALL.replace("granollers,Hospital", "Granollers,Hospital").replace(
            ",12,0,no", ",0,0,no"
        )
    )
    assert ("icu_beds", "beds_missing") in {(fault.column, fault.code) for fault in faults}


def test_children_refer_to_one_of_their_own_level():
    line = next(each for each in SMALL.splitlines() if each.startswith("mollet,"))
    broken = line.replace("SEP-1,parc-tauli,vall-hebron", "SEP-1,clinic,vall-hebron")
    assert [(fault.column, fault.code) for fault in check(SMALL.replace(line, broken))] == [
        ("paediatric_ref_sep2a", "reference_level_too_low")
    ]
