"""The database goes away and comes back: what callers see, and that readers go on."""

import asyncio
import os
import shutil
import signal
import tempfile
import traceback
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.kernel import Refused, Unavailable
from dispatch.store.embedded.leftovers import processes_in
from dispatch.store.embedded.server import RunningPostgres
from dispatch.store.embedded.start import start_postgres
from dispatch.store.entry import Entry, Receipt, Stale
from dispatch.store.postgres import connections
from dispatch.store.postgres.connections import (
    connection,
    listen,
    open_engine,
    ping,
    socket_url,
)
from dispatch.store.postgres.log import PostgresLog
from dispatch.store.postgres.migrate import migrate
from dispatch.telemetry import without_rows
from tests.contract.entries import an_entry, requested
from tests.stores import MIGRATIONS
from tests.waits import PATIENCE_S, patiently, until

pytestmark = pytest.mark.postgres


class Server:
    """A PostgreSQL of its own, to be killed and started again; its path has a space."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data of a test"
        self.running: RunningPostgres | None = None

    def start(self) -> RunningPostgres:
        self.running = start_postgres(self.data, on_step=lambda _: None)
        return self.running

    def kill(self) -> None:
        assert self.running is not None
        self.running.kill()

    def stop(self) -> None:
        assert self.running is not None
        self.running.stop()

    @property
    def pids(self) -> list[int]:
        return list(processes_in(self.data / "postgresql-18"))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="csi test "))
    folder.chmod(0o755)
    server = Server(folder)
    yield server
    if server.running is not None:
        server.running.stop()
    shutil.rmtree(folder)


@pytest.fixture
async def own(server: Server) -> AsyncIterator[AsyncEngine]:
    """The server running and migrated, whatever the test before did to it."""
    if server.running is None or not server.running.is_alive:
        server.start()
    assert server.running is not None
    engine = open_engine(server.running.url)
    await migrate(engine, MIGRATIONS)
    yield engine
    await engine.dispose()


async def recovered(log: PostgresLog) -> None:
    """Until the log can be read again; nothing but ``Unavailable`` until then."""

    async def is_read() -> bool:
        try:
            await log.read_board()
        except Unavailable:
            return False
        return True

    await until(is_read)


async def test_socket_may_lie_in_a_path_with_a_space(server: Server, own: AsyncEngine) -> None:
    assert server.running is not None
    socket_dir = str(server.running.socket_dir)
    assert " " in socket_dir
    engine = open_engine(socket_url(socket_dir, user="csi", database="postgres"))
    await ping(engine)
    await engine.dispose()


async def test_killed_server_is_unavailable_until_back(
    server: Server, own: AsyncEngine
) -> None:
    log = PostgresLog(own)
    await log.record(an_entry(requested("before")))
    server.kill()
    for call in (log.read_board, log.next_number, lambda: log.record(an_entry(requested("x")))):
        with pytest.raises(Unavailable) as failed:
            await call()
        assert failed.value.what == "database"
    with pytest.raises(Unavailable):
        await ping(own)
    server.start()
    await recovered(log)
    assert set((await log.read_board()).transfers) == {"before"}


async def test_stopped_server_is_unavailable_until_back(
    server: Server, own: AsyncEngine
) -> None:
    log = PostgresLog(own)
    await log.read_board()
    await asyncio.to_thread(server.stop)
    with pytest.raises(Unavailable):
        await log.read_board()
    server.start()
    await recovered(log)


async def test_nothing_but_unavailable_while_restarting(
    server: Server, own: AsyncEngine
) -> None:
    """Every moment of a crash and its recovery, seen by twelve callers at once."""
    log, failures, calls = PostgresLog(own), 0, 0
    done = asyncio.Event()

    async def call() -> None:
        nonlocal failures, calls
        async with patiently():
            while not done.is_set():
                calls += 1
                try:
                    await log.read_board()
                except Unavailable:
                    failures += 1
                    await asyncio.sleep(0.002)

    async def restart() -> None:
        try:
            for _ in range(2):
                await asyncio.sleep(0.1)
                await asyncio.to_thread(server.kill)
                await asyncio.to_thread(server.start)
            await recovered(log)
        finally:
            done.set()

    await asyncio.gather(restart(), *(call() for _ in range(12)))
    assert 0 < failures < calls


async def test_listener_survives_a_restart(server: Server, own: AsyncEngine) -> None:
    log = PostgresLog(own)
    seen: list[int] = []

    async def follow() -> None:
        async for _ in log.wake_ups():
            try:
                seen.append((await log.read_board()).seq)
            except Unavailable:
                continue

    follower = asyncio.create_task(follow())
    await until(lambda: len(seen) > 0)
    first = await log.record(an_entry(requested("one")))
    await until(lambda: seen[-1] == first.seq)
    for end in (server.kill, server.stop):
        await asyncio.to_thread(end)
        await asyncio.sleep(0.05)
        server.start()
        await recovered(log)
    second = await recorded(log, an_entry(requested("two"), key="two"))
    await until(lambda: seen[-1] == second.seq)
    assert seen == sorted(seen)
    follower.cancel()
    with pytest.raises(asyncio.CancelledError):
        await follower


async def recorded(log: PostgresLog, entry: Entry) -> Receipt:
    """As a screen does it: again under the same key, for a pooled connection may be dead."""
    async with patiently():
        while True:
            try:
                return await log.record(entry)
            except Unavailable:
                await asyncio.sleep(0.01)


async def close(wake_ups: AsyncIterator[None]) -> None:
    assert isinstance(wake_ups, AsyncGenerator)
    await wake_ups.aclose()


async def test_notice_comes_long_before_the_poll(engine: AsyncEngine) -> None:
    wake_ups = listen(engine, poll_s=10 * PATIENCE_S)
    await anext(wake_ups)
    waiting = asyncio.ensure_future(anext(wake_ups))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await PostgresLog(engine).record(an_entry(requested()))
    async with patiently():
        await waiting
    await close(wake_ups)


async def test_reader_wakes_without_any_notice(engine: AsyncEngine) -> None:
    wake_ups = listen(engine, poll_s=0.05)
    async with patiently():
        for _ in range(4):
            await anext(wake_ups)
    await close(wake_ups)


async def test_listener_gives_its_connection_back(migrated: AsyncEngine) -> None:
    for _ in range(30):
        wake_ups = listen(migrated, poll_s=1)
        await anext(wake_ups)
        await close(wake_ups)
    await ping(migrated)


@asynccontextmanager
async def small_pool(engine: AsyncEngine) -> AsyncIterator[AsyncEngine]:
    small = open_engine(engine.url.render_as_string(hide_password=False), pool_size=1)
    yield small
    await small.dispose()


async def test_frozen_server_is_unavailable_and_not_waited_for(
    server: Server, own: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "COMMAND_TIMEOUT_S", 1)
    async with small_pool(own) as engine:
        log = PostgresLog(engine)
        await log.read_board()
        pids = server.pids
        assert len(pids) > 2
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            async with patiently():
                with pytest.raises(Unavailable):
                    await log.read_board()
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)
        await recovered(log)


async def test_too_many_callers_are_told_unavailable(
    engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "COMMAND_TIMEOUT_S", 0.5)
    async with small_pool(engine) as small, connection(small), connection(small):
        with pytest.raises(Unavailable) as failed:
            await ping(small)
    assert failed.value.what == "saturated"


@pytest.mark.parametrize(
    ("sqlstate", "said", "what"),
    [
        ("53300", "", "saturated"),
        ("53100", "", "database_full"),
        ("25006", "", "database_read_only"),
        ("58030", "", "database_disk"),
        ("57P03", "", "database"),
        ("42501", "could not open file: Read-only file system", "database_disk"),
        ("42501", "permission denied for table log", "database_lets_nobody_in"),
        ("XX000", "could not write file: Disk quota exceeded", "database_full"),
        ("XX000", "could not write file: No space left on device", "database_full"),
    ],
)
async def test_each_cause_has_its_own_name(
    engine: AsyncEngine, sqlstate: str, said: str, what: str
) -> None:
    raising = f"do $$ begin raise exception '{said}' using errcode = '{sqlstate}'; end $$"
    with pytest.raises(Unavailable) as failed:
        async with connection(engine) as database:
            await database.execute(text(raising))
    assert failed.value.what == what


async def test_trying_to_write_finds_a_database_that_only_reads(engine: AsyncEngine) -> None:
    await PostgresLog(engine).try_writing()
    async with connection(engine) as database:
        assert await database.scalar(text("select to_regclass('tried')")) is None
        await database.execute(text("alter role csi set default_transaction_read_only = on"))
    try:
        async with small_pool(engine) as fresh:
            assert await PostgresLog(fresh).read_board()
            with pytest.raises(Unavailable) as failed:
                await PostgresLog(fresh).try_writing()
        assert failed.value.what == "database_read_only"
    finally:
        async with connection(engine) as database:
            await database.execute(text("alter role csi reset default_transaction_read_only"))


WHO = "Berta"
WRITTEN = "Joan, bed 3\n\nDETAIL: (c/ Major 1)\n\n 600 123 123"


async def test_defect_is_told_without_what_people_wrote(engine: AsyncEngine) -> None:
    put = text("insert into command values ('a', :key, '', null, :said, now())")
    with pytest.raises(IntegrityError) as failed:
        async with connection(engine) as database:
            await database.execute(put, {"key": WHO, "said": WRITTEN})
    trace = "".join(traceback.format_exception(failed.value))
    assert "bed 3" in trace
    assert "[SQL: insert into command" in trace
    told = without_rows(None, "error", {"exception": trace})["exception"]
    assert "not-null" in told
    assert "[SQL: insert into command" in told
    for word in ("Joan", "Major", "600", "Berta"):
        assert word not in told


async def test_deadlock_means_decide_again(engine: AsyncEngine) -> None:
    async with engine.begin() as database:
        for key in ("1", "2"):
            put = text("insert into command values ('a', :key, '', 1, '', now())")
            await database.execute(put, {"key": key})
    both = asyncio.Barrier(2)

    async def touch(first: str, second: str) -> None:
        change = text("update command set subject = 'x' where key = :key")
        async with connection(engine) as database:
            await database.execute(text("set local deadlock_timeout = '20ms'"))
            await database.execute(change, {"key": first})
            async with patiently():
                await both.wait()
            await database.execute(change, {"key": second})

    results = await asyncio.gather(touch("1", "2"), touch("2", "1"), return_exceptions=True)
    assert [type(each) for each in results if each is not None] == [Stale]


async def test_server_that_became_a_copy_is_unavailable(engine: AsyncEngine) -> None:
    async def write() -> None:
        async with connection(engine) as database:
            await database.execute(text("set transaction read only"))
            await database.execute(text("update log_head set seq = 1"))

    with pytest.raises(Unavailable):
        await write()


async def test_snapshot_can_only_read(engine: AsyncEngine) -> None:
    with pytest.raises(Unavailable):
        async with connection(engine, snapshot=True) as database:
            await database.execute(text("update log_head set seq = 1"))
    async with connection(engine) as database:
        await database.execute(text("update log_head set seq = 0"))


async def test_defect_falls_through(engine: AsyncEngine) -> None:
    with pytest.raises(DBAPIError, match="no_such_column"):
        async with connection(engine) as database:
            await database.execute(text("select no_such_column"))


async def test_broken_constraint_that_is_no_rule_falls_through(engine: AsyncEngine) -> None:
    with pytest.raises(IntegrityError, match="log_head_pk"):
        async with connection(engine) as database:
            await database.execute(text("insert into log_head values (true, 1)"))


async def test_refusal_inside_rolls_everything_back(engine: AsyncEngine) -> None:
    async def write() -> None:
        async with connection(engine) as database:
            await database.execute(text("update log_head set seq = 41"))
            raise Refused("no")

    with pytest.raises(Refused):
        await write()
    assert (await PostgresLog(engine).read_board()).seq == 0
