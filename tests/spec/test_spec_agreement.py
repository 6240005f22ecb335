"""Agreement between two doctors, as the manual says it.

Source: Yébenes et al., Med Intensiva 2020;44:36-45, stage 3 and Fig. 5.
"""

import pytest

from dispatch.checklist.verdict import Answer
from dispatch.network.levels import Care
from dispatch.transfer.parts import Needs
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    VALL_HEBRON,
    a_story,
    a_transfer,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)


def test_transfer_is_agreed_by_four_affirmative_answers():
    """Yébenes 2020, Fig. 5, caption: 4 of 4 affirmative answers are needed."""
    story = a_story(Stage.ASKED)
    story.answer(answers=ALL_YES)
    assert story.transfer().stage is Stage.ACCEPTED


@pytest.mark.parametrize("question", sorted(ALL_YES))
def test_three_of_four_are_no_agreement(question):
    """Yébenes 2020, Fig. 5, caption: 4 of 4, so that three are not enough."""
    story = a_story(Stage.ASKED)
    story.answer(answers={**ALL_YES, question: Answer.NO}, reason="no_infection")
    assert story.transfer().agreement is None
    assert story.transfer().declined[0].failing == (question,)


@pytest.mark.parametrize("question", sorted(ALL_YES))
def test_question_left_open_is_not_a_yes(question):
    """Decision 12: unanswered is not yes."""
    story = a_story(Stage.ASKED)
    answers = {name: answer for name, answer in ALL_YES.items() if name != question}
    with refused("question_unanswered", question=question, needed=4, given=3):
        story.answer(answers=answers)
    assert story.transfer().stage is Stage.ASKED


@pytest.mark.parametrize("actor", [referring_doctor(), dispatcher(), coordinating_doctor()])
def test_intensivist_of_reference_decides_and_nobody_else(actor):
    """Yébenes 2020, stage 3: the intensivist of reference decides, through the EMS."""
    story = a_story(Stage.ASKED)
    with refused("not_asked", asked=MATARO):
        story.answer(by=actor)


def test_intensivist_of_another_hospital_does_not_even_see_the_question():
    """Decision 12: an intensivist of the asked hospital, nobody else."""
    story = a_story(Stage.ASKED)
    with refused("unknown_transfer"):
        story.answer(by=intensivist(GERMANS_TRIAS))


def test_limited_life_support_excludes_the_code():
    """Yébenes 2020: no limitation of life support is one of what the doctors share."""
    with refused("treatment_limits"):
        a_story(has_treatment_limits=True)


def test_request_refused_here_goes_to_the_next_hospital():
    """Decision 13: every hospital not proposed has its reason; the next one is asked."""
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
    """Decision 12 and the list of reasons: a no without a code is not taken."""
    story = a_story(Stage.ASKED)
    with refused("reason_needed", field="reason"):
        story.decline(reason=None)


def test_small_hospital_refers_to_its_reference_centre():
    """Yébenes 2020, Table 2: Calella (SEP-1) has Mataró (SEP-2a) as its reference."""
    first = a_transfer(referring=CALELLA).candidates[0]
    assert (first.hospital, first.is_reference) == (MATARO, True)


def test_complex_focus_refers_to_the_higher_level():
    """Yébenes 2020, levels: SEP-2b for surgery beyond abdomen and soft tissue, 24 hours."""
    first = a_transfer(needs=Needs(complex_source_control=True)).candidates[0]
    assert first.hospital == GERMANS_TRIAS


def test_child_who_needs_ecmo_goes_where_it_is():
    """Yébenes 2020, levels: for children SEP-2b is the level with ECMO."""
    first = a_transfer(care=Care.PAEDIATRIC, needs=Needs(ecmo=True)).candidates[0]
    assert first.hospital == VALL_HEBRON


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASKED])
def test_no_unit_moves_before_the_agreement(stage):
    """Yébenes 2020, stage 3: not a direct transfer; agreement first, then the unit."""
    story = a_story(stage)
    with refused("not_agreed", stage=stage.value):
        story.assign(unit_id=SVA_1)


def test_same_patient_is_not_requested_twice():
    """A second open request of one patient would hold two beds and send two units."""
    story = a_story()
    with refused("requested_twice"):
        story.request()
