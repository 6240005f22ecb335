"""The planner fails while a dispatcher watches a board that is true in all else."""

import pytest
from playwright.async_api import expect

from dispatch.i18n import LANGUAGES, catalogue
from dispatch.transfer.stage import Stage
from dispatch.watch import planner
from dispatch.watch.looking import contained
from tests.console.test_console_accessible import faults
from tests.console.test_console_truth import COVERED, PLACES
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

__all__ = ["served"]


def broken(hq, room):
    with contained(hq.outages, room):
        raise KeyError("base")


def mended(hq, room):
    with contained(hq.outages, room):
        pass


async def test_dispatcher_is_told_to_assign_by_hand_until_it_works_again(
    served, browser, monkeypatch
):
    hq = served.world.hq
    await served.world.brought_to(Stage.ACCEPTED)
    dispatcher = await sit_down(browser, served.url, "central", at_desk=True)
    desk = dispatcher.page
    await desk.locator("[data-open-row]").first.click()
    here = desk.locator("[data-part=units]")
    await expect(here).to_be_visible()
    before = await desk.evaluate(PLACES)

    async def breaks(*_):
        raise KeyError("base")

    with monkeypatch.context() as defect:
        defect.setattr(planner, "propose_units", breaks)
        await planner.look_after(hq, planner.Ground())
    broken(hq, "escalation")
    band = desk.locator(".stale-band")
    await band.wait_for()
    await expect(desk.locator(".link")).to_have_class("link live")
    assert await desk.evaluate(PLACES) == pytest.approx(before, abs=1)
    assert await desk.evaluate(COVERED) == []
    for language in LANGUAGES:
        await desk.locator(f".languages [lang={language}]").click()
        say = catalogue(language).say
        for words in ("unproposed-title", "unproposed-advice", "unwatched-escalation"):
            await expect(band).to_contain_text(say(words))
        await expect(here).to_contain_text(say("unproposed-title"))
        await expect(desk.locator("[role=alert].hidden")).to_contain_text(
            say("unproposed-title")
        )
        assert await faults(desk, language) == []
        await dispatcher.picture()

    await planner.look_after(hq, planner.Ground())
    for language in LANGUAGES:
        await desk.locator(f".languages [lang={language}]").click()
        await expect(band).to_contain_text(catalogue(language).say("unwatched-title"))
        await dispatcher.picture()
    await expect(here).not_to_contain_text(catalogue("en").say("unproposed-title"))
    mended(hq, "escalation")
    await expect(band).to_have_count(0)
