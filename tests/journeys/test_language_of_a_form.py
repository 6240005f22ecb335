"""Somebody changes the language with half a form filled in, with and without script."""

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


async def test_half_a_request_survives_another_language(served, browser):
    doctor = await sit_down(browser, served.url, "calella")
    page = doctor.page
    await page.goto(f"{served.url}/requests/new")
    await page.check("input[name=condition][value=septic_shock]")
    await page.fill("input[name=bedside]", "Box 7")
    await page.locator(".languages [lang=en]").click()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator("input[name=bedside]")).to_have_value("Box 7")
    await expect(page.locator("input[value=septic_shock]")).to_be_checked()
    await doctor.picture()


async def test_form_typed_into_last_is_the_one_kept(served, browser):
    intensivist = await sit_down(browser, served.url, "uci-vall-hebron")
    page = intensivist.page
    await page.goto(f"{served.url}/answers/beds")
    picu = page.locator("form", has=page.locator("input[name=kind][value=picu]"))
    await picu.locator("input[name=total]").fill("12")
    await page.locator(".languages [lang=es]").click()
    await expect(page.locator("html")).to_have_attribute("lang", "es")
    await expect(picu.locator("input[name=total]")).to_have_value("12")
    await intensivist.picture()
