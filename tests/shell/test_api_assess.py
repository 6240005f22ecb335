"""``POST /api/assess`` gives the answers of ``csi assess`` to whoever is signed in."""

import json

import pytest

from tests.builders import REPOSITORY

FILE = REPOSITORY / "tests/core/assessment/assessment.json"
PUBLISHED = json.loads(FILE.read_text(encoding="utf-8"))
V01 = PUBLISHED["vignettes"][0]


async def test_published_document_is_answered_to_the_digit(served):
    client = await served.client("calella")
    answer = await client.post("/api/assess", json=PUBLISHED)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    answers = {each["id"]: each for each in answer.json()}
    for vignette in PUBLISHED["vignettes"]:
        found = answers[vignette["id"]]
        assert {key: found[key] for key in vignette["expected"]} == vignette["expected"]
    assert [answers[each["id"]]["agreed"] for each in PUBLISHED["checklist_cases"]] == [
        True,
        False,
    ]


async def test_one_vignette_is_answered_as_a_list(served):
    client = await served.client("central")
    answer = await client.post("/api/assess", json=V01)
    assert [each["sofa"] for each in answer.json()] == [2]


async def test_nobody_signed_in_gets_no_answer(served):
    async with served.anybody() as client:
        assert (await client.post("/api/assess", json=V01)).status_code == 401


@pytest.mark.parametrize(
    ("language", "detail"),
    [("ca", "no és un nombre"), ("es", "no es un número"), ("en", "it is not a number")],
)
async def test_every_fault_is_named_in_the_readers_language(served, language, detail):
    client = await served.client("calella")
    wrong = {**V01, "inputs": {**V01["inputs"], "hr": "112", "lactate_mg_dl": 23}}
    answer = await client.post(
        "/api/assess", json=[V01, {**wrong, "id": "W"}], headers={"accept-language": language}
    )
    problem = answer.json()
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert (problem["code"], problem["field"]) == ("vignettes_invalid", "[1].inputs.hr")
    assert [(each["field"], each["code"]) for each in problem["faults"]] == [
        ("[1].inputs.hr", "not_a_number"),
        ("[1].inputs.lactate_mg_dl", "wrong_unit"),
    ]
    assert problem["faults"][0]["detail"] == detail
    assert problem["faults"][0]["value"] == '"112"'
    assert problem["faults"][1]["allowed"] == "lactate_mmol_l"


async def test_nan_is_a_fault_with_its_path(served):
    client = await served.client("calella")
    text = json.dumps({**V01, "inputs": {**V01["inputs"], "hr": float("nan")}})
    answer = await client.post(
        "/api/assess", content=text, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.json()["field"] == "inputs.hr"


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        ("{}", "text/plain", 415),
        ("[" * 40 + "]" * 40, "application/json", 400),
        ("[" + " " * 70_000 + "]", "application/json", 413),
        ("{", "application/json", 422),
    ],
)
async def test_body_is_guarded_as_everywhere(served, content, media_type, status):
    client = await served.client("calella")
    answer = await client.post(
        "/api/assess", content=content, headers={"content-type": media_type}
    )
    assert answer.status_code == status


async def test_antibiotic_ahead_of_the_servers_clock_is_refused(served):
    client = await served.client("calella")
    late = {**V01, "inputs": {**V01["inputs"], "antibiotic_at": "2999-01-01T00:00:00Z"}}
    answer = await client.post("/api/assess", json=late)
    assert [each["code"] for each in answer.json()["faults"]] == ["in_future"]
