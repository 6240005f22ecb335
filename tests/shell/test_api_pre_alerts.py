"""Pre-alerts over HTTP, as a tablet on a unit and a hospital's screen send them."""

import pytest

INPUTS = {"population": "adult", "infection_suspected": True, "rr": 26, "hr": 118}
BODY = {
    "eta_min": 12,
    "callback_phone": "600 123 123",
    "municipality": "Calella",
    "inputs": INPUTS,
}
ALL = "/api/pre-alerts"


async def put(client, path, body, key="a key of this test"):
    return await client.post(path, json=body, headers={"Idempotency-Key": key})


@pytest.fixture
async def raised(served):
    """The path of one raised in Calella by the crew of SVA-01."""
    client = await served.client("sva-01")
    answer = await put(client, ALL, BODY, "raised once")
    assert answer.status_code == 200, answer.text
    return f"{ALL}/{answer.json()['pre_alert_id']}"


async def test_hospital_sees_signs_place_and_arrival(served, raised):
    doctor = await served.client("calella")
    seen = (await doctor.get(raised)).json()
    assert seen["hospital"] == "calella"
    assert seen["detection"] == "suspicion"
    assert [each["code"] for each in seen["findings"]] == ["tachypnoea", "tachycardia"]
    assert seen["place"]["municipality"] == "Calella"
    assert seen["arrives_at"] == "2026-11-22T12:12:00Z"


async def test_board_has_it_beside_the_transfers(served, raised):
    board = (await (await served.client("central")).get("/api/board")).json()
    assert [each["number"] for each in board["pre_alerts"]] == ["PRE-1001"]
    assert board["transfers"] == []
    assert board["pre_alerts"][0]["findings"] is None


async def test_from_acknowledged_to_the_transfer(served, raised):
    doctor = await served.client("calella")
    answer = await put(doctor, f"{raised}/acknowledgement", {}, "seen it now")
    assert answer.json()["stage"] == "acknowledged"
    answer = await put(doctor, f"{raised}/outcome", {"reason": None}, "confirmed")
    assert answer.json()["stage"] == "confirmed"
    transfer_id = await served.world.opened()
    answer = await put(doctor, f"{raised}/transfer", {"transfer_id": transfer_id}, "linked it")
    assert answer.json()["transfer_id"] == transfer_id


async def test_crew_goes_elsewhere_and_takes_it_back(served, raised):
    client = await served.client("sva-01")
    to = {"hospital": "mataro", "eta_min": 25, "reason": "road closed"}
    assert (await put(client, f"{raised}/hospital", to, "elsewhere")).json()["hospital"] == (
        "mataro"
    )
    answer = await put(client, f"{raised}/cancel", {"reason": "better"}, "taken back")
    assert answer.json()["stage"] == "cancelled"


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"eta_min": 500}, "eta_out_of_range", "eta_min"),
        ({"eta_min": "soon"}, "body_invalid", "eta_min"),
        ({"patient": "Anna"}, "body_invalid", None),
        ({"municipality": "Atlantis"}, "unknown_municipality", "municipality"),
        ({"municipality": None}, "place_needed", "municipality"),
        ({"inputs": None}, "assessment_invalid", "inputs"),
        (
            {"inputs": {**INPUTS, "lactate_mmol_l": 4}},
            "assessment_invalid",
            "inputs.lactate_mmol_l",
        ),
        ({"inputs": {**INPUTS, "rr": 400}}, "assessment_invalid", "inputs.rr"),
        (
            {"inputs": {"population": "adult", "infection_suspected": True, "rr": 12}},
            "no_sign_fired",
            "inputs",
        ),
    ],
)
async def test_what_is_wrong_is_named(served, changed, code, field):
    client = await served.client("sva-01")
    answer = await put(client, ALL, {**BODY, **changed})
    problem = answer.json()
    assert answer.status_code in {404, 422}
    assert (problem["code"], problem["field"]) == (code, field)
    assert not (await served.world.board()).pre_alerts


@pytest.mark.parametrize(("body", "code"), [("[]", "body_invalid"), ("{", "not_json")])
async def test_body_that_is_no_object_is_refused(served, body, code):
    client = await served.client("sva-01")
    headers = {"Idempotency-Key": "some key", "content-type": "application/json"}
    answer = await client.post(ALL, content=body, headers=headers)
    assert answer.json()["code"] == code


@pytest.mark.parametrize("body", [{"reason": "tired"}, {}])
async def test_outcome_without_its_code_is_refused(served, raised, body):
    answer = await put(await served.client("calella"), f"{raised}/outcome", body)
    assert answer.json()["code"] == "body_invalid"


async def test_another_hospital_finds_nothing(served, raised):
    answer = await put(await served.client("uci-mataro"), f"{raised}/acknowledgement", {})
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_pre_alert")
