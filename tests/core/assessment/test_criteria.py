"""Every number of the protocol has a name, a unit and a source, and only one place."""

import pytest

from dispatch.assessment import CRITERIA, criterion


def test_window_of_three_hours_is_the_papers():
    window = CRITERIA["window_min"]
    assert (window.value, window.unit, window.is_proposed) == (180, "min", False)
    assert "Yébenes" in window.source


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unassigned_alarm_min", 15),
        ("no_answer_p0_min", 5),
        ("no_answer_3h_min", 15),
        ("reassess_hypotension_min", 60),
        ("bedside_p0_min", 42),
        ("bedside_3h_min", 32),
        ("handover_min", 25),
        ("cleaning_min", 15),
        ("mobilisation_road_min", 3),
        ("mobilisation_air_min", 12),
    ],
)
def test_number_is_asked_by_name(name, value):
    assert criterion(name) == value


def test_number_without_a_public_source_says_so():
    sourced = {name for name, row in CRITERIA.items() if not row.is_proposed}
    assert sourced == {"window_min"}


@pytest.mark.parametrize("row", CRITERIA.values(), ids=lambda row: row.name)
def test_row_says_unit_source_and_meaning(row):
    assert row.name.endswith(f"_{row.unit}")
    assert row.source
    assert row.meaning


@pytest.mark.parametrize("row", CRITERIA.values(), ids=lambda row: row.name)
def test_proposed_number_has_no_paper_behind_it(row):
    assert ("proposed" in row.source) == row.is_proposed


def test_unknown_number_is_a_defect():
    with pytest.raises(KeyError):
        criterion("deadline_p0_min")


def test_priority_0_has_no_minutes():
    assert "window_p0_min" not in CRITERIA
