"""Wiring: the only place that knows every room. Nothing here decides anything."""

import asyncio
import hashlib
import hmac
import os
import secrets
import signal
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

import uvicorn
from litestar import Litestar
from litestar.types import ControllerRouterHandler

from dispatch.adapters.passwords import Passwords
from dispatch.adapters.solver import Solver
from dispatch.adapters.travel_http import Router
from dispatch.adapters.travel_ladder import TravelLadder
from dispatch.adapters.travel_osrm import Osrm
from dispatch.adapters.travel_valhalla import Valhalla
from dispatch.config import Settings
from dispatch.desk import Headquarters
from dispatch.fleet import Unit
from dispatch.fleet.parse_units import UnitRow, parse_units
from dispatch.fleet.reconcile import FleetNews
from dispatch.kernel.failures import one_failure
from dispatch.live.health import health_routes
from dispatch.live.hub import Hub
from dispatch.live.stream import live_route
from dispatch.network import Base, Network, parse_bases, parse_hospitals
from dispatch.routing.problem.compiled import is_kept
from dispatch.routing.travel.roads import Roads, parse_roads
from dispatch.routing.travel.travel_times import TravelTimes, build_travel_times
from dispatch.store.clocks import Clocks
from dispatch.store.embedded import start as embedded
from dispatch.store.embedded.keeper import keep
from dispatch.store.embedded.start import find_postgres, start_postgres
from dispatch.store.postgres.centres import PostgresCentres
from dispatch.store.postgres.connections import open_engine
from dispatch.store.postgres.database_url import database_url, naming
from dispatch.store.postgres.duty import PostgresDuty
from dispatch.store.postgres.fleet import PostgresFleet
from dispatch.store.postgres.log import PostgresLog
from dispatch.store.postgres.migrate import migrate
from dispatch.store.postgres.people import PostgresPeople
from dispatch.telemetry import logger, named_or_counted
from dispatch.watch import sheet
from dispatch.watch.watchers import watchers
from dispatch.web.app import Door, create_app
from dispatch.web.connections import GuardedHttp, GuardedSocket
from dispatch.web.cookies import cookie_of
from dispatch.web.devices import device_key_of
from dispatch.web.doorkeeper import ACCEPTED_AT_ONCE, Doorkeeper, Patience, room_now
from dispatch.web.origin import is_our_origin
from dispatch.web.pages.sheet import Printing, print_all
from dispatch.web.session import cookie_name

OnStep = Callable[[str], None]
Loop = Coroutine[Any, Any, None]

PACKAGE = Path(__file__).parent

start_over = embedded.start_over
has_database = embedded.has_database

WARM_AFTER_S = 30.0
"""By then the first pages are served (proposed)."""


def shipped(name: str) -> Path:
    """A folder of the project: beside the package in a checkout, inside it when installed."""
    beside = PACKAGE.parent / name
    return beside if beside.is_dir() else PACKAGE / f"_{name}"


@dataclass(frozen=True)
class Region:
    """The facts of the region, read once: hospitals, bases, fleet, travel times."""

    network: Network
    bases: tuple[Base, ...]
    fleet: tuple[UnitRow, ...]
    roads: Roads
    travel: TravelTimes


def read_network(data: Path | None = None) -> Network:
    """The hospitals alone. Raises ``Faulty``."""
    return parse_hospitals(((data or shipped("data")) / "hospitals.csv").read_bytes())


def read_region(data: Path | None = None) -> Region:
    """The region from the data files. Raises ``Faulty`` naming file, line and column."""
    folder = data or shipped("data")
    network = read_network(folder)
    bases = parse_bases((folder / "bases.csv").read_bytes())
    fleet = parse_units(
        (folder / "units.csv").read_bytes(), base_ids=frozenset(base.base_id for base in bases)
    )
    roads = parse_roads(
        (folder / "roads_nodes.csv").read_bytes(), (folder / "roads_edges.csv").read_bytes()
    )
    places: dict[str, tuple[float, float]] = {
        **{str(code): (each.lat, each.lon) for code, each in network.hospitals.items()},
        **{base.base_id: (base.lat, base.lon) for base in bases},
    }
    travel = build_travel_times(roads, places)
    return Region(network, tuple(bases), tuple(fleet), roads, travel)


def units_of(region: Region) -> tuple[Unit, ...]:
    """The fleet as it starts: every unit at its base."""
    return tuple(
        Unit(
            unit_id=row.unit_id,
            unit_type=row.unit_type,
            mode=row.mode,
            base_id=row.base_id,
            shift_starts=row.shift_starts,
            shift_ends=row.shift_ends,
            place=row.base_id,
        )
        for row in region.fleet
    )


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def random_id() -> str:
    """256 random bits, for identifiers and session tokens."""
    return secrets.token_urlsafe(32)


