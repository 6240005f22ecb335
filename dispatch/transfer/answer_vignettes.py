"""Answers to a text of published vignettes: patients assessed, checklists judged.

Lies above ``assessment`` and ``checklist``, which don't know each other.
"""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from dispatch.assessment.answer import Answer, answer_of
from dispatch.assessment.assess import assess
from dispatch.assessment.contradictions import contradiction_faults
from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS, Cutoffs
from dispatch.assessment.input_fault import InputFault, below, fault_at
from dispatch.assessment.parse_vignettes import ChecklistAnswers, Vignette, parse_vignettes
from dispatch.assessment.values import AdultValues
from dispatch.checklist.questions import CURRENT
from dispatch.checklist.verdict import Answer as Given
from dispatch.checklist.verdict import verdict
from dispatch.network.levels import Care
from dispatch.transfer.asked_again import asked_of_pregnancy
from dispatch.transfer.asked_pairs import OneAct, asked_of_pairs
from dispatch.transfer.asked_values import asked_of_values
from dispatch.transfer.confirmed_mean import with_confirmed_mean
from dispatch.transfer.parts import Described

PUBLISHED = {"no_life_support_limitation": "no_treatment_limits"}
"""Questions that the published vignettes call otherwise than we do."""


class Answers(Struct, frozen=True):
    """``answers`` in the order of the text, or none and ``faults``: never some of both."""

    answers: tuple[Answer, ...]
    faults: tuple[InputFault, ...]


def answer_vignettes(
    text: str | bytes, /, *, now_at: datetime, cutoffs: Cutoffs = DEFAULT_CUTOFFS
) -> Answers:
    """An answer for each vignette; nothing is computed from a text with a fault in it."""
    parsed = parse_vignettes(text, now_at=now_at)
    faults = parsed.faults or (
        *_strange_questions(parsed.items),
        *contradiction_faults(parsed.vignettes, cutoffs),
    )
    if faults:
        return Answers((), faults)
    return Answers(tuple(_answer(item, cutoffs) for item in parsed.items), ())


def _strange_questions(items: tuple[Vignette | ChecklistAnswers, ...]) -> Iterator[InputFault]:
    asked = [question.question_id for question in CURRENT.questions]
    for item in items:
        for question in item.answers if isinstance(item, ChecklistAnswers) else ():
            if PUBLISHED.get(question, question) not in asked:
                path = below(below(item.path, "answers"), question)
                yield fault_at(path, "unknown_key", allowed=", ".join(asked))


def _answer(item: Vignette | ChecklistAnswers, cutoffs: Cutoffs) -> Answer:
    if isinstance(item, Vignette):
        counting = with_confirmed_mean(item.values, item.confirmed_doubts)
        answer = answer_of(item.vignette_id, assess(counting, cutoffs))
        return {**answer, "unconfirmed_doubts": _unconfirmed(item)}
    return {"id": item.vignette_id, "agreed": _is_agreed(item.answers)}


def _unconfirmed(item: Vignette) -> list[str]:
    """What nobody has confirmed, unusual values and such as contradict each other: a person
    looks before the answer is used.
    """
    care = Care.ADULT if isinstance(item.values, AdultValues) else Care.PAEDIATRIC
    pairs = asked_of_pairs(OneAct(care=care, values=item.values))
    values = (*asked_of_values(item.values), *asked_of_pregnancy(Described(), item.values))
    asked = (each.confirmation for each in (*values, *pairs))
    return [each for each in asked if each not in item.confirmed_doubts]


def _is_agreed(answers: dict[str, bool | None]) -> bool:
    given = {
        PUBLISHED.get(question, question): Given.YES if answer else Given.NO
        for question, answer in answers.items()
        if answer is not None
    }
    # An unanswered question is refused where people answer; here it is no agreement.
    return len(given) == len(CURRENT.questions) and verdict(CURRENT, given).agreed
