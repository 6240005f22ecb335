"""The two stores under test, and what the database must hold when all is well."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.fleet.unit import Unit
from dispatch.identity.duty import Post, Shift
from dispatch.kernel.ids import PersonId
from dispatch.network.parse_hospitals import parse_hospitals
from dispatch.store.memory.centres import MemoryCentres
from dispatch.store.memory.duty import MemoryDuty
from dispatch.store.memory.fleet import MemoryFleet
from dispatch.store.memory.log import MemoryLog
from dispatch.store.memory.people import MemoryPeople
from dispatch.store.postgres.centres import PostgresCentres
from dispatch.store.postgres.duty import PostgresDuty
from dispatch.store.postgres.fleet import PostgresFleet
from dispatch.store.postgres.log import PostgresLog
from dispatch.store.postgres.people import PostgresPeople
from dispatch.store.protocol import CentreStore, DutyStore, FleetStore, LogStore, PeopleStore
from dispatch.transfer.board import Board, apply_event

MIGRATIONS = Path(__file__).parent.parent / "migrations"

EMPTY = """
set session_replication_role = replica;
delete from mission; delete from agreement; delete from position; delete from session;
delete from person; delete from duty; delete from log; delete from transfer; delete from unit;
delete from beds; delete from pre_alert; delete from centre_cutoffs; delete from command;
delete from antibiotic_protocol;
delete from transfer_number;
update log_head set seq = 0;
set session_replication_role = origin
"""
"""A hundred times quicker than another database; triggers sleep while it runs."""


class Stores(NamedTuple):
    """One kind of store, complete."""

    log: LogStore
    fleet: FleetStore
    people: PeopleStore
    duty: DutyStore
    centres: CentreStore


def memory_stores() -> Stores:
    log = MemoryLog()
    return Stores(
        log, MemoryFleet(log), MemoryPeople(), MemoryDuty(always_on_duty()), MemoryCentres()
    )


def postgres_stores(engine: AsyncEngine) -> Stores:
    return Stores(
        PostgresLog(engine),
        PostgresFleet(engine),
        PostgresPeople(engine),
        PostgresDuty(engine),
        PostgresCentres(engine),
    )


@cache
def always_on_duty() -> tuple[Shift, ...]:
    """On duty day and night, as first, wherever there is an ICU: the intensivists of the
    builders, those who sign in, and those of the simulation.
    """
    data = (MIGRATIONS.parent / "data/hospitals.csv").read_bytes()
    hospitals = parse_hospitals(data).hospitals.values()
    with_icu = [each.code for each in hospitals if each.icu_beds + each.picu_beds > 0]
    people = ("intensivist-{}", "person uci-{}", "simulated-intensivist-{}")
    return tuple(
        Shift(
            shift_id=f"always {name.format(hospital)}",
            hospital=hospital,
            person_id=PersonId(name.format(hospital)),
            name=name.format(hospital),
            post=Post.FIRST,
            starts_at=datetime(2020, 1, 1, tzinfo=UTC),
            ends_at=datetime(2100, 1, 1, tzinfo=UTC),
            added_by="tests",
            added_at=datetime(2020, 1, 1, tzinfo=UTC),
        )
        for hospital in with_icu
        for name in people
    )


async def make_empty(engine: AsyncEngine) -> None:
    async with engine.begin() as database:
        for statement in EMPTY.split(";"):
            await database.execute(text(statement))
    await PostgresDuty(engine).add_shifts(always_on_duty())


def replayed(lines: Iterable[object], units: Iterable[Unit]) -> Board:
    """The board that the log alone leads to, from the fleet as it first came."""
    board = Board(units={unit.unit_id: unit for unit in units})
    for line in lines:
        board = apply_event(board, line)  # type: ignore[arg-type]
    return board


async def require_replay(log: LogStore, units: Iterable[Unit]) -> Board:
    """The log is gapless and every row, open or closed, is what the log leads to."""
    everything = await log.read_changes(0)
    assert [line.seq for line in everything.lines] == list(range(1, everything.seq + 1))
    board = replayed(everything.lines, units)
    now = await log.read_board()
    assert now.seq == everything.seq == board.seq
    assert {row.transfer_id: row for row in everything.transfers} == board.transfers
    assert {(row.hospital, row.kind): row for row in everything.beds} == board.beds
    assert {row.pre_alert_id: row for row in everything.pre_alerts} == board.pre_alerts
    assert now.units == board.units
    return board


async def require_tables(engine: AsyncEngine) -> None:
    """The columns and tables that constraints and people read agree with the documents."""
    async with engine.connect() as database:
        for wrong, query in DISAGREEMENTS.items():
            found = (await database.execute(text(query))).all()
            assert not found, wrong


DISAGREEMENTS = {
    "a column of a transfer": """select transfer_id from transfer where
        stage <> doc->>'stage' or referring <> doc->>'referring'
        or patient_key <> doc->>'patient_key'
        or is_open = (stage in ('handed_over', 'cancelled'))""",
    "a column of beds": """select hospital from beds where total <> (doc->>'total')::int
        or used <> (doc->>'used')::int or held <> (doc->>'held')::int""",
    "a column of a pre-alert": """select pre_alert_id from pre_alert where
        stage <> doc->>'stage' or hospital <> doc->>'hospital'
        or is_open <> (stage in ('raised', 'acknowledged'))""",
    "a transfer with a unit but no mission": """select transfer_id from transfer left join
        mission using (transfer_id) where is_open and doc->>'unit_id' is not null
        and mission.unit_id is distinct from doc->>'unit_id'""",
    "a mission without its transfer": """select transfer_id from mission join transfer using
        (transfer_id) where not is_open or doc->>'unit_id' is distinct from unit_id""",
    "a mission without its unit": """select unit_id from mission join unit using (unit_id)
        where doc->>'transfer_id' is distinct from mission.transfer_id""",
    "a unit with a transfer but no mission": """select unit_id from unit left join mission
        using (unit_id) where doc->>'transfer_id' is distinct from mission.transfer_id""",
    "an agreement without its row": """select transfer_id from transfer left join agreement
        using (transfer_id) where (doc->'agreement'->>'hospital')
        is distinct from agreement.hospital""",
    "a version nobody gave": """select 1 from log_head where seq <>
        (select count(*) from log)""",
    "a receipt of nothing": "select key from command where seq not in (select seq from log)",
}


def without_versions(board: Board) -> Board:
    """For comparing boards whose logs were numbered differently."""
    return Board(
        transfers={key: replace(row, version=0) for key, row in board.transfers.items()},
        units={key: replace(row, version=0) for key, row in board.units.items()},
        beds={key: replace(row, version=0) for key, row in board.beds.items()},
    )
