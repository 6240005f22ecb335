"""A session ends under an open board: it says why, and goes on where it stood."""

import json

import pytest
from playwright.async_api import Page, expect

from dispatch.i18n import LANGUAGES, catalogue
from tests.console.room import open_board, open_context

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

say = catalogue("ca").say
UNKNOWN = "—"


@pytest.fixture
async def own(browser, people):
    """A board whose session nobody else needs."""
    context = await open_context(browser)
    page = await context.new_page()
    await context.add_cookies([{"name": "csi_language", "value": "ca", "url": people.url}])
    await page.goto(f"{people.url}/console/")
    await signs_in(page, "central")
    await page.locator("[data-open-row]").first.wait_for()
    yield page
    await context.close()


async def signs_in(page: Page, username: str) -> None:
    await page.fill("input[name=username]", username)
    await page.fill("input[name=password]", "demo")
    await page.keyboard.press("Enter")


async def sign_out_elsewhere(page: Page) -> None:
    """In another window of the same browser."""
    other = await page.context.new_page()
    await other.goto(page.url)
    await other.get_by_role("button", name=say("sign-out")).click()
    await other.locator("input[name=username]").wait_for()
    await other.close()


async def test_board_goes_on_with_what_was_being_written(own, people, shock):
    hospital = (await people.get("central", f"/api/transfers/{shock['transfer_id']}"))[
        "candidates"
    ]
    body = {"hospital": hospital[0]["hospital"], "override_reason": None}
    await people.post("central", f"/api/transfers/{shock['transfer_id']}/hospital", body)
    await own.locator("tr", has_text=shock["number"]).locator("[data-open-row]").click()
    await own.get_by_text(say("phone-agreement"), exact=True).first.click()
    yes = own.locator(".phone-agreement input[value=yes]").first
    await yes.check()
    doctor = own.locator(".phone-agreement select[name=doctor_id]")
    await doctor.select_option(index=1)
    chosen = await doctor.input_value()
    cancel = own.locator("[data-part=cancel]")
    await cancel.locator("input[name=reason]").evaluate("each => { each.value = 'a mig fer' }")
    await sign_out_elsewhere(own)
    over = own.locator("dialog.over")
    for language in (*LANGUAGES[1:], LANGUAGES[0]):
        await over.locator(f".languages [lang={language}]").click()
        await expect(over).to_contain_text(catalogue(language).say("session-over"))
    await own.keyboard.press("Escape")
    await own.keyboard.press("Escape")
    await expect(over).to_be_visible()
    new = await people.request()
    await signs_in(own, "central")
    await expect(over).to_have_count(0)
    await expect(own.locator(".link")).to_have_class("link live")
    await expect(own.locator("tr", has_text=new["number"])).to_be_visible()
    await expect(own.locator(".alert", has_text=new["number"])).to_be_visible()
    await expect(own.locator(".detail h2")).to_have_text(shock["number"])
    await expect(yes).to_be_checked()
    await expect(doctor).to_have_value(chosen)
    await expect(cancel.locator("input[name=reason]")).to_have_value("a mig fer")
    await expect(own).to_have_title(f"{say('board')} · {say('product-name')}")


async def test_another_person_gets_a_board_of_their_own(own, people, shock):
    await own.locator("tr", has_text=shock["number"]).locator("[data-open-row]").click()
    await sign_out_elsewhere(own)
    await own.locator("dialog.over").wait_for()
    await signs_in(own, "coordinacio")
    await expect(own.locator(".person")).to_contain_text("Dr. Jordi Roca")
    await expect(own.locator(".link")).to_have_class("link live")
    await expect(own.locator("tr", has_text=shock["number"])).to_be_visible()
    await expect(own.locator(".detail")).to_have_count(0)


async def test_command_that_meets_the_end_asks_to_sign_in(own, shock):
    """The socket may learn it later than the first command that is refused."""
    await own.locator("tr", has_text=shock["number"]).locator("[data-open-row]").click()
    await expect(own.locator("[data-accept]")).to_be_enabled()
    refused = {"status": 401, "body": json.dumps({"code": "not_signed_in", "status": 401})}
    await own.route("**/hospital", lambda route: route.fulfill(**refused), times=1)
    await own.locator("[data-accept]").click()
    await own.locator("dialog.over").wait_for()
    await signs_in(own, "central")
    await expect(own.locator("dialog.over")).to_have_count(0)
    await expect(own.locator(".link")).to_have_class("link live")


async def test_board_that_is_not_known_yet_shows_no_figures(browser, people):
    context = await open_context(browser)
    page = await context.new_page()
    await (await open_board(context, people)).close()
    await page.route_web_socket("**/live", lambda _: None)
    await page.goto(f"{people.url}/console/")
    for figure in await page.locator(".counts b, .bed-counts b, .filters .tabs b").all():
        await expect(figure).to_have_text(UNKNOWN)
    await expect(page.locator(".bed-counts")).to_contain_text(f"{UNKNOWN}/{UNKNOWN}")
    await expect(page.locator(".counts b")).not_to_have_count(0)
    for key, words in (("u", "no-units"), ("b", "no-beds")):
        await page.keyboard.press(key)
        await expect(page.get_by_text(say(words))).to_have_count(0)
    await context.close()
