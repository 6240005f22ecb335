"""Closures with their author, beds held for a time, and who overrides what."""

from datetime import datetime, timedelta

import pytest

from dispatch.capacity import BedKind, Closure
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.expire_hold import expire_hold
from dispatch.desk.keep_bed import keep_bed
from dispatch.desk.open_beds import Opening, open_beds
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.kernel import HospitalCode
from dispatch.transfer.decide_bed import hold_expires_at
from dispatch.transfer.stage import Stage
from tests.builders import (
    GERMANS_TRIAS,
    MATARO,
    coordinating_doctor,
    dispatcher,
    intensivist,
    refused,
)
from tests.desk_world import World, by

OF_MATARO = (MATARO, BedKind.ICU)


async def closed(
    world: World,
    actor: Actor,
    *,
    hours: float = 2,
    reason: str = "full",
    seen_closed_at: datetime | None = None,
) -> datetime:
    """When it was closed."""
    ends_at = world.clock() + timedelta(hours=hours)
    report = ClosureReport(*OF_MATARO, reason, ends_at, seen_closed_at)
    await close_beds(world.hq, by(actor), report)
    return world.clock()


async def closure_now(world: World) -> Closure:
    closure = (await world.board()).beds[OF_MATARO].closure
    assert closure is not None
    return closure


async def opened(world: World, actor: Actor, *, seen_closed_at: datetime | None = None) -> None:
    await open_beds(world.hq, by(actor), Opening(*OF_MATARO, seen_closed_at))


@pytest.mark.parametrize("actor", [intensivist(), dispatcher(), coordinating_doctor()])
async def test_closure_has_reason_author_and_end(world: World, actor: Actor) -> None:
    await closed(world, actor, reason=" outbreak ")
    closure = await closure_now(world)
    assert (closure.reason, closure.closed_by) == ("outbreak", actor.name)
    assert closure.ends_at == world.clock() + timedelta(hours=2)


async def test_report_of_beds_leaves_the_closure(world: World) -> None:
    await closed(world, intensivist())
    report = BedReport(MATARO, BedKind.ICU, total=14, used=9)
    await report_capacity(world.hq, by(intensivist()), report)
    assert (await world.board()).beds[OF_MATARO].closure is not None


async def test_intensivist_closes_and_opens_only_own_beds(world: World) -> None:
    stranger = intensivist(GERMANS_TRIAS)
    with refused("not_your_hospital", field="hospital"):
        await closed(world, stranger)
    await closed(world, intensivist())
    with refused("not_your_hospital", field="hospital"):
        await open_beds(world.hq, by(stranger), Opening(*OF_MATARO))


async def test_nowhere_is_not_closed(world: World) -> None:
    nowhere = HospitalCode("nowhere")
    ends_at = world.clock() + timedelta(hours=1)
    with refused("unknown_hospital"):
        report = ClosureReport(nowhere, BedKind.ICU, "outbreak", ends_at)
        await close_beds(world.hq, by(dispatcher()), report)


@pytest.mark.parametrize("hours", [-1, 0, 73])
async def test_closure_without_a_sensible_end_is_refused(world: World, hours: int) -> None:
    with refused("closure_end", field="ends_at"):
        await closed(world, intensivist(), hours=hours)


async def test_closure_without_a_reason_is_refused(world: World) -> None:
    with refused("text_invalid", field="reason"):
        await closed(world, intensivist(), reason=" ")


async def test_unit_that_is_not_closed_is_not_opened(world: World) -> None:
    with refused("not_closed"):
        await open_beds(world.hq, by(intensivist()), Opening(*OF_MATARO))
    await closed(world, intensivist())
    world.clock.forward(121)
    with refused("not_closed"):
        await open_beds(world.hq, by(intensivist()), Opening(*OF_MATARO))


async def test_unit_is_opened_before_the_closure_ends(world: World) -> None:
    closed_at = await closed(world, intensivist())
    await opened(world, dispatcher(), seen_closed_at=closed_at)
    assert (await world.board()).beds[OF_MATARO].closure is None


