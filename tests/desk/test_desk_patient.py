"""The patient changes while waiting: condition and priority."""

import pytest

from dispatch.assessment import Condition, Priority
from dispatch.desk.change_condition import change_condition
from dispatch.desk.change_priority import change_priority
from dispatch.identity import Actor
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.stage import Stage
from tests.builders import (
    VALL_HEBRON,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by

SHOCK = ConditionReport(
    Condition.SEPTIC_SHOCK, SaidNeeds(vasoactives=True), SaidClinical(gcs=13)
)
BETTER = ConditionReport(Condition.SEPSIS, SaidNeeds(vasoactives=False))


@pytest.mark.parametrize(
    "actor", [referring_doctor(), intensivist(), coordinating_doctor(), crew()]
)
async def test_shock_is_priority_zero_at_once(world: World, actor: Actor) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    await change_condition(world.hq, by(actor), transfer_id, SHOCK)
    transfer = await world.transfer(transfer_id)
    assert (transfer.priority, transfer.rule) == (Priority.ZERO, "septic_shock")
    assert transfer.needs.vasoactives
    assert transfer.clinical.gcs == 13
    assert transfer.upgraded


async def test_crew_cannot_lower_by_a_better_condition(world: World) -> None:
    transfer_id = await world.brought_to(
        Stage.ASSIGNED, condition=Condition.MULTI_ORGAN_FAILURE
    )
    await change_condition(world.hq, by(crew()), transfer_id, BETTER)
    assert (await world.transfer(transfer_id)).priority is Priority.ZERO
    await change_condition(world.hq, by(coordinating_doctor()), transfer_id, BETTER)
    assert (await world.transfer(transfer_id)).priority is Priority.THREE_HOURS


async def test_impossible_value_is_refused(world: World) -> None:
    transfer_id = await world.opened()
    report = ConditionReport(Condition.SEPSIS, SaidNeeds(), SaidClinical(gcs=2))
    with refused("value_out_of_range", field="clinical/gcs"):
        await change_condition(world.hq, by(referring_doctor()), transfer_id, report)


async def test_patient_who_gets_worse_on_board_is_raised(world: World) -> None:
    transfer_id = await world.brought_to(Stage.DEPARTED)
    await change_condition(world.hq, by(crew()), transfer_id, SHOCK)
    assert (await world.transfer(transfer_id)).priority is Priority.ZERO


async def test_stranger_cannot_change_the_patient(world: World) -> None:
    transfer_id = await world.opened()
    stranger = by(referring_doctor(VALL_HEBRON))
    with refused("unknown_transfer"):
        await change_condition(world.hq, stranger, transfer_id, SHOCK)
    with refused("unknown_transfer"):
        await change_priority(
            world.hq, stranger, transfer_id, priority=Priority.ZERO, reason="worse"
        )


@pytest.mark.parametrize(
    "actor", [referring_doctor(), intensivist(), dispatcher(), coordinating_doctor()]
)
async def test_anybody_concerned_can_raise(world: World, actor: Actor) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    command = by(actor)
    await change_priority(
        world.hq, command, transfer_id, priority=Priority.ZERO, reason="worse"
    )
    transfer = await world.transfer(transfer_id)
    assert (transfer.priority, transfer.rule) == (Priority.ZERO, "by_hand")


@pytest.mark.parametrize("actor", [referring_doctor(), dispatcher()])
async def test_only_the_two_doctors_can_lower(world: World, actor: Actor) -> None:
    transfer_id = await world.opened(condition=Condition.SEPTIC_SHOCK)
    lower = Priority.THREE_HOURS
    with refused("only_doctors_lower"):
        await change_priority(world.hq, by(actor), transfer_id, priority=lower, reason="better")
    doctor = by(coordinating_doctor())
    await change_priority(world.hq, doctor, transfer_id, priority=lower, reason="better")
    assert (await world.transfer(transfer_id)).priority is lower


async def test_same_priority_is_no_change(world: World) -> None:
    transfer_id = await world.opened()
    same = Priority.THREE_HOURS
    with refused("same_priority"):
        await change_priority(
            world.hq, by(dispatcher()), transfer_id, priority=same, reason="sure"
        )
