"""An answer of ``csi assess`` in words, in the language of the terminal."""

from collections.abc import Iterator
from typing import Any

from dispatch.assessment.answer import Answer
from dispatch.assessment.lines import lines_of
from dispatch.cli.say import text, words
from dispatch.i18n.say_line import say_line


def text_of(answer: Answer) -> Iterator[str]:
    """The answer, its conclusion first. A checklist has one line."""
    given: dict[str, Any] = dict(answer)
    if "agreed" in given:
        verdict = "assess-agreed" if given["agreed"] else "assess-not-agreed"
        yield f"{given['id']}  {text(verdict)}"
        return
    first, *others = (say_line(words(), line) for line in lines_of(answer))
    yield f"{given['id']}  {first}"
    yield from (f"  {line}" for line in others)
    for doubt in given["unconfirmed_doubts"]:
        yield f"  {text('assess-unconfirmed', doubt=doubt)}"
