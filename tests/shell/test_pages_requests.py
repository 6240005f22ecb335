"""The referring doctor's pages, filled in as people do."""

import re

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.left_out import BEYOND
from dispatch.transfer.parts import Described
from dispatch.transfer.stage import CLOSED, Stage
from tests.shell.test_pages_forms import FILLED, Sheet, ask, follow, request, send

REQUIRED = (
    "care",
    "condition",
    "has_treatment_limits",
    "needs/icu",
    "patient_reference",
    "described/sex",
    "described/age",
    "bedside",
    "contact_phone",
)


MISSING = {"described/sex": "whose-fault-sex", "described/age": "whose-fault-age"}


async def the_transfer(served):
    (transfer,) = (await served.world.board()).transfers.values()
    return transfer


async def test_nothing_is_chosen_for_the_doctor(served):
    client = await served.client("calella")
    assert Sheet((await client.get("/requests/new")).text).chosen == set()


async def test_a_request_becomes_a_transfer_of_the_own_hospital(served):
    client, path = await request(served)
    transfer = await the_transfer(served)
    assert path == f"/requests/{transfer.transfer_id}"
    assert transfer.referring == "calella"
    assert transfer.clinical.lactate_mmol_l == 5.1
    assert transfer.needs.complex_source_control
    assert transfer.number in (await client.get("/requests")).text


@pytest.mark.parametrize("code", LANGUAGES)
async def test_every_missing_field_is_named_and_linked(served, code):
    client = await served.client("calella")
    client.cookies.set("csi_language", code)
    page = await client.get("/requests/new")
    answer = await send(client, page, "/requests/new")
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    for field in REQUIRED:
        name = field.replace("/", "-")
        assert catalogue(code).say(MISSING.get(field, f"page-fault-{name}")) in answer.text
        assert f"f-{name}" in sheet.targets
    assert sheet.targets <= sheet.ids
    assert answer.text.count("<title>" + catalogue(code).say("page-fault-mark")) == 1


async def test_what_was_typed_is_kept_beside_the_fault(served):
    client = await served.client("calella")
    page = await client.get("/requests/new")
    wrong = {**FILLED, "clinical/heart_rate_bpm": "450"}
    answer = await send(client, page, "/requests/new", **wrong)
    assert answer.status_code == 422
    assert "Freqüència cardíaca" in answer.text
    kept = dict(Sheet(answer.text).forms)["/requests/new"]
    assert {name: kept[name] for name in wrong} == wrong
    assert not (await served.world.board()).transfers


async def test_treatment_limits_explain_and_open_nothing(served):
    client = await served.client("calella")
    page = await client.get("/requests/new")
    limited = {**FILLED, "has_treatment_limits": "yes"}
    answer = await send(client, page, "/requests/new", **limited)
    assert answer.status_code == 422
    assert catalogue("ca").say("refused-treatment_limits") in answer.text
    assert not (await served.world.board()).transfers


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("field", "said", "why"),
    [
        ("values/end_of_life", "yes", "end_of_life"),
        ("values/infection_suspected", "no", "no_infection"),
    ],
)
async def test_values_that_contradict_the_request_open_nothing(served, code, field, said, why):
    client = await served.client("calella")
    client.cookies.set("csi_language", code)
    page = await client.get("/requests/new")
    answer = await send(client, page, "/requests/new", **{**FILLED, field: said})
    assert answer.status_code == 422
    assert catalogue(code).say(f"refused-{why}") in answer.text
    assert f"f-{field.replace('/', '-')}" in Sheet(answer.text).targets
    assert not (await served.world.board()).transfers


async def test_the_same_form_sent_twice_opens_one_transfer(served):
    client = await served.client("calella")
    page = await client.get("/requests/new")
    fields = {**dict(Sheet(page.text).forms)["/requests/new"], **FILLED}
    first = await client.post("/requests/new", data=fields)
    again = await client.post("/requests/new", data=fields)
    assert first.headers["location"] == again.headers["location"]
    assert len((await served.world.board()).transfers) == 1


async def test_the_same_key_for_another_patient_is_refused(served):
    client = await served.client("calella")
    page = await client.get("/requests/new")
    fields = {**dict(Sheet(page.text).forms)["/requests/new"], **FILLED}
    await client.post("/requests/new", data=fields)
    other = {**fields, "patient_reference": "NHC 78"}
    answer = await client.post("/requests/new", data=other)
    assert answer.status_code == 409
    assert dict(Sheet(answer.text).forms)["/requests/new"]["key"] != fields["key"]


