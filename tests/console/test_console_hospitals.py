"""The receiving hospitals on the board: what is said of their beds is true now."""

import re

import pytest
from playwright.async_api import expect

from tests.console.room import open_context

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


async def test_beds_of_the_hospital_asked_are_those_of_now(board, people, shock):
    """Asked already, nothing ranks it again: its card follows the reports all the same."""
    path = f"/api/transfers/{shock['transfer_id']}"
    hospital = (await people.get("central", path))["candidates"][0]["hospital"]
    asked = {"hospital": hospital, "override_reason": None}
    await people.post("calella", f"{path}/hospital", asked)
    await board.locator("tr", has_text=shock["number"]).locator("[data-open-row]").click()
    card = board.locator("[data-part=hospitals] .option.first")
    warned = card.locator(".whys.against", has_text="sense llits lliures")
    for used in (20, 60, 40):
        report = {"hospital": hospital, "kind": "icu", "total": 60, "used": used}
        await people.post("central", "/api/beds", report)
        rows = (await people.get("central", "/api/board"))["beds"]
        free = next(row["free"] for row in rows if row["hospital"] == hospital)
        await expect(card.locator(".figures")).to_contain_text(f"{free} llit")
        await expect(card.locator(".figures small")).to_have_text(re.compile(r"^\s*\d+ s$"))
        await expect(warned).to_have_count(int(free <= 0))


@pytest.mark.parametrize(("locale", "language"), [("en-GB", "en"), ("es-ES", "es")])
async def test_board_speaks_the_language_of_the_browser(browser, people, locale, language):
    """Where nobody chose another on this device, as the pages do."""
    context = await open_context(browser, locale=locale)
    client = await people.here("central")
    await context.add_cookies(
        [
            {"name": cookie.name, "value": cookie.value or "", "url": people.url}
            for cookie in client.cookies.jar
        ]
    )
    page = await context.new_page()
    await page.goto(f"{people.url}/console/")
    await expect(page.locator(".link.live")).to_be_visible()
    assert await page.locator("html").get_attribute("lang") == language
