"""Antibiotic protocols on their pages, over HTTP, and beside the step of the bundle."""

import pytest
from msgspec.structs import replace

from dispatch.desk.set_antibiotic_protocol import set_antibiotic_protocol
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import HospitalCode
from tests.builders import GERMANS_TRIAS
from tests.protocols import NEW, TEXT, seeing
from tests.shell.test_pages_forms import ALL_FOUR, Sheet, ask, follow, request, send

CALELLA = "/antibiotics/calella"
ONE = f"{CALELLA}/adult/urinary"
API = "/api/hospitals/calella/antibiotics"
FILLED = {
    "text": TEXT,
    "approved_by": "Comissió d’infeccions",
    "approved_on": "2026-11-02",
    "valid_until": "31/12/2026",
}
BODY = {
    "care": "adult",
    "focus": "urinary",
    "text": TEXT,
    "approved_by": "Committee",
    "approved_on": "2026-11-02",
}


def say(name, **facts):
    return catalogue("ca").say(f"antibiotics-{name}", facts)


async def put(client, body, *, seen=0, path=API, key="a key of this test"):
    headers = {"Idempotency-Key": key}
    if seen is not None:
        headers["If-Match"] = str(seen)
    return await client.post(path, json=body, headers=headers)


async def kept_in(served, hospital="calella"):
    return await served.world.hq.centres.read_protocols(hospital)


async def entered(served, seen=0, new=NEW):
    return await set_antibiotic_protocol(
        served.world.hq, seeing(seen), HospitalCode("calella"), new=new
    )


async def test_coordinating_doctor_enters_a_text_and_reads_it_back(served):
    client = await served.client("coordinacio")
    assert f'href="{CALELLA}"' in (await client.get("/antibiotics")).text
    assert f'href="{ONE}"' in (await client.get(CALELLA)).text
    answer = await send(client, await client.get(ONE), ONE, **FILLED)
    assert answer.status_code == 303, answer.text
    shown = (await follow(client, answer)).text
    (kept,) = await kept_in(served)
    assert kept.approved.text == TEXT
    assert str(kept.approved.valid_until) == "2026-12-31"
    assert catalogue("ca").say("page-done-antibiotics") in shown
    assert TEXT in shown
    assert say("until", day="31/12/2026") in shown


async def test_form_begins_with_the_text_and_asks_for_its_days_anew(served):
    await entered(served)
    client = await served.client("coordinacio")
    page = await client.get(ONE)
    fields = dict(Sheet(page.text).forms)[ONE]
    assert f"{TEXT}</textarea>" in page.text
    assert (fields["seen"], fields["approved_on"]) == ("1", "")


async def test_two_people_never_overwrite_each_other_and_lose_no_word(served):
    client = await served.client("coordinacio")
    form = await client.get(ONE)
    await entered(served)
    answer = await send(client, form, ONE, **{**FILLED, "text": "my long text"})
    assert answer.status_code == 409
    assert "coordinating_doctor ha entrat una altra versió" in answer.text
    assert "my long text</textarea>" in answer.text
    assert len(await kept_in(served)) == 1
    again = await send(client, answer, ONE, **FILLED)
    assert again.status_code == 303


async def test_text_is_withdrawn_with_a_reason_and_stays_readable(served):
    await entered(served)
    client = await served.client("coordinacio")
    path = f"{ONE}/withdrawal"
    without = await send(client, await client.get(ONE), path, reason="")
    assert without.status_code == 422
    assert f"{TEXT}</textarea>" in without.text
    answer = await send(client, without, path, reason="dosi errònia")
    assert answer.headers["location"] == f"{ONE}?done=antibiotics_withdrawn"
    shown = (await follow(client, answer)).text
    assert "dosi errònia" in shown
    assert TEXT in shown
    assert path not in shown


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("text", " ", "page-fault-text"),
        ("text", "DNI 12345678Z", "refused-patient_in_text"),
        ("text", "x" * 2001, "2000"),
        ("approved_by", "", "page-fault-approved_by"),
        ("approved_on", "", "page-fault-approved_on"),
        ("approved_on", "02-13-2026", "page-fault-date"),
        ("approved_on", "30/02/2026", "page-fault-date"),
        ("approved_on", "2026-11-23", "21/11/2016"),
        ("valid_until", "2026-11-21", "22/11/2036"),
    ],
)
async def test_what_is_wrong_is_told_beside_its_field(served, code, field, value, told):
    client = await served.client("coordinacio")
    client.cookies.set("csi_language", code)
    page = await client.get(ONE)
    answer = await send(client, page, ONE, **{**FILLED, field: value})
    sheet, said = Sheet(answer.text), catalogue(code)
    assert answer.status_code == 422
    assert sheet.targets <= sheet.ids
    assert f'id="f-{field}-fault"' in answer.text
    assert said.say(told) in answer.text if said.has(told) else told in answer.text
    assert await kept_in(served) == ()


async def test_intensivist_enters_those_of_the_own_hospital_alone(served):
    client = await served.client("uci-mataro")
    own = "/antibiotics/mataro/adult/urinary"
    assert 'href="/antibiotics/mataro"' in (await client.get("/answers")).text
    answer = await send(client, await client.get(own), own, **FILLED)
    assert answer.status_code == 303
    other = (await client.get(ONE)).text
    assert f'action="{ONE}"' not in other
    assert (await client.get("/antibiotics")).status_code == 403


async def test_referring_doctor_reads_and_enters_nothing(served):
    await entered(served)
    client = await served.client("calella")
    assert f'href="{CALELLA}"' in (await client.get("/requests")).text
    page = (await client.get(ONE)).text
    assert TEXT in page
    assert f'action="{ONE}"' not in page
    answer = await client.post(ONE, data={**FILLED, "key": "a key of this test", "seen": "1"})
    assert answer.status_code == 403


