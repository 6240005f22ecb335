"""One ``csi demo`` for every walk, people signed in once, and a dispatcher's screen."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.async_api import Browser, Page

from tests.browsers import opened
from tests.console.room import People, open_board, open_context
from tests.journeys.conftest import _answering


class Served(NamedTuple):
    """The demo and the process that serves it; its PostgreSQL is another process."""

    url: str
    pid: int


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """A demo without new patients. One for the whole session: it takes longer than any walk."""
    folder = Path(tempfile.mkdtemp(prefix="csi console "))
    folder.chmod(0o755)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dispatch", "demo", "--quiet-patients", "--quiet-crews"]
    process = subprocess.Popen(
        [*command, "--port", str(port), "--data-dir", str(folder / "data")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield Served(_answering(f"http://127.0.0.1:{port}"), process.pid)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
async def people(served: Served) -> AsyncIterator[People]:
    """With beds for all whom the walks send: every agreement keeps one."""
    found = People(served.url)
    for hospital in ("mataro", "germans-trias"):
        beds = {"hospital": hospital, "kind": "icu", "total": 60, "used": 5}
        await found.post("central", "/api/beds", beds)
    yield found
    await found.leave()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with opened() as browser:
        yield browser


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
