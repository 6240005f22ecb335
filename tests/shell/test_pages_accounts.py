"""Where administrators work, and that every role has a place to work."""

import pytest

from dispatch.desk.manage_people import disable_person
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.identity import Role
from dispatch.web.console import HOME
from tests.shell.conftest import PASSWORD, PEOPLE


def test_every_role_has_a_home():
    assert set(HOME) == set(Role) - {Role.HEADQUARTERS}


@pytest.mark.parametrize("who", ["calella", "uci-mataro", "sva-01", "cap-calella", "admin"])
async def test_signing_in_leads_to_ones_own_page(served, who):
    async with served.anybody(follow_redirects=True) as client:
        shown = await client.post("/sign-in", data={"username": who, "password": PASSWORD})
        assert shown.status_code == 200
        assert shown.url.path == HOME[PEOPLE[who][0]]
        assert 'id="main"' in shown.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_administrator_reads_the_accounts_and_how_to_manage_them(served, language):
    await disable_person(served.world.hq, "cap-calella")
    client, say = await served.client("admin"), catalogue(language).say
    client.cookies.set("csi_language", language)
    shown = (await client.get("/accounts")).text
    for username in PEOPLE:
        assert username in shown
    assert shown.count(say("accounts-disabled")) == 1
    for command in ("add", "password", "invite", "disable", "list"):
        assert f"csi user {command}" in shown
    assert say("accounts-stores") in shown
    served.world.hq.outages.cannot_write = True
    assert say("accounts-stores-not") in (await client.get("/accounts")).text


@pytest.mark.parametrize("who", sorted(set(PEOPLE) - {"admin"}))
async def test_nobody_else_reads_the_accounts(served, who):
    assert (await (await served.client(who)).get("/accounts")).status_code == 403
