"""A sepsis in Calella turns to shock while it waits: two doctors, one page, a board that moves.

The doctor in Calella records the bundle on a telephone; the intensivist of Germans Trias sees
the same page and records that the patient got worse; headquarters sees priority 0. In three
languages.
"""

import pytest
from playwright.async_api import expect

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]

VALUES = {
    "values/sbp": "84",
    "values/dbp": "46",
    "values/rr": "26",
    "values/hr": "124",
    "values/gcs": "14",
    "values/temp_c": "38,9",
    "values/lactate_mmol_l": "4,4",
    "values/platelets_10e9_l": "92",
    "values/creatinine_mg_dl": "2,2",
}


async def record(page, step, **values):
    """One step of the bundle, by its link and its form."""
    await page.locator(f'.bundle a[href$="/bundle/{step}"]').click()
    for name, value in values.items():
        await page.fill(f'input[name="reading/{name}"]', value)
    await page.locator("form#fill button.primary").click()
    await expect(page.locator(".done[role=status]")).to_be_visible()


def step_of(page, said, step):
    """The line of one step of the bundle."""
    return page.locator(".bundle li", has_text=said.say(f"bundle_step-{step}"))


async def record_the_bundle(doctor, url, transfer_id, said):
    """From the doctor's own page to the shared one; the weight is asked with the volume."""
    page = doctor.page
    await page.goto(f"{url}/requests/{transfer_id}")
    await page.get_by_role("link", name=said.say("care-open-shared")).click()
    await expect(page.locator("h1")).to_contain_text(said.say("care-shared"))
    await record(page, "cultures")
    await record(page, "antibiotic")
    await record(page, "lactate", lactate_mmol_l="4,4")
    await record(page, "fluids", fluids_ml="1000", weight_kg="70")
    fluids = step_of(page, said, "fluids")
    await expect(fluids).to_contain_text("2100 mL")
    await expect(fluids).to_contain_text(said.say("bundle-doubt-volume_short"))
    cultures = step_of(page, said, "cultures")
    await expect(cultures).to_contain_text(said.say("bundle-state-done"))
    await doctor.picture()


async def record_values(doctor, said):
    page = doctor.page
    await page.get_by_role("link", name=said.say("care-enter-values")).click()
    await page.check('input[name="values/infection_suspected"][value=yes]')
    for name, value in VALUES.items():
        await page.fill(f'input[name="{name}"]', value)
    await doctor.picture()
    await page.locator("form#fill button.primary").click()
    for name in ("SOFA", "qSOFA", "SIRS", "NEWS2"):
        await expect(page.locator("ul.assessed")).to_contain_text(name)
    await doctor.picture()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_sepsis_turns_to_shock_while_it_waits(served, browser, language):
    world, said = served.world, catalogue(language)
    raised = said.say("care-raised-meanwhile")
    transfer_id = await world.brought_to(Stage.ASKED)
    transfer = await world.transfer(transfer_id)
    desk = await sit_down(browser, served.url, "central", language=language, at_desk=True)
    row = desk.page.locator("tr", has_text=transfer.number)
    await expect(row).to_contain_text("3 h")

    doctor = await sit_down(browser, served.url, "calella", language=language)
    await record_the_bundle(doctor, served.url, transfer_id, said)
    await record_values(doctor, said)

    other = await sit_down(
        browser, served.url, f"uci-{transfer.asked}", language=language, at_desk=True
    )
    page = other.page
    await page.goto(f"{served.url}/shared/{transfer_id}")
    antibiotic = step_of(page, said, "antibiotic")
    await expect(antibiotic).to_contain_text("Calella")
    await other.picture()
    await page.get_by_role("link", name=said.say("care-worse")).first.click()
    await page.check("input[name=condition][value=septic_shock]")
    await page.locator("form#fill button.primary").click()
    await expect(page.locator("main")).to_contain_text(raised)

    await expect(row).to_contain_text("P0")
    await desk.picture()
    await doctor.page.reload()
    await expect(doctor.page.locator("main")).to_contain_text(raised)
    assert (await world.transfer(transfer_id)).upgraded