@pytest.mark.parametrize("code", LANGUAGES)
async def test_the_same_patient_twice_is_refused_by_number_and_a_reason_overrules(served, code):
    client, _ = await request(served)
    client.cookies.set("csi_language", code)
    first = await the_transfer(served)
    page = await client.get("/requests/new")
    again = {**FILLED, "condition": "sepsis", "patient_reference": "nhc: 0077"}
    answer = await send(client, page, "/requests/new", **again)
    assert answer.status_code == 409
    assert first.number in answer.text
    assert "f-duplicate_reason" in Sheet(answer.text).targets & Sheet(answer.text).ids
    assert catalogue(code).say("whose-why-again-hint") in answer.text
    done = await send(client, answer, "/requests/new", duplicate_reason="Són dues germanes")
    shown = await follow(client, done)
    assert catalogue(code).say("whose-twin", {"number": first.number}) in shown.text
    assert "Són dues germanes" in shown.text


async def test_who_looks_like_another_under_another_kind_is_asked_about(served):
    client, _ = await request(served)
    page = await client.get("/requests/new")
    alike = {**FILLED, "condition": "sepsis", "patient_reference": "PUJO 1 560412 00 1"}
    answer = await send(client, page, "/requests/new", **alike)
    assert answer.status_code == 409
    assert "f-duplicate_reason" in Sheet(answer.text).ids
    assert len((await served.world.board()).transfers) == 1


async def test_shock_opens_at_once_and_says_whose_twin_it_may_be(served):
    client, _ = await request(served)
    first = await the_transfer(served)
    page = await client.get("/requests/new")
    shown = await follow(client, await send(client, page, "/requests/new", **FILLED))
    assert catalogue("ca").say("whose-twin", {"number": first.number}) in shown.text
    assert len((await served.world.board()).transfers) == 2


async def test_nobody_knows_who_it_is(served):
    unknown = {"identifier": "temporary", "described/sex": "unknown", "described/age": ""}
    await request(served, **unknown)
    transfer = await the_transfer(served)
    assert transfer.identified_by == "temporary"
    assert transfer.described == Described()


async def test_the_telephone_is_remembered_for_the_next_request(served):
    client, _ = await request(served)
    fields = dict(Sheet((await client.get("/requests/new")).text).forms)["/requests/new"]
    assert fields["contact_phone"] == FILLED["contact_phone"]
    assert fields["patient_reference"] == ""


async def test_the_first_proposed_is_asked_with_one_button(served):
    client, path = await request(served)
    shown = await follow(client, await ask(client, path))
    transfer = await the_transfer(served)
    assert (transfer.stage, transfer.asked) == (Stage.ASKED, "germans-trias")
    assert catalogue("ca").say("page-done-asked") in shown.text


async def test_another_hospital_needs_a_reason_at_its_field(served):
    client, path = await request(served)
    answer = await ask(client, path, "vall-hebron", override_reason=" ")
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert "f-override_reason-vall-hebron" in sheet.targets & sheet.ids
    assert (await the_transfer(served)).asked is None


async def test_another_hospital_is_asked_with_a_reason(served):
    client, path = await request(served)
    await ask(client, path, "vall-hebron", override_reason="ECMO possible")
    assert (await the_transfer(served)).asked == "vall-hebron"


async def test_unknown_beds_are_said_to_be_unknown(served):
    client, path = await request(served)
    assert catalogue("ca").say("page-beds-unknown") in (await client.get(path)).text


async def test_a_worse_condition_raises_the_priority(served):
    client, path = await request(served, condition="sepsis")
    page = await client.get(f"{path}/condition")
    fields = dict(Sheet(page.text).forms)[f"{path}/condition"]
    assert (fields["condition"], fields["clinical/lactate_mmol_l"]) == ("sepsis", "5,1")
    worse = {**fields, "condition": "septic_shock"}
    shown = await follow(client, await client.post(f"{path}/condition", data=worse))
    transfer = await the_transfer(served)
    assert (transfer.priority, transfer.upgraded) == ("P0", True)
    assert transfer.clinical.lactate_mmol_l == 5.1
    assert catalogue("ca").say("page-done-condition") in shown.text


async def test_a_condition_without_an_answer_is_blamed(served):
    client, path = await request(served)
    answer = await client.post(f"{path}/condition", data={"key": "k" * 12, "was": "{}"})
    assert answer.status_code == 422
    assert {"f-condition", "f-needs-icu"} <= Sheet(answer.text).targets


