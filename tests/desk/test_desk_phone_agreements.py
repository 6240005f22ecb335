"""What became of the yes of the telephone, on both stores: counted, and never out of sight."""

from datetime import date

import pytest

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.confirm_agreement import confirm_agreement
from dispatch.desk.dispute_agreement import dispute_agreement
from dispatch.desk.read_named import read_named
from dispatch.desk.read_phone_agreements import read_phone_agreements
from dispatch.desk.resolve_episode import resolve_episode
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.identity import Actor
from dispatch.kernel import TransferId
from dispatch.registry import Period, Word
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    GERMANS_TRIAS,
    MATARO,
    analyst,
    coordinating_doctor,
    dispatcher,
    intensivist,
)
from tests.desk_world import World, by

TODAY = Period(date(2026, 11, 22), date(2026, 11, 22))
CALL = PhoneCall(intensivist().person_id, dict(ALL_YES), read_back=True)
STAGES = tuple(Stage)


async def phoned(
    world: World, patient: str = "NHC 1", until: Stage = Stage.ACCEPTED
) -> TransferId:
    """Agreed by telephone, and as far as that stage."""
    transfer_id = await world.brought_to(Stage.ASKED, patient)
    await agree_by_phone(world.hq, by(dispatcher()), transfer_id, call=CALL)
    for stage in STAGES[STAGES.index(Stage.ACCEPTED) + 1 : STAGES.index(until) + 1]:
        world.clock.forward(1)
        await world._go_to(stage, transfer_id, "SVA-01")
    return transfer_id


@pytest.mark.parametrize("reader", [coordinating_doctor(), analyst()])
async def test_every_agreement_by_telephone_is_counted(
    each_world: World, reader: Actor
) -> None:
    world = each_world
    silent = await phoned(world, "NHC 1", until=Stage.HANDED_OVER)
    spoken = await phoned(world, "NHC 2")
    await confirm_agreement(world.hq, by(intensivist()), spoken)
    waits = await phoned(world, "NHC 3")
    await world.brought_to(Stage.ACCEPTED, "NHC 4")
    report = await read_phone_agreements(world.hq, by(reader), of=TODAY)
    words = {each.transfer_id: each.word for each in report.agreements}
    assert words == {
        silent: Word.NEVER,
        spoken: Word.CONFIRMED_BEFORE,
        waits: Word.OPEN,
    }
    assert [each.transfer_id for each in report.agreements] == [waits, spoken, silent]
    (mataro,) = report.hospitals
    assert (mataro.hospital, mataro.counts) == (MATARO, report.counts)
    assert report.total == sum(report.counts.values()) == 3


async def test_other_days_are_not_counted(each_world: World) -> None:
    await phoned(each_world)
    day = Period(date(2026, 11, 21), date(2026, 11, 21))
    report = await read_phone_agreements(each_world.hq, by(analyst()), of=day)
    assert (report.total, report.hospitals, report.agreements) == (0, (), ())
    assert set(report.counts.values()) == {0}


async def test_nothing_says_who_the_patient_is(world: World) -> None:
    transfer_id = await phoned(world, "NHC 4711")
    report = await read_phone_agreements(world.hq, by(analyst()), of=TODAY)
    key = (await world.transfer(transfer_id)).patient_key
    assert "4711" not in str(report)
    assert key not in str(report)


async def named(world: World, doctor: Actor | None = None) -> list[TransferId]:
    found = await read_named(world.hq, by(doctor or intensivist()))
    return [each.transfer_id for each in found]


async def test_word_is_asked_for_until_it_is_given(each_world: World) -> None:
    world = each_world
    first, second = await phoned(world, "NHC 1"), await phoned(world, "NHC 2")
    await world.brought_to(Stage.ACCEPTED, "NHC 3")
    assert await named(world) == [second, first]
    assert await named(world, intensivist(GERMANS_TRIAS)) == []
    await confirm_agreement(world.hq, by(intensivist()), first)
    assert await named(world) == [second]
    await dispute_agreement(world.hq, by(intensivist()), second, reason="advice only")
    assert await named(world) == []


async def test_word_is_asked_for_after_every_end(each_world: World) -> None:
    world = each_world
    home = await phoned(world, "NHC 1", until=Stage.HANDED_OVER)
    await resolve_episode(world.hq, by(coordinating_doctor()), home, outcome="died")
    cancelled = await phoned(world, "NHC 2")
    await cancel_transfer(world.hq, by(dispatcher()), cancelled, reason="limits")
    assert await named(world) == [cancelled, home]
    await dispute_agreement(world.hq, by(intensivist()), cancelled, reason="advice only")
    await confirm_agreement(world.hq, by(intensivist()), home)
    assert await named(world) == []
    report = await read_phone_agreements(world.hq, by(analyst()), of=TODAY)
    words = {each.transfer_id: each.word for each in report.agreements}
    assert words == {cancelled: Word.PROTESTED, home: Word.CONFIRMED_LATER}


async def test_no_word_is_asked_for_about_what_was_taken_back(each_world: World) -> None:
    world = each_world
    transfer_id = await phoned(world, until=Stage.ASSIGNED)
    await withdraw_agreement(world.hq, by(intensivist()), transfer_id, reason="no_bed")
    assert await named(world) == []
