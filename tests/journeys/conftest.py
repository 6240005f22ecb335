"""A running ``csi demo`` and people at real screens, in a real Chromium."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, Page, Request

from tests.browsers import opened

START_WITHIN_S = 300


@pytest.fixture(scope="module")
def demo() -> Iterator[str]:
    """The address of a fresh demo without new patients, whose transfers wait for real crews."""
    folder = Path(tempfile.mkdtemp(prefix="csi journey "))
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
        yield _answering(f"http://127.0.0.1:{port}")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
        shutil.rmtree(folder)


def _answering(url: str) -> str:
    ends_s = time.monotonic() + START_WITHIN_S
    while time.monotonic() < ends_s:
        try:
            httpx.get(f"{url}/sign-in", timeout=5)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return url
    pytest.fail("the demo does not answer")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with opened() as browser:
        yield browser


class Screen:
    """One person at one screen. Pictures go to ``CSI_PICTURES`` when it is set."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self._shown = 0

    async def picture(self) -> None:
        folder = os.environ.get("CSI_PICTURES")
        if folder:
            self._shown += 1
            path = Path(folder) / f"{self.name}-{self._shown}.png"
            await self.page.screenshot(path=path, full_page=True)


PHONE = {"width": 390, "height": 844}
DESK = {"width": 1366, "height": 768}


async def sit_down(
    browser: Browser, url: str, username: str, *, at_desk: bool = False, language: str = "ca"
) -> Screen:
    """Sign in as a person would, in that language; nothing but our own server is ever asked
    for anything.
    """
    context = await browser.new_context(
        viewport=DESK if at_desk else PHONE,  # type: ignore[arg-type]
        locale="ca-ES",
        timezone_id="Europe/Madrid",
    )
    await context.add_cookies([{"name": "csi_language", "value": language, "url": url}])
    page = await context.new_page()
    outside: list[str] = []

    def watch(asked: Request) -> None:
        if not asked.url.startswith((url, "data:", "blob:")):
            outside.append(asked.url)

    page.on("request", watch)
    await page.goto(f"{url}/sign-in")
    await page.fill("input[name=username]", username)
    await page.fill("input[name=password]", "demo")
    await page.keyboard.press("Enter")
    await page.wait_for_url(lambda now: "sign-in" not in now)
    assert not outside, outside
    return Screen(page, f"{username}-{language}")