async def test_cancelling_needs_a_reason_and_closes(served):
    client, path = await request(served)
    page = await client.get(f"{path}/cancel")
    empty = await send(client, page, f"{path}/cancel")
    assert catalogue("ca").say("page-fault-reason") in empty.text
    done = await send(client, empty, f"{path}/cancel", reason="goes by another way")
    shown = await follow(client, done)
    assert catalogue("ca").say("stage-cancelled").capitalize() in shown.text
    assert not (await served.world.board()).transfers


async def test_asking_after_closing_is_a_conflict(served):
    client, path = await request(served)
    page = await client.get(path)
    cancel = await client.get(f"{path}/cancel")
    await send(client, cancel, f"{path}/cancel", reason="goes by another way")
    fields = next(known for to, known in Sheet(page.text).forms if to.endswith("/hospital"))
    answer = await client.post(f"{path}/hospital", data=fields)
    assert answer.status_code == 409


@pytest.mark.parametrize("page", ["", "/hospital", "/condition", "/cancel"])
async def test_a_transfer_of_others_does_not_exist(served, page):
    client = await served.client("calella")
    transfer_id = await served.world.opened(referring="blanes")
    assert (await client.get(f"/requests/{transfer_id}{page}")).status_code == 404


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("stage", Stage)
async def test_every_stage_has_its_page(served, stage, code):
    if stage is Stage.CANCELLED:
        client, path = await request(served)
        await send(client, await client.get(f"{path}/cancel"), f"{path}/cancel", reason="no")
    else:
        client = await served.client("calella")
        path = f"/requests/{await served.world.brought_to(stage)}"
    client.cookies.set("csi_language", code)
    page = await client.get(path)
    assert page.status_code == 200
    assert catalogue(code).say("page-responsible") in page.text
    assert catalogue(code).say(f"stage-{stage.value}")[1:] in page.text
    assert ("http-equiv" in page.text) is (stage not in {Stage.REQUESTED, *CLOSED})


async def test_a_decline_is_told_with_its_reason(served):
    client, path = await request(served)
    await ask(client, path)
    icu = await served.client("uci-germans-trias")
    one = path.replace("requests", "answers")
    await send(icu, await icu.get(one), f"{one}/accept", to=f"{one}/decline", reason="no_bed")
    page = await client.get(path)
    assert catalogue("ca").say("reason-no_bed") in page.text
    assert (await the_transfer(served)).stage is Stage.REQUESTED


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("condition", ["sepsis", "septic_shock"])
async def test_somebody_nobody_knows_needs_no_identifier(served, condition, code):
    unknown = {"patient_reference": "", "identifier": "temporary", "described/age": ""}
    client, path = await request(served, condition=condition, **unknown)
    client.cookies.set("csi_language", code)
    number = (await the_transfer(served)).number
    shown = (await client.get(path)).text
    assert catalogue(code).say("whose-temporary", {"number": number}) in shown


async def test_two_whom_nobody_knows_are_two(served):
    unknown = {"patient_reference": "", "identifier": "temporary", "condition": "sepsis"}
    await request(served, **unknown, **{"described/sex": "unknown"})
    await request(served, **unknown, **{"described/sex": "unknown"})
    first, second = (await served.world.board()).transfers.values()
    assert first.patient_key != second.patient_key


async def test_hospital_after_the_last_one_shown_is_asked_with_a_reason(served):
    """Hospitals that would do and are not proposed have a form, with their minutes."""
    client, path = await request(served)
    transfer = await the_transfer(served)
    beyond = [
        each for each in transfer.not_proposed if {why.code for why in each.reasons} <= BEYOND
    ]
    page = await client.get(path)
    for each in beyond:
        assert f'id="fill-{each.hospital}"' in page.text
        assert f"{each.reasons[0].facts['minutes']} min" in page.text
    await ask(client, path, beyond[-1].hospital, override_reason="a bed is free, by telephone")
    assert (await the_transfer(served)).asked == beyond[-1].hospital


async def test_each_hospital_is_named_once_in_the_list(served):
    client, path = await request(served)
    page = (await client.get(f"{path}/hospital")).text
    asked = set(re.findall(r'name="hospital" value="([^"]+)"', page))
    _, _, unsuitable = page.rpartition('<ul class="plainlist">')
    transfer = await the_transfer(served)
    left_out = [each.hospital for each in transfer.not_proposed if each.hospital not in asked]
    assert {each.hospital for each in transfer.not_proposed} & asked
    assert unsuitable.partition("</ul>")[0].count("<li>") == len(left_out)
    assert f"({len(left_out)})" in page or f" {len(left_out)} " in page
