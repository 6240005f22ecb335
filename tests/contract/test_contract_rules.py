"""What both stores refuse whatever the desk decided: the rules that must never break."""

import asyncio

from msgspec.structs import replace

from dispatch.capacity.events import BedHeld, BedReleased
from dispatch.checklist.verdict import Answer
from dispatch.fleet.unit import Activity, status_change
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.events import TransferCancelled
from dispatch.transfer.parts import Twin
from tests.builders import (
    ALL_YES,
    a_unit,
    refused,
)
from tests.contract.entries import (
    BEDS,
    T1,
    T2,
    accepted,
    an_entry,
    asked,
    assigned,
    reported,
    requested,
)
from tests.stores import Stores


async def test_open_request_of_a_patient_is_found(store: Stores) -> None:
    async def numbers(key: str, hospital: str) -> set[str]:
        found = await store.log.find_alike((key, "another"), HospitalCode(hospital))
        return {row.number for row in found}

    assert await numbers("p", "vic") == set()
    await store.log.record(an_entry(requested("T1", "p")))
    assert await numbers("p", "vic") == {"CSI-T1"}
    assert await numbers("q", "calella") == {"CSI-T1"}
    assert await numbers("q", "vic") == set()
    await store.log.record(an_entry(TransferCancelled(transfer_id=T1, reason="better")))
    assert await numbers("p", "calella") == set()


async def test_known_twin_may_be_open_beside_the_first(store: Stores) -> None:
    await store.log.record(an_entry(requested("T1", "p")))
    twin = replace(requested("T2", "p"), twins=(Twin("CSI-T1", "same"),))
    await store.log.record(an_entry(twin))
    assert len((await store.log.read_board()).transfers) == 2


async def test_patient_cannot_have_two_open_transfers(store: Stores) -> None:
    await store.log.record(an_entry(requested("T1", "p")))
    with refused("patient_already_requested", field="patient_reference"):
        await store.log.record(an_entry(requested("T2", "p")))
    await store.log.record(an_entry(TransferCancelled(transfer_id=T1, reason="better")))
    assert (await store.log.record(an_entry(requested("T2", "p")))).seq == 3


async def test_three_of_four_is_never_an_agreement(store: Stores) -> None:
    await store.log.record(an_entry(requested(), asked()))
    three = {**ALL_YES, "infection": Answer.NO}
    with refused("question_unanswered", field="answers"):
        await store.log.record(an_entry(accepted(answers=three), BedHeld(*BEDS, T1)))
    assert (await store.log.read_board()).beds == {}


async def test_unit_cannot_have_two_missions(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit()])
    await store.log.record(an_entry(requested("T1"), asked("T1"), accepted("T1")))
    await store.log.record(an_entry(requested("T2"), asked("T2"), accepted("T2")))
    await store.log.record(an_entry(assigned("T1")))
    with refused("unit_already_assigned", field="unit_id"):
        await store.log.record(an_entry(assigned("T2")))
    assert (await store.log.read_board()).transfers[T2].unit_id is None


async def test_transfer_without_agreement_gets_no_unit(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit()])
    await store.log.record(an_entry(requested()))
    with refused("not_at_this_stage"):
        await store.log.record(an_entry(assigned()))


async def test_unknown_unit_cannot_change_its_status(store: Stores) -> None:
    with refused("unknown_unit"):
        await store.log.record(an_entry(status_change(a_unit(), Activity.STATION)))


async def test_bed_nobody_holds_cannot_be_released(store: Stores) -> None:
    await store.log.record(an_entry(reported()))
    with refused("no_bed_held"):
        await store.log.record(an_entry(BedReleased(*BEDS, T1)))


async def test_numbers_never_repeat(store: Stores) -> None:
    numbers = await asyncio.gather(*(store.log.next_number() for _ in range(20)))
    assert len(set(numbers)) == 20
    assert min(numbers) > 1000
