"""The crew's page: one button after the other, until nobody is on board."""

import pytest

from dispatch.fleet import Activity
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.described import ToldAge
from dispatch.transfer.stage import Stage
from tests.shell.test_pages_forms import Sheet, follow, send

STEPS = ("notified", "en_route", "at_patient", "departed", "arrived", "handed_over")


@pytest.mark.parametrize("code", LANGUAGES)
async def test_one_button_leads_through_the_whole_journey(served, code):
    transfer_id = await served.world.brought_to(Stage.ASSIGNED)
    crew = await served.client("sva-01")
    crew.cookies.set("csi_language", code)
    page = await crew.get("/mission")
    for step in STEPS:
        assert catalogue(code).say(f"page-step-{step}") in page.text
        page = await follow(crew, await send(crew, page, "/mission/step"))
        assert (await served.world.transfer(transfer_id)).stage.value == step
    assert catalogue(code).say("activity-clearing")[1:] in page.text


async def test_the_crew_sees_bedside_telephone_and_needs(served):
    transfer_id = await served.world.brought_to(Stage.ASSIGNED)
    transfer = await served.world.transfer(transfer_id)
    page = (await (await served.client("sva-01")).get("/mission")).text
    assert transfer.bedside in page
    assert f'href="tel:{transfer.contact_phone.replace(" ", "")}"' in page
    assert catalogue("ca").say("need-icu") in page


async def test_a_step_sent_twice_counts_once(served):
    await served.world.brought_to(Stage.ASSIGNED)
    crew = await served.client("sva-01")
    fields = dict(Sheet((await crew.get("/mission")).text).forms)["/mission/step"]
    answers = [await crew.post("/mission/step", data=fields) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert (await served.world.names()).count("transfer.progressed") == 1


async def test_a_step_already_made_is_a_conflict_said_in_words(served):
    await served.world.brought_to(Stage.ASSIGNED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    await send(crew, page, "/mission/step")
    again = await send(crew, page, "/mission/step", key="another-key")
    assert again.status_code == 409
    assert catalogue("ca").say("stage-notified") in again.text
    assert catalogue("ca").say("page-step-en_route") in again.text


@pytest.mark.parametrize("step", ["", "flown"])
async def test_a_step_not_on_the_page_is_refused(served, step):
    transfer_id = await served.world.brought_to(Stage.ASSIGNED)
    crew = await served.client("sva-01")
    body = {"key": "k" * 12, "transfer_id": transfer_id, "step": step}
    assert (await crew.post("/mission/step", data=body)).status_code == 422
    assert (await served.world.transfer(transfer_id)).stage is Stage.ASSIGNED


async def test_the_mission_of_another_unit_is_unknown(served):
    transfer_id = await served.world.brought_to(Stage.ASSIGNED, unit_id="SVA-02")
    crew = await served.client("sva-01")
    assert "/mission/step" not in (await crew.get("/mission")).text
    body = {"key": "k" * 12, "transfer_id": transfer_id, "step": "notified"}
    assert (await crew.post("/mission/step", data=body)).status_code == 404


@pytest.mark.parametrize(
    ("activity", "other"), [("out_of_service", "station"), ("station", "out_of_service")]
)
async def test_a_unit_goes_out_of_service_and_back(served, activity, other):
    crew = await served.client("sva-01")
    body = {"key": "k" * 12, "activity": other}
    await crew.post("/mission/status", data=body)
    page = await crew.get("/mission")
    await send(crew, page, "/mission/status", activity=activity)
    assert (await served.world.unit("SVA-01")).activity is Activity(activity)


async def test_no_unit_rests_during_a_mission(served):
    await served.world.brought_to(Stage.ASSIGNED)
    crew = await served.client("sva-01")
    body = {"key": "k" * 12, "activity": "out_of_service"}
    answer = await crew.post("/mission/status", data=body)
    assert answer.status_code == 409
    assert 'id="faults"' in answer.text


async def test_no_crew_calls_itself_dispatched(served):
    crew = await served.client("sva-01")
    body = {"key": "k" * 12, "activity": "other_mission"}
    assert (await crew.post("/mission/status", data=body)).status_code == 422


@pytest.mark.parametrize("code", LANGUAGES)
async def test_crew_sees_whom_to_look_for_and_checks_two_identifiers(served, code):
    seen = ToldAge("female", 68)
    transfer_id = await served.world.brought_to(Stage.AT_PATIENT, "NHC 5", described=seen)
    crew = await served.client("sva-01")
    crew.cookies.set("csi_language", code)
    say = catalogue(code).say
    page = await crew.get("/mission")
    assert say("described-years", {"age": 68}) in page.text
    assert say("sex-female").capitalize() in page.text
    assert say("whose-unchecked") in page.text
    one = {"compared/name": "yes", "is_match": "yes"}
    wrong = await send(crew, page, "/mission/identity", **one)
    assert wrong.status_code == 422
    assert "f-compared" in Sheet(wrong.text).targets & Sheet(wrong.text).ids
    two = {**one, "compared/record_number": "yes", "patient_reference": "nhc 0005"}
    shown = await follow(crew, await send(crew, page, "/mission/identity", **two, key="k" * 12))
    assert say("whose-sealed-yes") in shown.text
    assert (await served.world.transfer(transfer_id)).identity.is_match


async def test_crew_that_finds_another_patient_does_not_leave(served):
    transfer_id = await served.world.brought_to(Stage.AT_PATIENT)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    no = {"compared/name": "yes", "is_match": "no"}
    page = await follow(crew, await send(crew, page, "/mission/identity", **no))
    stays = await send(crew, page, "/mission/step")
    assert stays.status_code == 409
    assert (await served.world.transfer(transfer_id)).stage is Stage.AT_PATIENT
