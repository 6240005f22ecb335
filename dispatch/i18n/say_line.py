"""A line of an assessment in a language."""

from dispatch.assessment.lines import Fact, Line
from dispatch.i18n.catalogue import Catalogue


def say_line(said: Catalogue, line: Line, /) -> str:
    """The line with its facts; several of one fact are listed."""
    return said.say(line.code, {name: _say(said, fact) for name, fact in line.facts.items()})


def _say(said: Catalogue, fact: Fact) -> str | float:
    if isinstance(fact, Line):
        return say_line(said, fact)
    if isinstance(fact, tuple):
        return ", ".join(say_line(said, each) for each in fact)
    return fact
