"""``csi demo`` as a newcomer runs it: a process of its own, a real browserful of HTTP."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.demos import QUIET, Demo, open_folder, starting
from tests.waits import PATIENCE_S, ended, wait_until

pytestmark = pytest.mark.postgres

QUIET_PATIENTS = QUIET[0]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with open_folder() as made:
        yield made


def board_of(demo: Demo, username: str = "coordinacio"):
    with httpx.Client(base_url=demo.url, timeout=PATIENCE_S) as client:
        given = {"username": username, "password": "demo"}
        assert client.post("/api/sign-in", json=given).status_code == 200
        return client.get("/api/board").json()


def test_demo_starts_stops_cleanly_and_keeps_its_data(folder):
    with starting(folder, "--fresh", language="en") as first:
        first.wait_for_answer()
        before = board_of(first)
        code, said = first.stop()
    assert code == 0
    assert f"Open {first.url}" in said
    assert "A septic shock in Calella waits" in said
    assert "Preparing the day" in said
    lines = [line.strip() for line in said.splitlines()]
    ending = next(n for n, line in enumerate(lines) if line.startswith("Stopping: "))
    assert lines[ending + 1 :] == ["Stopped."]
    assert "Traceback" not in said

    with starting(folder, QUIET_PATIENTS, language="en") as second:
        second.wait_for_answer()
        after = board_of(second)
        code, said = second.stop(signal.SIGTERM)
    assert code == 0
    assert "An earlier day goes on" in said
    assert "A septic shock in Calella waits" not in said
    assert "Preparing the day" not in said
    numbers = {each["number"] for each in before["transfers"]}
    assert numbers == {each["number"] for each in after["transfers"]}
    assert after["seq"] >= before["seq"]


def test_demo_shows_the_shock_in_calella_to_its_icu(folder):
    with starting(folder, QUIET_PATIENTS) as demo:
        demo.wait_for_answer()
        board = board_of(demo, "uci-mataro")
        shock = next(each for each in board["transfers"] if each["referring"] == "calella")
        assert (shock["stage"], shock["asked"]) == ("asked", "mataro")
        assert shock["clinical"] is not None
        demo.stop()


def test_second_demo_in_the_same_folder_is_told_so(folder):
    with starting(folder) as demo:
        demo.wait_for_answer()
        with starting(folder, language="en") as other:
            said = ended(other.process)
            assert other.process.returncode == 2
            assert "in use by another running program" in said
            assert "Traceback" not in said
        demo.stop()


def test_fresh_demo_forgets_only_its_own_database(folder):
    kept = folder / "data" / "notes.json"
    with starting(folder, QUIET_PATIENTS) as demo:
        demo.wait_for_answer()
        demo.stop()
    kept.write_text(json.dumps("mine"))
    with starting(folder, "--fresh", QUIET_PATIENTS) as demo:
        demo.wait_for_answer()
        numbers = sorted(each["number"] for each in board_of(demo)["transfers"])
        demo.stop()
    assert numbers[0] == "CSI-1001"
    assert kept.read_text() == '"mine"'


def pid_of_the_database(cluster: Path) -> int:
    """0 while there is none."""
    file = cluster / "postmaster.pid"
    lines = file.read_text().splitlines() if file.exists() else []
    return int(lines[0]) if lines else 0


def test_demo_whose_database_is_killed_goes_on_or_ends_with_a_sentence(folder):
    cluster = folder / "data" / "postgresql-18"
    with starting(folder, QUIET_PATIENTS, language="en") as demo:
        demo.wait_for_answer()
        before = board_of(demo)
        first = pid_of_the_database(cluster)
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: pid_of_the_database(cluster) not in {0, first} and lets_in(demo))
        assert board_of(demo)["seq"] >= before["seq"]
        (cluster / "global" / "pg_control").rename(folder / "kept")
        os.kill(pid_of_the_database(cluster), signal.SIGKILL)
        said = ended(demo.process)
        assert demo.process.returncode == 2
    assert "did not come back" in said
    assert "start the program again" in said
    assert "Traceback" not in said
    (folder / "kept").rename(cluster / "global" / "pg_control")
    with starting(folder, QUIET_PATIENTS) as again:
        again.wait_for_answer()
        assert board_of(again)["seq"] >= before["seq"]
        again.stop()


def lets_in(demo: Demo) -> bool:
    given = {"username": "coordinacio", "password": "demo"}
    return httpx.post(f"{demo.url}/api/sign-in", json=given, timeout=PATIENCE_S).is_success
