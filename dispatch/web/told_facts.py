"""The facts of a refusal as people read them: instants by the clock on the wall of the
hospital, values by their names on screen. Programs get them as they are.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from dispatch.assessment.quantities import DOSES
from dispatch.i18n import Catalogue
from dispatch.identity import WALL
from dispatch.kernel.failures import Fact

INSTANT = re.compile(
    r"(?:(?P<bound>[<>]=) )?"
    r"(?P<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"
    r"(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)"
)
DAY = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9T-])")
BOUNDS = {">=": "fact-from", "<=": "fact-upto"}


def on_the_wall(at: datetime, now_at: datetime) -> str:
    """``14:03``, with the day when it is not today's, and the year when it is another. Without
    a zone it is what the wall shows already.
    """
    wall, today = at if at.tzinfo is None else at.astimezone(WALL), now_at.astimezone(WALL)
    if wall.date() == today.date():
        return wall.strftime("%H:%M")
    return wall.strftime("%d/%m %H:%M" if wall.year == today.year else "%d/%m/%Y %H:%M")


def told_facts(
    code: str, facts: Mapping[str, Fact], *, said: Catalogue, now_at: datetime
) -> dict[str, Fact]:
    """The facts of the refusal ``code`` in words."""
    told = {name: _told_times(fact, said, now_at) for name, fact in facts.items()}
    if code == "assessment_contradicts":
        keys = str(facts.get("values", "")).split(", ")
        told["values"] = ", ".join(_named(key, said) for key in keys)
    return told


def with_unit(text: str, *, unit: Fact, would_be: Fact, said: Catalogue) -> str:
    """The sentence about a value beyond its limits, with the other unit that it may be in."""
    if not unit:
        return text
    code = "unit-perhaps" if would_be else "unit-perhaps-unsure"
    return f"{text} {said.say(code, {'unit': unit, 'would_be': would_be})}"


def label_of_value(key: str) -> str:
    """The message that names a value by its published key, or a drug."""
    return f"drug-{key}" if key in DOSES else f"value-{key}"


def _named(key: str, said: Catalogue) -> str:
    name = label_of_value(key)
    return said.say(name) if said.has(name) else key


def _told_times(fact: Fact, said: Catalogue, now_at: datetime) -> Fact:
    if not isinstance(fact, str):
        return fact

    def instant(found: re.Match[str]) -> str:
        try:
            at = datetime.fromisoformat(found["at"])
            at = _next_minute(at) if found["bound"] == ">=" else at
            time = on_the_wall(at, now_at)
        except (ValueError, OverflowError):
            return found[0]
        return said.say(BOUNDS[found["bound"]], {"time": time}) if found["bound"] else time

    return DAY.sub(_day, INSTANT.sub(instant, fact))


def _next_minute(at: datetime) -> datetime:
    """The first whole minute not before: what is told to be allowed is."""
    return (at + timedelta(seconds=60, microseconds=-1)).replace(second=0, microsecond=0)


def _day(found: re.Match[str]) -> str:
    try:
        return date.fromisoformat(found[0]).strftime("%d/%m/%Y")
    except ValueError:
        return found[0]
