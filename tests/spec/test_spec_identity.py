"""No patient identity.

The program moves patients without knowing who they are. An identifier of the patient is turned
into a pseudonym at the door, so that nobody is requested twice unawares, and is then forgotten.
"""

import msgspec
import pytest

from dispatch.assessment.answer import answer_of
from dispatch.assessment.assess import assess
from dispatch.assessment.priority import Condition
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.desk.read_transfer import read_transfer
from dispatch.kernel.ids import HospitalCode, TransferId
from dispatch.transfer.decide_assessment import least_told
from dispatch.transfer.stage import Stage
from dispatch.transfer.views import view_event, view_transfer
from tests.builders import (
    CALELLA,
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

BLANES = HospitalCode("blanes")
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
    """Among the values the age of an adult changes no score and is not kept; a child's is kept
    in whole months, because what is in order follows from it. The request tells sex and age to
    the crew, who must know the patient at the bedside.

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
    """A patient with an open request is not requested again unawares, however the identifier is
    written: the doctor is told the number of the transfer that is open, and a reason overrules.

    Source: decisions 7 and 19; proposed.
    """
    first = await world.transfer(await world.opened(SECRET))
    for written in (SECRET.lower().replace(" ", ""), "CIP: PUJO-0-680412-001"):
        with refused("patient_already_requested", number=first.number):
            await world.opened(written)
    again = await world.transfer(
        await world.opened(SECRET, duplicate_reason="the other is lost")
    )
    assert (again.twins[0].number, again.twins_because) == (first.number, "the other is lost")


async def test_shock_is_never_held_up_by_a_doubt_about_who_it_is(world):
    """A request of priority 0 opens at once, also when the patient seems to be asked for
    already; the transfer says with which other it may be one.

    Source: proposed (no deadline in the paper may be lost to a form).
    """
    first = await world.transfer(await world.opened(SECRET))
    shock = await world.opened(SECRET, condition=Condition.SEPTIC_SHOCK)
    assert [twin.number for twin in (await world.transfer(shock)).twins] == [first.number]


async def test_record_number_is_its_own_hospitals(world):
    """The record number of one hospital says nothing about the patient of another with the same
    number; the personal code of CatSalut is one person's in all its hospitals.

    Source: CatSalut, personal code on the health card; proposed.
    """
    await world.opened("NHC 4711", referring=CALELLA)
    await world.opened("NHC 4711", referring=BLANES)
    await world.opened("PUJO1680412001", referring=CALELLA)
    with refused("patient_already_requested"):
        await world.opened("PUJO 1 680412 00 1", referring=BLANES)


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
