"""Three sides hand over a patient, each saying its own part, and the patient comes back.

A septic shock goes from Calella to Germans Trias. Days later the patient no longer needs an
ICU: Germans Trias asks to send him back, and Calella, which has no ICU, takes him.
"""

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Screen, sit_down
from tests.journeys.test_calella_to_germans_trias import (
    answer_four_of_four,
    ask_the_first_hospital,
    confirm_the_proposed_unit,
    open_from_list,
    request_transfer,
)

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

OF_RETURN = ("no_higher_level", "stable_for_return", "place_ready", "plan_shared")


async def press(screen: Screen, *steps: str) -> None:
    """The large button, once for each of these steps."""
    for step in steps:
        await expect(screen.page.locator(f"input[name=step][value={step}]")).to_be_attached()
        await screen.page.locator("button.huge").click()
        await screen.page.wait_for_load_state()


async def confirm_and_ask_back(intensivist: Screen, demo: str) -> str:
    """The receiving team confirms, and later asks to send the patient back: its number."""
    page = intensivist.page
    await page.goto(f"{demo}/answers")
    followed = page.locator("section", has_text="Pacients rebuts")
    await expect(followed).to_contain_text("Falta que el receptor confirmi")
    await intensivist.picture()
    await followed.get_by_role("link").first.click()
    await page.get_by_role("button", name="Confirmo que ens n’hem fet càrrec").click()
    await expect(page.locator("main")).to_contain_text("Confirmat pel receptor")

    await page.get_by_text("Demana el retorn").first.click()
    await page.fill("input[name=bedside]", "UCI, box 2")
    await page.fill("input[name=contact_phone]", "934978800")
    await intensivist.picture()
    await page.get_by_role("button", name="Demana el retorn").click()
    await expect(page.locator("main")).to_contain_text("Retorn des de")
    return (await page.locator("h1").inner_text()).split()[0]


async def test_patient_is_handed_over_by_both_sides_and_comes_back(demo, browser):
    doctor = await sit_down(browser, demo, "calella")
    intensivist = await sit_down(browser, demo, "uci-germans-trias")
    dispatcher = await sit_down(browser, demo, "central", at_desk=True)
    number = await request_transfer(doctor)
    await ask_the_first_hospital(doctor)
    await expect(intensivist.page.locator("main")).to_contain_text(number)
    await open_from_list(intensivist, number)
    await answer_four_of_four(intensivist)
    unit = await confirm_the_proposed_unit(dispatcher, number)
    crew = await sit_down(browser, demo, unit.lower())

    await press(crew, "notified", "en_route", "at_patient")
    await doctor.page.reload()
    await doctor.page.get_by_role("button", name="He lliurat el pacient").click()
    await expect(doctor.page.locator("main")).to_contain_text("Lliurat per l’emissor")
    await doctor.picture()
    await crew.page.reload()
    await crew.page.get_by_role("button", name="Ens fem càrrec").click()
    await expect(crew.page.locator("main")).to_contain_text(f"Dotació de {unit}")
    await crew.picture()
    await press(crew, "departed", "arrived", "handed_over")

    back = await confirm_and_ask_back(intensivist, demo)
    await doctor.page.goto(f"{demo}/requests")
    await open_from_list(doctor, back)
    for question in OF_RETURN:
        await doctor.page.check(f"input[name='answers/{question}'][value=yes]")
    await doctor.picture()
    await doctor.page.locator("button.primary").first.click()
    await expect(doctor.page.locator("h1")).to_contain_text("cceptat")
    await dispatcher.page.reload()
    row = dispatcher.page.locator("tr", has_text=back)
    await expect(row.locator(".priority")).to_contain_text("Retorn")
    await dispatcher.picture()
