"""Values for the scores on the form of a request: seen before sending, kept with it."""

import pytest

from dispatch.i18n import catalogue
from tests.shell.test_pages_forms import FILLED, Sheet, follow, send

NEW, SCORES = "/requests/new", "/requests/new/scores"
VALUES = {
    "values/infection_suspected": "yes",
    "values/sbp": "80",
    "values/dbp": "50",
    "values/platelets_10e9_l": "90",
}


async def fill(client, to=None, **values):
    return await send(client, await client.get(NEW), NEW, to=to, **{**FILLED, **values})


async def opened(served):
    return tuple((await served.world.board()).transfers.values())


async def test_scores_are_seen_before_anything_is_sent(served):
    client = await served.client("calella")
    shown = await fill(client, SCORES, **VALUES, **{"clinical/gcs": "14"})
    said = catalogue("ca")
    assert shown.status_code == 200
    assert said.say("care-preview-hint") in shown.text
    # Coagulation 2, cardiovascular 1 and, from the picture above, consciousness 1.
    assert "≥ 4" in shown.text
    assert said.say("finding-low_systolic") in shown.text
    kept = dict(Sheet(shown.text).forms)[NEW]
    assert {name: kept[name] for name in VALUES} == VALUES
    assert not await opened(served)


async def test_limits_of_treatment_are_said_before_sending(served):
    client = await served.client("calella")
    shown = await fill(client, SCORES, **VALUES, has_treatment_limits="yes")
    assert catalogue("ca").say("gate-treatment_limits") in shown.text


async def test_values_are_kept_with_the_request(served):
    client = await served.client("calella")
    shown = await follow(client, await fill(client, **VALUES))
    (transfer,) = await opened(served)
    adult = transfer.assessed.adult
    assert (adult.systolic_mmhg, adult.lactate_mmol_l) == (80, 5.1)
    assert adult.has_treatment_limits is False
    assert 'ul class="assessed"' in shown.text


async def test_form_with_values_sent_twice_counts_once(served):
    client = await served.client("calella")
    page = await client.get(NEW)
    fields = {**dict(Sheet(page.text).forms)[NEW], **FILLED, **VALUES}
    first, again = [await client.post(NEW, data=fields) for _ in range(2)]
    assert first.headers["location"] == again.headers["location"]
    names = await served.world.names()
    assert names.count("transfer.assessment-recorded") == 1


async def test_request_without_values_has_none(served):
    client = await served.client("calella")
    await fill(client)
    (transfer,) = await opened(served)
    assert transfer.assessed is None


async def test_wrong_value_sends_nothing(served):
    client = await served.client("calella")
    for to in (None, SCORES):
        answer = await fill(client, to, **{**VALUES, "values/sbp": "8000"})
        assert answer.status_code == 422
        assert "f-values-sbp" in Sheet(answer.text).targets
    assert not await opened(served)


async def test_adult_values_of_a_child_are_refused(served):
    client = await served.client("calella")
    for to in (None, SCORES):
        answer = await fill(client, to, **VALUES, care="paediatric")
        assert answer.status_code == 422
        assert catalogue("ca").say("care-values-of-child") in answer.text
    assert not await opened(served)


@pytest.mark.parametrize("language", ["ca", "es", "en"])
@pytest.mark.parametrize("weight", ["70", ""])
async def test_first_volume_of_an_adult_is_said_or_the_weight_asked(served, language, weight):
    client = await served.client("calella")
    client.cookies.set("csi_language", language)
    values = {**VALUES, "needs/weight_kg": weight}
    shown = await fill(client, SCORES, **values)
    said = catalogue(language)
    line = said.say("assess-fluids-adult", {"volume_ml": 2100})
    wanted = line if weight else said.say("assess-fluids-weight-adult")
    assert shown.status_code == 200
    assert wanted in shown.text
