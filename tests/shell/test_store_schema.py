"""What PostgreSQL itself refuses, whoever asks; and the schema that migrations make."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from dispatch.capacity import BedKind
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.kernel.failures import Unavailable
from dispatch.store.postgres import migrate as migrating
from dispatch.store.postgres.connections import open_engine, ping
from dispatch.store.postgres.migrate import migrate
from dispatch.store.postgres.tables import metadata
from dispatch.transfer.stage import Stage
from tests.builders import CALELLA, MATARO, intensivist
from tests.conftest import NewDatabase
from tests.desk_world import World, by
from tests.stores import MIGRATIONS, require_tables

pytestmark = pytest.mark.postgres


GIVE = "insert into mission values (:unit_id, :transfer_id)"
AGREE = "insert into agreement values (:transfer_id, 'mataro', 'x', :yes_count, now())"


async def run(engine: AsyncEngine, sql: str, **values: object) -> None:
    async with engine.begin() as database:
        await database.execute(text(sql), values)


@contextmanager
def broken(constraint: str) -> Iterator[None]:
    """The block breaks this constraint."""
    with pytest.raises(IntegrityError) as caught:
        yield
    assert caught.value.orig is not None
    assert getattr(caught.value.orig.__cause__, "constraint_name", None) == constraint


@pytest.mark.parametrize(
    "change",
    [
        "update log set actor_name = 'somebody else'",
        "delete from log",
        "truncate log",
        "update log set seq = seq + 1 where seq = 1",
    ],
)
async def test_nobody_can_change_the_log(
    engine: AsyncEngine, postgres_world: World, change: str
) -> None:
    await postgres_world.opened()
    before = await postgres_world.hq.log.read_changes(0)
    with pytest.raises(DBAPIError, match="append-only"):
        await run(engine, change)
    assert await postgres_world.hq.log.read_changes(0) == before


async def test_number_cannot_stand_in_the_log_twice(
    engine: AsyncEngine, postgres_world: World
) -> None:
    await postgres_world.opened()
    with broken("log_pk"):
        await run(engine, "insert into log select * from log where seq = 1")


async def test_log_cannot_have_two_heads(engine: AsyncEngine) -> None:
    with broken("log_head_one_row"):
        await run(engine, "insert into log_head values (false, 7)")
    with broken("log_head_pk"):
        await run(engine, "insert into log_head values (true, 7)")


async def test_mission_cannot_be_without_agreement(
    engine: AsyncEngine, postgres_world: World
) -> None:
    transfer_id = await postgres_world.brought_to(Stage.ASKED)
    with broken("mission_transfer_id_known"):
        await run(engine, GIVE, unit_id="SVA-01", transfer_id=transfer_id)


@pytest.mark.parametrize("yes_count", [0, 3, 5])
async def test_agreement_cannot_be_but_four_of_four(
    engine: AsyncEngine, postgres_world: World, yes_count: int
) -> None:
    transfer_id = await postgres_world.brought_to(Stage.ASKED)
    with broken("agreement_four_of_four"):
        await run(engine, AGREE, transfer_id=transfer_id, yes_count=yes_count)


async def test_agreement_nobody_gave_cannot_be_written(
    engine: AsyncEngine, postgres_world: World
) -> None:
    """Four yes claimed in the table are none: the log must tell who gave them."""
    transfer_id = await postgres_world.brought_to(Stage.ASKED)
    with broken("agreement_told_by_the_log"):
        await run(engine, AGREE, transfer_id=transfer_id, yes_count=4)
    with broken("mission_transfer_id_known"):
        await run(engine, GIVE, unit_id="SVA-01", transfer_id=transfer_id)


async def test_agreement_given_carries_a_mission(
    engine: AsyncEngine, postgres_world: World
) -> None:
    transfer_id = await postgres_world.brought_to(Stage.ACCEPTED)
    await run(engine, GIVE, unit_id="SVA-01", transfer_id=transfer_id)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("hospital = 'sant-pau'", "agreement_told_by_the_log"),
        ("intensivist_id = 'person uci-mataro'", "agreement_told_by_the_log"),
        ("agreed_at = now()", "agreement_told_by_the_log"),
        ("recorded_by_id = 'somebody'", "agreement_told_by_the_log"),
        ("recorded_by_id = intensivist_id", "agreement_phone_by_another"),
        ("yes_count = 3", "agreement_four_of_four"),
    ],
)
async def test_agreement_cannot_become_another(
    engine: AsyncEngine, postgres_world: World, change: str, constraint: str
) -> None:
    await postgres_world.brought_to(Stage.ACCEPTED)
    with broken(constraint):
        await run(engine, f"update agreement set {change}")  # noqa: S608 -- our own words


ACCEPTED = """insert into log
    select seq + 1, 'transfer.accepted', transfer_id, {event}, actor_id, actor_name, actor_role,
    occurred_at, recorded_at from log order by seq desc limit 1"""
EVENT = """jsonb_build_object('hospital', 'mataro', 'intensivist_id', '{who}',
    'recorded_by_id', {phone}, 'read_back', {read_back},
    'answers', '{answers}'::jsonb)"""
TOLD = (
    "insert into agreement select '{id}', 'mataro', '{who}', 4, occurred_at, {phone} from log"
)
LAST = " order by seq desc limit 1"
FOUR = '{"a": "yes", "b": "yes", "c": "yes", "d": "yes"}'
ON_DUTY = "intensivist-mataro"


@pytest.mark.parametrize(
    ("told", "constraint"),
    [
        ({"answers": FOUR.replace('"yes"}', '"no"}')}, "agreement_told_by_the_log"),
        ({"answers": FOUR.replace(', "d": "yes"', "")}, "agreement_told_by_the_log"),
        ({"answers": FOUR.replace("}", ', "e": "yes"}')}, "agreement_told_by_the_log"),
        ({"phone": "'central'", "read_back": "false"}, "agreement_told_by_the_log"),
        ({"who": "intensivist-sant-pau"}, "agreement_on_duty"),
        ({"who": "nobody"}, "agreement_on_duty"),
        ({"who": "referring_doctor-calella"}, "agreement_not_the_own"),
    ],
)
async def test_gate_reads_the_answers_and_the_roster(
    engine: AsyncEngine, postgres_world: World, told: dict[str, str], constraint: str
) -> None:
    """Even with a line in the log: four yes and no more, read back, by who is on duty there."""
    transfer_id = await postgres_world.brought_to(Stage.ASKED)
    said = {"who": ON_DUTY, "phone": "null", "read_back": "true", "answers": FOUR, **told}
    await insert_plainly(engine, ACCEPTED.format(event=EVENT.format(**said)))
    with broken(constraint):
        await insert_plainly(engine, TOLD.format(id=transfer_id, **said) + LAST)


@pytest.mark.parametrize("phone", ["null", "'central'"])
async def test_gate_opens_when_all_is_told(
    engine: AsyncEngine, postgres_world: World, phone: str
) -> None:
    """The control of the test above."""
    transfer_id = await postgres_world.brought_to(Stage.ASKED)
    said = {"who": ON_DUTY, "phone": phone, "read_back": "true", "answers": FOUR}
    await insert_plainly(engine, ACCEPTED.format(event=EVENT.format(**said)))
    await insert_plainly(engine, TOLD.format(id=transfer_id, **said) + LAST)


async def test_gate_wants_the_duty_at_that_very_time(
    engine: AsyncEngine, postgres_world: World
) -> None:
    transfer_id = await postgres_world.brought_to(Stage.ASKED)
    said = {"who": ON_DUTY, "phone": "null", "read_back": "true", "answers": FOUR}
    await insert_plainly(engine, ACCEPTED.format(event=EVENT.format(**said)))
    await run(
        engine,
        "update duty set ends_at = :at where person_id = :who",
        at=postgres_world.clock(),
        who=ON_DUTY,
    )
    with broken("agreement_on_duty"):
        await insert_plainly(engine, TOLD.format(id=transfer_id, **said) + LAST)


async def test_shift_cannot_end_before_it_starts(engine: AsyncEngine) -> None:
    with broken("duty_in_order"):
        await run(engine, "update duty set ends_at = starts_at - interval '1 second'")


async def insert_plainly(engine: AsyncEngine, sql: str) -> None:
    """As written: JSON has colons, which would be taken for parameters."""
    async with engine.begin() as database:
        await database.exec_driver_sql(sql)


async def test_unit_cannot_have_a_second_mission(
    engine: AsyncEngine, postgres_world: World
) -> None:
    await postgres_world.brought_to(Stage.ASSIGNED, "NHC 1", unit_id="SVA-01")
    second = await postgres_world.brought_to(Stage.ACCEPTED, "NHC 2")
    with broken("mission_pk"):
        await run(engine, GIVE, unit_id="SVA-01", transfer_id=second)


async def test_transfer_cannot_have_a_second_unit(
    engine: AsyncEngine, postgres_world: World
) -> None:
    transfer_id = await postgres_world.brought_to(Stage.ASSIGNED)
    with broken("mission_transfer_id_unique"):
        await run(engine, GIVE, unit_id="SVA-02", transfer_id=transfer_id)


async def test_unknown_unit_cannot_have_a_mission(
    engine: AsyncEngine, postgres_world: World
) -> None:
    transfer_id = await postgres_world.brought_to(Stage.ACCEPTED)
    with broken("mission_unit_id_known"):
        await run(engine, GIVE, unit_id="SVA-99", transfer_id=transfer_id)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("update beds set total = total + 1", "beds_add_up"),
        ("update beds set held = held + 1", "beds_add_up"),
        ("update beds set free = free - 1", "beds_add_up"),
        ("update beds set held = -1, free = free + held + 1", "beds_not_negative"),
        ("update beds set used = -1, free = free + used + 1", "beds_not_negative"),
    ],
)
async def test_beds_cannot_but_add_up(
    engine: AsyncEngine, postgres_world: World, change: str, constraint: str
) -> None:
    await postgres_world.brought_to(Stage.ACCEPTED)
    report = BedReport(MATARO, BedKind.ICU, total=10, used=4)
    await report_capacity(postgres_world.hq, by(intensivist()), report)
    with broken(constraint):
        await run(engine, change)


async def test_patient_cannot_have_two_open_rows(
    engine: AsyncEngine, postgres_world: World
) -> None:
    await postgres_world.opened()
    with broken("transfer_one_open_per_patient"):
        await run(
            engine,
            """insert into transfer select 'other', version, is_open, stage, referring,
            patient_key, doc from transfer""",
        )


async def test_control_finds_a_unit_left_behind(
    engine: AsyncEngine, postgres_world: World
) -> None:
    await postgres_world.brought_to(Stage.ASSIGNED)
    await require_tables(engine)
    await run(engine, "delete from mission")
    with pytest.raises(AssertionError, match="a transfer with a unit but no mission"):
        await require_tables(engine)


async def differences(engine: AsyncEngine) -> list[object]:
    """What Alembic would change. It needs JSON decoded, which ours leaves to msgspec."""
    plain = create_async_engine(engine.url)
    async with plain.connect() as database:
        found = await database.run_sync(_compared)
    await plain.dispose()
    return found


def _compared(database: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(database), metadata))


async def test_migrations_make_the_schema_of_the_tables(new_database: NewDatabase) -> None:
    engine = await new_database()
    await migrate(engine, MIGRATIONS)
    assert await differences(engine) == []
    await run(engine, "alter table beds add column extra int")
    assert len(await differences(engine)) == 1


async def test_every_constraint_stands_in_the_database(new_database: NewDatabase) -> None:
    """Alembic compares neither check constraints nor names of keys."""
    migrated, plain = await new_database(), await new_database()
    await migrate(migrated, MIGRATIONS)
    async with plain.begin() as database:
        await database.run_sync(metadata.create_all)
    found = [await constraints(engine) for engine in (migrated, plain)]
    assert found[0] == found[1]
    assert len(found[0]) > 20


async def constraints(engine: AsyncEngine) -> set[tuple[str, str]]:
    query = """
        select conname, pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace and conrelid::regclass::text
        <> 'alembic_version'
        union select indexname, indexdef from pg_indexes
        where schemaname = 'public' and tablename <> 'alembic_version'"""
    async with engine.connect() as database:
        return {(row[0], row[1]) for row in await database.execute(text(query))}


async def test_migrating_again_changes_nothing(new_database: NewDatabase) -> None:
    engine = await new_database()
    await migrate(engine, MIGRATIONS)
    await run(engine, "update log_head set seq = 41")
    await migrate(engine, MIGRATIONS)
    async with engine.connect() as database:
        assert await database.scalar(text("select seq from log_head")) == 41


async def test_two_can_migrate_at_once(new_database: NewDatabase, postgres_url: str) -> None:
    first = await new_database()
    second = open_engine(first.url.render_as_string(hide_password=False))
    await asyncio.gather(*(migrate(engine, MIGRATIONS) for engine in (first, second, first)))
    assert await differences(second) == []
    async with second.connect() as database:
        locks = text("select count(*) from pg_locks where locktype = 'advisory'")
        assert await database.scalar(locks) == 0
    await second.dispose()


async def test_failed_migration_leaves_nothing_behind(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    """Neither half a schema nor the lock: the next start, with the fault mended, goes on."""
    engine = await new_database()
    shutil.copytree(MIGRATIONS, tmp_path / "100 % ours")
    faulty = tmp_path / "100 % ours" / "versions" / "0001_the_first_schema.py"
    sound = faulty.read_text()
    faulty.write_text(sound + '    op.execute("select no_such_column")\n')
    with pytest.raises(DBAPIError, match="no_such_column"):
        await migrate(engine, tmp_path / "100 % ours")
    async with engine.connect() as database:
        made = text("select count(*) from pg_tables where schemaname = 'public'")
        assert await database.scalar(made) == 0
        locks = text("select count(*) from pg_locks where locktype = 'advisory'")
        assert await database.scalar(locks) == 0
    await migrate(engine, MIGRATIONS)
    await ping(engine)


async def test_old_server_is_refused(
    new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "OLDEST_MAJOR", 99)
    with pytest.raises(Unavailable) as failed:
        await migrate(await new_database(), MIGRATIONS)
    assert (failed.value.what, failed.value.facts["needed"]) == ("database_too_old", 99)


async def test_migrating_an_absent_server_is_unavailable(tmp_path: Path) -> None:
    engine = open_engine(f"postgresql+asyncpg://csi@/postgres?host={tmp_path}")
    with pytest.raises(Unavailable) as failed:
        await migrate(engine, MIGRATIONS)
    assert failed.value.what == "database"
    await engine.dispose()


async def test_schema_needs_no_extension(engine: AsyncEngine) -> None:
    async with engine.connect() as database:
        found = await database.execute(text("select extname from pg_extension"))
        assert set(found.scalars()) == {"plpgsql"}


async def test_rows_of_different_kinds_survive_json(postgres_world: World) -> None:
    """Times of day, instants, nothings and accents come back as they went in."""
    transfer_id = await postgres_world.opened(bedside="Urgències · box 3 «à»")
    unit = await postgres_world.unit("SVA-01")
    assert (unit.shift_starts, unit.busy_until_at) == (time(0), None)
    transfer = (await postgres_world.board()).transfers[transfer_id]
    assert (transfer.bedside, transfer.referring) == ("Urgències · box 3 «à»", CALELLA)
    assert transfer.milestones.requested_at.tzinfo is not None
