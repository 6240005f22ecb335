"""Each side says its own part; exactly one answers for the patient at every instant."""

import pytest

from dispatch.transfer.custody import (
    STAGES_OF,
    confirm_part,
    missing_parts,
    parts_of,
    resolve_episode,
    responsible,
)
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    SVA_1,
    a_story,
    a_transfer,
    analyst,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)

SIDES = {
    "sender_released": referring_doctor(),
    "crew_took_over": crew(),
    "receiver_took_over": intensivist(),
}


@pytest.mark.parametrize("stage", Stage)
def test_one_side_is_responsible_at_every_stage(stage):
    side = {
        Stage.DEPARTED: "crew",
        Stage.ARRIVED: "crew",
        Stage.HANDED_OVER: "receiving",
        Stage.DIED: "crew",
        Stage.LOST: "crew",
    }.get(stage, "referring")
    assert responsible(a_transfer(stage)) == side


def test_crew_is_responsible_once_it_takes_over_at_the_bedside():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("sender_released", by=referring_doctor())
    assert responsible(story.transfer()) == "referring"
    story.confirm_part("crew_took_over", by=crew())
    assert responsible(story.transfer()) == "crew"


def test_patient_called_off_at_the_bedside_stays_with_the_referring_team():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("crew_took_over", by=crew())
    assert missing_parts(story.transfer()) == ("sender_released",)
    story.cancel()
    assert responsible(story.transfer()) == "referring"
    assert missing_parts(story.transfer()) == ()


def test_each_side_confirms_with_its_own_time():
    story = a_story(Stage.AT_PATIENT)
    times = [story.now_at]
    for part in ("sender_released", "crew_took_over"):
        story.wait(4)
        story.confirm_part(part, by=SIDES[part])
        times.append(story.now_at)
    story.wait(4)
    story.step("departed")
    story.step("arrived")
    story.hand_over(by=intensivist())
    said = story.transfer().milestones
    known = (said.at_patient_at, said.sender_released_at, said.crew_took_over_at)
    assert known == tuple(times)
    assert missing_parts(story.transfer()) == ()
    assert times == sorted(set(times))


def test_departure_is_the_latest_that_a_crew_takes_over():
    transfer = a_transfer(Stage.DEPARTED)
    assert transfer.milestones.crew_took_over_at == transfer.milestones.departed_at


def test_departure_leaves_the_time_at_which_the_crew_took_over():
    story = a_story(Stage.AT_PATIENT)
    story.confirm_part("crew_took_over", by=crew())
    took_over_at = story.now_at
    story.wait(9)
    story.step("departed")
    assert story.transfer().milestones.crew_took_over_at == took_over_at


def test_crew_does_not_depart_before_it_took_over():
    story = a_story(Stage.AT_PATIENT)
    story.wait(9)
    story.confirm_part("crew_took_over", by=crew())
    with refused("out_of_order", field="occurred_at"):
        story.step("departed", occurred_at=at(0))


def test_missing_word_is_shown_and_holds_nobody_up():
    story = a_story(Stage.HANDED_OVER)
    assert missing_parts(story.transfer()) == ("sender_released", "receiver_took_over")
    story.confirm_part("receiver_took_over", by=intensivist())
    assert missing_parts(story.transfer()) == ("sender_released",)
    story.confirm_part("sender_released", by=referring_doctor())
    assert missing_parts(story.transfer()) == ()
    assert story.transfer().stage is Stage.HANDED_OVER


def test_receiver_who_takes_over_has_said_so():
    story = a_story(Stage.ARRIVED)
    story.hand_over(by=intensivist())
    assert missing_parts(story.transfer()) == ("sender_released",)
    assert story.transfer().milestones.receiver_confirmed_at == story.now_at


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("part", sorted(STAGES_OF))
def test_part_is_confirmed_only_at_its_stages(stage, part):
    story = a_story(stage)
    doctor = coordinating_doctor()
    if stage in STAGES_OF[part]:
        story.confirm_part(part, by=doctor)
        with refused("already_confirmed", field="part"):
            story.confirm_part(part, by=doctor)
    else:
        with refused("not_at_this_stage", event=part):
            story.confirm_part(part, by=doctor)


@pytest.mark.parametrize(
    ("actor", "parts"),
    [
        (referring_doctor(CALELLA), {"sender_released"}),
        (crew(SVA_1), {"crew_took_over"}),
        (intensivist(MATARO), {"receiver_took_over"}),
        (intensivist(GERMANS_TRIAS), set()),
        (analyst(), set()),
        (dispatcher(), set(STAGES_OF)),
        (coordinating_doctor(), set(STAGES_OF)),
    ],
)
def test_each_side_speaks_for_itself_alone(actor, parts):
    assert parts_of(a_transfer(Stage.AT_PATIENT), actor) == parts


def test_nobody_speaks_for_a_hospital_that_has_not_agreed():
    assert parts_of(a_transfer(Stage.ASKED), analyst()) == frozenset()


@pytest.mark.parametrize("part", sorted(STAGES_OF))
def test_part_of_another_side_is_refused(part):
    transfer = a_transfer(Stage.AT_PATIENT)
    for own, actor in SIDES.items():
        if own != part:
            with refused("not_your_part", field="part", value=part):
                confirm_part(transfer, part, actor=actor, occurred_at=at(40), now_at=at(40))


@pytest.mark.parametrize("minutes", [-1, 3000])
def test_part_is_told_with_a_possible_time(minutes):
    story = a_story(Stage.AT_PATIENT)
    with refused("out_of_order", field="occurred_at"):
        story.confirm_part("sender_released", by=referring_doctor(), at=at(minutes))


@pytest.mark.parametrize("outcome", ["ward", "home", "elsewhere", "died"])
def test_outcome_is_told_after_the_handover(outcome):
    story = a_story(Stage.HANDED_OVER)
    story.wait(600)
    story.resolve(outcome)
    transfer = story.transfer()
    assert (transfer.outcome, transfer.milestones.resolved_at) == (outcome, story.now_at)


def test_last_outcome_counts():
    story = a_story(Stage.HANDED_OVER)
    story.resolve("ward")
    story.resolve("home")
    assert story.transfer().outcome == "home"


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.HANDED_OVER}))
def test_outcome_is_not_told_before_the_handover(stage):
    with refused("not_at_this_stage", event="resolved"):
        resolve_episode(a_transfer(stage), "ward", occurred_at=at(90), now_at=at(90))


def test_only_the_return_itself_tells_that_it_arrived():
    with refused("outcome_by_return", field="outcome"):
        a_story(Stage.HANDED_OVER).resolve("returned")


def test_outcome_before_the_handover_is_out_of_order():
    transfer = a_transfer(Stage.HANDED_OVER)
    with refused("out_of_order", field="occurred_at"):
        resolve_episode(transfer, "ward", occurred_at=at(0), now_at=at(900))
