"""A served application on loopback, and people signed in to it over real HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

import httpx
import pytest
import uvicorn

from dispatch.config import Settings
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, PersonId, UnitId
from dispatch.live.health import health_routes
from dispatch.live.hub import Hub
from dispatch.live.stream import live_route
from dispatch.live.truth import LastRead
from dispatch.main import server_config
from dispatch.store.entry import Person
from dispatch.web.app import Door, create_app
from dispatch.web.cookies import cookie_of
from dispatch.web.origin import is_our_origin
from tests.desk_world import WEAK, World, a_headquarters, fleet
from tests.stores import Stores, memory_stores
from tests.waits import PATIENCE_S, until

PASSWORD = "demo"
HASH = WEAK.hash(PASSWORD)

PEOPLE = {
    "central": (Role.DISPATCHER, None, None),
    "coordinacio": (Role.COORDINATING_DOCTOR, None, None),
    "analista": (Role.ANALYST, None, None),
    "admin": (Role.ADMIN, None, None),
    "calella": (Role.REFERRING_DOCTOR, "calella", None),
    "uci-mataro": (Role.INTENSIVIST, "mataro", None),
    "uci-germans-trias": (Role.INTENSIVIST, "germans-trias", None),
    "uci-vall-hebron": (Role.INTENSIVIST, "vall-hebron", None),
    "cap-calella": (Role.PRIMARY_CARE, None, None),
    "sva-01": (Role.CREW, None, "SVA-01"),
}


class Steady:
    """The clock that nobody sets; here it stands, and a test moves it ahead."""

    def __init__(self) -> None:
        self.ahead_s = 0.0

    def __call__(self) -> float:
        return self.ahead_s


DEVICE_KEY = b"of the devices of tests"


class Served:
    """The application at ``url``; ``client(name)`` is that person's signed-in browser."""

    def __init__(
        self, url: str, world: World, stack: AsyncExitStack, steady: Steady | None = None
    ) -> None:
        self.url = url
        self.world = world
        self.steady = steady or Steady()
        self._stack = stack

    def anybody(self, **named: Any) -> httpx.AsyncClient:
        """A browser of somebody who has not signed in; to be closed."""
        return httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S, **named)

    async def client(self, username: str) -> httpx.AsyncClient:
        client = await self._stack.enter_async_context(self.anybody())
        answer = await client.post(
            "/api/sign-in", json={"username": username, "password": PASSWORD}
        )
        assert answer.status_code == 200, answer.text
        return client


def _person(username: str) -> Person:
    role, hospital, unit_id = PEOPLE[username]
    return Person(
        person_id=PersonId(f"person {username}"),
        username=username,
        name=username.title(),
        role=role,
        password_hash=HASH,
        hospital=HospitalCode(hospital) if hospital else None,
        unit_id=UnitId(unit_id) if unit_id else None,
        is_demo=True,
    )


@asynccontextmanager
async def serving(
    stores: Stores,
    clock: Callable[[], datetime] | None = None,
    steady: Callable[[], float] | None = None,
) -> AsyncIterator[Served]:
    """The application on these stores, with a free port of loopback, and the people above.

    The truth grows old by ``steady``; without one it never does, but as a test says.
    """
    hq = a_headquarters(stores, clock, is_demo=True)
    await stores.fleet.set_fleet(fleet())
    for username in PEOPLE:
        await stores.people.add_person(_person(username))
    standing = Steady()
    hub = Hub(hq, LastRead(steady or standing))
    await hub.start()

    def ours(origin: str | None, host: str | None) -> bool:
        return is_our_origin(origin, host, public_origin=None)

    live = live_route(
        hq, hub, token_of=partial(cookie_of, name="csi_session"), is_our_origin=ours
    )
    routes = [live, *health_routes(hub)]
    config = server_config(create_app(hq, Door(device_key=DEVICE_KEY), live=routes), Settings())
    config.port = 0
    config.timeout_graceful_shutdown = 1
    server = uvicorn.Server(config)
    following = asyncio.create_task(hub.run())
    serving = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with AsyncExitStack() as stack:
        world = World(hq, hq.clock)  # type: ignore[arg-type]
        yield Served(f"http://127.0.0.1:{port}", world, stack, standing)
    server.should_exit = True
    await serving
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    """On the store in memory, until the test ends."""
    async with serving(memory_stores()) as found:
        yield found
