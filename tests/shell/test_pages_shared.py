"""The page that both doctors share, filled in as people do."""

from datetime import timedelta

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.identity import WALL
from tests.shell.test_pages_forms import Sheet, ask, follow, request, send


@pytest.fixture
async def asked(served):
    """A request that Germans Trias has been asked: the path of its shared page."""
    client, path = await request(served)
    await ask(client, path)
    return f"/shared/{path.rpartition('/')[2]}"


async def fill(client, path, **values):
    return await send(client, await client.get(path), path, **values)


async def transfer_of(served):
    (transfer,) = (await served.world.board()).transfers.values()
    return transfer


def wall(served, minutes):
    """So many minutes from now, as the clock on the wall shows it."""
    at = served.world.clock.now_at + timedelta(minutes=minutes)
    return at.astimezone(WALL).strftime("%H:%M")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["calella", "uci-germans-trias", "coordinacio"])
async def test_both_sides_see_one_page_in_every_language(served, asked, name, code):
    client = await served.client(name)
    client.cookies.set("csi_language", code)
    answer = await client.get(asked)
    said = catalogue(code)
    assert answer.status_code == 200
    for message in ("care-information", "care-bundle", "care-referral", "care-scores"):
        assert said.say(message) in answer.text
    for step in ("antibiotic", "fluids", "reassessment"):
        text = said.say(f"bundle_step-{step}")
        assert text[:1].upper() + text[1:] in answer.text
    assert said.say("page-responsible") in answer.text
    for message in ("bundle-state-", "care-", "value-", "referral-", "because-", "rule-"):
        assert f">{message}" not in answer.text


@pytest.mark.parametrize("name", ["central", "analista"])
async def test_who_does_not_treat_is_shown_no_shared_page(served, asked, name):
    client = await served.client(name)
    assert (await client.get(asked)).status_code == 403


async def test_own_pages_lead_to_the_shared_one(served, asked):
    one = asked.rpartition("/")[2]
    for name, path in (("calella", "requests"), ("uci-germans-trias", "answers")):
        client = await served.client(name)
        page = (await client.get(f"/{path}/{one}")).text
        assert f'href="{asked}"' in page
        assert catalogue("ca").say("care-no-values") in page


async def test_weight_is_asked_and_the_volume_follows(served, asked):
    client = await served.client("calella")
    assert catalogue("ca").say("care-ask-weight") in (await client.get(asked)).text
    values = {"reading/fluids_ml": "1500", "reading/weight_kg": "70"}
    answer = await fill(client, f"{asked}/bundle/fluids", **values)
    shown = (await follow(client, answer)).text
    assert catalogue("ca").say("page-done-bundle") in shown
    assert "2100 mL" in shown
    assert catalogue("ca").say("bundle-doubt-volume_short") in shown
    assert "reading/weight_kg" not in (await client.get(f"{asked}/bundle/fluids")).text


@pytest.mark.parametrize(
    ("step", "values"),
    [
        ("recognition", {}),
        ("cultures", {}),
        ("antibiotic", {}),
        ("lactate", {"reading/lactate_mmol_l": "5,1"}),
        ("noradrenaline", {"reading/is_peripheral": "yes"}),
        ("map_target", {"reading/map_mmhg": "65"}),
        ("focus_control", {"unneeded": "yes"}),
        ("reassessment", {"reading/outcome": "no_improvement"}),
    ],
)
async def test_every_kind_of_step_is_recorded(served, asked, step, values):
    client = await served.client("calella")
    answer = await fill(client, f"{asked}/bundle/{step}", **values)
    assert answer.status_code == 303, answer.text
    (done,) = (await transfer_of(served)).bundle
    assert done.step == step
    assert done.done_at <= served.world.clock.now_at


@pytest.mark.parametrize("code", LANGUAGES)
async def test_step_before_the_request_leads_to_the_recognition(served, asked, code):
    client = await served.client("calella")
    client.cookies.set("csi_language", code)
    path = f"{asked}/bundle/controls"
    prefilled = dict(Sheet((await client.get(path)).text).forms)[path]["occurred_at"]
    before = {"occurred_at": wall(served, -20)}
    answer = await fill(client, path, **before)
    assert answer.status_code == 422
    assert f'href="{asked}/bundle/recognition"' in answer.text
    said = catalogue(code)
    allowed = said.say("fact-from", {"time": prefilled})
    assert said.say("refused-recognition_needed", {"allowed": allowed}) in answer.text
    recognised = {"occurred_at": wall(served, -30)}
    assert (await fill(client, f"{asked}/bundle/recognition", **recognised)).status_code == 303
    assert (await fill(client, path, **before)).status_code == 303


async def test_step_without_its_value_is_asked_for_it(served, asked):
    client = await served.client("calella")
    answer = await fill(client, f"{asked}/bundle/lactate")
    assert answer.status_code == 422
    assert "f-reading-lactate_mmol_l" in Sheet(answer.text).targets
    assert not (await transfer_of(served)).bundle


async def test_lactate_in_another_unit_is_refused(served, asked):
    """45 mg/dL is 5 mmol/L: written without its unit it is beyond any lactate."""
    client = await served.client("calella")
    answer = await fill(client, f"{asked}/bundle/lactate", **{"reading/lactate_mmol_l": "45"})
    assert answer.status_code == 422
    assert "0-30 mmol/L" in answer.text


