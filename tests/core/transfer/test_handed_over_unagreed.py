"""A handover where nobody had agreed: it counts a bed, asks that hospital, and says so."""

import pytest
from msgspec.structs import replace

from dispatch.capacity.beds import BedKind, free_beds, overbooked, report_beds
from dispatch.transfer.cut import sees
from dispatch.transfer.decide_bundle import late_steps
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_on_board
from dispatch.transfer.views import view_transfer
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    Story,
    a_network,
    a_story,
    analyst,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
    some_beds,
)

THERE = (GERMANS_TRIAS, BedKind.ICU)
AGREED = (MATARO, BedKind.ICU)


def elsewhere(*, by=None, beds=None, hospital=GERMANS_TRIAS) -> Story:
    """The crew has brought the patient to a hospital that never agreed."""
    story = a_story(Stage.DEPARTED)
    if beds is not None:
        story.board = replace(story.board, beds={**story.board.beds, THERE: beds})
    story.divert(hospital=hospital)
    story.step("arrived")
    story.hand_over(by=by or crew())
    return story


def kinds(story: Story) -> list[str]:
    return [each.kind for each in open_decisions(story.transfer())]


def test_it_is_a_decision_on_the_board_until_that_hospital_confirms():
    story = elsewhere()
    transfer = story.transfer()
    assert transfer.stage is Stage.HANDED_OVER
    assert kinds(story) == ["handed_over_unagreed"]
    assert is_on_board(transfer)
    assert all(sees(transfer, who) for who in (dispatcher(), coordinating_doctor(), analyst()))
    assert sees(transfer, intensivist(GERMANS_TRIAS))
    story.wait(5)
    story.confirm_part("receiver_took_over", by=intensivist(GERMANS_TRIAS))
    assert kinds(story) == []
    assert not is_on_board(story.transfer())
    assert story.transfer().without_agreement == GERMANS_TRIAS


def test_agreement_that_is_missing_is_shown_for_ever():
    story = elsewhere()
    story.confirm_part("receiver_took_over", by=dispatcher())
    view = view_transfer(story.transfer(), dispatcher(), in_full=True)
    assert view is not None
    assert (view.without_agreement, view.receipt) == (GERMANS_TRIAS, None)


def test_team_there_that_takes_the_patient_itself_is_asked_nothing():
    story = elsewhere(by=intensivist(GERMANS_TRIAS))
    assert kinds(story) == []
    assert story.transfer().without_agreement == GERMANS_TRIAS


def test_person_at_headquarters_settles_it_with_a_reason():
    story = elsewhere()
    (asked,) = open_decisions(story.transfer())
    with refused("decision_of_others"):
        story.settle(asked.kind, asked.about, by=intensivist(GERMANS_TRIAS))
    story.settle(asked.kind, asked.about)
    assert kinds(story) == []
    assert not is_on_board(story.transfer())


def test_outcome_told_by_that_hospital_answers_it():
    story = elsewhere()
    story.resolve("ward")
    assert kinds(story) == []


def test_one_bed_more_counts_as_used_there_and_none_is_made():
    beds = replace(some_beds(GERMANS_TRIAS), held=0)
    beds = report_beds(beds, total=10, used=9)
    story = elsewhere(beds=beds)
    after = story.board.beds[THERE]
    assert (after.total, after.used, after.held) == (10, 10, 0)
    assert free_beds(after) == 0
    assert story.board.beds[AGREED].held == 0


def test_full_hospital_is_overbooked_by_it():
    beds = report_beds(replace(some_beds(GERMANS_TRIAS), held=0), total=10, used=10)
    after = elsewhere(beds=beds).board.beds[THERE]
    assert (after.total, after.used, overbooked(after)) == (10, 11, 1)


def test_hospital_that_never_reported_has_an_unknown_count_still():
    after = elsewhere().board.beds[THERE]
    assert (after.total, after.used, free_beds(after)) == (0, 1, None)


def test_hospital_without_such_a_unit_counts_no_bed():
    story = a_story(Stage.DEPARTED)
    hospitals = a_network().hospitals.values()
    small = next(each.code for each in hospitals if not each.icu_beds and each.code != CALELLA)
    story.divert(hospital=small)
    story.step("arrived")
    before = story.board.beds
    story.hand_over(by=crew())
    assert kinds(story) == ["handed_over_unagreed"]
    assert (small, BedKind.ICU) not in story.board.beds
    assert set(story.board.beds) == set(before)


@pytest.mark.parametrize("is_counted_since", [False, True])
def test_handover_taken_back_counts_that_bed_no_more(is_counted_since):
    story = elsewhere()
    if is_counted_since:
        story.wait(1)
        story.report_beds(GERMANS_TRIAS, total=12, used=7)
    used = story.board.beds[THERE].used
    story.reopen()
    transfer = story.transfer()
    assert transfer.stage is Stage.ARRIVED
    assert (transfer.receipt, transfer.without_agreement) == (None, None)
    assert story.board.beds[THERE].used == (used if is_counted_since else used - 1)
    assert story.board.beds[AGREED].held == 1


def test_handover_as_agreed_asks_nobody():
    story = a_story(Stage.HANDED_OVER)
    assert kinds(story) == []
    assert not is_on_board(story.transfer())
    assert story.transfer().without_agreement is None


def test_patient_back_with_the_sender_is_no_handover_elsewhere():
    story = elsewhere(hospital=CALELLA)
    assert story.transfer().stage is Stage.TAKEN_BACK
    assert kinds(story) == []


def test_nobody_is_reminded_of_the_bundle_after_a_handover():
    story = elsewhere()
    story.wait(60 * 24)
    assert late_steps(story.transfer(), now_at=story.now_at) == ()
    assert not sees(story.transfer(), referring_doctor(MATARO))
