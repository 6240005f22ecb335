"""``csi plan``: one JSON object, faults by their path, and an independent judge."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dispatch.cli import csi
from dispatch.routing.problem.parameters import LEVELS
from tests.builders import REPOSITORY

PLANS = sorted((REPOSITORY / "tests/core/routing/plans").glob("plan-*.json"))
SMALL = next(path for path in PLANS if "s03" in path.stem)


def csi_plan(*arguments: object, given: str | bytes | None = None) -> Result:
    runner = CliRunner(env={"CSI_LANGUAGE": "en"})
    return runner.invoke(csi, ["plan", *map(str, arguments)], input=given)


def document(path: Path = SMALL) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_bytes())
    return read


def changed(*keys: Any, to: Any) -> str:
    """The small instance with one value replaced."""
    whole = document()
    place: Any = whole
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = to
    return json.dumps(whole)


def known_of(path: Path) -> dict[str, Any]:
    whole = document(path)
    return dict(whole.get("optimum") or whole["best_known"])


# A plan


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_published_optimum_is_printed_and_proven(path: Path) -> None:
    said = csi_plan(path, "--time-limit", 60)
    assert (said.exit_code, said.stderr) == (0, "")
    printed = json.loads(said.stdout)
    assert printed["vector"] == known_of(path)["vector"]
    assert printed["names"] == printed["proved"] == list(LEVELS)
    assert printed["bounds"] == dict(zip(LEVELS, printed["vector"], strict=True))
    assert set(printed["gap"].values()) == {0}


def test_standard_output_is_one_line_of_json() -> None:
    said = csi_plan(SMALL)
    assert said.stdout.count("\n") == 1
    assert {"vector", "names", "plan", "proved", "bounds", "seconds"} <= json.loads(
        said.stdout
    ).keys()


def test_instance_comes_from_standard_input() -> None:
    said = csi_plan("-", given=SMALL.read_bytes())
    assert json.loads(said.stdout)["vector"] == known_of(SMALL)["vector"]


def test_plan_comes_even_without_time() -> None:
    printed = json.loads(csi_plan(SMALL, "--time-limit", 0).stdout)
    assert printed["method"] == "greedy"
    assert printed["plan"]


def test_same_seed_gives_the_same_plan() -> None:
    first, second = (json.loads(csi_plan(SMALL, "--seed", 7).stdout) for _ in range(2))
    assert first["plan"] == second["plan"]


# What cannot be served


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (changed("units", to=[]), "no_eligible_unit"),
        (
            json.dumps(
                document() | {"units": [u | {"shift_end": -500} for u in document()["units"]]}
            ),
            "shift_ends",
        ),
        (changed("beds", to={"arnau-vilanova": 0}), "hospitals_full"),
        (changed("transfers", 0, "unit_types", to=[]), "no_eligible_unit"),
        (changed("transfers", 0, "destinations", to=[]), "no_receiving_hospital"),
    ],
    ids=["no-units", "shift-ended", "full", "no-eligible-unit", "no-hospital"],
)
def test_plan_names_who_is_left_out_and_why(given: str, why: str) -> None:
    said = csi_plan("-", given=given)
    assert said.exit_code == 0
    assert why in {each["why"] for each in json.loads(said.stdout)["unserved"]}


def test_two_units_given_one_transfer_are_planned() -> None:
    whole = document()
    for unit in whole["units"]:
        unit["assigned_to"] = whole["transfers"][0]["id"]
    said = csi_plan("-", given=json.dumps(whole))
    assert said.exit_code == 0
    taken = [t for trips in json.loads(said.stdout)["plan"].values() for t, _ in trips]
    assert len(taken) == len(set(taken))


# Faults


@pytest.mark.parametrize(
    ("given", "path", "value"),
    [
        (changed("units", 1, "location", to="nowhere"), "$.units[1].location", "nowhere"),
        (changed("transfers", 0, "origin", to="nowhere"), "$.transfers[0].origin", "nowhere"),
        (changed("travel", "road", 0, 1, to=-3), "$.travel.road[0][1]", "-3"),
        (changed("travel", "road", 0, 1, to=None), "$.travel.road[0][1]", "null"),
        (changed("travel", "air", 0, to=[1]), "$.travel.air[0]", "1 columns"),
        (changed("units", 1, "id", to=document()["units"][0]["id"]), "$.units[1].id", "twice"),
        (changed("units", 0, "assigned_to", to="t99"), "$.units[0].assigned_to", "t99"),
        (changed("beds", to={"nowhere": 1}), "$.beds.nowhere", "unknown location"),
        (changed("transfers", 0, "ready", to=float("nan")), "$", "JSON"),
        ("not json", "$", "JSON"),
        ("", "$", "JSON"),
        ("[]", "$", "object"),
        (b"\xff\xfe", "$", "JSON"),
    ],
)
def test_fault_ends_in_a_sentence_with_its_path(
    given: str | bytes, path: str, value: str
) -> None:
    said = csi_plan("-", given=given)
    assert (said.exit_code, said.stdout) == (2, "")
    assert said.stderr.startswith((f"-: {path} is ", f"-: {path}: "))
    assert value in said.stderr
    assert "Allowed: " in said.stderr
    assert "Traceback" not in said.output


def test_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    said = csi_plan(tmp_path / "none.json")
    assert (said.exit_code, said.stdout) == (2, "")
    assert "can’t be read" in said.stderr


@pytest.mark.parametrize("limit_s", ["-1", "nan", "inf", "soon"])
def test_time_limit_must_be_seconds(limit_s: str) -> None:
    said = csi_plan(SMALL, "--time-limit", limit_s)
    assert (said.exit_code, said.stdout) == (2, "")


def test_key_outside_the_schema_is_named_and_not_read() -> None:
    said = csi_plan("-", given=json.dumps(document() | {"bed": {}}))
    assert said.exit_code == 0
    assert "“bed”" in said.stderr
    assert json.loads(said.stdout)["plan"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("LARGEST_BYTES", 1000), ("LARGEST_PAIRS", 10), ("LARGEST_LOCATIONS", 3)],
)
def test_instance_beyond_the_limits_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    monkeypatch.setitem(csi.commands["plan"].callback.__globals__, name, value)  # type: ignore[union-attr]
    said = csi_plan(SMALL)
    assert (said.exit_code, said.stdout) == (2, "")
    assert str(value) in said.stderr


# The judge


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_published_answer_passes_the_judge(path: Path) -> None:
    said = csi_plan("--check", path)
    assert said.exit_code == 0
    assert f"feasible {known_of(path)['vector']}" in said.stdout
    assert "stated vector is right" in said.stdout


def test_printed_plan_passes_the_judge(tmp_path: Path) -> None:
    printed = tmp_path / "printed.json"
    printed.write_text(csi_plan(SMALL).stdout)
    said = csi_plan("--check", SMALL, printed)
    assert said.exit_code == 0
    assert "stated vector is right" in said.stdout


def test_trips_alone_are_judged_without_a_vector(tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    bare.write_text(json.dumps(known_of(SMALL)["plan"]))
    said = csi_plan("--check", SMALL, bare)
    assert said.exit_code == 0
    assert "No vector is stated" in said.stdout


def test_judge_names_every_rule_broken(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps({"u99": [["t1", "arnau-vilanova"]], "u1": [["t99", "x"]]}))
    said = csi_plan("--check", SMALL, wrong)
    assert said.exit_code == 1
    assert "u99: there is no such unit" in said.stderr
    assert "no transfer t99" in said.stderr
    assert "feasible [" not in said.stdout


def test_judge_names_a_vector_that_is_wrong(tmp_path: Path) -> None:
    claim = known_of(SMALL)
    claim["vector"][6] -= 1
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps({"plan": claim["plan"], "vector": claim["vector"]}))
    said = csi_plan("--check", SMALL, wrong)
    assert said.exit_code == 1
    assert "cost: 757 is stated, 758 holds" in said.stderr


def test_plan_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"plan": {"u1": 3}}')
    said = csi_plan("--check", SMALL, wrong)
    assert said.exit_code == 2
    assert "can’t be read" in said.stderr


def test_plan_is_read_only_by_the_judge() -> None:
    said = csi_plan(SMALL, SMALL)
    assert said.exit_code == 2
    assert "--check" in said.stderr


def test_file_without_an_answer_is_told_so() -> None:
    whole = document()
    whole.pop("optimum", None)
    whole.pop("best_known", None)
    said = csi_plan("-", "--check", given=json.dumps(whole))
    assert (said.exit_code, said.stdout) == (2, "")
    assert said.stderr == "- carries no plan: give it as the second file, PLAN.\n"


def test_word_that_is_none_of_those_allowed_is_told_with_them() -> None:
    said = csi_plan("-", given=changed("transfers", 0, "class", to="P9"))
    assert '$.transfers[0].class is "P9"' in said.stderr
    assert said.stderr.endswith("Allowed: P0, 3h.\n")
