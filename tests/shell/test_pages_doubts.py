"""Plausible but wrong: asked about at every door, stored and recorded when confirmed."""

import pytest

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.parts import Described
from tests.shell.test_http_guards import a_request, post
from tests.shell.test_pages_forms import FILLED, Sheet, language, send
from tests.shell.test_pages_forms import request as requested

NEW = "/requests/new"
ODD = {
    "clinical/lactate_mmol_l": "18",
    "clinical/noradrenaline_mcg_kg_min": "8",
    "needs/weight_kg": "154",
    "values/bilirubin_mg_dl": "20",
    "values/sbp": "80",
}
CONFIRMED = {
    "clinical/lactate_mmol_l=18",
    "clinical/noradrenaline_mcg_kg_min=8",
    "needs/weight_kg=154",
    "inputs/bilirubin_mg_dl=20",
}


class Boxes(Sheet):
    """The boxes that confirm, with what each says."""

    def __init__(self, html):
        self.boxes = {}
        super().__init__(html)

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        found = dict(attrs)
        if found.get("name", "").startswith("confirmed/") and found.get("type") == "checkbox":
            self.boxes[found["name"]] = found["value"]


async def lines(served, name):
    log = (await served.world.hq.log.read_changes(0)).lines
    return [line for line in log if type(line.event).__name__ == name]


@pytest.mark.parametrize("said", LANGUAGES)
async def test_request_with_unusual_values_is_asked_about_and_kept_as_confirmed(served, said):
    client = await served.client("calella")
    client.cookies.update(language(said))
    asked = await send(client, await client.get(NEW), NEW, **{**FILLED, **ODD})
    assert asked.status_code == 422
    assert not (await served.world.board()).transfers
    boxes = Boxes(asked.text).boxes
    assert set(boxes.values()) == CONFIRMED
    assert catalogue(said).say("slip-bilirubin_umol_l") in asked.text
    targets = Sheet(asked.text).targets
    assert {"f-clinical-lactate_mmol_l", "f-values-bilirubin_mg_dl"} <= targets
    done = await send(client, asked, NEW, **{**FILLED, **ODD, **boxes})
    assert done.status_code == 303, done.text
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.clinical.lactate_mmol_l == 18
    for name in ("TransferRequested", "AssessmentRecorded"):
        (line,) = await lines(served, name)
        assert set(line.event.confirmed_doubts) == CONFIRMED
        assert line.recorded_at


async def test_confirmation_is_kept_while_something_else_is_corrected(served):
    client = await served.client("calella")
    page = await client.get(NEW)
    odd = {**FILLED, "clinical/lactate_mmol_l": "18"}
    asked = await send(client, page, NEW, **odd)
    boxes = Boxes(asked.text).boxes
    wrong = await send(client, asked, NEW, **{**odd, **boxes, "bedside": ""})
    assert wrong.status_code == 422
    kept = dict(Sheet(wrong.text).forms)[NEW]
    assert kept["confirmed/clinical/lactate_mmol_l"] == "clinical/lactate_mmol_l=18"
    changed = await send(client, wrong, NEW, **{**odd, "clinical/lactate_mmol_l": "19"})
    assert changed.status_code == 422
    assert (await send(client, wrong, NEW, **odd)).status_code == 303


@pytest.mark.parametrize(
    ("typed", "blamed"),
    [
        ({"values/norepinephrine": "0,3", "values/none_runs": "yes"}, "values/none_runs"),
        (
            {"clinical/noradrenaline_mcg_kg_min": "0,3", "values/none_runs": "yes"},
            "values/none_runs",
        ),
        (
            {"clinical/noradrenaline_mcg_kg_min": "0,3", "values/norepinephrine": "0,5"},
            "values/norepinephrine",
        ),
    ],
)
async def test_what_contradicts_itself_is_never_sent(served, typed, blamed):
    client = await served.client("calella")
    answer = await send(client, await client.get(NEW), NEW, **{**FILLED, **typed})
    assert answer.status_code == 422
    assert f"f-{blamed.replace('/', '-')}" in Sheet(answer.text).targets
    assert not (await served.world.board()).transfers


