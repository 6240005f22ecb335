"""Of a letter and a Glasgow scale that contradict each other the graver counts."""

import pytest

from dispatch.assessment import AdultValues, assess
from dispatch.assessment.consciousness import by_the_graver
from dispatch.assessment.priority import Condition
from dispatch.network.levels import Care
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.sayings import ruling_of, told_at_once


@pytest.mark.parametrize(
    ("level", "gcs", "agreed"),
    [
        ("U", 15, ("U", 8)),
        ("P", 15, ("P", 12)),
        ("V", 15, ("V", 14)),
        ("C", 15, ("C", 14)),
        ("A", 12, ("C", 12)),
        ("A", 8, ("V", 8)),
        ("A", 5, ("P", 5)),
        ("A", 3, ("U", 3)),
        ("P", 3, ("U", 3)),
        ("A", 13, ("A", 13)),
        ("V", 6, ("V", 6)),
        (None, 3, (None, 3)),
        ("U", None, ("U", None)),
    ],
)
def test_milder_of_two_is_taken_for_the_mildest_that_goes_with_the_graver(level, gcs, agreed):
    known = by_the_graver(AdultValues(acvpu=level, gcs=gcs))
    assert (known.acvpu, known.gcs) == agreed


def test_every_score_and_the_class_read_the_graver():
    """Unresponsive beside a Glasgow scale of 15 was infection without organ failure."""
    found = assess(AdultValues(infection_suspected=True, acvpu="U", gcs=15))
    assert found.scores["sofa"].parts["cns"] == 3
    assert found.scores["qsofa"].parts["gcs"] == 1
    assert found.scores["news2"].parts["consciousness"] == 3
    assert found.classified.is_sepsis
    assert [doubt.code for doubt in found.doubts] == ["coma", "consciousness_disagrees"]
    asleep = assess(AdultValues(infection_suspected=True, acvpu="A", gcs=7))
    assert asleep.scores["sofa"].parts["cns"] == 3
    assert asleep.scores["news2"].parts["consciousness"] == 3


def test_letter_of_the_values_and_scale_of_the_picture_of_one_act_are_held_together():
    failing = AdultValues(creatinine_mg_dl=4, acvpu="A")
    told = told_at_once(
        Care.ADULT,
        (Condition.SEPSIS, Needs()),
        Clinical(gcs=7),
        values=failing,
        hypotensive_after_fluids=False,
    )
    assert ruling_of(told).rule == "multi_organ_failure"


@pytest.mark.parametrize(
    ("level", "sofa", "qsofa"),
    [("A", 0, 0), ("C", 1, 1), ("V", 1, 1), ("P", 2, 1), ("U", 3, 1)],
)
def test_letter_alone_has_the_least_points_that_go_with_it_and_asks_for_the_scale(
    level, sofa, qsofa
):
    """Unresponsive alone had no point of SOFA, and was infection without organ failure."""
    scores = assess(AdultValues(infection_suspected=True, acvpu=level)).scores
    assert scores["sofa"].parts["cns"] == sofa
    assert scores["qsofa"].parts["gcs"] == qsofa
    for name, part in (("sofa", "cns"), ("qsofa", "gcs")):
        assert "gcs" in scores[name].missing
        assert part in scores[name].open_parts


def test_nobody_told_of_consciousness_is_unknown_as_ever():
    scores = assess(AdultValues(infection_suspected=True)).scores
    assert (scores["sofa"].parts["cns"], scores["qsofa"].parts["gcs"]) == (0, 0)
    assert "gcs" in scores["sofa"].missing
