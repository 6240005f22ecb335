"""Needs that no single hospital meets: people ask one that lacks least, nobody is imposed."""

from msgspec.structs import replace

from dispatch.transfer.decide_offer import CounterOffer, next_hospital
from dispatch.transfer.decide_request import ask_hospital
from dispatch.transfer.decisions import MAY_SETTLE, open_decisions
from dispatch.transfer.parts import Needs
from dispatch.transfer.shortfall import none_has_all
from dispatch.transfer.stage import Stage
from tests.builders import a_story, a_transfer, at, intensivist, refused, some_beds

NEEDS = Needs(burns=True, hyperbaric=True)


def kinds(transfer):
    return [each.kind for each in open_decisions(transfer)]


def asked_despite():
    story = a_story(needs=NEEDS)
    first = story.transfer().candidates[0].hospital
    story.ask(hospital=first, reason="burns first")
    return story, first


def test_board_says_that_no_hospital_has_all_and_what_the_nearest_lack():
    transfer = a_transfer(needs=NEEDS)
    (decision,) = (each for each in open_decisions(transfer))
    assert decision.kind == "no_hospital_has_all"
    assert {each.code for each in decision.why} <= {"lacks_burns", "lacks_hyperbaric"}
    assert decision.why
    assert MAY_SETTLE["no_hospital_has_all"]
    assert kinds(a_transfer(needs=Needs(burns=True))) == []


def test_one_is_asked_only_with_a_reason_and_its_yes_counts():
    story = a_story(needs=NEEDS)
    first = none_has_all(story.transfer())[0].hospital
    with refused("override_reason_needed"):
        story.ask(hospital=first)
    story.ask(hospital=first, reason="burns first")
    assert kinds(story.transfer()) == []
    story.answer(by=intensivist(first))
    assert story.transfer().stage is Stage.ACCEPTED


def test_request_goes_on_to_none_by_itself():
    story, first = asked_despite()
    story.counter(by=intensivist(first), offer=CounterOffer("after_resuscitation"))
    transfer = story.transfer()
    assert next_hospital(transfer, beds=story.board.beds, now_at=at(60)) is None


def test_sentence_never_ends_in_an_empty_list():
    story = a_story()
    left_out = story.transfer().not_proposed
    told = next(each for each in left_out if each.reasons[0].code == "level_too_low")
    with refused("hospital_not_suitable", field="hospital"):
        story.ask(hospital=told.hospital, reason="near")
    hopeless = replace(story.transfer(), candidates=(), not_proposed=())
    with refused("no_hospital_left", field="hospital"):
        ask_hospital(hopeless, some_beds(told.hospital), override_reason="near", now_at=at(5))
