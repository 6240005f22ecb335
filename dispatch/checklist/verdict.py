"""From four answers to agreement or refusal. Unanswered is not yes; 3 of 4 is not agreement."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from dispatch.checklist.questions import Checklist
from dispatch.kernel.failures import Refused


class Answer(StrEnum):
    """An answer given by a person. There is no default."""

    YES = "yes"
    NO = "no"


class Verdict(Struct, frozen=True):
    """``agreed`` only when every question has its yes; ``failing`` names the others."""

    agreed: bool
    failing: tuple[str, ...]


def verdict(of: Checklist, answers: Mapping[str, Answer]) -> Verdict:
    """The verdict on a complete set of answers (Yébenes 2020, Fig. 5: 4 of 4).

    Raises ``Refused("question_unanswered")`` naming the first question without an answer and
    ``Refused("question_unknown")`` for an answer to a question this version does not ask.
    """
    asked = tuple(question.question_id for question in of.questions)
    for question_id in answers:
        if question_id not in asked:
            raise Refused(
                "question_unknown",
                field=f"answers/{question_id}",
                value=question_id,
                allowed=", ".join(asked),
            )
    for question_id in asked:
        if question_id not in answers:
            raise Refused(
                "question_unanswered",
                field=f"answers/{question_id}",
                question=question_id,
                needed=len(asked),
                given=len(answers),
            )
    failing = tuple(question_id for question_id in asked if answers[question_id] is Answer.NO)
    return Verdict(agreed=not failing, failing=failing)
