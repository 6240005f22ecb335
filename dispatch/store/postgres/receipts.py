"""Idempotency keys in PostgreSQL: what a command got the first time, it gets again."""

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dispatch.kernel.failures import Refused
from dispatch.store.entry import Command, Entry, Receipt
from dispatch.store.postgres import tables


async def find_receipt(database: AsyncConnection, command: Command) -> Receipt | None:
    """The receipt kept under the command's key. Raises ``Refused("key_reused")``."""
    if command.key is None:
        return None
    query = select(tables.command.c.digest, tables.command.c.seq, tables.command.c.subject)
    row = (
        await database.execute(
            query.where(
                tables.command.c.actor_id == command.actor.person_id,
                tables.command.c.key == command.key,
            )
        )
    ).one_or_none()
    if row is None:
        return None
    if row.digest != command.digest:
        raise Refused("key_reused", field="Idempotency-Key")
    return Receipt(row.seq, row.subject)


async def write_receipt(database: AsyncConnection, entry: Entry, receipt: Receipt) -> None:
    """Keeps the receipt under the command's key, if it has one."""
    if entry.command.key is None:
        return
    values = {
        "actor_id": entry.command.actor.person_id,
        "key": entry.command.key,
        "digest": entry.command.digest,
        "seq": receipt.seq,
        "subject": receipt.subject,
        "recorded_at": entry.recorded_at,
    }
    await database.execute(insert(tables.command).values(values))
