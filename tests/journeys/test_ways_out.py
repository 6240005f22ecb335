"""What turns out otherwise, in a real Chromium: a yes taken back, a yes denied, the wrong
button, a nearer hospital, a death on the road; in three languages.
"""

import pytest
from playwright.async_api import expect

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.move_on import move_on
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.report_course import report_course
from dispatch.desk.withdraw_request import withdraw_request
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import PersonId
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.stage import Stage
from tests.builders import ALL_YES, crew, dispatcher, intensivist, referring_doctor
from tests.desk_world import by
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_yes_taken_back_and_another_with_the_first_clock(served, browser, language):
    world, say = served.world, catalogue(language).say
    transfer_id = await world.brought_to(Stage.AT_PATIENT)
    first_at = (await world.transfer(transfer_id)).milestones.agreed_at
    icu = await sit_down(browser, served.url, "uci-mataro", language=language)
    await icu.page.goto(f"{served.url}/answers/{transfer_id}")
    await icu.page.locator("summary", has_text=say("page-withdraw")).click()
    await icu.page.locator("input[name=reason][value=no_bed]").check()
    await icu.picture()
    await icu.page.get_by_role("button", name=say("page-withdraw-send")).click()
    await expect(icu.page.locator(".done")).to_contain_text(say("page-done-withdrawn"))

    crew = await sit_down(browser, served.url, "sva-01", language=language)
    await expect(crew.page.locator("main")).to_contain_text(say("page-no-receiver"))
    await crew.picture()
    doctor = await sit_down(browser, served.url, "calella", language=language)
    await doctor.page.goto(f"{served.url}/requests/{transfer_id}")
    await expect(doctor.page.locator("main")).to_contain_text(say("decision-receiver_withdrew"))
    await doctor.picture()

    await propose_hospitals(world.hq, by(HEADQUARTERS), transfer_id)
    await move_on(world.hq, by(HEADQUARTERS), transfer_id)
    asked = (await world.transfer(transfer_id)).asked
    assert asked not in {None, "mataro"}
    world.clock.forward(4)
    await answer_checklist(world.hq, by(intensivist(asked)), transfer_id, answers=ALL_YES)
    transfer = await world.transfer(transfer_id)
    assert transfer.agreement.hospital == asked
    assert transfer.milestones.agreed_at == first_at
    await crew.page.reload()
    await expect(crew.page.locator("main")).not_to_contain_text(say("page-no-receiver"))
    await crew.picture()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_crew_takes_back_a_step_diverts_and_tells_a_death(served, browser, language):
    world, say = served.world, catalogue(language).say
    transfer_id = await world.brought_to(Stage.ARRIVED)
    crew = await sit_down(browser, served.url, "sva-01", language=language)
    page = crew.page
    await page.locator("summary", has_text=say("page-step-back")).click()
    await page.locator("form[action$=step-back] input[name=reason]").fill("Encara no")
    await crew.picture()
    await page.get_by_role("button", name=say("page-step-back-send")).click()
    await expect(page.locator(".done")).to_contain_text(say("page-done-step-back"))
    assert (await world.transfer(transfer_id)).stage is Stage.DEPARTED

    await page.locator("summary", has_text=say("page-elsewhere")).click()
    await page.select_option("select[name=hospital]", "sant-pau")
    await page.locator("form[action$=elsewhere] input[name=why]").fill("Aturada")
    await crew.picture()
    await page.get_by_role("button", name=say("page-elsewhere-send")).click()
    await expect(page.locator("main")).to_contain_text("Sant Pau")
    await crew.picture()

    await page.locator("summary", has_text=say("page-death")).click()
    await page.locator("input[name=sure]").check()
    await crew.picture()
    await page.get_by_role("button", name=say("page-death-send")).click()
    await expect(page.locator(".done")).to_contain_text(say("page-done-death"))
    assert (await world.transfer(transfer_id)).stage is Stage.DIED


async def test_notice_of_what_was_done_stays_while_the_page_renews_itself(served, browser):
    world, say = served.world, catalogue("ca").say
    transfer_id = await world.brought_to(Stage.ARRIVED)
    page = (await sit_down(browser, served.url, "sva-01")).page
    await page.clock.set_fixed_time(0)  # the notice has all the time of the machine
    await page.reload()
    await page.locator("summary", has_text=say("page-step-back")).click()
    await page.locator("form[action$=step-back] input[name=reason]").fill("Encara no")
    await page.get_by_role("button", name=say("page-step-back-send")).click()
    done = page.locator(".done")
    await expect(done).to_contain_text(say("page-done-step-back"))
    sender = by(referring_doctor())
    await withdraw_request(world.hq, sender, transfer_id, reason="limits")
    await expect(page.locator("main")).to_contain_text(say("decision-request_withdrawn"))
    await expect(done).to_be_visible()
    await page.clock.set_fixed_time(60_000)
    await report_course(world.hq, by(crew()), transfer_id, course="worse", note="MAP 45")
    await expect(page.locator("main")).to_contain_text(say("decision-patient_worse"))
    await expect(done).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_doctor_denies_an_agreement_by_telephone(served, browser, language):
    say = catalogue(language).say
    transfer_id = await served.world.brought_to(Stage.ASKED)
    call = PhoneCall(PersonId("person uci-mataro"), dict(ALL_YES), read_back=True)
    await agree_by_phone(served.world.hq, by(dispatcher()), transfer_id, call=call)
    icu = await sit_down(browser, served.url, "uci-mataro", language=language)
    await expect(icu.page.locator("main")).to_contain_text(say("page-named"))
    await icu.picture()
    await icu.page.get_by_text(say("page-named-go")).click()
    await icu.page.locator("summary", has_text=say("page-dispute")).click()
    await icu.page.locator("input[name=denied]").fill("Només em van demanar consell")
    await icu.page.get_by_role("button", name=say("page-dispute-send")).click()
    await expect(icu.page.locator("main")).to_contain_text(say("decision-agreement_disputed"))
    await icu.picture()
