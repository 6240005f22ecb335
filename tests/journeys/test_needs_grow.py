"""The patient needs more than the hospital has, before and after its yes, in three languages.

A child is asked for at a paediatric SEP-2a, then needs ECMO: the question is withdrawn and both
the doctor and headquarters read why. An adult has been accepted by a SEP-2a when the focus
turns out to need a SEP-2b: the board asks for a decision, the first clock goes on, and another
hospital agrees without anything being cancelled.
"""

import pytest
from playwright.async_api import expect

from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.network import Care
from dispatch.transfer.stage import Stage
from tests.builders import ALL_YES, GERMANS_TRIAS, MATARO, SANT_PAU, dispatcher, intensivist
from tests.desk_world import by
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


async def add_need(doctor, served, transfer_id, need):
    """The doctor ticks one need more on the page of the patient's change."""
    page = doctor.page
    await page.goto(f"{served.url}/requests/{transfer_id}/condition")
    await page.check(f"input[name='needs/{need}']")
    await page.locator("form#fill button.primary").click()
    await page.wait_for_url(lambda url: "done=condition" in url)


async def opened_at_the_desk(browser, served, language, number):
    """Headquarters sees the mark in the row and opens it."""
    desk = await sit_down(browser, served.url, "central", language=language, at_desk=True)
    page = desk.page
    await page.goto(f"{served.url}/console")
    row = page.locator("tr", has_text=number)
    await expect(row.locator(".decision-mark")).to_be_visible()
    await row.locator("[data-open-row]").click()
    return desk


@pytest.mark.parametrize("language", LANGUAGES)
async def test_question_is_withdrawn_when_the_child_needs_ecmo(served, browser, language):
    world, said = served.world, catalogue(language)
    transfer_id = await world.opened(care=Care.PAEDIATRIC)
    await ask_hospital(world.hq, by(dispatcher()), transfer_id, hospital=SANT_PAU)
    number = (await world.transfer(transfer_id)).number
    doctor = await sit_down(browser, served.url, "calella", language=language)
    await add_need(doctor, served, transfer_id, "ecmo")
    notice = doctor.page.locator("section.warning")
    await expect(notice).to_contain_text(said.say("decision-question_withdrawn"))
    await expect(notice).to_contain_text("SEP-2b")
    await doctor.picture()

    desk = await opened_at_the_desk(browser, served, language, number)
    asked = desk.page.locator(".decision")
    await expect(asked).to_contain_text(said.say("decision-question_withdrawn"))
    await expect(asked).to_contain_text("SEP-2b")
    await desk.picture()
    assert (await world.transfer(transfer_id)).stage is Stage.REQUESTED


@pytest.mark.parametrize("language", LANGUAGES)
async def test_needs_beyond_the_hospital_are_decided_without_cancelling(
    served, browser, language
):
    world, said = served.world, catalogue(language)
    transfer_id = await world.brought_to(Stage.ACCEPTED)
    first = await world.transfer(transfer_id)
    assert first.agreement is not None
    assert first.agreement.hospital == MATARO
    world.clock.forward(12)
    doctor = await sit_down(browser, served.url, "calella", language=language)
    await add_need(doctor, served, transfer_id, "complex_source_control")
    title = said.say("decision-needs_exceed_hospital")
    await expect(doctor.page.locator("section.warning")).to_contain_text(title)
    await doctor.picture()
    await doctor.page.get_by_role("link", name=said.say("page-ask-another")).click()
    proposed = doctor.page.locator("ol.choices > li")
    await expect(proposed.first).to_contain_text("Germans Trias")
    shown = doctor.page.locator("ol.choices").first
    await expect(shown).not_to_contain_text("Hospital de Mataró")
    await doctor.picture()

    desk = await opened_at_the_desk(browser, served, language, first.number)
    asked = desk.page.locator(".decision")
    await expect(asked).to_contain_text(title)
    await expect(asked).to_contain_text("SEP-2b")
    await desk.picture()
    await asked.get_by_role("button", name=said.say("decision-go-hospitals")).click()
    nearest = desk.page.locator("[data-part=hospitals] .option.first")
    await expect(nearest).to_contain_text("Germans Trias")
    await nearest.locator("input[name=reason]").fill("Mataró lacks what is needed")
    await nearest.locator("button").click()
    await expect(nearest).to_contain_text(said.say("asked-now"))
    await desk.picture()
    command = by(intensivist(GERMANS_TRIAS))
    await answer_checklist(world.hq, command, transfer_id, answers=ALL_YES)
    await expect(asked).to_have_count(0)
    await desk.picture()
    after = await world.transfer(transfer_id)
    assert after.agreement is not None
    assert after.agreement.hospital == GERMANS_TRIAS
    assert after.milestones.agreed_at == first.milestones.agreed_at
    assert (await world.held(MATARO), await world.held(GERMANS_TRIAS)) == (0, 1)
