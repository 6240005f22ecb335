"""The handover by both sides, the outcome, and the way back, on both stores."""

from datetime import timedelta

from dispatch.capacity import BedKind
from dispatch.desk.answer_return import answer_return
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.hand_over import hand_over
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.propose_units import propose_units
from dispatch.desk.read_board import read_followed
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_progress import report_progress
from dispatch.desk.request_return import request_return
from dispatch.desk.resolve_episode import resolve_episode
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import TransferId, UnitId
from dispatch.transfer.custody import missing_parts
from dispatch.transfer.decide_return import ReturnRequest
from dispatch.transfer.parts import Needs
from dispatch.transfer.plan_returns import WAITS
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    JOURNEY,
    MATARO,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by
from tests.story import all_yes

BACK = ReturnRequest(bedside="UCI, box 2", contact_phone="937 417 700")


async def asked_back(world: World, request: ReturnRequest = BACK) -> tuple[TransferId, str]:
    """The first transfer, handed over at Mataró, and its return, which Calella is asked for."""
    first = await world.brought_to(Stage.HANDED_OVER)
    receipt = await request_return(world.hq, by(intensivist()), first, request=request)
    return TransferId(receipt.subject), first


async def agreed_back(world: World) -> tuple[TransferId, str]:
    back, first = await asked_back(world)
    answers = all_yes(await world.transfer(back))
    await answer_return(world.hq, by(referring_doctor()), back, answers=answers)
    return back, first


async def test_three_sides_confirm_each_its_own(world: World) -> None:
    transfer_id = await world.brought_to(Stage.AT_PATIENT)
    hq = world.hq
    await confirm_part(hq, by(referring_doctor()), transfer_id, part="sender_released")
    world.clock.forward(2)
    await confirm_part(hq, by(crew("SVA-01")), transfer_id, part="crew_took_over")
    for step in ("departed", "arrived"):
        world.clock.forward(30)
        await report_progress(hq, by(crew("SVA-01")), transfer_id, step=step)
    await hand_over(hq, by(intensivist()), transfer_id)
    transfer = await world.transfer(transfer_id)
    assert missing_parts(transfer) == ()
    assert transfer.milestones.receiver_confirmed_at == world.clock()


async def test_receiver_confirms_what_the_crew_said(world: World) -> None:
    transfer_id = await world.brought_to(Stage.HANDED_OVER)
    assert "receiver_took_over" in missing_parts(await world.transfer(transfer_id))
    at = world.clock() - timedelta(seconds=30)
    command = by(intensivist())
    await confirm_part(
        world.hq, command, transfer_id, part="receiver_took_over", occurred_at=at
    )
    assert (await world.transfer(transfer_id)).milestones.receiver_confirmed_at == at


async def test_sender_does_not_say_that_the_receiver_took_over(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ARRIVED)
    with refused("not_your_part", field="part"):
        await hand_over(world.hq, by(referring_doctor()), transfer_id)


async def test_receiving_hospital_tells_the_outcome(world: World) -> None:
    transfer_id = await world.brought_to(Stage.HANDED_OVER)
    await resolve_episode(world.hq, by(intensivist()), transfer_id, outcome="ward")
    assert (await world.transfer(transfer_id)).outcome == "ward"
    with refused("unknown_transfer"):
        stranger = by(intensivist(GERMANS_TRIAS))
        await resolve_episode(world.hq, stranger, transfer_id, outcome="home")


async def test_followed_are_those_the_receiving_hospital_still_has(world: World) -> None:
    one = await world.brought_to(Stage.HANDED_OVER, "NHC 1")
    two = await world.brought_to(Stage.HANDED_OVER, "NHC 2", unit_id="SVA-02")
    await world.brought_to(Stage.ASKED, "NHC 3")
    doctor = by(intensivist())
    assert {row.transfer_id for row in await read_followed(world.hq, doctor)} == {one, two}
    await resolve_episode(world.hq, doctor, one, outcome="home")
    await resolve_episode(world.hq, doctor, two, outcome="ward")
    assert [row.transfer_id for row in await read_followed(world.hq, doctor)] == [two]
    assert await read_followed(world.hq, by(intensivist(GERMANS_TRIAS))) == ()


async def test_return_asks_the_hospital_of_before_at_once(world: World) -> None:
    back, first = await asked_back(world)
    transfer = await world.transfer(back)
    assert (transfer.stage, transfer.asked) == (Stage.ASKED, CALELLA)
    assert (transfer.returns, transfer.referring) == (first, MATARO)
    assert (await world.transfer(TransferId(first))).return_id == back


async def test_return_to_an_icu_home_does_not_have_is_left_to_the_desk(world: World) -> None:
    back, _ = await asked_back(world, ReturnRequest("UCI", "937 417 700", needs_icu=True))
    transfer = await world.transfer(back)
    assert (transfer.stage, transfer.asked) == (Stage.REQUESTED, None)
    assert CALELLA not in {each.hospital for each in transfer.candidates}


