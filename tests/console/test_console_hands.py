"""What hands meet: few keys, rows that hold still, a choice when somebody was faster."""

import re

import pytest
from playwright.async_api import Page, Route, expect

from dispatch.i18n import catalogue

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

MOST_KEYS = 3
UNDER_POINTER = """
([x, y]) => document.elementFromPoint(x, y).closest('tr')
  ?.querySelector('[data-open-row]')?.dataset.openRow
"""


def row_of(page: Page, number: str):
    return page.locator("tr", has_text=number)


async def reach_by_keys(page: Page, number: str) -> None:
    """``n`` as often as others wait before; the last press is the one that counts."""
    await page.locator("body").press("2")
    await page.keyboard.press("3")
    title = page.locator(".detail h2")
    for _ in range(await page.locator("[data-open-row]").count()):
        await page.keyboard.press("n")
        if await title.inner_text() == number:
            return
    pytest.fail(f"n never reached {number}")


async def test_dispatcher_accepts_a_proposal_in_three_keys(board, agreed):
    await expect(row_of(board, agreed["number"])).to_be_visible()
    await reach_by_keys(board, agreed["number"])
    confirm = board.locator("[data-accept]")
    await expect(confirm).to_contain_text(re.compile(r"[A-Z]+-\d+"))
    unit = re.search(r"[A-Z]+-\d+", await confirm.inner_text())
    assert unit
    pressed = ["n", "a", "Enter"]
    for key in pressed[1:]:
        await board.keyboard.press(key)
    assert len(pressed) <= MOST_KEYS
    await expect(board.locator(".detail .stage")).not_to_be_empty()
    await board.keyboard.press("0")
    await expect(row_of(board, agreed["number"])).to_contain_text(unit[0])


async def test_row_under_the_pointer_stays_while_patients_arrive(board, people):
    box = await board.locator("tbody tr").nth(2).bounding_box()
    assert box
    spot = [box["x"] + 200, box["y"] + box["height"] / 2]
    await board.mouse.move(*spot)
    held = await board.evaluate(UNDER_POINTER, spot)
    assert held
    for _ in range(5):
        new = await people.request()
        row = row_of(board, new["number"])
        await expect(row).to_contain_text(catalogue("ca").say("row-new"))
        assert await board.evaluate(UNDER_POINTER, spot) == held
    waiting = board.locator("[data-apply-order]")
    await expect(waiting).to_be_visible()
    await expect(waiting).to_contain_text("5 de nous al final")
    await waiting.click()
    await expect(row).not_to_contain_text(catalogue("ca").say("row-new"))


async def test_switching_language_keeps_the_open_detail(board, shock):
    await row_of(board, shock["number"]).locator("[data-open-row]").click()
    await board.locator(".languages [lang=es]").click()
    await expect(board.locator("html")).to_have_attribute("lang", "es")
    await expect(board.locator(".detail h2")).to_have_text(shock["number"])
    await expect(board.locator(".filters")).to_contain_text("Todos")


async def open_agreed(page: Page, number: str) -> str:
    """The detail of that transfer with its proposal; the unit proposed."""
    await row_of(page, number).locator("[data-open-row]").click()
    confirm = page.locator("[data-accept]")
    await expect(confirm).to_contain_text(re.compile(r"[A-Z]+-\d+"))
    unit = re.search(r"[A-Z]+-\d+", await confirm.inner_text())
    assert unit
    return unit[0]


async def test_slower_dispatcher_is_shown_what_is_true_now(board, people, agreed):
    unit = await open_agreed(board, agreed["number"])

    async def let_the_other_first(route: Route) -> None:
        body = {"unit_id": unit, "override_reason": None}
        path = f"/api/transfers/{agreed['transfer_id']}/unit"
        await people.post("coordinacio", path, body)
        await route.continue_()

    await board.route("**/unit", let_the_other_first, times=1)
    await board.locator("[data-accept]").click()
    conflict = board.locator(".conflict")
    await expect(conflict).to_contain_text(unit)
    await expect(conflict).to_contain_text("unitat assignada")
    await expect(conflict).to_contain_text("Dr. Jordi Roca")
    await expect(conflict.locator("h3")).to_be_focused()
    await conflict.get_by_role("button", name="Assigna una altra unitat").click()
    await expect(board.locator("select[name=unit]")).to_be_focused()
    await expect(conflict).to_have_count(0)


async def test_slower_dispatcher_may_keep_what_is_true(board, people, shock):
    await row_of(board, shock["number"]).locator("[data-open-row]").click()
    path = f"/api/transfers/{shock['transfer_id']}"

    async def cancel_first(route: Route) -> None:
        await people.post("coordinacio", f"{path}/cancel", {"reason": "Millora"})
        await route.continue_()

    await board.route("**/hospital", cancel_first, times=1)
    await board.locator("[data-accept]").click()
    conflict = board.locator(".conflict")
    await expect(conflict).to_contain_text("anul·lat")
    await expect(conflict.get_by_role("button", name="Torna-ho a provar")).to_have_count(0)
    await conflict.get_by_role("button", name="Deixa-ho com està").click()
    await expect(conflict).to_have_count(0)


