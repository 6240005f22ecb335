"""Signing in and out on the pages, the language, the files, and who may see which page."""

import pytest
from litestar.testing import AsyncTestClient

from dispatch.desk import Headquarters
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import Unavailable
from dispatch.web.app import Door, create_app
from dispatch.web.console import HOME
from tests.shell.conftest import PASSWORD, PEOPLE
from tests.shell.test_pages_forms import Sheet, follow, language, send

PAGES = {
    "calella": ("/requests",),
    "uci-mataro": ("/answers", "/answers/beds"),
    "sva-01": ("/mission",),
}


@pytest.mark.parametrize("username", PEOPLE)
@pytest.mark.parametrize("owner", PAGES)
async def test_each_page_is_for_one_role_alone(served, username, owner):
    client = await served.client(username)
    statuses = {(await client.get(path)).status_code for path in PAGES[owner]}
    same_role = PEOPLE[username][0] is PEOPLE[owner][0]
    assert statuses == {200 if same_role else 403}


@pytest.mark.parametrize("username", PEOPLE)
async def test_request_is_written_by_its_doctor_or_by_headquarters(served, username):
    client = await served.client(username)
    may = username in {"calella", "central", "coordinacio"}
    assert (await client.get("/requests/new")).status_code == (200 if may else 403)


@pytest.mark.parametrize(
    "path",
    ["/requests", "/requests/new", "/answers", "/answers/beds", "/mission", "/requests/x"],
)
async def test_nobody_signed_in_is_sent_to_the_door(served, path):
    async with served.anybody() as client:
        answer = await client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?back={path}")


@pytest.mark.parametrize("username", PAGES)
async def test_signing_in_on_the_page_leads_home(served, username):
    async with served.anybody() as client:
        page = await client.get("/sign-in")
        filled = {"username": username, "password": PASSWORD}
        answer = await send(client, page, "/sign-in", **filled)
        assert answer.headers["location"] == "/"
        home = await follow(client, answer)
        assert home.headers["location"] == HOME[PEOPLE[username][0]]
        shown = await follow(client, home)
    assert shown.status_code == 200
    assert username.title() in shown.text


async def test_one_button_signs_in_each_demo_person(served):
    async with served.anybody() as client:
        page = await client.get("/sign-in")
        forms = [fields for _, fields in Sheet(page.text).forms if fields.get("password")]
        assert {fields["username"] for fields in forms} == set(PEOPLE)
        answer = await client.post("/sign-in", data=forms[0])
    assert answer.status_code == 303


async def test_no_account_stands_on_a_serving_door(world):
    async with AsyncTestClient(create_app(world.hq, Door())) as client:
        page = await client.get("/sign-in")
    assert page.status_code == 200
    assert 'type="hidden" name="password"' not in page.text
    assert "<table" not in page.text


@pytest.mark.parametrize(
    ("asked", "shown"), [("de-DE", "en"), ("", "en"), ("es-ES", "es"), ("de, ca", "ca")]
)
async def test_language_of_the_service_is_that_of_who_asks_for_none(world, asked, shown):
    app = create_app(world.hq, Door(language="en"))
    async with AsyncTestClient(app) as client:
        page = await client.get("/sign-in", headers={"accept-language": asked})
        told = await client.get("/api/me", headers={"accept-language": asked})
    assert page.headers["content-language"] == shown
    assert told.json()["detail"] == catalogue(shown).say("refused-not_signed_in")


async def test_wrong_password_says_so_and_keeps_the_name(served):
    async with served.anybody() as client:
        page = await client.get("/sign-in")
        wrong = {"username": "calella", "password": "wrong-one"}
        answer = await send(client, page, "/sign-in", **wrong)
    assert answer.status_code == 401
    assert catalogue("ca").say("refused-sign_in_failed") in answer.text
    assert 'value="calella"' in answer.text
    assert "wrong-one" not in answer.text


@pytest.mark.parametrize("code", LANGUAGES)
async def test_empty_sign_in_links_each_fault_to_its_field(served, code):
    async with served.anybody(cookies=language(code)) as client:
        page = await client.get("/sign-in")
        answer = await send(client, page, "/sign-in", username="", password="")
    sheet = Sheet(answer.text)
    assert answer.status_code == 422
    assert f'<html lang="{code}">' in answer.text
    assert catalogue(code).say("page-faults-title") in answer.text
    assert {"f-username", "f-password"} <= sheet.targets
    assert sheet.targets <= sheet.ids


