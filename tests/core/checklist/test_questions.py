"""The four questions are data: versioned, in three languages, marked provisional."""

import pytest

from dispatch.checklist import CURRENT, VERSIONS, checklist
from tests.builders import refused

LANGUAGES = {"ca", "es", "en"}


def test_checklist_has_four_questions_in_the_order_of_the_paper():
    assert [question.question_id for question in CURRENT.questions] == [
        "infection",
        "organ_dysfunction",
        "no_treatment_limits",
        "adequate_resuscitation",
    ]


def test_wording_is_marked_provisional():
    assert CURRENT.is_provisional


def test_checklist_names_its_source():
    assert "Yébenes 2020" in CURRENT.source


@pytest.mark.parametrize("question", CURRENT.questions, ids=lambda each: each.question_id)
def test_question_speaks_three_languages(question):
    assert set(question.wording) == LANGUAGES
    assert set(question.evidence) == LANGUAGES


@pytest.mark.parametrize("question", CURRENT.questions, ids=lambda each: each.question_id)
def test_wording_is_a_question(question):
    assert all(text.endswith("?") for text in question.wording.values())


def test_wording_of_a_question_differs_by_language():
    for question in CURRENT.questions:
        assert len(set(question.wording.values())) == 3


@pytest.mark.parametrize("version", sorted(VERSIONS))
def test_known_version_is_found(version):
    assert checklist(version).version == version


def test_current_version_is_published():
    assert checklist(CURRENT.version) is CURRENT


@pytest.mark.parametrize("version", ["", "2015-1", "2026-1 "])
def test_unknown_version_is_refused(version):
    with refused("checklist_version_unknown", field="checklist_version", value=version):
        checklist(version)


def test_refused_version_names_those_known():
    with refused("checklist_version_unknown", allowed=", ".join(VERSIONS)):
        checklist("2015-1")
