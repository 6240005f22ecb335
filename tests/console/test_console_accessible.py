"""axe-core finds nothing on any screen, in either theme and all three languages."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.console.room import open_board, open_context
from tests.house.tree import ROOT, nothing_in

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

AXE = Path("console/node_modules/axe-core/axe.min.js")
LANGUAGES = ("ca", "es", "en")
RULES = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")
RUN = """
async (rules) => {
  const asked = { runOnly: [...rules], resultTypes: ['violations'], preload: false };
  const found = await axe.run(document, asked);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(' ')} ${node.failureSummary}`));
}
"""


async def faults(page: Page, screen: str) -> list[str]:
    if not await page.evaluate("'axe' in window"):
        await page.evaluate((ROOT / AXE).read_text(encoding="utf-8"))
    return [f"{screen}: {fault}" for fault in await page.evaluate(RUN, list(RULES))]


async def board_screens(page: Page, number: str) -> list[str]:
    """The board, a detail with proposals, both lists with their forms, the legend."""
    found = await faults(page, "board")
    await page.locator("tr", has_text=number).locator("[data-open-row]").click()
    await page.locator("[data-accept]").wait_for()
    found += await faults(page, "detail")
    await page.keyboard.press("Escape")
    for key in ("u", "b"):
        await page.keyboard.press(key)
        await page.locator(".row-button").first.click()
        found += await faults(page, f"form of {key}")
        await page.keyboard.press("Escape")
        await expect(page.locator("dialog")).to_have_count(0)
        found += await faults(page, f"list of {key}")
    await page.keyboard.press("?")
    found += await faults(page, "legend")
    await page.keyboard.press("Escape")
    await page.keyboard.press("g")
    return found


async def in_all_languages(page: Page, screens) -> list[str]:
    found = []
    for language in LANGUAGES:
        await page.locator(f".languages [lang={language}]").click()
        await expect(page.locator("html")).to_have_attribute("lang", language)
        found += [f"{language} {fault}" for fault in await screens()]
    return found


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_board_shuts_nobody_out(browser, people, agreed, theme):
    context = await open_context(browser, color_scheme=theme)
    page = await open_board(context, people)
    found = await in_all_languages(page, lambda: board_screens(page, agreed["number"]))
    await context.close()
    nothing_in(found)


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_door_shuts_nobody_out(browser, people, theme):
    context = await open_context(browser, color_scheme=theme)
    page = await context.new_page()
    await page.goto(f"{people.url}/console/")
    await page.locator(".signin form").wait_for()
    found = await in_all_languages(page, lambda: faults(page, "sign-in"))
    await context.close()
    nothing_in(found)


@pytest.mark.parametrize("width", [683, 1366])
async def test_rows_stay_rows_for_screen_readers(board, width):
    await board.set_viewport_size({"width": width, "height": 384})
    queue = board.get_by_role("table").first
    rows = await board.locator("[data-open-row]").count()
    await expect(queue.get_by_role("row")).to_have_count(rows + 1)
    await expect(queue.get_by_role("columnheader")).to_have_count(9)
    await expect(queue.get_by_role("rowheader")).to_have_count(rows)
    await expect(queue.get_by_role("cell")).to_have_count(rows * 8)
