"""Antibiotic protocols through the desk, and beside a transfer."""

from dataclasses import replace as swapped
from datetime import date

import pytest
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.read_antibiotic_protocols import FocusProtocol, read_antibiotic_protocols
from dispatch.desk.read_shared import read_shared
from dispatch.desk.record_bundle import record_bundle
from dispatch.desk.set_antibiotic_protocol import set_antibiotic_protocol
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.kernel import HospitalCode, TransferId
from dispatch.network import Care
from dispatch.store.memory.centres import MemoryCentres
from dispatch.transfer.antibiotic_protocol import NewProtocol, ProtocolVersion, Withdrawal
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.transfer.parts import FOCI, Clinical
from dispatch.transfer.shown_protocol import ShownProtocol
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    MATARO,
    coordinating_doctor,
    crew,
    intensivist,
    referring_doctor,
    refused,
)
from tests.desk_world import World, by
from tests.protocols import BACK, NEW, seeing

URINARY = Clinical(focus="urinary")


async def enter(
    world: World,
    seen: int = 0,
    new: NewProtocol | Withdrawal = NEW,
    *,
    hospital: HospitalCode = CALELLA,
) -> ProtocolVersion:
    return await set_antibiotic_protocol(world.hq, seeing(seen), hospital, new=new)


async def of_urinary(world: World, hospital: HospitalCode = CALELLA) -> FocusProtocol:
    view = await read_antibiotic_protocols(world.hq, by(crew()), hospital)
    assert view.hospital == hospital
    (found,) = (
        each for each in view.protocols if (each.care, each.focus) == (Care.ADULT, "urinary")
    )
    return found


async def shown(world: World, transfer_id: TransferId) -> list[ShownProtocol]:
    view = await read_shared(world.hq, by(referring_doctor()), transfer_id)
    return list(view.protocols)


async def give(world: World, transfer_id: TransferId) -> None:
    report = BundleReport(BundleStep.ANTIBIOTIC)
    await record_bundle(world.hq, by(referring_doctor()), transfer_id, report=report)


async def test_hospital_reads_its_text_who_approved_it_and_who_entered_it(world: World) -> None:
    actor = intensivist(MATARO)
    kept = await set_antibiotic_protocol(world.hq, seeing(0, actor), MATARO, new=NEW)
    found = await of_urinary(world, MATARO)
    assert (found.now.state, found.now.version) == ("in_force", kept)
    assert (kept.version, kept.set_by, kept.set_at) == (1, actor.name, world.clock.now_at)
    assert kept.approved is not None
    assert (kept.approved.text, kept.approved.approved_on) == (NEW.text, date(2026, 11, 2))


async def test_every_focus_is_told_for_adults_and_children(world: World) -> None:
    view = await read_antibiotic_protocols(world.hq, by(crew()), CALELLA)
    expected = [(care, focus) for care in Care for focus in FOCI]
    assert [(each.care, each.focus) for each in view.protocols] == expected
    assert {each.now.state for each in view.protocols} == {"none"}


async def test_next_version_holds_and_the_first_stays_readable(world: World) -> None:
    first = await enter(world)
    world.clock.forward(60)
    second = await enter(world, 1, replace(NEW, text="another text"))
    found = await of_urinary(world)
    assert (found.now.version, found.versions) == (second, (second, first))


async def test_withdrawn_text_stays_readable_and_another_may_follow(world: World) -> None:
    first = await enter(world)
    back = await enter(world, 1, BACK)
    found = await of_urinary(world)
    assert (found.now.state, back.withdrawn_because) == ("withdrawn", "a dose was wrong")
    assert found.versions == (back, first)
    await enter(world, 2)
    assert (await of_urinary(world)).now.state == "in_force"


@pytest.mark.parametrize("new", [NEW, BACK])
async def test_same_command_sent_twice_counts_once(
    world: World, new: NewProtocol | Withdrawal
) -> None:
    await enter(world)
    command = seeing(1, key="sent twice")
    first = await set_antibiotic_protocol(world.hq, command, CALELLA, new=new)
    again = await set_antibiotic_protocol(world.hq, command, CALELLA, new=new)
    assert first == again
    assert len((await of_urinary(world)).versions) == 2


OTHERS = [
    replace(NEW, text="another text"),
    replace(NEW, focus="respiratory"),
    replace(BACK, reason="another reason"),
]


@pytest.mark.parametrize("first", [NEW, BACK])
@pytest.mark.parametrize("other", OTHERS)
async def test_key_of_one_text_takes_no_other(
    world: World, first: NewProtocol | Withdrawal, other: NewProtocol | Withdrawal
) -> None:
    await enter(world)
    await set_antibiotic_protocol(world.hq, seeing(1, key="k"), CALELLA, new=first)
    for seen in (0, 1, 2):
        with refused("key_reused", field="Idempotency-Key"):
            command = seeing(seen, key="k")
            await set_antibiotic_protocol(world.hq, command, CALELLA, new=other)
    with refused("key_reused"):
        await set_antibiotic_protocol(world.hq, seeing(0, key="k"), MATARO, new=first)
    assert len((await of_urinary(world)).versions) == 2


async def test_nobody_overwrites_what_they_have_not_seen(world: World) -> None:
    await enter(world)
    with refused("protocol_changed", person=coordinating_doctor().name):
        await enter(world, 0, replace(NEW, text="another text"))
    assert len((await of_urinary(world)).versions) == 1


