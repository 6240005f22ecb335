"""A held bed waits for its patient, though not for ever."""

import pytest

from dispatch.assessment.criteria import criterion
from dispatch.capacity.events import BedHeld, BedOccupied, BedReleased, BedTaken
from dispatch.transfer.decide_bed import expire_hold, hold_expires_at, keep_bed
from dispatch.transfer.events import BedHoldExpired, BedKept
from dispatch.transfer.stage import AGREED, HOLD_EXPIRES, WITHOUT_UNIT, Stage
from tests.builders import a_story, a_transfer, refused

HOLD_MIN = criterion("bed_hold_min")


def an_expired_story():
    story = a_story(Stage.ACCEPTED)
    story.wait(HOLD_MIN)
    story.expire_hold()
    return story


@pytest.mark.parametrize("stage", sorted(HOLD_EXPIRES))
def test_hold_expires_by_itself_until_a_unit_is_there(stage):
    story = a_story(stage)
    ends_at = hold_expires_at(story.transfer())
    assert story.transfer().bed_held_at == story.transfer().milestones.agreed_at
    assert ends_at is not None
    story.now_at = ends_at
    story.expire_hold()
    assert story.transfer().bed_held_at is None
    assert story.beds().held == 0


@pytest.mark.parametrize("stage", sorted(set(Stage) - HOLD_EXPIRES))
def test_bed_of_a_patient_under_way_does_not_expire(stage):
    assert hold_expires_at(a_transfer(stage)) is None


def test_hold_does_not_expire_before_its_time():
    story = a_story(Stage.ACCEPTED)
    story.wait(HOLD_MIN - 0.1)
    assert expire_hold(story.transfer(), now_at=story.now_at) == ()


def test_hold_expires_once():
    story = an_expired_story()
    assert expire_hold(story.transfer(), now_at=story.now_at) == ()
    kinds = [type(line.event) for line in story.lines[-2:]]
    assert kinds == [BedHoldExpired, BedReleased]


def test_agreement_stands_without_its_bed():
    story = an_expired_story()
    assert story.transfer().stage is Stage.ACCEPTED
    assert story.transfer().agreement is not None


def test_hospital_can_go_on_holding_the_bed():
    story = a_story(Stage.ACCEPTED)
    story.wait(60)
    assert [type(event) for event in keep_bed(story.transfer())] == [BedKept]
    story.keep_bed()
    assert story.transfer().bed_held_at == story.now_at
    assert story.beds().held == 1


def test_hospital_can_hold_a_bed_again():
    story = an_expired_story()
    story.keep_bed()
    assert type(story.lines[-1].event) is BedHeld
    assert (story.beds().held, story.transfer().bed_held_at) == (1, story.now_at)


@pytest.mark.parametrize("stage", sorted(set(Stage) - AGREED))
def test_bed_is_kept_only_for_an_agreed_patient(stage):
    story = a_story(stage)
    with refused("not_agreed" if stage in WITHOUT_UNIT else "not_at_this_stage"):
        story.keep_bed()


def test_patient_whose_hold_expired_lies_in_a_bed_all_the_same():
    story = an_expired_story()
    for stage in tuple(Stage)[3:10]:
        story.go_to(stage, "T1", "SVA-01")
    assert BedTaken in [type(line.event) for line in story.lines]
    assert BedOccupied not in [type(line.event) for line in story.lines]
    assert (story.beds().used, story.beds().held) == (1, 0)


def test_cancelling_frees_no_bed_that_is_not_held():
    story = an_expired_story()
    story.cancel()
    assert (story.beds().held, story.transfer().bed_held_at) == (0, None)
