"""What was written on paper is entered afterwards, with its true time and a mark."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from dispatch.capacity import BedKind
from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.decline_by_phone import decline_by_phone
from dispatch.desk.hand_over import hand_over
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_progress import report_progress
from dispatch.desk.request_return import request_return
from dispatch.desk.request_transfer import request_transfer
from dispatch.kernel import PersonId, TransferId, UnitId
from dispatch.transfer.decide_phone import PhoneCall, PhoneRefusal
from dispatch.transfer.decide_return import ReturnRequest
from dispatch.transfer.papers import Papers
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    JOURNEY,
    MATARO,
    NOON,
    a_request,
    coordinating_doctor,
    dispatcher,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by


def paper(minutes: float, actor=None):
    """A command of headquarters, from a paper written so many minutes after noon."""
    return replace(by(actor or dispatcher()), written_at=NOON + timedelta(minutes=minutes))


async def opened(world: World, minutes: float = 0) -> TransferId:
    request = a_request(doctor="Dra. Pi")
    return TransferId((await request_transfer(world.hq, paper(minutes), request)).subject)


async def asked_and_agreed(world: World) -> TransferId:
    transfer_id = await opened(world)
    first = (await world.transfer(transfer_id)).candidates[0].hospital
    await ask_hospital(world.hq, paper(2), transfer_id, hospital=first)
    doctor = PersonId(intensivist(MATARO).person_id)
    call = PhoneCall(doctor_id=doctor, answers=dict(ALL_YES), read_back=True)
    await agree_by_phone(world.hq, paper(6), transfer_id, call=call)
    return transfer_id


async def test_whole_journey_is_entered_with_its_times(world: World) -> None:
    world.clock.forward(300)
    transfer_id = await asked_and_agreed(world)
    await assign_unit(
        world.hq, paper(8), transfer_id, unit_id=UnitId("SVA-01"), override_reason="on paper"
    )
    for minutes, step in zip((9, 12, 40, 80, 110), JOURNEY, strict=True):
        await report_progress(world.hq, paper(minutes), transfer_id, step=step)
    await hand_over(world.hq, paper(130), transfer_id)
    transfer = await world.transfer(transfer_id)
    assert transfer.stage is Stage.HANDED_OVER
    times = transfer.milestones
    assert times.requested_at == NOON
    assert times.agreed_at == NOON + timedelta(minutes=6)
    assert times.handed_over_at == NOON + timedelta(minutes=130)


async def test_no_given_by_telephone_is_entered_with_its_time(world: World) -> None:
    world.clock.forward(60)
    transfer_id = await opened(world)
    first = (await world.transfer(transfer_id)).candidates[0].hospital
    await ask_hospital(world.hq, paper(2), transfer_id, hospital=first)
    call = PhoneRefusal(PersonId(intensivist(MATARO).person_id), "no_bed")
    await decline_by_phone(world.hq, paper(7), transfer_id, call=call)
    (no,) = (await world.transfer(transfer_id)).declined
    assert no.declined_at == NOON + timedelta(minutes=7)


async def test_late_entries_are_marked_and_others_not(world: World) -> None:
    await world.opened("NHC 2")
    world.clock.forward(60)
    await opened(world, 5)
    lines = (await world.hq.log.read_changes(0)).lines
    assert [line.is_late_entry for line in lines] == [False, False, True, True, True]
    assert lines[-1].recorded_at == NOON + timedelta(minutes=60)
    assert lines[-1].occurred_at == NOON + timedelta(minutes=5)


@pytest.mark.parametrize("actor", [referring_doctor(), intensivist()])
async def test_only_headquarters_enters_from_paper(world: World, actor) -> None:
    world.clock.forward(60)
    with refused("role_not_allowed"):
        await request_transfer(world.hq, paper(0, actor), a_request())


async def test_request_from_paper_has_more_to_come_unless_somebody_says_no(
    world: World,
) -> None:
    world.clock.forward(60)
    quiet = await world.transfer(await opened(world))
    assert quiet.papers == Papers(dispatcher().name, world.clock())
    request = a_request(patient_reference="NHC 2", has_more_papers=False)
    all_said = await request_transfer(world.hq, paper(1), request)
    assert (await world.transfer(TransferId(all_said.subject))).papers is None
    with refused("no_late_entry", field="has_more_papers"):
        request = a_request(patient_reference="NHC 3", has_more_papers=True)
        await request_transfer(world.hq, by(dispatcher()), request)


async def test_yes_of_now_is_refused_while_papers_are_to_come(world: World) -> None:
    world.clock.forward(60)
    transfer_id = await opened(world)
    first = (await world.transfer(transfer_id)).candidates[0].hospital
    with refused("papers_to_come"):
        await ask_hospital(world.hq, by(dispatcher()), transfer_id, hospital=first)


async def test_way_back_from_paper_has_more_to_come(world: World) -> None:
    first = await world.brought_to(Stage.HANDED_OVER)
    world.clock.forward(60)
    wanted = ReturnRequest(bedside="UCI 2", contact_phone="937 417 700")
    done = await request_return(world.hq, paper(30), first, request=wanted)
    assert (await world.transfer(TransferId(done.subject))).papers is not None


async def test_doctor_of_the_paper_is_named(world: World) -> None:
    world.clock.forward(60)
    transfer = await world.transfer(await opened(world))
    assert transfer.referring_doctor == "Dra. Pi"


async def test_doctor_asks_in_no_other_name(world: World) -> None:
    with refused("role_not_allowed"):
        await request_transfer(world.hq, by(referring_doctor()), a_request(doctor="Dra. Pi"))


async def test_coordinating_doctor_enters_too(world: World) -> None:
    world.clock.forward(60)
    await request_transfer(world.hq, paper(0, coordinating_doctor()), a_request())


async def test_paper_of_the_future_is_refused(world: World) -> None:
    with refused("written_ahead", field="written_at"):
        await opened(world, 1)


async def test_paper_of_last_week_is_refused(world: World) -> None:
    world.clock.forward(72 * 60 + 1)
    with refused("written_too_long_ago", field="written_at"):
        await opened(world, 0)


async def test_entry_before_what_is_known_is_refused(world: World) -> None:
    world.clock.forward(60)
    transfer_id = await opened(world, 10)
    first = (await world.transfer(transfer_id)).candidates[0].hospital
    with refused("out_of_order"):
        await ask_hospital(world.hq, paper(9), transfer_id, hospital=first)


async def test_beds_of_then_are_not_entered_as_those_of_now(world: World) -> None:
    world.clock.forward(60)
    report = BedReport(hospital=MATARO, kind=BedKind.ICU, total=10, used=4)
    with refused("not_a_late_entry", field="written_at"):
        await report_capacity(world.hq, paper(0), report)


async def test_paper_without_zone_is_refused(world: World) -> None:
    naive = replace(by(dispatcher()), written_at=NOON.replace(tzinfo=None))
    with refused("instant_without_zone"):
        await request_transfer(world.hq, naive, a_request())
