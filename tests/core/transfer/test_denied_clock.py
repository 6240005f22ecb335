"""A yes that its doctor denies starts no clock of 3 h, and none that the next yes inherits."""

import pytest

from dispatch.transfer.stage import AGREED, Stage
from dispatch.transfer.transfer import clock_starts_at, has_left
from dispatch.transfer.views import window_ends_at
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    Story,
    a_story,
    by_phone,
    coordinating_doctor,
    intensivist,
)


def denied(stage: Stage) -> Story:
    story = by_phone(stage)
    story.wait(20)
    assert window_ends_at(story.transfer()) is not None
    story.dispute(by=intensivist())
    return story


@pytest.mark.parametrize("stage", sorted(AGREED))
def test_no_window_ends_from_a_denied_yes_until_it_is_confirmed(stage):
    story = denied(stage)
    agreed_at = story.transfer().milestones.agreed_at
    assert window_ends_at(story.transfer()) is None
    story.confirm(by=intensivist())
    assert clock_starts_at(story.transfer()) == agreed_at
    assert window_ends_at(story.transfer()) is not None


@pytest.mark.parametrize("is_withdrawn", [False, True])
@pytest.mark.parametrize("stage", sorted(AGREED))
def test_next_yes_starts_the_clock_that_the_denied_one_never_did(stage, is_withdrawn):
    story = denied(stage)
    if is_withdrawn:
        story.withdraw()
        assert clock_starts_at(story.transfer()) is None
        kept = story.transfer().milestones.agreed_at is not None
        assert kept is has_left(story.transfer())
    story.wait(4)
    story.ask(hospital=GERMANS_TRIAS, reason="nobody agreed at the first")
    story.wait(4)
    story.answer()
    assert clock_starts_at(story.transfer()) == story.now_at


def test_real_yes_before_keeps_its_clock_while_a_later_one_is_denied():
    story = a_story(Stage.EN_ROUTE)
    first_at = story.transfer().milestones.agreed_at
    story.withdraw()
    story.wait(4)
    story.ask(hospital=GERMANS_TRIAS, reason="the first withdrew")
    story.phone(by=coordinating_doctor(), doctor=intensivist(GERMANS_TRIAS))
    story.dispute(by=intensivist(GERMANS_TRIAS))
    agreed = story.transfer().agreement
    assert agreed is not None
    assert (agreed.hospital != MATARO, clock_starts_at(story.transfer())) == (True, first_at)
