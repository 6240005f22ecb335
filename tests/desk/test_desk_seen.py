"""Two people decide about one transfer: the later one is told, if they say what they saw."""

from collections.abc import Awaitable, Callable

import pytest
from msgspec.structs import replace

from dispatch.assessment import Condition, Priority
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.change_condition import change_condition
from dispatch.desk.change_priority import change_priority
from dispatch.desk.propose_units import propose_units
from dispatch.desk.release_unit import release_unit
from dispatch.desk.settle_decision import settle_decision
from dispatch.desk.take_back_step import take_back_step
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import PersonId, TransferId, UnitId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.decisions import Settling
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.stage import Stage
from tests.builders import (
    GERMANS_TRIAS,
    coordinating_doctor,
    dispatcher,
    intensivist,
    refused,
)
from tests.desk.test_desk_races import meanwhile
from tests.desk_world import World, by

OTHER = replace(coordinating_doctor(), person_id=PersonId("other"), name="Jordi Roca")
Decision = Callable[[Headquarters, Command, TransferId], Awaitable[Receipt]]


async def assign(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    unit_id = UnitId("SVA-02")
    return await assign_unit(
        hq, command, transfer_id, unit_id=unit_id, override_reason="nearer"
    )


async def ask(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    return await ask_hospital(
        hq, command, transfer_id, hospital=GERMANS_TRIAS, override_reason="a bed"
    )


async def make_urgent(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    return await change_priority(
        hq, command, transfer_id, priority=Priority.ZERO, reason="worse"
    )


async def cancel(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    return await cancel_transfer(hq, command, transfer_id, reason="better")


async def release(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    return await release_unit(hq, command, transfer_id, reason="needed elsewhere")


async def make_three_hours(
    hq: Headquarters, command: Command, transfer_id: TransferId
) -> Receipt:
    return await change_priority(
        hq, command, transfer_id, priority=Priority.THREE_HOURS, reason="better"
    )


async def step_back(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    return await take_back_step(hq, command, transfer_id, step="en_route", reason="slip")


async def settle(hq: Headquarters, command: Command, transfer_id: TransferId) -> Receipt:
    settling = Settling("unit_below_needs", "old", "they can")
    return await settle_decision(hq, command, transfer_id, settling=settling)


DECISIONS: dict[str, tuple[Decision, Stage]] = {
    "hospital": (ask, Stage.ASKED),
    "unit": (assign, Stage.ASSIGNED),
    "release": (release, Stage.ASSIGNED),
    "priority": (make_urgent, Stage.ACCEPTED),
    "cancel": (cancel, Stage.ACCEPTED),
}


async def other_acts(world: World, transfer_id: TransferId) -> None:
    """A change that takes no decision away from anybody."""
    report = ConditionReport(
        condition=Condition.SEPSIS,
        needs=SaidNeeds(isolation=True),
        clinical=SaidClinical(lactate_mmol_l=3.1),
    )
    await change_condition(world.hq, by(OTHER), transfer_id, report)


async def version(world: World, transfer_id: TransferId) -> int:
    return (await world.transfer(transfer_id)).version


def saw(seen: int | None, key: str | None = None) -> Command:
    return replace(by(dispatcher(), key), last_seen=seen)


@pytest.mark.parametrize("name", DECISIONS)
async def test_decision_on_an_old_picture_names_who_changed_it(
    each_world: World, name: str
) -> None:
    decide, stage = DECISIONS[name]
    world = each_world
    transfer_id = await world.brought_to(stage)
    seen = await version(world, transfer_id)
    await other_acts(world, transfer_id)
    happened = len(await world.names())
    with refused("changed_since", person="Jordi Roca"):
        await decide(world.hq, saw(seen), transfer_id)
    assert len(await world.names()) == happened


@pytest.mark.parametrize("name", DECISIONS)
async def test_decision_on_the_new_picture_counts(world: World, name: str) -> None:
    decide, stage = DECISIONS[name]
    transfer_id = await world.brought_to(stage)
    await other_acts(world, transfer_id)
    seen = await version(world, transfer_id)
    await decide(world.hq, saw(seen), transfer_id)
    assert await version(world, transfer_id) > seen


CLOSING: dict[str, tuple[Decision, Stage]] = {
    **DECISIONS,
    "step": (step_back, Stage.EN_ROUTE),
    "settled": (settle, Stage.ACCEPTED),
    "priority": (make_three_hours, Stage.ACCEPTED),
}


@pytest.mark.parametrize("name", CLOSING)
async def test_rule_that_refuses_an_old_picture_does_not_hide_who_changed_it(
    each_world: World, name: str
) -> None:
    decide, stage = CLOSING[name]
    world = each_world
    transfer_id = await world.brought_to(stage)
    seen = await version(world, transfer_id)
    cancelled = replace(by(OTHER), last_seen=seen)
    await cancel_transfer(world.hq, cancelled, transfer_id, reason="better")
    happened = len(await world.names())
    with refused("changed_since", person="Jordi Roca"):
        await decide(world.hq, saw(seen), transfer_id)
    assert len(await world.names()) == happened


async def test_rule_refuses_the_new_picture_in_its_own_words(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    seen = await version(world, transfer_id)
    cancelled = replace(by(OTHER), last_seen=seen)
    await cancel_transfer(world.hq, cancelled, transfer_id, reason="better")
    with refused("not_at_this_stage", stage="cancelled"):
        await cancel(world.hq, saw(await version(world, transfer_id)), transfer_id)


async def test_who_may_not_see_a_transfer_is_not_told_who_changed_it(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    seen = await version(world, transfer_id)
    await other_acts(world, transfer_id)
    stranger = replace(by(intensivist(GERMANS_TRIAS)), last_seen=seen)
    with refused("unknown_transfer"):
        await make_three_hours(world.hq, stranger, transfer_id)
    with refused("unknown_transfer"):
        await make_urgent(world.hq, saw(seen), TransferId("nowhere"))


@pytest.mark.parametrize("name", DECISIONS)
@pytest.mark.parametrize("ahead", [1, 10**9])
async def test_nobody_has_seen_a_version_that_is_still_to_come(
    each_world: World, name: str, ahead: int
) -> None:
    decide, stage = DECISIONS[name]
    world = each_world
    transfer_id = await world.brought_to(stage)
    last = (await world.hq.log.read_events(transfer_id))[-1].seq
    happened = await world.names()
    with refused("version_unknown", field="If-Match", allowed=last):
        await decide(world.hq, saw(last + ahead), transfer_id)
    assert await world.names() == happened


async def test_last_line_of_a_transfer_may_be_of_its_unit(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    last = (await world.hq.log.read_events(transfer_id))[-1].seq
    assert last > await version(world, transfer_id)
    await make_urgent(world.hq, saw(last), transfer_id)


TAKING = ("hospital", "unit", "cancel")


@pytest.mark.parametrize("name", TAKING)
async def test_who_may_take_something_says_what_they_saw(world: World, name: str) -> None:
    decide, stage = DECISIONS[name]
    transfer_id = await world.brought_to(stage)
    happened = await world.names()
    with refused("version_needed"):
        await decide(world.hq, saw(None), transfer_id)
    assert await world.names() == happened


@pytest.mark.parametrize("name", sorted(set(DECISIONS) - set(TAKING)))
async def test_who_takes_nothing_need_not_say_what_they_saw(world: World, name: str) -> None:
    decide, stage = DECISIONS[name]
    transfer_id = await world.brought_to(stage)
    await decide(world.hq, saw(None), transfer_id)


async def test_change_between_look_and_record_is_told_too(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    seen = await version(world, transfer_id)
    hq = meanwhile(world, lambda: other_acts(world, transfer_id))
    with refused("changed_since", person="Jordi Roca"):
        await assign(hq, saw(seen), transfer_id)


async def test_new_proposal_is_no_change(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    seen = await version(world, transfer_id)
    await propose_units(world.hq, by(HEADQUARTERS))
    assert await version(world, transfer_id) > seen
    await assign(world.hq, saw(seen), transfer_id)
    assert (await world.transfer(transfer_id)).unit_id == "SVA-02"


async def test_own_change_is_no_news(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    seen = await version(world, transfer_id)
    await make_urgent(world.hq, saw(seen), transfer_id)
    await assign(world.hq, saw(seen), transfer_id)
    assert (await world.transfer(transfer_id)).unit_id == "SVA-02"


async def test_repeated_decision_gets_its_receipt_whatever_changed(each_world: World) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    seen = await version(world, transfer_id)
    first = await make_urgent(world.hq, saw(seen, "a-key-of-mine"), transfer_id)
    await other_acts(world, transfer_id)
    assert await make_urgent(world.hq, saw(seen, "a-key-of-mine"), transfer_id) == first
