"""Whether a hospital has the patient, on both stores: asked on the board until it says so."""

from dispatch.capacity import BedKind
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.hand_over import hand_over, has_unit
from dispatch.desk.report_progress import report_progress
from dispatch.desk.settle_decision import settle_decision
from dispatch.desk.take_back_closing import take_back_closing
from dispatch.desk.take_back_part import take_back_part
from dispatch.kernel import HospitalCode, TransferId
from dispatch.network import Care
from dispatch.transfer.decisions import Settling, open_decisions
from dispatch.transfer.stage import Stage
from dispatch.transfer.way_events import HandedOverUnagreed, PartTakenBack
from tests.builders import GERMANS_TRIAS, MATARO, crew, dispatcher, intensivist
from tests.desk_world import World, by

THERE = HospitalCode(GERMANS_TRIAS)
ICU = (THERE, BedKind.ICU)


async def elsewhere(world: World) -> TransferId:
    """Handed over by the crew where nobody had agreed."""
    transfer_id, hq = await world.brought_to(Stage.DEPARTED), world.hq
    await drive_elsewhere(hq, by(crew()), transfer_id, hospital=THERE, reason="arrest")
    await report_progress(hq, by(crew()), transfer_id, step="arrived")
    await hand_over(hq, by(crew()), transfer_id)
    return transfer_id


async def on_board(world: World, transfer_id: TransferId) -> list[str]:
    row = (await world.hq.log.read_board()).transfers.get(transfer_id)
    return [each.kind for each in open_decisions(row)] if row else []


async def test_handover_nobody_agreed_to_stays_on_the_board_until_confirmed(
    each_world: World,
) -> None:
    transfer_id, hq = await elsewhere(each_world), each_world.hq
    assert await on_board(each_world, transfer_id) == ["handed_over_unagreed"]
    lines = await hq.log.read_events(transfer_id)
    told = [line.event for line in lines if isinstance(line.event, HandedOverUnagreed)]
    assert [(each.hospital, each.is_bed_counted) for each in told] == [(THERE, True)]
    command = by(intensivist(THERE))
    await confirm_part(hq, command, transfer_id, part="receiver_took_over")
    assert transfer_id not in (await hq.log.read_board()).transfers


async def test_bed_there_counts_and_does_not_when_it_was_a_mistake(each_world: World) -> None:
    before = (await each_world.board()).beds.get(ICU)
    used = before.used if before else 0
    transfer_id, hq = await elsewhere(each_world), each_world.hq
    assert (await each_world.board()).beds[ICU].used == used + 1
    await take_back_closing(
        hq, by(dispatcher()), transfer_id, closing="handed_over", reason="slip"
    )
    assert (await each_world.board()).beds[ICU].used == used
    assert (await each_world.transfer(transfer_id)).stage is Stage.ARRIVED


async def test_receipt_taken_back_is_on_the_board_until_settled(each_world: World) -> None:
    transfer_id, hq = await each_world.brought_to(Stage.HANDED_OVER), each_world.hq
    icu = by(intensivist(MATARO))
    await confirm_part(hq, icu, transfer_id, part="receiver_took_over")
    assert transfer_id not in (await hq.log.read_board()).transfers
    icu = by(intensivist(MATARO))
    await take_back_part(hq, icu, transfer_id, part="receiver_took_over", reason="not ours")
    assert await on_board(each_world, transfer_id) == ["receipt_denied"]
    lines = await hq.log.read_events(transfer_id)
    told = [line.actor_name for line in lines if isinstance(line.event, PartTakenBack)]
    assert told == [intensivist(MATARO).name]
    (asked,) = open_decisions(await each_world.transfer(transfer_id))
    settling = Settling(asked.kind, asked.about, "the crew has told where he is")
    await settle_decision(hq, by(dispatcher()), transfer_id, settling=settling)
    assert transfer_id not in (await hq.log.read_board()).transfers


async def test_unit_is_one_for_such_patients(world: World) -> None:
    network = world.hq.network
    assert has_unit(network, THERE, Care.ADULT)
    assert not has_unit(network, None, Care.ADULT)
    children = network.hospitals[THERE].picu_beds > 0
    assert has_unit(network, THERE, Care.PAEDIATRIC) == children
