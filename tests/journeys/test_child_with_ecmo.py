"""A child of three in Calella needs ECMO: four people, four screens, and nothing of adults.

Only the two centres with paediatric ECMO are proposed, and their beds are those of the
paediatric ICU. The bundle asks for the weight and gives the bolus for it; the values are those
of Phoenix, and those of an adult are refused. The paediatric team goes.
"""

import re

import pytest
from playwright.async_api import expect

from dispatch.capacity import BedKind
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.transfer.stage import Stage
from dispatch.watch.planner import Ground, look_after
from tests.builders import VALL_HEBRON, intensivist
from tests.desk_world import by
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]

QUESTIONS = ("infection", "organ_dysfunction", "no_treatment_limits", "adequate_resuscitation")
OF_THE_CHILD = {
    "values/age_months": "36",
    "values/map_mmhg": "40",
    "values/lactate_mmol_l": "5,6",
    "values/platelets_10e9_l": "80",
    "values/capillary_refill_s": "4",
    "values/hr": "170",
}


async def beds_of_vall_hebron(world):
    """Three beds free in the paediatric ICU; for adults none, which must not be shown."""
    for kind, total, used in ((BedKind.PICU, 20, 17), (BedKind.ICU, 56, 56)):
        report = BedReport(VALL_HEBRON, kind, total, used)
        await report_capacity(world.hq, by(intensivist(VALL_HEBRON)), report)


async def request_ecmo(doctor):
    """First with a value of adults, which is refused and named; then without it."""
    page = doctor.page
    await page.get_by_role("link", name=re.compile("Nova sol")).click()
    await page.check("input[name=care][value=paediatric]")
    await page.check("input[name=condition][value=septic_shock]")
    await page.check("input[name=has_treatment_limits][value=no]")
    await page.check("input[name='needs/icu'][value=yes]")
    await page.check("input[name='needs/ecmo']")
    await page.fill("input[name=patient_reference]", "NHC 3-001")
    await page.check("input[name='described/sex'][value=female]")
    await page.fill("input[name='described/age']", "3")
    await page.fill("input[name=bedside]", "Urgències, box 1")
    await page.fill("input[name=contact_phone]", "937690201")
    await page.locator("#values > summary").click()
    await page.fill("input[name='values/bilirubin_mg_dl']", "2,1")
    await page.locator(".send button.primary").click()
    await expect(page.locator("main")).to_contain_text("són d’adults")
    await doctor.picture()
    await page.fill("input[name='values/bilirubin_mg_dl']", "")
    await page.locator(".send button.primary").click()
    await page.wait_for_url(re.compile("/requests/[^/]{20,}"))
    found = re.search(r"CSI-\d+", await page.locator("h1").inner_text())
    assert found
    return found[0]


async def ask_vall_hebron(doctor):
    """Two hospitals in all Catalonia, and why not the paediatric ICU that is nearer."""
    page = doctor.page
    if await page.locator("ol.choices").count() == 0:
        await page.goto(page.url.split("?")[0] + "/hospital")
    proposed = page.locator("ol.choices > li")
    await expect(proposed).to_have_count(2)
    await expect(proposed.first).to_contain_text("Vall d'Hebron")
    await expect(proposed.first).to_contain_text("3 llits lliures")
    await expect(proposed.last).to_contain_text("Sant Joan de Déu")
    await page.locator("details.more summary", has_text="no").last.click()
    nearer = page.locator(".plainlist li", has_text="Santa Creu i Sant Pau")
    await expect(nearer).to_contain_text("SEP-2b")
    await doctor.picture()
    await proposed.first.locator("button").first.click()
    await expect(page.locator("main")).to_contain_text("Vall d'Hebron")


async def record_bundle_and_values(doctor, url, transfer_id):
    page = doctor.page
    await page.goto(f"{url}/shared/{transfer_id}")
    fluids = page.locator(".bundle li", has_text="Primer bolus")
    await expect(fluids).to_contain_text("Quant pesa el pacient?")
    await expect(page.locator(".bundle").first).not_to_contain_text("30 mL/kg")
    await doctor.picture()
    await page.locator('.bundle a[href$="/bundle/fluids"]').click()
    await page.fill('input[name="reading/fluids_ml"]', "140")
    await page.fill('input[name="reading/weight_kg"]', "14")
    await page.locator("form#fill button.primary").click()
    await expect(fluids).to_contain_text("140 mL per a aquest pes")
    await expect(fluids).to_contain_text("a partir de 560 mL")
    await expect(fluids).to_contain_text("fet a temps")

    await page.get_by_role("link", name="Registra valors").click()
    await expect(page.locator("input[name='values/bilirubin_mg_dl']")).to_have_count(0)
    await page.check('input[name="values/infection_suspected"][value=yes]')
    for name, value in OF_THE_CHILD.items():
        await page.fill(f'input[name="{name}"]', value)
    await page.locator("form#fill button.primary").click()
    scores = page.locator("ul.assessed")
    await expect(scores).to_contain_text("Phoenix")
    await expect(scores).not_to_contain_text("SOFA")
    await expect(page.locator("main")).to_contain_text("Xoc sèptic")
    await doctor.picture()


async def answer_four_of_four(icu, number):
    page = icu.page
    await page.locator("a.card", has_text=number).click()
    await expect(page.locator("main")).to_contain_text("3 llits lliures")
    await expect(page.locator("ul.assessed")).to_contain_text("Phoenix")
    for question in QUESTIONS:
        await page.check(f"input[name='answers/{question}'][value=yes]")
    await icu.picture()
    await page.locator("form#fill button.primary").first.click()
    await expect(page.locator("h1")).to_contain_text(re.compile("cceptat"))


async def test_child_who_needs_ecmo_goes_with_the_paediatric_team(served, browser):
    world = served.world
    await beds_of_vall_hebron(world)
    doctor = await sit_down(browser, served.url, "calella")
    number = await request_ecmo(doctor)
    transfer_id = next(iter((await world.board()).transfers))
    await ask_vall_hebron(doctor)
    await record_bundle_and_values(doctor, served.url, transfer_id)

    icu = await sit_down(browser, served.url, "uci-vall-hebron", at_desk=True)
    await answer_four_of_four(icu, number)
    beds = (await world.board()).beds
    assert beds[VALL_HEBRON, BedKind.PICU].held == 1
    assert beds[VALL_HEBRON, BedKind.ICU].held == 0

    await look_after(world.hq, Ground())
    dispatcher = await sit_down(browser, served.url, "central", at_desk=True)
    desk = dispatcher.page
    row = desk.locator("tr", has_text=number)
    await row.locator("[data-open-row]").click()
    await expect(desk.locator("[data-accept]")).to_have_text("Assigna PED-01")
    await dispatcher.picture()
    await desk.keyboard.press("a")
    await desk.keyboard.press("Enter")
    await expect(row).to_contain_text("PED-01")
    await dispatcher.picture()
    transfer = await world.transfer(transfer_id)
    assert (transfer.stage, transfer.unit_id) == (Stage.ASSIGNED, "PED-01")
