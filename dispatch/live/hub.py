"""Who listens to the board in this process, and what they get.

One loop reads what changed, cuts and encodes it once per kind of eyes, and puts the same bytes
into every listener's queue. A listener too slow for its queue is cut off and resumes by number.
"""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from dispatch.desk import Changes, Clocks, Command, Headquarters
from dispatch.desk.read_board import read_board, read_changes, read_positions
from dispatch.fleet import Position
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.kernel import UnitId
from dispatch.live.numbers import numbers
from dispatch.live.rules import rules
from dispatch.live.truth import LastRead
from dispatch.live.wire import Defect, Heartbeat, News, Positions, ServerFrame, Snapshot
from dispatch.transfer.board import Board
from dispatch.transfer.cut import Rows, cut, units_told
from dispatch.transfer.pre_alert import is_open as is_awaited
from dispatch.transfer.transfer import is_on_board

QUEUE_FRAMES = 256
"""Frames a listener may lag behind before it is cut off."""

RESUME_EVENTS = 2_000
"""A client that missed more than this gets a snapshot instead."""

POSITIONS_EVERY_S = 1.0
RETRY_S = 1.0

READER = Command(HEADQUARTERS)
Eyes = tuple[str, str | None, str | None]
ROWS = ("transfers", "units", "beds", "pre_alerts")
"""Of a snapshot: what equal eyes share, and what is dear to cut and to encode."""


def eyes_of(actor: Actor) -> Eyes:
    """What decides what is seen: equal eyes get equal bytes."""
    return (actor.role.value, actor.hospital, actor.unit_id)


