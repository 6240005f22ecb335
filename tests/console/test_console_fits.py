"""Nothing is cut off: on the smallest screen, on a large one, at 200 % zoom, in few colours."""

import base64

import pytest

from tests.console.room import open_board, open_context
from tests.house.tree import nothing_in

pytestmark = [pytest.mark.browser, pytest.mark.postgres]

SCREENS = {
    "1366": {"width": 1366, "height": 768},
    "1920": {"width": 1920, "height": 1080},
    "200 %": {"width": 683, "height": 384},
}
CUT_OFF = """
() => {
  const cut = [...document.querySelectorAll('td.column-route, td.column-clock')]
    .filter((cell) => cell.scrollWidth > cell.clientWidth
      || cell.getBoundingClientRect().left < 0
      || cell.getBoundingClientRect().right > cell.closest('.scroller').clientWidth
      || cell.getBoundingClientRect().width < 40)
    .map((cell) => cell.innerText);
  const wide = [...document.querySelectorAll('html, .scroller, .detail, .side')]
    .filter((box) => box.scrollWidth > box.clientWidth)
    .map((box) => `${box.tagName}.${box.className}: ${box.scrollWidth} of ${box.clientWidth}`);
  const page = document.documentElement;
  const long = innerWidth > 1000 && page.scrollHeight > innerHeight ? ['page scrolls'] : [];
  return [...cut, ...wide, ...long];
}
"""
MOST_COMMON_SHARE = """
async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const sheet = canvas.getContext('2d');
  sheet.drawImage(bitmap, 0, 0);
  const pixels = new Uint32Array(
    sheet.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return { colours: counts.size, share: Math.max(...counts.values()) / pixels.length };
}
"""


@pytest.mark.parametrize("size", SCREENS)
async def test_no_route_and_no_clock_is_cut_off(browser, people, size):
    context = await open_context(browser, viewport=SCREENS[size])
    page = await open_board(context, people)
    found = [f"board: {cut}" for cut in await page.evaluate(CUT_OFF)]
    await page.locator("[data-open-row]").first.click()
    await page.locator(".timeline li").first.wait_for()
    found += [f"detail: {cut}" for cut in await page.evaluate(CUT_OFF)]
    for key in ("u", "b"):
        await page.keyboard.press(key)
        await page.locator(".panel tbody tr").first.wait_for()
        found += [f"list {key}: {cut}" for cut in await page.evaluate(CUT_OFF)]
    await context.close()
    nothing_in(found)


async def test_board_shows_in_forced_colours(browser, people):
    context = await open_context(browser, forced_colors="active")
    page = await open_board(context, people)
    picture = base64.b64encode(await page.screenshot()).decode()
    blank = await context.new_page()
    seen = await blank.evaluate(MOST_COMMON_SHARE, picture)
    await context.close()
    assert seen["colours"] > 20
    assert seen["share"] < 0.97
