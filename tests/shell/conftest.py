"""A served application on loopback, and people signed in to it over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from functools import partial

import httpx
import pytest
import uvicorn

from dispatch.config import Settings
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, PersonId, UnitId
from dispatch.live.hub import Hub
from dispatch.live.stream import live_route
from dispatch.main import server_config
from dispatch.store.entry import Person
from dispatch.web.app import Door, create_app
from dispatch.web.cookies import cookie_of
from dispatch.web.origin import is_our_origin
from tests.desk_world import WEAK, World, a_headquarters, fleet
from tests.stores import memory_stores

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


class Served:
    """The application at ``url``; ``client(name)`` is that person's signed-in browser."""

    def __init__(self, url: str, world: World, stack: AsyncExitStack) -> None:
        self.url = url
        self.world = world
        self._stack = stack

    async def client(self, username: str) -> httpx.AsyncClient:
        opened = httpx.AsyncClient(base_url=self.url)
        client = await self._stack.enter_async_context(opened)
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


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    """On the store in memory, with a free port of loopback, until the test ends."""
    stores = memory_stores()
    hq = a_headquarters(stores, is_demo=True)
    await stores.fleet.add_units(fleet())
    for username in PEOPLE:
        await stores.people.add_person(_person(username))
    hub = Hub(hq)
    await hub.start()

    def ours(origin: str | None, host: str | None) -> bool:
        return is_our_origin(origin, host, public_origin=None)

    live = live_route(
        hq, hub, token_of=partial(cookie_of, name="csi_session"), is_our_origin=ours
    )
    config = server_config(create_app(hq, Door(), live=[live]), Settings())
    config.port = 0
    config.timeout_graceful_shutdown = 1
    server = uvicorn.Server(config)
    following = asyncio.create_task(hub.run())
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 -- the server has no event to wait for
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    async with AsyncExitStack() as stack:
        yield Served(f"http://127.0.0.1:{port}", World(hq, hq.clock), stack)  # type: ignore[arg-type]
    server.should_exit = True
    await serving
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
