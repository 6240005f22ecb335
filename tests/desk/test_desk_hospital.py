"""Finding the hospital: proposed, asked, agreed 4 of 4 or declined."""

from typing import Any

import pytest

from dispatch.capacity import BedKind
from dispatch.checklist import Answer
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.kernel import HospitalCode, TransferId
from dispatch.network import Care
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    VALL_HEBRON,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by

NOBODY = TransferId("nobody's")
ONE_NO = {**ALL_YES, "infection": Answer.NO}


@pytest.mark.parametrize("actor", [referring_doctor(), dispatcher(), coordinating_doctor()])
async def test_person_can_ask_the_first_hospital(world: World, actor: Actor) -> None:
    transfer_id = await world.opened()
    await ask_hospital(world.hq, by(actor), transfer_id, hospital=MATARO)
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.asked) == (Stage.ASKED, MATARO)


async def test_another_hospital_needs_a_reason(world: World) -> None:
    transfer_id = await world.opened()
    with refused("override_reason_needed", proposed=MATARO):
        await ask_hospital(world.hq, by(dispatcher()), transfer_id, hospital=GERMANS_TRIAS)
    await ask_hospital(
        world.hq,
        by(dispatcher()),
        transfer_id,
        hospital=GERMANS_TRIAS,
        override_reason="knows the patient",
    )
    assert (await world.transfer(transfer_id)).asked == GERMANS_TRIAS


async def test_asking_another_takes_it_from_the_first(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    await ask_hospital(
        world.hq,
        by(dispatcher()),
        transfer_id,
        hospital=GERMANS_TRIAS,
        override_reason="no answer",
    )
    with refused("unknown_transfer"):
        await answer_checklist(world.hq, by(intensivist()), transfer_id, answers=ALL_YES)


async def test_unknown_hospital_cannot_be_asked(world: World) -> None:
    transfer_id = await world.opened()
    with refused("unknown_hospital", field="hospital"):
        nowhere = HospitalCode("nowhere")
        await ask_hospital(world.hq, by(dispatcher()), transfer_id, hospital=nowhere)


async def test_doctor_cannot_ask_for_anothers_patient(world: World) -> None:
    transfer_id = await world.opened()
    with refused("unknown_transfer"):
        stranger = by(referring_doctor(VALL_HEBRON))
        await ask_hospital(world.hq, stranger, transfer_id, hospital=MATARO)


async def test_four_yes_are_an_agreement_with_a_bed(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    before = (await world.board()).seq
    await answer_checklist(world.hq, by(intensivist()), transfer_id, answers=ALL_YES)
    assert await world.names(before) == ["transfer.accepted", "capacity.bed-held"]
    transfer = await world.transfer(transfer_id)
    assert transfer.agreement is not None
    assert (transfer.agreement.hospital, await world.held()) == (MATARO, 1)


async def test_child_gets_a_paediatric_bed(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED, care=Care.PAEDIATRIC)
    agreement = (await world.transfer(transfer_id)).agreement
    assert agreement is not None
    beds = (await world.board()).beds
    assert beds[agreement.hospital, BedKind.PICU].held == 1
    assert (agreement.hospital, BedKind.ICU) not in beds


async def test_one_no_declines_with_its_reason(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    command = by(intensivist())
    await answer_checklist(
        world.hq, command, transfer_id, answers=ONE_NO, reason="no_infection"
    )
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.agreement) == (Stage.REQUESTED, None)
    assert (transfer.declined[0].hospital, transfer.declined[0].failing) == (
        MATARO,
        ("infection",),
    )
    assert (await world.board()).beds == {}


@pytest.mark.parametrize(
    ("answers", "reason", "code"),
    [
        (ONE_NO, None, "reason_needed"),
        (ONE_NO, "because", "reason_needed"),
        ({"infection": Answer.YES}, None, "question_unanswered"),
        ({**ALL_YES, "weather": Answer.YES}, None, "question_unknown"),
    ],
)
async def test_half_an_answer_is_refused(
    world: World, answers: Any, reason: str | None, code: str
) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    with refused(code):
        await answer_checklist(
            world.hq, by(intensivist()), transfer_id, answers=answers, reason=reason
        )
    assert (await world.transfer(transfer_id)).stage is Stage.ASKED


async def test_only_the_asked_hospital_may_answer(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    for hospital in (VALL_HEBRON, CALELLA):
        with refused("unknown_transfer"):
            await answer_checklist(
                world.hq, by(intensivist(hospital)), transfer_id, answers=ALL_YES
            )
    with refused("unknown_transfer"):
        await answer_checklist(world.hq, by(intensivist()), NOBODY, answers=ALL_YES)


async def test_agreement_is_given_once(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    with refused("not_asked"):
        await answer_checklist(world.hq, by(intensivist()), transfer_id, answers=ALL_YES)
    assert await world.held() == 1


async def test_intensivist_can_decline_at_once(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    await decline_transfer(world.hq, by(intensivist()), transfer_id, reason="no_bed")
    transfer = await world.transfer(transfer_id)
    assert (transfer.asked, transfer.declined[0].reason) == (None, "no_bed")


async def test_decline_needs_a_coded_reason(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    with refused("reason_needed"):
        await decline_transfer(world.hq, by(intensivist()), transfer_id, reason=None)


async def test_hospital_that_declined_is_proposed_no_more(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    await decline_transfer(world.hq, by(intensivist()), transfer_id, reason="no_bed")
    receipt = await propose_hospitals(world.hq, by(HEADQUARTERS), transfer_id)
    transfer = await world.transfer(transfer_id)
    assert receipt.seq == transfer.version
    assert MATARO not in {each.hospital for each in transfer.candidates}
    assert MATARO in {each.hospital for each in transfer.not_proposed}


async def test_same_proposal_is_not_told_again(world: World) -> None:
    transfer_id = await world.opened()
    receipt = await propose_hospitals(world.hq, by(dispatcher()), transfer_id)
    assert (receipt.seq, receipt.subject) == (2, transfer_id)
    assert len(await world.names()) == 2


async def test_new_beds_change_the_proposal(world: World) -> None:
    transfer_id = await world.opened()
    report = BedReport(MATARO, BedKind.ICU, total=14, used=14)
    await report_capacity(world.hq, by(intensivist()), report)
    await propose_hospitals(world.hq, by(HEADQUARTERS), transfer_id)
    assert (await world.names())[-1] == "transfer.hospitals-proposed"
    candidates = (await world.transfer(transfer_id)).candidates
    assert {each.beds_free for each in candidates if each.hospital == MATARO} == {0}


async def test_ranking_anew_leaves_an_agreement_alone(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    agreed = (await world.transfer(transfer_id)).agreement
    report = BedReport(MATARO, BedKind.ICU, total=14, used=9)
    await report_capacity(world.hq, by(intensivist()), report)
    await propose_hospitals(world.hq, by(HEADQUARTERS), transfer_id)
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.agreement) == (Stage.ACCEPTED, agreed)
