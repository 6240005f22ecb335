"""What people say by telephone is recorded from the lists: beds, units, pre-alerts."""

import pytest
from playwright.async_api import Page, expect

from dispatch.i18n import catalogue
from tests.console.room import open_board, open_context

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


def bed_row(page: Page, hospital: str):
    return page.locator(".panel tr", has=page.get_by_role("rowheader", name=hospital))


async def open_bed_form(page: Page, hospital: str):
    await page.keyboard.press("b")
    await bed_row(page, hospital).first.get_by_role("button", name="Registra").click()
    return page.get_by_role("dialog")


async def test_dispatcher_records_beds_told_by_telephone(board, people):
    form = await open_bed_form(board, "Vic")
    await form.get_by_label("Llits dotats").fill("11")
    await form.get_by_label("Ocupats").fill("4")
    await expect(form.locator("output")).to_have_text("7")
    await board.keyboard.press("Enter")
    await expect(form).to_have_count(0)
    await expect(board.locator(".panel .legend")).to_contain_text("✓")
    await expect(bed_row(board, "Vic").first).to_contain_text("7/11")
    rows = (await people.get("central", "/api/board"))["beds"]
    (vic,) = (row for row in rows if row["hospital"] == "vic" and row["kind"] == "icu")
    assert (vic["total"], vic["used"], vic["source"]) == (11, 4, "telephone")


async def test_more_beds_used_than_staffed_is_told_at_the_field(board):
    form = await open_bed_form(board, "Vic")
    await form.get_by_label("Llits dotats").fill("3")
    used = form.get_by_label("Ocupats")
    await used.fill("9")
    await used.press("Enter")
    await expect(used).to_have_attribute("aria-invalid", "true")
    await expect(used).to_have_accessible_description(
        "Nombre de llits fora de rang (9). Permès: 0-3."
    )
    await used.fill("")
    await used.press("Enter")
    await expect(used).to_have_accessible_description("Cal un nombre enter.")


async def test_report_that_came_meanwhile_is_told(board, people):
    form = await open_bed_form(board, "Vic")
    body = {"hospital": "vic", "kind": "icu", "total": 8, "used": 6}
    await people.post("coordinacio", "/api/beds", body)
    await expect(form).to_contain_text("2 de 8")


async def test_dispatcher_takes_a_unit_out_of_service(board, people):
    unit = await people.free_unit("SVB")
    await board.keyboard.press("u")
    row = board.locator(".panel tr", has_text=unit)
    await row.get_by_role("button").click()
    form = board.get_by_role("dialog", name=unit)
    await form.get_by_label("Fora de servei").check()
    until = form.get_by_label("Lliure a les")
    await until.fill("25:00")
    await until.press("Enter")
    await expect(until).to_have_accessible_description("Escriu l’hora així: 14:30.")
    await until.fill("2345")
    await form.get_by_role("button", name="Registra").click()
    await expect(form).to_have_count(0)
    await expect(row).to_contain_text("fora de servei")
    await expect(row).to_contain_text("23:45")
    await expect(row.get_by_role("button")).to_be_focused()


@pytest.fixture
async def pre_alert(people):
    signs = {"population": "adult", "infection_suspected": True, "rr": 26, "hr": 118}
    place = {"municipality": "Calella", "eta_min": 12, "callback_phone": "600 123 123"}
    return await people.post("sva-01", "/api/pre-alerts", {**place, "inputs": signs})


async def test_dispatcher_sends_a_pre_alert_elsewhere_and_takes_it_back(
    board, people, pre_alert
):
    others = [each["hospital"] for each in pre_alert["candidates"]]
    others.remove(pre_alert["hospital"])
    await board.get_by_role("button", name="Prealertes").click()
    row = board.locator(f"[data-pre-alert='{pre_alert['number']}']")
    await row.get_by_role("button", name="Registra").click()
    form = board.get_by_role("dialog", name=pre_alert["number"])
    offered = form.locator("select[name=hospital] option")
    assert [await each.get_attribute("value") for each in await offered.all()] == ["", *others]
    await form.get_by_label("Minuts fins a l’arribada").fill("aviat")
    await form.get_by_label("Motiu").fill("carretera tallada")
    await board.keyboard.press("Enter")
    minutes = form.get_by_label("Minuts fins a l’arribada")
    await expect(minutes).to_have_accessible_description("Cal un nombre enter.")
    await minutes.fill("25")
    await board.keyboard.press("Enter")
    await expect(form).to_contain_text(catalogue("ca").say("prealert-fault-hospital"))
    await form.locator("select[name=hospital]").select_option(others[0])
    await minutes.press("Enter")
    await expect(form).to_have_count(0)
    path = f"/api/pre-alerts/{pre_alert['pre_alert_id']}"
    assert (await people.get("central", path))["hospital"] == others[0]
    await expect(row).to_contain_text("25 min")

    await row.get_by_role("button", name="Registra").click()
    await form.get_by_label("Anul·la la prealerta").check()
    await form.get_by_label("Motiu").select_option("és un error")
    await form.get_by_role("button", name="Anul·la la prealerta").click()
    await expect(row).to_have_count(0)
    closed = await people.get("central", path)
    assert (closed["stage"], closed["reason"]) == ("cancelled", "mistake")
    await expect(board.locator(".panel .legend")).to_contain_text(pre_alert["number"])


async def test_somebody_who_only_reads_can_record_nothing(browser, people):
    context = await open_context(browser)
    page = await open_board(context, people, "analista")
    await page.keyboard.press("u")
    await expect(page.locator(".panel tbody tr").first).to_be_visible()
    await expect(page.locator(".row-button")).to_have_count(0)
    await context.close()
