"""A database that can only be read: readers go on, the door says why, readiness is honest."""

import pytest
from structlog.testing import capture_logs

from dispatch.desk.sign_in import token_hash
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import Unavailable
from dispatch.telemetry import CANNOT_WRITE
from dispatch.watch import writing
from tests.shell.conftest import PASSWORD
from tests.shell.test_live_socket import frames_of, live

CALELLA = {"username": "calella", "password": PASSWORD}


@pytest.fixture
def fills_up(served, monkeypatch):
    """From now on every write meets it, until it is called again with None."""
    hq = served.world.hq
    before: dict[str, object] = {}

    def fill(what):
        async def refuse(*_, **__):
            raise Unavailable(what)

        for store, name in (
            (hq.people, "add_session"),
            (hq.people, "touch_session"),
            (hq.people, "end_sessions"),
            (hq.log, "try_writing"),
        ):
            kept = before.setdefault(name, getattr(store, name))
            monkeypatch.setattr(store, name, refuse if what else kept)

    return fill


async def readiness_of(client):
    answer = await client.get("/health/ready")
    return answer.status_code, answer.json()


@pytest.mark.parametrize("what", sorted(CANNOT_WRITE))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_door_says_to_work_by_telephone_and_administrators_read_why(
    served, fills_up, what, language
):
    fills_up(what)
    client = served.anybody(headers={"accept-language": language})
    async with client:
        with capture_logs() as logs:
            page = await client.post("/sign-in", data=CALELLA)
            answer = await client.post("/api/sign-in", json=CALELLA)
    todo = catalogue(language).say(f"todo-{what}", {})
    assert (page.status_code, answer.status_code) == (503, 503)
    assert todo in page.text
    assert (answer.json()["code"], answer.json()["detail"]) == (what, todo)
    (told,) = [each["wrong"] for each in logs if each["event"] == "down"]
    assert told == catalogue("en").say(f"unavailable-{what}", {})


async def test_signed_in_people_read_on(served, fills_up):
    client = await served.client("calella")
    fills_up("database_full")
    for _ in range(3):
        served.world.clock.forward(5)
        assert (await client.get("/api/board")).status_code == 200
        assert (await client.get("/requests")).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_leaves_by_the_page_is_out_and_told_so(served, fills_up, language):
    client = await served.client("calella")
    client.cookies.set("csi_language", language)
    kept = client.cookies["csi_session"]
    fills_up("database_full")
    answer = await client.post("/sign-out", headers={"origin": served.url})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?done=left")
    assert "csi_session" not in client.cookies
    shown = (await client.get(answer.headers["location"])).text
    assert catalogue(language).say("page-done-left") in shown
    async with served.anybody(cookies={"csi_session": kept}) as thief:
        assert (await thief.get("/api/me")).status_code == 401


async def test_who_leaves_the_board_is_out_and_the_store_knows_it_later(served, fills_up):
    client = await served.client("central")
    kept = client.cookies["csi_session"]
    fills_up("database_full")
    answer = await client.post("/api/sign-out", json={}, headers={"origin": served.url})
    assert answer.status_code == 200
    assert "csi_session" not in client.cookies
    assert (await served.world.hq.people.find_session(token_hash(kept))) is not None
    fills_up(None)
    await writing.try_once(served.world.hq)
    assert (await served.world.hq.people.find_session(token_hash(kept))) is None


async def test_nothing_is_ready_from_the_first_write_that_failed_until_one_succeeds(
    served, fills_up
):
    async with served.anybody() as client:
        assert (await readiness_of(client))[0] == 200
        fills_up("database_full")
        await client.post("/api/sign-in", json=CALELLA)
        status, told = await readiness_of(client)
        assert (status, told["is_ready"], told["can_write"]) == (503, False, False)
        await writing.try_once(served.world.hq)
        assert (await readiness_of(client))[0] == 503
        fills_up(None)
        await writing.try_once(served.world.hq)
        status, told = await readiness_of(client)
        assert (status, told["can_write"]) == (200, True)


async def test_open_screens_are_told_until_a_write_succeeds(served, fills_up):
    async with live(served, await served.client("central")) as socket:
        await socket.send('{"type": "hello"}')
        for what, can_write in ((None, True), ("database_full", False), (None, True)):
            fills_up(what)
            await writing.try_once(served.world.hq)
            while (await frames_of(socket, "heartbeat"))["can_write"] is not can_write:
                continue  # sent before


async def test_full_disk_is_known_before_anybody_meets_it(served, fills_up):
    fills_up("database_full")
    with capture_logs() as logs:
        await writing.try_once(served.world.hq)
        await writing.try_once(served.world.hq)
    assert [each["event"] for each in logs] == ["down"]
    async with served.anybody() as client:
        assert (await readiness_of(client))[0] == 503
