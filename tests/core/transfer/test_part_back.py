"""A hospital confirmed its part of the handover by mistake, and takes that back."""

from datetime import timedelta

import pytest

from dispatch.assessment.criteria import criterion
from dispatch.transfer.closing_back import back_until
from dispatch.transfer.custody import missing_parts
from dispatch.transfer.decide_part_back import part_to_take_back
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_on_board
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    Story,
    a_story,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)

LONGEST_MIN = int(criterion("closing_back_min"))


def confirmed() -> Story:
    """The crew has handed over, and the receiving team has confirmed."""
    story = a_story(Stage.ARRIVED)
    story.hand_over(by=crew())
    story.wait(2)
    story.confirm_part("receiver_took_over", by=intensivist(MATARO))
    return story


def kinds(story: Story) -> list[str]:
    return [each.kind for each in open_decisions(story.transfer())]


@pytest.mark.parametrize("by", [intensivist(MATARO), dispatcher()])
def test_receipt_of_the_wrong_patient_is_taken_back_and_on_the_board(by):
    story = confirmed()
    assert part_to_take_back(story.transfer()) == "receiver_took_over"
    story.wait(3)
    story.take_part_back(by=by)
    transfer = story.transfer()
    assert transfer.milestones.receiver_confirmed_at is None
    assert missing_parts(transfer)[-1] == "receiver_took_over"
    assert kinds(story) == ["receipt_denied"]
    assert is_on_board(transfer)
    assert part_to_take_back(transfer) is None


def test_handover_can_be_taken_back_after_it_however_long_ago_it_was():
    story = confirmed()
    story.wait(LONGEST_MIN - 1)
    story.take_part_back(by=intensivist(MATARO))
    denied_at = story.now_at
    story.wait(30)
    assert back_until(story.transfer()) == denied_at + timedelta(minutes=LONGEST_MIN)
    story.reopen()
    transfer = story.transfer()
    assert (transfer.stage, transfer.receipt) == (Stage.ARRIVED, None)


def test_receipt_confirmed_again_ends_the_question():
    story = confirmed()
    story.take_part_back(by=intensivist(MATARO))
    story.confirm_part("receiver_took_over", by=intensivist(MATARO))
    assert kinds(story) == []
    assert part_to_take_back(story.transfer()) == "receiver_took_over"


def test_receipt_is_taken_back_within_its_minutes():
    story = confirmed()
    story.wait(LONGEST_MIN + 1)
    with refused("closing_too_long_ago"):
        story.take_part_back()


def test_receipt_from_which_something_has_followed_stays():
    story = confirmed()
    story.resolve("ward")
    with refused("closing_resolved"):
        story.take_part_back()
    back = confirmed()
    back.request_return()
    with refused("closing_return_asked"):
        back.take_part_back()
    assert part_to_take_back(back.transfer()) is None


def test_handover_told_by_the_receiving_team_is_a_closing():
    story = a_story(Stage.ARRIVED)
    story.hand_over(by=intensivist(MATARO))
    with refused("no_part_to_take_back", value="receiver_took_over"):
        story.take_part_back(by=intensivist(MATARO))
    story.reopen(by=intensivist(MATARO))
    assert story.transfer().stage is Stage.ARRIVED


@pytest.mark.parametrize("by", [referring_doctor(), intensivist(GERMANS_TRIAS)])
def test_receipt_is_the_receivers_to_take_back(by):
    story = confirmed()
    code = "not_your_part" if by == referring_doctor() else "unknown_transfer"
    with refused(code):
        story.take_part_back(by=by)


def test_release_by_the_sender_is_taken_back_until_the_patient_leaves():
    story = a_story(Stage.AT_PATIENT)
    with refused("no_part_to_take_back"):
        story.take_part_back("sender_released", by=referring_doctor())
    story.confirm_part("sender_released", by=referring_doctor())
    assert part_to_take_back(story.transfer()) == "sender_released"
    story.take_part_back("sender_released", by=referring_doctor())
    assert story.transfer().milestones.sender_released_at is None
    story.confirm_part("sender_released", by=referring_doctor())
    story.step("departed")
    with refused("no_part_to_take_back"):
        story.take_part_back("sender_released", by=referring_doctor())


def test_receipt_needs_a_reason_to_be_taken_back():
    with refused("text_invalid", field="reason"):
        confirmed().take_part_back(reason=" ")


def test_person_settles_what_the_hospital_denies():
    story = confirmed()
    story.take_part_back(by=intensivist(MATARO))
    (asked,) = open_decisions(story.transfer())
    story.settle(asked.kind, asked.about)
    assert not is_on_board(story.transfer())
