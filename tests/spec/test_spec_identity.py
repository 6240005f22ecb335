"""No patient identity.

The program moves patients without knowing who they are. The hospital's number of the patient is
turned into a pseudonym at the door, so that nobody is requested twice, and is then forgotten.
"""

import msgspec
import pytest

from dispatch.assessment.answer import answer_of
from dispatch.assessment.assess import assess
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.desk.read_transfer import read_transfer
from dispatch.kernel.ids import TransferId
from dispatch.transfer.decide_assessment import least_told
from dispatch.transfer.stage import Stage
from dispatch.transfer.views import view_event, view_transfer
from tests.builders import (
    NOON,
    a_story,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import by
from tests.spec.patients import a_child, an_adult

SECRET = "CIP PUJO 0 680412 00 1"


async def test_number_of_the_patient_is_forgotten_at_the_door(world):
    """The number of the patient is in no row, in no line of the log and in no answer: what
    stays is a keyed pseudonym.

    Source: decision 19; record 0007.
    """
    transfer_id = await world.brought_to(Stage.HANDED_OVER, SECRET)
    lines = await world.hq.log.read_events(transfer_id)
    rows = await world.ever()
    assert len(lines) > 8
    for kept in (lines, rows):
        assert "PUJO" not in repr(kept)
        assert "680412" not in repr(kept)


@pytest.mark.parametrize(
    "actor",
    [referring_doctor(), intensivist(), crew(), dispatcher(), coordinating_doctor()],
)
def test_pseudonym_never_leaves_the_program(actor):
    """Not even the pseudonym goes over the wire, to nobody.

    Source: decision 19; record 0007.
    """
    transfer = a_story(Stage.ASSIGNED).transfer()
    view = view_transfer(transfer, actor, in_full=True)
    assert transfer.patient_key not in msgspec.json.encode(view).decode()


def test_timeline_tells_what_happened_and_not_to_whom():
    """A line of the timeline holds only the facts that its sentence needs.

    Source: decision 19.
    """
    story = a_story(Stage.HANDED_OVER)
    key = story.transfer().patient_key
    told = msgspec.json.encode([view_event(line) for line in story.lines]).decode()
    assert key not in told
    assert "box 3" not in told


def test_age_of_an_adult_is_not_kept():
    """The age of an adult changes no score and is not kept; a child's is kept in whole months,
    because what is in order follows from it.

    Source: decision 19 (no more than is needed); proposed.
    """
    adult = least_told(an_adult(age_years=68), NOON)
    child = least_told(a_child(age_months=36.4), NOON)
    assert isinstance(adult, AdultValues)
    assert isinstance(child, ChildValues)
    assert adult.age_years is None
    assert child.age_months == 36


def test_same_values_are_the_same_assessment_whoever_it_is():
    """The assessment is a function of the values: it takes no name and no number, and the same
    values give the same answer for ever.

    Source: decision 19; record 0005.
    """
    first = answer_of("a", assess(an_adult(gcs=12)))
    again = answer_of("b", assess(an_adult(gcs=12)))
    assert {**first, "id": ""} == {**again, "id": ""}


async def test_same_patient_is_known_again_by_the_pseudonym(world):
    """A patient with an open request is not requested again, however the number is written; the
    doctor is told the number of the transfer that is open.

    Source: decisions 7 and 19.
    """
    await world.opened(SECRET)
    with refused("patient_already_requested", field="patient_reference"):
        await world.opened(SECRET.lower().replace(" ", ""))


async def test_who_takes_no_part_is_told_that_there_is_nothing(world):
    """For a hospital that takes no part, a transfer does not exist: the refusal is the one of
    a transfer that was never opened.

    Source: Llei 21/2000 art. 11; decision 19.
    """
    transfer_id = await world.brought_to(Stage.ASKED)
    stranger = by(intensivist("trueta"))
    for wanted in (transfer_id, TransferId("never opened")):
        with refused("unknown_transfer"):
            await read_transfer(world.hq, stranger, wanted)
