"""A text of vignettes is answered whole, or not at all."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from dispatch.assessment import Cutoffs
from dispatch.transfer.answer_vignettes import Answers, answer_vignettes
from tests.builders import REPOSITORY

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = (REPOSITORY / "tests/core/assessment/assessment.json").read_text(encoding="utf-8")
PUBLISHED = json.loads(TEXT)
YES = {
    "infection": True,
    "organ_dysfunction": True,
    "no_life_support_limitation": True,
    "adequate_resuscitation": True,
}


def answered(document: object) -> Answers:
    return answer_vignettes(json.dumps(document), now_at=NOON)


def checklist(**changes: Any) -> dict[str, Any]:
    return {"id": "K", "answers": {**YES, **changes}}


def test_published_document_is_answered_to_the_digit():
    found = answer_vignettes(TEXT, now_at=NOON)
    assert found.faults == ()
    expected = [
        *((each["id"], each["expected"]) for each in PUBLISHED["vignettes"]),
        *((each["id"], {"agreed": each["agreed"]}) for each in PUBLISHED["checklist_cases"]),
    ]
    assert [
        (answer["id"], {key: answer[key] for key in wanted})
        for answer, (_, wanted) in zip(found.answers, expected, strict=True)
    ] == expected


def test_one_fault_leaves_everybody_without_an_answer():
    broken = json.loads(TEXT)
    broken["vignettes"][3]["inputs"]["lactate_mmol_l"] = "3.0"
    found = answered(broken)
    assert found.answers == ()
    assert [fault.path for fault in found.faults] == ["vignettes[3].inputs.lactate_mmol_l"]


def test_contradicting_assessments_leave_everybody_without_an_answer():
    first, second = json.loads(json.dumps([PUBLISHED["vignettes"][0]] * 2))
    first["inputs"]["assessed_at"] = "2026-11-22T10:00:00Z"
    second["inputs"].update(assessed_at="2026-11-22T10:00:01Z", gcs=3, acvpu="U")
    found = answered([first, second])
    assert found.answers == ()
    assert [(each.path, each.problem) for each in found.faults] == [
        ("[1].inputs", "contradicts")
    ]


@pytest.mark.parametrize(
    ("changes", "agreed"),
    [({}, True), *(({name: False}, False) for name in YES), *(({n: None}, False) for n in YES)],
)
def test_checklist_is_agreed_by_four_yes_alone(changes, agreed):
    assert answered(checklist(**changes)).answers == ({"id": "K", "agreed": agreed},)


def test_unanswered_question_is_no_yes():
    three = {name: True for name in YES if name != "infection"}
    assert answered({"id": "K", "answers": three}).answers == ({"id": "K", "agreed": False},)


def test_question_that_nobody_asks_is_a_fault():
    (fault,) = answered([checklist(weather=True)]).faults
    assert (fault.path, fault.problem) == ("[0].answers.weather", "unknown_key")


def test_cutoffs_of_the_centre_reach_the_answers():
    vignette = {**PUBLISHED["vignettes"][1], "id": "V"}
    vignette["inputs"] = {**vignette["inputs"], "on_oxygen": False, "spo2_scale": 1}
    wide = answer_vignettes(
        json.dumps(vignette),
        now_at=NOON,
        cutoffs=Cutoffs(tachypnoea_from_rpm=30, tachycardia_above_bpm=120),
    )
    assert [answer["csi_detection"] for answer in wide.answers] == ["none"]
    assert [answer["csi_detection"] for answer in answered(vignette).answers] == ["suspicion"]
