"""The page that both doctors share, on a telephone: nothing is cut, nobody is shut out."""

import pytest

from tests.console.room import open_context
from tests.console.test_console_accessible import LANGUAGES, faults
from tests.house.tree import nothing_in

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

PHONE = {"width": 360, "height": 740}
CUT = """
() => [...document.querySelectorAll('html, .scroll, table, section')]
  .filter((box) => box.scrollWidth > box.clientWidth)
  .map((box) => `${box.tagName}.${box.className}: ${box.scrollWidth} of ${box.clientWidth}`)
"""
VALUES = {
    "population": "adult",
    "infection_suspected": True,
    "sbp": 70,
    "dbp": 45,
    "lactate_mmol_l": 6,
    "vasoactives_mcg_kg_min": {"noradrenaline": 0.3},
}


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_shared_page_fits_a_telephone(browser, people, theme):
    asked = await people.agree(condition="sepsis", needs={"icu": True})
    one = asked["transfer_id"]
    await people.post("calella", f"/api/transfers/{one}/assessment", {"inputs": VALUES})
    context = await open_context(browser, viewport=PHONE, color_scheme=theme)
    doctor = await people.here("calella")
    cookies = [
        {"name": cookie.name, "value": cookie.value or "", "url": people.url}
        for cookie in doctor.cookies.jar
    ]
    await context.add_cookies(cookies)  # type: ignore[arg-type]
    page = await context.new_page()
    found = []
    for language in LANGUAGES:
        await context.add_cookies(
            [{"name": "csi_language", "value": language, "url": people.url}]
        )
        await page.goto(f"{people.url}/shared/{one}")
        await page.locator("ul.assessed").wait_for()
        found += [f"{language}: {each}" for each in await page.evaluate(CUT)]
        found += await faults(page, language)
    await context.close()
    nothing_in(found)
