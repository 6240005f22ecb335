"""Counter-offers, telephone agreements and rosters over HTTP."""

from itertools import count

import pytest

from dispatch.transfer.stage import Stage
from tests.builders import ALL_YES

KEYS = count(1)
FOUR = dict.fromkeys(ALL_YES, "yes")


async def send(client, path, body, language="en"):
    headers = {"Idempotency-Key": f"agreement {next(KEYS)}", "Accept-Language": language}
    return await client.post(path, json=body, headers=headers)


@pytest.fixture
async def asked(served):
    """A transfer that Mataró is asked for."""
    return await served.world.brought_to(Stage.ASKED)


def of(transfer_id, verb):
    return f"/api/transfers/{transfer_id}/{verb}"


async def test_telephone_agreement_is_shown_unconfirmed_until_confirmed(served, asked):
    desk, icu = await served.client("central"), await served.client("uci-mataro")
    people = (await desk.get("/api/duty")).json()["people"]
    named = next(each for each in people if each["hospital"] == "mataro")
    call = {"doctor_id": named["person_id"], "answers": FOUR, "read_back": True}
    answer = await send(desk, of(asked, "phone-agreement"), call)
    assert answer.status_code == 200, answer.text
    agreed = answer.json()["agreement"]
    assert (agreed["recorded_by"], agreed["confirmed_at"]) == ("Central", None)
    confirmed = (await send(icu, of(asked, "confirmation"), {})).json()["agreement"]
    assert confirmed["confirmed_at"] is not None
    again = await send(icu, of(asked, "confirmation"), {})
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_confirm")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"read_back": False}, 422, "read_back_needed"),
        ({"doctor_id": "person uci-vall-hebron"}, 403, "not_on_duty"),
        ({"answers": {**FOUR, "infection": "no"}}, 422, "not_four_yes"),
        ({"answers": {}}, 422, "question_unanswered"),
        ({"answers": {**FOUR, "infection": "perhaps"}}, 422, "body_invalid"),
    ],
)
async def test_what_was_not_agreed_by_telephone_is_refused(
    served, asked, changes, status, code
):
    desk = await served.client("central")
    call = {"doctor_id": "person uci-mataro", "answers": FOUR, "read_back": True, **changes}
    answer = await send(desk, of(asked, "phone-agreement"), call)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await served.world.transfer(asked)).stage is Stage.ASKED


async def test_counter_offer_frees_the_request_and_hides_it(served, asked):
    icu, doctor = await served.client("uci-mataro"), await served.client("calella")
    offer = {"kind": "later", "available_at": "2026-11-22T23:00:00+01:00"}
    answer = await send(icu, of(asked, "counter-offer"), offer)
    assert answer.status_code == 200
    assert (await icu.get(f"/api/transfers/{asked}")).status_code == 404
    (shown,) = (await doctor.get(f"/api/transfers/{asked}")).json()["offers"]
    assert (shown["kind"], shown["available_at"]) == ("later", "2026-11-22T22:00:00Z")


async def test_offer_that_says_too_little_names_its_field(served, asked):
    icu = await served.client("uci-mataro")
    answer = await send(icu, of(asked, "counter-offer"), {"kind": "other_hospital"})
    assert (answer.status_code, answer.json()["field"]) == (422, "suggested")
    answer = await send(icu, of(asked, "counter-offer"), {"kind": "later"})
    assert (answer.status_code, answer.json()["field"]) == (422, "available_at")


@pytest.mark.parametrize("language", ["ca", "es", "en"])
async def test_who_is_off_duty_is_told_so_in_their_language(served, asked, language):
    icu = await served.client("uci-mataro")
    shifts = (await icu.get("/api/duty")).json()["shifts"]
    own = next(each for each in shifts if each["person_id"] == "person uci-mataro")
    ended = await send(icu, f"/api/duty/{own['shift_id']}/end", {})
    assert ended.status_code == 200
    answer = await send(icu, of(asked, "answers"), {"answers": FOUR}, language)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_on_duty")
    said = {"ca": "llista de guàrdia", "es": "lista de guardia", "en": "duty roster"}
    assert said[language] in answer.json()["detail"]


async def test_shift_is_added_and_counts_at_once(served, asked):
    desk, icu = await served.client("coordinacio"), await served.client("uci-mataro")
    shift = {
        "hospital": "mataro",
        "person_id": "person uci-mataro",
        "post": "head",
        "starts_at": "2026-11-22T10:00:00Z",
        "ends_at": "2026-11-22T20:00:00Z",
    }
    answer = await send(desk, "/api/duty", shift)
    assert answer.status_code == 200, answer.text
    shifts = (await icu.get("/api/duty")).json()["shifts"]
    assert answer.json()["shift_id"] in {each["shift_id"] for each in shifts}
    assert {each["hospital"] for each in shifts} == {"mataro"}
    wrong = await send(desk, "/api/duty", {**shift, "ends_at": "2026-11-22T10:00:00Z"})
    assert (wrong.status_code, wrong.json()["field"]) == (422, "ends_at")


async def test_timeline_tells_the_ladder(served, asked):
    from dispatch.watch import escalation

    served.world.clock.forward(31)
    await escalation.look_after(served.world.hq)
    desk = await served.client("central")
    told = (await desk.get(of(asked, "events"))).json()
    rungs = [each["facts"] for each in told if each["name"] == "transfer.escalated"]
    assert [facts["rung"] for facts in rungs] == ["repeat", "second", "head", "coordinating"]
    assert "intensivist-mataro" in rungs[0]["doctors"]
    view = (await desk.get(f"/api/transfers/{asked}")).json()
    assert (len(view["escalated"]), view["escalates_at"]) == (4, None)
