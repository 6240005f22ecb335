"""The pages of a pre-alert, filled in by people: a team outside, and the hospital's doctors."""

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from tests.shell.test_pages_forms import FILLED, Sheet, follow, send

ADULT, CHILD = "/pre-alerts/new/adult", "/pre-alerts/new/child"
SIGNS = {
    "values/infection_suspected": "yes",
    "values/rr": "26",
    "values/hr": "118",
    "municipality": "Calella",
    "eta_min": "12",
    "callback_phone": "600 123 123",
}


async def raised(served, username="sva-01", action=ADULT, **changes):
    """The sender's browser, and the path of what it sent."""
    client = await served.client(username)
    form = await client.get(action)
    answer = await send(client, form, action, **{**SIGNS, **changes})
    assert answer.status_code == 303, answer.text
    return client, answer.headers["location"].partition("?")[0]


async def the_pre_alert(served):
    (found,) = (await served.world.board()).pre_alerts.values()
    return found


@pytest.mark.parametrize("username", ["sva-01", "cap-calella"])
async def test_team_outside_sends_one_and_follows_it(served, username):
    client, path = await raised(served, username)
    assert (await the_pre_alert(served)).hospital == "calella"
    shown = await client.get("/pre-alerts")
    assert "PRE-1001" in shown.text
    assert path in shown.text


@pytest.mark.parametrize(("username", "listed"), [("calella", "/requests")])
async def test_hospital_has_it_on_its_list(served, username, listed):
    _, path = await raised(served)
    client = await served.client(username)
    assert path in (await client.get(listed)).text
    page = await client.get(path)
    assert catalogue("ca").say("finding-tachypnoea") in page.text
    assert 'href="tel:600123123"' in page.text


async def test_intensivist_has_it_on_the_list_of_requests(served):
    _, path = await raised(served, municipality="Mataró")
    client = await served.client("uci-mataro")
    assert path in (await client.get("/answers")).text
    answer = await send(client, await client.get(path), f"{path}/acknowledge")
    assert answer.status_code == 303
    assert (await the_pre_alert(served)).acknowledged_by == "Uci-Mataro"


async def test_from_acknowledged_to_a_request_with_its_link(served):
    sender, path = await raised(served, **{"values/spo2": "89"})
    client = await served.client("calella")
    await send(client, await client.get(path), f"{path}/acknowledge")
    assert "Calella" in (await sender.get(path)).text
    seen = await follow(client, await send(client, await client.get(path), f"{path}/confirm"))
    one = (await served.world.hq.log.read_changes(0)).pre_alerts[0]
    form = await client.get(f"/requests/new?pre_alert={one.pre_alert_id}")
    assert f"/requests/new?pre_alert={one.pre_alert_id}" in seen.text
    fields = dict(Sheet(form.text).forms)["/requests/new"]
    assert fields["clinical/heart_rate_bpm"] == "118"
    assert fields["clinical/spo2_pct"] == "89"
    assert fields["care"] == "adult"
    assert "condition" not in fields
    answer = await send(client, form, "/requests/new", **FILLED)
    assert answer.status_code == 303, answer.text
    (transfer,) = (await served.world.board()).transfers.values()
    linked = (await served.world.hq.log.read_changes(0)).pre_alerts[0]
    assert linked.transfer_id == transfer.transfer_id
    assert transfer.transfer_id in (await client.get(path)).text


async def test_request_that_cannot_be_linked_opens_nothing_and_can_be_sent_alone(served):
    _, path = await raised(served)
    client = await served.client("calella")
    await send(client, await client.get(path), f"{path}/confirm")
    one = (await served.world.hq.log.read_changes(0)).pre_alerts[0]
    form = await client.get(f"/requests/new?pre_alert={one.pre_alert_id}")
    await send(client, form, "/requests/new", **FILLED)
    other = {**FILLED, "patient_reference": "NHC 78", "values/creatinine_mg_dl": "2,1"}
    answer = await send(client, form, "/requests/new", **other, key="another key of a form")
    assert answer.status_code == 409
    assert len((await served.world.board()).transfers) == 1
    assert "f-pre_alert_id" in Sheet(answer.text).targets & Sheet(answer.text).ids
    assert catalogue("ca").say("prealert-untick") in answer.text
    fields = dict(Sheet(answer.text).forms)["/requests/new"]
    alone = {name: word for name, word in fields.items() if name != "pre_alert_id"}
    assert (await client.post("/requests/new", data=alone)).status_code == 303
    assert len((await served.world.board()).transfers) == 2


async def test_not_confirmed_needs_its_reason(served):
    sender, path = await raised(served)
    client = await served.client("calella")
    page = await client.get(path)
    answer = await send(client, page, f"{path}/not-confirmed")
    assert answer.status_code == 422
    assert catalogue("ca").say("page-fault-reason") in answer.text
    await send(client, page, f"{path}/not-confirmed", reason="other_diagnosis")
    assert "altre diagnòstic" in (await sender.get(path)).text


async def test_made_up_reason_is_refused(served):
    _, path = await raised(served)
    client = await served.client("calella")
    page = await client.get(path)
    answer = await send(client, page, f"{path}/not-confirmed", reason="tired")
    assert answer.status_code == 422


async def test_sender_goes_elsewhere(served):
    client, path = await raised(served)
    page = await client.get(path)
    wrong = await send(client, page, f"{path}/redirect")
    assert wrong.status_code == 422
    assert catalogue("ca").say("prealert-fault-hospital") in wrong.text
    to = {"hospital": "mataro", "eta_min": "25", "override_reason": "Carretera tallada"}
    assert (await send(client, page, f"{path}/redirect", **to)).status_code == 303
    assert (await the_pre_alert(served)).hospital == "mataro"
    doctor = await served.client("calella")
    assert (await doctor.get(path)).status_code == 404