async def test_unknown_step_has_no_page(served, asked):
    client = await served.client("calella")
    assert (await client.get(f"{asked}/bundle/leeches")).status_code == 404


async def test_values_come_back_as_scores_side_by_side(served, asked):
    client = await served.client("calella")
    values = {
        "values/infection_suspected": "yes",
        "values/sbp": "80",
        "values/dbp": "50",
        "values/rr": "24",
        "values/gcs": "14",
        "values/platelets_10e9_l": "90",
        "values/adequate_fluids_given": "yes",
        "values/norepinephrine": "0,2",
    }
    shown = await follow(client, await fill(client, f"{asked}/values", **values))
    said = catalogue("ca")
    for name in ("sofa", "qsofa", "sirs", "news2"):
        assert said.say(f"score-{name}") in shown.text
    # Cardiovascular 4, coagulation 2, consciousness 1; three organs are missing.
    assert "≥ 7" in shown.text
    assert said.say("finding-low_systolic") in shown.text
    assert said.say("rule-septic_shock") in shown.text
    assert said.say("rule-source-septic_shock") in shown.text
    assert said.say("care-higher") not in shown.text
    again = await client.get(f"{asked}/values")
    fields = dict(Sheet(again.text).forms)[f"{asked}/values"]
    assert (fields["values/sbp"], fields["values/norepinephrine"]) == ("80", "0,2")


async def test_values_start_from_the_picture_of_the_request(served, asked):
    client = await served.client("calella")
    page = await client.get(f"{asked}/values")
    fields = dict(Sheet(page.text).forms)[f"{asked}/values"]
    assert fields["values/lactate_mmol_l"] == "5,1"
    assert "values/infection_suspected" not in fields


async def test_nothing_running_is_not_the_same_as_not_known(served, asked):
    client = await served.client("calella")
    await fill(client, f"{asked}/values", **{"values/none_runs": "yes"})
    assert (await transfer_of(served)).assessed.adult.vasoactives_mcg_kg_min == {}
    page = await client.get(f"{asked}/values")
    assert "values/none_runs" in Sheet(page.text).chosen


async def test_wrong_values_are_named_and_kept(served, asked):
    client = await served.client("calella")
    wrong = {"values/sbp": "high", "values/spo2": "101", "values/norepinephrine": "40"}
    answer = await fill(client, f"{asked}/values", **wrong)
    assert answer.status_code == 422
    assert {"f-values-sbp", "f-values-spo2", "f-values-norepinephrine"} <= Sheet(
        answer.text
    ).targets
    kept = dict(Sheet(answer.text).forms)[f"{asked}/values"]
    assert {name: kept[name] for name in wrong} == wrong
    assert (await transfer_of(served)).assessed is None


async def test_limits_of_treatment_say_why_and_that_care_goes_on(served, asked):
    client = await served.client("calella")
    values = {"values/infection_suspected": "yes", "values/life_support_limitation": "yes"}
    shown = await follow(client, await fill(client, f"{asked}/values", **values))
    assert catalogue("ca").say("gate-treatment_limits") in shown.text
    assert catalogue("ca").say("care-higher") not in shown.text


async def test_child_is_asked_for_phoenix(served):
    client, path = await request(served, care="paediatric", **{"described/age": "2"})
    one = f"/shared/{path.rpartition('/')[2]}"
    page = await client.get(f"{one}/values")
    assert "values/capillary_refill_s" in page.text
    assert "values/bilirubin_mg_dl" not in page.text
    values = {"values/age_months": "30", "values/infection_suspected": "yes"}
    shown = await follow(client, await fill(client, f"{one}/values", **values))
    assert catalogue("ca").say("score-phoenix") in shown.text
    assert catalogue("ca").say("referral-state-adults_only") in shown.text


async def test_receiving_side_records_that_the_patient_got_worse(served):
    client, path = await request(served, condition="sepsis")
    await ask(client, path)
    one = f"/shared/{path.rpartition('/')[2]}"
    assert (await transfer_of(served)).priority == "3h"
    other = await served.client("uci-germans-trias")
    page = await other.get(f"{one}/condition")
    known = dict(Sheet(page.text).forms)[f"{one}/condition"]
    worse = {**known, "condition": "septic_shock"}
    shown = await follow(other, await other.post(f"{one}/condition", data=worse))
    transfer = await transfer_of(served)
    assert (transfer.priority, transfer.upgraded) == ("P0", True)
    assert catalogue("ca").say("care-raised-meanwhile") in shown.text
    assert catalogue("ca").say("care-raised-meanwhile") in (await client.get(one)).text


async def test_priority_is_raised_with_a_reason_and_lowered_by_few(served):
    client, path = await request(served, condition="sepsis")
    await ask(client, path)
    one = f"/shared/{path.rpartition('/')[2]}/priority"
    answer = await fill(client, one, priority="P0")
    assert answer.status_code == 422
    raised = await fill(client, one, priority="P0", reason="Oligúria")
    assert raised.status_code == 303
    assert (await transfer_of(served)).priority == "P0"
    page = await client.get(one)
    assert catalogue("ca").say("care-lower") not in page.text
    refused = await send(client, page, one, priority="3h", reason="Millora")
    assert refused.status_code == 403
    other = await served.client("uci-germans-trias")
    lowered = await fill(other, one, priority="3h", reason="Millora")
    assert lowered.status_code == 303
    assert (await transfer_of(served)).priority == "3h"
