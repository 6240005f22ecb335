"""Without a browser the rest is tested, and the last line says what was not."""

import os
import re
import subprocess
import sys

import pytest

from tests.browsers import HOW_TO_GET_IT, closing_line
from tests.house.tree import ROOT, nothing_in, python
from tests.waits import PATIENCE_S

A_WALK = "tests/journeys/test_closure_overridden.py"


@pytest.fixture
def walked(tmp_path):
    """Runs one walk of people at screens where no browser is on the PATH."""

    def walk(**environment):
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", A_WALK],
            cwd=ROOT,
            env={**os.environ, "CSI_BROWSER": "", "PATH": str(tmp_path), **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )

    return walk


def test_without_a_browser_walks_are_left_out_and_the_last_line_says_so(walked):
    ran = walked()
    assert ran.returncode == 0, ran.stdout
    last = ran.stdout.splitlines()[-1]
    assert re.match(r"Left out, for there is no Chromium on the PATH: 1 test\. ", last)
    assert last.endswith(HOW_TO_GET_IT)


def test_where_a_browser_is_insisted_on_its_lack_is_a_fault(walked):
    ran = walked(CSI_BROWSER="require")
    assert ran.returncode == 1
    assert HOW_TO_GET_IT in ran.stdout


def test_nothing_is_said_when_nothing_was_left_out():
    assert closing_line([]) is None


def test_ci_insists_on_a_browser():
    assert "CSI_BROWSER=require" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_a_browser_is_opened_in_one_place_only():
    # The fixture's name is what tells that a test needs one.
    nothing_in(
        name
        for name in python()
        if name not in {"tests/browsers.py", "tests/house/test_house_browser.py"}
        and "async_playwright" in (ROOT / name).read_text(encoding="utf-8")
    )
