"""What is being entered from paper is marked wherever somebody looks at it."""

from html import unescape

import pytest
from msgspec.structs import replace

from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.expect_papers import expect_papers
from dispatch.desk.read_sheet import read_sheet
from dispatch.desk.request_transfer import request_transfer
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import TransferId
from dispatch.transfer.stage import Stage
from dispatch.web.pages.sheet import Printing, print_sheet
from tests.builders import a_request, at, dispatcher
from tests.desk_world import World, by
from tests.shell.test_late import NEW, PAPER
from tests.shell.test_pages_forms import send


async def on_paper(world: World) -> TransferId:
    """Asked for three hours ago; its next paper is still to come."""
    world.clock.forward(180)
    paper = replace(by(dispatcher()), written_at=at(5))
    request = a_request(doctor="Dra. Pi")
    transfer_id = TransferId((await request_transfer(world.hq, paper, request)).subject)
    first = (await world.transfer(transfer_id)).candidates[0].hospital
    await ask_hospital(world.hq, paper, transfer_id, hospital=first)
    return transfer_id


async def shown(served, username: str, path: str, language: str) -> str:
    client = await served.client(username)
    client.cookies.set("csi_language", language)
    answer = await client.get(path)
    assert answer.status_code == 200
    return unescape(answer.text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_doctors_are_told_that_it_is_entered_from_paper(served, language):
    transfer_id, said = await on_paper(served.world), catalogue(language).say
    for username, room in (("calella", "requests"), ("uci-mataro", "answers")):
        mark = said("papers-mark")
        listed = await shown(served, username, f"/{room}", language)
        assert mark[0].upper() + mark[1:] in listed
        one = await shown(served, username, f"/{room}/{transfer_id}", language)
        assert said("papers-page") in one
        assert said("page-accept") not in one
    assert said("page-answer-now") not in await shown(
        served, "uci-mataro", "/answers", language
    )


async def test_crew_is_told_too(served):
    world = served.world
    transfer_id = await world.brought_to(Stage.EN_ROUTE)
    await expect_papers(world.hq, by(dispatcher()), transfer_id)
    page = await shown(served, "sva-01", "/mission", "en")
    assert catalogue("en").say("papers-page") in page


@pytest.mark.parametrize("language", LANGUAGES)
async def test_printed_sheet_marks_it(world: World, language):
    await on_paper(world)
    made = await read_sheet(world.hq, by(HEADQUARTERS))
    page = unescape(print_sheet(made, Printing(world.hq.network), language))
    assert catalogue(language).say("papers-sheet") in page
    assert dispatcher().name in page


@pytest.mark.parametrize(("told", "is_quiet"), [({}, True), ({"has_more_papers": "yes"}, True)])
async def test_request_on_the_form_has_more_papers_to_come(served, told, is_quiet):
    served.world.clock.forward(60)
    desk = await served.client("central")
    page = await desk.get(NEW)
    assert 'value="yes" id="f-has_more_papers" checked' in page.text
    await send(desk, page, NEW, **PAPER, written_at="2026-11-22T13:20", **told)
    (transfer,) = (await served.world.board()).transfers.values()
    assert (transfer.papers is not None) is is_quiet


async def test_request_of_now_on_the_same_form_has_none(served):
    desk = await served.client("central")
    page = await desk.get(NEW)
    await send(desk, page, NEW, **PAPER, has_more_papers="yes")
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.papers is None


async def test_patient_who_waits_and_has_no_other_paper_is_of_now(served):
    served.world.clock.forward(60)
    desk = await served.client("central")
    page = await desk.get(NEW)
    written = {"written_at": "2026-11-22T13:20", "has_more_papers": "no"}
    await send(desk, page, NEW, **PAPER, **written)
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.papers is None


async def test_doctor_is_not_asked_about_papers(served):
    assert "has_more_papers" not in (await (await served.client("calella")).get(NEW)).text


async def test_both_words_over_the_interface(served):
    world = served.world
    transfer_id = await on_paper(world)
    desk = await served.client("central")
    path, number = f"/api/transfers/{transfer_id}", 0

    async def say(verb):
        nonlocal number
        number += 1
        seen = (await world.transfer(transfer_id)).version
        heads = {"Idempotency-Key": f"said by central {number}", "If-Match": f'"{seen}"'}
        return await desk.post(f"{path}/{verb}", json={}, headers=heads)

    ended = await say("papers-ended")
    assert (ended.status_code, ended.json().get("papers")) == (200, None), ended.text
    again = await say("papers-ended")
    assert (again.status_code, again.json()["code"]) == (409, "no_papers_to_come")
    more = await say("papers-to-come")
    assert more.json()["papers"]["entered_by"] == "Central"
