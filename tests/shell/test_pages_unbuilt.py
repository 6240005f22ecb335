"""A server whose console nobody has built still says so, and what can be used meanwhile."""

import re

import pytest

from dispatch.cli.demo import _welcome as demo_welcome
from dispatch.cli.serve import _welcome as serve_welcome
from dispatch.config import Settings
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.web import console
from tests.shell.conftest import PEOPLE

AT_THE_CONSOLE = ("central", "coordinacio", "analista")
TOLD = ("make console", "PIP_CERT", "NODE_EXTRA_CA_CERTS", "npm_config_registry")


@pytest.fixture(autouse=True)
def unbuilt(monkeypatch, tmp_path):
    monkeypatch.setattr(console, "BUNDLE", tmp_path)


@pytest.mark.parametrize("path", ["/console", "/console/"])
@pytest.mark.parametrize("username", PEOPLE)
async def test_whoever_comes_reads_why_and_goes_on(served, username, path):
    client = await served.client(username)
    shown = await client.get(path)
    assert shown.status_code == 503
    assert shown.headers["content-type"].startswith("text/html")
    assert all(each in shown.text for each in TOLD)
    assert 'action="/sign-out"' in shown.text
    main = shown.text.partition("<main")[2].partition("</main>")[0]
    links = re.findall(r'href="([^"]+)"', main)
    assert links
    for link in links:
        assert (await client.get(link, follow_redirects=True)).status_code == 200
    has_sheet = username in {"central", "coordinacio"}
    assert ("/sheet" in links) is has_sheet


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_said_in_each_language(served, language):
    client = await served.client("central")
    shown = await client.get("/console/", headers={"accept-language": language})
    assert catalogue(language).say("unbuilt-title") in shown.text


async def test_nobody_signed_in_is_sent_to_the_door(served):
    async with served.anybody() as client:
        shown = await client.get("/console/")
    assert (shown.status_code, shown.headers["location"]) == (303, "/sign-in?back=/console")


async def test_a_file_of_it_is_unknown(served):
    async with served.anybody() as client:
        assert (await client.get("/console/assets/index.js")).status_code == 404


def demo_says():
    demo_welcome(Settings(), [], goes_on=False)


def serve_says():
    serve_welcome(Settings(public_origin="http://127.0.0.1:8061"), has_accounts=True)


@pytest.mark.parametrize("says", [demo_says, serve_says])
@pytest.mark.parametrize("is_built", [True, False])
def test_it_is_said_again_beside_the_address(monkeypatch, tmp_path, capsys, says, is_built):
    monkeypatch.setenv("CSI_LANGUAGE", "en")
    if is_built:
        (tmp_path / "index.html").touch()
    says()
    said = "The console is not built: http://127.0.0.1:8061/console/"
    assert (said in capsys.readouterr().out) is not is_built


def test_serving_without_accounts_says_how_to_make_the_first(monkeypatch, capsys):
    monkeypatch.setenv("CSI_LANGUAGE", "en")
    serve_welcome(Settings(public_origin="http://127.0.0.1:8061"), has_accounts=False)
    assert "csi user add USERNAME" in capsys.readouterr().out
    serve_says()
    assert "csi user add" not in capsys.readouterr().out
