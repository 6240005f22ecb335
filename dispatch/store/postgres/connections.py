"""The engine, its transactions, and being told of news.

Failures of the world become ``Unavailable``, each cause by its name; constraints that stand for
a rule of the protocol become ``Refused``. Everything else is a defect and falls through.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from socket import gaierror
from urllib.parse import quote

import asyncpg
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from dispatch.kernel.failures import Refused, Unavailable
from dispatch.store.entry import Stale
from dispatch.store.postgres.rows import encode

NEWS_CHANNEL = "csi_news"
"""Notices carry no payload: they only wake readers, the log is the truth."""

COMMAND_TIMEOUT_S = 10
"""A frozen server must not hang a command for longer."""

CONNECT_TIMEOUT_S = 5
"""Nor must one that answers nothing hang those who look for it again."""

RULES = {
    "transfer_one_open_per_patient": ("patient_already_requested", "patient_reference"),
    "mission_pk": ("unit_already_assigned", "unit_id"),
    "mission_transfer_id_unique": ("already_assigned", "unit_id"),
    "mission_transfer_id_known": ("not_agreed", "transfer_id"),
    "agreement_four_of_four": ("question_unanswered", "answers"),
    "agreement_told_by_the_log": ("not_agreed", "transfer_id"),
    "agreement_not_the_own": ("own_request", "transfer_id"),
    "agreement_phone_by_another": ("own_request", "transfer_id"),
    "agreement_on_duty": ("not_on_duty", "transfer_id"),
    "person_username_unique": ("username_taken", "username"),
}
"""Constraints (and the gate of agreements) that are rules: name, the refusal's code, field."""

DRIVER_FAILS = (
    SQLAlchemyError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)
"""Everything a call to the database may raise, wrapped by SQLAlchemy or not."""

OF_THE_WORLD = (
    OSError,
    TimeoutError,
    NoConnectionFree,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.InternalClientError,
    asyncpg.ReadOnlySQLTransactionError,
)
"""Server gone, starting, stopping, full, frozen, or no longer the primary."""

A_FULL_DISK = ("No space left on device", "Disk quota exceeded")
A_DISK_THAT_ONLY_READS = "Read-only file system"
"""What the operating system tells the server, which has no kind of its own for each."""

SATURATED = (NoConnectionFree, asyncpg.TooManyConnectionsError)
"""It works, for so many others that our turn didn't come in time."""

REFUSES_SSL = "rejected SSL upgrade"
"""The driver has no kind of its own for a server that offers no encryption."""

LETS_NOBODY_IN = (
    (asyncpg.InvalidPasswordError, "password"),
    (asyncpg.InvalidAuthorizationSpecificationError, "password"),
    (asyncpg.InvalidCatalogNameError, "name"),
    (asyncpg.InsufficientPrivilegeError, "right"),
)
"""What a server says to an address that is wrong in one of its parts."""


def open_engine(url: str, *, pool_size: int = 10) -> AsyncEngine:
    """An engine on ``url`` whose JSON columns carry structs in and raw text out."""
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_timeout=COMMAND_TIMEOUT_S,
        pool_pre_ping=True,
        hide_parameters=True,  # what people wrote must not get into a log with a defect
        json_serializer=encode,
        json_deserializer=lambda raw: raw,
        connect_args={"timeout": CONNECT_TIMEOUT_S, "command_timeout": COMMAND_TIMEOUT_S},
    )


def socket_url(socket_dir: str, *, user: str, database: str) -> str:
    """The URL of a server on a Unix socket; any character may stand in the path."""
    return f"postgresql+asyncpg://{quote(user)}@/{quote(database)}?host={quote(socket_dir)}"


@asynccontextmanager
async def connection(
    engine: AsyncEngine, *, snapshot: bool = False
) -> AsyncIterator[AsyncConnection]:
    """A transaction, committed at the end. ``snapshot``: all its reads see one instant."""
    with known_failures():
        async with engine.connect() as database:
            if snapshot:
                await database.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            async with database.begin():
                yield database


@contextmanager
def known_failures() -> Iterator[None]:
    """What the driver raises inside becomes ``Unavailable``, ``Refused`` or ``Stale``."""
    try:
        yield
    except DRIVER_FAILS as failed:
        known = _meaning_of(failed)
        if known is None:
            raise
        raise known from failed


def _meaning_of(failed: BaseException) -> Exception | None:
    """The failure in our words, None for a defect."""
    cause = failed
    if isinstance(failed, DBAPIError):
        if failed.connection_invalidated:
            return Unavailable("database")
        cause = getattr(failed.orig, "__cause__", None) or failed
    if isinstance(failed, IntegrityError):
        return _rule_of(cause)
    if isinstance(cause, asyncpg.TransactionRollbackError):
        return Stale()
    return _of_its_disk(cause) or _closed_door(cause) or _of_the_world(cause)


def _of_its_disk(cause: BaseException) -> Unavailable | None:
    """Before the rest: a file system that only reads looks like a missing right."""
    if not isinstance(cause, asyncpg.PostgresError):
        return None
    said = str(cause)
    if isinstance(cause, asyncpg.DiskFullError) or any(each in said for each in A_FULL_DISK):
        return Unavailable("database_full")
    if isinstance(cause, asyncpg.PostgresSystemError) or A_DISK_THAT_ONLY_READS in said:
        return Unavailable("database_disk")
    return None


def _of_the_world(cause: BaseException) -> Unavailable | None:
    """Each cause under its own name: each is mended by other people in another way."""
    if isinstance(cause, SATURATED):
        return Unavailable("saturated")
    if isinstance(cause, asyncpg.ReadOnlySQLTransactionError):
        return Unavailable("database_read_only")
    return Unavailable("database") if isinstance(cause, OF_THE_WORLD) else None


def _closed_door(cause: BaseException) -> Unavailable | None:
    if isinstance(cause, ConnectionError) and REFUSES_SSL in str(cause):
        return Unavailable("database_lets_nobody_in", fault="ssl")
    if isinstance(cause, gaierror):
        return Unavailable("database_lets_nobody_in", fault="host")
    known = (fault for kind, fault in LETS_NOBODY_IN if isinstance(cause, kind))
    fault = next(known, None)
    return Unavailable("database_lets_nobody_in", fault=fault) if fault else None


def _rule_of(cause: BaseException) -> Refused | None:
    name = getattr(cause, "constraint_name", None)
    if name not in RULES:
        return None
    code, field = RULES[name]
    return Refused(code, field=field)


async def listen(engine: AsyncEngine, *, poll_s: float) -> AsyncIterator[None]:
    """Yields on every notice and at least every ``poll_s``; survives a lost server.

    A lost listening connection isn't noticed by the driver, so each poll asks the server
    something and a failure opens a new connection.
    """
    news = asyncio.Event()
    while True:
        try:
            async with engine.connect() as database:
                raw = (await database.get_raw_connection()).driver_connection
                assert raw is not None
                await raw.add_listener(NEWS_CHANNEL, lambda *_: news.set())
                try:
                    while True:
                        yield
                        await _wait(news, poll_s)
                        await raw.execute("select 1")
                finally:
                    raw.terminate()
                    await database.invalidate()
        except DRIVER_FAILS:
            yield
            await asyncio.sleep(poll_s)


async def _wait(news: asyncio.Event, poll_s: float) -> None:
    try:
        async with asyncio.timeout(poll_s):
            await news.wait()
    except TimeoutError:
        pass
    news.clear()


async def ping(engine: AsyncEngine) -> None:
    """Nothing, or ``Unavailable("database")``."""
    async with connection(engine) as database:
        await database.execute(text("select 1"))