async def test_signing_out_ends_the_session(served):
    client = await served.client("calella")
    token = client.cookies["csi_session"]
    page = await client.get("/requests")
    assert (await send(client, page, "/sign-out")).headers["location"] == "/sign-in"
    async with served.anybody(cookies={"csi_session": token}) as other:
        assert (await other.get("/requests")).status_code == 303


async def test_a_language_stays_on_the_same_page(served):
    client = await served.client("calella")
    page = await client.get("/requests/new")
    answer = await send(client, page, "/language", language="en")
    assert answer.headers["location"] == "/requests/new"
    assert '<html lang="en">' in (await follow(client, answer)).text


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "", "/x?y=1"]
)
async def test_a_language_never_leads_elsewhere(served, back):
    async with served.anybody() as client:
        answer = await client.post("/language", data={"language": "en", "back": back})
    assert answer.headers["location"] == "/"


async def test_a_language_we_do_not_speak_changes_nothing(served):
    async with served.anybody() as client:
        answer = await client.post("/language", data={"language": "xx", "back": "/sign-in"})
    assert "set-cookie" not in answer.headers


async def test_every_file_of_a_page_is_kept_for_ever(served):
    async with served.anybody() as client:
        page = (await client.get("/sign-in")).text
        paths = [word for word in page.split('"') if word.startswith("/pages/")]
        answers = [await client.get(path) for path in paths]
    assert len(paths) == 3
    assert {answer.status_code for answer in answers} == {200}
    assert all("immutable" in answer.headers["cache-control"] for answer in answers)
    assert all(
        len(answer.content) <= 4096
        for answer in answers
        if "javascript" in answer.headers["content-type"]
    )


@pytest.mark.parametrize("path", ["/pages/pages.css", "/pages/..%2f..%2fapp.py"])
async def test_no_other_file_is_served(served, path):
    async with served.anybody() as client:
        assert (await client.get(path)).status_code == 404


async def test_a_form_from_another_site_is_refused(served):
    client = await served.client("calella")
    answer = await client.post(
        "/requests/new", data={"key": "k" * 9}, headers={"origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403


async def test_pages_let_browsers_name_their_origin(served):
    client = await served.client("calella")
    page = await client.get("/requests")
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["cache-control"] == "no-store"
    assert "<style" not in page.text
    assert "<script>" not in page.text


PHONE = "+34 93 123 45 67"


@pytest.mark.parametrize("username", PAGES)
async def test_desk_phone_stands_on_every_page_when_it_is_set(served, username):
    app = create_app(served.world.hq, Door(desk_phone=PHONE))
    async with AsyncTestClient(app) as client:
        pages = [(await client.get("/sign-in")).text]
        await client.post("/api/sign-in", json={"username": username, "password": PASSWORD})
        pages += [(await client.get(path)).text for path in PAGES[username]]
    assert len(pages) > 1
    assert all('href="tel:+34931234567"' in page for page in pages)
    assert all(page.count(PHONE) == 2 for page in pages), "in the header, and when stale"


async def test_desk_phone_stands_where_the_service_does_not_answer(served):
    app = create_app(served.world.hq, Door(desk_phone=PHONE))
    async with AsyncTestClient(app) as client:
        await client.post("/api/sign-in", json={"username": "calella", "password": PASSWORD})
        _broken(served.world.hq, Unavailable("database"))
        page = await client.get("/requests")
    assert page.status_code == 503
    assert 'href="tel:+34931234567"' in page.text


async def test_no_phone_is_shown_when_none_is_set(served):
    client = await served.client("sva-01")
    page = (await client.get("/mission")).text
    assert "tel:" not in page
    assert catalogue("ca").say("page-desk-phone", {"phone": ""}).strip() not in page


def _broken(hq: Headquarters, failure: Exception):
    async def read_board():
        raise failure

    hq.log.read_board = read_board  # type: ignore[method-assign]


@pytest.mark.parametrize(
    ("failure", "status"), [(Unavailable("database"), 503), (ZeroDivisionError("secret"), 500)]
)
async def test_trouble_is_said_without_its_trace(served, failure, status):
    client = await served.client("calella")
    _broken(served.world.hq, failure)
    answer = await client.get("/requests")
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