async def test_noradrenaline_of_the_picture_is_a_value_too(served):
    await requested(served, **{"clinical/noradrenaline_mcg_kg_min": "0,3", "values/sbp": "80"})
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.assessed.adult.vasoactives_mcg_kg_min == {"norepinephrine": 0.3}


@pytest.mark.parametrize(
    ("page", "typed", "kept"),
    [
        (
            "/bundle/fluids",
            {"reading/fluids_ml": "2", "reading/weight_kg": "70"},
            "BundleRecorded",
        ),
        ("/values", {"values/norepinephrine": "8"}, "AssessmentRecorded"),
        (
            "/condition",
            {"condition": "septic_shock", "needs/icu": "yes", "clinical/lactate_mmol_l": "20"},
            "ConditionChanged",
        ),
    ],
)
async def test_every_form_asks_before_it_stores(served, page, typed, kept):
    client, path = await requested(served)
    where = path.replace("/requests", "/shared") + page
    asked = await send(client, await client.get(where), where, **typed)
    assert asked.status_code == 422, asked.headers
    assert await lines(served, kept) == []
    boxes = Boxes(asked.text).boxes
    assert boxes
    done = await send(client, asked, where, **{**typed, **boxes})
    assert done.status_code == 303, done.text
    (line,) = await lines(served, kept)
    assert line.event.confirmed_doubts == tuple(boxes.values())


async def test_pre_alert_is_asked_about_too(served):
    client = await served.client("cap-calella")
    path = "/pre-alerts/new/adult"
    typed = {
        "values/infection_suspected": "yes",
        "values/hr": "260",
        "values/rr": "30",
        "eta_min": "20",
        "callback_phone": "600 00 00 00",
        "municipality": "Calella",
    }
    asked = await send(client, await client.get(path), path, **typed)
    boxes = Boxes(asked.text).boxes
    assert (asked.status_code, boxes) == (422, {"confirmed/values/hr": "inputs/hr=260"})
    assert (await send(client, asked, path, **{**typed, **boxes})).status_code == 303
    (line,) = await lines(served, "PreAlertRaised")
    assert line.event.confirmed_doubts == ("inputs/hr=260",)


async def test_interface_names_every_doubt_and_takes_the_confirmation(served):
    client, path = await requested(served)
    one = path.rpartition("/")[2]

    async def tell(key, **more):
        return await client.post(
            f"/api/transfers/{one}/assessment",
            json={"inputs": {"population": "adult", "bilirubin_mg_dl": 20}, **more},
            headers={"idempotency-key": f"the {key} key"},
        )

    asked = await tell("first")
    problem = asked.json()
    assert (asked.status_code, problem["code"]) == (422, "doubts_unconfirmed")
    assert problem["field"] == "inputs/bilirubin_mg_dl"
    (doubt,) = problem["doubts"]
    assert doubt["usual"] == "0.1-5 mg/dL"
    done = await tell("second", confirmed_doubts=[doubt["confirm"]])
    assert done.status_code == 200, done.text
    refused = await tell("third", confirmed_doubts="all")
    assert (refused.status_code, refused.json()["field"]) == (422, "confirmed_doubts")


@pytest.mark.parametrize("said", LANGUAGES)
async def test_adult_asked_for_as_a_child_is_asked_about(served, said):
    """The box is beside the age, and what is confirmed is kept."""
    client = await served.client("calella")
    client.cookies.update(language(said))
    filled = {**FILLED, "care": "paediatric", "described/age": "18"}
    asked = await send(client, await client.get(NEW), NEW, **filled)
    assert asked.status_code == 422
    boxes = Boxes(asked.text).boxes
    assert set(boxes.values()) == {"described/age=18"}
    assert "f-described-age" in Sheet(asked.text).targets
    assert not (await served.world.board()).transfers
    done = await send(client, asked, NEW, **{**filled, **boxes})
    assert done.status_code == 303, done.text
    (line,) = await lines(served, "TransferRequested")
    assert line.event.confirmed_doubts == ("described/age=18",)


