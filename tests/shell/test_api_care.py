"""The bundle and the values over HTTP, as programs of a hospital send them."""

import pytest

from tests.shell.test_pages_forms import ask, request


@pytest.fixture
async def asked(served):
    """A request that Germans Trias has been asked: the path of the transfer."""
    client, path = await request(served)
    await ask(client, path)
    return f"/api/transfers/{path.rpartition('/')[2]}"


async def put(client, path, body, key="a key of this test"):
    return await client.post(path, json=body, headers={"Idempotency-Key": key})


async def test_both_sides_read_the_same_bundle(served, asked):
    doctor, intensivist = [
        await served.client(name) for name in ("calella", "uci-germans-trias")
    ]
    answer = await put(doctor, f"{asked}/bundle", {"step": "antibiotic"})
    assert answer.status_code == 200, answer.text
    seen = [(await each.get(f"{asked}/shared")).json() for each in (doctor, intensivist)]
    assert seen[0]["bundle"] == seen[1]["bundle"]
    items = {each["step"]: each for each in seen[0]["bundle"]["items"]}
    assert (items["antibiotic"]["state"], items["antibiotic"]["recorded_by"]) == (
        "done",
        "Calella",
    )


async def test_same_step_sent_twice_counts_once(served, asked):
    client = await served.client("calella")
    for _ in range(2):
        await put(client, f"{asked}/bundle", {"step": "antibiotic"})
    names = [each["name"] for each in (await client.get(f"{asked}/events")).json()]
    assert names.count("transfer.bundle-recorded") == 1


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"step": "lactate"}, "bundle_value_needed", "reading/lactate_mmol_l"),
        ({"step": "leeches"}, "body_invalid", "step"),
        (
            {"step": "lactate", "reading": {"lactate_mg_dl": 40}},
            "body_invalid",
            "reading",
        ),
        (
            {"step": "lactate", "reading": {"lactate_mmol_l": "4"}},
            "body_invalid",
            "reading/lactate_mmol_l",
        ),
        (
            {"step": "antibiotic", "occurred_at": "2031-01-01T00:00:00Z"},
            "bundle_in_future",
            "occurred_at",
        ),
        (
            {"step": "antibiotic", "occurred_at": "1931-01-01T00:00:00Z"},
            "bundle_too_early",
            "occurred_at",
        ),
        (
            {"step": "antibiotic", "occurred_at": "2026-11-22T12:00:00"},
            "instant_without_zone",
            "occurred_at",
        ),
    ],
)
async def test_wrong_step_is_refused_by_field(served, asked, body, code, field):
    client = await served.client("calella")
    answer = await put(client, f"{asked}/bundle", body)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["field"]) == (422, code, field)
    assert problem["detail"] != f"refused-{code}"


async def test_values_are_scored_for_both_sides(served, asked):
    client = await served.client("calella")
    inputs = {"population": "adult", "infection_suspected": True, "sbp": 80, "dbp": 50}
    answer = await put(client, f"{asked}/assessment", {"inputs": inputs})
    assert answer.status_code == 200, answer.text
    other = await served.client("uci-germans-trias")
    shared = (await other.get(f"{asked}/shared")).json()
    assert shared["values"]["sbp"] == 80
    assert shared["assessment"]["qsofa"] == 1
    assert {"low_systolic", "low_map"} <= {
        each["code"] for each in shared["assessment"]["findings"]
    }


async def test_every_fault_of_values_is_named(served, asked):
    client = await served.client("calella")
    inputs = {"population": "adult", "hr": "112", "lactate_mg_dl": 23, "spo2": 101}
    answer = await put(client, f"{asked}/assessment", {"inputs": inputs})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "assessment_invalid")
    assert [(each["field"], each["code"]) for each in problem["faults"]] == [
        ("inputs.hr", "not_a_number"),
        ("inputs.lactate_mg_dl", "wrong_unit"),
        ("inputs.spo2", "out_of_range"),
    ]
    assert (await client.get(f"{asked}/shared")).json()["values"] is None


@pytest.mark.parametrize("body", [[], {"inputs": 3}, {}, {"inputs": {}, "more": 1}])
async def test_body_of_another_shape_is_refused(served, asked, body):
    client = await served.client("calella")
    answer = await put(client, f"{asked}/assessment", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "assessment_invalid")


async def test_what_is_no_json_is_refused(served, asked):
    client = await served.client("calella")
    headers = {"Idempotency-Key": "a key of this test", "content-type": "application/json"}
    answer = await client.post(f"{asked}/assessment", content="{nope", headers=headers)
    assert answer.status_code == 400


async def test_child_values_are_not_for_an_adult(served, asked):
    client = await served.client("calella")
    inputs = {"population": "paediatric", "age_months": 20}
    answer = await put(client, f"{asked}/assessment", {"inputs": inputs})
    assert answer.json()["code"] == "assessment_other_population"


async def test_stranger_gets_nothing_shared(served, asked):
    client = await served.client("uci-vall-hebron")
    assert (await client.get(f"{asked}/shared")).status_code == 404
