"""Bringing a database to the newest schema, one starter at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.kernel.failures import Unavailable
from dispatch.store.postgres.connections import known_failures

ONE_AT_A_TIME = 761_061
"""Advisory lock of the migrations: several servers may start at once."""

OLDEST_MAJOR = 15


async def migrate(engine: AsyncEngine, migrations: Path) -> None:
    """Upgrade to the newest schema; nothing to do is quick.

    Raises ``Unavailable("database_too_old")`` below PostgreSQL 15, ``Unavailable("database")``
    when it can't be reached.
    """
    with known_failures():
        await _migrate(engine, migrations)


async def _migrate(engine: AsyncEngine, migrations: Path) -> None:
    async with engine.connect() as database:
        shown = str(await database.scalar(text("show server_version_num")))
        if int(shown) // 10_000 < OLDEST_MAJOR:
            raise Unavailable("database_too_old", needed=OLDEST_MAJOR, found=shown)
        await database.execute(text(f"select pg_advisory_lock({ONE_AT_A_TIME})"))
        await database.commit()
        try:
            await database.run_sync(_upgrade, migrations)
        finally:
            await database.rollback()
            await database.execute(text(f"select pg_advisory_unlock({ONE_AT_A_TIME})"))
            await database.commit()


def _upgrade(database: Connection, migrations: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = database
    command.upgrade(config, "head")
    database.commit()