CONTRADICTED = {
    "clinical/gcs": "3",
    "values/acvpu": "A",
    "values/on_oxygen": "no",
    "values/fio2": "0,6",
    "values/respiratory_support": "yes",
    "values/adequate_fluids_given": "yes",
    "clinical/fluids_ml": "250",
    "needs/weight_kg": "70",
}
PAIRS = {
    "clinical/gcs=3 & acvpu=A",
    "inputs/fio2=0.6 & on_oxygen=false",
    "inputs/on_oxygen=false & respiratory_support=true",
    "inputs/adequate_fluids_given=true & fluids_ml=250",
}


@pytest.mark.parametrize("said", LANGUAGES)
async def test_request_that_contradicts_itself_is_asked_about_at_once(served, said):
    client = await served.client("calella")
    client.cookies.update(language(said))
    filled = {**FILLED, **CONTRADICTED}
    asked = await send(client, await client.get(NEW), NEW, **filled)
    assert asked.status_code == 422
    assert not (await served.world.board()).transfers
    boxes = Boxes(asked.text).boxes
    assert set(boxes.values()) == PAIRS
    done = await send(client, asked, NEW, **{**filled, **boxes})
    assert done.status_code == 303, done.text
    (line,) = await lines(served, "TransferRequested")
    assert set(line.event.confirmed_doubts) == PAIRS


async def test_two_questions_beside_one_field_are_confirmed_one_by_one(served):
    client = await served.client("calella")
    odd = {"clinical/map_mmhg": "190", "values/sbp": "120", "values/dbp": "70"}
    filled = {**FILLED, **odd, "condition": "septic_shock"}
    asked = await send(client, await client.get(NEW), NEW, **filled)
    boxes = Boxes(asked.text).boxes
    assert set(boxes.values()) == {"clinical/map_mmhg=190", "clinical/map_mmhg=190 & sbp=120"}
    one = dict(list(boxes.items())[:1])
    again = await send(client, asked, NEW, **{**filled, **one})
    (left,) = Boxes(again.text).boxes.items()
    assert left not in one.items()
    done = await send(client, again, NEW, **{**filled, **dict([left])})
    assert done.status_code == 303, done.text


async def test_fluids_without_a_weight_ask_for_it_on_the_spot(served):
    client = await served.client("calella")
    filled = {**FILLED, "clinical/fluids_ml": "2000"}
    asked = await send(client, await client.get(NEW), NEW, **filled)
    boxes = Boxes(asked.text).boxes
    assert set(boxes.values()) == {"needs/weight_kg=null & clinical/fluids_ml=2000"}
    weighed = await send(client, asked, NEW, **{**filled, "needs/weight_kg": "70"})
    assert weighed.status_code == 303, weighed.text


async def test_assessment_and_interface_ask_what_contradicts_itself(served):
    client, path = await requested(served)
    one = path.rpartition("/")[2]
    where = path.replace("/requests", "/shared") + "/values"
    typed = {"values/gcs": "3", "values/acvpu": "A"}
    asked = await send(client, await client.get(where), where, **typed)
    assert set(Boxes(asked.text).boxes.values()) == {"inputs/gcs=3 & acvpu=A"}
    inputs = {"population": "adult", "gcs": 3, "acvpu": "A"}
    answer = await client.post(
        f"/api/transfers/{one}/assessment",
        json={"inputs": inputs},
        headers={"idempotency-key": "the only key"},
    )
    (doubt,) = answer.json()["doubts"]
    assert (answer.status_code, doubt["confirm"]) == (422, "inputs/gcs=3 & acvpu=A")
    assert (doubt["value"], doubt["other"], doubt["usual"]) == (3, "A", "13-15")


