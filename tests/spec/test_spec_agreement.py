"""The checklist and the agreement.

Four questions stand between a request and a unit. The intensivist on duty at the hospital asked
answers them, and nobody else; their wording is provisional until SEM confirms it.
"""

import pytest

from dispatch.checklist.questions import CURRENT
from dispatch.checklist.verdict import Answer
from dispatch.identity.roles import Role
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    a_story,
    an_actor,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)


def test_transfer_is_agreed_by_four_affirmative_answers():
    """A transfer is agreed when the intensivist answers all four questions with yes. From that
    minute the agreement stands, and its clock runs.

    Source: Yébenes 2020, Fig. 5 ("4 out of 4 affirmative answers").
    """
    story = a_story(Stage.ASKED)
    story.answer(answers=ALL_YES)
    assert story.transfer().stage is Stage.ACCEPTED


@pytest.mark.parametrize("question", sorted(ALL_YES))
def test_three_of_four_are_no_agreement(question):
    """Three of four are no agreement: the answer is a refusal, with its reason and the question
    that failed.

    Source: Yébenes 2020, Fig. 5.
    """
    story = a_story(Stage.ASKED)
    story.answer(answers={**ALL_YES, question: Answer.NO}, reason="no_infection")
    assert story.transfer().agreement is None
    assert story.transfer().declined[0].failing == (question,)


@pytest.mark.parametrize("question", sorted(ALL_YES))
def test_question_left_open_is_not_a_yes(question):
    """A question left open is not a yes: an incomplete checklist is no answer at all, and the
    request goes on waiting.

    Source: decision 12.
    """
    story = a_story(Stage.ASKED)
    answers = {name: answer for name, answer in ALL_YES.items() if name != question}
    with refused("question_unanswered", question=question, needed=4, given=3):
        story.answer(answers=answers)
    assert story.transfer().stage is Stage.ASKED


@pytest.mark.parametrize("actor", [referring_doctor(), dispatcher(), coordinating_doctor()])
def test_intensivist_of_reference_decides_and_nobody_else(actor):
    """The intensivist of reference decides. Neither the doctor who asked nor anybody at
    headquarters answers the checklist.

    Source: Yébenes 2020, stage 3 ("it is the reference intensivist who makes this decision").
    """
    story = a_story(Stage.ASKED)
    with refused("not_asked", asked=MATARO):
        story.answer(by=actor)


def test_intensivist_of_another_hospital_does_not_even_see_the_question():
    """An intensivist of another hospital than the one asked does not even see the request.

    Source: decision 12.
    """
    story = a_story(Stage.ASKED)
    with refused("unknown_transfer"):
        story.answer(by=intensivist(GERMANS_TRIAS))


def test_limited_life_support_excludes_the_code():
    """A patient with limitation of life support is not requested in code format; the doctor is
    told so, and that basic care goes on.

    Source: Yébenes 2020, stage 1.
    """
    with refused("treatment_limits"):
        a_story(has_treatment_limits=True)


def test_request_refused_here_goes_to_the_next_hospital():
    """A hospital without a bed does not refuse the patient: the next hospital is asked, and its
    agreement is the one that counts and holds the bed.

    Source: decision 13.
    """
    story = a_story(Stage.ASKED)
    assert story.transfer().asked == MATARO
    story.decline(reason="no_bed")
    assert story.transfer().stage is Stage.REQUESTED
    story.ask(hospital=GERMANS_TRIAS, reason="Mataró is full")
    story.answer()
    agreement = story.transfer().agreement
    assert agreement is not None
    assert agreement.hospital == GERMANS_TRIAS
    assert story.beds(GERMANS_TRIAS).held == 1


