"""What turns out otherwise, on both stores."""

from datetime import timedelta

from dispatch.capacity import BedKind
from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.close_as_lost import close_as_lost
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.dispute_agreement import dispute_agreement
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.hand_over import hand_over
from dispatch.desk.move_on import move_on
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.record_death import record_death
from dispatch.desk.release_unit import release_unit
from dispatch.desk.report_course import report_course
from dispatch.desk.report_found import report_found
from dispatch.desk.report_missing import report_missing
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unreachable import report_unreachable
from dispatch.desk.take_back_step import take_back_step
from dispatch.desk.tell_grounds import tell_grounds
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.desk.withdraw_request import withdraw_request
from dispatch.fleet import Activity
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import HospitalCode, UnitId
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import waiting_unit
from tests.builders import (
    ALL_YES,
    CALELLA,
    MATARO,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk.test_desk_failure import SVA_1, failed
from tests.desk_world import World, by


async def test_step_is_taken_back_and_reported_again(world: World) -> None:
    transfer_id = await world.brought_to(Stage.AT_PATIENT)
    hq = world.hq
    world.clock.forward(2)
    await take_back_step(hq, by(crew()), transfer_id, step="at_patient", reason="slip")
    transfer, board = await world.transfer(transfer_id), await world.board()
    assert (transfer.stage, transfer.milestones.at_patient_at) == (Stage.EN_ROUTE, None)
    assert board.units[SVA_1].activity is Activity.EN_ROUTE
    with refused("step_not_last", allowed="en_route"):
        await take_back_step(hq, by(crew()), transfer_id, step="at_patient", reason="slip")
    reached_at = world.clock.forward(9)
    await report_progress(hq, by(crew()), transfer_id, step="at_patient")
    assert (await world.transfer(transfer_id)).milestones.at_patient_at == reached_at


async def test_yes_taken_back_and_another_with_the_first_clock(world: World) -> None:
    transfer_id = await world.brought_to(Stage.EN_ROUTE)
    hq, agreed_at = world.hq, (await world.transfer(transfer_id)).milestones.agreed_at
    world.clock.forward(5)
    command = by(intensivist(MATARO))
    await withdraw_agreement(hq, command, transfer_id, reason="no_bed")
    assert await world.held(MATARO) == 0
    await propose_hospitals(hq, by(HEADQUARTERS), transfer_id)
    await move_on(hq, by(HEADQUARTERS), transfer_id)
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.unit_id) == (Stage.EN_ROUTE, SVA_1)
    assert transfer.asked is not None
    assert transfer.asked != MATARO
    world.clock.forward(5)
    command = by(intensivist(transfer.asked))
    await answer_checklist(hq, command, transfer_id, answers=ALL_YES)
    transfer = await world.transfer(transfer_id)
    assert transfer.milestones.agreed_at == agreed_at
    assert transfer.agreement is not None
    assert transfer.agreement.agreed_at == world.clock()
    assert await world.held(transfer.agreement.hospital) == 1
    await report_progress(hq, by(crew()), transfer_id, step="at_patient")


async def test_no_unit_is_sent_without_a_hospital_whatever_was_agreed(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.EN_ROUTE), world.hq
    command = by(dispatcher())
    await withdraw_agreement(hq, command, transfer_id, reason="no_bed", told_by="Dra. Puig")
    await release_unit(hq, by(dispatcher()), transfer_id, reason="no hospital")
    assert (await world.transfer(transfer_id)).stage is Stage.REQUESTED
    with refused("not_agreed"):
        await assign_unit(hq, command, transfer_id, unit_id=SVA_1, override_reason="near")
    assert (await world.transfer(transfer_id)).unit_id is None


async def test_doctor_denies_what_was_recorded(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.ASKED), world.hq
    call = PhoneCall(intensivist(MATARO).person_id, dict(ALL_YES), read_back=True)
    await agree_by_phone(hq, by(dispatcher()), transfer_id, call=call)
    command = by(intensivist(MATARO))
    await dispute_agreement(hq, command, transfer_id, reason="advice only")
    agreed = (await world.transfer(transfer_id)).agreement
    assert agreed is not None
    assert agreed.disputed_because == "advice only"


async def test_crew_let_go_too_early_has_the_patient_again(world: World) -> None:
    transfer_id, hq = await failed(world), world.hq
    second = UnitId("SVA-02")
    command = by(dispatcher())
    await assign_unit(hq, command, transfer_id, unit_id=second, override_reason="near")
    for step in ("notified", "en_route", "at_patient", "departed"):
        world.clock.forward(3)
        await report_progress(hq, by(crew(second)), transfer_id, step=step)
    await take_back_step(
        hq, by(dispatcher()), transfer_id, step="departed", reason="still loading"
    )
    assert waiting_unit(await world.transfer(transfer_id)) == SVA_1


async def test_death_on_the_road_closes_with_its_true_time(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.DEPARTED), world.hq
    died_at = world.clock.forward(4)
    world.clock.forward(3)
    await record_death(hq, by(crew()), transfer_id, occurred_at=died_at)
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.milestones.died_at) == (Stage.DIED, died_at)
    assert await world.held() == 0
    assert (await world.unit("SVA-01")).activity is Activity.CLEARING
    again = await world.opened("NHC 1")
    assert (await world.transfer(again)).stage is Stage.REQUESTED


