"""The loops that look after the board leave alone what is being entered from paper."""

from dataclasses import replace as rewired

import pytest
from msgspec.structs import replace

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.end_papers import end_papers
from dispatch.desk.expect_papers import expect_papers
from dispatch.desk.hand_over import hand_over
from dispatch.desk.report_progress import report_progress
from dispatch.identity import Post
from dispatch.kernel import PersonId, TransferId, UnitId
from dispatch.store.memory.duty import MemoryDuty
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.decisions import open_decisions
from dispatch.transfer.stage import Stage
from dispatch.watch import bundle, escalation, grounds, holds, planner
from tests.builders import (
    ALL_YES,
    JOURNEY,
    MATARO,
    an_actor,
    dispatcher,
    intensivist,
    on_duty,
    refused,
)
from tests.desk.test_desk_late import opened, paper
from tests.desk_world import World, by
from tests.shell.test_watch_escalation import LONG

BY_THEMSELVES = {
    "transfer.escalated",
    "transfer.unit-proposed",
    "transfer.unit-silent",
    "transfer.unit-overdue",
    "transfer.bundle-late",
    "transfer.bed-hold-expired",
}


@pytest.fixture
async def manned(world: World) -> World:
    """Mataró with its first on duty, three hours after noon."""
    roster = (on_duty(intensivist(), Post.FIRST, **LONG),)
    world = World(rewired(world.hq, duty=MemoryDuty(roster)), world.clock)
    world.clock.forward(180)
    return world


async def look(world: World) -> set[str]:
    """Every loop once: what they have told by themselves so far."""
    await escalation.look_after(world.hq)
    for watcher in (grounds, bundle, holds):
        await watcher.look(world.hq)
    await planner.look_after(world.hq, planner.EVERYTHING)
    return set(await world.names()) & BY_THEMSELVES


async def asked(world: World, minutes: float = 5) -> TransferId:
    transfer_id = await opened(world)
    first = (await world.transfer(transfer_id)).candidates[0].hospital
    await ask_hospital(world.hq, paper(minutes), transfer_id, hospital=first)
    return transfer_id


async def test_whole_journey_is_entered_and_no_loop_says_a_word(manned: World):
    world = manned
    transfer_id = await asked(world)
    assert await look(world) == set()
    doctor = PersonId(intensivist(MATARO).person_id)
    call = PhoneCall(doctor_id=doctor, answers=dict(ALL_YES), read_back=True)
    await agree_by_phone(world.hq, paper(9), transfer_id, call=call)
    assert await look(world) == set()
    await assign_unit(
        world.hq, paper(10), transfer_id, unit_id=UnitId("SVA-01"), override_reason="paper"
    )
    for minutes, step in zip((11, 13, 40, 80, 110), JOURNEY, strict=True):
        assert await look(world) == set()
        await report_progress(world.hq, paper(minutes), transfer_id, step=step)
    assert open_decisions(await world.transfer(transfer_id)) == ()
    await hand_over(world.hq, paper(120), transfer_id)
    assert await look(world) == set()
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.papers) == (Stage.HANDED_OVER, None)


async def test_patient_who_still_waits_is_heard_as_soon_as_that_was_all(manned: World):
    world = manned
    transfer_id = await asked(world)
    assert await look(world) == set()
    await end_papers(world.hq, by(dispatcher()), transfer_id)
    assert "transfer.escalated" in await look(world)
    transfer = await world.transfer(transfer_id)
    assert transfer.escalated[-1].rung == "coordinating"
    assert transfer.milestones.asked_at == paper(5).written_at


async def test_dispatcher_who_forgets_is_asked_once_and_then_it_is_of_now(manned: World):
    world = manned
    transfer_id = await asked(world)
    world.clock.forward(10)
    assert await look(world) == set()
    assert await look(world) == set()
    row = await world.transfer(transfer_id)
    assert [each.kind for each in open_decisions(row)] == ["papers_stand_still"]
    world.clock.forward(10)
    await look(world)
    assert "transfer.escalated" in await look(world)
    names = await world.names()
    assert names.count("transfer.papers-stand-still") == 1
    assert names.count("transfer.papers-ended") == 1


async def test_program_that_was_down_between_two_papers_goes_on_where_it_was(manned: World):
    world = manned
    transfer_id = await asked(world)
    again = World(rewired(world.hq, outages=type(world.hq.outages)()), world.clock)
    assert await look(again) == set()
    again.clock.forward(60)
    await look(again)
    assert (await again.transfer(transfer_id)).papers is None


async def test_other_desk_does_not_end_papers_that_it_has_not_seen(manned: World):
    world = manned
    transfer_id = await opened(world)
    seen = (await world.transfer(transfer_id)).version
    first = (await world.transfer(transfer_id)).candidates[0].hospital
    await ask_hospital(world.hq, paper(5), transfer_id, hospital=first)
    other = by(an_actor(dispatcher().role, name="another"))
    with refused("changed_since"):
        await end_papers(world.hq, replace(other, last_seen=seen), transfer_id)
    assert (await world.transfer(transfer_id)).papers is not None


async def test_yes_of_now_waits_for_the_yes_of_the_paper(manned: World):
    world = manned
    transfer_id = await asked(world)
    with refused("papers_to_come"):
        await answer_checklist(world.hq, by(intensivist()), transfer_id, answers=dict(ALL_YES))
    await end_papers(world.hq, by(dispatcher()), transfer_id)
    await answer_checklist(world.hq, by(intensivist()), transfer_id, answers=dict(ALL_YES))
    assert (await world.transfer(transfer_id)).stage is Stage.ACCEPTED


async def test_paper_does_not_take_the_unit_of_a_patient_of_now(manned: World):
    world = manned
    other = await world.brought_to(Stage.ASSIGNED, "NHC 9")
    transfer_id = await asked(world)
    doctor = PersonId(intensivist(MATARO).person_id)
    call = PhoneCall(doctor_id=doctor, answers=dict(ALL_YES), read_back=True)
    await agree_by_phone(world.hq, paper(9), transfer_id, call=call)
    with refused("unit_taken_since"):
        await assign_unit(
            world.hq,
            paper(10),
            transfer_id,
            unit_id=UnitId("SVA-01"),
            override_reason="paper",
            takes_from=other,
        )
    assert (await world.transfer(other)).unit_id == "SVA-01"


async def test_transfer_of_before_the_outage_is_quiet_while_its_papers_are_entered(
    manned: World,
):
    world = manned
    transfer_id = await world.brought_to(Stage.ASKED)
    world.clock.forward(120)
    await expect_papers(world.hq, by(dispatcher()), transfer_id)
    assert await look(world) == set()
