"""Answers other than yes and no: by telephone, otherwise, late, elsewhere."""

import pytest

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.confirm_agreement import confirm_agreement
from dispatch.desk.counter_offer import counter_offer
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.escalate_request import escalate_request
from dispatch.desk.move_on import move_on
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.kernel import HospitalCode
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    GERMANS_TRIAS,
    MATARO,
    at,
    coordinating_doctor,
    dispatcher,
    intensivist,
    refused,
)
from tests.desk_world import World, by

CALL = PhoneCall(intensivist().person_id, dict(ALL_YES), read_back=True)
WATCH = by(HEADQUARTERS)


@pytest.mark.parametrize("actor", [dispatcher(), coordinating_doctor()])
async def test_agreement_by_telephone_is_recorded_and_confirmed(
    each_world: World, actor: Actor
) -> None:
    world = each_world
    transfer_id = await world.brought_to(Stage.ASKED)
    await agree_by_phone(world.hq, by(actor), transfer_id, call=CALL)
    agreed = (await world.transfer(transfer_id)).agreement
    assert agreed is not None
    assert (agreed.recorded_by, agreed.confirmed_at) == (actor.name, None)
    assert await world.held() == 1
    world.clock.forward(5)
    await confirm_agreement(world.hq, by(intensivist()), transfer_id)
    agreed = (await world.transfer(transfer_id)).agreement
    assert agreed is not None
    assert agreed.confirmed_at == world.clock()


async def test_other_intensivist_cannot_confirm(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    await agree_by_phone(world.hq, by(dispatcher()), transfer_id, call=CALL)
    with refused("unknown_transfer"):
        await confirm_agreement(world.hq, by(intensivist(GERMANS_TRIAS)), transfer_id)


async def test_offer_names_a_hospital_of_the_network(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    nowhere = CounterOffer("other_hospital", suggested=HospitalCode("nowhere"))
    with refused("unknown_hospital", field="suggested"):
        await counter_offer(world.hq, by(intensivist()), transfer_id, offer=nowhere)
    there = CounterOffer("other_hospital", suggested=GERMANS_TRIAS)
    await counter_offer(world.hq, by(intensivist()), transfer_id, offer=there)
    (offer,) = (await world.transfer(transfer_id)).offers
    assert (offer.hospital, offer.suggested) == (MATARO, GERMANS_TRIAS)


async def test_hospital_that_offered_sees_the_patient_no_more(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    later = CounterOffer("later", available_at=at(120))
    await counter_offer(world.hq, by(intensivist()), transfer_id, offer=later)
    with refused("unknown_transfer"):
        await counter_offer(world.hq, by(intensivist()), transfer_id, offer=later)


async def test_request_moves_on_with_the_next_on_duty(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    await decline_transfer(world.hq, by(intensivist()), transfer_id, reason="no_bed")
    await move_on(world.hq, WATCH, transfer_id)
    transfer = await world.transfer(transfer_id)
    assert transfer.asked not in {None, MATARO}
    assert f"intensivist-{transfer.asked}" in transfer.asked_doctors


async def test_nothing_moves_that_need_not(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    before = (await world.board()).seq
    await move_on(world.hq, WATCH, transfer_id)
    await escalate_request(world.hq, WATCH, transfer_id)
    assert (await world.board()).seq == before


async def test_due_rungs_are_told_in_the_log(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    before = (await world.board()).seq
    world.clock.forward(30)
    await escalate_request(world.hq, WATCH, transfer_id)
    assert await world.names(before) == ["transfer.escalated"] * 4
    transfer = await world.transfer(transfer_id)
    assert [each.rung for each in transfer.escalated] == [
        "repeat",
        "second",
        "head",
        "coordinating",
    ]
    assert transfer.escalated[0].doctors[:1] == (intensivist().name,)