def test_refusal_always_says_why():
    """A no needs one of the coded reasons.

    Source: decision 12; the list of reasons is proposed.
    """
    story = a_story(Stage.ASKED)
    with refused("reason_needed", field="reason"):
        story.decline(reason=None)


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASKED])
def test_no_unit_moves_before_the_agreement(stage):
    """No unit is assigned before the agreement, whatever is urgent: nobody is transferred
    to the ICU directly.

    Source: Yébenes 2020, stage 3 ("patients are not eligible for direct transfer to the ICU").
    """
    story = a_story(stage)
    with refused("not_agreed", stage=stage.value):
        story.assign(unit_id=SVA_1)


def test_same_patient_is_not_requested_twice():
    """A patient has one open request at most; a second one would hold two beds and send two
    units.

    Source: decision 7.
    """
    story = a_story()
    with refused("requested_twice"):
        story.request()


def test_agreement_by_telephone_is_read_back_and_confirmed():
    """An agreement by telephone is written down by headquarters for a doctor on duty by name,
    read back to them, and stands as unconfirmed until that doctor has confirmed it.

    Source: proposed (decision 12 asks who answered; no source forbids the telephone).
    """
    story = a_story(Stage.ASKED)
    with refused("read_back_needed", field="read_back"):
        story.phone(read_back=False)
    story.phone()
    agreed = story.transfer().agreement
    assert agreed is not None
    assert (agreed.intensivist_id, agreed.recorded_by, agreed.confirmed_at) == (
        intensivist(MATARO).person_id,
        dispatcher().name,
        None,
    )
    with refused("not_your_agreement"):
        story.confirm(by=an_actor(Role.INTENSIVIST, name="another", hospital=MATARO))
    story.confirm(by=intensivist(MATARO))
    confirmed = story.transfer().agreement
    assert confirmed is not None
    assert confirmed.confirmed_at == story.now_at


def test_no_is_not_taken_by_telephone():
    """Less than four yes is not recorded by telephone: a refusal is the doctor's own.

    Source: proposed.
    """
    story = a_story(Stage.ASKED)
    with refused("not_four_yes", field="answers"):
        story.phone(answers={**ALL_YES, "infection": Answer.NO})


def test_doctor_never_agrees_to_the_own_request():
    """Who asked for the transfer never agrees to it, not even where the same person is on duty
    in the ICU asked.

    Source: decision 12 (the intensivist of the asked hospital, never the requester).
    """
    both = an_actor(Role.INTENSIVIST, name="referring_doctor-calella", hospital=MATARO)
    story = a_story(Stage.ASKED)
    assert story.transfer().referring_doctor_id == both.person_id
    with refused("own_request"):
        story.answer(by=both)


def test_offer_moves_the_request_on_and_refuses_nobody():
    """An intensivist may offer to take the patient later, after resuscitation, or name another
    hospital. An offer is no refusal: the next hospital is asked meanwhile.

    Source: proposed, after decision 13.
    """
    story = a_story(Stage.ASKED)
    story.counter(offer=CounterOffer("other_hospital", suggested=GERMANS_TRIAS))
    assert story.transfer().declined == ()
    story.move_on()
    assert story.transfer().asked == GERMANS_TRIAS


def test_no_about_the_patient_waits_for_a_person():
    """A no about the patient (no infection, limits of treatment) goes to no other hospital by
    itself: the doctor who asked sees it and decides.

    Source: proposed; decision 16 (people confirm).
    """
    story = a_story(Stage.ASKED)
    story.answer(answers={**ALL_YES, "infection": Answer.NO}, reason="no_infection")
    story.move_on()
    assert (story.transfer().stage, story.transfer().asked) == (Stage.REQUESTED, None)


def test_wording_is_told_to_be_provisional():
    """The questions exist in three languages and say that their wording is provisional, since
    the drawing's own words are not in the text of the paper.

    Source: Yébenes 2020, Fig. 5; decisions 9 and 12.
    """
    assert CURRENT.is_provisional
    assert len(CURRENT.questions) == 4
    assert all(set(each.wording) == {"ca", "es", "en"} for each in CURRENT.questions)
