"""What the framework would let pass, and we don't. Over real HTTP on loopback."""

import json
import re

import httpx
import pytest

from dispatch.web.app import Door, create_app
from tests.desk_world import a_headquarters
from tests.stores import memory_stores
from tests.waits import PATIENCE_S

QUESTIONS = ("infection", "organ_dysfunction", "no_treatment_limits", "adequate_resuscitation")


def a_request(**changes):
    return {
        "referring": "calella",
        "care": "adult",
        "condition": "septic_shock",
        "patient_reference": "NHC 1",
        "contact_phone": "93 000 00 00",
        "bedside": "Box 3",
        "has_treatment_limits": False,
        **changes,
    }


async def just_looked(client, path):
    """The version of the moment, where the path names a transfer that this person sees."""
    one = re.match("/api/transfers/[^/]+", path)
    answer = await client.get(one[0]) if one else None
    seen = answer.json()["version"] if answer is not None and answer.is_success else 0
    return {"If-Match": f'"{seen}"'}


async def post(client, path, body, *, key="key-00001", **headers):
    known = {"Idempotency-Key": key, **await just_looked(client, path)}
    return await client.post(path, json=body, headers={**known, **headers})


async def test_nobody_signed_in_gets_a_401_problem(served):
    async with served.anybody() as client:
        answer = await client.get("/api/board")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "not_signed_in"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/schema", "/schema/openapi.json", "/schema/swagger"])
async def test_framework_documentation_is_not_public(served, path):
    async with served.anybody() as client:
        assert (await client.get(path)).status_code == 404


async def test_wrong_password_and_unknown_name_read_the_same(served):
    async with served.anybody() as client:
        answers = [
            await client.post("/api/sign-in", json={"username": name, "password": "wrong"})
            for name in ("central", "nobody-at-all")
        ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json() == answers[1].json()


async def test_a_chosen_session_id_is_never_adopted(served):
    chosen = "attacker-chosen-value"
    async with served.anybody(cookies={"csi_session": chosen}) as client:
        await client.post("/api/sign-in", json={"username": "central", "password": "demo"})
    async with served.anybody(cookies={"csi_session": chosen}) as thief:
        assert (await thief.get("/api/me")).status_code == 401


async def test_session_cookie_is_hidden_from_scripts(served):
    async with served.anybody() as client:
        answer = await client.post(
            "/api/sign-in", json={"username": "central", "password": "demo"}
        )
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_json_under_another_media_type_is_415(served, media_type):
    client = await served.client("calella")
    answer = await client.post(
        "/api/transfers",
        content=json.dumps(a_request()),
        headers={"content-type": media_type, "Idempotency-Key": "key-media"},
    )
    assert answer.status_code == 415


async def test_five_megabytes_are_413(served):
    client = await served.client("calella")
    answer = await client.post(
        "/api/transfers",
        content=b'{"bedside": "' + b"x" * 5_000_000 + b'"}',
        headers={"content-type": "application/json", "Idempotency-Key": "key-large"},
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("depth", [33, 5_000])
async def test_deep_json_is_400_not_500(served, depth):
    client = await served.client("calella")
    answer = await client.post(
        "/api/transfers",
        content=b"[" * depth + b"]" * depth,
        headers={"content-type": "application/json", "Idempotency-Key": "key-deep1"},
    )
    assert answer.status_code == 400
    assert answer.json()["code"] == "too_deep"


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff\xfe", b'{"bedside": "a\\u0000b"}', b"nul\x00", b'"' + b"\\" * 99],
)
async def test_what_is_not_json_is_400(served, raw):
    client = await served.client("calella")
    answer = await client.post(
        "/api/transfers",
        content=raw,
        headers={"content-type": "application/json", "Idempotency-Key": "key-not-json"},
    )
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"care": "veterinary"}, "care"),
        ({"condition": None}, "condition"),
        ({"needs": {"weight_kg": "heavy"}}, "needs/weight_kg"),
        ({"needs": {"weight_kg": 0.1}}, "needs/weight_kg"),
        ({"clinical": {"lactate_mmol_l": 41}}, "clinical/lactate_mmol_l"),
        ({"clinical": {"unknown": 1}}, "clinical"),
        ({"bedside": "  "}, "bedside"),
        ({"contact_phone": "x" * 41}, "contact_phone"),
    ],
)
async def test_an_invalid_field_is_named_with_what_is_allowed(served, change, field):
    client = await served.client("calella")
    answer = await post(client, "/api/transfers", a_request(**change))
    assert answer.status_code == 422, answer.text
    problem = answer.json()
    assert problem["field"] == field
    assert problem["detail"]


