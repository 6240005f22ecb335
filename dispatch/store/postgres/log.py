"""The store in PostgreSQL: SQLAlchemy Core over asyncpg, one transaction per entry.

The state rows follow from the events by the same pure function as in memory
(``transfer.board.apply_event``); here they are read under lock, worked out, written back, and
the tables that carry the constraints (agreement, mission) are brought in line, all before the
one commit. The row of ``log_head`` is locked last: commits happen in the order of numbers.
"""

from collections.abc import AsyncIterator, Iterable
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import and_, func, insert, or_, select, text, tuple_, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from dispatch.capacity.beds import Beds
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId
from dispatch.store.entry import ENDED_MOST, Changes, Command, Entry, Receipt, Stale
from dispatch.store.postgres import tables
from dispatch.store.postgres.connections import NEWS_CHANNEL, connection, listen
from dispatch.store.postgres.receipts import find_receipt, write_receipt
from dispatch.store.postgres.rows import (
    beds_values,
    decode_beds,
    decode_board,
    decode_line,
    decode_pre_alert,
    decode_transfer,
    decode_unit,
    log_values,
)
from dispatch.store.postgres.written import write_rows
from dispatch.transfer.board import (
    BedsKey,
    Board,
    Recorded,
    RowKey,
    record_on,
    row_of,
    version_of,
)
from dispatch.transfer.pre_alert import PreAlert, PreAlertStage
from dispatch.transfer.transfer import Transfer, awaits_word_of

POLL_S = 1.0
"""Safety net: readers look at the log this often even when no notice arrives."""

ON_BOARD = or_(
    tables.transfer.c.is_open,
    and_(tables.transfer.c.is_followed, tables.transfer.c.doc["receipt"].astext.is_not(None)),
)
"""The rows of which ``is_on_board`` is true."""

NEVER_TOUCHED = 0
"""Version of a row of beds that was made to be locked and that no event has touched."""

MAY_TRY = "select has_database_privilege(current_database(), 'temp')"
TRY = "create temporary table tried on commit drop as select 1 as one"


