"""kill -9, of the database and of the program: what was answered is kept, once and whole."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.store.embedded.keeper import keep
from dispatch.store.embedded.leftovers import processes_in
from dispatch.store.embedded.server import RunningPostgres
from dispatch.store.embedded.start import start_postgres
from dispatch.store.entry import Receipt
from dispatch.store.postgres.connections import open_engine
from dispatch.store.postgres.migrate import migrate
from tests.desk_world import CALL_SIGNS, a_headquarters, fleet
from tests.load import Load, require_answered
from tests.stores import (
    MIGRATIONS,
    Stores,
    always_on_duty,
    postgres_stores,
    require_replay,
    require_tables,
)
from tests.waits import patiently, until, wait_until

pytestmark = pytest.mark.postgres

ROOT = Path(__file__).parents[2]
KILLS = 3
ANSWERS_BEFORE_KILL = 60

Answered = dict[str, tuple[str, Receipt]]


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="csi test "))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


def start(folder: Path) -> RunningPostgres:
    return start_postgres(folder / "data", on_step=lambda _: None)


async def more_answers(answered: Answered) -> None:
    """Waits until so many more commands were answered."""
    wanted = len(answered) + ANSWERS_BEFORE_KILL
    await until(lambda: len(answered) >= wanted)


async def prepared(running: RunningPostgres) -> tuple[AsyncEngine, Stores]:
    """Its tables, a fleet, and somebody on duty at every hospital."""
    engine = open_engine(running.url)
    await migrate(engine, MIGRATIONS)
    stores = postgres_stores(engine)
    await stores.fleet.set_fleet(fleet())
    await stores.duty.add_shifts(always_on_duty())
    return engine, stores


async def test_killed_database_loses_no_answered_command(folder: Path) -> None:
    running = start(folder)
    engine, stores = await prepared(running)
    answered: Answered = {}

    def told(kind: str, signed: str, receipt: Receipt) -> None:
        assert signed not in answered
        answered[signed] = (kind, receipt)

    load = Load(a_headquarters(stores), "load", told)
    units = [name for name in CALL_SIGNS if name.startswith("SVA")]
    crews = [asyncio.create_task(load.run(unit_id)) for unit_id in units]
    try:
        for _ in range(KILLS):
            await more_answers(answered)
            await asyncio.to_thread(running.kill)
            running = await asyncio.to_thread(start, folder)
        await more_answers(answered)
        load.stopped = True
        async with patiently():
            await asyncio.gather(*crews)
        assert load.unanswered >= KILLS
        await require_answered(stores.log, answered, all_of_it=True)
        await require_replay(stores.log, fleet())
        await require_tables(engine)
    finally:
        for crew in crews:
            crew.cancel()
        await engine.dispose()
        await asyncio.to_thread(running.stop)


async def test_database_killed_under_its_program_comes_back_and_loses_nothing(
    folder: Path,
) -> None:
    running = start(folder)
    engine, stores = await prepared(running)
    answered: Answered = {}
    load = Load(
        a_headquarters(stores),
        "load",
        lambda kind, signed, receipt: answered.update({signed: (kind, receipt)}),
    )
    units = [name for name in CALL_SIGNS if name.startswith("SVA")]
    crews = [asyncio.create_task(load.run(unit_id)) for unit_id in units]
    keeping = asyncio.create_task(keep(running))
    try:
        for _ in range(KILLS):
            await more_answers(answered)
            os.kill(running.pid, signal.SIGKILL)
        await more_answers(answered)
        load.stopped = True
        async with patiently():
            await asyncio.gather(*crews)
        assert load.unanswered >= KILLS
        await require_answered(stores.log, answered, all_of_it=True)
        await require_replay(stores.log, fleet())
        await require_tables(engine)
    finally:
        for task in (keeping, *crews):
            task.cancel()
        await engine.dispose()
        await asyncio.to_thread(running.stop)


async def test_control_misses_a_command_that_was_lost(folder: Path) -> None:
    """The checks above do find a lost answer, a doubled line and half an entry."""
    running = start(folder)
    engine, stores = await prepared(running)
    answered: Answered = {}
    load = Load(
        a_headquarters(stores),
        "load",
        lambda kind, signed, receipt: answered.update({signed: (kind, receipt)}),
    )
    load.stopped = True
    await load._journey(fleet()[0].unit_id, 1)
    await require_answered(stores.log, answered, all_of_it=True)
    lost = answered | {"dispatcher|never": ("ask", Receipt(3, "x"))}
    with pytest.raises(AssertionError):
        await require_answered(stores.log, lost, all_of_it=True)
    async with engine.begin() as database:
        await database.execute(text("set local session_replication_role = replica"))
        await database.execute(text("delete from log where seq = 2"))
    with pytest.raises(AssertionError):
        await require_replay(stores.log, fleet())
    with pytest.raises(AssertionError):
        await require_answered(stores.log, answered, all_of_it=True)
    await engine.dispose()
    running.stop()


def acknowledged(file: Path) -> Answered:
    """What the killed program had written down; its last line may be half of one."""
    answered: Answered = {}
    for line in file.read_text().splitlines(keepends=True):
        if line.endswith("\n"):
            kind, signed, seq, subject = json.loads(line)
            answered[signed] = (kind, Receipt(seq, subject))
    return answered


def run_until_killed(folder: Path, run: str, *units: str) -> Answered:
    """Starts the program, lets it answer a number of commands, kills it without warning."""
    file = folder / f"answers of {run}"
    file.touch()
    arguments = [str(folder / "data"), str(file), run, *units]
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.killed_program", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    with program:
        try:
            wait_until(lambda: program.poll() is not None or _has_answered_enough(file))
            assert program.poll() is None
        finally:
            program.send_signal(signal.SIGKILL)
    return acknowledged(file)


def _has_answered_enough(file: Path) -> bool:
    return file.read_text().count("\n") >= ANSWERS_BEFORE_KILL


async def test_killed_program_loses_no_answered_command(folder: Path) -> None:
    answered: Answered = {}
    for run, units in (("first", ("SVA-01", "SVA-02")), ("second", ("SVA-03", "SVA-04"))):
        answered |= await asyncio.to_thread(run_until_killed, folder, run, *units)
        await until(lambda: not processes_in(folder / "data" / "postgresql-18"))
    assert len(answered) >= 2 * ANSWERS_BEFORE_KILL
    running = start(folder)
    engine = open_engine(running.url)
    stores = postgres_stores(engine)
    await require_answered(stores.log, answered, all_of_it=False)
    await require_replay(stores.log, fleet())
    await require_tables(engine)
    await engine.dispose()
    running.stop()