@pytest.mark.parametrize("code", LANGUAGES)
async def test_pages_read_in_every_language(served, code):
    await entered(served)
    client = await served.client("coordinacio")
    client.cookies.set("csi_language", code)
    for path in ("/antibiotics", CALELLA, ONE, f"{CALELLA}/paediatric/unknown"):
        page = await client.get(path)
        assert page.status_code == 200
        assert catalogue(code).say("antibiotics-title") in page.text or path == "/antibiotics"
        assert ">antibiotics-" not in page.text


@pytest.mark.parametrize("path", ["adult/lung", "cat/urinary", "adult"])
async def test_no_such_focus_is_told(served, path):
    client = await served.client("coordinacio")
    assert (await client.get(f"{CALELLA}/{path}")).status_code == 404


async def test_no_such_hospital_is_told(served):
    client = await served.client("coordinacio")
    assert (await client.get("/antibiotics/atlantis")).status_code == 404
    assert (await client.get("/antibiotics/atlantis/adult/urinary")).status_code == 404


async def test_interface_takes_and_gives_versions(served):
    client = await served.client("coordinacio")
    first = await put(client, BODY)
    assert (first.status_code, first.json()["version"]) == (200, 1)
    again = await put(client, BODY)
    assert again.json() == first.json()
    body = {"care": "adult", "focus": "urinary", "reason": "dose"}
    back = await put(client, body, seen=1, path=f"{API}/withdrawal", key="another key")
    assert back.json()["withdrawn_because"] == "dose"
    protocols = (await client.get(API)).json()["protocols"]
    (found,) = (each for each in protocols if each["versions"])
    assert [each["version"] for each in found["versions"]] == [2, 1]
    assert found["now"]["state"] == "withdrawn"


@pytest.mark.parametrize(
    ("change", "seen", "told"),
    [
        ({}, None, (428, "protocol_version_needed", "If-Match")),
        ({}, 7, (428, "protocol_version_needed", "If-Match")),
        ({"focus": "lung"}, 0, (422, "body_invalid", "focus")),
        ({"care": "cat"}, 0, (422, "body_invalid", "care")),
        ({"approved_on": "soon"}, 0, (422, "body_invalid", "approved_on")),
        ({"approved_on": "2026-11-23"}, 0, (422, "approval_out_of_range", "approved_on")),
        ({"text": ""}, 0, (422, "text_invalid", "text")),
        ({"text": "600 123 123"}, 0, (422, "phone_in_text", "text")),
        ({"dose": "2 g"}, 0, (422, "body_invalid", None)),
    ],
)
async def test_interface_names_what_is_wrong(served, change, seen, told):
    client = await served.client("coordinacio")
    answer = await put(client, {**BODY, **change}, seen=seen)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["field"]) == told
    assert await kept_in(served) == ()


async def test_another_body_under_the_same_key_is_no_repetition(served):
    client = await served.client("coordinacio")
    await put(client, BODY)
    answer = await put(client, {**BODY, "text": "another"})
    assert answer.json()["code"] == "key_reused"


async def shown(client, path):
    return (await client.get(path)).text


async def test_doctor_reads_the_text_beside_the_step_and_on_both_pages(served):
    await entered(served)
    client, path = await request(served, **{"clinical/focus": "urinary"})
    one = f"/shared/{path.rpartition('/')[2]}"
    for each in (path, one, f"{one}/bundle/antibiotic"):
        page = await shown(client, each)
        assert TEXT in page
        assert say("whose-word") in page
        assert say("referring") in page
    assert TEXT not in await shown(client, f"{one}/bundle/lactate")
    assert 'href="#protocols"' in await shown(client, one)


async def test_focus_without_a_text_is_told_plainly(served):
    await entered(served)
    client, path = await request(served, **{"clinical/focus": "abdominal"})
    page = await shown(client, path)
    assert TEXT not in page
    assert say("none") in page


async def test_old_version_is_told_when_it_held_as_the_antibiotic_was_given(served):
    await entered(served)
    client, path = await request(served, **{"clinical/focus": "urinary"})
    one = f"/shared/{path.rpartition('/')[2]}"
    served.world.clock.forward(5)
    step = f"{one}/bundle/antibiotic"
    assert (await send(client, await client.get(step), step)).status_code == 303
    assert say("same-then", time="13:05") in await shown(client, one)
    served.world.clock.forward(5)
    await entered(served, 1, replace(NEW, text="a newer text"))
    page = await shown(client, one)
    assert "a newer text" in page
    assert say("then", time="13:05", version="1") in page
    assert TEXT in page


async def test_text_past_its_last_day_is_folded_away_and_said(served):
    ends = replace(NEW, valid_until=NEW.approved_on.replace(day=22))
    await entered(served, 0, ends)
    _, path = await request(served, **{"clinical/focus": "urinary"})
    served.world.clock.forward(11 * 60)
    page = await shown(await served.client("calella"), path)
    assert say("over", version="1", day="22/11/2026") in page
    assert say("read-over") in page


async def test_receiving_hospital_is_named_as_such(served):
    await set_antibiotic_protocol(served.world.hq, seeing(0), GERMANS_TRIAS, new=NEW)
    client, path = await request(served, **{"clinical/focus": "urinary"})
    assert TEXT not in await shown(client, path)
    await ask(client, path)
    icu = await served.client("uci-germans-trias")
    own = f"/answers/{path.rpartition('/')[2]}"
    answer = await send(icu, await icu.get(own), f"{own}/accept", **ALL_FOUR)
    assert answer.status_code == 303
    page = await shown(client, path)
    assert TEXT in page
    assert say("receiving") in page