def pseudonyms(secret: str) -> Callable[[str], str]:
    """Seals a text that says who a patient is (``identity.patient``): the same text, the same
    seal, and no way back without the secret.
    """

    def seal(plain: str) -> str:
        return hmac.new(secret.encode(), plain.encode(), hashlib.sha256).hexdigest()

    return seal


class Opened(NamedTuple):
    """A wired headquarters. ``keeping`` goes on as long as it serves: a database of our own
    that ends is started again.
    """

    hq: Headquarters
    region: Region
    keeping: Callable[[], Loop]


@asynccontextmanager
async def open_headquarters(
    settings: Settings,
    *,
    is_demo: bool,
    on_step: OnStep,
    will_plan: bool = False,
    joins: bool = False,
) -> AsyncIterator[Opened]:
    """A wired headquarters on a migrated database, closed in order at the end.

    ``will_plan`` starts the solver's process at once instead of with the first plan; with
    ``joins`` a database that another process of ours already runs is used as it stands.
    Raises ``Unavailable`` (database, folder, binaries) and ``Faulty`` (data files).
    """
    async with AsyncExitStack() as stack:
        region = await asyncio.to_thread(read_region)
        running = await _running(settings, on_step) if joins else None
        found = (running, _nothing) if running else await _database(settings, stack, on_step)
        engine, keeping = open_engine(found[0]), found[1]
        stack.push_async_callback(engine.dispose)
        if running is None:
            with naming(settings.database_url):
                await migrate(engine, shipped("migrations"))
        passwords = Passwords()
        _keep_machine_code(settings.data_dir)
        solver = Solver(settings.plan_time_limit_s)
        stack.callback(solver.close)
        if will_plan:
            stack.callback(asyncio.create_task(_start_solver(solver)).cancel)
        hq = Headquarters(
            log=PostgresLog(engine),
            fleet=PostgresFleet(engine),
            people=PostgresPeople(engine),
            duty=PostgresDuty(engine),
            centres=PostgresCentres(engine),
            clock=utc_now,
            new_id=random_id,
            network=region.network,
            bases=region.bases,
            travel=region.travel,
            roads=await _travel_source(settings, region, stack),
            plan=solver.plan,
            patient_key=pseudonyms(settings.secret.get_secret_value()),
            hash_password=passwords.hash,
            check_password=passwords.check,
            is_demo=is_demo,
            session_h=settings.session_h,
            idle_min=settings.idle_min,
            clocks=Clocks(utc_now),
        )
        if running is not None:
            yield Opened(hq, region, keeping)
            return
        news = await hq.fleet.set_fleet(units_of(region))
        tell_fleet(news)
        yield Opened(replace(hq, starts_anew=bool(news)), region, keeping)


def tell_fleet(news: FleetNews) -> None:
    """Whoever runs the server reads what the data changed; a unit kept is theirs to look at."""
    if news:
        kinds = ("added", "changed", "removed")
        told = {kind: named_or_counted(getattr(news, kind)) for kind in kinds}
        logger("fleet").info("fleet_changed", **{k: v for k, v in told.items() if v})
    if news.kept:
        logger("fleet").warning("not_in_the_data", on_a_mission=[*news.kept])


async def _running(settings: Settings, on_step: OnStep) -> str | None:
    """The embedded database of a server that runs already: its schema and fleet are its own."""
    if settings.database_url is not None:
        return None
    return await asyncio.to_thread(find_postgres, settings.data_dir, on_step=on_step)


async def _database(
    settings: Settings, stack: AsyncExitStack, on_step: OnStep
) -> tuple[str, Callable[[], Loop]]:
    """Its address, and what keeps it running: nothing of ours for a server of others."""
    if settings.database_url is not None:
        on_step("Asking the database of CSI_DATABASE_URL.")
        return database_url(settings.database_url.get_secret_value()), _nothing
    running = await asyncio.to_thread(start_postgres, settings.data_dir, on_step=on_step)
    stack.push_async_callback(asyncio.to_thread, running.stop)
    return running.url, partial(keep, running)


async def _nothing() -> None:
    """Others keep it running."""


def _keep_machine_code(data_dir: Path) -> None:
    """Where neither the program's folder nor a home takes what is compiled, ours does: read by
    the solver's process, which would compile for some tens of seconds at every start.
    """
    if not is_kept():
        os.environ.setdefault("NUMBA_CACHE_DIR", str(data_dir.absolute() / "compiled"))


