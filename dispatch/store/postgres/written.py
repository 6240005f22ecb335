"""Which rows an entry changed, and the tables whose constraints guard them."""

from collections.abc import Mapping
from typing import Self, TypeVar

from msgspec import Struct
from sqlalchemy import delete, insert
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from dispatch.capacity.beds import Beds
from dispatch.checklist.verdict import Answer
from dispatch.fleet.unit import Unit
from dispatch.store.postgres import tables
from dispatch.store.postgres.rows import (
    beds_values,
    pre_alert_values,
    transfer_values,
    unit_values,
)
from dispatch.transfer.board import Board
from dispatch.transfer.pre_alert import PreAlert
from dispatch.transfer.transfer import Transfer

Key = TypeVar("Key")
Value = TypeVar("Value", Transfer, Unit, Beds, PreAlert)


class Written(Struct, frozen=True):
    """The rows as they are after an entry, those that changed only."""

    transfers: tuple[Transfer, ...]
    units: tuple[Unit, ...]
    beds: tuple[Beds, ...]
    pre_alerts: tuple[PreAlert, ...]

    @classmethod
    def between(cls, before: Board, after: Board) -> Self:
        """The rows that differ."""
        return cls(
            transfers=_changed(before.transfers, after.transfers),
            units=_changed(before.units, after.units),
            beds=_changed(before.beds, after.beds),
            pre_alerts=_changed(before.pre_alerts, after.pre_alerts),
        )


def _changed(before: Mapping[Key, Value], after: Mapping[Key, Value]) -> tuple[Value, ...]:
    return tuple(row for key, row in after.items() if before.get(key) != row)


async def write_rows(database: AsyncConnection, before: Board, after: Board) -> None:
    """Writes the rows that differ, and the tables whose constraints guard them."""
    written = Written.between(before, after)
    for table, key, rows in (
        (tables.transfer, ["transfer_id"], [transfer_values(r) for r in written.transfers]),
        (tables.unit, ["unit_id"], [unit_values(r) for r in written.units]),
        (tables.beds, ["hospital", "kind"], [beds_values(r) for r in written.beds]),
        (tables.pre_alert, ["pre_alert_id"], [pre_alert_values(r) for r in written.pre_alerts]),
    ):
        if rows:
            put = upsert(table)
            await database.execute(
                put.on_conflict_do_update(
                    index_elements=key,
                    set_={name: put.excluded[name] for name in rows[0] if name not in key},
                ),
                rows,
            )
    await _write_constraints(database, written)


async def _write_constraints(database: AsyncConnection, written: Written) -> None:
    """Bring agreement and mission in line with the transfers written.

    All missions given up go first, so that a unit can move from one transfer to another within
    one entry. A unit with two missions, or a mission without an agreement, fails here. An
    agreement that was taken back stays for the unit that it had sent, and for no other.
    """
    ids = [transfer.transfer_id for transfer in written.transfers]
    if not ids:
        return
    await database.execute(delete(tables.mission).where(tables.mission.c.transfer_id.in_(ids)))
    agreements = [_agreement(transfer) for transfer in written.transfers if transfer.agreement]
    if agreements:
        put = upsert(tables.agreement)
        replaced = put.on_conflict_do_update(
            index_elements=["transfer_id"],
            set_={name: put.excluded[name] for name in agreements[0] if name != "transfer_id"},
            where=tables.agreement.c.agreed_at != put.excluded.agreed_at,
        )
        await database.execute(replaced, agreements)
    without = [
        row.transfer_id for row in written.transfers if not (row.agreement or row.unit_id)
    ]
    if without:
        ended = delete(tables.agreement).where(tables.agreement.c.transfer_id.in_(without))
        await database.execute(ended)
    missions = [
        {"unit_id": transfer.unit_id, "transfer_id": transfer.transfer_id}
        for transfer in written.transfers
        if transfer.unit_id and transfer.milestones.handed_over_at is None
    ]
    if missions:
        await database.execute(insert(tables.mission), missions)


def _agreement(transfer: Transfer) -> dict[str, object]:
    agreed = transfer.agreement
    assert agreed is not None
    return {
        "transfer_id": transfer.transfer_id,
        "hospital": agreed.hospital,
        "intensivist_id": agreed.intensivist_id,
        "yes_count": sum(answer is Answer.YES for answer in agreed.answers.values()),
        "agreed_at": agreed.agreed_at,
        "recorded_by_id": agreed.recorded_by_id,
    }
