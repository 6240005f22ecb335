"""A request nobody answers.

No source gives minutes to the answer of an intensivist, and a patient waits for it. So a
request climbs a ladder by itself, on the clock of headquarters: asked again, the second
intensivist, the head of duty, and the coordinating doctor at headquarters.
"""

from datetime import timedelta

import pytest

from dispatch.assessment.priority import Condition
from dispatch.identity.duty import Post
from dispatch.identity.roles import Role
from dispatch.transfer.escalation import escalates_at
from dispatch.transfer.stage import Stage
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    a_story,
    an_actor,
    intensivist,
    on_duty,
    refused,
)

FIRST = intensivist()
SECOND = an_actor(Role.INTENSIVIST, name="second", hospital=MATARO)
HEAD = an_actor(Role.INTENSIVIST, name="head", hospital=MATARO)
ROSTER = (on_duty(FIRST), on_duty(SECOND, Post.SECOND), on_duty(HEAD, Post.HEAD))


def asked(roster=ROSTER, **changes):
    """A request that Mataró has before it, and its roster."""
    story = a_story(Stage.ASKED, **changes)
    story.roster = roster
    return story


def climbed(story, minutes):
    """The rungs reached so many minutes after asking."""
    story.now_at = story.transfer().milestones.asked_at + timedelta(minutes=minutes)
    story.climb()
    return [each.rung for each in story.transfer().escalated]


@pytest.mark.parametrize(
    ("condition", "minutes"),
    [(Condition.SEPTIC_SHOCK, (3, 5, 10, 15)), (Condition.SEPSIS, (10, 15, 20, 30))],
)
def test_request_without_an_answer_climbs_by_its_priority(condition, minutes):
    """The ladder is quicker at priority 0: 3, 5, 10 and 15 minutes after asking, and 10, 15,
    20 and 30 otherwise. No rung comes before its minute.

    Source: proposed; no source gives minutes.
    """
    story = asked(condition=condition)
    rungs = ["repeat", "second", "head", "coordinating"]
    for number, due_min in enumerate(minutes):
        assert climbed(story, due_min - 1) == rungs[:number]
        assert climbed(story, due_min) == rungs[: number + 1]


def test_roster_says_who_is_asked():
    """Whom a rung asks is whom the roster of the hospital names at that minute, by name.

    Source: proposed.
    """
    story = asked(condition=Condition.SEPTIC_SHOCK)
    climbed(story, 15)
    asked_people = [each.doctors for each in story.transfer().escalated]
    assert asked_people == [(FIRST.name,), ("second",), ("head",), ()]


def test_rung_without_anybody_is_passed_at_once():
    """A post that the roster leaves empty is passed in the same instant, since waiting there
    would be waiting for nobody.

    Source: proposed.
    """
    nobody = asked(roster=(), condition=Condition.SEPTIC_SHOCK)
    assert climbed(nobody, 0) == ["repeat", "second", "head", "coordinating"]


def test_program_that_was_down_climbs_what_it_missed():
    """After a pause the request stands where it would stand without it, each rung told once.

    Source: decision 6, the log, and proposed.
    """
    story = asked(condition=Condition.SEPTIC_SHOCK)
    assert climbed(story, 40) == ["repeat", "second", "head", "coordinating"]
    assert climbed(story, 41) == ["repeat", "second", "head", "coordinating"]


def test_answer_ends_the_ladder():
    """An answer ends the ladder: nobody is asked about a request that was answered.

    Source: Yébenes 2020, stage 3 (the intensivist decides).
    """
    story = asked(condition=Condition.SEPTIC_SHOCK)
    climbed(story, 3)
    story.answer(by=FIRST)
    assert escalates_at(story.transfer()) is None
    assert climbed(story, 60) == ["repeat"]


def test_next_hospital_starts_at_the_bottom():
    """Another hospital that is asked has its own ladder, from the beginning.

    Source: proposed.
    """
    story = asked(condition=Condition.SEPTIC_SHOCK)
    climbed(story, 10)
    story.decline(by=FIRST, reason="no_bed")
    story.ask(hospital=GERMANS_TRIAS, reason="next")
    assert story.transfer().escalated == ()


def test_priority_raised_while_waiting_quickens_the_ladder():
    """A priority that is raised while the request waits brings the next rung forward.

    Source: decision 10, and proposed.
    """
    story = asked()
    before = escalates_at(story.transfer())
    story.change_priority(by=intensivist())
    after = escalates_at(story.transfer())
    assert before is not None
    assert after is not None
    assert before - after == timedelta(minutes=7)


def test_only_somebody_on_duty_answers():
    """An intensivist who is not on duty at that hour does not answer, and is told who is.

    Source: decision 12 (a duty intensivist).
    """
    story = asked(roster=(on_duty(SECOND),))
    with refused("not_on_duty", allowed="second"):
        story.answer(by=FIRST)
