"""The referring doctor asks for a transfer."""

import pytest
from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.capacity import BedKind
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.request_transfer import request_transfer
from dispatch.identity import Actor
from dispatch.kernel import HospitalCode, TransferId
from dispatch.kernel.asked import Doubtful
from dispatch.network import Care
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    a_request,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by


async def test_doctor_opens_a_transfer_with_proposals(world: World) -> None:
    receipt = await request_transfer(world.hq, by(referring_doctor()), a_request())
    assert await world.names() == ["transfer.requested", "transfer.hospitals-proposed"]
    transfer = (await world.board()).transfers[TransferId(receipt.subject)]
    assert (receipt.seq, transfer.version) == (2, 2)
    assert (transfer.stage, transfer.referring) == (Stage.REQUESTED, CALELLA)
    assert transfer.candidates[0].hospital == MATARO
    assert transfer.referring_doctor_id == referring_doctor().person_id


async def test_transfers_get_different_names_and_numbers(world: World) -> None:
    await world.opened("NHC 1")
    await world.opened("NHC 2")
    transfers = (await world.board()).transfers.values()
    assert len({transfer.transfer_id for transfer in transfers}) == 2
    assert {transfer.number for transfer in transfers} == {"CSI-1001", "CSI-1002"}


async def test_patient_reference_is_nowhere_afterwards(world: World) -> None:
    await world.opened("0123456789")
    everything = repr(await world.hq.log.read_changes(0))
    assert "0123456789" not in everything
    assert "CSI-1001" in everything


@pytest.mark.parametrize("actor", [dispatcher(), coordinating_doctor()])
async def test_headquarters_can_open_for_any_hospital(world: World, actor: Actor) -> None:
    await request_transfer(world.hq, by(actor), a_request(referring=CALELLA))
    assert len((await world.board()).transfers) == 1


async def test_doctor_cannot_ask_for_another_hospital(world: World) -> None:
    with refused("not_your_hospital", field="referring", allowed=MATARO, value=CALELLA):
        await request_transfer(world.hq, by(referring_doctor(MATARO)), a_request())


async def test_unknown_hospital_cannot_refer(world: World) -> None:
    request = a_request(referring=HospitalCode("nowhere"))
    with refused("unknown_hospital", field="referring"):
        await request_transfer(world.hq, by(dispatcher()), request)


@pytest.mark.parametrize(
    ("referring", "care", "first"),
    [
        ("amposta", Care.PAEDIATRIC, "vall-hebron"),
        ("bellvitge", Care.PAEDIATRIC, "sant-joan-de-deu"),
        ("clinic", Care.PAEDIATRIC, "sant-pau"),
    ],
)
@pytest.mark.parametrize("role", ["doctor", "dispatcher", "coordinating"])
async def test_patient_at_a_hospital_that_treats_no_such_ones_is_asked_about_and_goes_on(
    world: World, role: str, referring: str, care: Care, first: str
) -> None:
    code = HospitalCode(referring)
    actor = {
        "doctor": referring_doctor(code),
        "dispatcher": dispatcher(),
        "coordinating": coordinating_doctor(),
    }[role]
    request = a_request(referring=code, care=care, condition=Condition.SEPTIC_SHOCK)
    with pytest.raises(Doubtful) as raised:
        await request_transfer(world.hq, by(actor), request)
    assert raised.value.facts["doubts"] == f"care={care.value}"
    sure = replace(request, confirmed_doubts=(f"care={care.value}",))
    transfer_id = TransferId((await request_transfer(world.hq, by(actor), sure)).subject)
    transfer = await world.transfer(transfer_id)
    proposed = transfer.candidates[0]
    assert (proposed.hospital, proposed.is_reference) == (first, True)
    assert proposed.reasons[0].code == "reference_of_nearest"
    assert "reference_provisional" in {each.code for each in proposed.warnings}
    await ask_hospital(world.hq, by(dispatcher()), transfer_id, hospital=proposed.hospital)
    await answer_checklist(
        world.hq, by(intensivist(proposed.hospital)), transfer_id, answers=ALL_YES
    )
    assert (await world.transfer(transfer_id)).stage is Stage.ACCEPTED


async def test_treatment_limits_exclude_the_code(world: World) -> None:
    with refused("treatment_limits"):
        request = a_request(has_treatment_limits=True)
        await request_transfer(world.hq, by(dispatcher()), request)
    assert await world.names() == []


@pytest.mark.parametrize("reference", ["", "  ", "x" * 65, "a\x00b"])
async def test_patient_reference_must_be_a_text(world: World, reference: str) -> None:
    with refused("text_invalid", field="patient_reference"):
        request = a_request(patient_reference=reference)
        await request_transfer(world.hq, by(dispatcher()), request)


@pytest.mark.parametrize("again", ["NHC 1", "nhc1", " NHC  1 "])
async def test_patient_cannot_be_requested_twice(world: World, again: str) -> None:
    await world.opened("NHC 1")
    with refused("patient_already_requested", number="CSI-1001"):
        await world.opened(again)


async def test_patient_can_be_requested_again_once_closed(world: World) -> None:
    first = await world.opened()
    await cancel_transfer(world.hq, by(dispatcher()), first, reason="better")
    assert await world.opened() != first


async def test_repeated_command_gets_the_first_receipt(world: World) -> None:
    command = by(referring_doctor(), key="the same")
    first = await request_transfer(world.hq, command, a_request())
    assert await request_transfer(world.hq, command, a_request()) == first
    assert len((await world.board()).transfers) == 1


async def test_key_cannot_be_used_for_another_request(world: World) -> None:
    await request_transfer(world.hq, by(referring_doctor(), "k", "one"), a_request())
    with refused("key_reused"):
        await request_transfer(world.hq, by(referring_doctor(), "k", "two"), a_request())


async def test_reported_beds_reach_the_proposal(world: World) -> None:
    report = BedReport(MATARO, BedKind.ICU, total=14, used=9)
    await report_capacity(world.hq, by(intensivist()), report)
    transfer = await world.transfer(await world.opened())
    free = {each.hospital: each.beds_free for each in transfer.candidates}
    assert (free[MATARO], free[GERMANS_TRIAS]) == (5, None)
