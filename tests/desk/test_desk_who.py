"""Who is it: identifiers that collide or part, old keys, requests of the same moment."""

import asyncio

from msgspec.structs import replace

from dispatch.assessment.priority import Condition
from dispatch.desk.check_identity import check_identity
from dispatch.desk.request_return import request_return
from dispatch.desk.request_transfer import request_transfer
from dispatch.identity.patient import IdentifierKind
from dispatch.kernel import HospitalCode, TransferId
from dispatch.store.entry import Command, Entry
from dispatch.transfer.board import Board
from dispatch.transfer.decide_return import ReturnRequest
from dispatch.transfer.decide_whose import IdentityReport
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    MATARO,
    a_request,
    crew,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by, fleet
from tests.stores import require_replay

BLANES = HospitalCode("blanes")
BACK = ReturnRequest(bedside="box 2", contact_phone="937 417 700")


async def in_old_log(world: World, typed: str, hospital: HospitalCode) -> TransferId:
    """A request as it was recorded before issuers: the seal of what was typed, and no kind."""
    opened = await world.opened("77", referring=hospital)
    asked, proposed = await world.hq.log.read_events(opened)
    key = world.hq.patient_key("".join(typed.split()).upper())
    number = f"OLD-{await world.hq.log.next_number()}"
    transfer_id = TransferId(f"old-{number}")
    event = replace(
        asked.event, transfer_id=transfer_id, number=number, patient_key=key, identified_by=None
    )
    events = (event, replace(proposed.event, transfer_id=transfer_id))
    now_at = world.clock()
    command = Command(referring_doctor(hospital))
    entry = Entry(events, command, transfer_id, Board(), now_at, now_at)
    await world.hq.log.record(entry)
    return transfer_id


async def test_old_keys_go_on_being_known(world: World) -> None:
    old = await world.transfer(await in_old_log(world, "NHC 4711", CALELLA))
    with refused("patient_already_requested", number=old.number):
        await world.opened("nhc-4711", referring=CALELLA)
    await world.opened("NHC 4711", referring=BLANES)


async def test_two_at_once_for_one_patient_are_told_of_each_other(world: World) -> None:
    request = a_request(condition=Condition.SEPTIC_SHOCK)
    await asyncio.gather(
        *(
            request_transfer(world.hq, by(referring_doctor(), f"key {n}", f"{n}"), request)
            for n in range(3)
        )
    )
    rows = (await world.board()).transfers.values()
    assert sorted(len(row.twins) for row in rows) == [0, 1, 2]
    await require_replay(world.hq.log, fleet())


async def test_two_at_once_without_shock_open_one(world: World) -> None:
    results = await asyncio.gather(
        *(
            request_transfer(world.hq, by(referring_doctor(), f"key {n}", f"{n}"), a_request())
            for n in range(3)
        ),
        return_exceptions=True,
    )
    assert len((await world.board()).transfers) == 1
    codes = [getattr(each, "code", None) for each in results]
    assert sorted(map(str, codes)) == ["None", *["patient_already_requested"] * 2]


async def test_return_of_a_patient_already_asked_for_is_refused(world: World) -> None:
    first = await world.brought_to(Stage.HANDED_OVER, "NHC 1")
    await world.opened("NHC 1")
    doctor = by(intensivist(MATARO))
    with refused("patient_already_requested"):
        await request_return(world.hq, doctor, first, request=BACK)


async def test_return_is_not_held_up_by_an_old_number_of_another_hospital(
    world: World,
) -> None:
    first = await in_old_log(world, "NHC 5", CALELLA)
    await world.go_on(first, Stage.HANDED_OVER)
    other = await in_old_log(world, "NHC 5", BLANES)
    doctor = by(intensivist(MATARO))
    receipt = await request_return(world.hq, doctor, first, request=BACK)
    back = await world.transfer(TransferId(receipt.subject))
    number = (await world.transfer(other)).number
    assert [(twin.number, twin.how) for twin in back.twins] == [(number, "likely")]


async def test_crew_checks_the_patient_and_no_identity_is_kept(world: World) -> None:
    one = await world.brought_to(Stage.AT_PATIENT, "PUJO1680412001")
    report = IdentityReport(("name", "birth_date"), True, "PUJO-1-680412-001")
    await check_identity(world.hq, by(crew()), one, report=report)
    check = (await world.transfer(one)).identity
    assert check is not None
    assert (check.is_match, check.is_sealed_match) == (True, True)
    assert "PUJO" not in repr(await world.hq.log.read_events(one))
    with refused("unknown_transfer"):
        await check_identity(world.hq, by(crew("SVA-02")), one, report=report)


async def test_provisional_identifier_nobody_typed_is_the_number(world: World) -> None:
    nobodys = {"identifier": IdentifierKind.TEMPORARY}
    one = await world.opened(" ", **nobodys)
    await world.go_on(one, Stage.AT_PATIENT)
    number = (await world.transfer(one)).number
    for read, is_match in ((number, True), ("CSI-990", None)):
        report = IdentityReport(("name", "birth_date"), True, read)
        await check_identity(world.hq, by(crew()), one, report=report)
        check = (await world.transfer(one)).identity
        assert check is not None
        assert check.is_sealed_match is is_match


async def test_nothing_typed_of_another_kind_is_refused(world: World) -> None:
    with refused("text_invalid", field="patient_reference"):
        await world.opened(" ")


async def test_check_is_made_at_the_bedside(world: World) -> None:
    one = await world.brought_to(Stage.EN_ROUTE)
    report = IdentityReport(("name", "birth_date"), True)
    with refused("not_at_this_stage"):
        await check_identity(world.hq, by(crew()), one, report=report)
