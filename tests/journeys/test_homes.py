"""Everybody signs in and lands where they can work: nothing that the screen asks is refused."""

import pytest
from playwright.async_api import expect

from dispatch.web.console import HOME
from tests.console.test_console_accessible import faults
from tests.journeys.conftest import DESK
from tests.shell.conftest import PASSWORD, PEOPLE, served

pytestmark = pytest.mark.browser

__all__ = ["served"]

ONE_OF_EACH = sorted({role: who for who, (role, _, _) in PEOPLE.items()}.values())


@pytest.mark.parametrize("who", ONE_OF_EACH)
async def test_home_loads_and_is_refused_nothing(served, browser, who):
    page = await browser.new_page(viewport=DESK, locale="ca-ES")
    refused = list[str]()
    page.on(
        "response",
        lambda got: refused.append(f"{got.status} {got.url}") if got.status >= 400 else None,
    )
    await page.goto(f"{served.url}/sign-in")
    await page.fill("input[name=username]", who)
    await page.fill("input[name=password]", PASSWORD)
    await page.keyboard.press("Enter")
    home = HOME[PEOPLE[who][0]]
    await page.wait_for_url(f"**{home}")
    if home == "/console/":
        await expect(page.locator(".link")).to_have_class("link live")
        await page.locator(".map-box canvas").first.wait_for()
    assert await faults(page, who) == []
    assert refused == []


async def test_administrator_at_the_board_is_led_home(served, browser):
    page = await browser.new_page(viewport=DESK, locale="ca-ES")
    await page.goto(f"{served.url}/console/")
    await page.fill("input[name=username]", "admin")
    await page.fill("input[name=password]", PASSWORD)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/accounts")
