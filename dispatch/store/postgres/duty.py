"""Duty rosters in PostgreSQL. The gate of ``agreement`` reads the same table."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from msgspec.structs import asdict
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.identity.duty import Shift
from dispatch.store.postgres import tables
from dispatch.store.postgres.connections import connection
from dispatch.store.postgres.rows import AnyRow, Values


class PostgresDuty:
    """See ``DutyStore``."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add_shifts(self, shifts: Iterable[Shift]) -> None:
        """See ``DutyStore``."""
        rows = [_values(shift) for shift in shifts]
        if not rows:
            return
        async with connection(self._engine) as database:
            await database.execute(upsert(tables.duty).on_conflict_do_nothing(), rows)

    async def find_shift(self, shift_id: str) -> Shift | None:
        """See ``DutyStore``."""
        if not shift_id.isprintable():
            return None
        query = select(tables.duty).where(tables.duty.c.shift_id == shift_id)
        async with connection(self._engine, snapshot=True) as database:
            row = (await database.execute(query)).one_or_none()
            return _shift(row) if row else None

    async def end_shift(self, shift: Shift) -> None:
        """See ``DutyStore``."""
        async with connection(self._engine) as database:
            await database.execute(
                update(tables.duty)
                .where(tables.duty.c.shift_id == shift.shift_id)
                .values(ends_at=shift.ends_at, ended_by=shift.ended_by)
            )

    async def read_shifts(
        self, after: datetime, *, until: datetime | None = None
    ) -> tuple[Shift, ...]:
        """See ``DutyStore``."""
        query = (
            select(tables.duty)
            .where(tables.duty.c.ends_at > after)
            .order_by(tables.duty.c.starts_at, tables.duty.c.shift_id)
        )
        if until is not None:
            query = query.where(tables.duty.c.starts_at <= until)
        async with connection(self._engine, snapshot=True) as database:
            return tuple(_shift(row) for row in await database.execute(query))


def _values(shift: Shift) -> Values:
    return {**asdict(shift), "post": shift.post.value}


def _shift(row: AnyRow) -> Shift:
    return msgspec.convert(row, Shift, from_attributes=True)
