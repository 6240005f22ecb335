"""A door where nobody agreed is told as such on every page; who withdrew is named."""

import pytest

from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.hand_over import hand_over
from dispatch.desk.move_on import move_on
from dispatch.desk.report_progress import report_progress
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import HospitalCode, TransferId
from dispatch.transfer.stage import Stage
from tests.builders import GERMANS_TRIAS, MATARO, crew, dispatcher
from tests.desk_world import by
from tests.shell.test_pages_ways import plain


async def elsewhere(served) -> TransferId:
    """The crew is at the door of a hospital that never agreed."""
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    hq, there = served.world.hq, HospitalCode(GERMANS_TRIAS)
    await drive_elsewhere(hq, by(crew()), transfer_id, hospital=there, reason="arrest")
    await report_progress(hq, by(crew()), transfer_id, step="arrived")
    return TransferId(transfer_id)


async def page_of(served, name, code, path) -> str:
    client = await served.client(name)
    client.cookies.set("csi_language", code)
    return plain((await client.get(path)).text).lower()


@pytest.mark.parametrize("code", LANGUAGES)
async def test_door_that_never_agreed_is_no_receiving_hospital(served, code):
    transfer_id = await elsewhere(served)
    say = catalogue(code).say
    door, agreed = say("stage-unagreed").lower(), say("stage-arrived").lower()
    for name, path in (
        ("sva-01", "/mission"),
        ("calella", f"/requests/{transfer_id}"),
        ("calella", "/requests"),
        ("uci-germans-trias", f"/answers/{transfer_id}"),
        ("uci-mataro", "/answers"),
        ("calella", f"/shared/{transfer_id}"),
    ):
        text = await page_of(served, name, code, path)
        assert door in text, path
        assert agreed not in text, path
    text = await page_of(served, "sva-01", code, "/mission")
    assert say("door-unagreed").lower() in text
    assert f">{say('hospital-receiving').lower()}<" not in text


async def test_crew_finds_how_to_take_back_a_handover_where_nobody_had_agreed(served):
    """It stays on the board until somebody there confirms, and is no mission any more."""
    transfer_id = await elsewhere(served)
    await hand_over(served.world.hq, by(crew()), transfer_id)
    seen = await page_of(served, "sva-01", "ca", "/mission")
    say = catalogue("ca").say
    assert f'href="/ended/{transfer_id}"'.lower() in seen
    assert say("stage-handed_over").lower() in seen
    assert say("hospital-receiving").lower() not in seen
    assert f"/shared/{transfer_id}".lower() not in seen


@pytest.mark.parametrize("code", LANGUAGES)
async def test_closed_transfer_says_that_nobody_had_agreed_there(served, code):
    transfer_id = await elsewhere(served)
    await hand_over(served.world.hq, by(crew()), transfer_id)
    named = served.world.hq.network.hospitals[HospitalCode(GERMANS_TRIAS)].name
    told = catalogue(code).say("page-without-agreement", {"hospital": named}).lower()
    text = await page_of(served, "sva-01", code, f"/ended/{transfer_id}")
    assert told in text
    asked = await page_of(served, "sva-01", code, "/mission")
    assert named.lower() in asked
    assert f" {GERMANS_TRIAS}<" not in asked
    desk = await served.client("central")
    (row,) = (await desk.get("/api/ended")).json()
    assert row["without_agreement"] == GERMANS_TRIAS


@pytest.mark.parametrize("code", LANGUAGES)
async def test_hospital_that_withdrew_is_named_and_not_the_next_one(served, code):
    transfer_id = await served.world.brought_to(Stage.EN_ROUTE)
    hq = served.world.hq
    await withdraw_agreement(
        hq, by(dispatcher()), transfer_id, reason="no_bed", told_by="Dra. Puig"
    )
    await move_on(hq, by(HEADQUARTERS), transfer_id)
    assert (await served.world.transfer(transfer_id)).asked == GERMANS_TRIAS
    withdrew = catalogue(code).say("decision-receiver_withdrew")
    named = f"{withdrew}: {hq.network.hospitals[HospitalCode(MATARO)].name}".lower()
    for name, path in (("sva-01", "/mission"), ("calella", f"/requests/{transfer_id}")):
        assert named in await page_of(served, name, code, path)
