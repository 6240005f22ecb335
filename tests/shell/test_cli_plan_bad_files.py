"""``csi plan`` and what nobody meant to give it: each a sentence, or the least bad plan."""

import gzip
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.builders import REPOSITORY
from tests.shell.test_cli_plan import SMALL, changed, csi_plan, document
from tests.waits import PATIENCE_S

RAW = SMALL.read_bytes()
TEN_MEGABYTES = 10_000_000
MEMORY_BYTES = 3_000_000_000
"""Of address space, libraries included."""


def _without(*keys: Any) -> str:
    whole = document()
    place: Any = whole
    for key in keys[:-1]:
        place = place[key]
    del place[keys[-1]]
    return json.dumps(whole)


def _require_refused(said: Result, *, told: str) -> None:
    assert (said.exit_code, said.stdout) == (2, "")
    assert told in said.stderr
    assert said.stderr.count("\n") == 1
    assert "Traceback" not in said.output


# Files that are none


@pytest.mark.parametrize("kept", [1, len(RAW) // 2, len(RAW) - 3])
def test_truncated_file_is_said_to_be_truncated(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "cut.json"
    path.write_bytes(RAW[:kept])
    _require_refused(csi_plan(path), told="truncated")


@pytest.mark.parametrize("arguments", [["."], ["--check", SMALL, "."]])
def test_directory_is_said_to_be_one(arguments: list[object]) -> None:
    _require_refused(csi_plan(*arguments), told="Is a directory")


@pytest.mark.parametrize(
    "given",
    [b"\xef\xbb\xbf" + RAW, RAW.decode().encode("utf-16"), gzip.compress(RAW), b"\0" * 100],
    ids=["byte-order-mark", "utf-16", "compressed", "zeros"],
)
def test_file_of_another_encoding_is_refused(given: bytes) -> None:
    _require_refused(csi_plan("-", given=given), told="$: JSON is malformed")


def test_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.touch()
    _require_refused(csi_plan(path), told="$: Input data was truncated")


# Numbers that are none, and what is missing


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (changed("units", 0, "free_at", to=2.0), "$.units[0].free_at is 2.0"),
        (changed("transfers", 0, "bedside", to="30"), '$.transfers[0].bedside is "30"'),
        (changed("transfers", 0, "ready", to=10**400), "$.transfers[0].ready is 1000"),
        (changed("transfers", 0, "ready", to=float("inf")), "$: JSON is malformed"),
        (changed("travel", "road", 1, 0, to="7"), '$.travel.road[1][0] is "7"'),
        (changed("travel", "air", 1, 0, to=False), "$.travel.air[1][0] is false"),
        (changed("parameters", "window", to=-1), "$.parameters.window is -1"),
        (changed("beds", to={document()["locations"][0]: True}), "is true"),
        (changed("units", 0, to=7), "$.units[0] is 7"),
        (_without("travel", "air"), "$.travel.air: missing"),
        (_without("travel", "road", 2), "$.travel.road: 7 rows"),
        (_without("travel", "road", 2, 0), "$.travel.road[2]: 7 columns"),
        (_without("units", 0, "free_at"), "$.units[0].free_at: missing"),
        (_without("transfers", 0, "bedside"), "$.transfers[0].bedside: missing"),
        ("{}", "$.parameters: missing"),
    ],
)
def test_wrong_or_missing_number_is_told_by_its_path(given: str, told: str) -> None:
    _require_refused(csi_plan("-", given=given), told=told)


# What can be planned only badly


def _told_left_out(whole: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    said = csi_plan("-", given=json.dumps(whole))
    assert (said.exit_code, said.stderr) == (0, "")
    printed = json.loads(said.stdout)
    return {each["transfer"]: each["why"] for each in printed["unserved"]}, printed


def test_shift_that_ended_leaves_the_rest_to_the_others() -> None:
    whole = document()
    ended, *others = whole["units"]
    ended["shift_end"] = -whole["parameters"]["overtime"] - 1
    left_out, printed = _told_left_out(whole)
    assert others
    assert ended["id"] not in printed["plan"]
    assert set(printed["plan"]) <= {unit["id"] for unit in others}
    assert printed["proved"] == printed["names"]
    assert set(left_out.values()) <= {"no_eligible_unit", "shift_ends", "outranked"}


def test_all_hospitals_full_names_every_transfer() -> None:
    whole = document()
    whole["beds"] = dict.fromkeys(whole["locations"], 0)
    left_out, printed = _told_left_out(whole)
    assert left_out == {each["id"]: "hospitals_full" for each in whole["transfers"]}
    assert printed["plan"] == {}


def test_no_units_at_all_names_every_transfer() -> None:
    left_out, printed = _told_left_out(document() | {"units": []})
    assert set(left_out) == {each["id"] for each in document()["transfers"]}
    assert (set(left_out.values()), printed["plan"]) == ({"no_eligible_unit"}, {})


def test_nothing_to_do_is_a_proven_plan() -> None:
    left_out, printed = _told_left_out(document() | {"transfers": [], "units": []})
    assert (left_out, printed["vector"], len(printed["proved"])) == ({}, [0] * 7, 7)


# Ten megabytes


def _padded(whole: dict[str, Any]) -> dict[str, Any]:
    return whole | {"description": "x" * TEN_MEGABYTES}


def _of_many_units(whole: dict[str, Any]) -> dict[str, Any]:
    unit = whole["units"][0] | {"assigned_to": None}
    many = TEN_MEGABYTES // len(json.dumps(unit))
    return whole | {"units": [unit | {"id": f"u-{index:08}"} for index in range(many)]}


@pytest.mark.parametrize("grown", [_padded, _of_many_units])
def test_ten_megabytes_are_planned_within_time_and_memory(
    tmp_path: Path, grown: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    path = tmp_path / "large.json"
    path.write_text(json.dumps(grown(document())))
    assert path.stat().st_size >= TEN_MEGABYTES
    run = subprocess.run(
        [sys.executable, "-m", "dispatch", "plan", str(path), "--time-limit", "0"],
        cwd=REPOSITORY,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES,) * 2),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["plan"]
