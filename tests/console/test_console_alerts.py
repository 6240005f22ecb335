"""What must be seen at once: the gravest first, all to be opened, nothing covered."""

import pytest
from playwright.async_api import expect

from dispatch.i18n import catalogue
from tests.console.room import open_board, open_context
from tests.journeys.conftest import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

MANY = 5
COVERED = """
() => {
  const strip = document.querySelector('.alerts').getBoundingClientRect();
  const shown = (each) => {
    const box = each.getBoundingClientRect();
    const work = each.closest('.work');
    if (getComputedStyle(work).display === 'contents') return box;
    const seen = work.getBoundingClientRect();
    return { top: Math.max(box.top, seen.top), bottom: Math.min(box.bottom, seen.bottom) };
  };
  return [...document.querySelectorAll('header.top, .queue, .side, .detail, .keys-line')]
    .filter((each) => shown(each).top < strip.bottom - 1 && shown(each).bottom > strip.top + 1)
    .map((each) => each.className);
}
"""


async def cry(people, board, count=MANY):
    """So many new patients in shock, with their alarms on the board."""
    new = [(await people.request())["number"] for _ in range(count)]
    await expect(board.locator("tr", has_text=new[-1])).to_have_count(1)
    return new


async def test_alerts_stand_the_newest_first_and_all_are_reached_by_keys(board, people):
    new = await cry(people, board)
    lines = board.locator(".alert")
    await expect(lines).to_have_count(3)
    for line, number in zip(await lines.all(), reversed(new), strict=False):
        await expect(line).to_contain_text(number)
    await board.keyboard.press("v")
    await expect(lines).to_have_count(MANY)
    await expect(board.locator("[data-open-alert]").first).to_be_focused()
    last = lines.filter(has_text=new[0]).locator("[data-open-alert]")
    for _ in range(2 * MANY):
        await board.keyboard.press("Tab")
        if await last.evaluate("each => each === document.activeElement"):
            break
    await board.keyboard.press("Enter")
    await expect(board.locator(".detail h2")).to_have_text(new[0])
    await expect(lines.filter(has_text=new[0])).to_have_count(0)


async def test_all_alerts_are_reached_by_the_pointer(board, people):
    new = await cry(people, board)
    await board.locator("[data-all-alerts]").click()
    await board.locator(".alert", has_text=new[0]).locator("[data-open-alert]").click()
    await expect(board.locator(".detail h2")).to_have_text(new[0])


async def test_priority_0_comes_before_what_is_older(board, people):
    """A decision about a patient up to 3 h, then a new patient in shock."""
    calm = await people.request(condition="sepsis", needs={"icu": True})
    worse = {"population": "adult", "infection_suspected": True, "sbp": 70, "dbp": 45}
    values = {**worse, "vasoactives_mcg_kg_min": {"noradrenaline": 0.3}}
    path = f"/api/transfers/{calm['transfer_id']}/assessment"
    await people.post("calella", path, {"inputs": values})
    await expect(board.locator(".alert", has_text=calm["number"]).first).to_be_visible()
    (shock,) = await cry(people, board, 1)
    await expect(board.locator(".alert").first).to_contain_text(shock)
    await expect(board.locator(".alert", has_text=calm["number"]).first).to_be_visible()


async def test_unit_lost_comes_before_new_patients(board, people, agreed):
    path = f"/api/transfers/{agreed['transfer_id']}"
    unit = await people.free_unit("SVA")
    body = {"unit_id": unit, "override_reason": "la més propera"}
    await people.post("coordinacio", f"{path}/unit", body)
    await expect(board.locator("tr", has_text=agreed["number"])).to_contain_text(unit)
    await cry(people, board, 4)
    await people.post("coordinacio", f"{path}/release", {"reason": "error"})
    first = board.locator(".alert").first
    await expect(first).to_contain_text(agreed["number"])
    await expect(first).to_contain_text(catalogue("ca").say("alert-released"))


async def test_what_nobody_received_outlives_a_reload_and_a_visit_to_the_form(board, people):
    new = await cry(people, board, 3)
    lines = board.locator(".alert")
    await expect(lines).to_have_count(3)
    received = lines.filter(has_text=new[1])
    await received.get_by_role("button", name=catalogue("ca").say("alert-acknowledge")).click()
    await expect(lines).to_have_count(2)
    await board.reload()
    await expect(lines).to_have_count(2)
    await expect(lines.filter(has_text=new[0])).to_be_visible()
    await board.goto(f"{people.url}/requests/new")
    meanwhile = (await people.request())["number"]
    await board.goto(f"{people.url}/console/")
    await expect(lines.filter(has_text=meanwhile)).to_be_visible()
    await expect(lines).to_have_count(3)
    await expect(lines.filter(has_text=new[1])).to_have_count(0)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_alerts_cover_nothing(browser, people, size):
    context = await open_context(browser, viewport=size)
    page = await open_board(context, people)
    await cry(people, page, 4)
    assert await page.evaluate(COVERED) == []
    await page.keyboard.press("v")
    await page.locator("[data-open-row]").first.click()
    await expect(page.locator(".timeline li").first).to_be_visible()
    assert await page.evaluate(COVERED) == []
    await context.close()


async def test_death_on_the_road_is_told_and_can_be_opened(board, people, road):
    say = catalogue("ca").say
    await expect(board.locator("tr", has_text=road["number"])).to_have_count(1)
    await people.post("coordinacio", f"/api/transfers/{road['transfer_id']}/death", {})
    told = board.locator(".alert", has_text=say("alert-died"))
    await expect(told).to_contain_text(road["number"])
    await expect(told).to_contain_text("SVA-")
    await told.locator("[data-open-alert]").click()
    await expect(board.locator(".detail .stage")).to_have_text(say("stage-died"))