async def test_closure_from_an_older_page_leaves_the_newer_one(world: World) -> None:
    """Whoever saw no closure, or another one, is told of the one in force and decides again."""
    first_at = await closed(world, intensivist(), reason="outbreak", hours=24)
    world.clock.forward(5)
    told = {"person": intensivist().name, "closed_at": first_at.isoformat()}
    told |= {"reason": "outbreak", "ends_at": (first_at + timedelta(hours=24)).isoformat()}
    for seen_at in (None, first_at - timedelta(minutes=1)):
        with refused("closure_changed", field="seen_closed_at", **told):
            await closed(world, dispatcher(), seen_closed_at=seen_at)
    closure = await closure_now(world)
    assert (closure.reason, closure.closed_at) == ("outbreak", first_at)


async def test_closure_that_was_seen_is_replaced_by_the_next_one(world: World) -> None:
    first_at = await closed(world, intensivist(), reason="outbreak")
    world.clock.forward(5)
    await closed(world, dispatcher(), reason="two nurses", seen_closed_at=first_at)
    assert (await closure_now(world)).reason == "two nurses"


async def test_opening_from_an_older_page_leaves_the_newer_closure(world: World) -> None:
    first_at = await closed(world, intensivist(), reason="outbreak")
    world.clock.forward(5)
    await closed(world, intensivist(), reason="oxygen", seen_closed_at=first_at)
    for seen_at in (None, first_at):
        with refused("closure_changed", field="seen_closed_at", reason="oxygen"):
            await opened(world, dispatcher(), seen_closed_at=seen_at)
    assert (await closure_now(world)).reason == "oxygen"


async def test_closure_in_place_of_one_that_was_opened_meanwhile_is_refused(
    world: World,
) -> None:
    first_at = await closed(world, intensivist())
    await opened(world, intensivist(), seen_closed_at=first_at)
    with refused("not_closed", field="seen_closed_at"):
        await closed(world, dispatcher(), seen_closed_at=first_at)
    assert (await world.board()).beds[OF_MATARO].closure is None


async def test_closure_in_place_of_one_that_has_ended_by_itself_is_taken(world: World) -> None:
    first_at = await closed(world, intensivist())
    world.clock.forward(121)
    await closed(world, dispatcher(), reason="oxygen", seen_closed_at=first_at)
    assert (await closure_now(world)).reason == "oxygen"


async def test_seen_closure_has_its_zone(world: World) -> None:
    first_at = await closed(world, intensivist())
    with refused("instant_without_zone", field="seen_closed_at"):
        await opened(world, intensivist(), seen_closed_at=first_at.replace(tzinfo=None))


async def test_asking_a_closed_unit_needs_a_reason_and_is_counted(world: World) -> None:
    transfer_id = await world.opened()
    await closed(world, intensivist())
    with refused("closed_or_full", field="override_reason", despite="closed"):
        await ask_hospital(world.hq, by(dispatcher()), transfer_id, hospital=MATARO)
    await ask_hospital(
        world.hq,
        by(dispatcher()),
        transfer_id,
        hospital=MATARO,
        override_reason="the reference centre",
    )
    beds = (await world.board()).beds[OF_MATARO]
    assert beds.closure is not None
    assert (beds.overridden, beds.closure.overridden) == (1, 1)
    assert "capacity.overridden" in await world.names()


async def test_hold_expires_at_its_time_and_never_before(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    ends_at = hold_expires_at(await world.transfer(transfer_id))
    assert ends_at is not None
    before = await world.names()
    await expire_hold(world.hq, by(HEADQUARTERS), transfer_id)
    assert await world.names() == before
    world.clock.now_at = ends_at
    await expire_hold(world.hq, by(HEADQUARTERS), transfer_id)
    assert await world.held() == 0
    assert (await world.transfer(transfer_id)).stage is Stage.ACCEPTED


@pytest.mark.parametrize("actor", [intensivist(), dispatcher(), coordinating_doctor()])
async def test_bed_is_held_again(world: World, actor: Actor) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    world.clock.forward(500)
    await expire_hold(world.hq, by(HEADQUARTERS), transfer_id)
    await keep_bed(world.hq, by(actor), transfer_id)
    assert await world.held() == 1
    assert (await world.transfer(transfer_id)).bed_held_at == world.clock()


async def test_another_hospital_keeps_no_bed(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    with refused("unknown_transfer"):
        await keep_bed(world.hq, by(intensivist(GERMANS_TRIAS)), transfer_id)


async def test_asked_hospital_keeps_no_bed_before_it_agrees(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    with refused("not_your_hospital"):
        await keep_bed(world.hq, by(intensivist()), transfer_id)