@pytest.mark.parametrize(
    ("bedside", "code"),
    [("Box 3, 12345678Z", "patient_in_text"), ("Box 3, 93 769 02 01", "phone_in_text")],
)
async def test_free_text_takes_nobody_s_identity(served, bedside, code):
    client = await served.client("calella")
    answer = await post(client, "/api/transfers", a_request(bedside=bedside))
    assert answer.status_code == 422
    assert (answer.json()["code"], answer.json()["field"]) == (code, "bedside")
    assert bedside not in answer.text
    body = a_request(patient_reference="12345678Z")
    assert (await post(client, "/api/transfers", body)).status_code == 200


@pytest.mark.parametrize("phone", ["12345678Z", "Joan Garcia 12345678Z", "<script>"])
async def test_a_telephone_is_a_telephone(served, phone):
    client = await served.client("calella")
    answer = await post(client, "/api/transfers", a_request(contact_phone=phone))
    assert answer.status_code == 422
    assert (answer.json()["code"], answer.json()["field"]) == ("phone_invalid", "contact_phone")
    assert phone not in answer.text


async def test_a_command_without_a_key_is_refused(served):
    client = await served.client("calella")
    answer = await client.post("/api/transfers", json=a_request())
    assert answer.json()["code"] == "key_needed"


async def test_a_repeated_command_has_one_effect(served):
    client = await served.client("calella")
    body = a_request(patient_reference="repeated")
    first = await post(client, "/api/transfers", body, key="the-same-key")
    second = await post(client, "/api/transfers", body, key="the-same-key")
    assert first.status_code == second.status_code == 200
    assert first.json()["transfer_id"] == second.json()["transfer_id"]


async def test_a_key_can_not_be_used_for_another_body(served):
    client = await served.client("calella")
    await post(client, "/api/transfers", a_request(patient_reference="one"), key="one-key-1")
    other = await post(
        client, "/api/transfers", a_request(patient_reference="two"), key="one-key-1"
    )
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")


async def test_a_second_request_for_the_same_patient_names_the_first(served):
    client = await served.client("calella")
    body = a_request(patient_reference="same patient", condition="sepsis")
    first = await post(client, "/api/transfers", body, key="first-key")
    other = {**body, "patient_reference": "SAME-PATIENT"}
    again = await post(client, "/api/transfers", other, key="again-key")
    assert again.status_code == 409
    assert again.json()["facts"]["number"] == first.json()["number"]


async def test_another_site_can_not_command(served):
    client = await served.client("calella")
    for headers in (
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ):
        answer = await post(client, "/api/transfers", a_request(), **headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


async def test_another_hospitals_transfer_reads_as_unknown(served):
    calella = await served.client("calella")
    opened = await post(
        calella, "/api/transfers", a_request(patient_reference="mine"), key="mine-key1"
    )
    stranger = await served.client("uci-vall-hebron")
    path = f"/api/transfers/{opened.json()['transfer_id']}"
    theirs, unknown = await stranger.get(path), await stranger.get("/api/transfers/none")
    assert theirs.status_code == unknown.status_code == 404
    assert theirs.json() == unknown.json()


async def test_an_unexpected_path_or_method_is_a_problem_too(served):
    client = await served.client("central")
    assert (await client.get("/api/nothing-here")).status_code == 404
    assert (await client.delete("/api/transfers")).status_code == 405


async def test_every_answer_carries_the_security_headers(served):
    async with served.anybody() as client:
        answer = await client.get("/api/me")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "server" not in answer.headers


async def test_problems_speak_the_language_asked_for(served):
    said = set()
    for language in ("ca", "es", "en"):
        async with served.anybody() as client:
            answer = await client.get("/api/me", headers={"accept-language": language})
            said.add(answer.json()["detail"])
    assert len(said) == 3


async def test_files_outside_the_bundle_are_unknown(served):
    async with served.anybody() as client:
        for path in (
            "/console/../app.py",
            "/console/%2e%2e/%2e%2e/app.py",
            "/console//etc/passwd",
        ):
            assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("origin", ["https://csi.example", "http://127.0.0.1:8061", None])
@pytest.mark.parametrize("path", ["/sign-in", "/api/me", "/nowhere", "/static/nothing.css"])
async def test_every_answer_says_that_people_come_over_tls_where_they_do(origin, path):
    app = create_app(a_headquarters(memory_stores()), Door(origin))
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(
        transport=transport, base_url="http://x", timeout=PATIENCE_S
    ) as client:
        headers = (await client.get(path)).headers
    is_told = "strict-transport-security" in headers
    assert is_told == (origin == "https://csi.example")
    assert headers["x-content-type-options"] == "nosniff"
