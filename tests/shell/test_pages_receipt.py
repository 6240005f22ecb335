"""A hospital is asked whether it has the patient, and takes a wrong confirmation back."""

from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.hand_over import hand_over
from dispatch.desk.report_progress import report_progress
from dispatch.i18n import catalogue
from dispatch.kernel import HospitalCode
from dispatch.transfer.stage import Stage
from tests.builders import GERMANS_TRIAS, MATARO, crew
from tests.desk_world import by
from tests.shell.test_pages_forms import Sheet, follow, send


async def test_receiving_hospital_takes_its_confirmation_back(served):
    transfer_id = await served.world.brought_to(Stage.HANDED_OVER)
    icu, path = await served.client("uci-mataro"), f"/answers/{transfer_id}"
    page = await follow(icu, await send(icu, await icu.get(path), f"{path}/part"))
    assert f"{path}/part" not in dict(Sheet(page.text).forms)
    bare = await send(icu, page, f"{path}/part-back", reason="")
    assert catalogue("ca").say("page-fault-part-back") in bare.text
    page = await follow(icu, await send(icu, page, f"{path}/part-back", reason="no és ell"))
    assert catalogue("ca").say("page-done-part-back") in page.text
    times = (await served.world.transfer(transfer_id)).milestones
    assert times.receiver_confirmed_at is None
    assert f"{path}/part" in dict(Sheet(page.text).forms)
    assert path in (await icu.get("/answers")).text


async def test_hospital_that_never_agreed_sees_whom_it_was_given(served):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    hq, there = served.world.hq, HospitalCode(GERMANS_TRIAS)
    await drive_elsewhere(hq, by(crew()), transfer_id, hospital=there, reason="arrest")
    await report_progress(hq, by(crew()), transfer_id, step="arrived")
    await hand_over(hq, by(crew()), transfer_id)
    icu, path = await served.client("uci-germans-trias"), f"/answers/{transfer_id}"
    assert (await icu.get("/answers")).text.count(f'href="{path}"') == 1
    page = await icu.get(path)
    assert catalogue("ca").say("decision-handed_over_unagreed") in page.text
    await follow(icu, await send(icu, page, f"{path}/part"))
    desk = await served.client("central")
    seen = (await desk.get(f"/api/transfers/{transfer_id}")).json()
    assert (seen["receipt"], seen["without_agreement"]) == (None, GERMANS_TRIAS)
    assert seen["decisions"] == []


async def test_confirmation_is_taken_back_over_http(served):
    transfer_id = await served.world.brought_to(Stage.HANDED_OVER)
    desk, path = await served.client("central"), f"/api/transfers/{transfer_id}"
    part = {"part": "receiver_took_over"}
    key = {"Idempotency-Key": "the receipt confirmed"}
    seen = (await desk.post(f"{path}/part", json=part, headers=key)).json()
    assert seen["part_back"] == "receiver_took_over"
    body = {**part, "reason": "wrong patient"}
    key = {"Idempotency-Key": "the receipt taken back"}
    seen = (await desk.post(f"{path}/part-back", json=body, headers=key)).json()
    assert [each["kind"] for each in seen["decisions"]] == ["receipt_denied"]
    assert seen["receipt"]["hospital"] == MATARO
