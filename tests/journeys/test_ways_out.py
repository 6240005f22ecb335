"""What turns out otherwise, in a real Chromium: a yes taken back, a yes denied, the wrong
button, a nearer hospital, a death on the road.
"""

import pytest
from playwright.async_api import expect

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.move_on import move_on
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import PersonId
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.stage import Stage
from tests.builders import ALL_YES, dispatcher, intensivist
from tests.desk_world import by
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


async def test_yes_taken_back_and_another_with_the_first_clock(served, browser):
    world = served.world
    transfer_id = await world.brought_to(Stage.AT_PATIENT)
    first_at = (await world.transfer(transfer_id)).milestones.agreed_at
    icu = await sit_down(browser, served.url, "uci-mataro")
    await icu.page.goto(f"{served.url}/answers/{transfer_id}")
    await icu.page.get_by_text("Retirar l’acord").click()
    await icu.page.locator("input[name=reason][value=no_bed]").check()
    await icu.picture()
    await icu.page.get_by_role("button", name="Retira l’acord").click()
    await expect(icu.page.locator(".done")).to_contain_text("Acord retirat")

    crew = await sit_down(browser, served.url, "sva-01")
    await expect(crew.page.locator("main")).to_contain_text("No sortiu")
    await crew.picture()
    doctor = await sit_down(browser, served.url, "calella")
    await doctor.page.goto(f"{served.url}/requests/{transfer_id}")
    await expect(doctor.page.locator("main")).to_contain_text("ha retirat l’acord")
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
    await expect(crew.page.locator("main")).not_to_contain_text("No sortiu")
    await crew.picture()


async def test_crew_takes_back_a_step_diverts_and_tells_a_death(served, browser):
    world = served.world
    transfer_id = await world.brought_to(Stage.ARRIVED)
    crew = await sit_down(browser, served.url, "sva-01")
    page = crew.page
    await page.get_by_text("M’he equivocat de botó").click()
    await page.locator("form[action$=step-back] input[name=reason]").fill("Encara no")
    await crew.picture()
    await page.get_by_role("button", name="Desfés el pas").click()
    await expect(page.locator(".done")).to_contain_text("Pas desfet")
    assert (await world.transfer(transfer_id)).stage is Stage.DEPARTED

    await page.get_by_text("Anem a un altre hospital").click()
    await page.select_option("select[name=hospital]", "sant-pau")
    await page.locator("form[action$=elsewhere] input[name=why]").fill("Aturada")
    await crew.picture()
    await page.get_by_role("button", name="Hi anem").click()
    await expect(page.locator("main")).to_contain_text("Sant Pau")
    await crew.picture()

    await page.get_by_text("El pacient ha mort", exact=True).click()
    await page.locator("input[name=sure]").check()
    await crew.picture()
    await page.get_by_role("button", name="Registra la mort").click()
    await expect(page.locator(".done")).to_contain_text("Mort registrada")
    assert (await world.transfer(transfer_id)).stage is Stage.DIED


async def test_doctor_denies_an_agreement_by_telephone(served, browser):
    transfer_id = await served.world.brought_to(Stage.ASKED)
    call = PhoneCall(PersonId("person uci-mataro"), dict(ALL_YES), read_back=True)
    await agree_by_phone(served.world.hq, by(dispatcher()), transfer_id, call=call)
    icu = await sit_down(browser, served.url, "uci-mataro")
    await expect(icu.page.locator("main")).to_contain_text("Acords telefònics en nom vostre")
    await icu.picture()
    await icu.page.get_by_text("Confirmeu-lo o negueu-lo").click()
    await icu.page.get_by_text("Jo no ho vaig acceptar").click()
    await icu.page.locator("input[name=denied]").fill("Només em van demanar consell")
    await icu.page.get_by_role("button", name="Nega l’acord").click()
    await expect(icu.page.locator("main")).to_contain_text("nega l’acord telefònic")
    await icu.picture()
