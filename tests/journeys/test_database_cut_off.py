"""The database is cut off while people watch: three dispatchers, a doctor, three languages.

A priority 0 comes in by way of another server meanwhile. Nobody's screen may look live without
knowing of it; all of them know of it by themselves once the way is open again.
"""

import asyncio
import os
import shutil
import tempfile
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from playwright.async_api import expect

from dispatch.assessment import Condition
from dispatch.store.postgres.connections import open_engine
from tests.browsers import PATIENCE_MS
from tests.cut_off import way_to
from tests.desk_world import World, a_headquarters
from tests.journeys.conftest import DESK, PHONE, Screen
from tests.shell.conftest import serving
from tests.stores import postgres_stores

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

CUT_S = float(os.environ.get("CSI_CUT_S", "20"))
"""Longer than sockets outlive the truth; a minute by hand."""

SAYS_OLD = {
    "ca": "DADES NO ACTUALITZADES",
    "es": "DATOS NO ACTUALIZADOS",
    "en": "DATA NOT UP TO DATE",
}
NO_NEW_DATA = {"ca": "Sense dades noves", "es": "Sin datos nuevos", "en": "No new data"}


@pytest.fixture
async def cut_off(engine, postgres_url):
    """The application behind a way that can be cut, and another server beside it."""
    folder = Path(tempfile.mkdtemp(prefix="csi way "))
    async with way_to(postgres_url, folder) as (url, way):
        behind = open_engine(url)
        numbers = count(1)
        beside = a_headquarters(postgres_stores(engine), utc_now, prefix=f"b{next(numbers)}")
        async with serving(postgres_stores(behind), utc_now, time.monotonic) as served:
            yield served, way, World(beside, utc_now)  # type: ignore[arg-type]
        way.mend()
        await behind.dispose()
    shutil.rmtree(folder)


def utc_now():
    return datetime.now(UTC)


async def watching(browser, served, username, *, path, language, size):
    """The screen of somebody who is signed in, in that language."""
    client = await served.client(username)
    context = await browser.new_context(
        viewport=size, locale="ca-ES", timezone_id="Europe/Madrid"
    )
    cookies = [(cookie.name, cookie.value or "") for cookie in client.cookies.jar]
    await context.add_cookies(
        [
            {"name": name, "value": value, "url": served.url}
            for name, value in (*cookies, ("csi_language", language))
        ]
    )
    page = await context.new_page()
    await page.goto(f"{served.url}{path}")
    return Screen(page, f"cut-off-{username}-{language}")


async def test_no_screen_looks_live_without_its_database(browser, cut_off):
    served, way, beside = cut_off
    await beside.opened("NHC before")
    desks = {
        language: await watching(
            browser, served, "central", path="/console/", language=language, size=DESK
        )
        for language in SAYS_OLD
    }
    doctor = await watching(
        browser, served, "calella", path="/requests", language="ca", size=PHONE
    )
    for desk in desks.values():
        await desk.page.locator("[data-open-row]").first.click()
        await expect(desk.page.locator(".link")).to_have_class("link live")
    await expect(doctor.page.locator("#stale")).to_be_hidden()

    way.cut()
    waited_for = await beside.opened("NHC elsewhere", condition=Condition.SEPTIC_SHOCK)
    number = (await beside.transfer(waited_for)).number
    for language, desk in desks.items():
        band = desk.page.locator(".stale-band")
        await expect(band).to_contain_text(SAYS_OLD[language])
        await expect(desk.page.locator(".link")).to_contain_text(NO_NEW_DATA[language])
        await expect(desk.page.locator("main")).not_to_contain_text(number)
    await expect(doctor.page.locator("#stale")).to_contain_text(SAYS_OLD["ca"])
    await says_not_ready(served)

    pages = [each.page for each in desks.values()]
    closed = [page.wait_for_event("websocket", timeout=PATIENCE_MS) for page in pages]
    await asyncio.gather(asyncio.sleep(CUT_S), *closed)
    for desk in desks.values():
        await expect(desk.page.locator(".stale-band")).to_be_visible()
        await expect(desk.page.locator("[data-open-row]").first).to_be_visible()
        await desk.picture()
    await expect(doctor.page.locator("#stale")).to_be_visible()
    await expect(doctor.page.locator("h1")).to_be_visible()
    await doctor.picture()

    way.mend()
    for desk in desks.values():
        await expect(desk.page.locator(".stale-band")).to_have_count(0)
        await expect(desk.page.locator(".link")).to_have_class("link live")
        await expect(desk.page.locator(".alerts")).to_contain_text(number)
        await expect(desk.page.locator(".timeline li").first).to_be_visible()
        await desk.picture()
    await expect(doctor.page.locator("#stale")).to_be_hidden()
    await expect(doctor.page.locator("main")).to_contain_text(number)
    await doctor.picture()


async def says_not_ready(served):
    async with served.anybody() as anybody:
        ready = await anybody.get("/health/ready")
    assert (ready.status_code, ready.json()["is_ready"]) == (503, False)
