"""Counter-offers and a full ICU move the request on; they never refuse the patient."""

import pytest

from dispatch.checklist.reasons import REASONS
from dispatch.checklist.verdict import Answer
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.decide_offer import OFFER_KINDS, CounterOffer, next_hospital
from dispatch.transfer.decide_request import first_without_offer
from dispatch.transfer.parts import Needs
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SANT_PAU,
    a_story,
    at,
    dispatcher,
    intensivist,
    on_duty,
    refused,
)

AFTER = CounterOffer("after_resuscitation")
LATER = CounterOffer("later", available_at=at(120))


def goes_on_to(story, now_at):
    return next_hospital(story.transfer(), beds=story.board.beds, now_at=now_at)


def countered(offer=AFTER):
    story = a_story(Stage.ASKED)
    story.counter(offer=offer)
    return story


@pytest.mark.parametrize(
    "offer", [AFTER, LATER, CounterOffer("other_hospital", suggested=SANT_PAU)]
)
def test_offer_lets_the_request_go_and_declines_nothing(offer):
    story = countered(offer)
    transfer = story.transfer()
    assert (transfer.stage, transfer.asked, transfer.declined) == (Stage.REQUESTED, None, ())
    (kept,) = transfer.offers
    assert (kept.hospital, kept.kind, kept.offered_at) == (MATARO, offer.kind, story.now_at)
    assert (kept.suggested, kept.available_at) == (offer.suggested, offer.available_at)


def test_every_kind_of_offer_is_known():
    assert OFFER_KINDS == ("after_resuscitation", "other_hospital", "later")


def test_what_belongs_to_another_kind_is_not_kept():
    story = countered(CounterOffer("after_resuscitation", SANT_PAU, at(120)))
    (kept,) = story.transfer().offers
    assert (kept.suggested, kept.available_at) == (None, None)


@pytest.mark.parametrize("suggested", [None, MATARO, CALELLA])
def test_other_hospital_must_be_another(suggested):
    with refused("offer_needs_hospital", field="suggested"):
        countered(CounterOffer("other_hospital", suggested=suggested))


def test_hospital_that_lacks_what_is_needed_is_not_suggested():
    lacking = HospitalCode("parc-tauli")
    story = a_story(Stage.ASKED, needs=Needs(ecmo=True))
    with refused(
        "needs_exceed_hospital", field="suggested", hospital=lacking, lacking="lacks_ecmo"
    ):
        story.counter(offer=CounterOffer("other_hospital", suggested=lacking))


@pytest.mark.parametrize("available_at", [None, at(-1), at(5)])
def test_later_must_say_when_and_that_is_later(available_at):
    with refused("offer_needs_time", field="available_at"):
        countered(CounterOffer("later", available_at=available_at))


def test_time_without_zone_is_refused():
    with refused("instant_without_zone", field="available_at"):
        countered(CounterOffer("later", available_at=at(120).replace(tzinfo=None)))


def test_only_the_asked_hospital_on_duty_offers():
    story = a_story(Stage.ASKED)
    with refused("not_asked"):
        story.counter(by=dispatcher(), offer=AFTER)
    story.roster = (on_duty(intensivist(GERMANS_TRIAS)),)
    with refused("not_on_duty"):
        story.counter(offer=AFTER)


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_no_of_the_hospital_moves_on_and_no_about_the_patient_waits(reason):
    story = a_story(Stage.ASKED)
    story.decline(reason=reason)
    following = goes_on_to(story, story.now_at)
    expected = None if REASONS[reason].refuses_patient else GERMANS_TRIAS
    assert following == expected


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.CANCELLED}))
def test_request_nobody_turned_away_stays_where_it_is(stage):
    story = a_story(stage)
    assert goes_on_to(story, story.now_at) is None


def test_request_goes_on_hospital_by_hospital_until_none_is_left():
    story = a_story(Stage.ASKED)
    order = [candidate.hospital for candidate in story.transfer().candidates]
    asked = []
    while story.transfer().asked is not None:
        asked.append(story.transfer().asked)
        story.wait(1)
        story.decline(reason="no_bed")
        story.move_on()
    assert asked == order
    assert story.transfer().stage is Stage.REQUESTED


def test_suggested_hospital_is_asked_before_the_next():
    story = countered(CounterOffer("other_hospital", suggested=SANT_PAU))
    assert SANT_PAU != GERMANS_TRIAS
    assert goes_on_to(story, story.now_at) == SANT_PAU


def test_hospital_nobody_proposed_gives_way_to_the_next():
    story = countered(CounterOffer("other_hospital", suggested=HospitalCode("nowhere")))
    assert goes_on_to(story, story.now_at) == GERMANS_TRIAS


@pytest.mark.parametrize(
    "offer", [AFTER, CounterOffer("other_hospital", suggested=GERMANS_TRIAS)]
)
def test_closed_or_full_hospital_is_left_to_people(offer):
    story = countered(offer)
    second, third, fourth = (each.hospital for each in story.transfer().candidates[1:4])
    assert goes_on_to(story, story.now_at) == second == GERMANS_TRIAS
    story.report_beds(second, total=4, used=4)
    assert goes_on_to(story, story.now_at) == third
    story.close_beds(third, minutes=10)
    assert goes_on_to(story, story.now_at) == fourth
    assert goes_on_to(story, at(15)) == third  # the closure has ended
    assert goes_on_to(story, at(60)) == second  # nobody knows whether it is still full


def test_offer_before_a_later_no_moves_nothing():
    story = countered()
    story.move_on()
    story.wait(1)
    story.answer(answers={**ALL_YES, "infection": Answer.NO}, reason="no_infection")
    assert goes_on_to(story, story.now_at) is None


def test_offer_for_later_stands_again_when_its_time_has_come():
    story = countered(LATER)
    assert goes_on_to(story, at(119)) == GERMANS_TRIAS
    assert goes_on_to(story, at(120)) == MATARO


def test_hospital_that_offered_can_be_asked_again_and_agree():
    story = countered()
    story.wait(30)
    story.ask(hospital=MATARO)
    story.answer()
    assert story.transfer().agreement.hospital == MATARO


def test_next_after_an_offer_needs_no_reason_of_the_person_who_asks():
    story = countered()
    assert first_without_offer(story.transfer()) == GERMANS_TRIAS
    with refused("override_reason_needed"):
        story.ask(hospital=SANT_PAU)
    story.ask(hospital=GERMANS_TRIAS)
    assert story.transfer().asked == GERMANS_TRIAS


def test_nobody_is_first_when_all_have_offered():
    story = countered()
    while (following := goes_on_to(story, story.now_at)) is not None:
        story.ask(hospital=following, reason="next")
        story.wait(1)
        story.counter(offer=AFTER)
    assert first_without_offer(story.transfer()) is None
