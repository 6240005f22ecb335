"""Pregnancy in the request and in the form of values, and what the pages say of it."""

import json

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from tests.shell.test_cli_assess import changed, csi_assess
from tests.shell.test_pages_child import asked_by

ADULT = {"care": "adult", "described/age": "31", "described/sex": "female"}


@pytest.mark.parametrize("code", LANGUAGES)
async def test_request_asks_and_the_shared_page_says_what_is_not_valid(served, code):
    client, one = await asked_by(served, **ADULT, **{"values/pregnancy": "yes"})
    client.cookies.set("csi_language", code)
    said = catalogue(code)
    ages = {"from_years": 12, "upto_years": 55}
    assert said.say("pregnancy-hint", ages) in (await client.get("/requests/new")).text
    shown = (await client.get(one)).text
    assert said.say("assess-news2-not-valid") in shown
    assert said.say("doubt-pregnancy") in shown
    assert said.say("need-obstetrics") in shown


async def test_form_of_values_asks_whom_it_may_concern(served):
    for sex, age, is_asked in (
        ("female", "31", True),
        ("unknown", "31", True),
        ("male", "31", False),
        ("female", "70", False),
    ):
        told = {**ADULT, "described/sex": sex, "described/age": age}
        client, one = await asked_by(served, **told, patient_reference=f"HC {sex}{age}")
        shown = (await client.get(f"{one}/values")).text
        assert ("values/pregnancy" in shown) is is_asked


def test_answer_in_words_says_it_too():
    said = csi_assess("--format", "text", "-", given=changed(pregnancy=True)).stdout
    assert f"NEWS2: {catalogue('en').say('assess-news2-not-valid')}" in said
    assert catalogue("en").say("doubt-pregnancy") in said
    (answer,) = json.loads(csi_assess("-", given=changed(pregnancy=True)).stdout)
    assert answer["news2_risk"] is None