async def test_death_in_the_emergency_room(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.ASKED), world.hq
    await record_death(hq, by(referring_doctor()), transfer_id)
    assert (await world.transfer(transfer_id)).stage is Stage.DIED


async def test_crew_diverts_and_the_nearer_hospital_takes_the_patient(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.DEPARTED), world.hq
    await report_course(hq, by(crew()), transfer_id, course="worse", note="MAP 40")
    command = by(crew())
    with refused("unknown_hospital"):
        await drive_elsewhere(
            hq, command, transfer_id, hospital=HospitalCode("nowhere"), reason="as told"
        )
    await drive_elsewhere(
        hq, command, transfer_id, hospital=HospitalCode("sant-pau"), reason="arrest"
    )
    told = [each.kind for each in open_decisions(await world.transfer(transfer_id))]
    assert told == ["crew_diverts", "patient_worse"]
    await report_progress(hq, command, transfer_id, step="arrived")
    await hand_over(hq, by(referring_doctor("sant-pau")), transfer_id)
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.arrived_in) == (Stage.HANDED_OVER, "sant-pau")
    assert await world.held() == 0


async def test_sender_wants_the_patient_back_and_the_crew_turns_round(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.DEPARTED), world.hq
    await withdraw_request(hq, by(referring_doctor()), transfer_id, reason="limits")
    command = by(dispatcher())
    await drive_elsewhere(
        hq, command, transfer_id, hospital=HospitalCode(CALELLA), reason="both doctors"
    )
    await report_progress(hq, by(crew()), transfer_id, step="arrived")
    await hand_over(hq, by(crew()), transfer_id)
    assert (await world.transfer(transfer_id)).stage is Stage.TAKEN_BACK


async def test_patient_of_whom_nobody_knows(world: World) -> None:
    transfer_id, hq = await world.brought_to(Stage.DEPARTED), world.hq
    await report_unreachable(hq, by(dispatcher()), transfer_id, reason="rang")
    await report_missing(hq, by(dispatcher()), transfer_id, reason="silent for 3 h")
    assert (await world.transfer(transfer_id)).stage is Stage.DEPARTED
    await report_found(hq, by(crew()), transfer_id, place="C-32, km 97", found_by="crew")
    assert open_decisions(await world.transfer(transfer_id))[0].kind == "receiver_unreachable"
    await report_missing(hq, by(dispatcher()), transfer_id, reason="silent again")
    with refused("role_not_allowed"):
        await close_as_lost(hq, by(dispatcher()), transfer_id, reason="searched")
    await close_as_lost(hq, by(coordinating_doctor()), transfer_id, reason="searched")
    assert (await world.transfer(transfer_id)).stage is Stage.LOST
    early = await world.opened("NHC 2")
    with refused("patient_not_on_the_road"):
        await report_missing(hq, by(dispatcher()), early, reason="as told")


async def test_closure_tells_everybody_who_was_promised_a_bed(world: World) -> None:
    promised = await world.brought_to(Stage.EN_ROUTE)
    asked = await world.brought_to(Stage.ASKED, "NHC 2")
    free = await world.opened("NHC 3")
    report = ClosureReport(
        HospitalCode(MATARO), BedKind.ICU, "outbreak", world.clock() + timedelta(hours=6)
    )
    await close_beds(world.hq, by(intensivist(MATARO)), report)
    for transfer_id, told in ((promised, True), (asked, True), (free, False)):
        row = await world.transfer(transfer_id)
        assert (row.receiver_closed is not None) == told
    happened = await world.names()
    await tell_grounds(world.hq, by(HEADQUARTERS), promised)
    assert await world.names() == happened
    world.clock.forward(6 * 60)
    await tell_grounds(world.hq, by(HEADQUARTERS), promised)
    assert (await world.transfer(promised)).receiver_closed is None


async def test_crew_at_the_bedside_is_let_go_or_waits_once_nobody_agrees(
    each_world: World,
) -> None:
    world, hq = each_world, each_world.hq
    transfer_id = await world.brought_to(Stage.AT_PATIENT)
    with refused("not_at_this_stage", event="unit-released"):
        await release_unit(hq, by(dispatcher()), transfer_id, reason="mistake")
    await withdraw_agreement(hq, by(intensivist()), transfer_id, reason="no_bed")
    await release_unit(hq, by(dispatcher()), transfer_id, reason="a shock waits")
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.unit_id) == (Stage.REQUESTED, None)
    assert (await world.unit("SVA-01")).activity is Activity.STATION
    with refused("hospital_declined", field="override_reason"):
        await ask_hospital(hq, by(dispatcher()), transfer_id, hospital=HospitalCode(MATARO))
    reason = "they have a bed again"
    command, hospital = by(dispatcher()), HospitalCode(MATARO)
    await ask_hospital(hq, command, transfer_id, hospital=hospital, override_reason=reason)
    assert (await world.transfer(transfer_id)).asked == MATARO
