"""Forms that show everything known: they say what their author changed, and nothing else."""

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from tests.shell.test_api_care import put
from tests.shell.test_pages_forms import Sheet, ask, follow, request, send

SHOCK = {
    "values/infection_suspected": "yes",
    "values/sbp": "75",
    "values/dbp": "40",
    "values/adequate_fluids_given": "yes",
    "values/respiratory_support": "yes",
    "values/norepinephrine": "0,2",
}
SEPSIS = {"condition": "sepsis", "clinical/map_mmhg": "80"}


@pytest.fixture
async def both(served):
    """The sender, the intensivist asked, and what both see: the path of the transfer."""
    client, path = await request(served, **SEPSIS)
    await ask(client, path)
    other = await served.client("uci-germans-trias")
    return client, other, path.replace("/requests", "/shared")


async def shown_of(client, path):
    return (await client.get(f"/api/transfers/{path.rpartition('/')[2]}")).json()


async def test_form_opened_before_a_shock_erases_nothing_of_it(both):
    sender, other, path = both
    older = await other.get(f"{path}/values")
    newer = await sender.get(f"{path}/values")
    await follow(sender, await send(sender, newer, f"{path}/values", **SHOCK))
    said = {"values/creatinine_mg_dl": "1,0", "values/infection_suspected": "yes"}
    await follow(other, await send(other, older, f"{path}/values", **said))
    transfer = await shown_of(other, path)
    assert "graver_known" in [each["kind"] for each in transfer["decisions"]]
    assert transfer["needs_doctor"]
    assert transfer["needs"]["vasoactives"]
    assert transfer["clinical"]["map_mmhg"] == 51


async def test_older_picture_says_its_pulse_and_nothing_else(both):
    sender, other, path = both
    own = path.replace("/shared", "/requests")
    older = await sender.get(f"{own}/condition")
    worse = {
        "condition": "septic_shock",
        "clinical/noradrenaline_mcg_kg_min": "0,3",
        "clinical/map_mmhg": "55",
        "clinical/gcs": "5",
        "needs/ventilation": "yes",
        "needs/ecmo": "yes",
    }
    page = await other.get(f"{path}/condition")
    await follow(other, await send(other, page, f"{path}/condition", **worse))
    pulse = {"clinical/heart_rate_bpm": "90"}
    await follow(sender, await send(sender, older, f"{own}/condition", **pulse))
    transfer = await shown_of(sender, path)
    assert (transfer["condition"], transfer["priority"]) == ("septic_shock", "P0")
    assert transfer["needs"]["ecmo"]
    assert transfer["needs"]["ventilation"]
    known = transfer["clinical"]
    assert (known["map_mmhg"], known["gcs"], known["heart_rate_bpm"]) == (55, 5, 90)
    assert known["noradrenaline_mcg_kg_min"] == 0.3


@pytest.mark.parametrize("code", LANGUAGES)
async def test_field_that_both_changed_is_asked_again_with_both(both, code):
    sender, other, path = both
    sender.cookies.set("csi_language", code)
    older = await sender.get(f"{path}/condition")
    page = await other.get(f"{path}/condition")
    theirs = {"clinical/map_mmhg": "55", "clinical/gcs": "7"}
    await follow(other, await send(other, page, f"{path}/condition", **theirs))
    mine = {"clinical/map_mmhg": "70", "clinical/heart_rate_bpm": "90"}
    asked = await send(sender, older, f"{path}/condition", **mine)
    assert asked.status_code == 409
    facts = {"was": "80", "now": "55", "typed": "70"}
    assert catalogue(code).say("page-fault-meanwhile", facts) in asked.text
    kept = dict(Sheet(asked.text).forms)[f"{path}/condition"]
    assert (kept["clinical/map_mmhg"], kept["clinical/heart_rate_bpm"]) == ("70", "90")
    assert kept["clinical/gcs"] == "7"
    assert (await shown_of(sender, path))["clinical"]["map_mmhg"] == 55
    await follow(sender, await send(sender, asked, f"{path}/condition"))
    known = (await shown_of(sender, path))["clinical"]
    assert (known["map_mmhg"], known["gcs"], known["heart_rate_bpm"]) == (70, 7, 90)


async def test_field_that_was_emptied_is_asked_about(served, both):
    sender, _, path = both
    page = await sender.get(f"{path}/condition")
    empty = {"clinical/map_mmhg": ""}
    answer = await send(sender, page, f"{path}/condition", **empty)
    assert answer.status_code == 422
    assert catalogue("ca").say("page-fault-cleared", {"known": "80"}) in answer.text
    page = await sender.get(f"{path}/values")
    await follow(sender, await send(sender, page, f"{path}/values", **SHOCK))
    served.world.clock.forward(3)
    page = await sender.get(f"{path}/values")
    nothing = {"values/norepinephrine": ""}
    answer = await send(sender, page, f"{path}/values", **nothing)
    assert answer.status_code == 422
    assert (await shown_of(sender, path))["needs"]["vasoactives"]
    none = {**nothing, "values/none_runs": "yes"}
    await follow(sender, await send(sender, answer, f"{path}/values", **none))
    assert not (await shown_of(sender, path))["needs"]["vasoactives"]


async def test_need_that_was_unticked_is_needed_no_more(both):
    sender, _, path = both
    page = await sender.get(f"{path}/condition")
    ticked = {"needs/isolation": "yes"}
    await follow(sender, await send(sender, page, f"{path}/condition", **ticked))
    page = await sender.get(f"{path}/condition")
    fields = dict(Sheet(page.text).forms)[f"{path}/condition"]
    del fields["needs/isolation"]
    await follow(sender, await sender.post(f"{path}/condition", data=fields))
    assert not (await shown_of(sender, path))["needs"]["isolation"]


@pytest.mark.parametrize("form", ["condition", "values"])
async def test_form_that_says_not_what_it_showed_is_not_taken(both, form):
    sender, _, path = both
    page = await sender.get(f"{path}/{form}")
    answer = await send(sender, page, f"{path}/{form}", was="")
    assert answer.status_code == 428


async def test_interface_says_as_little_as_it_likes(both):
    sender, other, path = both
    one = f"/api/transfers/{path.rpartition('/')[2]}"
    inputs = {"population": "adult", "sbp": 75, "dbp": 40, "adequate_fluids_given": True}
    await put(sender, f"{one}/assessment", {"inputs": inputs}, key="first key")
    laboratory = {"population": "adult", "creatinine_mg_dl": 1, "gcs": 15}
    await put(other, f"{one}/assessment", {"inputs": laboratory}, key="second key")
    pulse = {"clinical": {"heart_rate_bpm": 90}, "confirms_graver": True}
    answer = await put(other, f"{one}/condition", pulse, key="third key")
    assert answer.status_code == 200, answer.text
    transfer = await shown_of(other, path)
    assert transfer["priority"] == "P0"
    known = transfer["clinical"]
    assert (known["map_mmhg"], known["heart_rate_bpm"]) == (51, 90)
    shared = (await other.get(f"{one}/shared")).json()
    assert (shared["values"]["sbp"], shared["values"]["creatinine_mg_dl"]) == (75, 1)
    assert set(shared["values_said"]["sbp"]) == {"said_at", "said_by"}
