"""No screen worked for an hour: what was agreed on paper is entered with its times."""

import pytest
from playwright.async_api import expect

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


async def speak(screen, url, language):
    await screen.page.context.add_cookies(
        [{"name": "csi_language", "value": language, "url": url}]
    )
    await screen.page.reload()


async def fill_request(desk):
    await desk.select_option("select[name=referring]", "calella")
    await desk.fill("input[name=doctor]", "Dra. Pi")
    await desk.fill("input[name=written_at]", "2026-11-22T13:05")
    for name, value in {
        "care": "adult",
        "condition": "septic_shock",
        "has_treatment_limits": "no",
        "needs/icu": "yes",
        "described/sex": "female",
    }.items():
        await desk.check(f"input[name='{name}'][value={value}]")
    await desk.fill("input[name=patient_reference]", "NHC 12")
    await desk.fill("input[name='described/age']", "68")
    await desk.fill("input[name=bedside]", "Box 2")
    await desk.fill("input[name=contact_phone]", "93 769 02 01")


async def see_it_marked(screen, row, number, said):
    desk = screen.page
    await expect(row.locator(".paper-mark")).to_have_text(f"✎ {said('papers-mark')}")
    await expect(desk.locator(".papers-band button", has_text=number)).to_be_visible()
    await expect(desk.locator(".alert")).to_have_count(0)
    await screen.picture()


async def agree_as_the_paper_says(desk):
    asking = desk.locator(".asking")
    await asking.locator("summary").first.click()
    await asking.locator(".phone-agreement select[name=doctor_id]").select_option(
        "person uci-mataro"
    )
    for question in await asking.locator("fieldset").all():
        await question.locator("input[value=yes]").check()
    await asking.locator("input[name=read_back]").check()
    await asking.locator(".phone-agreement button[type=submit]").click()
    await expect(desk.locator(".timeline")).to_contain_text("13:10")


async def say_that_was_all(screen, row, said):
    desk = screen.page
    await expect(desk.locator(".papers")).to_contain_text(said("papers-title"))
    await desk.locator(".papers").scroll_into_view_if_needed()
    await screen.picture()
    await desk.locator(".papers button", has_text=said("papers-all")).click()
    await expect(desk.locator(".papers")).to_have_count(0)
    await expect(row.locator(".paper-mark")).to_have_count(0)
    await expect(desk.locator(".papers-band")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_request_and_agreement_are_entered_from_paper(served, browser, language):
    world, said = served.world, catalogue(language).say
    world.clock.forward(90)
    screen = await sit_down(browser, served.url, "central", at_desk=True)
    desk = screen.page
    screen.name = f"paper-{language}"
    await speak(screen, served.url, language)

    await desk.locator("a", has_text=said("late-request")).click()
    await fill_request(desk)
    await screen.picture()
    await desk.locator("button.primary.wide").last.click()
    await desk.wait_for_url("**/console/")
    (transfer_id,) = (await world.board()).transfers
    number = (await world.transfer(transfer_id)).number
    row = desk.locator("tr", has_text=number)
    await see_it_marked(screen, row, number, said)

    await desk.locator("tr", has_text=number).locator("[data-open-row]").click()
    await desk.locator("footer button", has_text=said("late-enter")).click()
    await desk.fill("dialog input[name=written_at]", "2026-11-22T13:10")
    await screen.picture()
    await desk.locator("dialog button.primary").click()
    await expect(desk.locator(".paper-band")).to_contain_text("13:10")
    await desk.locator("[data-accept]").first.click()
    await expect(desk.locator(".asking")).to_be_visible()
    await expect(desk.locator(".timeline")).to_contain_text(said("late-mark"))
    await screen.picture()

    await agree_as_the_paper_says(desk)
    await desk.locator(".paper-band button >> nth=-1").click()
    await expect(desk.locator(".paper-band")).to_have_count(0)
    await say_that_was_all(screen, row, said)
    transfer = await world.transfer(transfer_id)
    assert transfer.stage is Stage.ACCEPTED
    assert transfer.milestones.requested_at.strftime("%H:%M") == "12:05"
    assert transfer.milestones.agreed_at.strftime("%H:%M") == "12:10"
    *entered, ended = await world.hq.log.read_events(transfer_id)
    assert all(line.is_late_entry for line in entered)
    assert (ended.is_late_entry, ended.occurred_at) == (False, world.clock())
    assert transfer.papers is None
    await screen.picture()
