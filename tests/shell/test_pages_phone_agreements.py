"""Agreements by telephone counted on a page and over HTTP; the doctor's own, after the end."""

import pytest

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import PersonId
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.stage import Stage
from tests.builders import ALL_YES, dispatcher
from tests.desk_world import by
from tests.shell.test_pages_forms import Sheet, follow, send

PAGE, API = "/registry/phone-agreements", "/api/registry/phone-agreements"
CALL = PhoneCall(PersonId("person uci-mataro"), dict(ALL_YES), read_back=True)


async def phoned(served, patient="NHC 1"):
    transfer_id = await served.world.brought_to(Stage.ASKED, patient)
    await agree_by_phone(served.world.hq, by(dispatcher()), transfer_id, call=CALL)
    return transfer_id


@pytest.mark.parametrize("who", ["coordinacio", "analista"])
async def test_counts_and_list_over_http(served, who):
    transfer_id = await phoned(served)
    told = (await (await served.client(who)).get(API)).json()
    (one,) = told["agreements"]
    assert told["period"] == {"begins_on": "2026-10-24", "ends_on": "2026-11-22"}
    assert (told["total"], told["counts"]["open"], told["counts"]["never"]) == (1, 1, 0)
    assert told["hospitals"] == [{"hospital": "mataro", "counts": told["counts"]}]
    assert (one["transfer_id"], one["word"], one["said_at"]) == (transfer_id, "open", None)
    assert (one["recorded_by"], one["recorded_by_role"]) == (dispatcher().name, "dispatcher")


async def test_days_asked_for_are_counted(served):
    await phoned(served)
    client = await served.client("coordinacio")
    for days, total in (
        ("from=2026-11-22&to=2026-11-22", 1),
        ("from=2026-11-22", 1),
        ("to=2026-11-21", 0),
        ("from=22/11/2026", 1),
        ("from=&to=", 1),
    ):
        assert (await client.get(f"{API}?{days}")).json()["total"] == total, days


WRONG = [
    ("from=2026-11-22&to=2026-11-21", "period_reversed", "to"),
    ("from=2024-11-22", "period_too_long", "from"),
    ("from=yesterday", "day_invalid", "from"),
    ("to=2026-02-30", "day_invalid", "to"),
    ("from=0001-01-01", "instant_out_of_range", "from"),
    ("to=9999-12-31", "instant_out_of_range", "to"),
]


@pytest.mark.parametrize(("days", "code", "field"), WRONG)
async def test_wrong_days_are_refused_and_blamed_at_their_field(served, days, code, field):
    client = await served.client("coordinacio")
    answer = await client.get(f"{API}?{days}")
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["field"] == field
    for language in LANGUAGES:
        client.cookies.set("csi_language", language)
        shown = await client.get(f"{PAGE}?{days}")
        sheet = Sheet(shown.text)
        assert shown.status_code == 422
        assert f"f-{field}" in sheet.targets & sheet.ids
        assert catalogue(language).say("page-fault-mark") in shown.text
        assert days.split("=")[1][:10] in shown.text, "what was typed stands there again"
        assert "24/10/2026" in shown.text, "and the usual days are counted"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_page_says_who_wrote_what_for_whom(served, language):
    transfer_id = await phoned(served)
    closed = await phoned(served, "NHC 2")
    await cancel_transfer(served.world.hq, by(dispatcher()), closed, reason="limits")
    client, say = await served.client("coordinacio"), catalogue(language).say
    client.cookies.set("csi_language", language)
    shown = (await client.get(PAGE)).text
    for transfer in (transfer_id, closed):
        assert f'href="/shared/{transfer}"' in shown
        assert (await client.get(f"/shared/{transfer}")).status_code == 200
    assert say("phones-hint") in shown
    for word in ("open", "never"):
        assert say(f"phones-word-{word}").capitalize() in shown
    facts = {
        "time": "13:01",
        "recorder": dispatcher().name,
        "role": say("role-dispatcher"),
        "person": "person uci-mataro",
    }
    assert say("phones-line", facts) in shown


async def test_analyst_reads_and_opens_no_patient(served):
    transfer_id = await phoned(served)
    shown = (await (await served.client("analista")).get(PAGE)).text
    assert (await served.world.transfer(transfer_id)).number in shown
    assert "/shared/" not in shown


async def test_days_without_any_say_so(served):
    shown = (await (await served.client("coordinacio")).get(PAGE)).text
    assert catalogue("ca").say("phones-none") in shown


@pytest.mark.parametrize(("to", "values"), [("confirm", {}), ("dispute", {"denied": "advice"})])
async def test_doctor_speaks_after_the_end(served, to, values):
    transfer_id = await phoned(served)
    await cancel_transfer(served.world.hq, by(dispatcher()), transfer_id, reason="limits")
    icu = await served.client("uci-mataro")
    path = f"/answers/{transfer_id}"
    assert path in (await icu.get("/answers")).text
    page = await icu.get(path)
    await follow(icu, await send(icu, page, f"{path}/{to}", **values))
    agreed = (await served.world.transfer(transfer_id)).agreement
    assert (agreed.confirmed_at is None) == (to == "dispute")
    assert (agreed.disputed_at is None) == (to == "confirm")
    assert path not in (await icu.get("/answers")).text
