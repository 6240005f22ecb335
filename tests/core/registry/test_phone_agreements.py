"""Agreements by telephone, counted to the end."""

from datetime import timedelta

import pytest

from dispatch.registry import PhoneAgreement, Word, agreed_by_phone, counted
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    NOON,
    SVA_1,
    SVA_2,
    Story,
    a_story,
    coordinating_doctor,
    intensivist,
)

ORDER = list(Stage)


def by_phone(until: Stage = Stage.ACCEPTED) -> Story:
    story = a_story(Stage.ASKED)
    story.phone(by=coordinating_doctor())
    go_on(story, until)
    return story


def go_on(story: Story, until: Stage) -> None:
    begins = ORDER.index(story.transfer().stage) + 1
    for each in ORDER[begins : ORDER.index(until) + 1]:
        story.wait(1)
        story.go_to(each, "T1", SVA_1)
    story.wait(1)


def found(story: Story) -> tuple[PhoneAgreement, ...]:
    return agreed_by_phone(
        story.lines, begins_at=NOON, ends_at=story.now_at + timedelta(days=1)
    )


def word(story: Story) -> Word:
    (one,) = found(story)
    return one.word


def test_who_recorded_what_for_whom():
    story = by_phone()
    (one,) = found(story)
    recorder, doctor = coordinating_doctor(), intensivist()
    assert (one.number, one.referring, one.hospital) == ("CSI-T1", CALELLA, MATARO)
    assert (one.recorded_by, one.recorded_by_role) == (recorder.name, recorder.role.value)
    assert (one.doctor_id, one.doctor) == (doctor.person_id, doctor.name)
    assert (one.word, one.said_at) == (Word.OPEN, None)
    assert one.agreed_at == one.recorded_at == story.now_at - timedelta(minutes=1)


def test_agreement_in_person_is_not_counted():
    assert found(a_story(Stage.HANDED_OVER)) == ()


@pytest.mark.parametrize(
    ("stage", "confirmed", "denied"),
    [
        (Stage.ACCEPTED, Word.CONFIRMED_BEFORE, Word.DISPUTED),
        (Stage.AT_PATIENT, Word.CONFIRMED_BEFORE, Word.DISPUTED),
        (Stage.DEPARTED, Word.CONFIRMED_LATER, Word.PROTESTED),
        (Stage.ARRIVED, Word.CONFIRMED_LATER, Word.PROTESTED),
        (Stage.HANDED_OVER, Word.CONFIRMED_LATER, Word.PROTESTED),
    ],
)
def test_word_counts_by_when_it_was_said(stage, confirmed, denied):
    story = by_phone(stage)
    story.dispute(by=intensivist())
    assert word(story) is denied
    story.wait(1)
    story.confirm(by=intensivist())
    assert word(story) is confirmed
    (one,) = found(story)
    assert one.said_at == story.now_at


@pytest.mark.parametrize(
    "end", [Stage.HANDED_OVER, Stage.CANCELLED, Stage.DIED, Stage.TAKEN_BACK, Stage.LOST]
)
def test_silence_to_the_end_is_counted_and_can_still_be_broken(end):
    story = a_story(Stage.ASKED)
    story.phone(by=coordinating_doctor())
    before = {Stage.HANDED_OVER: Stage.ARRIVED, Stage.CANCELLED: Stage.ACCEPTED}
    go_on(story, before.get(end, Stage.DEPARTED))
    assert word(story) is Word.OPEN
    story.go_to(end, "T1", SVA_1)
    assert word(story) is Word.NEVER
    story.wait(60 * 24)
    story.dispute(by=intensivist())
    assert word(story) is Word.PROTESTED
    story.confirm(by=intensivist())
    assert word(story) is Word.CONFIRMED_LATER


def test_departure_reported_late_was_before_the_word():
    story = by_phone(Stage.AT_PATIENT)
    left_at = story.now_at
    story.wait(5)
    story.confirm(by=intensivist())
    assert word(story) is Word.CONFIRMED_BEFORE
    story.wait(5)
    story.step("departed", occurred_at=left_at)
    assert word(story) is Word.CONFIRMED_LATER


def test_departure_taken_back_was_none():
    story = by_phone(Stage.DEPARTED)
    story.take_back("departed")
    story.confirm(by=intensivist())
    assert word(story) is Word.CONFIRMED_BEFORE


def test_second_departure_taken_back_leaves_the_first():
    story = by_phone(Stage.DEPARTED)
    story.fail(position=(41.6, 2.6))
    story.assign(unit_id=SVA_2)
    for step in ("notified", "en_route", "at_patient", "departed"):
        story.wait(1)
        story.step(step)
    story.take_back("departed")
    story.confirm(by=intensivist())
    assert word(story) is Word.CONFIRMED_LATER


@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.DEPARTED])
def test_agreement_taken_back_waits_for_no_word(stage):
    story = by_phone(stage)
    story.withdraw()
    assert word(story) is Word.NEVER


@pytest.mark.parametrize("speaks", [True, False])
def test_each_of_two_agreements_is_counted(speaks):
    story = by_phone()
    if speaks:
        story.dispute(by=intensivist())
    story.wait(1)
    story.ask(hospital=GERMANS_TRIAS, reason="surgery")
    story.phone(by=coordinating_doctor())
    last, first = found(story)
    assert (last.hospital, last.word) == (GERMANS_TRIAS, Word.OPEN)
    assert (first.hospital, first.word) == (MATARO, Word.DISPUTED if speaks else Word.NEVER)


def test_agreement_in_person_ends_one_by_telephone():
    story = by_phone()
    story.ask(hospital=GERMANS_TRIAS, reason="surgery")
    story.answer()
    assert word(story) is Word.NEVER


def test_period_is_that_of_the_agreement():
    story = by_phone(Stage.HANDED_OVER)
    (one,) = found(story)
    at = one.agreed_at
    moment = timedelta(microseconds=1)
    assert agreed_by_phone(story.lines, begins_at=at, ends_at=at + moment) == (one,)
    assert agreed_by_phone(story.lines, begins_at=at - moment, ends_at=at) == ()
    assert agreed_by_phone(story.lines, begins_at=at + moment, ends_at=at + moment * 2) == ()


def test_every_word_has_its_number():
    story = by_phone()
    assert counted(()) == dict.fromkeys(Word, 0)
    assert counted(found(story)) == {**dict.fromkeys(Word, 0), Word.OPEN: 1}
