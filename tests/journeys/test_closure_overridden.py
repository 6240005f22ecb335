"""An ICU closes with its reason; the referring doctor asks it all the same, and says why."""

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import sit_down
from tests.journeys.test_calella_to_germans_trias import request_transfer

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


async def test_closed_icu_is_asked_with_a_reason_that_is_counted(demo, browser):
    intensivist = await sit_down(browser, demo, "uci-germans-trias")
    page = intensivist.page
    await page.goto(f"{demo}/answers/beds")
    await page.get_by_text("Tanca l’admissió").first.click()
    await page.locator("input[name=reason]").first.fill("Brot, sense aïllaments")
    await intensivist.picture()
    await page.locator("button.danger").first.click()
    await expect(page.locator("main")).to_contain_text("Brot, sense aïllaments")

    doctor = await sit_down(browser, demo, "calella")
    number = await request_transfer(doctor)
    if await doctor.page.locator("ol.choices").count() == 0:
        await doctor.page.goto(doctor.page.url.split("?")[0] + "/hospital")
    first = doctor.page.locator("ol.choices > li").first
    await expect(first).to_contain_text("Germans Trias")
    await expect(first).to_contain_text("Brot, sense aïllaments")
    await first.get_by_text("Demana-hi igualment").click()
    await first.locator("button").click()
    await expect(doctor.page.get_by_role("alert")).to_contain_text("admissió tancada")
    await doctor.picture()
    first = doctor.page.locator("ol.choices > li").first
    await first.locator("input[name=override_reason]").fill("És el centre que toca")
    await first.locator("button").click()
    await expect(doctor.page.locator("main")).to_contain_text(number)

    await page.goto(f"{demo}/answers")
    await expect(page.locator("main")).to_contain_text(number)
    await page.locator("li", has_text=number).get_by_role("link").first.click()
    await expect(page.locator("main")).to_contain_text("És el centre que toca")
    await intensivist.picture()
    dispatcher = await sit_down(browser, demo, "central", at_desk=True)
    await (
        dispatcher.page.get_by_role("button", name="Llits")
        .or_(dispatcher.page.get_by_role("tab", name="Llits"))
        .first.click()
    )
    row = dispatcher.page.locator("tr", has_text="Brot, sense aïllaments")
    await expect(row).to_contain_text("demanat igualment 1 vegada")
    await dispatcher.picture()