class Listener:
    """One open screen. ``frames`` None at the end means: cut off, resume by number."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.frames: asyncio.Queue[bytes | None] = asyncio.Queue(QUEUE_FRAMES)

    @property
    def eyes(self) -> Eyes:
        """See ``eyes_of``."""
        return eyes_of(self.actor)

    def put(self, frame: bytes) -> None:
        """Queue a frame; when full, drop everything and end the listener."""
        try:
            self.frames.put_nowait(frame)
        except asyncio.QueueFull:
            self._forget()
            self.frames.put_nowait(None)

    def begin(self, frames: Iterable[bytes]) -> None:
        """Start (again) with these frames; what was still waiting is in them."""
        self._forget()
        for frame in frames:
            self.put(frame)

    def _forget(self) -> None:
        while not self.frames.empty():
            self.frames.get_nowait()


class Hub:
    """The live board of one process."""

    def __init__(self, hq: Headquarters, last_read: LastRead | None = None) -> None:
        self._hq = hq
        self.last_read = last_read or LastRead()
        self._board = Board()
        self._resumes_from = 0
        self._positions: dict[UnitId, Position] = {}
        self._listeners: set[Listener] = set()
        self._encoded: dict[Eyes, dict[str, msgspec.Raw]] = {}
        self._seen_units: dict[Eyes, frozenset[UnitId]] = {}

    @property
    def seq(self) -> int:
        """The number of the last event told."""
        return self._board.seq

    @property
    def clocks(self) -> Clocks | None:
        """Whether the server's clock can be believed."""
        return self._hq.clocks

    @property
    def can_write(self) -> bool:
        """Whether what people order can be stored, as far as the last that tried knows."""
        return not self._hq.outages.cannot_write

    @property
    def defects(self) -> tuple[str, ...]:
        """The watchers that meet a fault of the program."""
        return self._hq.outages.defects

    def now(self) -> datetime:
        """The server's clock."""
        return self._hq.clock()

    def read_at(self, now_at: datetime) -> datetime:
        """When the log was last read, on the server's clock. Once ``start`` has read it."""
        return now_at - timedelta(seconds=self.last_read.age_s)

    def heartbeat(self) -> Heartbeat:
        """Nothing new, and how old that is."""
        now_at = self.now()
        return Heartbeat(
            server_at=now_at,
            read_at=self.read_at(now_at),
            seq=self.seq,
            can_write=self.can_write,
            defects=tuple(
                Defect(room, now_at - timedelta(seconds=for_s))
                for room, for_s in sorted(self._hq.outages.defects_for_s.items())
            ),
        )

    async def run(self) -> None:
        """Follow the log until cancelled. A failing database is waited for, not fallen over."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._follow_log())
            group.create_task(self._follow_positions())

    async def start(self) -> None:
        """Read the board once, so that the first listener finds it."""
        asked_s = self.last_read.now_s()
        self._stand_at(await read_board(self._hq, READER))
        self._resumes_from = self.seq if self._hq.starts_anew else 0
        self.last_read.was_read(asked_s)

    @contextmanager
    def listening(self, listener: Listener) -> Iterator[None]:
        """From here on the listener gets every frame; enter right after ``welcome``."""
        self._listeners.add(listener)
        try:
            yield
        finally:
            self._listeners.discard(listener)

    async def welcome(self, listener: Listener, last_seen: int | None) -> tuple[bytes, ...]:
        """The first frames: the news since ``last_seen``, or a snapshot; and positions.

        After the last await nothing is read any more, so no news falls between these frames
        and those of ``listening``.
        """
        first: ServerFrame | None = None
        if last_seen is not None and self._can_resume(last_seen):
            first = await self._news_since(listener.actor, last_seen)
        known = self._visible(listener.actor, self._positions.values())
        begins = encode(first) if first else self._encoded_snapshot(listener.actor)
        return (begins, encode(Positions(known)))

    def _stand_at(self, board: Board) -> None:
        """From now on this is the board; what was made ready of the last one is old."""
        self._board = board
        self._encoded.clear()
        self._seen_units.clear()

    def _encoded_snapshot(self, actor: Actor) -> bytes:
        """Rows are cut and encoded once for equal eyes, until there is news: whoever comes
        again and again costs little.
        """
        eyes = eyes_of(actor)
        if eyes not in self._encoded:
            whole = self.snapshot(actor)
            rows = {
                name: msgspec.Raw(msgspec.json.encode(getattr(whole, name))) for name in ROWS
            }
            self._encoded[eyes] = rows
        return encode(self._snapshot(actor, **self._encoded[eyes]))

    def _can_resume(self, last_seen: int) -> bool:
        """Nobody resumes over what no event told, nor over more than a snapshot costs."""
        is_told = self._resumes_from < last_seen if self._resumes_from else last_seen >= 0
        return is_told and last_seen <= self.seq <= last_seen + RESUME_EVENTS

    def snapshot(self, actor: Actor) -> Snapshot:
        """All that ``actor`` may see now."""
        board = self._board
        rows = Rows(
            transfers=tuple(board.transfers.values()),
            units=tuple(board.units.values()),
            beds=tuple(board.beds.values()),
            pre_alerts=tuple(board.pre_alerts.values()),
        )
        seen = cut(rows, actor, open_transfers=board.transfers.values())
        return self._snapshot(actor, **{name: getattr(seen, name) for name in ROWS})

    def _snapshot(self, actor: Actor, **rows: Any) -> Snapshot:
        now_at = self.now()
        return Snapshot(
            seq=self.seq,
            server_at=now_at,
            read_at=self.read_at(now_at),
            you=actor,
            numbers=numbers(),
            rules=rules(),
            **rows,
        )

    async def _news_since(self, actor: Actor, last_seen: int) -> News:
        """Rows may be newer than the frame's number: they come again, and the last one wins."""
        changes = await read_changes(self._hq, READER, last_seen)
        while changes.seq < self.seq:
            changes = await read_changes(self._hq, READER, last_seen)
        told = replace(
            changes,
            seq=self.seq,
            lines=tuple(line for line in changes.lines if line.seq <= self.seq),
        )
        return self._news(told, last_seen, actor, self.now())

    async def _follow_log(self) -> None:
        async for _ in self._hq.log.wake_ups():
            with self._hq.outages.outlived("live"):
                await self._tell_news()

    async def _tell_news(self) -> None:
        after, asked_s = self.seq, self.last_read.now_s()
        changes = await read_changes(self._hq, READER, after)
        self.last_read.was_read(asked_s)
        if changes.seq == after:
            return
        self._stand_at(fold(self._board, changes))
        now_at = self.now()
        ready: dict[Eyes, bytes] = {}
        for listener in tuple(self._listeners):
            if listener.eyes not in ready:
                frame = self._news(changes, after, listener.actor, now_at)
                ready[listener.eyes] = encode(frame)
            listener.put(ready[listener.eyes])

    def _news(self, changes: Changes, after: int, actor: Actor, now_at: datetime) -> News:
        units = units_told(changes.units, changes.transfers, self._board.units)
        rows = Rows(changes.transfers, units, changes.beds, changes.lines, changes.pre_alerts)
        seen = cut(rows, actor, open_transfers=self._board.transfers.values())
        return News(
            after=after,
            seq=changes.seq,
            server_at=now_at,
            read_at=self.read_at(now_at),
            events=seen.events,
            transfers=seen.transfers,
            units=seen.units,
            beds=seen.beds,
            gone=seen.gone,
            gone_units=seen.gone_units,
            pre_alerts=seen.pre_alerts,
            gone_pre_alerts=seen.gone_pre_alerts,
        )

    async def _follow_positions(self) -> None:
        while True:
            with self._hq.outages.outlived("positions"):
                await self._tell_positions()
            await asyncio.sleep(POSITIONS_EVERY_S)

    async def _tell_positions(self) -> None:
        found = {seen.unit_id: seen for seen in await read_positions(self._hq, READER)}
        moved = [seen for key, seen in found.items() if self._positions.get(key) != seen]
        self._positions = found
        ready: dict[Eyes, bytes | None] = {}
        for listener in tuple(self._listeners) if moved else ():
            if listener.eyes not in ready:
                visible = self._visible(listener.actor, moved)
                ready[listener.eyes] = encode(Positions(visible)) if visible else None
            if (frame := ready[listener.eyes]) is not None:
                listener.put(frame)

    def _visible(self, actor: Actor, positions: Iterable[Position]) -> tuple[Position, ...]:
        eyes = eyes_of(actor)
        if eyes not in self._seen_units:
            rows = Rows((), tuple(self._board.units.values()), ())
            seen = cut(rows, actor, open_transfers=self._board.transfers.values())
            self._seen_units[eyes] = frozenset(unit.unit_id for unit in seen.units)
        visible = self._seen_units[eyes]
        return tuple(each for each in positions if each.unit_id in visible)


def encode(frame: ServerFrame) -> bytes:
    """The frame as it goes over the wire."""
    return msgspec.json.encode(frame)


def fold(board: Board, changes: Changes) -> Board:
    """The board after the changes; closed transfers and pre-alerts leave it."""
    pre_alerts = {**board.pre_alerts, **{row.pre_alert_id: row for row in changes.pre_alerts}}
    transfers = {**board.transfers, **{row.transfer_id: row for row in changes.transfers}}
    return Board(
        seq=changes.seq,
        transfers={key: row for key, row in transfers.items() if is_on_board(row)},
        units={**board.units, **{row.unit_id: row for row in changes.units}},
        beds={**board.beds, **{(row.hospital, row.kind): row for row in changes.beds}},
        pre_alerts={key: row for key, row in pre_alerts.items() if is_awaited(row)},
    )
