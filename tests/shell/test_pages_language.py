"""Another language in the middle of a form: what was typed stays, and nothing is sent yet."""

from html.parser import HTMLParser

import pytest

from dispatch.i18n import catalogue
from dispatch.transfer.stage import Stage
from tests.shell.test_pages_forms import ALL_FOUR, FILLED, Sheet, follow, send

TYPED = {
    "new": FILLED,
    "condition": {"condition": "septic_shock", "needs/icu": "yes", "clinical/map_mmhg": "5x"},
    "cancel": {"reason": "Mor a l’hospital"},
    "answer": {
        "answers/infection": "yes",
        "answers/organ_dysfunction": "no",
        "reason": "no_bed",
    },
}
STAGES = {"condition": Stage.ASKED, "cancel": Stage.ASKED, "answer": Stage.ASKED}
OWNERS = {"answer": "uci-mataro"}


class Switch(HTMLParser):
    """Where the buttons of the languages send the form they belong to."""

    def __init__(self, html):
        super().__init__()
        self.goes_to = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "button" and found.get("name") == "language" and found.get("form") == "fill":
            self.goes_to[found["value"]] = found["formaction"]


async def open_page(served, name):
    """The person the page is for, the page, and where its form goes."""
    client = await served.client(OWNERS.get(name, "calella"))
    if name == "new":
        path = action = "/requests/new"
    else:
        transfer_id = await served.world.brought_to(STAGES[name])
        path = action = f"/requests/{transfer_id}/{name}"
        if name == "answer":
            path = f"/answers/{transfer_id}"
            action = f"{path}/accept"
    return client, await client.get(path), action


async def switch(client, page, action, language, **typed):
    return await send(client, page, action, to=Switch(page.text).goes_to[language], **typed)


def entered_of(page, action):
    """What a browser would send now, the key apart."""
    fields = dict(Sheet(page.text).forms)[action]
    return {name: value for name, value in fields.items() if name != "key" and value}


@pytest.mark.parametrize("name", TYPED)
async def test_another_language_keeps_what_was_typed(served, name):
    client, page, action = await open_page(served, name)
    happened = len(await served.world.names())
    shown = await switch(client, page, action, "en", **TYPED[name])
    assert shown.status_code == 200
    assert '<html lang="en">' in shown.text
    assert 'id="faults"' not in shown.text
    assert TYPED[name].items() <= entered_of(shown, action).items()
    assert len(await served.world.names()) == happened


@pytest.mark.parametrize("name", TYPED)
async def test_another_language_stays_on_the_device(served, name):
    client, page, action = await open_page(served, name)
    await switch(client, page, action, "es", **TYPED[name])
    home = await follow(client, await client.get("/"))
    assert '<html lang="es">' in home.text


async def test_form_kept_by_another_language_can_be_sent(served):
    client, page, action = await open_page(served, "new")
    english = await switch(client, page, action, "en", **FILLED)
    spanish = await switch(client, english, action, "es")
    answer = await send(client, spanish, action)
    assert answer.status_code == 303, answer.text
    assert (await served.world.names()).count("transfer.requested") == 1


async def test_page_kept_by_another_language_is_not_replaced(served):
    client, page, action = await open_page(served, "answer")
    assert "data-live" in page.text
    shown = await switch(client, page, action, "en", **ALL_FOUR)
    assert "data-live" not in shown.text


@pytest.mark.parametrize("language", ["", "xx"])
async def test_language_nobody_speaks_is_no_switch(served, language):
    client, page, action = await open_page(served, "cancel")
    to = f"{action}?language={language}"
    answer = await send(client, page, action, to=to, reason="Millora")
    assert answer.status_code == 303
    assert (await served.world.names()).count("transfer.cancelled") == 1


async def test_page_with_nothing_to_type_switches_by_itself(served):
    page = await (await served.client("calella")).get("/requests")
    assert Switch(page.text).goes_to == {}
    assert dict(Sheet(page.text).forms)["/language"] == {"back": "/requests"}


async def test_link_with_a_language_changes_none(served):
    client = await served.client("calella")
    page = await client.get("/requests/new?language=en")
    assert f'<html lang="{catalogue("ca").language}">' in page.text
