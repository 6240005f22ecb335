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
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import PersonId, TransferId, UnitId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.parts import Clinical, Needs
from dispatch.transfer.stage import Stage
from tests.builders import GERMANS_TRIAS, coordinating_doctor, dispatcher, refused
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
    return await release_unit(hq, command, transfer_id, reason="breakdown")


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
        needs=Needs(isolation=True),
        clinical=Clinical(lactate_mmol_l=3.1),
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
