"""Windows of one browser share the sign-in: nothing goes out in a name that is not shown."""

import httpx
import pytest

from dispatch.i18n import LANGUAGES, catalogue
from tests.shell.conftest import PASSWORD
from tests.shell.test_pages_forms import FILLED, send

BEDS = {"hospital": "mataro", "kind": "icu", "total": 12, "used": 3}


async def signed_in_elsewhere(client: httpx.AsyncClient, username: str) -> None:
    """Somebody signs in, in another window of the same browser."""
    given = {"username": username, "password": PASSWORD}
    assert (await client.post("/api/sign-in", json=given)).status_code == 200


def as_shown(person: str, key: str) -> dict[str, str]:
    return {"Idempotency-Key": key, "Signed-In-As": f"person {person}"}


async def test_command_of_an_older_window_is_refused(served):
    client = await served.client("central")
    await signed_in_elsewhere(client, "coordinacio")
    refused = await client.post(
        "/api/beds", json=BEDS, headers=as_shown("central", "key-of-one-sending")
    )
    assert refused.status_code == 409, refused.text
    assert refused.json()["code"] == "signed_in_as_another"
    assert refused.json()["facts"] == {"person": "Coordinacio"}
    assert await served.world.names() == []
    done = await client.post(
        "/api/beds", json=BEDS, headers=as_shown("coordinacio", "key-of-another")
    )
    assert done.status_code == 200, done.text


@pytest.mark.parametrize("code", LANGUAGES)
async def test_form_of_an_older_window_is_refused_and_keeps_what_was_typed(served, code):
    client = await served.client("calella")
    client.cookies.set("csi_language", code)
    page = await client.get("/requests/new")
    await signed_in_elsewhere(client, "central")
    answer = await send(client, page, "/requests/new", **FILLED)
    assert answer.status_code == 409
    told = catalogue(code).say("refused-signed_in_as_another", {"person": "Central"})
    assert told in answer.text
    assert FILLED["bedside"] in answer.text
    assert await served.world.names() == []
