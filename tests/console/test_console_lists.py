"""Lists of live data: what a hand chose stays chosen or is nothing, never the next in line."""

import re

import pytest
from playwright.async_api import expect

from dispatch.i18n import catalogue

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


async def test_unit_chosen_stays_itself_when_another_desk_assigns_it(board, people, agreed):
    """It moves from one group of the list to another while the reason is being written."""
    other = await people.agree()
    await board.locator("tr", has_text=agreed["number"]).locator("[data-open-row]").click()
    form = board.locator("form.manual")
    chosen = form.locator("select[name=unit]")
    free = await people.free_unit("SVA")
    await chosen.select_option(free)
    await form.locator("input[name=reason]").fill("La més propera")
    body = {"unit_id": free, "override_reason": "prova"}
    await people.post("coordinacio", f"/api/transfers/{other['transfer_id']}/unit", body)
    busy = catalogue("ca").say("unit-states-en-route")
    moved = chosen.locator(f"optgroup[label='{busy}'] option[value='{free}']")
    await expect(moved).to_have_count(1)
    await expect(chosen).to_have_value(free)
    # The press is another one now, it would take the unit: nothing goes before that is read.
    await expect(form.locator("button[type=submit]")).to_be_disabled()
    await expect(board.locator(".disarmed")).to_contain_text(free)
    now = await people.get("central", f"/api/transfers/{agreed['transfer_id']}")
    assert now["unit_id"] is None
    taken = await people.get("central", f"/api/transfers/{other['transfer_id']}")
    assert taken["unit_id"] == free


async def test_step_that_the_crew_has_reported_is_not_followed_by_the_next(
    board, people, agreed
):
    await board.locator("tr", has_text=agreed["number"]).locator("[data-open-row]").click()
    await expect(board.locator("[data-accept]")).to_contain_text(re.compile(r"[A-Z]+-\d+"))
    path = f"/api/transfers/{agreed['transfer_id']}"
    proposed = (await people.get("central", path))["proposal"]["unit_id"]
    body = {"unit_id": proposed, "override_reason": None}
    await people.post("coordinacio", f"{path}/unit", body)
    form = board.locator(".fold form", has=board.locator("select[name=step]"))
    await form.evaluate("form => form.closest('details').open = true")
    step = form.locator("select[name=step]")
    await step.select_option("en_route")
    await people.post("coordinacio", f"{path}/progress", {"step": "en_route"})
    await expect(step.locator("option[value=at_patient]")).to_have_count(1)
    await expect(step).to_have_value("")
    await expect(form).to_contain_text("ja no hi és")
