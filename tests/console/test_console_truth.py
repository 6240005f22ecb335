"""What is on screen is true, or says that it is old; and nobody outside is asked."""

import os
import signal

import pytest
from playwright.async_api import expect

from dispatch.i18n import LANGUAGES, catalogue
from tests.console.room import open_board, open_context

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

# What lies right below the band: rows farther down may grow by themselves meanwhile.
PLACES = """
() => [...document.querySelectorAll('main, .filters, thead, tbody tr:first-child')]
  .map((each) => each.getBoundingClientRect().top + scrollY)
"""
COVERED = """
() => {
  const band = document.querySelector('.stale-band').getBoundingClientRect();
  return [...document.querySelectorAll('h1, .server-clock, .link, .languages, .person, main')]
    .map((each) => [each.className || each.tagName, each.getBoundingClientRect()])
    .filter(([, box]) => box.left < band.right && box.right > band.left
      && box.top < band.bottom && box.bottom > band.top)
    .map(([name]) => name);
}
"""


async def choose(page, language):
    await page.locator(f".languages [lang={language}]").click()
    await expect(page.locator("html")).to_have_attribute("lang", language)


async def test_stopped_server_shows_and_nothing_can_be_answered(board, served, shock):
    """After how many seconds, console/src/live/truth.test.ts asks of clocks it sets itself."""
    await board.locator("tr", has_text=shock["number"]).locator("[data-open-row]").click()
    await expect(board.locator("[data-accept]")).to_be_enabled()
    for language in (*LANGUAGES[1:], LANGUAGES[0]):  # a language is fetched when first chosen
        await choose(board, language)
    band = board.locator(".stale-band")
    os.kill(served.pid, signal.SIGSTOP)
    try:
        await band.wait_for()
        await expect(board.locator("[data-accept]")).to_be_disabled()
        for language in LANGUAGES:
            await choose(board, language)
            for words in ("stale-title", "stale-advice"):
                await expect(band).to_contain_text(catalogue(language).say(words))
    finally:
        os.kill(served.pid, signal.SIGCONT)
    await expect(band).to_have_count(0)
    await expect(board.locator(".link")).to_have_class("link live")
    await expect(board.locator("[data-accept]")).to_be_enabled()


@pytest.mark.parametrize("width", [683, 1366, 1920])
async def test_stale_band_moves_and_covers_nothing(board, served, width):
    await board.set_viewport_size({"width": width, "height": 768})
    before = await board.evaluate(PLACES)
    os.kill(served.pid, signal.SIGSTOP)
    try:
        await board.locator(".stale-band").wait_for()
        during = await board.evaluate(PLACES)
        covered = await board.evaluate(COVERED)
    finally:
        os.kill(served.pid, signal.SIGCONT)
    assert len(before) == 4
    assert during == pytest.approx(before, abs=1)
    assert covered == []


async def test_console_asks_only_its_own_server(browser, people):
    context = await open_context(browser)
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    page = await open_board(context, people)
    await page.locator(".map-box canvas").first.wait_for()
    for key in ("u", "b", "g"):
        await page.keyboard.press(key)
    await page.locator("[data-open-row]").first.click()
    await page.locator(".timeline li").first.wait_for()
    await context.close()
    ours = (people.url, "blob:", "data:")
    assert [url for url in asked if not url.startswith(ours)] == []
    assert f"{people.url}/api/network" in asked
