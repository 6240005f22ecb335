"""Settings of hospitals in PostgreSQL."""

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.assessment.centre import CentreSetting
from dispatch.kernel.ids import HospitalCode
from dispatch.store.postgres import tables
from dispatch.store.postgres.connections import connection
from dispatch.transfer.antibiotic_protocol import ProtocolVersion

_setting = msgspec.json.Decoder(CentreSetting)
_version = msgspec.json.Decoder(ProtocolVersion)


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

    async def add_protocol(self, version: ProtocolVersion) -> ProtocolVersion:
        """See ``CentreStore``."""
        table = tables.antibiotic_protocol
        named = {
            "hospital": version.hospital,
            "care": version.care.value,
            "focus": version.focus,
            "version": version.version,
        }
        row = {
            **named,
            "setting_id": version.setting_id,
            "set_by_id": version.set_by_id,
            "set_at": version.set_at,
            "doc": version,
        }
        of_that_number = (table.c[name] == value for name, value in named.items())
        query = select(table.c.doc).where(*of_that_number)
        async with connection(self._engine) as database:
            await database.execute(upsert(table).values(row).on_conflict_do_nothing())
            return _version.decode((await database.execute(query)).one().doc)

    async def read_protocols(
        self, hospital: HospitalCode | None = None
    ) -> tuple[ProtocolVersion, ...]:
        """See ``CentreStore``."""
        table = tables.antibiotic_protocol
        query = select(table.c.doc)
        if hospital is not None:
            if not hospital.isprintable():
                return ()
            query = query.where(table.c.hospital == hospital)
        async with connection(self._engine, snapshot=True) as database:
            return tuple(_version.decode(row.doc) for row in await database.execute(query))
