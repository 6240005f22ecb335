"""What both stores remember of the transfers that were closed."""

from dispatch.transfer.events import TransferCancelled
from dispatch.transfer.stage import Stage
from dispatch.transfer.way_events import ClosingTakenBack
from tests.builders import refused
from tests.contract.entries import T1, T2, an_entry, requested
from tests.stores import Stores


async def test_closed_transfers_are_found_the_last_one_first(store: Stores) -> None:
    for name in ("T1", "T2"):
        await store.log.record(an_entry(requested(name)))
    assert await store.log.read_ended() == ()
    for name in (T1, T2):
        await store.log.record(an_entry(TransferCancelled(transfer_id=name, reason="better")))
    rows = await store.log.read_ended()
    assert [row.transfer_id for row in rows] == [T2, T1]
    assert rows[0].closed is not None
    assert rows[0].closed.from_stage is Stage.REQUESTED


async def test_closing_taken_back_opens_the_row_again(store: Stores) -> None:
    await store.log.record(an_entry(requested("T1", "p")))
    before = (await store.log.read_board()).transfers[T1]
    await store.log.record(an_entry(TransferCancelled(transfer_id=T1, reason="better")))
    back = ClosingTakenBack(T1, "cancelled", Stage.REQUESTED, "slip")
    seq = (await store.log.record(an_entry(back))).seq
    row = (await store.log.read_board()).transfers[T1]
    assert (row.milestones, row.closed, row.version) == (before.milestones, None, seq)
    assert await store.log.read_ended() == ()
    assert (await store.log.find_alike(("p",), row.referring))[0].transfer_id == T1


async def test_patient_opened_again_meanwhile_keeps_the_first_closed(store: Stores) -> None:
    await store.log.record(an_entry(requested("T1", "p")))
    await store.log.record(an_entry(TransferCancelled(transfer_id=T1, reason="better")))
    await store.log.record(an_entry(requested("T2", "p")))
    back = ClosingTakenBack(T1, "cancelled", Stage.REQUESTED, "slip")
    with refused("patient_already_requested", field="patient_reference"):
        await store.log.record(an_entry(back))
    assert [row.transfer_id for row in await store.log.read_ended()] == [T1]
