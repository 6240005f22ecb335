"""Nobody answers, the coordinating doctor telephones, the intensivist confirms; and elsewhere a
full ICU sends the request on by itself. In a real Chromium, at a console and at a phone.
"""

import pytest
from playwright.async_api import expect

from dispatch.assessment import Condition
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from dispatch.watch import escalation
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_agreement_by_telephone_when_nobody_answers(served, browser, language):
    world, say = served.world, catalogue(language).say
    names = {"recorder": "Coordinacio", "person": "person uci-mataro"}
    unconfirmed = say("phone-unconfirmed", names)
    confirmed, _ = say("phone-confirmed", {**names, "time": "#"}).split("#")
    shock = await world.brought_to(Stage.ASKED, "NHC shock", condition=Condition.SEPTIC_SHOCK)
    number = (await world.transfer(shock)).number
    doctor = await sit_down(browser, served.url, "coordinacio", language=language, at_desk=True)
    desk = doctor.page
    await desk.locator("tr", has_text=number).locator("[data-open-row]").click()
    asking = desk.locator(".asking")
    await expect(asking).to_contain_text(say("rung-repeat"))
    await expect(desk.locator(".supporting")).to_contain_text(say("clinical-lactate_mmol_l"))

    world.clock.forward(15)
    await escalation.look_after(world.hq)
    await expect(asking).to_contain_text(say("rung-head"))
    await expect(asking).to_contain_text(say("escalation-end"))
    await expect(desk.locator(".alerts")).to_contain_text(say("alert-unanswered"))
    await doctor.picture()

    await asking.locator("summary").first.click()
    await asking.locator(".phone-agreement select[name=doctor_id]").select_option(
        "person uci-mataro"
    )
    for question in await asking.locator("fieldset").all():
        await question.locator("input[value=yes]").check()
    await doctor.picture()
    await asking.locator(".phone-agreement button[type=submit]").click()
    assert (await world.transfer(shock)).stage is Stage.ASKED, "not without the read-back"
    await asking.locator("input[name=read_back]").check()
    await asking.locator(".phone-agreement button[type=submit]").click()
    await expect(desk.locator(".detail")).to_contain_text(unconfirmed)
    written = desk.locator(".timeline li", has_text=say("event-by-phone", names))
    await expect(written).to_contain_text(say("event-phone-unconfirmed"))
    assert (await world.transfer(shock)).stage is Stage.ACCEPTED
    await doctor.picture()

    icu = await sit_down(browser, served.url, "uci-mataro", language=language)
    await expect(icu.page.locator("main")).to_contain_text(unconfirmed)
    await icu.page.locator("a.card", has_text=number).first.click()
    await icu.picture()
    await icu.page.locator("form[action$=confirm] button").click()
    await expect(icu.page.locator(".done")).to_contain_text(say("page-done-confirmed"))
    await expect(desk.locator(".detail")).to_contain_text(confirmed)
    await expect(written).to_contain_text(say("event-phone-confirmed"))
    await icu.picture()


async def test_counter_offer_moves_the_request_on(served, browser):
    world = served.world
    sepsis = await world.brought_to(Stage.ASKED, "NHC sepsis")
    number = (await world.transfer(sepsis)).number
    icu = await sit_down(browser, served.url, "uci-mataro")
    await icu.page.locator("a.card", has_text=number).click()
    await icu.picture()
    await icu.page.locator("details.offer summary").click()
    await icu.page.locator("input[name=kind][value=after_resuscitation]").check()
    await icu.picture()
    await icu.page.locator("details.offer button").click()
    await expect(icu.page.locator(".done")).to_contain_text("Contraoferta enviada")
    await expect(icu.page.locator("main")).not_to_contain_text(number)

    await escalation.look_after(world.hq)
    moved = await world.transfer(sepsis)
    assert (moved.stage, moved.asked) == (Stage.ASKED, moved.candidates[1].hospital)
    dispatcher = await sit_down(browser, served.url, "central", at_desk=True)
    desk = dispatcher.page
    await desk.locator("tr", has_text=number).locator("[data-open-row]").click()
    await expect(desk.locator(".detail")).to_contain_text("després de la ressuscitació")
    await desk.locator(".tabs button", has_text="Guàrdies").click()
    await expect(desk.locator(".side")).to_contain_text("primer intensivista")
    await dispatcher.picture()


async def test_intensivist_writes_the_roster(served, browser):
    icu = await sit_down(browser, served.url, "uci-mataro")
    await icu.page.locator("a", has_text="Llista de guàrdia").click()
    await icu.page.locator("input[name=post][value=second]").check()
    await icu.page.locator("input[name=ends_at]").fill("2026-11-23T08:00")
    await icu.page.locator("#fill button.primary").click()
    await expect(icu.page.locator(".done")).to_contain_text("Llista de guàrdia actualitzada")
    await expect(icu.page.locator("main")).to_contain_text("segon intensivista")
    await icu.picture()
