"""A request without an answer climbs its ladder, minute by minute, on a clock of the test."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition, Priority
from dispatch.identity.duty import Post, on_duty
from dispatch.identity.wall_clock import wall_instant
from dispatch.transfer.escalation import LADDER, escalate, escalates_at, rung_min
from dispatch.transfer.stage import Stage
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    a_story,
    a_transfer,
    an_actor,
    intensivist,
)
from tests.builders import on_duty as a_shift

SECOND = an_actor(intensivist().role, name="second", hospital=MATARO)
HEAD = an_actor(intensivist().role, name="head", hospital=MATARO)
FULL = (
    a_shift(intensivist(), Post.FIRST),
    a_shift(SECOND, Post.SECOND),
    a_shift(HEAD, Post.HEAD),
)
OF = {
    "repeat": (intensivist().name,),
    "second": ("second",),
    "head": ("head",),
    "coordinating": (),
}
P0 = {"repeat": 3, "second": 5, "head": 10, "coordinating": 15}
THREE_H = {"repeat": 10, "second": 15, "head": 20, "coordinating": 30}


def climbed(story, minutes):
    """What is reached minute by minute from asking on: minute, rung and whom it asked."""
    asked_at = story.transfer().milestones.asked_at
    seen = []
    for minute in range(minutes + 1):
        story.now_at = asked_at + timedelta(minutes=minute)
        before = len(story.transfer().escalated)
        story.climb()
        seen += [(minute, each.rung, each.doctors) for each in told(story)[before:]]
    return seen


def told(story):
    return story.transfer().escalated


def asked(roster=FULL, **changes):
    story = a_story(Stage.ASKED, **changes)
    story.roster = roster
    return story


@pytest.mark.parametrize(
    ("condition", "times"),
    [(Condition.SEPTIC_SHOCK, P0), (Condition.SEPSIS, THREE_H)],
)
def test_ladder_is_climbed_by_priority(condition, times):
    found = climbed(asked(condition=condition), 60)
    assert found == [(times[rung], rung, OF[rung]) for rung in LADDER]


@pytest.mark.parametrize(("priority", "times"), [("P0", P0), ("3h", THREE_H)])
def test_rungs_come_one_after_the_other(priority, times):
    minutes = [rung_min(rung, Priority(priority)) for rung in LADDER]
    assert minutes == list(times.values()) == sorted(set(minutes))


def test_rung_is_due_at_its_minute_and_not_a_second_before():
    transfer = a_transfer(Stage.ASKED)
    due_at = escalates_at(transfer)
    assert due_at is not None
    assert escalate(transfer, FULL, now_at=due_at - timedelta(seconds=1)) == ()
    (reached,) = escalate(transfer, FULL, now_at=due_at)
    assert (reached.rung, reached.people) == ("repeat", (intensivist().person_id,))


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        # Nobody as second: the head is asked at the minute of the second.
        ({Post.FIRST, Post.HEAD}, [("repeat", 3), ("second", 5), ("head", 5)]),
        # Nobody as second nor head: headquarters takes it on at the minute of the second.
        ({Post.FIRST}, [("repeat", 3), ("second", 5), ("head", 5), ("coordinating", 5)]),
        # Nobody as first: the second is asked at once.
        ({Post.SECOND, Post.HEAD}, [("repeat", 0), ("second", 0), ("head", 10)]),
        # Nobody at all: the coordinating doctor at once.
        (set(), [(rung, 0) for rung in LADDER]),
    ],
)
def test_rung_that_nobody_mans_is_not_waited_for(posts, expected):
    roster = tuple(shift for shift in FULL if shift.post in posts)
    found = climbed(asked(roster, condition=Condition.SEPTIC_SHOCK), 14)
    assert [(rung, minute) for minute, rung, _ in found] == expected


def test_missed_rungs_are_climbed_at_once_after_an_outage():
    story = asked(condition=Condition.SEPTIC_SHOCK)
    story.wait(12)
    story.climb()
    assert [each.rung for each in told(story)] == ["repeat", "second", "head"]
    assert {each.escalated_at for each in told(story)} == {story.now_at}
    story.climb()
    assert len(told(story)) == 3


def test_raised_priority_shortens_the_wait():
    story = asked(condition=Condition.SEPSIS)
    story.wait(6)
    story.climb()
    assert told(story) == ()
    story.change_condition(condition=Condition.SEPTIC_SHOCK)
    story.climb()
    assert [each.rung for each in told(story)] == ["repeat", "second"]


def test_lowered_priority_forgets_no_rung():
    story = asked(condition=Condition.SEPTIC_SHOCK)
    story.wait(5)
    story.climb()
    lowered = replace(story.transfer(), priority=Priority.THREE_HOURS)
    assert escalates_at(lowered) == lowered.milestones.asked_at + timedelta(minutes=20)
    assert escalate(lowered, FULL, now_at=story.now_at) == ()


def test_answer_ends_the_ladder():
    story = asked(condition=Condition.SEPTIC_SHOCK)
    story.answer()
    assert escalates_at(story.transfer()) is None
    story.wait(60)
    story.climb()
    assert told(story) == ()


def test_ladder_begins_again_at_another_hospital():
    story = asked(condition=Condition.SEPTIC_SHOCK)
    story.wait(20)
    story.climb()
    assert escalates_at(story.transfer()) is None
    story.ask(hospital=GERMANS_TRIAS, reason="no answer")
    assert told(story) == ()
    assert escalates_at(story.transfer()) == story.now_at + timedelta(minutes=3)


def test_duty_that_changes_meanwhile_decides_who_is_asked():
    relieved = replace(FULL[1], ends_at=FULL[0].starts_at)
    fresh = a_shift(an_actor(intensivist().role, name="fresh", hospital=MATARO), Post.SECOND)
    story = asked(condition=Condition.SEPTIC_SHOCK)
    story.wait(3)
    story.climb()
    story.roster = (FULL[0], relieved, fresh, FULL[2])
    story.wait(2)
    story.climb()
    assert told(story)[-1].doctors == ("fresh",)


WALL = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("asked_wall", "change_at"),
    [
        (datetime.fromisoformat("2026-10-25T02:50"), datetime(2026, 10, 25, 1, tzinfo=UTC)),
        (datetime.fromisoformat("2027-03-28T01:50"), datetime(2027, 3, 28, 1, tzinfo=UTC)),
    ],
    ids=["clocks go back", "clocks go forward"],
)
def test_ladder_climbs_in_elapsed_minutes_on_a_night_of_changing_clocks(asked_wall, change_at):
    """Asked ten minutes before the change. The second is relieved at 03:00 on the wall, which
    is ten minutes later in spring and an hour and ten minutes later in autumn.
    """
    asked_at = wall_instant(asked_wall, field="at")
    assert change_at - asked_at == timedelta(minutes=10)
    evening = wall_instant(asked_wall.replace(hour=0, minute=0), field="s")
    relief_at = wall_instant(asked_wall.replace(hour=3, minute=0), field="e", latest=True)
    morning = wall_instant(asked_wall.replace(hour=8, minute=0), field="e")
    relief = an_actor(intensivist().role, name="relief", hospital=MATARO)
    roster = (
        a_shift(intensivist(), Post.FIRST, starts_at=evening, ends_at=morning),
        a_shift(SECOND, Post.SECOND, starts_at=evening, ends_at=relief_at),
        a_shift(relief, Post.SECOND, starts_at=relief_at, ends_at=morning),
        a_shift(HEAD, Post.HEAD, starts_at=evening, ends_at=morning),
    )
    story = a_story(condition=Condition.SEPSIS)
    story.now_at, story.roster = asked_at, roster
    story.ask()
    found = climbed(story, 40)
    on_the_wall = (asked_at + timedelta(minutes=15)).astimezone(WALL)
    is_autumn = on_the_wall.fold == 1
    second = "second" if is_autumn else "relief"
    assert (on_the_wall.hour, on_the_wall.minute) == ((2, 5) if is_autumn else (3, 5))
    assert found == [
        (10, "repeat", OF["repeat"]),
        (15, "second", (second,)),
        (20, "head", ("head",)),
        (30, "coordinating", ()),
    ]
    posts = [
        len(on_duty(roster, MATARO, at=evening + timedelta(minutes=m))) for m in range(420)
    ]
    assert set(posts) == {3}
