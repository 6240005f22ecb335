"""4 of 4 is agreement and nothing else is (Yébenes 2020, Fig. 5)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.checklist import CURRENT, Answer, Verdict, verdict
from dispatch.kernel import Refused
from tests.builders import ALL_YES, refused

QUESTIONS = tuple(question.question_id for question in CURRENT.questions)
EVERY_SET = [
    dict(zip(QUESTIONS, answers, strict=True)) for answers in product(Answer, repeat=4)
]


def test_four_yes_agree():
    assert verdict(CURRENT, ALL_YES) == Verdict(agreed=True, failing=())


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_three_yes_and_a_no_decline(question_id):
    answers = {**ALL_YES, question_id: Answer.NO}
    assert verdict(CURRENT, answers) == Verdict(agreed=False, failing=(question_id,))


def test_four_no_name_all_four():
    answers = dict.fromkeys(QUESTIONS, Answer.NO)
    assert verdict(CURRENT, answers).failing == QUESTIONS


def test_only_one_of_sixteen_sets_agrees():
    assert [each for each in EVERY_SET if verdict(CURRENT, each).agreed] == [ALL_YES]


@pytest.mark.parametrize("question_id", QUESTIONS)
def test_three_answers_are_not_a_verdict(question_id):
    answers = {name: answer for name, answer in ALL_YES.items() if name != question_id}
    with refused(
        "question_unanswered",
        field=f"answers/{question_id}",
        question=question_id,
        needed=4,
        given=3,
    ):
        verdict(CURRENT, answers)


def test_no_answers_ask_for_the_first():
    with refused("question_unanswered", question="infection", given=0):
        verdict(CURRENT, {})


def test_three_yes_are_not_saved_by_a_fifth_question():
    answers = {**ALL_YES, "bed_free": Answer.YES}
    del answers["infection"]
    with refused("question_unknown", field="answers/bed_free"):
        verdict(CURRENT, answers)


def test_five_answers_are_refused_even_with_four_yes():
    with refused("question_unknown", value="bed_free", allowed=", ".join(QUESTIONS)):
        verdict(CURRENT, {**ALL_YES, "bed_free": Answer.YES})


def test_order_of_answers_does_not_matter():
    backwards = dict(reversed(tuple(ALL_YES.items())))
    assert verdict(CURRENT, backwards) == verdict(CURRENT, ALL_YES)


@given(
    st.dictionaries(
        st.sampled_from((*QUESTIONS, "fifth", "")), st.sampled_from(sorted(Answer)), max_size=6
    )
)
def test_whatever_is_answered_only_four_yes_agree(answers: dict[str, Answer]):
    try:
        agreed = verdict(CURRENT, answers).agreed
    except Refused:
        agreed = False
    assert agreed == (answers == ALL_YES)
