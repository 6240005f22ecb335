"""What both stores promise of news: what changed, when, and being woken for it."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from dispatch.capacity.events import BedHeld
from dispatch.fleet.unit import Activity, status_change
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import TransferId
from dispatch.transfer.events import (
    TransferCancelled,
)
from dispatch.transfer.stage import Stage
from tests.builders import (
    SVA_1,
    SVA_2,
    a_unit,
)
from tests.contract.entries import (
    BEDS,
    T1,
    an_entry,
    asked,
    reported,
    requested,
    told,
)
from tests.stores import Stores
from tests.waits import PATIENCE_S, patiently


async def test_changes_are_lines_and_rows_after_a_number(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit(SVA_1), a_unit(SVA_2)])
    await store.log.record(an_entry(requested("T1"), requested("T2"), reported()))
    busy = status_change(a_unit(SVA_2), Activity.OUT_OF_SERVICE)
    await store.log.record(an_entry(asked("T1"), busy))
    changes = await told(store.log, after=2)
    assert [line.seq for line in changes.lines] == [3, 4, 5]
    assert [row.transfer_id for row in changes.transfers] == [T1]
    assert [row.unit_id for row in changes.units] == [SVA_2]
    assert [row.version for row in changes.beds] == [3]
    assert (changes.transfers[0].version, changes.units[0].version) == (4, 5)
    assert changes.seq == 5


@pytest.mark.parametrize(("after", "lines"), [(-3, 2), (0, 2), (2, 0), (99, 0)])
async def test_changes_after_any_number_are_read(store: Stores, after: int, lines: int) -> None:
    await store.log.record(an_entry(requested("T1"), requested("T2")))
    changes = await told(store.log, after=after)
    assert (changes.seq, len(changes.lines), len(changes.transfers)) == (2, lines, lines)


async def test_changes_tell_of_transfers_closed_since(store: Stores) -> None:
    await store.log.record(an_entry(requested()))
    await store.log.record(an_entry(TransferCancelled(transfer_id=T1, reason="better")))
    assert [row.stage for row in (await told(store.log, 1)).transfers] == [Stage.CANCELLED]


async def test_board_and_changes_agree_while_others_write(store: Stores) -> None:
    async def write() -> None:
        for n in range(15):
            await store.log.record(an_entry(requested(f"T{n}"), asked(f"T{n}"), reported()))

    async def look() -> None:
        for _ in range(15):
            board = await store.log.read_board()
            assert board.seq == 3 * len(board.transfers)
            assert all(row.stage is Stage.ASKED for row in board.transfers.values())
            changes = await store.log.read_changes(board.seq)
            assert len(changes.lines) == changes.seq - board.seq
            assert len(changes.transfers) * 3 == len(changes.lines)

    await asyncio.gather(write(), look(), look())


async def test_events_of_one_transfer_come_oldest_first(store: Stores) -> None:
    await store.log.record(an_entry(requested("T1"), requested("T2"), BedHeld(*BEDS, T1)))
    await store.log.record(an_entry(asked("T1"), reported()))
    lines = await store.log.read_events(T1)
    assert [line.seq for line in lines] == [1, 3, 4]
    assert await store.log.read_events(TransferId("none")) == ()


async def test_every_entry_wakes_every_reader(store: Stores) -> None:
    seen: list[list[int]] = [[], []]

    async def follow(number: int) -> None:
        async for _ in store.log.wake_ups():
            seen[number].append((await store.log.read_board()).seq)
            if seen[number][-1] == 3:
                return

    readers = [asyncio.create_task(follow(number)) for number in range(2)]
    await asyncio.sleep(0.05)
    for name in ("T1", "T2", "T3"):
        await store.log.record(an_entry(requested(name)))
        await asyncio.sleep(0.02)
    async with patiently():
        await asyncio.gather(*readers)
    assert all(each == sorted(each) for each in seen)


async def test_reader_ends_though_its_news_come_with_the_end(store: Stores) -> None:
    async def follow() -> None:
        async for _ in store.log.wake_ups():
            pass

    reader = asyncio.create_task(follow())
    await asyncio.sleep(0.05)
    await store.log.record(an_entry(requested()))
    reader.cancel()
    ended, _ = await asyncio.wait((reader,), timeout=PATIENCE_S)
    assert ended, "it goes on for ever"


async def test_refused_entry_wakes_nobody_for_good(store: Stores) -> None:
    wake_ups = store.log.wake_ups()
    waiting = asyncio.ensure_future(anext(wake_ups))
    await asyncio.sleep(0.02)
    with pytest.raises(Refused):
        await store.log.record(an_entry(asked("none")))
    await store.log.record(an_entry(requested()))
    async with patiently():
        await waiting
    assert (await store.log.read_board()).seq == 1
    assert isinstance(wake_ups, AsyncGenerator)
    await wake_ups.aclose()
