"""What turned out otherwise, on the dispatcher's screen: read, and sent only on purpose."""

import pytest
from playwright.async_api import Page, Route, ViewportSize, expect

from dispatch.i18n import catalogue
from tests.console.room import open_board, open_context
from tests.console.test_console_accessible import faults, in_all_languages
from tests.house.tree import nothing_in

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
OPEN_ALL = """
() => document.querySelectorAll('.fold details').forEach((each) => {
  each.removeAttribute('name');
  each.open = true;
})
"""
TOO_WIDE = """
() => [...document.querySelectorAll('body *')]
  .filter((box) => box.getBoundingClientRect().right > document.body.clientWidth + 1
    && !box.closest('.leaflet-container, thead, .hidden'))
  .map((box) => `${box.tagName}.${box.className} ${box.innerText ?? ''}`)
"""


@pytest.fixture
async def asked(people):
    """A patient whom Mataró is asked for."""
    request = await people.request()
    body = {"hospital": "mataro", "override_reason": "prova"}
    await people.post("central", f"/api/transfers/{request['transfer_id']}/hospital", body)
    return request


async def open_detail(page: Page, number: str) -> None:
    await page.locator("tr", has_text=number).locator("[data-open-row]").click()
    await page.locator(".timeline li").first.wait_for()


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_ways_out_and_answers_by_telephone_shut_nobody_out(
    browser, people, road, asked, theme
):
    context = await open_context(browser, color_scheme=theme, viewport=DESK)
    page = await open_board(context, people)

    async def screens() -> list[str]:
        found = []
        for name, transfer in (("road", road), ("asked", asked)):
            await open_detail(page, transfer["number"])
            await page.evaluate(OPEN_ALL)
            await expect(page.locator(".fold form").first).to_be_visible()
            found += await faults(page, name)
            await page.set_viewport_size(PHONE)
            found += [f"{name}: {each}" for each in await page.evaluate(TOO_WIDE)]
            await page.set_viewport_size(DESK)
            await page.keyboard.press("Escape")
        return found

    found = await in_all_languages(page, screens)
    await page.set_viewport_size(PHONE)
    found += await faults(page, "board on a phone")
    await context.close()
    nothing_in(found)


async def test_crew_goes_where_a_person_chose_and_nowhere_by_itself(board, people, road):
    path = f"/api/transfers/{road['transfer_id']}"
    say = catalogue("ca").say
    await open_detail(board, road["number"])
    fold = board.locator(".fold", has_text=say("way-elsewhere"))
    await fold.locator("summary").focus()
    await board.keyboard.press("Enter")
    await board.keyboard.press("Tab")
    await expect(fold.locator("select")).to_be_focused()
    await expect(fold.locator("select")).to_have_value("")
    await fold.locator("input[name=reason]").fill("empitjora")
    await board.keyboard.press("Enter")
    await expect(fold.locator("select")).to_have_js_property("validity.valid", False)
    assert (await people.get("central", path))["diverted"] is None
    await fold.locator("select").focus()
    await board.keyboard.type("Hospital de Mollet")
    await board.keyboard.press("Tab")
    await board.keyboard.press("Enter")
    await expect(board.locator(".notice.warn", has_text="empitjora")).to_be_visible()
    now = await people.get("central", path)
    assert now["diverted"]["hospital"] == "mollet"
    agreed = (await people.get("central", "/api/network"))["hospitals"]
    short = next(e["short"] for e in agreed if e["code"] == now["agreement"]["hospital"])
    second = say("route-agreed", {"hospital": short})
    for place in (
        board.locator("tr", has_text=road["number"]),
        board.locator(".detail-header"),
    ):
        await expect(place.locator(".end").last).to_contain_text("MOLLET")
        await expect(place).to_contain_text(second)


async def test_lists_of_what_turned_out_otherwise_start_empty(board, road):
    await open_detail(board, road["number"])
    chosen = board.locator(".fold select:not([name=step])")
    values = [await each.input_value() for each in await chosen.all()]
    assert values == [""] * len(values)
    assert len(values) >= 3


async def test_closed_transfer_says_that_it_is_closed_and_offers_no_second_try(
    browser, people, agreed
):
    context = await open_context(browser)
    page = await open_board(context, people)
    say = catalogue("ca").say
    await open_detail(page, agreed["number"])
    await expect(page.locator("select[name=unit]")).to_be_visible()
    await page.locator("[data-part=cancel] summary").click()
    await page.locator("[data-part=cancel] input[name=reason]").fill("tard")

    async def be_late(route: Route) -> None:
        path = f"/api/transfers/{agreed['transfer_id']}/cancel"
        await people.post("coordinacio", path, {"reason": "ha millorat"})
        await route.continue_()

    await page.route("**/cancel", be_late)
    await page.locator("[data-part=cancel] form button").click()
    await expect(page.locator(".conflict")).to_be_visible()
    await expect(page.locator(".conflict")).to_contain_text(say("stage-cancelled"))
    await expect(page.locator(".conflict button")).to_have_text([say("conflict-keep")])
    await expect(page.get_by_text(say("transfer-closed"))).to_be_visible()
    await expect(page.get_by_text(say("patient-on-board"))).to_have_count(0)
    await context.close()


async def test_open_decisions_are_told_apart_and_no_row_of_theirs_looks_fine(board, people):
    say = catalogue("ca").say
    agreed = await people.agree(condition="sepsis", needs={"icu": True})
    path = f"/api/transfers/{agreed['transfer_id']}"
    nurse = await people.free_unit("SVI")
    body = {"unit_id": nurse, "override_reason": "la més propera"}
    await people.post("central", f"{path}/unit", body)
    margin = board.locator("tr", has_text=agreed["number"]).locator(".margin")
    await expect(margin).to_contain_text(say("standing-ok"))
    worse = {"population": "adult", "infection_suspected": True, "sbp": 70, "dbp": 45}
    values = {**worse, "vasoactives_mcg_kg_min": {"noradrenaline": 0.3}}
    await people.post("calella", f"{path}/assessment", {"inputs": values})
    of_it = board.locator(".alert", has_text=agreed["number"])
    await expect(of_it).to_have_count(2)
    for kind in ("graver_known", "unit_below_needs"):
        words = say(f"decision-{kind}")
        await expect(of_it.filter(has_text=words)).to_have_count(1)
    await expect(margin).not_to_contain_text(say("standing-ok"))
    await expect(margin).to_contain_text(say("standing-asked"))
    await open_detail(board, agreed["number"])
    graver = board.get_by_role("group", name=say("decision-graver_known"))
    await expect(graver).to_contain_text(say("role-coordinating_doctor"))
    await expect(graver.locator("form")).to_have_count(0)
    below = board.get_by_role("group", name=say("decision-unit_below_needs"))
    await expect(below.locator("form")).to_have_count(1)