@pytest.mark.parametrize("said", LANGUAGES)
async def test_refusal_says_the_unit_that_the_value_may_be_in(served, said):
    client = await served.client("calella")
    client.cookies.update(language(said))
    odd = {
        "clinical/lactate_mmol_l": "36",
        "clinical/noradrenaline_mcg_kg_min": "1",
        "needs/weight_kg": "70",
    }
    asked = await send(client, await client.get(NEW), NEW, **{**FILLED, **odd})
    facts = {"unit": "mg/dL", "would_be": "4 mmol/L"}
    assert asked.status_code == 422
    assert catalogue(said).say("unit-perhaps", facts) in asked.text
    bad = {"values/temp_c": "102", "values/sbp": "95"}
    asked = await send(client, await client.get(NEW), NEW, **{**FILLED, **bad})
    facts = {"unit": "°F", "would_be": "38.9 °C"}
    assert catalogue(said).say("unit-perhaps", facts) in asked.text


async def test_interface_says_the_unit_too(served):
    client, path = await requested(served)
    one = path.rpartition("/")[2]
    answer = await client.post(
        f"/api/transfers/{one}/assessment",
        json={"inputs": {"population": "adult", "bilirubin_mg_dl": 62}},
        headers={"idempotency-key": "the only key"},
    )
    (fault,) = answer.json()["faults"]
    assert "µmol/L" in fault["detail"]
    assert "3.63 mg/dL" in fault["detail"]


async def test_mean_pressure_with_decimals_is_taken(served):
    await requested(served, **{"clinical/map_mmhg": "64,5"})
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.clinical.map_mmhg == 64.5


async def test_fluids_of_a_child_need_the_weight(served):
    client = await served.client("calella")
    filled = {**FILLED, "care": "paediatric", "described/age": "5", "clinical/fluids_ml": "200"}
    asked = await send(client, await client.get(NEW), NEW, **filled)
    assert asked.status_code == 422
    assert "f-needs-weight_kg" in Sheet(asked.text).targets
    done = await send(client, asked, NEW, **{**filled, "needs/weight_kg": "18"})
    assert done.status_code == 303, done.text


@pytest.mark.parametrize("said", LANGUAGES)
async def test_letter_of_a_document_is_asked_about_and_nobody_is_kept(served, said):
    client = await served.client("calella")
    client.cookies.update(language(said))
    filled = {**FILLED, "patient_reference": "12345678A"}
    asked = await send(client, await client.get(NEW), NEW, **filled)
    boxes = Boxes(asked.text).boxes
    assert (asked.status_code, set(boxes.values())) == (422, {"patient_reference=document"})
    assert "f-patient_reference" in Sheet(asked.text).targets
    done = await send(client, asked, NEW, **{**filled, **boxes})
    assert done.status_code == 303, done.text
    (line,) = await lines(served, "TransferRequested")
    assert line.event.confirmed_doubts == ("patient_reference=document",)


async def test_letter_of_a_document_that_is_right_asks_nothing(served):
    await requested(served, patient_reference="12345678Z")


@pytest.mark.parametrize(
    ("described", "told"),
    [({"age_days": 28}, 422), ({"age_days": 20, "age_years": 3}, 422), ({"age_days": 27}, 200)],
)
async def test_interface_takes_an_age_in_days_as_the_form_does(served, described, told):
    client = await served.client("calella")
    asked = a_request(care="paediatric", described=described)
    answer = await post(client, "/api/transfers", asked)
    assert answer.status_code == told, answer.text
    kept = [each.described for each in (await served.world.board()).transfers.values()]
    assert kept == ([Described(age_months=0)] if told == 200 else [])


async def test_age_in_days_is_a_newborn_s(served):
    client = await served.client("calella")
    born = {"described/age": "28", "described/age_unit": "days"}
    filled = {**FILLED, "care": "paediatric", **born}
    refused = await send(client, await client.get(NEW), NEW, **filled)
    assert refused.status_code == 422
    assert "f-described-age" in Sheet(refused.text).targets
    done = await send(client, refused, NEW, **{**filled, "described/age": "27"})
    assert done.status_code == 303, done.text
    (transfer,) = (await served.world.board()).transfers.values()
    assert transfer.described.age_months == 0
