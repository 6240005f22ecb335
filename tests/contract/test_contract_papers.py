"""What both stores keep of a transfer that is being entered from paper."""

from msgspec.structs import replace

from dispatch.store.protocol import LogStore
from dispatch.transfer.board import Board, apply_event
from dispatch.transfer.events import Event
from dispatch.transfer.papers import Papers, PapersEnded, PapersStandStill, PapersToCome
from dispatch.transfer.transfer import Transfer
from tests.builders import NOON, at, dispatcher
from tests.contract.entries import T1, an_entry, asked, requested, told
from tests.stores import Stores


async def record(log: LogStore, *events: Event, from_paper_at: float | None) -> Transfer:
    """Recorded at noon plus as many events as there are, so that each has a time of its own."""
    board = await log.read_rows((T1,))
    entry = replace(an_entry(*events, based_on=board), recorded_at=at(board.seq))
    if from_paper_at is not None:
        paper = replace(entry.command, written_at=at(from_paper_at))
        entry = replace(entry, command=paper, occurred_at=at(from_paper_at))
    await log.record(entry)
    return (await log.read_rows((T1,))).transfers[T1]


async def test_papers_are_kept_between_one_and_the_next(store: Stores) -> None:
    name = dispatcher().name
    row = await record(store.log, requested(), PapersToCome(T1, name), from_paper_at=-180)
    assert row.papers == Papers(name, NOON)
    row = await record(store.log, PapersStandStill(T1), from_paper_at=None)
    assert row.papers == Papers(name, NOON, still_at=at(2))
    row = await record(store.log, asked(), from_paper_at=-170)
    assert row.papers == Papers(name, at(3))
    row = await record(store.log, PapersEnded(T1), from_paper_at=None)
    assert row.papers is None


async def test_log_says_the_same_of_them_as_the_row(store: Stores) -> None:
    await record(store.log, requested(), PapersToCome(T1, "x"), from_paper_at=-180)
    row = await record(store.log, asked(), from_paper_at=-170)
    lines = (await told(store.log)).lines
    assert [line.is_late_entry for line in lines] == [True, True, True]
    board = Board()
    for line in lines:
        board = apply_event(board, line)
    assert board.transfers[T1] == row