async def test_two_dispatchers_with_two_units_meet(board, people, agreed):
    unit = await open_agreed(board, agreed["number"])
    path = f"/api/transfers/{agreed['transfer_id']}"
    options = (await people.get("central", path))["proposal"]["options"]
    units = (await people.get("central", "/api/board"))["units"]
    free = {each["unit_id"] for each in units if each["transfer_id"] is None} - {unit}
    other = next(
        each["unit_id"]
        for each in options
        if each["unit_id"] in free and each["bedside_min"] is not None
    )

    async def let_the_other_first(route: Route) -> None:
        body = {"unit_id": other, "override_reason": "Ja hi va"}
        await people.post("coordinacio", f"{path}/unit", body)
        await route.continue_()

    await board.route("**/unit", let_the_other_first, times=1)
    await board.locator("[data-accept]").click()
    conflict = board.locator(".conflict")
    await expect(conflict).to_contain_text("Dr. Jordi Roca ha canviat aquest trasllat")
    await expect(conflict).to_contain_text(other)
    assert (await people.get("central", path))["unit_id"] == other
    await conflict.get_by_role("button", name="Torna-ho a provar").click()
    await expect(conflict).to_have_count(0)
    assert (await people.get("central", path))["unit_id"] == unit


async def test_what_was_done_is_not_told_as_gone(board, people, agreed):
    """The unit sent and the step recorded leave their lists by the very success."""
    say = catalogue("ca").say
    unit = await open_agreed(board, agreed["number"])
    manual = board.locator("form.manual")
    await manual.locator("select[name=unit]").select_option(unit)
    await manual.locator("input[name=reason]").fill("la més propera")
    await manual.locator("button[type=submit]").click()
    await expect(board.locator(".detail .stage")).to_have_text(say("stage-assigned"))
    done = board.locator(".last-done")
    await expect(done).to_contain_text(f"✓ {say('confirm-unit', {'unit': unit})}")
    await expect(board.get_by_text(say("choice-gone"))).to_have_count(0)
    fold = board.locator(".fold", has_text=say("record-progress")).first
    await fold.locator("summary").click()
    await fold.locator("select[name=step]").select_option("notified")
    await fold.locator("button[type=submit]").click()
    await expect(done).to_contain_text(f"✓ {say('step-notified')}")
    await expect(board.get_by_text(say("choice-gone"))).to_have_count(0)


async def test_receipt_names_its_act_and_goes_with_it(board, people, agreed):
    """Under no button, for the next one there is of another unit; and not after its release."""
    say = catalogue("ca").say
    unit = await open_agreed(board, agreed["number"])
    await board.locator("[data-accept]").click()
    done = board.locator(".last-done")
    sent = say("confirm-unit", {"unit": unit})
    await expect(done).to_contain_text(f"✓ {sent} · {agreed['number']}")
    await expect(board.locator(".detail .outcome .good")).to_have_count(0)
    path = f"/api/transfers/{agreed['transfer_id']}"
    await people.post("coordinacio", f"{path}/release", {"reason": "Fa falta en un altre lloc"})
    await expect(board.locator(".detail .stage")).to_have_text(say("stage-accepted"))
    await expect(done).to_be_empty()
    await expect(board.locator("[data-accept]")).to_be_visible()


async def test_receipt_of_a_raised_priority_goes_when_somebody_lowers_it(board, people):
    mild = await people.request(condition="sepsis", needs={"icu": True, "vasoactives": False})
    await row_of(board, mild["number"]).locator("[data-open-row]").click()
    fold = board.locator("[data-part=priority]")
    await fold.locator("summary").click()
    await fold.locator("input[name=reason]").fill("Pitjora")
    await fold.locator("button[type=submit]").click()
    done = board.locator(".last-done")
    await expect(done).to_contain_text(catalogue("ca").say("raise-priority"))
    lower = {"priority": "3h", "reason": "No era xoc"}
    await people.post("coordinacio", f"/api/transfers/{mild['transfer_id']}/priority", lower)
    await expect(done).to_be_empty()


async def test_enter_in_the_search_opens_the_one_found_and_no_other(board, people, shock):
    other = await people.request()
    search = board.locator("[data-search]")
    await search.fill("calella")
    await search.press("Enter")
    await expect(board.locator(".detail")).to_have_count(0)
    await expect(board.locator(".filters [role=status]")).not_to_be_empty()
    await search.fill(shock["number"])
    await search.press("Enter")
    await expect(board.locator(".detail h2")).to_have_text(shock["number"])
    await search.fill(other["number"])
    await search.press("Enter")
    await expect(board.locator(".detail h2")).to_have_text(other["number"])
