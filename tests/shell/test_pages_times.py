"""Times told on forms by the clock on the wall: nothing is stored under a day nobody said."""

from datetime import timedelta

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.identity import WALL
from tests.shell.test_pages_forms import FILLED, Sheet, language, send
from tests.shell.test_pages_forms import request as requested

NEW = "/requests/new"


def wall(at):
    return at.astimezone(WALL).strftime("%H:%M")


async def steps(served):
    (transfer,) = (await served.world.board()).transfers.values()
    return transfer.bundle


async def antibiotic(served):
    client, path = await requested(served)
    step = path.replace("/requests", "/shared") + "/bundle/antibiotic"
    return client, step


async def test_two_minutes_ahead_of_our_clock_are_now(served):
    client, step = await antibiotic(served)
    now_at = served.world.clock.now_at
    ahead = wall(now_at + timedelta(minutes=2))
    answer = await send(client, await client.get(step), step, occurred_at=ahead)
    assert answer.status_code == 303, answer.text
    (done,) = await steps(served)
    assert abs(done.done_at - now_at) < timedelta(minutes=1)


@pytest.mark.parametrize("said", LANGUAGES)
async def test_time_that_has_not_come_asks_for_its_day_and_is_stored_when_confirmed(
    served, said
):
    client, step = await antibiotic(served)
    client.cookies.update(language(said))
    told_at = served.world.clock.now_at + timedelta(minutes=15)
    page = await client.get(step)
    asked = await send(client, page, step, occurred_at=wall(told_at))
    assert asked.status_code == 422
    assert await steps(served) == ()
    assert "f-occurred_at" in Sheet(asked.text).targets
    assert catalogue(said).say("page-confirm") in asked.text
    yesterday_at = told_at - timedelta(days=1)
    day = yesterday_at.astimezone(WALL).strftime("%Y-%m-%dT%H:%M")
    confirmed = {"confirmed/occurred_at": day}
    assert day in asked.text
    done = await send(client, asked, step, **confirmed)
    assert done.status_code == 303, done.text
    (step_done,) = await steps(served)
    assert yesterday_at - step_done.done_at < timedelta(minutes=1)


async def test_answer_about_one_time_is_no_answer_about_another(served):
    client, step = await antibiotic(served)
    now_at = served.world.clock.now_at
    yesterday = (now_at - timedelta(days=1, minutes=-15)).astimezone(WALL)
    answer = await send(
        client,
        await client.get(step),
        step,
        occurred_at=wall(now_at + timedelta(minutes=20)),
        **{"confirmed/occurred_at": yesterday.strftime("%Y-%m-%dT%H:%M")},
    )
    assert answer.status_code == 422
    assert await steps(served) == ()


async def test_antibiotic_of_a_request_is_asked_for_its_day(served):
    client = await served.client("calella")
    later = wall(served.world.clock.now_at + timedelta(minutes=15))
    wrong = {**FILLED, "clinical/antibiotic_at": later}
    answer = await send(client, await client.get(NEW), NEW, **wrong)
    assert answer.status_code == 422
    assert "f-clinical-antibiotic_at" in Sheet(answer.text).targets
    assert not (await served.world.board()).transfers


async def test_recognition_left_untouched_days_later_is_still_that_of_the_request(served):
    client, path = await requested(served)
    served.world.clock.forward(60 * 26)
    client = await served.client("calella")
    step = path.replace("/requests", "/shared") + "/bundle/recognition"
    answer = await send(client, await client.get(step), step)
    assert answer.status_code == 303, answer.text


async def test_interface_refuses_an_antibiotic_that_was_not_given_yet(served):
    client = await served.client("calella")
    later_at = served.world.clock.now_at + timedelta(minutes=5)
    body = {
        "referring": "calella",
        "care": "adult",
        "condition": "septic_shock",
        "patient_reference": "NHC 77",
        "contact_phone": "93 769 02 01",
        "bedside": "Box 4",
        "has_treatment_limits": False,
        "clinical": {"antibiotic_at": later_at.isoformat()},
    }
    answer = await client.post(
        "/api/transfers", json=body, headers={"idempotency-key": "a key of this test"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "time_in_future")
