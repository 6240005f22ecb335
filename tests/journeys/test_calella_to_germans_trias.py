"""A septic shock, from Calella to Germans Trias, at four real screens.

A woman of 68 in the emergency room of Calella: septic shock of urinary origin, the kidney
obstructed, noradrenaline running. Calella is SEP-1; drainage at any hour is for a SEP-2b.
"""

import re

import pytest
from playwright.async_api import Page, expect

from tests.journeys.conftest import Screen, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

QUESTIONS = ("infection", "organ_dysfunction", "no_treatment_limits", "adequate_resuscitation")
STEPS = ("notified", "en_route", "at_patient", "departed", "arrived")


async def request_transfer(doctor: Screen) -> str:
    """The doctor taps the form through and sends it; the number is what people say."""
    page = doctor.page
    await page.get_by_role("link", name=re.compile("Nova sol")).click()
    await doctor.picture()
    await page.check("input[name=care][value=adult]")
    await page.check("input[name=condition][value=septic_shock]")
    await page.check("input[name=has_treatment_limits][value=no]")
    await page.check("input[name='needs/icu'][value=yes]")
    await page.check("input[name='needs/complex_source_control']")
    await page.check("input[name='needs/vasoactives']")
    await page.fill("input[name=patient_reference]", "NHC 68-001")
    await page.check("input[name='described/sex'][value=female]")
    await page.fill("input[name='described/age']", "68")
    await page.fill("input[name=bedside]", "Urgències, box 3")
    await page.fill("input[name=contact_phone]", "937690201")
    await page.locator("form button.primary").click()
    await page.wait_for_url(re.compile("/requests/[^/]{20,}"))
    heading = await page.locator("h1").inner_text()
    found = re.search(r"CSI-\d+", heading)
    assert found
    return found[0]


async def ask_the_first_hospital(doctor: Screen) -> None:
    page = doctor.page
    if await page.locator("ol.choices").count() == 0:
        await page.goto(page.url.split("#")[0] + "/hospital")
    first = page.locator("ol.choices > li").first
    await expect(first).to_contain_text("Germans Trias")
    await doctor.picture()
    await first.locator("button").first.click()
    await expect(page.locator("main")).to_contain_text("Germans Trias")


async def open_from_list(screen: Screen, number: str) -> None:
    await screen.page.locator("li", has_text=number).get_by_role("link").first.click()
    await expect(screen.page.locator("h1")).to_contain_text(number)


async def leave_one_unanswered(intensivist: Screen) -> None:
    """Three of four is no agreement: the page says which one is missing."""
    page = intensivist.page
    for question in QUESTIONS[:3]:
        await page.check(f"input[name='answers/{question}'][value=yes]")
    await page.locator("button.primary").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await intensivist.picture()


async def answer_four_of_four(intensivist: Screen) -> None:
    page = intensivist.page
    for question in QUESTIONS:
        await page.check(f"input[name='answers/{question}'][value=yes]")
    await intensivist.picture()
    await page.locator("button.primary").click()
    await expect(page.locator("h1")).to_contain_text(re.compile("cceptat"))


async def confirm_the_proposed_unit(dispatcher: Screen, number: str) -> str:
    """Two keys: ``a`` goes to the first proposal, Enter confirms it. The unit's call sign."""
    page = dispatcher.page
    row = page.locator("tr", has_text=number)
    await row.locator("[data-open-row]").click()
    confirm = page.locator("[data-accept]")
    await expect(confirm).to_be_visible()
    await expect(confirm).to_contain_text(re.compile(r"(SVA|HELI)-\d+"))
    await dispatcher.picture()
    unit = re.search(r"[A-Z]+-\d+", await confirm.inner_text())
    assert unit
    await page.keyboard.press("a")
    await page.keyboard.press("Enter")
    await expect(row).to_contain_text(unit[0])
    await dispatcher.picture()
    return unit[0]


async def drive(crew: Screen, dispatcher: Screen, number: str) -> None:
    """One button a step; each shows on the dispatcher's board by itself."""
    page: Page = crew.page
    row = dispatcher.page.locator("tr", has_text=number)
    for step in STEPS:
        await expect(page.locator(f"input[name=step][value={step}]")).to_be_attached()
        await crew.picture()
        stage = await row.locator("td").nth(3).inner_text()
        await page.locator("button.huge").click()
        await expect(row.locator("td").nth(3)).not_to_have_text(stage)
    await expect(page.locator("input[name=step][value=handed_over]")).to_be_attached()
    await page.locator("button.huge").click()
    await expect(page.locator("main")).to_contain_text("Cap missió ara")
    await crew.picture()


async def look_away(dispatcher: Screen) -> None:
    """Nothing moves under the pointer or the focus: a closed transfer waits for both to go."""
    await dispatcher.page.keyboard.press("Escape")
    await dispatcher.page.mouse.move(1300, 700)
    await dispatcher.page.evaluate("document.activeElement.blur()")


async def test_shock_goes_from_request_to_handover_at_four_screens(demo, browser):
    doctor = await sit_down(browser, demo, "calella")
    intensivist = await sit_down(browser, demo, "uci-germans-trias")
    dispatcher = await sit_down(browser, demo, "central", at_desk=True)

    number = await request_transfer(doctor)
    await ask_the_first_hospital(doctor)
    await expect(dispatcher.page.locator("tr", has_text=number)).to_be_visible()

    await expect(intensivist.page.locator("main")).to_contain_text(number)
    await open_from_list(intensivist, number)
    await leave_one_unanswered(intensivist)
    await answer_four_of_four(intensivist)

    unit = await confirm_the_proposed_unit(dispatcher, number)
    await doctor.page.reload()
    await expect(doctor.page.locator("main")).to_contain_text(unit)
    await doctor.picture()

    crew = await sit_down(browser, demo, unit.lower())
    await drive(crew, dispatcher, number)
    await look_away(dispatcher)

    await expect(dispatcher.page.locator("tr", has_text=number)).to_have_count(0)
    await intensivist.page.goto(f"{demo}/answers")
    await expect(
        intensivist.page.locator("[aria-labelledby=coming-title]")
    ).not_to_contain_text(number)
    await expect(intensivist.page.locator("[aria-labelledby=followed-title]")).to_contain_text(
        number
    )
    await dispatcher.picture()
