"""The session ends while a form is filled in: after signing in all of it is there again."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import sit_down
from tests.shell.conftest import PASSWORD, served
from tests.waits import patiently

pytestmark = pytest.mark.browser

__all__ = ["served"]


async def draft_of(page, *, is_kept):
    """What the tab keeps, once it does, or does no more."""
    async with patiently():
        while True:
            kept = await page.evaluate("() => sessionStorage.getItem('draft')")
            if (kept is not None) == is_kept:
                return kept
            await asyncio.sleep(0.1)


async def filled_in_then_over(served, browser):
    doctor = await sit_down(browser, served.url, "calella")
    page = doctor.page
    await page.goto(f"{served.url}/requests/new")
    await page.check("input[name=condition][value=septic_shock]")
    await page.fill("input[name=patient_reference]", "CIP ABCD 1 700101 00 1")
    await page.fill("input[name=bedside]", "Box 7")
    kept = await draft_of(page, is_kept=True)
    assert "ABCD" not in kept
    assert "Box" not in kept
    await page.context.clear_cookies()
    await page.locator("#fill button.primary").last.click()
    await expect(page).to_have_url(f"{served.url}/sign-in?back=/requests/new")
    return doctor


async def signs_in(page, username):
    await page.fill("input[name=username]", username)
    await page.fill("input[name=password]", PASSWORD)
    await page.locator("form[novalidate] button.primary").click()


async def test_form_comes_back_to_the_same_person(served, browser):
    doctor = await filled_in_then_over(served, browser)
    page = doctor.page
    await signs_in(page, "calella")
    await expect(page).to_have_url(f"{served.url}/requests/new")
    await expect(page.locator("input[name=bedside]")).to_have_value("Box 7")
    reference = page.locator("input[name=patient_reference]")
    await expect(reference).to_have_value("CIP ABCD 1 700101 00 1")
    await expect(page.locator("input[value=septic_shock]")).to_be_checked()
    await doctor.picture()
    await page.goto(f"{served.url}/requests/new")
    await expect(page.locator("input[name=bedside]")).to_have_value("")


async def test_form_comes_back_to_nobody_else(served, browser):
    doctor = await filled_in_then_over(served, browser)
    page = doctor.page
    await signs_in(page, "uci-mataro")
    await expect(page.locator("form[novalidate]")).to_have_count(0)
    await page.goto(f"{served.url}/answers")
    await draft_of(page, is_kept=False)
