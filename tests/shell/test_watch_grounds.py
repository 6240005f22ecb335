"""Decisions fall with their ground, also where it ends elsewhere or by the clock."""

from datetime import timedelta

import pytest

from dispatch.assessment import Condition
from dispatch.capacity import BedKind, free_beds, overbooked
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.open_beds import Opening, open_beds
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_progress import report_progress
from dispatch.desk.tell_grounds import tell_grounds
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import HospitalCode, TransferId
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import Stage
from dispatch.watch import grounds
from dispatch.watch.watchers import WATCHERS
from tests.builders import MATARO, crew, dispatcher, intensivist
from tests.desk_world import World, by


async def kinds(world: World, transfer_id: TransferId) -> list[str]:
    return [each.kind for each in open_decisions((await world.board()).transfers[transfer_id])]


async def closed(world: World, stage: Stage) -> TransferId:
    transfer_id = await world.brought_to(stage)
    ends_at = world.clock() + timedelta(hours=6)
    report = ClosureReport(HospitalCode(MATARO), BedKind.ICU, "outbreak", ends_at)
    await close_beds(world.hq, by(intensivist()), report)
    await grounds.look(world.hq)
    assert await kinds(world, transfer_id) == ["receiver_closed"]
    return transfer_id


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.ACCEPTED, Stage.DEPARTED])
async def test_closure_that_is_ended_asks_nobody_any_more(world: World, stage: Stage) -> None:
    transfer_id = await closed(world, stage)
    opening = Opening(HospitalCode(MATARO), BedKind.ICU, world.clock())
    await open_beds(world.hq, by(intensivist()), opening)
    await grounds.look(world.hq)
    assert await kinds(world, transfer_id) == []


async def test_closure_ends_by_the_clock(each_world: World) -> None:
    world = each_world
    transfer_id = await closed(world, Stage.ACCEPTED)
    world.clock.forward(6 * 60 - 1)
    await grounds.look(world.hq)
    assert await kinds(world, transfer_id) == ["receiver_closed"]
    world.clock.forward(1)
    await grounds.look(world.hq)
    await grounds.look(world.hq)
    assert await kinds(world, transfer_id) == []
    assert (await world.names()).count("transfer.receiver-opened") == 1


async def test_duplicate_is_none_once_the_twin_is_closed(each_world: World) -> None:
    world = each_world
    first = await world.opened("NHC 1", condition=Condition.SEPTIC_SHOCK)
    second = await world.opened("NHC 1", condition=Condition.SEPTIC_SHOCK)
    await grounds.look(world.hq)
    assert await kinds(world, second) == ["duplicate_patient"]
    await cancel_transfer(world.hq, by(dispatcher()), first, reason="asked twice")
    await grounds.look(world.hq)
    assert (await kinds(world, second), (await world.transfer(second)).twins) == ([], ())


async def test_nothing_is_recorded_while_the_ground_stands(world: World) -> None:
    transfer_id = await closed(world, Stage.ACCEPTED)
    before = await world.names()
    await tell_grounds(world.hq, by(HEADQUARTERS), transfer_id)
    assert await world.names() == before


def test_somebody_looks() -> None:
    assert grounds in WATCHERS


async def test_last_bed_promised_twice_is_a_decision_until_there_is_one(
    each_world: World,
) -> None:
    """No agreement makes a bed more than was reported; whoever came last is asked about."""
    world, key = each_world, (HospitalCode(MATARO), BedKind.ICU)
    first = await world.brought_to(Stage.ACCEPTED)
    second = await world.brought_to(Stage.ACCEPTED, "NHC 2")
    await report_capacity(world.hq, by(intensivist()), BedReport(*key, total=5, used=4))
    await grounds.look(world.hq)
    await grounds.look(world.hq)
    assert await kinds(world, first) == []
    assert await kinds(world, second) == ["receiver_overbooked"]
    beds = (await world.board()).beds[key]
    assert (beds.total, free_beds(beds), overbooked(beds)) == (5, 0, 1)
    world.clock.forward(31)
    await grounds.look(world.hq)
    assert await kinds(world, second) == ["receiver_overbooked"], "old news makes no bed"
    await report_capacity(world.hq, by(intensivist()), BedReport(*key, total=6, used=4))
    await grounds.look(world.hq)
    assert await kinds(world, second) == []
    assert (await world.names()).count("transfer.receiver-overbooked") == 1


async def test_cancelling_one_of_two_frees_no_bed_that_never_was(each_world: World) -> None:
    world, key = each_world, (HospitalCode(MATARO), BedKind.ICU)
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    await report_capacity(world.hq, by(intensivist()), BedReport(*key, total=4, used=4))
    await grounds.look(world.hq)
    assert await kinds(world, transfer_id) == ["receiver_overbooked"]
    await cancel_transfer(world.hq, by(dispatcher()), transfer_id, reason="not needed")
    beds = (await world.board()).beds[key]
    assert (beds.total, beds.held, free_beds(beds)) == (4, 0, 0)


async def test_unit_that_never_acknowledges_is_a_decision_until_it_does(
    each_world: World,
) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASSIGNED)
    await grounds.look(world.hq)
    assert await kinds(world, transfer_id) == []
    world.clock.forward(5)
    await grounds.look(world.hq)
    await grounds.look(world.hq)
    assert await kinds(world, transfer_id) == ["unit_silent"]
    assert (await world.names()).count("transfer.unit-silent") == 1
    await report_progress(world.hq, by(crew()), transfer_id, step="notified")
    assert await kinds(world, transfer_id) == []