async def test_return_to_a_full_icu_is_left_to_the_desk(world: World) -> None:
    needs = Needs(icu=True, ecmo=True)
    first = await world.brought_to(Stage.HANDED_OVER, referring=MATARO, needs=needs)
    agreement = (await world.transfer(first)).agreement
    assert agreement is not None
    full = BedReport(MATARO, BedKind.ICU, total=14, used=14)
    await report_capacity(world.hq, by(intensivist()), full)
    back = ReturnRequest("UCI", "937 417 700", needs_icu=True)
    doctor = by(intensivist(agreement.hospital))
    receipt = await request_return(world.hq, doctor, first, request=back)
    transfer = await world.transfer(TransferId(receipt.subject))
    assert (transfer.candidates[0].hospital, transfer.asked) == (MATARO, None)


async def test_who_sends_a_return_speaks_not_for_its_receiver(world: World) -> None:
    back, _ = await asked_back(world)
    with refused("not_your_hospital"):
        await resolve_episode(world.hq, by(intensivist()), back, outcome="ward")
    with refused("not_your_hospital"):
        await request_return(world.hq, by(intensivist()), back, request=BACK)


async def test_return_not_agreed_yet_is_proposed_no_unit(world: World) -> None:
    back, _ = await asked_back(world)
    await propose_units(world.hq, by(HEADQUARTERS))
    assert (await world.transfer(back)).proposal is None


async def test_another_hospital_asks_for_no_return(world: World) -> None:
    first = await world.brought_to(Stage.HANDED_OVER)
    with refused("unknown_transfer"):
        await request_return(world.hq, by(intensivist(GERMANS_TRIAS)), first, request=BACK)


async def test_patient_of_the_code_again_has_no_return_beside_it(world: World) -> None:
    first = await world.brought_to(Stage.HANDED_OVER)
    await world.opened()
    with refused("patient_already_requested"):
        await request_return(world.hq, by(intensivist()), first, request=BACK)


async def test_doctor_of_a_hospital_without_icu_takes_the_patient_back(world: World) -> None:
    back, _ = await agreed_back(world)
    agreement = (await world.transfer(back)).agreement
    assert agreement is not None
    assert (agreement.hospital, agreement.intensivist) == (CALELLA, referring_doctor().name)
    assert await world.held() == 0


async def test_return_is_declined_and_proposed_elsewhere(world: World) -> None:
    back, _ = await asked_back(world)
    await answer_return(world.hq, by(referring_doctor()), back, answers=None, reason="no_bed")
    await propose_hospitals(world.hq, by(HEADQUARTERS), back)
    transfer = await world.transfer(back)
    assert transfer.stage is Stage.REQUESTED
    assert CALELLA not in {each.hospital for each in transfer.candidates}


async def test_patient_of_the_code_is_not_accepted_like_a_return(world: World) -> None:
    transfer_id = await world.brought_to(Stage.ASKED)
    with refused("not_a_return"):
        await answer_return(world.hq, by(intensivist()), transfer_id, answers=None)
    await decline_transfer(world.hq, by(intensivist()), transfer_id, reason="no_bed")


async def test_return_is_proposed_a_unit_when_nobody_else_waits(world: World) -> None:
    back, _ = await agreed_back(world)
    await propose_units(world.hq, by(HEADQUARTERS))
    proposal = (await world.transfer(back)).proposal
    assert proposal is not None
    assert proposal.unit_id is not None


async def test_return_waits_for_a_patient_of_the_code(world: World) -> None:
    back, _ = await agreed_back(world)
    await world.opened("NHC 2")
    await propose_units(world.hq, by(HEADQUARTERS))
    proposal = (await world.transfer(back)).proposal
    assert proposal is not None
    assert (proposal.unit_id, proposal.why_unserved) == (None, (WAITS,))
    before = await world.names()
    await propose_units(world.hq, by(HEADQUARTERS))
    assert await world.names() == before


async def test_return_arrives_and_ends_the_episode(world: World) -> None:
    back, first = await agreed_back(world)
    unit = UnitId("SVI-01")
    await assign_unit(world.hq, by(dispatcher()), back, unit_id=unit, override_reason="nearest")
    for step in JOURNEY:
        world.clock.forward(5)
        await report_progress(world.hq, by(crew("SVI-01")), back, step=step)
    await hand_over(world.hq, by(referring_doctor()), back)
    episode = await world.transfer(TransferId(first))
    assert (episode.outcome, episode.milestones.resolved_at) == ("returned", world.clock())
    assert await read_followed(world.hq, by(coordinating_doctor())) == ()
    assert (await world.board()).transfers == {}


async def test_cancelled_return_is_asked_for_again(world: World) -> None:
    back, first = await asked_back(world)
    await cancel_transfer(world.hq, by(dispatcher()), back, reason="worse again")
    assert (await world.transfer(TransferId(first))).return_id is None
    await request_return(world.hq, by(intensivist()), TransferId(first), request=BACK)
