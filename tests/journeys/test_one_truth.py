"""Ticks, picture and values tell different things, in three languages.

In Calella the values say shock and the ticks say sepsis: the doctor is asked on the spot, and
whether the tick is corrected or the graver confirmed, the transfer is priority 0. Another
sepsis has its unit of a nurse on the way when the doctors' page is told more: headquarters is
asked, and may only raise.
"""

import pytest
from playwright.async_api import expect

from dispatch.assessment.priority import Priority
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]

TICKS = {
    "care": "adult",
    "condition": "sepsis",
    "has_treatment_limits": "no",
    "needs/icu": "yes",
    "described/sex": "female",
}
WORDS = {
    "patient_reference": "NHC 68-001",
    "described/age": "68",
    "bedside": "Urgències, box 3",
    "contact_phone": "937690201",
}

SHOCK = {
    "sbp": "84",
    "dbp": "45",
    "lactate_mmol_l": "6",
    "norepinephrine": "0,3",
}


async def ask_with_contradicting_values(doctor, url):
    """Sepsis is ticked, vasoactives are not; noradrenaline runs, MAP 58, lactate 6."""
    page = doctor.page
    await page.goto(f"{url}/requests/new")
    for name, value in TICKS.items():
        await page.check(f"input[name='{name}'][value={value}]")
    for name, words in WORDS.items():
        await page.fill(f"input[name='{name}']", words)
    for fold in await page.locator("details.more > summary").all():
        await fold.click()
    await page.fill("input[name='clinical/noradrenaline_mcg_kg_min']", "0,3")
    await page.fill("input[name='clinical/lactate_mmol_l']", "6")
    await page.fill("input[name='values/sbp']", "84")
    await page.fill("input[name='values/dbp']", "45")
    await page.locator("p.send button.primary").click()


@pytest.mark.parametrize("answer", ["confirmed", "corrected"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_doctor_is_asked_on_the_spot(served, browser, language, answer):
    said = catalogue(language)
    doctor = await sit_down(browser, served.url, "calella", language=language)
    page = doctor.page
    doctor.name += f"-{answer}"
    await ask_with_contradicting_values(doctor, served.url)
    question = page.locator("#f-confirms_graver-fault")
    await expect(question).to_contain_text(
        said.say("refused-told_otherwise", {"rule": "vasoactives_running"})
    )
    await expect(page.locator("input[name='values/sbp']")).to_have_value("84")
    assert not (await served.world.board()).transfers
    await doctor.picture()

    if answer == "confirmed":
        await page.check("input[name=confirms_graver]")
    else:
        await page.check("input[name='needs/vasoactives']")
    await page.locator("p.send button.primary").click()
    await page.wait_for_url(lambda url: "/requests/new" not in url)
    await expect(page.locator("main")).to_contain_text(said.say("priority-P0"))
    await doctor.picture()
    (transfer,) = (await served.world.board()).transfers.values()
    assert (transfer.priority, transfer.needs.vasoactives) == (Priority.ZERO, True)


async def tell_ventilation(doctor, url, transfer_id):
    """The referring doctor ticks it on the page of the patient's change."""
    page = doctor.page
    await page.goto(f"{url}/requests/{transfer_id}/condition")
    await page.check("input[name='needs/ventilation']")
    await page.locator("form#fill button.primary").click()
    await page.wait_for_url(lambda now: "done=condition" in now)


async def record_shock(intensivist, url, transfer_id):
    """Values of a shock, on the page that the doctors share."""
    page = intensivist.page
    await page.goto(f"{url}/shared/{transfer_id}/values")
    await page.check("input[name='values/infection_suspected'][value=yes]")
    for name, value in SHOCK.items():
        await page.fill(f"input[name='values/{name}']", value)
    await page.locator("form#fill button.primary").click()
    await page.wait_for_url(lambda now: "done=values" in now)


def asked(page, said, kind):
    """The block of one decision."""
    name = said.say(f"decision-{kind}")
    return page.locator(".decision", has=page.locator("h3", has_text=name))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_values_recorded_on_the_way_are_decided(served, browser, language):
    world, said = served.world, catalogue(language)
    transfer_id = await world.brought_to(Stage.EN_ROUTE, unit_id="SVI-01")
    number = (await world.transfer(transfer_id)).number
    desk = await sit_down(browser, served.url, "central", language=language, at_desk=True)
    await desk.page.goto(f"{served.url}/console")
    row = desk.page.locator("tr", has_text=number)
    await expect(row).to_contain_text("3 h")
    await expect(row.locator(".decision-mark")).to_have_count(0)

    doctor = await sit_down(browser, served.url, "calella", language=language)
    await tell_ventilation(doctor, served.url, transfer_id)
    await doctor.picture()
    intensivist = await sit_down(browser, served.url, "uci-mataro", language=language)
    await record_shock(intensivist, served.url, transfer_id)
    await intensivist.picture()
    await doctor.page.reload()
    await expect(doctor.page.locator("section.warning")).to_contain_text(
        [said.say("decision-graver_known"), said.say("decision-unit_below_needs")]
    )
    await doctor.picture()

    page = desk.page
    await expect(row.locator(".decision-mark")).to_be_visible()
    await expect(row).to_contain_text("3 h")
    await expect(page.locator(".alerts")).to_contain_text(said.say("alert-decision"))
    await row.locator("[data-open-row]").click()
    graver, below = (asked(page, said, kind) for kind in ("graver_known", "unit_below_needs"))
    await expect(graver).to_contain_text(said.say("why-told_vasoactives"))
    await expect(graver.locator("form")).to_have_count(0)
    await expect(below).to_contain_text("SVI-01")
    await desk.picture()
    await graver.get_by_role("button", name=said.say("decision-go-priority")).click()
    raising = page.locator("[data-part=priority]")
    await raising.locator("input[name=reason]").fill("lactat 6")
    await desk.picture()
    await raising.locator("form button").last.click()
    await expect(graver).to_have_count(0)
    await expect(row).to_contain_text("P0")
    await below.locator("summary").click()
    await below.locator("input[name=reason]").fill("SVA-02, 40 min")
    await below.locator("form button").last.click()
    await expect(below).to_have_count(0)
    await desk.picture()
    assert (await world.transfer(transfer_id)).priority is Priority.ZERO
