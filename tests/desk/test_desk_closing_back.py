"""A closing taken back at the desk, on both stores."""

import pytest
from msgspec.structs import replace

from dispatch.capacity import BedKind
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.hand_over import hand_over
from dispatch.desk.read_ended import read_ended
from dispatch.desk.record_death import record_death
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.desk.request_return import request_return
from dispatch.desk.take_back_closing import take_back_closing
from dispatch.fleet import Activity
from dispatch.identity import Actor
from dispatch.kernel import HospitalCode, TransferId, UnitId
from dispatch.store.entry import Command
from dispatch.transfer.closed import Closing
from dispatch.transfer.decide_return import ReturnRequest
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.way_events import ClosingTakenBack
from tests.builders import (
    MATARO,
    SVA_2,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by

SVA_1 = UnitId("SVA-01")
ICU = (HospitalCode(MATARO), BedKind.ICU)
WAY_BACK = ReturnRequest(bedside="UCI, box 2", contact_phone="937 417 700")
CLOSED: dict[Closing, Stage] = {
    "handed_over": Stage.HANDED_OVER,
    "cancelled": Stage.CANCELLED,
    "died": Stage.DIED,
    "taken_back": Stage.TAKEN_BACK,
    "lost": Stage.LOST,
}


async def back(
    world: World, transfer_id: TransferId, command: Command, closing: Closing = "handed_over"
) -> Transfer:
    world.clock.forward(2)
    await take_back_closing(world.hq, command, transfer_id, closing=closing, reason="slip")
    return await world.transfer(transfer_id)


def as_told(row: Transfer) -> Transfer:
    return replace(row, version=0, proposal=None)


async def test_handover_pressed_by_mistake_changes_nothing_in_the_end(
    each_world: World,
) -> None:
    transfer_id = await each_world.brought_to(Stage.ARRIVED)
    before, beds = await each_world.transfer(transfer_id), (await each_world.board()).beds[ICU]
    each_world.clock.forward(3)
    await hand_over(each_world.hq, by(crew()), transfer_id)
    assert transfer_id not in (await each_world.hq.log.read_board()).transfers
    after = await back(each_world, transfer_id, by(crew()))
    board = await each_world.hq.log.read_board()
    assert as_told(after) == as_told(before)
    assert board.transfers[transfer_id] == after
    counts = board.beds[ICU]
    assert (counts.used, counts.held) == (beds.used, beds.held)
    assert board.units[SVA_1].activity is Activity.HOSPITAL
    assert board.units[SVA_1].transfer_id == transfer_id
    handed_at = each_world.clock.forward(9)
    await hand_over(each_world.hq, by(crew()), transfer_id)
    assert (await each_world.transfer(transfer_id)).milestones.handed_over_at == handed_at


@pytest.mark.parametrize("closing", CLOSED)
async def test_every_closing_comes_back_and_the_log_tells_it(
    each_world: World, closing: Closing
) -> None:
    transfer_id = await each_world.brought_to(CLOSED[closing])
    if closing == "cancelled":
        await cancel_transfer(each_world.hq, by(dispatcher()), transfer_id, reason="better")
    lately = await read_ended(each_world.hq, by(dispatcher()))
    assert [(each.transfer_id, each.closing) for each in lately] == [(transfer_id, closing)]
    transfer = await back(each_world, transfer_id, by(dispatcher()), closing)
    assert transfer.stage is not CLOSED[closing]
    assert transfer_id in (await each_world.hq.log.read_board()).transfers
    assert await read_ended(each_world.hq, by(dispatcher())) == ()
    lines = await each_world.hq.log.read_events(transfer_id)
    told = [line for line in lines if isinstance(line.event, ClosingTakenBack)]
    assert [line.actor_name for line in told] == [dispatcher().name]


async def test_same_patient_asked_for_again_meanwhile(each_world: World) -> None:
    transfer_id = await each_world.opened("NHC 1")
    await cancel_transfer(each_world.hq, by(dispatcher()), transfer_id, reason="better")
    again = await each_world.opened("NHC 1")
    number = (await each_world.transfer(again)).number
    with refused("patient_requested_again", number=number):
        await back(each_world, transfer_id, by(dispatcher()), "cancelled")
    assert (await each_world.transfer(transfer_id)).stage is Stage.CANCELLED


async def test_unit_sent_elsewhere_meanwhile(each_world: World) -> None:
    transfer_id = await each_world.brought_to(Stage.HANDED_OVER)
    status = StatusReport(activity="station")
    await report_unit_status(each_world.hq, by(crew()), SVA_1, status)
    other = await each_world.brought_to(Stage.ACCEPTED, "NHC 2")
    await assign_unit(
        each_world.hq, by(dispatcher()), other, unit_id=SVA_1, override_reason="near"
    )
    with refused("closing_unit_elsewhere", unit=SVA_1):
        await back(each_world, transfer_id, by(crew()))


async def test_receiving_hospital_confirmed_meanwhile(each_world: World) -> None:
    transfer_id = await each_world.brought_to(Stage.HANDED_OVER)
    command = by(intensivist(MATARO))
    await confirm_part(each_world.hq, command, transfer_id, part="receiver_took_over")
    with refused("closing_confirmed"):
        await back(each_world, transfer_id, by(dispatcher()))


async def test_way_back_closed_by_mistake_goes_on(each_world: World) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.HANDED_OVER), each_world.hq
    receipt = await request_return(hq, by(intensivist(MATARO)), transfer_id, request=WAY_BACK)
    way_back = TransferId(receipt.subject)
    await record_death(hq, by(dispatcher()), way_back)
    assert (await each_world.transfer(transfer_id)).outcome == "died"
    await back(each_world, way_back, by(dispatcher()), "died")
    first = await each_world.transfer(transfer_id)
    assert (first.outcome, first.return_id) == (None, way_back)


@pytest.mark.parametrize("who", [crew(SVA_2), referring_doctor(), intensivist()])
async def test_others_take_nothing_back(each_world: World, who: Actor) -> None:
    transfer_id = await each_world.brought_to(Stage.HANDED_OVER)
    assert await read_ended(each_world.hq, by(who)) == ()
    with refused("unknown_transfer" if who == crew(SVA_2) else "closing_of_others"):
        await back(each_world, transfer_id, by(who))


async def test_crew_that_lost_sight_of_its_patient_takes_the_death_back(
    each_world: World,
) -> None:
    transfer_id = await each_world.brought_to(Stage.DEPARTED)
    await record_death(each_world.hq, by(crew()), transfer_id)
    assert [each.closing for each in await read_ended(each_world.hq, by(crew()))] == ["died"]
    transfer = await back(each_world, transfer_id, by(crew()), "died")
    assert (transfer.stage, transfer.outcome) == (Stage.DEPARTED, None)


async def test_handover_of_a_paper_day_is_taken_back_by_when_it_was_written(
    each_world: World,
) -> None:
    transfer_id = await each_world.brought_to(Stage.ARRIVED)
    written_at = each_world.clock.forward(1)
    each_world.clock.forward(180)
    paper = replace(by(dispatcher()), written_at=written_at)
    await hand_over(each_world.hq, paper, transfer_id)
    transfer = await back(each_world, transfer_id, by(dispatcher()))
    assert transfer.stage is Stage.ARRIVED
