"""Only the duty intensivist of the asked hospital answers, and all four questions."""

import pytest

from dispatch.capacity.beds import BedKind
from dispatch.capacity.events import BedHeld, BedOccupied, BedReleased
from dispatch.checklist.verdict import Answer
from dispatch.network.levels import Care
from dispatch.transfer.decide_answer import (
    answer_checklist,
    bed_kind,
    bed_occupied,
    bed_released,
    decline,
    require_asked,
)
from dispatch.transfer.events import TransferAccepted, TransferRejected
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    T1,
    a_story,
    a_transfer,
    an_actor,
    coordinating_doctor,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
    refused,
)

COLLEAGUE = an_actor(intensivist().role, name="Dr. Roca", hospital=MATARO)
NO_INFECTION = {**ALL_YES, "infection": Answer.NO}


def answer(answers, *, transfer=None, by=None, reason=None):
    return answer_checklist(
        transfer or a_transfer(Stage.ASKED),
        answers,
        actor=by or intensivist(),
        reason=reason,
        running=(on_duty(by if by and by.hospital else intensivist()),),
    )


def say_no(by=None, reason="no_bed"):
    actor = by or intensivist()
    running = (on_duty(intensivist()),)
    return decline(a_transfer(Stage.ASKED), actor=actor, reason=reason, running=running)


def test_four_yes_agree_and_hold_a_bed():
    accepted, held = answer(ALL_YES)
    assert accepted == TransferAccepted(
        transfer_id=T1,
        hospital=MATARO,
        intensivist_id=intensivist().person_id,
        intensivist=intensivist().name,
        checklist_version="2026-1",
        answers=dict(ALL_YES),
        shift_id=on_duty(intensivist()).shift_id,
    )
    assert held == BedHeld(MATARO, BedKind.ICU, T1)


def test_three_yes_decline_and_hold_nothing():
    assert answer(NO_INFECTION, reason="no_infection") == (
        TransferRejected(T1, hospital=MATARO, reason="no_infection", failing=("infection",)),
    )


def test_agreement_needs_no_reason_and_keeps_none():
    with_reason = answer(ALL_YES, reason="no_bed")
    assert with_reason == answer(ALL_YES)


@pytest.mark.parametrize("reason", [None, "", "tired"])
def test_no_needs_its_reason(reason):
    with refused("reason_needed", field="reason"):
        answer(NO_INFECTION, reason=reason)


def test_three_answers_are_not_enough():
    answers = {name: Answer.YES for name in ALL_YES if name != "infection"}
    with refused("question_unanswered", field="answers/infection", given=3):
        answer(answers)


def test_five_answers_are_too_many():
    with refused("question_unknown", field="answers/bed"):
        answer({**ALL_YES, "bed": Answer.YES})


@pytest.mark.parametrize(
    "actor",
    [
        intensivist(GERMANS_TRIAS),
        intensivist(CALELLA),
        referring_doctor(),
        dispatcher(),
        coordinating_doctor(),
    ],
    ids=lambda actor: actor.name,
)
def test_nobody_answers_for_another_hospital(actor):
    with refused("not_asked", asked=MATARO):
        answer(ALL_YES, by=actor)
    with refused("not_asked", asked=MATARO):
        say_no(actor)


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.ASKED}))
def test_nobody_answers_what_is_not_asked(stage):
    with refused("not_asked", stage=stage.value):
        answer(ALL_YES, transfer=a_transfer(stage))


def test_intensivist_cannot_answer_the_own_request():
    # Somebody on duty for Mataró may have asked for a patient of Calella.
    story = a_story(by=intensivist())
    story.ask()
    with refused("own_request"):
        story.answer()


def test_colleague_of_the_same_hospital_can_answer_it():
    story = a_story(by=intensivist())
    story.ask()
    colleague = referring_doctor(MATARO)
    assert require_asked(story.transfer(), colleague) == MATARO


def test_asked_hospital_can_decline_without_the_questions():
    assert say_no() == (TransferRejected(T1, hospital=MATARO, reason="no_bed", failing=()),)


@pytest.mark.parametrize("reason", [None, "tired"])
def test_declining_needs_its_reason_too(reason):
    with refused("reason_needed"):
        say_no(reason=reason)


def test_hospital_asked_no_longer_cannot_answer():
    story = a_story(Stage.ASKED)
    story.ask(hospital=GERMANS_TRIAS, reason="no answer")
    with refused("not_asked", asked=GERMANS_TRIAS):
        answer(ALL_YES, transfer=story.transfer(), by=intensivist(MATARO))


def test_answers_are_kept_as_they_were_given():
    given = dict(ALL_YES)
    accepted, _ = answer(given)
    given["infection"] = Answer.NO
    assert isinstance(accepted, TransferAccepted)
    assert accepted.answers == ALL_YES


@pytest.mark.parametrize(
    ("care", "kind"), [(Care.ADULT, BedKind.ICU), (Care.PAEDIATRIC, BedKind.PICU)]
)
def test_bed_is_of_the_patients_kind(care, kind):
    assert bed_kind(a_transfer(care=care)) is kind


def test_transfer_without_agreement_releases_no_bed():
    assert bed_released(a_transfer(Stage.ASKED)) == ()


def test_agreed_transfer_releases_its_bed():
    assert bed_released(a_transfer(Stage.ACCEPTED)) == (BedReleased(MATARO, BedKind.ICU, T1),)


def test_arrived_patient_occupies_the_bed_held():
    assert bed_occupied(a_transfer(Stage.ARRIVED)) == (BedOccupied(MATARO, BedKind.ICU, T1),)


def test_bed_is_held_by_the_agreement_and_used_by_the_patient():
    held, used = (a_story(stage).beds() for stage in (Stage.ACCEPTED, Stage.HANDED_OVER))
    assert (held.held, held.used) == (1, 0)
    assert (used.held, used.used) == (0, 1)


def test_intensivist_off_duty_cannot_answer():
    story = a_story(Stage.ASKED)
    story.roster = (on_duty(intensivist(), ends_at=story.now_at), on_duty(COLLEAGUE))
    with refused("not_on_duty", allowed="Dr. Roca"):
        story.answer()
    with refused("not_on_duty"):
        story.decline()
    story.answer(by=COLLEAGUE)
    agreed = story.transfer().agreement
    assert agreed is not None
    assert agreed.intensivist == "Dr. Roca"


def test_duty_at_another_hospital_is_no_duty_here():
    elsewhere = on_duty(intensivist(), hospital=GERMANS_TRIAS)
    with refused("not_on_duty", allowed="-"):
        answer_checklist(
            a_transfer(Stage.ASKED),
            ALL_YES,
            actor=intensivist(),
            reason=None,
            running=(elsewhere,),
        )
