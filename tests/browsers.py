"""The browser of the tests: where it is, how it is opened, and what to say when there is none.

Without one every test that needs it is skipped, and the last line of the run says so. With
``CSI_BROWSER=require``, as for CI, nothing is skipped and the missing browser is a fault.
"""

import os
import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Final

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.waits import PATIENCE_S

HOW_TO_GET_IT: Final = (
    "On Debian: sudo apt-get install chromium fonts-noto-core. "
    "Elsewhere: Chromium or Google Chrome on the PATH."
)
LEFT_OUT: Final = "no Chromium on the PATH"
PATIENCE_MS: Final = PATIENCE_S * 1000

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The path of the first browser found."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def leave_out(item: pytest.Item) -> None:
    """Skip a test that needs a browser where there is none; fail it if that is insisted on."""
    if "browser" not in getattr(item, "fixturenames", ()) or chromium():
        return
    if os.environ.get("CSI_BROWSER") == "require":
        pytest.fail(f"There is {LEFT_OUT}. {HOW_TO_GET_IT}", pytrace=False)
    pytest.skip(LEFT_OUT)


def closing_line(skipped: Iterable[pytest.TestReport]) -> str | None:
    """What was left out and how to get it; None when nothing was."""
    count = sum(LEFT_OUT in str(report.longrepr) for report in skipped)
    tests = "1 test" if count == 1 else f"{count} tests"
    return f"Left out, for there is {LEFT_OUT}: {tests}. {HOW_TO_GET_IT}" if count else None


@asynccontextmanager
async def opened() -> AsyncIterator[Browser]:
    """A browser without a window, closed at the end."""
    found = chromium()
    assert found, HOW_TO_GET_IT
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        yield browser
        await browser.close()
