"""One ``csi demo`` for every walk, people signed in once, and a dispatcher's screen."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from tests.console.room import People, open_board, open_context
from tests.demos import QUIET, Demo, running


@pytest.fixture(scope="session")
def served() -> Iterator[Demo]:
    """A demo without new patients. One for the whole session: it takes longer than any walk."""
    with running(*QUIET) as demo:
        yield demo


@pytest.fixture(scope="session")
async def people(served: Demo) -> AsyncIterator[People]:
    """With beds for all whom the walks send: every agreement keeps one."""
    found = People(served.url)
    for hospital in ("mataro", "germans-trias"):
        beds = {"hospital": hospital, "kind": "icu", "total": 60, "used": 5}
        await found.post("central", "/api/beds", beds)
    yield found
    await found.leave()


@pytest.fixture
async def board(browser: Browser, people: People) -> AsyncIterator[Page]:
    """The dispatcher's board at 1366 x 768."""
    context = await open_context(browser)
    yield await open_board(context, people)
    await context.close()


@pytest.fixture
async def shock(people: People) -> Any:
    """A new patient in shock."""
    return await people.request()


@pytest.fixture
async def agreed(people: People) -> Any:
    """A new patient in shock whom an intensivist has accepted; no unit yet."""
    return await people.agree()


@pytest.fixture
async def road(people: People) -> Any:
    """A patient whom a unit has just taken."""
    return await people.on_the_road()
