"""The crew says that its unit can't go on, and every side sees who has the patient."""

import pytest
from msgspec.structs import replace

from dispatch.fleet import Activity
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import WITH_UNIT, Stage
from dispatch.transfer.transfer import roadside, waiting_unit
from tests.shell.test_pages_forms import Sheet, follow, send

HERE = {"lat": "41,58", "lon": "2.55"}


async def failed(served):
    """Between the two hospitals; the crew's page after it was told."""
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    answer = await send(crew, page, "/mission/failure", reason="engine", **HERE)
    return transfer_id, await follow(crew, answer)


async def test_crew_that_fails_is_told_to_stay(served):
    transfer_id, page = await failed(served)
    transfer = await served.world.transfer(transfer_id)
    assert (waiting_unit(transfer), roadside(transfer)) == ("SVA-01", (41.58, 2.55))
    assert catalogue("ca").say("page-failure-wait-none") in page.text
    forms = dict(Sheet(page.text).forms)
    assert not {"/mission/step", "/mission/failure", "/mission/status"} & set(forms)


@pytest.mark.parametrize("stage", sorted(WITH_UNIT))
async def test_crew_on_its_way_says_that_its_unit_fails_and_is_back(served, stage):
    transfer_id = await served.world.brought_to(stage)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    assert catalogue("ca").say("page-failure-hint-on-the-way") in page.text
    assert 'name="lat"' not in page.text
    page = await follow(crew, await send(crew, page, "/mission/failure", reason="engine"))
    assert catalogue("ca").say("page-done-failure-free") in page.text
    assert (await served.world.transfer(transfer_id)).unit_id is None
    assert (await served.world.unit("SVA-01")).activity is Activity.OUT_OF_SERVICE
    await follow(crew, await send(crew, page, "/mission/status", activity="station"))
    assert (await served.world.unit("SVA-01")).activity is Activity.STATION


async def test_next_crew_is_shown_the_way_and_takes_over(served):
    transfer_id, _ = await failed(served)
    desk = await served.client("central")
    body = {"unit_id": "SVA-02", "override_reason": "near"}
    path = f"/api/transfers/{transfer_id}/unit"
    version = (await served.world.transfer(transfer_id)).version
    headers = {"Idempotency-Key": "the key of this test", "If-Match": f'"{version}"'}
    await desk.post(path, json=body, headers=headers)
    known = await served.world.hq.people.find_person("sva-01")
    other = replace(known, person_id="second", username="sva-02", unit_id="SVA-02")
    await served.world.hq.people.add_person(other)
    crew = await served.client("sva-02")
    page = await crew.get("/mission")
    assert "geo:41.58,2.55" in page.text
    assert catalogue("ca").say("page-failure-with", {"unit": "SVA-01"}) in page.text
    transfer = await served.world.transfer(transfer_id)
    assert transfer.bedside not in page.text
    assert transfer.expected_bedside_at is not None
    wanted = catalogue("ca").say("page-expected-bedside", {"time": "|"}).partition("|")[0]
    assert wanted in page.text
    first = await (await served.client("sva-01")).get("/mission")
    assert catalogue("ca").say("page-failure-wait", {"unit": "SVA-02"}) in first.text
    for _ in range(3):
        page = await follow(crew, await send(crew, page, "/mission/step"))
    page = await follow(crew, await send(crew, page, "/mission/part"))
    assert waiting_unit(await served.world.transfer(transfer_id)) is None
    first = await (await served.client("sva-01")).get("/mission")
    assert "/mission/status" in dict(Sheet(first.text).forms)


@pytest.mark.parametrize("code", LANGUAGES)
async def test_both_hospitals_see_whose_crew_has_the_patient(served, code):
    transfer_id, _ = await failed(served)
    for name, path in (("calella", "requests"), ("uci-mataro", "answers")):
        client = await served.client(name)
        client.cookies.set("csi_language", code)
        for page in (f"/{path}/{transfer_id}", f"/shared/{transfer_id}"):
            text = (await client.get(page)).text
            assert catalogue(code).say("page-failure-next-none") in text
            said = catalogue(code).say("page-responsible-crew", {"unit": "SVA-01"})
            assert said in text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"reason": "", **HERE}, "page-fault-failure"),
        ({"reason": "engine", "lat": "41.5", "lon": ""}, "refused-body_invalid"),
        ({"reason": "engine", "lat": "here", "lon": "2"}, "refused-position_invalid"),
        ({"reason": "engine", "lat": "", "lon": ""}, "refused-position_needed"),
    ],
)
async def test_failure_without_reason_or_place_is_said_in_words(served, fields, message):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    answer = await send(crew, page, "/mission/failure", **fields)
    assert answer.status_code in {409, 422}
    said = catalogue("ca").say(message, {"unit": "SVA-01", "field": "lat"})
    assert said.partition("{")[0][:20] in answer.text
    assert (await served.world.transfer(transfer_id)).stage is Stage.DEPARTED


async def test_failure_goes_over_http_with_a_place(served):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    desk = await served.client("central")
    path, headers = f"/api/transfers/{transfer_id}/failure", {"Idempotency-Key": "one key here"}
    half = await desk.post(path, json={"reason": "engine", "lat": 41.5}, headers=headers)
    assert (half.status_code, half.json()["code"]) == (422, "body_invalid")
    body = {"reason": "engine", "lat": 41.58, "lon": 2.55}
    seen = (await desk.post(path, json=body, headers={"Idempotency-Key": "another one"})).json()
    assert (seen["responsible"], seen["responsible_unit"]) == ("crew", "SVA-01")
    assert (seen["stranded"]["lat"], seen["stranded"]["lon"]) == (41.58, 2.55)


