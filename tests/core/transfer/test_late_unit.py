"""A unit that says nothing, or does not come, is a decision on the board."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from dispatch.assessment.criteria import criterion
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.late_unit import late_unit
from dispatch.transfer.stage import WITH_UNIT, Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.way_events import UnitOverdue, UnitSilent
from tests.builders import SVA_1, Story, a_story, coordinating_doctor


def kinds(transfer: Transfer) -> list[str]:
    return [each.kind for each in open_decisions(transfer)]


def without_time(transfer: Transfer) -> Transfer:
    return replace(transfer, expected_bedside_at=None)


def tell(story: Story) -> None:
    events = late_unit(story.transfer(), now_at=story.now_at)
    story.record(events, by=coordinating_doctor())


def test_unit_is_silent_after_its_minutes_and_not_before():
    transfer = without_time(a_story(Stage.ASSIGNED).transfer())
    assigned_at = transfer.milestones.assigned_at
    assert assigned_at is not None
    due_at = assigned_at + timedelta(minutes=criterion("unit_silent_min"))
    assert late_unit(transfer, now_at=due_at - timedelta(seconds=1)) == ()
    assert late_unit(transfer, now_at=due_at) == (UnitSilent(transfer.transfer_id, SVA_1),)


@pytest.mark.parametrize("stage", sorted(WITH_UNIT - {Stage.ASSIGNED}))
def test_unit_is_overdue_beyond_the_margin_and_not_before(stage):
    transfer, now_at = a_story(stage).transfer(), a_story(stage).now_at
    transfer = replace(transfer, expected_bedside_at=now_at)
    due_at = now_at + timedelta(minutes=criterion("unit_overdue_min"))
    assert late_unit(transfer, now_at=due_at - timedelta(seconds=1)) == ()
    assert late_unit(transfer, now_at=due_at) == (UnitOverdue(transfer.transfer_id, SVA_1),)


@pytest.mark.parametrize("stage", sorted(set(Stage) - WITH_UNIT))
def test_nobody_is_late_who_is_not_on_the_way(stage):
    story = a_story(stage)
    story.wait(24 * 60)
    assert late_unit(story.transfer(), now_at=story.now_at) == ()


def test_both_are_told_once():
    story = a_story(Stage.ASSIGNED)
    story.wait(24 * 60)
    expected_at = story.now_at - timedelta(hours=1)
    late = replace(story.transfer(), expected_bedside_at=expected_at)
    assert len(late_unit(late, now_at=story.now_at)) == 2
    told = replace(late, unit_silent_at=story.now_at, unit_overdue_at=story.now_at)
    assert late_unit(told, now_at=story.now_at) == ()
    assert kinds(told) == ["unit_silent", "unit_overdue"]


def test_next_unit_begins_anew():
    story = a_story(Stage.ASSIGNED)
    story.wait(5)
    tell(story)
    assert "unit_silent" in kinds(story.transfer())
    story.assign(unit_id="SVA-02", reason="near")
    assert kinds(story.transfer()) == []
    story.wait(5)
    tell(story)
    assert "unit_silent" in kinds(story.transfer())
