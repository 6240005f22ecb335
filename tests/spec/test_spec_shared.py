"""What the two doctors share.

The doctor who sends and the intensivist who receives look at one page: the focus, what the
infection does to the body, limits of treatment, what was done and when, how many organs fail,
what support is needed. Who has no part in it does not see it.
"""

import pytest

from dispatch.assessment.bundle import BundleStep
from dispatch.assessment.priority import Condition, Priority
from dispatch.desk.read_shared import read_shared
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.record_bundle import record_bundle
from dispatch.desk.set_antibiotic_protocol import set_antibiotic_protocol
from dispatch.identity.sight import Sight, sight
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import parties
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    a_story,
    admin,
    analyst,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import by
from tests.protocols import NEW, seeing
from tests.spec.patients import FAILING_KIDNEY, an_adult

WEIGHED = Needs(weight_kg=70)
PICTURE = Clinical(focus="urinary", lactate_mmol_l=3.4, map_mmhg=62, fluids_ml=1500)
SHOCK = {
    **FAILING_KIDNEY,
    "adequate_fluids_given": True,
    "vasoactives_mcg_kg_min": {"norepinephrine": 0.1},
}


async def test_both_doctors_see_the_same_page(world):
    """The doctor in charge of the patient and the intensivist asked see the same page, to the
    letter: focus, repercussion, resuscitation, needs.

    Source: Yébenes 2020, stage 3 ("share the necessary information").
    """
    transfer_id = await world.brought_to(Stage.ASKED, clinical=PICTURE, needs=WEIGHED)
    pages = [
        await read_shared(world.hq, by(actor), transfer_id)
        for actor in (referring_doctor(), intensivist(MATARO))
    ]
    assert pages[0] == pages[1]
    assert pages[0].transfer.clinical == PICTURE


async def test_what_one_side_records_the_other_sees_with_name_and_time(world):
    """A step of the bundle that one side records is on the page of the other at once, with who
    recorded it and when it happened.

    Source: Yébenes 2020, stage 3 ("right resuscitation maneuvers").
    """
    transfer_id = await world.brought_to(Stage.ASKED)
    report = BundleReport(BundleStep.ANTIBIOTIC)
    await record_bundle(world.hq, by(referring_doctor()), transfer_id, report=report)
    shared = await read_shared(world.hq, by(intensivist(MATARO)), transfer_id)
    antibiotic = next(x for x in shared.bundle.items if x.step is BundleStep.ANTIBIOTIC)
    assert antibiotic.recorded_by == referring_doctor().name
    assert antibiotic.done_at == world.clock.now_at


async def test_organ_failure_is_shared_as_scores(world):
    """Values recorded by either side come back as scores with their parts, for both.

    Source: Yébenes 2020, stage 3 ("degree of multi-organ failure").
    """
    transfer_id = await world.brought_to(Stage.ASKED)
    command = by(intensivist(MATARO))
    await record_assessment(world.hq, command, transfer_id, values=an_adult(**FAILING_KIDNEY))
    shared = await read_shared(world.hq, by(referring_doctor()), transfer_id)
    assert shared.assessment is not None
    assert (shared.assessment["sofa"], shared.assessment["classification"]) == (2, "sepsis")


async def test_values_that_lead_higher_are_pointed_out(world):
    """What the doctor stated stands. When the values lead to a graver priority, both doctors
    see that they do, and decide. Values that ask for less are not spoken of: the graver counts.

    Source: decisions 16 and 19 (people confirm; decision support).
    """
    transfer_id = await world.brought_to(Stage.ASKED)
    doctor = by(referring_doctor())
    await record_assessment(world.hq, doctor, transfer_id, values=an_adult(**SHOCK))
    shared = await read_shared(world.hq, doctor, transfer_id)
    assert shared.values_lead_higher
    assert shared.transfer.priority is Priority.THREE_HOURS


async def test_two_contradictory_assessments_are_not_both_taken(world):
    """Two assessments of one patient within a minute that lead to different care are not both
    taken: the second is refused and names the values that differ. What was not known before is
    completed at any time.

    Source: proposed.
    """
    transfer_id = await world.brought_to(Stage.ASKED)
    doctor = by(referring_doctor())
    await record_assessment(world.hq, doctor, transfer_id, values=an_adult())
    with refused("assessment_contradicts"):
        await record_assessment(world.hq, doctor, transfer_id, values=an_adult(**SHOCK))


@pytest.mark.parametrize("actor", [referring_doctor(), intensivist(MATARO)])
def test_deterioration_told_by_either_side_raises_the_priority(actor):
    """When either doctor records that the patient got worse, the priority follows the rule at
    once, before and after the agreement.

    Source: Yébenes 2020, stage 3 (priority adjusted to the patient); decision 10.
    """
    for stage in (Stage.ASKED, Stage.ACCEPTED):
        story = a_story(stage)
        story.change_condition(condition=Condition.SEPTIC_SHOCK, by=actor)
        assert story.transfer().priority is Priority.ZERO


