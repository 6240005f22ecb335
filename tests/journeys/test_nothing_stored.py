"""The disk of the database is full while a dispatcher watches a board that is true."""

import pytest
from playwright.async_api import expect

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import Unavailable
from dispatch.transfer.stage import Stage
from dispatch.watch import writing
from tests.console.test_console_accessible import faults
from tests.console.test_console_truth import COVERED, PLACES
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


async def test_dispatcher_is_told_to_use_paper_until_it_works_again(
    served, browser, monkeypatch
):
    hq = served.world.hq
    await served.world.brought_to(Stage.ACCEPTED)
    dispatcher = await sit_down(browser, served.url, "central", at_desk=True)
    desk = dispatcher.page
    await desk.locator("[data-open-row]").first.wait_for()
    before = await desk.evaluate(PLACES)

    async def refuse():
        raise Unavailable("database_full")

    with monkeypatch.context() as full:
        full.setattr(hq.log, "try_writing", refuse)
        await writing.try_once(hq)
    band = desk.locator(".stale-band")
    await band.wait_for()
    await expect(desk.locator(".link")).to_have_class("link live")
    assert await desk.evaluate(PLACES) == pytest.approx(before, abs=1)
    assert await desk.evaluate(COVERED) == []
    for language in LANGUAGES:
        await desk.locator(f".languages [lang={language}]").click()
        for words in ("unstored-title", "unstored-advice"):
            said = catalogue(language).say(words)
            await expect(band).to_contain_text(said)
            await expect(desk.locator("[role=alert].hidden")).to_contain_text(said)
        assert await faults(desk, language) == []
        await dispatcher.picture()

    await writing.try_once(hq)
    await expect(band).to_have_count(0)
    await dispatcher.picture()
