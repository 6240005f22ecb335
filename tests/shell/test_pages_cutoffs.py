"""Cut-offs of a centre on its page and over HTTP, and which were used."""

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from tests.desk_world import region
from tests.shell.test_pages_forms import Sheet, send

PAGE = "/cutoffs/mataro"
CALELLA = "/api/hospitals/calella/cutoffs"
FAST = {
    "id": "A",
    "inputs": {"population": "adult", "infection_suspected": True, "rr": 24},
}


async def put(client, path, body, key="a key of this test"):
    return await client.post(path, json=body, headers={"Idempotency-Key": key})


async def set_for_calella(served, **own):
    client = await served.client("coordinacio")
    answer = await put(client, CALELLA, {"own": own, "reason": "audit"})
    assert answer.status_code == 200, answer.text


async def test_assessment_without_a_hospital_says_nothing_of_cutoffs(served):
    await set_for_calella(served, tachypnoea_from_rpm=25)
    client = await served.client("calella")
    (answer,) = (await client.post("/api/assess", json=FAST)).json()
    assert (answer["csi_detection"], "cutoffs" in answer) == ("suspicion", False)


async def test_assessment_for_a_hospital_says_whose_cutoffs_it_used(served):
    client = await served.client("calella")
    (before,) = (await client.post("/api/assess?hospital=calella", json=FAST)).json()
    await set_for_calella(served, tachypnoea_from_rpm=25)
    (after,) = (await client.post("/api/assess?hospital=calella", json=FAST)).json()
    assert before["csi_detection"] == "suspicion"
    assert before["cutoffs"] == {"hospital": "calella", "of": "proposed", "since": None}
    assert after["csi_detection"] == "none"
    assert after["cutoffs"] == {
        "hospital": "calella",
        "of": "centre",
        "since": "2026-11-22T12:00:00Z",
    }


async def test_assessment_for_no_such_hospital_is_refused(served):
    client = await served.client("calella")
    answer = await client.post("/api/assess?hospital=atlantis", json=FAST)
    assert answer.json()["code"] == "unknown_hospital"


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"own": {"tachypnoea_from_rpm": "25"}, "reason": "as told"}, "body_invalid", None),
        ({"own": {"tachypnoea_from_rpm": -1}, "reason": "ok"}, "cutoff_out_of_range", None),
        ({"own": {"sofa": 1}, "reason": "as told"}, "cutoff_unknown", "sofa"),
        ({"own": {}}, "body_invalid", None),
    ],
)
async def test_what_is_wrong_is_named(served, body, code, field):
    problem = (await put(await served.client("coordinacio"), CALELLA, body)).json()
    assert problem["code"] == code
    assert field in {None, problem["field"]}


async def test_form_begins_with_what_holds_and_saves_what_differs(served):
    client = await served.client("uci-mataro")
    form = await client.get(PAGE)
    assert catalogue("ca").say("cutoffs-proposed") in form.text
    assert dict(Sheet(form.text).forms)[PAGE]["child_fever_from_c"] == "38"
    answer = await send(
        client, form, PAGE, tachypnoea_from_rpm="24", child_fever_from_c="38,5", reason="audit"
    )
    assert answer.status_code == 303, answer.text
    (kept,) = await served.world.hq.centres.read_settings("mataro")
    assert kept.own == {"tachypnoea_from_rpm": 24, "child_fever_from_c": 38.5}
    shown = (await client.get(PAGE)).text
    assert "Punts de tall del centre, des de 13:00" in shown
    assert "audit" in shown


async def test_empty_field_is_the_proposed_number(served):
    client = await served.client("uci-mataro")
    await send(client, await client.get(PAGE), PAGE, lactate_above_mmol_l="", reason="as told")
    (kept,) = await served.world.hq.centres.read_settings("mataro")
    assert kept.own == {}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"tachypnoea_from_rpm": "99", "reason": "as told"}, "18-30 rpm"),
        ({"tachypnoea_from_rpm": "many", "reason": "as told"}, None),
        ({"child_refill_above_s": "3,5", "reason": "as told"}, "<= 3"),
        ({}, None),
    ],
)
async def test_number_that_cannot_be_is_told_in_words(served, code, changed, told):
    client = await served.client("uci-mataro")
    client.cookies.set("csi_language", code)
    answer = await send(client, await client.get(PAGE), PAGE, **changed)
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert sheet.targets <= sheet.ids
    assert told is None or told.replace("<", "&lt;") in answer.text
    assert await served.world.hq.centres.read_settings("mataro") == ()


async def test_referring_doctor_has_no_such_page(served):
    client = await served.client("calella")
    for page in (PAGE, "/cutoffs/calella", "/cutoffs"):
        assert (await client.get(page)).status_code == 403


async def test_intensivist_has_the_own_hospital_alone(served):
    client = await served.client("uci-mataro")
    assert (await client.get("/cutoffs/calella")).status_code == 403
    assert (await client.get("/cutoffs")).status_code == 403
    assert f'href="{PAGE}"' in (await client.get("/answers")).text


async def test_coordinating_doctor_sets_those_of_a_hospital_without_intensivist(served):
    client = await served.client("coordinacio")
    page = "/cutoffs/calella"
    answer = await send(
        client, await client.get(page), page, tachypnoea_from_rpm="24", reason="as told"
    )
    assert answer.headers["location"] == f"{page}?done=cutoffs"
    centres = (await client.get("/cutoffs")).text.split('class="card"')[1:]
    (calella,) = (each for each in centres if 'href="/cutoffs/calella"' in each)
    assert len(centres) == len(region().network.hospitals)
    assert "Punts de tall del centre, des de 13:00" in calella
    proposed = catalogue("ca").say("cutoffs-proposed")
    assert sum(proposed in each for each in centres) == len(centres) - 1


async def test_no_such_hospital_is_told(served):
    assert (
        await (await served.client("coordinacio")).get("/cutoffs/atlantis")
    ).status_code == 404


async def test_older_form_leaves_what_another_set_meanwhile(served):
    one, other = await served.client("uci-mataro"), await served.client("coordinacio")
    older = await one.get(PAGE)
    said = {"tachypnoea_from_rpm": "24", "reason": "audit"}
    await send(other, await other.get(PAGE), PAGE, **said)
    served.world.clock.forward(1)
    answer = await send(one, older, PAGE, child_fever_from_c="38,5", reason="audit")
    assert answer.status_code == 303, answer.text
    kept = (await served.world.hq.centres.read_settings("mataro"))[0]
    assert kept.own == {"tachypnoea_from_rpm": 24, "child_fever_from_c": 38.5}


async def test_number_that_both_changed_is_asked_again_with_both(served):
    one, other = await served.client("uci-mataro"), await served.client("coordinacio")
    older = await one.get(PAGE)
    said = {"tachypnoea_from_rpm": "24", "reason": "audit"}
    await send(other, await other.get(PAGE), PAGE, **said)
    served.world.clock.forward(1)
    mine = {"tachypnoea_from_rpm": "26", "reason": "audit"}
    answer = await send(one, older, PAGE, **mine)
    assert answer.status_code == 409
    assert "«24»" in answer.text
    assert "«26»" in answer.text
    again = await send(one, answer, PAGE, **mine)
    assert again.status_code == 303, again.text
    kept = (await served.world.hq.centres.read_settings("mataro"))[0]
    assert kept.own == {"tachypnoea_from_rpm": 26}
