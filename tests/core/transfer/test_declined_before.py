"""A hospital that said no may be asked again: by a person with a reason, or with a free bed."""

import pytest
from msgspec.structs import replace

from dispatch.capacity.beds import BedKind, Beds
from dispatch.transfer.decide_offer import next_hospital
from dispatch.transfer.parts import Needs, Why
from dispatch.transfer.propose_hospitals import propose_hospitals
from dispatch.transfer.stage import Stage
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    Story,
    a_network,
    a_story,
    dispatcher,
    refused,
    travel_times,
)


def declined(reason: str = "no_bed") -> Story:
    story = a_story(Stage.ASKED)
    story.decline(reason=reason)
    rank(story)
    return story


def rank(story: Story, beds: Beds | None = None) -> None:
    """The ranking made anew, with these beds of one hospital."""
    rows = {} if beds is None else {(beds.hospital, beds.kind): beds}
    proposed = propose_hospitals(
        story.transfer(),
        network=a_network(),
        travel=travel_times(),
        beds={**story.board.beds, **rows},
        now_at=story.now_at,
    )
    story.record((proposed,), by=dispatcher())


def free_bed(story: Story, *, used: int = 9) -> Beds:
    return Beds(MATARO, BedKind.ICU, total=10, used=used, reported_at=story.now_at)


def test_no_that_stands_keeps_it_out_and_says_why():
    story = declined()
    (left_out,) = [each for each in story.transfer().not_proposed if each.hospital == MATARO]
    assert left_out.reasons == (Why("declined", {"reason": "no_bed"}),)


@pytest.mark.parametrize("is_ranked_anew", [True, False])
def test_person_asks_again_with_a_reason(is_ranked_anew):
    story = declined() if is_ranked_anew else a_story(Stage.ASKED)
    if not is_ranked_anew:
        story.decline(reason="no_bed")
    with refused("hospital_declined", field="override_reason", value=MATARO):
        story.ask(hospital=MATARO)
    story.ask(hospital=MATARO, reason="a patient of theirs leaves at six")
    assert (story.transfer().asked, story.transfer().stage) == (MATARO, Stage.ASKED)
    story.answer()
    assert story.transfer().stage is Stage.ACCEPTED


def test_yes_taken_back_may_be_given_again():
    story = a_story(Stage.ASSIGNED)
    story.withdraw(reason="no_staff_or_technique")
    story.ask(hospital=MATARO, reason="the second intensivist says yes")
    story.answer()
    agreed = story.transfer().agreement
    assert agreed is not None
    assert (agreed.hospital, agreed.withdrawn_at) == (MATARO, None)


def test_bed_reported_free_since_makes_it_a_candidate_with_its_no_beside_it():
    story = declined()
    story.wait(20)
    rank(story, free_bed(story))
    first = story.transfer().candidates[0]
    assert first.hospital == MATARO
    assert Why("declined", {"reason": "no_bed"}) in first.warnings
    assert next_hospital(story.transfer(), beds={}, now_at=story.now_at) != MATARO
    story.ask(hospital=MATARO)
    assert story.transfer().asked == MATARO


def test_yes_taken_back_is_told_as_such():
    story = a_story(Stage.ASSIGNED)
    story.withdraw(reason="no_bed")
    story.wait(20)
    rank(story, free_bed(story))
    warnings = {each.hospital: each.warnings for each in story.transfer().candidates}
    assert Why("took_back", {"reason": "no_bed"}) in warnings[MATARO]


@pytest.mark.parametrize(
    ("reason", "used", "minutes"),
    [("no_bed", 10, 20), ("no_bed", 9, 0), ("treatment_limits", 9, 20)],
)
def test_no_stands_until_its_ground_is_gone(reason, used, minutes):
    story = declined(reason)
    story.wait(minutes)
    rank(story, free_bed(story, used=used))
    assert MATARO not in {each.hospital for each in story.transfer().candidates}


def test_no_of_a_hospital_never_reported_stands():
    story = declined()
    rank(story, Beds(MATARO, BedKind.ICU))
    assert MATARO not in {each.hospital for each in story.transfer().candidates}


def test_hospital_that_lacks_what_is_needed_is_not_asked_again():
    story = declined()
    story.change_condition(needs=Needs(complex_source_control=True))
    with refused("hospital_not_suitable", field="hospital", value=MATARO):
        story.ask(hospital=MATARO, reason="they know the patient")


def test_last_one_left_is_asked_again():
    story = a_story(Stage.ASKED)
    story.decline()
    rank(story)
    only = replace(story.transfer(), candidates=())
    story.board.transfers[only.transfer_id] = only
    story.ask(hospital=MATARO, reason="nobody else")
    assert story.transfer().asked == MATARO
    assert GERMANS_TRIAS not in {each.hospital for each in only.candidates}
