"""A shock calls while a crew is on its way to a sepsis: the crew is diverted, on two screens.

The only screens of this journey are the dispatcher's and the crew's; clock, positions and
plans are made here, so that the same crew is always the one to divert.
"""

import re

import pytest
from playwright.async_api import expect

from dispatch.assessment import Condition
from dispatch.desk.record_positions import record_positions
from dispatch.fleet import Position
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import HospitalCode, UnitId
from dispatch.transfer.stage import Stage
from dispatch.watch.planner import Ground, look_after
from tests.desk_world import by
from tests.journeys.conftest import sit_down
from tests.shell.conftest import served

pytestmark = pytest.mark.browser

CREW = "SVA-01"
BEFORE_BLANES = (41.54, 2.44)
"""In Mataró, on the way from Barcelona to Blanes, with Calella before Blanes."""

__all__ = ["served"]


async def crew_on_its_way_to_a_sepsis(world):
    """From Barcelona to Blanes, nobody on board; every other unit is farther from Calella."""
    sepsis = await world.brought_to(
        Stage.EN_ROUTE, "NHC sepsis", unit_id=CREW, referring=HospitalCode("blanes")
    )
    lat, lon = BEFORE_BLANES
    fix = Position(UnitId(CREW), lat, lon, seen_at=world.clock())
    await record_positions(world.hq, by(HEADQUARTERS), [fix])
    return sepsis


async def shock_in_calella(world):
    """Accepted by the intensivist, and planned."""
    shock = await world.brought_to(
        Stage.ACCEPTED, "NHC shock", condition=Condition.SEPTIC_SHOCK
    )
    await look_after(world.hq, Ground())
    return shock


def facts_of(transfer, code):
    """Of the reason with that code for the unit proposed."""
    (reason,) = (why for why in transfer.proposal.options[0].reasons if why.code == code)
    return reason.facts


async def test_shock_takes_the_crew_that_goes_to_a_sepsis(served, browser):
    world = served.world
    sepsis = await crew_on_its_way_to_a_sepsis(world)
    dispatcher = await sit_down(browser, served.url, "central", at_desk=True)
    crew = await sit_down(browser, served.url, CREW.lower())
    await expect(crew.page.locator("main")).to_contain_text("Blanes")

    shock = await shock_in_calella(world)
    left, urgent = await world.transfer(sepsis), await world.transfer(shock)
    gained_min = facts_of(urgent, "diversion_gains")["minutes"]
    paid_min = facts_of(urgent, "diversion_delays")["minutes"]
    assert gained_min > 0
    assert paid_min > 0

    desk = dispatcher.page
    await desk.locator("tr", has_text=urgent.number).locator("[data-open-row]").click()
    confirm = desk.locator("[data-accept]")
    await expect(confirm).to_have_text(f"Assigna {CREW}")
    told = desk.locator(".option.first div.notice")
    await expect(told).to_contain_text(f"Això treu {CREW} del seu trasllat")
    await expect(told).to_contain_text(f"{gained_min} min abans")
    await expect(told).to_contain_text(f"ho paga {left.number}: s’hi arriba {paid_min} min més")
    await expect(desk.locator(".how summary")).to_have_text(
        "Demostrat: cap altre pla és millor"
    )
    await dispatcher.picture()

    await desk.keyboard.press("a")
    await desk.keyboard.press("Enter")
    await expect(desk.locator("tr", has_text=urgent.number)).to_contain_text(CREW)
    await expect(desk.locator("tr", has_text=left.number)).not_to_contain_text(CREW)
    await dispatcher.picture()
    assert (await world.transfer(sepsis)).unit_id is None

    await crew.page.reload()
    await expect(crew.page.locator("h1")).to_contain_text(urgent.number)
    await expect(crew.page.locator("main")).to_contain_text("Calella")
    await expect(crew.page.locator("main")).not_to_contain_text("Blanes")
    await expect(crew.page.locator("input[name=step][value=notified]")).to_be_attached()
    await crew.picture()
    await other_crew_for_the_sepsis(world, desk, left.number)


async def other_crew_for_the_sepsis(world, desk, number):
    """Who pays is not forgotten: the next plan proposes somebody else."""
    await look_after(world.hq, Ground())
    await desk.locator("tr", has_text=number).locator("[data-open-row]").click()
    await expect(desk.locator("[data-accept]")).to_have_text(re.compile(r"Assigna SV[AI]-0\d"))
    await expect(desk.locator("[data-accept]")).not_to_have_text(f"Assigna {CREW}")