async def test_sender_takes_it_back(served):
    client, path = await raised(served)
    page = await client.get(path)
    assert (await send(client, page, f"{path}/cancel")).status_code == 422
    answer = await send(client, page, f"{path}/cancel", reason="better")
    assert answer.headers["location"] == "/pre-alerts?done=prealert-cancelled"
    assert catalogue("ca").say("prealert-none") in (await client.get("/pre-alerts")).text


async def test_immediate_need_of_an_icu_passes_the_nearest_by(served):
    client, path = await raised(served, needs_icu_reason="Cianosi, empitjora")
    assert (await the_pre_alert(served)).hospital == "mataro"
    shown = (await client.get(path)).text
    assert "Cianosi, empitjora" in shown


async def test_position_of_the_telephone_stands_for_a_municipality(served):
    await raised(served, municipality="", position="41.6123,2.6567")
    place = (await the_pre_alert(served)).place
    assert (place.lat, place.lon, place.municipality) == (41.61, 2.66, None)


async def test_child_goes_by_its_group_of_age(served):
    changes = {"values/petechiae": "yes", "values/gcs": "14", "age_group": "1_2"}
    await raised(served, action=CHILD, **changes)
    found = await the_pre_alert(served)
    assert (found.age_group, "age_months" in found.vitals) == ("1_2", False)


@pytest.mark.parametrize("group", ["", "17"])
async def test_child_without_a_known_group_is_refused(served, group):
    client = await served.client("cap-calella")
    answer = await send(client, await client.get(CHILD), CHILD, **SIGNS, age_group=group)
    assert answer.status_code == 422
    assert catalogue("ca").say("prealert-fault-group") in answer.text


@pytest.mark.parametrize("code", LANGUAGES)
async def test_every_missing_field_is_named_and_linked(served, code):
    client = await served.client("cap-calella")
    client.cookies.set("csi_language", code)
    answer = await send(client, await client.get(ADULT), ADULT)
    said = catalogue(code)
    assert answer.status_code == 422
    for name in (
        "prealert-fault-infection",
        "prealert-fault-where",
        "page-fault-contact_phone",
    ):
        assert said.say(name) in answer.text
    sheet = Sheet(answer.text)
    assert sheet.targets <= sheet.ids
    assert not (await served.world.board()).pre_alerts


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"values/rr": "18", "values/hr": "80"}, "refused-no_sign_fired"),
        ({"values/infection_suspected": "no"}, "refused-infection_not_suspected"),
        ({"municipality": "Atlàntida"}, "refused-unknown_municipality"),
    ],
)
async def test_what_the_rules_refuse_is_said_and_kept(served, changed, said):
    client = await served.client("sva-01")
    answer = await send(client, await client.get(ADULT), ADULT, **{**SIGNS, **changed})
    assert answer.status_code in {404, 422}
    assert catalogue("ca").say(said) in answer.text
    kept = dict(Sheet(answer.text).forms)[ADULT]
    assert kept["callback_phone"] == "600 123 123"


async def test_value_that_cannot_be_is_named_beside_its_field(served):
    client = await served.client("sva-01")
    wrong = {**SIGNS, "values/rr": "400", "values/lactate_mmol_l": "9"}
    answer = await send(client, await client.get(ADULT), ADULT, **wrong)
    assert answer.status_code == 422
    assert "f-values-rr-fault" in Sheet(answer.text).ids


@pytest.mark.parametrize("position", ["here", "1,2,3", "nan,nan"])
async def test_made_up_position_is_no_position(served, position):
    client = await served.client("sva-01")
    changes = {**SIGNS, "municipality": "", "position": position}
    answer = await send(client, await client.get(ADULT), ADULT, **changes)
    assert answer.status_code == 422


@pytest.mark.parametrize("username", ["central", "calella"])
async def test_others_have_no_form(served, username):
    client = await served.client(username)
    assert (await client.get(ADULT)).status_code == 403


async def test_page_of_no_such_kind_does_not_exist(served):
    client = await served.client("sva-01")
    assert (await client.get("/pre-alerts/new/elder")).status_code == 404


async def test_dispatcher_has_the_console_not_this_page(served):
    _, path = await raised(served)
    assert (await (await served.client("central")).get(path)).status_code == 403


@pytest.mark.parametrize("code", LANGUAGES)
async def test_another_language_keeps_what_was_typed(served, code):
    client = await served.client("sva-01")
    to = f"{ADULT}?language={code}"
    answer = await send(client, await client.get(ADULT), ADULT, to=to, **SIGNS)
    assert answer.status_code == 200
    assert catalogue(code).say("prealert-infection") in answer.text
    assert dict(Sheet(answer.text).forms)[ADULT]["values/rr"] == "26"


@pytest.mark.parametrize("code", LANGUAGES)
async def test_two_pre_alerts_of_one_patient_name_each_other(served, code):
    _, first = await raised(served, patient_reference="PUJO1680412001")
    _, second = await raised(served, "cap-calella", patient_reference="pujo-1-680412-001")
    client = await served.client("calella")
    client.cookies.set("csi_language", code)
    for path, number in ((first, "PRE-1002"), (second, "PRE-1001")):
        page = await client.get(path)
        assert catalogue(code).say("prealert-twin", {"number": number}) in page.text
        assert catalogue(code).say("prealert-reason-same_patient").capitalize() in page.text
