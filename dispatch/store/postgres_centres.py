"""Settings of hospitals in PostgreSQL."""

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.assessment.centre import CentreSetting
from dispatch.kernel.ids import HospitalCode
from dispatch.store import tables
from dispatch.store.connections import connection

_setting = msgspec.json.Decoder(CentreSetting)


class PostgresCentres:
    """See ``CentreStore``."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add_setting(self, setting: CentreSetting) -> None:
        """See ``CentreStore``."""
        row = {
            "setting_id": setting.setting_id,
            "hospital": setting.hospital,
            "set_by_id": setting.set_by_id,
            "set_at": setting.set_at,
            "doc": setting,
        }
        async with connection(self._engine) as database:
            put = upsert(tables.centre_cutoffs).values(row)
            await database.execute(put.on_conflict_do_nothing())

    async def read_settings(
        self, hospital: HospitalCode | None = None
    ) -> tuple[CentreSetting, ...]:
        """See ``CentreStore``."""
        table = tables.centre_cutoffs
        query = select(table.c.doc).order_by(table.c.set_at.desc(), table.c.setting_id.desc())
        if hospital is not None:
            if not hospital.isprintable():
                return ()
            query = query.where(table.c.hospital == hospital)
        async with connection(self._engine, snapshot=True) as database:
            return tuple(_setting.decode(row.doc) for row in await database.execute(query))