def test_better_picture_lowers_nothing_by_itself():
    """A better picture told by the referring doctor keeps priority 0: lowering is for the
    intensivist and the coordinating doctor.

    Source: decision 10.
    """
    story = a_story(Stage.ACCEPTED, condition=Condition.SEPTIC_SHOCK)
    story.change_condition(condition=Condition.SEPSIS, by=referring_doctor())
    assert story.transfer().priority is Priority.ZERO
    story.change_condition(condition=Condition.SEPSIS, by=intensivist(MATARO))
    assert story.transfer().priority is Priority.THREE_HOURS


@pytest.mark.parametrize(
    ("actor", "seen"),
    [
        (referring_doctor(), Sight.CLINICAL),
        (intensivist(MATARO), Sight.CLINICAL),
        (crew(), Sight.CLINICAL),
        (coordinating_doctor(), Sight.CLINICAL),
        (dispatcher(), Sight.LOGISTICS),
        (analyst(), Sight.LOGISTICS),
        (intensivist(GERMANS_TRIAS), Sight.NOTHING),
        (admin(), Sight.NOTHING),
    ],
)
def test_each_sees_by_taking_part(actor, seen):
    """The clinical picture is for those who treat: both hospitals, the crew assigned, the
    coordinating doctor. Dispatchers see what they need to send a unit; other hospitals and the
    keeper of accounts see nothing.

    Source: Llei 21/2000 art. 11 and Ley 41/2002 art. 16; decision 19.
    """
    transfer = a_story(Stage.ASSIGNED).transfer()
    assert sight(actor, parties(transfer)) is seen


def test_hospital_that_said_no_loses_sight_at_once():
    """A hospital that said no sees no more of the patient.

    Source: Llei 21/2000 art. 11; proposed.
    """
    story = a_story(Stage.ASKED)
    story.decline(reason="no_bed")
    assert sight(intensivist(MATARO), parties(story.transfer())) is Sight.NOTHING


def test_impossible_value_never_enters_the_log():
    """A value beyond what a body can have is refused with the limits, by its field.

    Source: proposed.
    """
    with refused("value_out_of_range", field="clinical/lactate_mmol_l"):
        a_story(clinical=Clinical(lactate_mmol_l=54.1))
    with refused("value_out_of_range", field="needs/weight_kg"):
        a_story(needs=Needs(weight_kg=-70))


async def test_hospital_s_own_antibiotic_protocol_stands_beside_the_step(world):
    """Beside the antibiotic stands the text that the hospital's own infections committee
    approved for the focus stated, with its version and its day; that of the receiving hospital
    too, named as such, once it has agreed. A hospital that has entered none is said to have
    none. The program chooses no antibiotic and no rule reads the text.

    Source: proposed (an early effective empirical antibiotic: Yébenes 2020, stage 2).
    """
    transfer_id = await world.opened(clinical=PICTURE, needs=WEIGHED)
    doctor = by(referring_doctor())
    (own,) = (await read_shared(world.hq, doctor, transfer_id)).protocols
    assert (own.hospital, own.focus, own.now.state) == (CALELLA, "urinary", "none")
    before = await world.transfer(transfer_id)
    await set_antibiotic_protocol(world.hq, seeing(0), MATARO, new=NEW)
    await world.go_on(transfer_id, Stage.ACCEPTED)
    own, theirs = (await read_shared(world.hq, doctor, transfer_id)).protocols
    assert own.now.state == "none"
    assert (theirs.hospital, theirs.side, theirs.now.state) == (MATARO, "receiving", "in_force")
    assert theirs.now.version is not None
    assert theirs.now.version.approved is not None
    assert theirs.now.version.approved.text == NEW.text
    assert (await world.transfer(transfer_id)).bundle == before.bundle


async def test_protocol_of_the_time_of_the_antibiotic_stays_with_the_transfer(world):
    """A version holds from the moment it is entered until the next one, and is never changed
    nor lost: the page of a transfer tells which one was in force when the antibiotic was given,
    and after the transfer is closed the one of then.

    Source: proposed.
    """
    first = await set_antibiotic_protocol(world.hq, seeing(0), CALELLA, new=NEW)
    transfer_id = await world.opened(clinical=PICTURE, needs=WEIGHED)
    given = BundleReport(BundleStep.ANTIBIOTIC)
    await record_bundle(world.hq, by(referring_doctor()), transfer_id, report=given)
    world.clock.forward(5)
    second = await set_antibiotic_protocol(world.hq, seeing(1), CALELLA, new=NEW)
    (own,) = (await read_shared(world.hq, by(referring_doctor()), transfer_id)).protocols
    assert own.when_given is not None
    assert (own.when_given.version, own.now.version) == (first, second)
