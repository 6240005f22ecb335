"""A crew near Calella raises a pre-alert; Calella expects the patient, confirms, and asks for a
transfer that already knows what the crew said. The dispatcher sees all of it, beside the queue.
"""

import re

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


async def crew_fills_in_what_it_sees(page):
    """Fast breath, fast pulse and low oxygen in somebody with a cough and fever."""
    await page.goto(f"{page.url.split('/mission')[0]}/mission")
    await page.get_by_role("link", name="Prealertes").click()
    await page.get_by_role("link", name="Prealerta d’adult").click()
    await page.locator("input[name='values/infection_suspected'][value=yes]").check()
    for key, value in (("rr", "28"), ("spo2", "89"), ("hr", "124"), ("sbp", "104")):
        await page.fill(f"input[name='values/{key}']", value)
    await page.select_option("select[name=municipality]", "Calella")
    await page.fill("input[name=eta_min]", "12")
    await page.fill("input[name=callback_phone]", "600 123 123")


async def doctor_asks_for_the_transfer(page):
    """What the crew measured is there; what the doctor must state is not."""
    await page.get_by_role("link", name="Demana el trasllat").click()
    await expect(page.locator("input[name='clinical/heart_rate_bpm']")).to_have_value("124")
    await expect(page.locator("input[name='clinical/spo2_pct']")).to_have_value("89")
    await expect(page.locator("input[name=condition]:checked")).to_have_count(0)
    for name, value in (
        ("condition", "sepsis"),
        ("has_treatment_limits", "no"),
        ("needs/icu", "yes"),
    ):
        await page.locator(f"input[name='{name}'][value='{value}']").check()
    await page.fill("input[name=patient_reference]", "NHC 4711")
    await page.check("input[name='described/sex'][value=female]")
    await page.fill("input[name='described/age']", "60")
    await page.fill("input[name=bedside]", "Urgències, box 2")
    await page.fill("input[name=contact_phone]", "93 769 02 01")
    await page.get_by_role("button", name="Envia la sol·licitud").click()
    await page.wait_for_url(re.compile(r"/requests/[^/]+\?done=requested"))


async def test_crew_hospital_and_desk_share_one_pre_alert(served, browser):
    world = served.world
    desk = await sit_down(browser, served.url, "central", at_desk=True)
    doctor = await sit_down(browser, served.url, "calella")
    crew = await sit_down(browser, served.url, "sva-01")

    await crew_fills_in_what_it_sees(crew.page)
    await crew.picture()
    await crew.page.get_by_role("button", name="Envia la prealerta").click()
    await expect(crew.page.locator("h1")).to_contain_text("pendent de rebuda", ignore_case=True)
    await expect(crew.page.locator("main")).to_contain_text(
        "Hospital Comarcal Sant Jaume de Calella"
    )
    await crew.picture()

    coming = doctor.page.locator("#pre-alerts")
    await expect(coming).to_contain_text("PRE-1001")
    await expect(coming).to_contain_text("Signes de fallada d’òrgan")
    await doctor.picture()
    await coming.get_by_role("link").click()
    await expect(doctor.page.locator("main")).to_contain_text("hipòxia")
    await expect(doctor.page.locator("main")).to_contain_text("en queden 1")
    await doctor.picture()

    await desk.page.get_by_role("button", name="Prealertes").click()
    row = desk.page.locator("[data-pre-alert='PRE-1001']")
    await expect(row).to_contain_text("pendent de rebuda")
    await expect(row).not_to_contain_text("hipòxia")
    await expect(desk.page.locator("#queue tbody tr")).to_have_count(0)

    await doctor.page.get_by_role("button", name="Rebuda: l’esperem").click()
    await expect(crew.page.locator("h1")).to_contain_text("rebuda", ignore_case=True)
    await expect(crew.page.locator(".awaited")).to_contain_text("Calella")
    await expect(row).to_contain_text("rebuda")
    await desk.picture()

    await doctor.page.get_by_role("button", name="Ha arribat i es confirma").click()
    await expect(crew.page.locator("h1")).to_contain_text("confirmada", ignore_case=True)
    await expect(row).to_have_count(0)
    await doctor.picture()

    await doctor_asks_for_the_transfer(doctor.page)
    await doctor.picture()
    (transfer,) = (await world.board()).transfers.values()
    await expect(desk.page.locator("#queue tbody tr")).to_contain_text([transfer.number])
    (pre_alert,) = (await world.hq.log.read_changes(0)).pre_alerts
    assert pre_alert.transfer_id == transfer.transfer_id