class PostgresLog:
    """See ``LogStore``."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def record(self, entry: Entry) -> Receipt:
        """See ``LogStore``."""
        try:
            return await self._record(entry)
        except _AlreadyDone as done:
            return done.receipt

    async def _record(self, entry: Entry) -> Receipt:
        async with connection(self._engine) as database:
            before = await _lock_rows(database, _touched(entry))
            for key in _keys(entry.based_on):
                if version_of(before, key) != version_of(entry.based_on, key):
                    raise Stale
            head = await _take_numbers(database, len(entry.events))
            done = await find_receipt(database, entry.command)
            if done:
                raise _AlreadyDone(done)
            after, lines = record_on(
                replace(before, seq=head - len(entry.events)),
                entry.events,
                actor=entry.command.actor,
                occurred_at=entry.occurred_at,
                recorded_at=entry.recorded_at,
                is_late_entry=entry.command.written_at is not None,
            )
            await database.execute(insert(tables.log), [log_values(line) for line in lines])
            await write_rows(database, before, after)
            receipt = Receipt(after.seq, entry.subject)
            await write_receipt(database, entry, receipt)
            await database.execute(text(f"notify {NEWS_CHANNEL}"))
        return receipt

    async def find_receipt(self, command: Command) -> Receipt | None:
        """See ``LogStore``."""
        if command.key is None:
            return None
        async with connection(self._engine) as database:
            return await find_receipt(database, command)

    async def read_rows(self, keys: Iterable[RowKey]) -> Board:
        """See ``LogStore``."""
        async with connection(self._engine, snapshot=True) as database:
            return await _read_rows(database, tuple(keys))

    async def read_board(self) -> Board:
        """See ``LogStore``."""
        async with connection(self._engine, snapshot=True) as database:
            seq = await _head(database)
            transfers = await database.execute(
                select(tables.transfer.c.doc, tables.transfer.c.version)
                .where(ON_BOARD)
                .order_by(tables.transfer.c.version)
            )
            units = await database.execute(select(tables.unit.c.doc, tables.unit.c.version))
            beds = await database.execute(
                select(tables.beds.c.doc, tables.beds.c.version).where(
                    tables.beds.c.version > NEVER_TOUCHED
                )
            )
            pre_alerts = await database.execute(
                select(tables.pre_alert.c.doc, tables.pre_alert.c.version)
                .where(tables.pre_alert.c.is_open)
                .order_by(tables.pre_alert.c.version)
            )
            return decode_board(seq, transfers, units, beds, pre_alerts)

    async def read_followed(self) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        async with connection(self._engine, snapshot=True) as database:
            rows = await database.execute(
                select(tables.transfer.c.doc, tables.transfer.c.version)
                .where(tables.transfer.c.is_followed)
                .order_by(tables.transfer.c.version.desc())
            )
            return tuple(decode_transfer(row) for row in rows)

    async def read_named(self, doctor: PersonId) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        row, agreed = tables.transfer.c, tables.agreement.c
        async with connection(self._engine, snapshot=True) as database:
            rows = await database.execute(
                select(row.doc, row.version)
                .join(tables.agreement, agreed.transfer_id == row.transfer_id)
                .where(agreed.intensivist_id == doctor, agreed.recorded_by_id.is_not(None))
                .order_by(row.version.desc())
            )
            found = (decode_transfer(each) for each in rows)
            return tuple(each for each in found if awaits_word_of(each) == doctor)

    async def read_agreed_by_phone(
        self, begins_at: datetime, ends_at: datetime
    ) -> tuple[Recorded, ...]:
        """See ``LogStore``."""
        row = tables.log.c
        agreed = select(row.transfer_id).where(
            row.name == "transfer.accepted",
            row.occurred_at >= begins_at,
            row.occurred_at < ends_at,
            row.event["recorded_by"].astext.is_not(None),
        )
        async with connection(self._engine, snapshot=True) as database:
            lines = await database.execute(
                select(tables.log).where(row.transfer_id.in_(agreed)).order_by(row.seq)
            )
            return tuple(decode_line(each) for each in lines)

    async def read_ended(self) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        async with connection(self._engine, snapshot=True) as database:
            rows = await database.execute(
                select(tables.transfer.c.doc, tables.transfer.c.version)
                .where(~tables.transfer.c.is_open)
                .order_by(tables.transfer.c.version.desc())
                .limit(ENDED_MOST)
            )
            return tuple(decode_transfer(row) for row in rows)

    async def read_changes(self, after: int) -> Changes:
        """See ``LogStore``."""
        async with connection(self._engine, snapshot=True) as database:
            seq = await _head(database)
            lines = await database.execute(
                select(tables.log).where(tables.log.c.seq > after).order_by(tables.log.c.seq)
            )
            rows = [
                await database.execute(
                    select(table.c.doc, table.c.version).where(table.c.version > after)
                )
                for table in (tables.transfer, tables.unit, tables.beds, tables.pre_alert)
            ]
            return Changes(
                seq=seq,
                lines=tuple(decode_line(row) for row in lines),
                transfers=tuple(decode_transfer(row) for row in rows[0]),
                units=tuple(decode_unit(row) for row in rows[1]),
                beds=tuple(decode_beds(row) for row in rows[2]),
                pre_alerts=tuple(decode_pre_alert(row) for row in rows[3]),
            )

    async def read_events(self, transfer_id: TransferId) -> tuple[Recorded, ...]:
        """See ``LogStore``."""
        async with connection(self._engine, snapshot=True) as database:
            lines = await database.execute(
                select(tables.log)
                .where(tables.log.c.transfer_id == transfer_id)
                .order_by(tables.log.c.seq)
            )
            return tuple(decode_line(row) for row in lines)

    async def find_alike(
        self, patient_keys: Iterable[str], referring: HospitalCode
    ) -> tuple[Transfer, ...]:
        """See ``LogStore``."""
        row = tables.transfer.c
        async with connection(self._engine, snapshot=True) as database:
            found = await database.execute(
                select(row.doc, row.version).where(
                    row.is_open,
                    or_(row.patient_key.in_(tuple(patient_keys)), row.referring == referring),
                )
            )
            return tuple(decode_transfer(each) for each in found)

    async def find_alerts(
        self, patient_key: str | None, hospital: HospitalCode
    ) -> tuple[PreAlert, ...]:
        """See ``LogStore``."""
        row = tables.pre_alert.c
        of_key = and_(
            or_(row.is_open, row.stage == PreAlertStage.CONFIRMED.value),
            row.doc["patient_key"].astext == patient_key,
            row.doc["transfer_id"].astext.is_(None),
        )
        async with connection(self._engine, snapshot=True) as database:
            found = await database.execute(
                select(row.doc, row.version).where(
                    or_(and_(row.is_open, row.hospital == hospital), of_key)
                )
            )
            return tuple(decode_pre_alert(each) for each in found)

    async def next_number(self) -> int:
        """See ``LogStore``."""
        async with connection(self._engine) as database:
            taken = insert(tables.transfer_number).returning(tables.transfer_number.c.number)
            return int((await database.execute(taken)).scalar_one())

    async def read_clock(self) -> datetime | None:
        """See ``LogStore``."""
        async with connection(self._engine) as database:
            found: datetime | None = await database.scalar(select(func.clock_timestamp()))
            return found

    async def try_writing(self) -> None:
        """See ``LogStore``. A row more may still find its place on a full disk, a new table
        never does. Who may not make one doesn't know.
        """
        async with connection(self._engine) as database:
            if await database.scalar(text(MAY_TRY)):
                await database.execute(text(TRY))

    async def wake_ups(self) -> AsyncIterator[None]:
        """See ``LogStore``."""
        async for _ in listen(self._engine, poll_s=POLL_S):
            yield


def _keys(board: Board) -> tuple[RowKey, ...]:
    return (*board.transfers, *board.units, *board.beds, *board.pre_alerts)


def _touched(entry: Entry) -> tuple[RowKey, ...]:
    """The rows to lock: those the entry is based on, and any other its events touch."""
    keys = (*_keys(entry.based_on), *(row_of(event) for event in entry.events))
    return tuple(dict.fromkeys(keys))


async def _head(database: AsyncConnection) -> int:
    return int(await database.scalar(select(tables.log_head.c.seq)) or 0)


async def _take_numbers(database: AsyncConnection, count: int) -> int:
    taken = (
        update(tables.log_head)
        .values(seq=tables.log_head.c.seq + count)
        .returning(tables.log_head.c.seq)
    )
    return int((await database.execute(taken)).scalar_one())


async def _lock_rows(database: AsyncConnection, keys: tuple[RowKey, ...]) -> Board:
    await _ensure_beds(database, keys)
    return await _read_rows(database, keys, lock=True)


async def _ensure_beds(database: AsyncConnection, keys: tuple[RowKey, ...]) -> None:
    """A bed row that doesn't exist can't be locked, so it is made first."""
    rows = [beds_values(Beds(*key)) for key in sorted(_pairs(keys))]
    if rows:
        await database.execute(upsert(tables.beds).values(rows).on_conflict_do_nothing())


async def _read_rows(
    database: AsyncConnection, keys: tuple[RowKey, ...], *, lock: bool = False
) -> Board:
    seq = await _head(database)
    names = [key for key in keys if isinstance(key, str) and key.isprintable()]
    pairs = _pairs(keys)
    found = []
    for table, column in (
        (tables.transfer, tables.transfer.c.transfer_id),
        (tables.unit, tables.unit.c.unit_id),
        (tables.pre_alert, tables.pre_alert.c.pre_alert_id),
    ):
        query = select(table.c.doc, table.c.version).where(column.in_(names)).order_by(column)
        found.append(await database.execute(query.with_for_update() if lock else query))
    query = (
        select(tables.beds.c.doc, tables.beds.c.version)
        .where(tuple_(tables.beds.c.hospital, tables.beds.c.kind).in_(pairs))
        .order_by(tables.beds.c.hospital, tables.beds.c.kind)
    )
    found.append(await database.execute(query.with_for_update() if lock else query))
    transfers, units, pre_alerts, beds = found
    board = decode_board(seq, transfers, units, beds, pre_alerts)
    missing = {key: Beds(*key) for key in pairs if key not in board.beds}
    return replace(board, beds={**board.beds, **missing})


def _pairs(keys: Iterable[RowKey]) -> list[BedsKey]:
    return [key for key in keys if isinstance(key, tuple)]


class _AlreadyDone(Exception):  # noqa: N818 -- not an error
    """The key was used while we waited for our turn; rolls the transaction back."""

    def __init__(self, receipt: Receipt) -> None:
        self.receipt = receipt
