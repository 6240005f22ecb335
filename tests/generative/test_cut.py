"""A screen that applies news to its snapshot shows what a fresh snapshot would.

For every role, whatever happens, and also when rows come twice or come too new.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch.fleet.unit import Unit
from dispatch.identity.actor import Actor
from dispatch.kernel.ids import TransferId, UnitId
from dispatch.live.hub import fold
from dispatch.store.entry import Changes
from dispatch.transfer.board import Board, Recorded
from dispatch.transfer.cut import Cut, Rows, cut, units_told
from dispatch.transfer.stage import CLOSED, Stage
from dispatch.transfer.transfer import is_open
from dispatch.transfer.views import BedsView, TransferView
from tests.builders import Story, a_story
from tests.generative.commands import ACTORS, Command, anything, give


@dataclass
class Screen:
    """What a client keeps: rows by their keys, replaced whole, dropped when gone."""

    transfers: dict[TransferId, TransferView] = field(default_factory=dict)
    units: dict[UnitId, Unit] = field(default_factory=dict)
    beds: dict[tuple[str, str], BedsView] = field(default_factory=dict)

    def apply(self, news: Cut) -> "Screen":
        self.transfers |= {row.transfer_id: row for row in news.transfers}
        self.units |= {row.unit_id: row for row in news.units}
        self.beds |= {(row.hospital, row.kind): row for row in news.beds}
        for transfer_id in news.gone:
            self.transfers.pop(transfer_id, None)
        for unit_id in news.gone_units:
            self.units.pop(unit_id, None)
        return self


def snapshot(board: Board, actor: Actor) -> Screen:
    rows = Rows(
        transfers=tuple(board.transfers.values()),
        units=tuple(board.units.values()),
        beds=tuple(board.beds.values()),
    )
    whole = cut(rows, actor, open_transfers=board.transfers.values())
    return Screen().apply(whole)


def changes(board: Board, lines: Iterable[Recorded], after: int) -> Changes:
    """What the store answers to "what changed after": lines, and rows as they are now."""
    return Changes(
        seq=board.seq,
        lines=tuple(line for line in lines if after < line.seq <= board.seq),
        transfers=tuple(row for row in board.transfers.values() if row.version > after),
        units=tuple(row for row in board.units.values() if row.version > after),
        beds=tuple(row for row in board.beds.values() if row.version > after),
    )


def news(told: Changes, board: Board, actor: Actor) -> Cut:
    units = units_told(told.units, told.transfers, board.units)
    rows = Rows(told.transfers, units, told.beds, told.lines)
    return cut(rows, actor, open_transfers=board.transfers.values())


def opened(board: Board) -> Board:
    """The board as it is read from the store: open transfers only."""
    return Board(
        seq=board.seq,
        transfers={key: row for key, row in board.transfers.items() if is_open(row)},
        units=board.units,
        beds=board.beds,
    )


def played(stage: Stage, commands: list[Command]) -> Story:
    """T1 is at that stage and T2 requested; then come the commands."""
    story = a_story(stage)
    story.request("T2")
    for command in commands:
        give(story, command)
    return story


stories = st.builds(
    played,
    st.sampled_from(sorted(set(Stage) - CLOSED)),
    st.lists(anything, min_size=15, max_size=40),
)
moments = st.tuples(*(st.integers(0, 60) for _ in range(3)))
often = settings(max_examples=25, deadline=None)


def three_boards(story: Story, picks: tuple[int, ...]) -> tuple[Board, ...]:
    """Three boards of the story, the earliest first."""
    indexes = sorted(pick % len(story.boards) for pick in picks)
    return tuple(story.boards[index] for index in indexes)


@often
@given(stories, moments)
def test_snapshot_and_news_make_the_next_snapshot(story: Story, picks: tuple[int, ...]):
    early, middle, late = three_boards(story, picks)
    first = changes(middle, story.lines, early.seq)
    second = changes(late, story.lines, middle.seq)
    followed = fold(opened(early), first)
    last = fold(followed, second)
    assert last == opened(late)
    for actor in ACTORS:
        screen = snapshot(opened(early), actor)
        screen.apply(news(first, followed, actor)).apply(news(second, last, actor))
        assert screen == snapshot(opened(late), actor)


@often
@given(stories, moments)
def test_news_told_again_change_nothing(story: Story, picks: tuple[int, ...]):
    early, middle, late = three_boards(story, picks)
    told = changes(late, story.lines, early.seq)
    for actor in ACTORS:
        screen = snapshot(opened(middle), actor)
        screen.apply(news(told, opened(late), actor))
        assert screen == snapshot(opened(late), actor)


@often
@given(stories, moments)
def test_rows_newer_than_their_frame_come_right_with_the_next(
    story: Story, picks: tuple[int, ...]
):
    early, middle, late = three_boards(story, picks)
    too_new = changes(late, story.lines, early.seq)
    following = changes(late, story.lines, middle.seq)
    for actor in ACTORS:
        screen = snapshot(opened(early), actor)
        screen.apply(news(too_new, opened(middle), actor))
        screen.apply(news(following, opened(late), actor))
        assert screen == snapshot(opened(late), actor)


@often
@given(stories)
def test_snapshot_is_the_news_since_the_beginning(story: Story):
    board = opened(story.board)
    for actor in ACTORS:
        screen = snapshot(Story().board, actor)
        screen.apply(news(changes(story.board, story.lines, 0), board, actor))
        assert screen == snapshot(board, actor)


@often
@given(stories)
def test_events_told_are_of_transfers_one_takes_part_in(story: Story):
    board = opened(story.board)
    told = changes(story.board, story.lines, 0)
    for actor in ACTORS:
        seen = news(told, board, actor)
        known = {row.transfer_id for row in seen.transfers} | set(seen.gone)
        assert {event.transfer_id for event in seen.events} <= known | {None}
        hidden = set(board.transfers) - {row.transfer_id for row in seen.transfers}
        assert not hidden & {event.transfer_id for event in seen.events}


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: actor.name)
def test_story_used_here_really_reaches_every_end(actor: Actor):
    # A property over stories in which nothing happens would prove nothing.
    go_on = Command("go_on", {"name": "T1", "unit_id": "SVA-01", "steps": 9})
    story = played(Stage.REQUESTED, [go_on])
    assert not is_open(story.transfer("T1"))
    assert TransferId("T1") not in snapshot(opened(story.board), actor).transfers
