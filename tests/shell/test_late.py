"""Headquarters enters what was written on paper: by its form, and by a header."""

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from tests.builders import NOON
from tests.shell.test_pages_forms import FILLED, Sheet, send

PAPER = {**FILLED, "referring": "calella", "doctor": "Dra. Pi"}
NEW = "/requests/new"


async def lines_of(served):
    return (await served.world.hq.log.read_changes(0)).lines


async def test_request_of_a_paper_has_its_true_time(served):
    served.world.clock.forward(60)
    desk = await served.client("central")
    page = await desk.get(NEW)
    answer = await send(desk, page, NEW, **PAPER, written_at="2026-11-22T13:20")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/console/"
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.milestones.requested_at.isoformat() == "2026-11-22T12:20:00+00:00"
    assert transfer.referring_doctor == "Dra. Pi"
    assert all(line.is_late_entry for line in await lines_of(served))


async def test_request_by_telephone_is_of_now_and_not_marked(served):
    desk = await served.client("central")
    answer = await send(desk, await desk.get(NEW), NEW, **PAPER)
    assert answer.status_code == 303
    assert not any(line.is_late_entry for line in await lines_of(served))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("changes", "blamed", "message"),
    [
        ({"referring": ""}, "f-referring", "page-fault-referring"),
        ({"doctor": ""}, "f-doctor", "page-fault-doctor"),
        ({"written_at": "yesterday"}, "f-written_at", "page-fault-written_at"),
    ],
)
async def test_what_is_missing_on_the_form_is_named(served, code, changes, blamed, message):
    desk = await served.client("central")
    desk.cookies.set("csi_language", code)
    answer = await send(desk, await desk.get(NEW), NEW, **{**PAPER, **changes})
    assert answer.status_code == 422
    assert catalogue(code).say(message) in answer.text
    assert blamed in Sheet(answer.text).targets
    assert await lines_of(served) == ()


@pytest.mark.parametrize("told", ["2026-11-22T13:01", "2026-11-19T12:59"])
async def test_paper_of_the_future_or_of_long_ago_opens_nothing(served, told):
    desk = await served.client("central")
    answer = await send(desk, await desk.get(NEW), NEW, **PAPER, written_at=told)
    assert answer.status_code == 422
    assert "f-written_at" in Sheet(answer.text).targets
    assert await lines_of(served) == ()


async def test_doctor_is_not_asked_for_another_hospital_or_time(served):
    page = (await (await served.client("calella")).get(NEW)).text
    assert not {"f-referring", "f-doctor", "f-written_at"} & Sheet(page).ids


async def cancel(served, username, written_at):
    transfer_id = await served.world.brought_to(Stage.ASKED)
    served.world.clock.forward(60)
    client = await served.client(username)
    version = (await served.world.transfer(transfer_id)).version
    headers = {
        "Idempotency-Key": "a key of paper",
        "If-Match": f'"{version}"',
        "Written-At": written_at,
    }
    path = f"/api/transfers/{transfer_id}/cancel"
    return await client.post(path, json={"reason": "better"}, headers=headers)


async def test_header_makes_a_command_a_late_entry(served):
    answer = await cancel(served, "central", "2026-11-22T12:30:00Z")
    assert answer.status_code == 200
    last = (await lines_of(served))[-1]
    assert last.is_late_entry
    assert (last.occurred_at - NOON).total_seconds() == 30 * 60


@pytest.mark.parametrize("told", ["soon", "2026-11-22", "1", "٢٠٢٦-11-22T12:30:00Z"])
async def test_time_that_cannot_be_read_is_refused(served, told):
    answer = await cancel(served, "central", told.encode())
    assert (answer.status_code, answer.json()["code"]) == (422, "written_at_invalid")


async def test_time_without_zone_is_refused(served):
    answer = await cancel(served, "central", "2026-11-22T12:30:00")
    assert (answer.status_code, answer.json()["code"]) == (422, "instant_without_zone")


async def test_nobody_but_headquarters_enters_late(served):
    answer = await cancel(served, "calella", "2026-11-22T12:30:00Z")
    assert answer.status_code == 403
