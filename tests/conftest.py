"""What tests of the store, the desk and the edges share: servers, stores, headquarters.

One PostgreSQL per worker serves all tests, each of which finds it empty.
"""

import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.async_api import Browser
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.store.embedded.start import start_postgres
from dispatch.store.headquarters import Headquarters
from dispatch.store.postgres.connections import open_engine
from dispatch.store.postgres.migrate import migrate
from dispatch.telemetry import start_logs
from tests.browsers import closing_line, leave_out, opened
from tests.desk_world import World, a_headquarters, a_world
from tests.stores import MIGRATIONS, Stores, make_empty, memory_stores, postgres_stores

NewDatabase = Callable[[], Awaitable[AsyncEngine]]

# On a busy machine any example may take long: no test asserts a time.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without a browser, everything else: before a demo is started for it."""
    leave_out(item)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Say after everything else what was left out. Workers have no terminal."""
    yield
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal and (line := closing_line(terminal.stats.get("skipped", ()))):
        terminal.write_line(line)


@pytest.fixture(scope="session")
async def one_browser() -> AsyncIterator[Browser]:
    """One Chromium per worker; what tests keep apart is the context, as for other people."""
    async with opened() as browser:
        yield browser


@pytest.fixture
async def browser(one_browser: Browser) -> AsyncIterator[Browser]:
    """The browser, in which the test leaves nothing open."""
    yield one_browser
    for context in one_browser.contexts:
        await context.close()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Our own server, in a folder that PostgreSQL's account can reach (pytest's own is not)."""
    folder = Path(tempfile.mkdtemp(prefix="csi test "))
    folder.chmod(0o755)
    running = start_postgres(folder / "data", on_step=lambda _: None)
    yield running.url
    running.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
async def migrated(postgres_url: str) -> AsyncIterator[AsyncEngine]:
    """The schema, once per worker. Losing a second of tests would be no harm: no waiting."""
    engine = open_engine(postgres_url)
    await migrate(engine, MIGRATIONS)
    async with engine.begin() as database:
        await database.execute(text("alter database postgres set synchronous_commit = off"))
    await engine.dispose()
    yield engine
    await engine.dispose()


@pytest.fixture
async def engine(migrated: AsyncEngine) -> AsyncEngine:
    """The migrated database, empty."""
    await make_empty(migrated)
    return migrated


@pytest.fixture
async def new_database(postgres_url: str) -> AsyncIterator[NewDatabase]:
    """Makes databases without a schema on the same server; dropped afterwards."""
    numbers, engines = count(1), list[AsyncEngine]()
    admin = open_engine(postgres_url).execution_options(isolation_level="AUTOCOMMIT")

    async def make() -> AsyncEngine:
        name = f"scratch_{next(numbers)}"
        async with admin.connect() as database:
            await database.execute(text(f"drop database if exists {name} with (force)"))
            await database.execute(text(f"create database {name} template template0"))
        engines.append(open_engine(postgres_url.replace("/postgres?", f"/{name}?")))
        return engines[-1]

    yield make
    for made in engines:
        await made.dispose()
    async with admin.connect() as database:
        for number in range(1, len(engines) + 1):
            await database.execute(text(f"drop database scratch_{number} with (force)"))
    await admin.dispose()


@pytest.fixture(params=["memory", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> Stores:
    """Both kinds of store, one after the other: log, fleet, people."""
    if request.param == "memory":
        return memory_stores()
    return postgres_stores(request.getfixturevalue("engine"))


@pytest.fixture
def headquarters() -> Callable[..., Headquarters]:
    """Builds headquarters: ``headquarters(stores, clock)``, on any kind of store."""
    return a_headquarters


@pytest.fixture
async def world() -> World:
    """A headquarters on the store in memory, its fleet at the bases."""
    return await a_world(memory_stores())


@pytest.fixture
async def each_world(store: Stores) -> World:
    """A headquarters on each kind of store."""
    return await a_world(store)


@pytest.fixture
async def postgres_world(engine: AsyncEngine) -> World:
    """A headquarters on PostgreSQL."""
    return await a_world(postgres_stores(engine))


@pytest.fixture(autouse=True)
def plain_logs() -> Iterator[None]:
    """Logs as the program writes them, and never into what an earlier test had captured.

    Unconfigured, structlog draws every local variable of a failure: minutes for one page.
    """
    start_logs("debug", for_people=False)
    yield
    start_logs("debug", for_people=False)
