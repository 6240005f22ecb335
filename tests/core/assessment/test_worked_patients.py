"""Every patient worked by hand has exactly the answer of its working."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dispatch.assessment import assess
from dispatch.assessment.answer import answer_of
from dispatch.assessment.parse_vignettes import parse_vignettes
from tests.core.assessment.worked import (
    ADULT,
    ADULT_ANSWER,
    ADULTS,
    CHILD,
    CHILD_ANSWER,
    CHILDREN,
    Json,
    Worked,
    over,
    shown,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PUBLISHED = json.loads(Path(__file__).with_name("assessment.json").read_text(encoding="utf-8"))


def answers(document: object) -> list[Json]:
    """What a text of vignettes is answered with, as it is read from JSON again."""
    parsed = parse_vignettes(json.dumps(document), now_at=NOON)
    assert parsed.faults == ()
    found = [answer_of(each.vignette_id, assess(each.values)) for each in parsed.vignettes]
    return list(json.loads(json.dumps(found)))


@pytest.mark.parametrize("vignette", PUBLISHED["vignettes"], ids=lambda each: each["id"])
def test_published_vignette_is_answered_to_the_digit(vignette: Json) -> None:
    (answer,) = answers(vignette)
    assert answer["id"] == vignette["id"]
    assert {key: answer[key] for key in vignette["expected"]} == vignette["expected"]


def test_published_document_is_answered_in_its_order() -> None:
    found = answers({**PUBLISHED, "checklist_cases": []})
    assert [answer["id"] for answer in found] == ["V01", "V07", "V12", "P01", "P03"]


@pytest.mark.parametrize("row", ADULTS, ids=lambda row: row.name)
def test_adult_worked_by_hand_is_answered_so(row: Worked) -> None:
    """The working of each row stands in its ``why``."""
    (answer,) = answers({"id": row.name, "inputs": {**ADULT, **row.inputs}})
    wanted = {"id": row.name, "population": "adult", **over(ADULT_ANSWER, row.expected)}
    assert shown(answer) == wanted, row.why


@pytest.mark.parametrize("row", CHILDREN, ids=lambda row: row.name)
def test_child_worked_by_hand_is_answered_so(row: Worked) -> None:
    """The working of each row stands in its ``why``."""
    (answer,) = answers({"id": row.name, "inputs": {**CHILD, **row.inputs}})
    wanted = {"id": row.name, "population": "paediatric", **over(CHILD_ANSWER, row.expected)}
    assert shown(answer) == wanted, row.why


def test_at_least_sixty_patients_are_worked_by_hand() -> None:
    assert len(ADULTS) + len(CHILDREN) >= 60
    assert all(len(row.why) > 5 for row in (*ADULTS, *CHILDREN))
