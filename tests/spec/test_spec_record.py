"""What happened, and when.

Everything that happens is a numbered line that nobody edits. What screens show follows from the
lines alone, so that it can be checked, replayed and explained.
"""

import msgspec
import pytest

from dispatch.capacity.beds import BedKind
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.transfer.board import Board, apply_event
from dispatch.transfer.bundle import bundle_of
from dispatch.transfer.stage import Stage
from tests.builders import MATARO, SVA_1, a_board, a_story, at, crew, dispatcher, refused
from tests.desk_world import by


def replayed(story) -> Board:
    """A board that knows nothing but the lines."""
    board = a_board()
    for line in story.lines:
        board = apply_event(board, line)
    return board


def test_rows_are_what_the_lines_say():
    """Every row follows from the lines of the log: read again from the first, they make the
    same board, and so does a program that has just started.

    Source: decision 6.
    """
    story = a_story(Stage.HANDED_OVER)
    assert replayed(story) == story.board


def test_lines_are_numbered_without_a_gap():
    """Lines are numbered from one without a gap, and each says who and when.

    Source: decision 6.
    """
    story = a_story(Stage.HANDED_OVER)
    assert [line.seq for line in story.lines] == list(range(1, len(story.lines) + 1))
    assert all(line.actor_id and line.recorded_at for line in story.lines)


@pytest.mark.parametrize("minutes", [30, 61, 400])
def test_restart_forgets_no_deadline(minutes):
    """What is due follows from the lines and the clock: after a restart every timer of the
    bundle stands where it would stand without it.

    Source: decision 6; proposed for the timers.
    """
    story = a_story(Stage.ACCEPTED)
    again = replayed(story).transfers[story.transfer().transfer_id]
    now_at = at(minutes)
    assert bundle_of(again, now_at=now_at) == bundle_of(story.transfer(), now_at=now_at)


def test_step_told_late_keeps_its_own_time():
    """A step told late keeps the time at which it happened, beside the time it was written.

    Source: decision 6 (occurred and recorded are two times).
    """
    story = a_story(Stage.EN_ROUTE)
    happened_at = story.now_at
    story.wait(20)
    story.step("at_patient", by=crew(), occurred_at=happened_at)
    line = next(x for x in story.lines if getattr(x.event, "step", "") == "at_patient")
    assert (line.occurred_at, line.recorded_at) == (happened_at, story.now_at)
    assert story.transfer().milestones.at_patient_at == happened_at


def test_journey_has_one_order():
    """A step of the journey can't come before the one before it, nor lie in the future.

    Source: Yébenes 2020, stage 3 (one circuit); two minutes between clocks are proposed.
    """
    story = a_story(Stage.EN_ROUTE)
    with refused("not_at_this_stage"):
        story.step("departed", by=crew())
    with refused("out_of_order", field="occurred_at"):
        story.step("at_patient", by=crew(), occurred_at=at(-1))
    with refused("out_of_order", field="occurred_at"):
        story.step("at_patient", by=crew(), occurred_at=at(24 * 60))


def test_closing_by_mistake_is_taken_back():
    """A transfer closed by the wrong button (the handover, a death, a cancellation) is open
    again, with a reason: it stands where it stood, with its clocks, its bed and its unit. For
    up to an hour, and while nothing has followed from it. Both lines stay in the log.

    Source: decision 21; the hour is proposed.
    """
    story = a_story(Stage.HANDED_OVER)
    closed = len(story.lines)
    story.wait(30)
    story.reopen("handed_over", by=crew(), reason="wrong button")
    transfer = story.transfer()
    assert (transfer.stage, transfer.unit_id) == (Stage.ARRIVED, SVA_1)
    assert transfer.milestones.requested_at == story.lines[0].occurred_at
    assert story.beds().held == 1
    assert len(story.lines) > closed
    story.hand_over()
    story.wait(61)
    with refused("closing_too_long_ago"):
        story.reopen("handed_over", by=crew())


def test_cancelled_transfer_gives_back_bed_and_unit():
    """A transfer that is not needed any more is closed with its reason; its bed and its unit
    are free again.

    Source: Yébenes 2020, stage 3 (resources follow the patient); decision 7.
    """
    story = a_story(Stage.EN_ROUTE)
    story.cancel(reason="got better")
    assert story.beds(MATARO, BedKind.ICU).held == 0
    assert story.unit(SVA_1).transfer_id is None


def test_patient_on_board_is_not_cancelled():
    """Once the patient has left, the transfer is not cancelled: it ends where it arrives.

    Source: decision 15 (loaded missions never change); proposed.
    """
    story = a_story(Stage.DEPARTED)
    with refused("not_at_this_stage", stage="departed"):
        story.cancel()


async def test_command_sent_twice_is_done_once(world):
    """A command that is sent again, because the answer got lost, is done once and answered
    twice alike.

    Source: decision 6; proposed.
    """
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    command = by(dispatcher(), key="the same key")
    first = await cancel_transfer(world.hq, command, transfer_id, reason="got better")
    again = await cancel_transfer(world.hq, command, transfer_id, reason="got better")
    assert msgspec.to_builtins(first) == msgspec.to_builtins(again)
    assert (await world.names()).count("transfer.cancelled") == 1
