"""What both stores promise of entries and the rows they make; runs on each of them."""

import asyncio

import pytest
from msgspec.structs import replace

from dispatch.capacity.beds import BedKind
from dispatch.capacity.events import BedHeld
from dispatch.fleet.unit import Activity, status_change
from dispatch.kernel.ids import HospitalCode, TransferId
from dispatch.store.entry import Changes, Receipt, Stale
from dispatch.store.protocol import LogStore
from dispatch.transfer.board import Board
from dispatch.transfer.events import (
    Event,
    TransferCancelled,
)
from dispatch.transfer.stage import Stage
from tests.builders import (
    MATARO,
    NOON,
    SVA_1,
    SVA_2,
    Story,
    a_board,
    a_story,
    a_unit,
    at,
    dispatcher,
    refused,
)
from tests.contract.entries import (
    BEDS,
    T1,
    T2,
    accepted,
    an_entry,
    asked,
    reported,
    requested,
    told,
)
from tests.stores import Stores, require_replay, without_versions


async def test_new_store_holds_nothing(store: Stores) -> None:
    assert await store.log.read_board() == Board()
    assert await told(store.log) == Changes(0, (), (), (), ())


async def test_entry_is_numbered_from_one_without_gap(store: Stores) -> None:
    first = await store.log.record(an_entry(requested(), asked()))
    second = await store.log.record(an_entry(reported(), subject=MATARO))
    assert (first, second) == (Receipt(2, "T1"), Receipt(3, MATARO))
    assert [line.seq for line in (await told(store.log)).lines] == [1, 2, 3]


async def test_line_says_who_when_and_what(store: Stores) -> None:
    event = requested()
    await store.log.record(an_entry(event))
    (line,) = (await told(store.log)).lines
    actor = dispatcher()
    assert (line.actor_id, line.actor_name, line.actor_role) == (
        actor.person_id,
        actor.name,
        "dispatcher",
    )
    assert (line.event, line.occurred_at, line.recorded_at) == (event, at(-1), NOON)


@pytest.mark.parametrize("stage", [Stage.HANDED_OVER, Stage.CANCELLED])
async def test_rows_are_what_the_core_worked_out(store: Stores, stage: Stage) -> None:
    story = a_story(stage)
    await store.fleet.set_fleet(a_board().units.values())
    await retell(store.log, story)
    board = await require_replay(store.log, a_board().units.values())
    assert without_versions(board) == without_versions(story.board)


async def retell(log: LogStore, story: Story) -> None:
    """Each command of the story as one entry, based on the rows that the store has."""
    for before, after in zip(story.boards, story.boards[1:], strict=False):
        lines = story.lines[before.seq : after.seq]
        based_on = await log.read_rows(
            [
                *after.transfers,
                *(key for key, unit in after.units.items() if unit.version),
                *after.beds,
            ]
        )
        entry = an_entry(*(line.event for line in lines), based_on=based_on)
        first = lines[0]
        told_at = {"occurred_at": first.occurred_at, "recorded_at": first.recorded_at}
        await log.record(replace(entry, **told_at))


async def test_nothing_is_stored_when_one_event_fails(store: Stores) -> None:
    with refused("not_at_this_stage"):
        await store.log.record(an_entry(requested(), reported(), accepted(), key="k"))
    assert await store.log.read_board() == Board()
    assert (await told(store.log)).lines == ()
    assert await store.log.find_receipt(an_entry(key="k").command) is None
    assert (await store.log.record(an_entry(requested()))).seq == 1


async def test_open_transfer_is_on_the_board_until_closed(store: Stores) -> None:
    await store.log.record(an_entry(requested()))
    assert set((await store.log.read_board()).transfers) == {T1}
    await store.log.record(an_entry(TransferCancelled(transfer_id=T1, reason="better")))
    assert (await store.log.read_board()).transfers == {}


async def test_row_of_a_closed_transfer_can_be_read(store: Stores) -> None:
    cancelled = TransferCancelled(transfer_id=T1, reason="better")
    await store.log.record(an_entry(requested(), cancelled))
    rows = await store.log.read_rows([T1])
    assert rows.transfers[T1].stage is Stage.CANCELLED
    assert rows.seq == 2


