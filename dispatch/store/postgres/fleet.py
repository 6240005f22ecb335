"""Units and positions in PostgreSQL."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.fleet.position import Position
from dispatch.fleet.reconcile import FleetNews, reconcile
from dispatch.fleet.unit import Unit
from dispatch.kernel.ids import UnitId
from dispatch.store.postgres import tables
from dispatch.store.postgres.connections import connection
from dispatch.store.postgres.rows import decode_unit, unit_values


class PostgresFleet:
    """See ``FleetStore``."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def set_fleet(self, units: Iterable[Unit]) -> FleetNews:
        """See ``FleetStore``. Servers that start at once do it one after the other."""
        async with connection(self._engine) as database:
            await database.execute(text("lock table unit in share row exclusive mode"))
            rows = await database.execute(select(tables.unit.c.doc, tables.unit.c.version))
            known = {unit.unit_id: unit for unit in map(decode_unit, rows)}
            news = reconcile(known, units)
            put = upsert(tables.unit)
            newer = put.on_conflict_do_update(
                index_elements=["unit_id"], set_={"doc": put.excluded.doc}
            )
            if values := [unit_values(unit) for unit in (*news.added, *news.changed)]:
                await database.execute(newer, values)
            for table in (tables.position, tables.unit):
                gone = table.c.unit_id.in_(news.removed)
                await database.execute(delete(table).where(gone))
        return news

    async def write_positions(self, positions: Iterable[Position]) -> None:
        """See ``FleetStore``."""
        rows = [
            {
                "unit_id": seen.unit_id,
                "lat": seen.lat,
                "lon": seen.lon,
                "seen_at": seen.seen_at,
                "heading_deg": seen.heading_deg,
            }
            for seen in sorted(positions, key=lambda seen: seen.unit_id)
        ]
        if not rows:
            return
        put = upsert(tables.position)
        newer = put.on_conflict_do_update(
            index_elements=["unit_id"],
            set_={name: put.excluded[name] for name in rows[0] if name != "unit_id"},
            where=tables.position.c.seen_at < put.excluded.seen_at,
        )
        async with connection(self._engine) as database:
            await database.execute(newer, rows)

    async def read_positions(self, after: datetime | None = None) -> tuple[Position, ...]:
        """See ``FleetStore``."""
        query = select(tables.position)
        if after is not None:
            query = query.where(tables.position.c.seen_at > after)
        async with connection(self._engine, snapshot=True) as database:
            return tuple(
                Position(
                    unit_id=UnitId(row.unit_id),
                    lat=row.lat,
                    lon=row.lon,
                    seen_at=row.seen_at,
                    heading_deg=row.heading_deg,
                )
                for row in await database.execute(query)
            )
