"""The store in memory: for tests of the core, for simulation and replay. Same contract."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from datetime import datetime

from msgspec.structs import replace

from dispatch.capacity.beds import Beds
from dispatch.checklist.verdict import Answer
from dispatch.fleet.reconcile import FleetNews, reconcile
from dispatch.fleet.unit import Unit
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId
from dispatch.store.entry import (
    ENDED_MOST,
    Changes,
    Command,
    Entry,
    Receipt,
    Stale,
)
from dispatch.transfer.board import Board, Recorded, RowKey, record_on, version_of
from dispatch.transfer.events import TransferAccepted
from dispatch.transfer.parts import Agreement
from dispatch.transfer.pre_alert import PreAlert, is_unlinked
from dispatch.transfer.pre_alert import is_open as is_awaited
from dispatch.transfer.transfer import (
    Transfer,
    awaits_word_of,
    is_followed,
    is_on_board,
    is_open,
)

FOUR = 4
"""Answers yes that make an agreement."""

POLL_S = 1.0
"""Readers look at the log this often even when nobody writes, as in PostgreSQL."""


class MemoryLog:
    """One board and one list. Nothing awaits between reading and writing, so it is atomic."""

    def __init__(self) -> None:
        self._board = Board()
        self._log: list[Recorded] = []
        self._receipts: dict[tuple[str, str], tuple[str, Receipt]] = {}
        self._last_number = 1000
        self._waiting: set[asyncio.Event] = set()

    async def record(self, entry: Entry) -> Receipt:
        """See ``LogStore``."""
        for key in _keys(entry.based_on):
            if version_of(self._board, key) != version_of(entry.based_on, key):
                raise Stale
        done = await self.find_receipt(entry.command)
        if done:
            return done
        board, lines = record_on(
            self._board,
            entry.events,
            actor=entry.command.actor,
            occurred_at=entry.occurred_at,
            recorded_at=entry.recorded_at,
            is_late_entry=entry.command.written_at is not None,
        )
        _require_rules(board)
        self._board = board
        self._log.extend(lines)
        receipt = Receipt(board.seq, entry.subject)
        if entry.command.key is not None:
            used = (entry.command.actor.person_id, entry.command.key)
            self._receipts[used] = (entry.command.digest, receipt)
        for waiting in self._waiting:
            waiting.set()
        return receipt

    async def find_receipt(self, command: Command) -> Receipt | None:
        """See ``LogStore``."""
        if command.key is None:
            return None
        found = self._receipts.get((command.actor.person_id, command.key))
        if found is None:
            return None
        digest, receipt = found
        if digest != command.digest:
            raise Refused("key_reused", field="Idempotency-Key")
        return receipt

    async def read_rows(self, keys: Iterable[RowKey]) -> Board:
        """See ``LogStore``."""
        wanted = set(keys)
        board = self._board
        return Board(
            seq=board.seq,
            transfers={key: row for key, row in board.transfers.items() if key in wanted},
            units={key: row for key, row in board.units.items() if key in wanted},
            beds={
                key: board.beds.get(key, Beds(*key)) for key in wanted if isinstance(key, tuple)
            },
            pre_alerts={key: row for key, row in board.pre_alerts.items() if key in wanted},
        )

    async def read_board(self) -> Board:
        """See ``LogStore``."""
        return replace(
            self._board,
            transfers={
                key: row for key, row in self._board.transfers.items() if is_on_board(row)
            },
            pre_alerts={
                key: row for key, row in self._board.pre_alerts.items() if is_awaited(row)
            },
        )

    async def read_followed(self) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        rows = (row for row in self._board.transfers.values() if is_followed(row))
        return tuple(sorted(rows, key=lambda row: -row.version))

    async def read_named(self, doctor: PersonId) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        rows = (row for row in self._board.transfers.values() if awaits_word_of(row) == doctor)
        return tuple(sorted(rows, key=lambda row: -row.version))

    async def read_agreed_by_phone(
        self, begins_at: datetime, ends_at: datetime
    ) -> tuple[Recorded, ...]:
        """See ``LogStore``."""
        agreed = {
            line.event.transfer_id
            for line in self._log
            if isinstance(line.event, TransferAccepted)
            and line.event.recorded_by is not None
            and begins_at <= line.occurred_at < ends_at
        }
        return tuple(
            line for line in self._log if getattr(line.event, "transfer_id", None) in agreed
        )

    async def read_ended(self) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        rows = (row for row in self._board.transfers.values() if not is_open(row))
        return tuple(sorted(rows, key=lambda row: -row.version))[:ENDED_MOST]

    async def read_changes(self, after: int) -> Changes:
        """See ``LogStore``."""
        board = self._board
        return Changes(
            seq=board.seq,
            lines=tuple(self._log[max(after, 0) :]),
            transfers=tuple(row for row in board.transfers.values() if row.version > after),
            units=tuple(row for row in board.units.values() if row.version > after),
            beds=tuple(row for row in board.beds.values() if row.version > after),
            pre_alerts=tuple(row for row in board.pre_alerts.values() if row.version > after),
        )

    async def read_events(self, transfer_id: TransferId) -> tuple[Recorded, ...]:
        """See ``LogStore``."""
        return tuple(
            line
            for line in self._log
            if getattr(line.event, "transfer_id", None) == transfer_id
        )

    async def find_alike(
        self, patient_keys: Iterable[str], referring: HospitalCode
    ) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        keys = set(patient_keys)
        return tuple(
            row
            for row in self._board.transfers.values()
            if is_open(row) and (row.patient_key in keys or row.referring == referring)
        )

    async def find_alerts(
        self, patient_key: str | None, hospital: HospitalCode
    ) -> tuple[PreAlert, ...]:
        """See ``LogStore``."""
        return tuple(
            row
            for row in self._board.pre_alerts.values()
            if (is_awaited(row) and row.hospital == hospital)
            or (is_unlinked(row) and patient_key and row.patient_key == patient_key)
        )

    async def next_number(self) -> int:
        """See ``LogStore``."""
        self._last_number += 1
        return self._last_number

    async def read_clock(self) -> None:
        """See ``LogStore``. There is no other clock than ours."""

    async def try_writing(self) -> None:
        """See ``LogStore``. There is no disk."""

    async def wake_ups(self) -> AsyncIterator[None]:
        """See ``LogStore``."""
        news = asyncio.Event()
        self._waiting.add(news)
        try:
            while True:
                with suppress(TimeoutError):
                    # Never wait_for: until Python 3.12 it loses a cancellation that comes
                    # together with the news, and whoever reads then goes on for ever.
                    async with asyncio.timeout(POLL_S):
                        await news.wait()
                news.clear()
                yield
        finally:
            self._waiting.discard(news)

    def set_fleet(self, units: Iterable[Unit]) -> FleetNews:
        """See ``FleetStore``."""
        known = self._board.units
        news = reconcile(known, units)
        fleet = {key: row for key, row in known.items() if key not in news.removed}
        fleet |= {unit.unit_id: unit for unit in (*news.added, *news.changed)}
        self._board = replace(self._board, units=fleet)
        return news


def _keys(board: Board) -> tuple[RowKey, ...]:
    return (*board.transfers, *board.units, *board.beds, *board.pre_alerts)


def _require_rules(board: Board) -> None:
    """What constraints do in PostgreSQL: one open request a patient but for those known to be
    twins, one mission a unit, no agreement but 4 of 4.
    """
    live: list[Transfer] = [row for row in board.transfers.values() if is_open(row)]
    patients = [transfer.patient_key for transfer in live if not transfer.twins]
    if len(set(patients)) < len(patients):
        raise Refused("patient_already_requested", field="patient_reference")
    missions = [transfer.unit_id for transfer in live if transfer.unit_id]
    if len(set(missions)) < len(missions):
        raise Refused("unit_already_assigned", field="unit_id")
    agreements = [transfer.agreement for transfer in live if transfer.agreement]
    if any(_yes_count(agreed) != FOUR for agreed in agreements):
        raise Refused("question_unanswered", field="answers")


def _yes_count(agreed: Agreement) -> int:
    return sum(answer is Answer.YES for answer in agreed.answers.values())