async def test_sender_is_not_offered_to_cancel_what_waits_on_the_road(served):
    transfer_id = await served.world.brought_to(Stage.AT_PATIENT)
    doctor = await served.client("calella")
    path = f"/requests/{transfer_id}"
    assert f'href="{path}/cancel"' in (await doctor.get(path)).text
    crew = await served.client("sva-01")
    await follow(crew, await send(crew, await crew.get("/mission"), "/mission/step"))
    await send(crew, await crew.get("/mission"), "/mission/failure", reason="engine", **HERE)
    assert roadside(await served.world.transfer(transfer_id)) == (41.58, 2.55)
    assert f'href="{path}/cancel"' not in (await doctor.get(path)).text


@pytest.mark.parametrize("stage", [Stage.EN_ROUTE, Stage.DEPARTED])
async def test_crew_takes_its_failure_back_and_has_the_mission_again(served, stage):
    transfer_id = await served.world.brought_to(stage)
    crew = await served.client("sva-01")
    place = HERE if stage is Stage.DEPARTED else {}
    page = await crew.get("/mission")
    assert "/mission/failure-back" not in dict(Sheet(page.text).forms)
    page = await follow(
        crew, await send(crew, page, "/mission/failure", reason="engine", **place)
    )
    bare = await send(crew, page, "/mission/failure-back", reason="")
    assert catalogue("ca").say("page-fault-failure-back") in bare.text
    page = await follow(crew, await send(crew, page, "/mission/failure-back", reason="engega"))
    assert catalogue("ca").say("page-done-failure-back") in page.text
    assert "/mission/step" in dict(Sheet(page.text).forms)
    transfer = await served.world.transfer(transfer_id)
    assert (transfer.stage, transfer.unit_id) == (stage, "SVA-01")


async def test_unit_that_breaks_down_at_the_door_hands_over_all_the_same(served):
    transfer_id = await served.world.brought_to(Stage.ARRIVED)
    crew = await served.client("sva-01")
    page = await crew.get("/mission")
    assert catalogue("ca").say("page-failure-hint-there") in page.text
    assert 'name="lat"' not in page.text
    page = await follow(crew, await send(crew, page, "/mission/failure", reason="engine"))
    assert catalogue("ca").say("page-failure-there", {"unit": "SVA-01"}) in page.text
    forms = dict(Sheet(page.text).forms)
    assert {"/mission/step", "/mission/failure-back"} <= set(forms)
    assert "/mission/failure" not in forms
    page = await follow(crew, await send(crew, page, "/mission/step"))
    assert (await served.world.transfer(transfer_id)).stage is Stage.HANDED_OVER
    assert (await served.world.unit("SVA-01")).activity is Activity.OUT_OF_SERVICE
    assert "/mission/status" in dict(Sheet(page.text).forms)


async def test_failure_is_taken_back_over_http_and_shown_until_then(served):
    transfer_id = await served.world.brought_to(Stage.DEPARTED)
    desk = await served.client("central")
    path = f"/api/transfers/{transfer_id}"
    body = {"reason": "engine", "lat": 41.58, "lon": 2.55}
    headers = {"Idempotency-Key": "the failure told"}
    seen = (await desk.post(f"{path}/failure", json=body, headers=headers)).json()
    assert seen["failure"]["unit_id"] == "SVA-01"
    lately = (await desk.get("/api/failed")).json()
    assert [each["transfer_id"] for each in lately] == [transfer_id]
    headers = {"Idempotency-Key": "the failure taken back"}
    answer = await desk.post(f"{path}/failure-back", json={"reason": "runs"}, headers=headers)
    assert (answer.json()["stage"], answer.json()["failure"]) == ("departed", None)


async def test_release_for_a_breakdown_is_refused_over_http_in_words(served):
    transfer_id = await served.world.brought_to(Stage.EN_ROUTE)
    desk = await served.client("central")
    answer = await desk.post(
        f"/api/transfers/{transfer_id}/release",
        json={"reason": "breakdown"},
        headers={"Idempotency-Key": "a release for a breakdown"},
    )
    told = answer.json()
    assert (answer.status_code, told["code"]) == (409, "breakdown_is_failure")
    assert "SVA-01" in told["detail"]


async def test_bed_that_was_left_is_shown_to_nobody_as_the_place(served):
    transfer_id = await served.world.brought_to(Stage.AT_PATIENT)
    bed = (await served.world.transfer(transfer_id)).bedside
    doctor, crew = await served.client("calella"), await served.client("sva-01")
    assert bed in (await doctor.get("/requests")).text
    assert bed in (await crew.get("/mission")).text.partition('id="whose-title"')[2]
    await follow(crew, await send(crew, await crew.get("/mission"), "/mission/step"))
    assert (await served.world.transfer(transfer_id)).stage is Stage.DEPARTED
    assert bed not in (await doctor.get("/requests")).text
    page = await crew.get("/mission")
    await send(crew, page, "/mission/failure", reason="engine", **HERE)
    assert bed not in (await doctor.get("/requests")).text
    assert bed not in (await crew.get("/mission")).text
