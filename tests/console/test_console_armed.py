"""A confirmation under the hand is what it said, or nothing: Enter never confirms another."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from dispatch.i18n import catalogue

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

UNIT = re.compile(r"[A-Z]+-\d+")
say = catalogue("ca").say


async def opened(page: Page, number: str) -> None:
    await page.locator("tr", has_text=number).locator("[data-open-row]").click()
    await expect(page.locator(".detail h2")).to_have_text(number)


async def armed(page: Page, number: str, words: str = "Assigna") -> str:
    """The detail with the hand on its confirmation; what that names."""
    await opened(page, number)
    confirm = page.locator("[data-accept]")
    await expect(confirm).to_contain_text(words)
    await expect(confirm).to_be_enabled()
    await page.keyboard.press("a")
    await expect(confirm).to_be_focused()
    return (await confirm.inner_text()).removeprefix(words).strip()


async def nothing_by_enter(page: Page, number: str, *told: str) -> None:
    """It was said why; the key does nothing, and no other patient comes up."""
    notice = page.locator(".disarmed")
    await expect(notice).to_be_visible()
    for words in (say("armed-changed"), *told):
        await expect(notice).to_contain_text(words)
    await expect(page.locator("[data-accept]:focus")).to_have_count(0)
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(page.locator(".detail h2")).to_have_text(number)


async def put(people, unit: str, activity: str) -> None:
    body = {"activity": activity, "busy_until_at": None}
    await people.post("coordinacio", f"/api/units/{unit}/status", body)


async def test_unit_put_out_of_service_takes_the_hand_off_the_next_one(board, people, agreed):
    unit = await armed(board, agreed["number"])
    await put(people, unit, "out_of_service")
    try:
        await nothing_by_enter(
            board, agreed["number"], f"Deia «Assigna {unit}", "Ara diu «Assigna "
        )
        confirm = board.locator("[data-accept]")
        await expect(confirm).not_to_contain_text(unit)
        await expect(board.locator(".disarmed li", has_text=unit)).to_be_visible()
        path = f"/api/transfers/{agreed['transfer_id']}"
        assert (await people.get("central", path))["unit_id"] is None
        await expect(confirm).to_be_enabled()
        other = UNIT.search(await confirm.inner_text())
        assert other
        await board.keyboard.press("a")
        await board.keyboard.press("Enter")
        await expect(board.locator(".detail .stage")).to_have_text(say("stage-assigned"))
        assert (await people.get("central", path))["unit_id"] == other[0]
    finally:
        await put(people, unit, "station")


async def test_unit_given_to_another_patient_is_not_taken_by_enter(board, people, agreed):
    unit = await armed(board, agreed["number"])
    other = await people.agree()
    path = f"/api/transfers/{other['transfer_id']}"
    body = {"unit_id": unit, "override_reason": "ja hi va"}
    await people.post("coordinacio", f"{path}/unit", body)
    await nothing_by_enter(board, agreed["number"], f"Deia «Assigna {unit}", other["number"])
    assert (await people.get("central", path))["unit_id"] == unit


async def test_transfer_that_a_colleague_has_assigned_stays_open_and_tells_it(
    board, people, agreed
):
    unit = await armed(board, agreed["number"])
    body = {"unit_id": unit, "override_reason": None}
    await people.post("coordinacio", f"/api/transfers/{agreed['transfer_id']}/unit", body)
    told = (f"Unitat {unit} assignada", "Dr. Jordi Roca", say("armed-gone"))
    await nothing_by_enter(board, agreed["number"], *told)


async def test_hospital_asked_by_a_colleague_is_told(board, people, shock):
    await armed(board, shock["number"], "Consulta")
    path = f"/api/transfers/{shock['transfer_id']}"
    hospital = (await people.get("central", path))["candidates"][0]["hospital"]
    body = {"hospital": hospital, "override_reason": None}
    await people.post("coordinacio", f"{path}/hospital", body)
    await nothing_by_enter(board, shock["number"], "Dr. Jordi Roca", say("armed-gone"))


async def test_hospital_that_closes_under_the_hand_is_not_asked(board, people, shock):
    await armed(board, shock["number"], "Consulta")
    path = f"/api/transfers/{shock['transfer_id']}"
    hospital = (await people.get("central", path))["candidates"][0]["hospital"]
    row = {"hospital": hospital, "kind": "icu"}
    ends_at = (datetime.now(UTC) + timedelta(hours=2)).isoformat()
    closure = {**row, "reason": "Inundació", "ends_at": ends_at}
    await people.post("coordinacio", "/api/beds/closure", closure)
    try:
        await nothing_by_enter(board, shock["number"], "Inundació", "Dr. Jordi Roca")
        assert (await people.get("central", path))["asked"] is None
    finally:
        beds = (await people.get("central", "/api/board"))["beds"]
        of_icus = {each["hospital"]: each for each in beds if each["kind"] == "icu"}
        seen = {"seen_closed_at": of_icus[hospital]["closure"]["closed_at"]}
        await people.post("coordinacio", "/api/beds/opening", {**row, **seen})


async def test_form_that_means_another_thing_waits_until_that_is_read(board, people, agreed):
    """The unit to be released is on its way by now: Enter in the reason releases nothing."""
    unit = await armed(board, agreed["number"])
    path = f"/api/transfers/{agreed['transfer_id']}"
    await board.keyboard.press("Enter")
    fold = board.locator("[data-part=release]")
    await fold.locator("summary").click()
    await fold.locator("input[name=reason]").fill("més a prop")
    await people.post("coordinacio", f"{path}/progress", {"step": "notified"})
    await nothing_by_enter(board, agreed["number"], unit, "Dr. Jordi Roca")
    assert (await people.get("central", path))["unit_id"] == unit
    await expect(fold.locator("input[name=reason]")).to_be_focused()
    await expect(fold.locator("input[name=reason]")).to_have_value("més a prop")
    await fold.get_by_role("button", name=say("armed-read-form")).click()
    release = fold.locator("form button[type=submit]")
    await expect(release).to_be_enabled()
    await board.keyboard.press("Enter")
    await expect(board.locator(".detail .stage")).to_have_text(say("stage-accepted"))


async def test_dialog_over_what_has_changed_waits_until_that_is_read(board, people):
    unit = await people.free_unit("SVB")
    await board.keyboard.press("u")
    row = board.locator(".panel tr", has_text=unit)
    await row.get_by_role("button", name=say("record")).click()
    form = board.get_by_role("dialog")
    await form.get_by_label(say("set-out_of_service")).check()
    await put(people, unit, "other_mission")
    try:
        await expect(form.locator(".disarmed")).to_contain_text(unit)
        await board.keyboard.press("Enter")
        await expect(form).to_be_visible()
        await form.get_by_role("button", name=say("armed-read-form")).click()
        await form.get_by_role("button", name=say("record")).click()
        await expect(form).to_have_count(0)
    finally:
        await put(people, unit, "station")


async def test_enter_without_a_row_under_it_opens_nobody(board, shock):
    await expect(board.locator("tr", has_text=shock["number"])).to_be_visible()
    await board.locator("body").press("Enter")
    await expect(board.locator(".detail")).to_have_count(0)
    await opened(board, shock["number"])
    await board.locator("body").press("Enter")
    await expect(board.locator(".detail h2")).to_have_text(shock["number"])
