"""A unit breaks down between Calella and Badalona, with the patient on board.

The crew asks for another unit with one button and stays; the desk is alerted and sends the
second one to the roadside; its crew takes over there and brings the patient.
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
from tests.journeys.test_handover_and_return import press

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


async def say_that_the_unit_fails(crew: Screen) -> None:
    """From the device of a crew without a position: the place is written."""
    page = crew.page
    await page.get_by_text("La unitat no pot continuar").click()
    await page.fill("form[action='/mission/failure'] input[name=reason]", "Avaria del motor")
    await page.fill("input[name=lat]", "41,58")
    await page.fill("input[name=lon]", "2,55")
    await crew.picture()
    await page.get_by_role("button", name="Demana una altra unitat").click()
    await expect(page.locator("main")).to_contain_text("Quedeu-vos amb el pacient")
    await crew.picture()


async def take_over_on_the_road(rescue: Screen, first: str, second: str) -> None:
    """The first crew answers until the second one says that it has taken over."""
    main = rescue.page.locator("main")
    await expect(rescue.page.locator("a[href^='geo:41.58,2.55']")).to_be_visible()
    await expect(main).to_contain_text(f"amb la dotació de {first}")
    await rescue.picture()
    await press(rescue, "notified", "en_route", "at_patient")
    await expect(main).to_contain_text(f"Dotació de {first}")
    await rescue.page.get_by_role("button", name="Ens fem càrrec").click()
    await expect(main).to_contain_text(f"Dotació de {second}")


async def test_unit_fails_on_the_road_and_another_brings_the_patient(demo, browser):
    doctor = await sit_down(browser, demo, "calella")
    intensivist = await sit_down(browser, demo, "uci-germans-trias")
    dispatcher = await sit_down(browser, demo, "central", at_desk=True)
    number = await request_transfer(doctor)
    await ask_the_first_hospital(doctor)
    await expect(intensivist.page.locator("main")).to_contain_text(number)
    await open_from_list(intensivist, number)
    await answer_four_of_four(intensivist)
    first = await confirm_the_proposed_unit(dispatcher, number)
    crew = await sit_down(browser, demo, first.lower())
    await press(crew, "notified", "en_route", "at_patient", "departed")

    await say_that_the_unit_fails(crew)
    alerts = dispatcher.page.locator(".alerts")
    await expect(alerts).to_contain_text("Unitat avariada amb el pacient")
    await doctor.page.reload()
    await expect(doctor.page.locator("main")).to_contain_text(f"{first} ha fallat")
    await expect(doctor.page.locator("main")).to_contain_text(f"Dotació de {first}")
    await doctor.picture()

    second = await confirm_the_proposed_unit(dispatcher, number)
    assert second != first
    await expect(dispatcher.page.locator("main")).to_contain_text("41.5800, 2.5500")
    await crew.page.reload()
    await expect(crew.page.locator("main")).to_contain_text(f"fins que {second}")

    rescue = await sit_down(browser, demo, second.lower())
    await take_over_on_the_road(rescue, first, second)
    await crew.page.reload()
    await expect(crew.page.locator("main")).not_to_contain_text(number)
    await press(rescue, "departed", "arrived", "handed_over")
    await intensivist.page.goto(f"{demo}/answers")
    await expect(intensivist.page.locator("main")).to_contain_text(number)
