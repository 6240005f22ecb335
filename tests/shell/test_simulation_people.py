"""Simulated people act for simulated patients only, and only once they had the time."""

import pytest
from msgspec.structs import replace

from dispatch.desk.request_transfer import request_transfer
from dispatch.kernel import HospitalCode, TransferId
from dispatch.simulation.actors import as_command, is_simulated, referring_doctor
from dispatch.simulation.people import act_for_people, due_act, next_act, will_decline
from dispatch.simulation.run import look
from dispatch.simulation.world import Rules, a_world
from dispatch.transfer.parts import Declined
from dispatch.transfer.stage import Stage
from tests.builders import NOON, a_request, at
from tests.desk_world import World

LONG = 60


async def simulated_patient(world: World, patient: str = "SIM 1") -> TransferId:
    request = a_request(patient_reference=patient, referring=HospitalCode("mollet"))
    command = as_command(referring_doctor(request.referring))
    return TransferId((await request_transfer(world.hq, command, request)).subject)


async def pass_by(world: World, *, minutes: float = LONG, times: int = 1) -> None:
    simulation = a_world(world.hq, Rules())
    for _ in range(times):
        world.clock.forward(minutes)
        await act_for_people(simulation, await look(simulation))


async def test_simulated_doctor_asks_the_first_proposed_hospital(world):
    transfer_id = await simulated_patient(world)
    await pass_by(world)
    transfer = await world.transfer(transfer_id)
    assert transfer.stage is Stage.ASKED
    assert transfer.asked == transfer.candidates[0].hospital


async def test_simulated_doctor_takes_some_time_to_ask(world):
    transfer_id = await simulated_patient(world)
    await pass_by(world, minutes=0.1)
    assert (await world.transfer(transfer_id)).stage is Stage.REQUESTED


async def test_higher_speed_makes_people_answer_sooner(world):
    transfer = await world.transfer(await simulated_patient(world))
    assert due_act(transfer, at(0.25), speed=1) is None
    assert due_act(transfer, at(0.25), speed=10) == "ask"


async def test_simulated_patient_gets_an_agreement_in_the_end(world):
    transfer_id = await simulated_patient(world)
    await pass_by(world, times=8)
    assert (await world.transfer(transfer_id)).agreement is not None


@pytest.mark.parametrize("stage", [Stage.REQUESTED, Stage.ASKED, Stage.ACCEPTED])
async def test_patient_of_people_is_never_touched(world, stage):
    transfer_id = await world.brought_to(stage)
    before = await world.transfer(transfer_id)
    assert not is_simulated(before)
    await pass_by(world, times=3)
    assert await world.transfer(transfer_id) == before


async def test_patient_nobody_can_take_is_closed(world):
    transfer = await world.transfer(await simulated_patient(world))
    alone = replace(transfer, candidates=())
    assert next_act(alone) == ("cancel", NOON)
    await pass_by(world)


async def test_hospital_that_declined_is_not_asked_again(world):
    transfer = await world.transfer(await simulated_patient(world))
    first = transfer.candidates[0].hospital
    declined = (Declined(first, "no_bed", (), at(5)),)
    again = replace(transfer, declined=declined)
    assert next_act(again) == ("ask", at(5))
    assert due_act(again, at(5.1), speed=1) is None


async def test_last_hospital_left_never_declines(world):
    transfer = await world.transfer(await simulated_patient(world))
    asked = replace(transfer, candidates=transfer.candidates[:1], stage=Stage.ASKED)
    drawn = (replace(asked, transfer_id=TransferId(f"t-{n}")) for n in range(200))
    assert not any(will_decline(each) for each in drawn)


async def test_some_hospitals_decline(world):
    transfer = await world.transfer(await simulated_patient(world))
    asked = replace(transfer, stage=Stage.ASKED)
    drawn = [will_decline(replace(asked, transfer_id=TransferId(f"t-{n}"))) for n in range(400)]
    assert 0.08 < sum(drawn) / len(drawn) < 0.22


async def test_unit_is_not_confirmed_without_a_proposal(world):
    transfer_id = await simulated_patient(world)
    await pass_by(world, times=8)
    accepted = await world.transfer(transfer_id)
    assert accepted.stage is Stage.ACCEPTED
    assert next_act(accepted) is None
