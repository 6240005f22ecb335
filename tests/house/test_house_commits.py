"""Messages of commits read alike."""

import subprocess

import pytest

from tests.house.tree import ROOT, nothing_in
from tests.waits import PATIENCE_S
from tools.check_commit_message import faults_in, rooms_of

LOOKED_AT = 20
ROOMS = frozenset({"docs", "routing"})


def test_the_last_messages_follow_the_house():
    shown = subprocess.run(
        ["git", "log", f"-{LOOKED_AT}", "--format=%B%x00"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    if shown.returncode:
        pytest.skip("not a checkout")
    messages = [each.strip("\n") for each in shown.stdout.split("\0") if each.strip()]
    rooms = rooms_of(ROOT)
    nothing_in(
        f"{message.splitlines()[0]}: {fault}"
        for message in messages
        for fault in faults_in(message, rooms)
    )


@pytest.mark.parametrize(
    "message",
    [
        "routing: Count the wait at the bedside.",
        "docs: Say why.\n\nBecause nobody did.",
        "Merge branch 'x'",
    ],
)
def test_a_good_message_has_no_fault(message):
    assert list(faults_in(message, ROOMS)) == []


@pytest.mark.parametrize(
    "message",
    [
        "routing: counts the wait",
        "routing: Count the wait",
        "kitchen: Count the wait.",
        "routing: Added the wait.",
        "routing: Count the wait.\nat once",
        "routing: " + "Count " * 12 + "all.",
        "",
    ],
)
def test_a_message_against_the_house_is_told(message):
    assert list(faults_in(message, ROOMS))