async def test_only_rows_asked_for_are_read(store: Stores) -> None:
    await store.fleet.set_fleet([a_unit(SVA_1), a_unit(SVA_2)])
    await store.log.record(an_entry(requested("T1"), requested("T2"), reported()))
    rows = await store.log.read_rows([T2, SVA_1, TransferId("none")])
    assert (set(rows.transfers), set(rows.units), rows.beds) == ({T2}, {SVA_1}, {})


async def test_beds_nobody_reported_are_read_as_unknown(store: Stores) -> None:
    rows = await store.log.read_rows([BEDS])
    assert rows.beds[BEDS].reported_at is None
    assert (await store.log.read_board()).beds == {}


@pytest.mark.parametrize("name", ["\x00", "a\x00b", "\ud800", "'; drop table log; --"])
async def test_any_text_is_an_unknown_row(store: Stores, name: str) -> None:
    assert (await store.log.read_rows([TransferId(name)])).transfers == {}


@pytest.mark.parametrize("moved", ["transfer", "unit", "beds"])
async def test_moved_row_makes_an_entry_stale(store: Stores, moved: str) -> None:
    await store.fleet.set_fleet([a_unit()])
    await store.log.record(an_entry(requested(), reported()))
    based_on = await store.log.read_rows([T1, SVA_1, BEDS])
    move: dict[str, Event] = {
        "transfer": asked(),
        "unit": status_change(a_unit(), Activity.OUT_OF_SERVICE),
        "beds": reported(total=11),
    }
    await store.log.record(an_entry(move[moved]))
    with pytest.raises(Stale):
        await store.log.record(an_entry(requested("T2"), based_on=based_on, key="k"))
    assert (await told(store.log)).seq == 3
    assert set((await store.log.read_board()).transfers) == {T1}


async def test_first_report_of_beds_makes_an_entry_stale(store: Stores) -> None:
    unknown = await store.log.read_rows([BEDS])
    await store.log.record(an_entry(reported()))
    with pytest.raises(Stale):
        await store.log.record(an_entry(reported(total=12), based_on=unknown))


async def test_transfer_opened_meanwhile_makes_nothing_stale(store: Stores) -> None:
    based_on = await store.log.read_rows([BEDS])
    await store.log.record(an_entry(requested()))
    assert (await store.log.record(an_entry(reported(), based_on=based_on))).seq == 2


async def test_row_not_based_on_is_counted_all_the_same(store: Stores) -> None:
    await store.log.record(an_entry(reported(total=10, used=6), requested()))
    await store.log.record(an_entry(BedHeld(*BEDS, T1)))
    beds = (await store.log.read_board()).beds[BEDS]
    assert (beds.total, beds.used, beds.held, beds.version) == (10, 6, 1, 3)


async def test_beds_only_looked_at_stay_off_the_board(store: Stores) -> None:
    based_on = await store.log.read_rows([BEDS])
    await store.log.record(an_entry(requested(), based_on=based_on))
    assert (await store.log.read_board()).beds == {}
    assert (await told(store.log)).beds == ()


async def test_concurrent_entries_on_one_row_let_one_through(store: Stores) -> None:
    await store.log.record(an_entry(requested()))
    based_on = await store.log.read_rows([T1])
    results = await asyncio.gather(
        *(store.log.record(an_entry(asked(), based_on=based_on)) for _ in range(8)),
        return_exceptions=True,
    )
    assert sum(isinstance(each, Receipt) for each in results) == 1
    assert sum(isinstance(each, Stale) for each in results) == 7


async def test_concurrent_first_holds_of_beds_all_count(store: Stores) -> None:
    await asyncio.gather(
        *(store.log.record(an_entry(BedHeld(*BEDS, TransferId(f"T{n}")))) for n in range(8))
    )
    beds = (await store.log.read_board()).beds[BEDS]
    assert (beds.held, beds.total) == (8, 0)


async def test_concurrent_entries_leave_no_gap(store: Stores) -> None:
    await asyncio.gather(
        *(store.log.record(an_entry(requested(f"T{n}"), asked(f"T{n}"))) for n in range(15))
    )
    board = await require_replay(store.log, ())
    assert board.seq == 30
    pairs = zip(*[iter((await told(store.log)).lines)] * 2, strict=True)
    assert all(a.event.transfer_id == b.event.transfer_id for a, b in pairs)


async def test_beds_of_two_hospitals_are_read_at_once(store: Stores) -> None:
    picu = (HospitalCode("vall-hebron"), BedKind.PICU)
    rows = await store.log.read_rows([BEDS, picu])
    assert set(rows.beds) == {BEDS, picu}
