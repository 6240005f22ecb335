"""The pages of a child: the bundle by weight and age, and nothing of adults in it."""

import re

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from tests.shell.test_pages_forms import Sheet, follow, request, send


async def asked_by(served, **changes):
    """The doctor's client, and the path of the shared page of a child."""
    about = {"care": "paediatric", "described/age": "3", **changes}
    client, path = await request(served, **about)
    return client, f"/shared/{path.rpartition('/')[2]}"


async def fill(client, path, **values):
    return await follow(client, await send(client, await client.get(path), path, **values))


@pytest.mark.parametrize("code", LANGUAGES)
async def test_first_volume_of_a_child_is_a_bolus_by_weight(served, code):
    client, one = await asked_by(served)
    client.cookies.set("csi_language", code)
    said = catalogue(code)
    named = said.say("care-fluids-of-child")
    before = (await client.get(one)).text
    assert named[:1].upper() + named[1:] in before
    assert "30 mL/kg" not in before
    assert said.say("care-ask-weight") in before
    form = (await client.get(f"{one}/bundle/fluids")).text
    assert named[:1].upper() + named[1:] in form
    given = {"reading/fluids_ml": "600", "reading/weight_kg": "14"}
    shown = (await fill(client, f"{one}/bundle/fluids", **given)).text
    assert said.say("care-bolus-ml", {"volume_ml": "140", "most_ml": "560"}) in shown
    assert said.say("bundle-doubt-volume_high") in shown


async def test_pressure_of_a_child_is_judged_by_the_age_of_the_request(served):
    client, one = await asked_by(served, **{"described/age": "15"})
    said = catalogue("ca")
    read = {"reading/map_mmhg": "50"}
    shown = (await fill(client, f"{one}/bundle/map_target", **read)).text
    assert said.say("care-missing", {"values": said.say("value-age_months")}) not in shown
    assert said.say("bundle-doubt-map_below_age") in shown
    assert said.say("bundle-doubt-map_below") not in shown


@pytest.mark.parametrize("code", LANGUAGES)
async def test_child_in_shock_gets_a_volume_and_a_score_by_what_the_request_says(served, code):
    told = {"described/age": "6", "needs/weight_kg": "18", "clinical/map_mmhg": "35"}
    client, one = await asked_by(served, **told, **{"clinical/lactate_mmol_l": "6"})
    client.cookies.set("csi_language", code)
    said = catalogue(code)
    shown = (await client.get(one)).text
    assert said.say("care-bolus-ml", {"volume_ml": "180", "most_ml": "720"}) in shown
    form = dict(Sheet((await client.get(f"{one}/values")).text).forms)[f"{one}/values"]
    names = ("age_months", "weight_kg", "map_mmhg")
    assert [form[f"values/{name}"] for name in names] == ["72", "18", "35"]
    told = {"values/infection_suspected": "yes"}
    shown = (await fill(client, f"{one}/values", **told)).text
    assert said.say("care-ask-weight") not in shown
    missing = said.say("care-missing", {"values": said.say("value-weight_kg")})
    assert missing not in shown
    assert re.search(r"Phoenix: (≥ )?3\b", shown)


@pytest.mark.parametrize(
    ("age", "unit", "months"), [("3", "years", "36"), ("7", "months", "7"), ("20", "days", "0")]
)
async def test_values_of_a_child_start_from_the_age_stated(served, age, unit, months):
    stated = {"described/age": age, "described/age_unit": unit}
    client, one = await asked_by(served, **stated)
    page = await client.get(f"{one}/values")
    fields = dict(Sheet(page.text).forms)[f"{one}/values"]
    assert fields["values/age_months"] == months


async def test_values_of_an_adult_start_from_no_age(served):
    client, one = await asked_by(served, care="adult", **{"described/age": "60"})
    assert "values/age_months" not in (await client.get(f"{one}/values")).text