@pytest.mark.parametrize("seen", [None, 1, 10**9])
async def test_version_seen_must_be_said(world: World, seen: int | None) -> None:
    command = replace(seeing(0), last_seen=seen)
    with refused("protocol_version_needed", field="If-Match", allowed=0):
        await set_antibiotic_protocol(world.hq, command, CALELLA, new=NEW)


class Outrun(MemoryCentres):
    """Somebody else's version is stored between the look and the entry."""

    async def add_protocol(self, version: ProtocolVersion) -> ProtocolVersion:
        await super().add_protocol(replace(version, setting_id="other", set_by="Dr. Other"))
        return await super().add_protocol(version)


async def test_of_two_at_once_one_is_told_of_the_other(world: World) -> None:
    hq = swapped(world.hq, centres=Outrun())
    with refused("protocol_changed", person="Dr. Other"):
        await set_antibiotic_protocol(hq, seeing(0), CALELLA, new=NEW)


@pytest.mark.parametrize("versions", [(), (NEW, BACK)])
async def test_nothing_is_no_text_to_withdraw(
    world: World, versions: tuple[NewProtocol | Withdrawal, ...]
) -> None:
    for seen, new in enumerate(versions):
        await enter(world, seen, new)
    with refused("no_protocol_to_withdraw"):
        await enter(world, len(versions), BACK)


@pytest.mark.parametrize(
    ("hospital", "new", "code"),
    [
        ("atlantis", NEW, "unknown_hospital"),
        (CALELLA, replace(NEW, text="DNI 12345678Z"), "patient_in_text"),
        (CALELLA, replace(NEW, approved_on=date(2027, 1, 1)), "approval_out_of_range"),
        (CALELLA, replace(BACK, reason=" "), "text_invalid"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_is_kept(
    world: World, hospital: str, new: NewProtocol | Withdrawal, code: str
) -> None:
    await enter(world)
    with refused(code):
        await enter(world, 1, new, hospital=HospitalCode(hospital))
    assert len((await of_urinary(world)).versions) == 1


async def test_intensivist_enters_nothing_for_another_hospital(world: World) -> None:
    with refused("not_your_hospital", field="hospital"):
        await set_antibiotic_protocol(
            world.hq, seeing(0, intensivist(MATARO)), CALELLA, new=NEW
        )


async def test_nobody_reads_those_of_no_hospital(world: World) -> None:
    with refused("unknown_hospital"):
        await read_antibiotic_protocols(world.hq, by(crew()), HospitalCode("atlantis"))


async def test_sender_sees_its_own_text_for_the_focus_stated(world: World) -> None:
    kept = await enter(world)
    transfer_id = await world.opened(clinical=URINARY)
    (own,) = await shown(world, transfer_id)
    assert (own.hospital, own.side, own.focus) == (CALELLA, "referring", "urinary")
    assert (own.now.state, own.now.version) == ("in_force", kept)
    assert (own.given_at, own.when_given) == (None, None)


async def test_hospital_without_a_text_is_said_to_have_none(world: World) -> None:
    await enter(world)
    transfer_id = await world.opened(clinical=Clinical(focus="abdominal"))
    (own,) = await shown(world, transfer_id)
    assert (own.focus, own.now.state, own.now.version) == ("abdominal", "none", None)


async def test_receiving_hospital_is_named_once_it_has_agreed(world: World) -> None:
    await enter(world, hospital=MATARO)
    transfer_id = await world.opened(clinical=URINARY)
    assert len(await shown(world, transfer_id)) == 1
    await world.go_on(transfer_id, Stage.DEPARTED)
    own, theirs = await shown(world, transfer_id)
    assert (own.side, own.now.state) == ("referring", "none")
    assert (theirs.side, theirs.hospital, theirs.now.state) == ("receiving", MATARO, "in_force")
    await withdraw_agreement(world.hq, by(intensivist(MATARO)), transfer_id, reason="no_bed")
    assert [each.side for each in await shown(world, transfer_id)] == ["referring"]


async def test_version_of_the_time_of_the_antibiotic_stays(world: World) -> None:
    first = await enter(world)
    transfer_id = await world.opened(clinical=URINARY)
    world.clock.forward(5)
    await give(world, transfer_id)
    given_at = world.clock.now_at
    world.clock.forward(5)
    second = await enter(world, 1, replace(NEW, text="another text"))
    (own,) = await shown(world, transfer_id)
    assert own.given_at == given_at
    assert own.when_given is not None
    assert (own.when_given.version, own.now.version) == (first, second)


async def test_text_entered_after_the_antibiotic_did_not_hold_then(world: World) -> None:
    transfer_id = await world.opened(clinical=URINARY)
    await give(world, transfer_id)
    world.clock.forward(5)
    await enter(world)
    (own,) = await shown(world, transfer_id)
    assert own.when_given is not None
    assert (own.when_given.state, own.now.state) == ("none", "in_force")


async def test_closed_transfer_keeps_the_version_of_its_time(world: World) -> None:
    first = await enter(world)
    transfer_id = await world.opened(clinical=URINARY)
    await cancel_transfer(world.hq, by(referring_doctor()), transfer_id, reason="improved")
    world.clock.forward(5)
    await enter(world, 1, replace(NEW, text="another text"))
    (own,) = await shown(world, transfer_id)
    assert own.now.version == first