async def _travel_source(
    settings: Settings, region: Region, stack: AsyncExitStack
) -> TravelLadder:
    """The ladder; tables that nobody has needed so far are made later."""
    ladder = TravelLadder(region.roads, region.travel, router=router_of(settings))
    stack.push_async_callback(ladder.close)
    stack.callback(asyncio.create_task(_warm_later(ladder)).cancel)
    return ladder


async def _warm_later(ladder: TravelLadder) -> None:
    """Nobody waits for a table when the hour changes, nor for one of another hour at start."""
    await asyncio.sleep(WARM_AFTER_S)
    await ladder.warm()


def router_of(settings: Settings) -> Router | None:
    """The live router that is set, if any. It is not contacted yet."""
    url = settings.router_url or ""
    match settings.router:
        case "osrm":
            return Osrm(url)
        case "valhalla":
            return Valhalla(url)
        case _:
            return None


async def _start_solver(solver: Solver) -> None:
    """Ctrl-C is meant for us: the solver's process is born deaf to it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    starting = asyncio.create_task(solver.start())
    await asyncio.sleep(0)  # by now the process exists
    signal.signal(signal.SIGINT, before)
    with suppress(TimeoutError):  # on a slow machine the first plans are the greedy ones
        await starting


class Entrance(NamedTuple):
    """What is opened and read before anything slow begins."""

    listener: socket.socket
    telephones: Mapping[str, str]


async def serve(
    hq: Headquarters,
    settings: Settings,
    entrance: Entrance,
    *,
    loops: Sequence[Callable[[], Loop]] = (),
    on_ready: Callable[[], None],
) -> None:
    """Serve at ``entrance`` until Ctrl-C or SIGTERM, with the watchers and ``loops``.

    A watcher outlives its defects, which are told. A loop that falls all the same takes the
    server with it: a board that nobody renews helps nobody. Raises ``Unavailable`` when our own
    database is lost.
    """
    hub = Hub(hq)
    await hub.start()
    door = Door(
        settings.public_origin,
        language=settings.language,
        desk_phone=settings.desk_phone,
        device_key=device_key_of(settings.secret.get_secret_value()),
        telephones=entrance.telephones,
    )
    app = _application(hq, hub, door)
    server = uvicorn.Server(server_config(app, settings, room=room_now()))
    for word in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(word, lambda: None)
    serving = asyncio.create_task(server.serve(sockets=[entrance.listener]))
    try:
        with one_failure():
            async with asyncio.TaskGroup() as group:
                printing = _keep_sheet(hq, settings, door) if settings.sheet_every_min else ()
                looking = (hub.run(), *watchers(hq), *printing, *(each() for each in loops))
                running = [group.create_task(each) for each in looking]
                on_ready()
                await asyncio.shield(serving)
                for task in running:
                    task.cancel()
    finally:
        server.should_exit = True
        await serving


def _keep_sheet(hq: Headquarters, settings: Settings, door: Door) -> tuple[Loop, ...]:
    printing = Printing(
        hq.network,
        is_demo=hq.is_demo,
        desk_phone=door.desk_phone,
        telephones=door.telephones,
        every_min=settings.sheet_every_min,
    )
    folder = settings.sheet_dir or settings.data_dir / "sheet"
    keeper = sheet.Keeper(folder, partial(print_all, printing=printing))
    return (sheet.run(hq, keeper, settings.sheet_every_min),)


def _application(hq: Headquarters, hub: Hub, door: Door) -> Litestar:
    live = live_route(
        hq,
        hub,
        token_of=partial(cookie_of, name=cookie_name(is_secure=door.is_secure)),
        is_our_origin=partial(is_our_origin, public_origin=door.public_origin),
    )
    routes = (cast(ControllerRouterHandler, live), *health_routes(hub))
    return create_app(hq, door, live=routes)


def server_config(
    app: Litestar, settings: Settings, *, patience: Patience | None = None, room: int = 1_000
) -> uvicorn.Config:
    """How the application is served: who is believed, and how large a word may be."""
    trusted = settings.trusted_networks
    most = settings.connections_per_address
    keeper = Doorkeeper(most, together=room, trusted=trusted, patience=patience)
    return uvicorn.Config(
        cast(Any, app),
        http=cast(Any, partial(GuardedHttp, keeper)),
        proxy_headers=bool(trusted),
        forwarded_allow_ips=[str(each) for each in trusted],
        ws=cast(Any, partial(GuardedSocket, keeper)),
        ws_max_size=64 * 1024,
        ws_per_message_deflate=False,
        server_header=False,
        access_log=False,
        log_config=None,
        log_level="warning",
        backlog=ACCEPTED_AT_ONCE,
        timeout_graceful_shutdown=3,
    )
