"""A running ``csi demo`` and people at real screens, in a real Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Request

from tests.demos import QUIET, running


@pytest.fixture(scope="module")
def demo() -> Iterator[str]:
    """The address of a fresh demo without new patients, whose transfers wait for real crews."""
    with running(*QUIET) as started:
        yield started.url


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
