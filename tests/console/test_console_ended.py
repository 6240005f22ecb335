"""A transfer closed by the wrong button: the dispatcher finds it and opens it again."""

import re

import pytest
from playwright.async_api import expect

from dispatch.i18n import catalogue
from tests.console.room import open_board, open_context
from tests.console.test_console_accessible import faults
from tests.house.tree import nothing_in

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

SAY = catalogue("ca").say


async def test_handover_told_by_mistake_is_taken_back_by_keyboard_and_all_desks_see_it(
    browser, board, people, road
):
    path, number = f"/api/transfers/{road['transfer_id']}", road["number"]
    other = await open_context(browser)
    beside = await open_board(other, people)
    await people.post("central", f"{path}/progress", {"step": "arrived"})
    await people.post("central", f"{path}/handover", {})
    for page in (board, beside):
        await expect(page.locator(".queue tr", has_text=number)).to_have_count(0)
    tab = board.get_by_role("button", name=SAY("side-ended"), exact=True)
    await tab.focus()
    await board.keyboard.press("Enter")
    row = board.locator(f"[data-ended='{number}']")
    await expect(row).to_contain_text(SAY("stage-handed_over"))
    nothing_in(await faults(board, "ended"))
    fold = row.locator("summary")
    await expect(fold).to_contain_text(number)
    await fold.focus()
    await board.keyboard.press("Enter")
    await board.keyboard.press("Tab")
    await board.keyboard.type("botó equivocat")
    await board.keyboard.press("Enter")
    for page in (board, beside):
        await expect(page.locator(".queue tr", has_text=number)).to_be_visible()
    await expect(row).to_have_count(0)
    await expect(board.locator(".detail-header")).to_contain_text(number)
    reopened = await people.get("central", path)
    assert reopened["stage"] == "arrived"
    assert reopened["unit_id"] is not None
    line = board.locator(".timeline li", has_text=re.compile("botó equivocat"))
    await expect(line).to_contain_text(SAY("closing-handed_over"))
    await other.close()


async def test_what_forbids_it_is_said_where_it_was_tried(board, people):
    agreed = await people.agree(patient_reference="NHC asked twice")
    path, number = f"/api/transfers/{agreed['transfer_id']}", agreed["number"]
    await people.post("central", f"{path}/cancel", {"reason": "prova"})
    await board.get_by_role("button", name=SAY("side-ended"), exact=True).click()
    row = board.locator(f"[data-ended='{number}']")
    await row.locator("summary").click()
    again = await people.request(patient_reference="NHC asked twice")
    await row.locator("input[name=reason]").fill("un altre pacient")
    await row.locator("form button").click()
    told = SAY("refused-patient_requested_again", {"number": again["number"]})
    await expect(row.locator(".bad")).to_contain_text(told)


async def test_analyst_has_nothing_to_take_back(browser, people):
    context = await open_context(browser)
    page = await open_board(context, people, username="analista")
    await expect(page.locator(".side .tabs button")).to_have_count(5)
    await context.close()
