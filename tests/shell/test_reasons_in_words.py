"""Reasons of a plan read as sentences: minutes, the transfer that pays, the level."""

import pytest

from dispatch.i18n import catalogue
from dispatch.routing.problem.parameters import LEVELS

FACTS = {
    "level": "max_p0_response",
    "by": 12,
    "transfer": "id-0001",
    "number": "CSI-0042",
    "minutes": 7,
    "bedside_min": 33,
}


@pytest.mark.parametrize("language", ["ca", "es", "en"])
@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("would_delay", ("CSI-0042", "7", "12")),
        ("busy_with", ("CSI-0042",)),
        ("pinned", ("CSI-0042",)),
        ("arrives_later", ("7", "12")),
        ("off_shift", ("7",)),
        ("diversion_gains", ("7",)),
        ("diversion_delays", ("CSI-0042", "7", "33")),
        ("diversion_leaves", ("CSI-0042",)),
        ("diversion_spares", ("CSI-0042", "33")),
    ],
)
def test_reason_tells_its_facts_and_no_identifier(
    language: str, code: str, told: tuple[str, ...]
) -> None:
    said = catalogue(language).say(f"why-{code}", FACTS)
    assert all(each in said for each in told)
    assert "id-0001" not in said


@pytest.mark.parametrize("language", ["ca", "es", "en"])
def test_every_level_of_the_objective_has_its_words(language: str) -> None:
    say = catalogue(language).say
    said = {say("why-would_delay", {**FACTS, "level": level}) for level in LEVELS}
    assert len(said) == len(LEVELS)
    assert not any(level in each for each in said for level in LEVELS if "_" in level)


def test_reason_without_a_level_names_none() -> None:
    said = catalogue("en").say("why-busy_with", {**FACTS, "level": None, "by": None})
    assert said == "busy with CSI-0042"
