"""Reading an instance: what is taken, and how each fault is named."""

import json
from typing import Any

import pytest

from dispatch.kernel import Refused
from dispatch.routing.problem.instance import Instance, minutes_between
from dispatch.routing.problem.parse_instance import LONGEST_VALUE, parse_instance, unread_keys

_GIVEN: dict[str, Any] = {
    "name": "small",
    "time_unit": "min",
    "parameters": {
        "window": 180,
        "window_to": "bedside",
        "p0_to": "arrival",
        "overtime": 60,
        "weights": {"drive": 1, "wait": 1, "coverage": 1, "switch": 15, "destination": 1},
    },
    "locations": ["a", "b"],
    "travel": {"road": [[0, 5], [6, 0]], "air": [[0, 2], [3, 0]]},
    "beds": {"b": 1},
    "units": [
        {"id": "u", "type": "SVA", "mode": "road", "location": "a", "free_at": 0,
         "shift_end": 600, "coverage_cost": 0, "assigned_to": "t"},
    ],
    "transfers": [
        {"id": "t", "class": "P0", "ready": -5, "origin": "a", "unit_types": ["SVA"],
         "destinations": [{"hospital": "b", "penalty": 0}], "bedside": 30, "handover": 20},
    ],
}  # fmt: skip


def _changed(path: list[Any], value: Any) -> str:
    document = json.loads(json.dumps(_GIVEN))
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(document)


def _fault(text: str | bytes) -> Refused:
    with pytest.raises(Refused) as refusal:
        parse_instance(text)
    assert refusal.value.code == "instance_invalid"
    return refusal.value


def test_instance_keeps_everything_given() -> None:
    instance = parse_instance(json.dumps(_GIVEN))
    assert isinstance(instance, Instance)
    assert instance.name == "small"
    assert instance.parameters.p0_to == "arrival"
    assert instance.transfers[0].priority == "P0"
    assert instance.beds == {"b": 1}


def test_drive_counts_every_leg_by_default() -> None:
    assert parse_instance(json.dumps(_GIVEN)).parameters.drive_counts == "all"


@pytest.mark.parametrize("key", ["optimum", "best_known"])
def test_known_answer_is_taken_and_ignored(key: str) -> None:
    assert parse_instance(_changed([key], {"vector": [0]})) == parse_instance(
        json.dumps(_GIVEN)
    )


def test_each_mode_has_its_own_minutes() -> None:
    instance = parse_instance(json.dumps(_GIVEN))
    assert minutes_between(instance, "road").between("b", "a") == 6
    assert minutes_between(instance, "air").between("a", "b") == 2


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (["units", 0, "free_at"], -1, "units[0].free_at"),
        (["units", 0, "free_at"], "soon", "units[0].free_at"),
        (["units", 0, "free_at"], None, "units[0].free_at"),
        (["units", 0, "free_at"], 2.5, "units[0].free_at"),
        (["units", 0, "free_at"], True, "units[0].free_at"),
        (["units", 0, "shift_end"], 10**30, "units[0].shift_end"),
        (["units", 0, "mode"], "boat", "units[0].mode"),
        (["units", 0, "location"], "nowhere", "units[0].location"),
        (["units", 0, "assigned_to"], "t9", "units[0].assigned_to"),
        (["units", 0, "colour"], "red", "units[0].colour"),
        (["transfers", 0, "bedside"], -1, "transfers[0].bedside"),
        (["transfers", 0, "class"], "P1", "transfers[0].class"),
        (["transfers", 0, "origin"], "nowhere", "transfers[0].origin"),
        (["transfers", 0, "destinations", 0, "hospital"], "nowhere",
         "transfers[0].destinations[0].hospital"),
        (["travel", "road"], [[0, 1]], "travel.road"),
        (["travel", "air"], [[0, 1], [1]], "travel.air[1]"),
        (["travel", "air", 0, 1], -3, "travel.air[0][1]"),
        (["beds", "elsewhere"], 1, "beds.elsewhere"),
        (["beds", "b"], -1, "beds.b"),
        (["beds", "b"], 10**6, "beds.b"),
        (["beds", "b"], None, "beds.b"),
        (["locations"], ["a", "a"], "locations[1]"),
        (["time_unit"], "s", "time_unit"),
        (["parameters", "surprise"], 1, "parameters.surprise"),
        (["parameters", "weights", "drive"], -1, "parameters.weights.drive"),
    ],
)  # fmt: skip
def test_fault_is_named_by_its_path(path: list[Any], value: Any, field: str) -> None:
    refusal = _fault(_changed(path, value))
    assert refusal.field == field
    assert refusal.facts["allowed"]


@pytest.mark.parametrize(
    ("path", "field"), [(["units"], "units[1].id"), (["transfers"], "transfers[1].id")]
)
def test_id_cannot_be_given_twice(path: list[str], field: str) -> None:
    assert _fault(_changed(path, _GIVEN[path[0]] * 2)).field == field


@pytest.mark.parametrize("name", ["", "t\n1", "\u200b", "n" * 201])
@pytest.mark.parametrize(
    ("path", "field"),
    [
        (["transfers", 0, "id"], "transfers[0].id"),
        (["units", 0, "id"], "units[0].id"),
        (["locations", 1], "locations[1]"),
    ],
)
def test_name_must_be_readable(path: list[Any], field: str, name: str) -> None:
    assert _fault(_changed(path, name)).field == field


@pytest.mark.parametrize(
    ("once", "twice", "field"),
    [
        ('"name": "small"', '"name": "small", "name": "other"', "name"),
        ('"free_at": 0', '"free_at": 0, "free_at": 9, "free_at": 9', "units[0].free_at"),
        ('"b": 1', '"b": 1, "b": 3', "beds.b"),
        ('"penalty": 0', '"penalty": 0, "penalty": 1', "transfers[0].destinations[0].penalty"),
    ],
)
def test_key_cannot_be_given_twice(once: str, twice: str, field: str) -> None:
    text = json.dumps(_GIVEN).replace(once, twice)
    refusal = _fault(text)
    assert (refusal.field, refusal.facts["problem"]) == (field, "key given twice")


def test_hospital_cannot_be_offered_twice() -> None:
    twice = _GIVEN["transfers"][0]["destinations"] * 2
    refusal = _fault(_changed(["transfers", 0, "destinations"], twice))
    assert refusal.field == "transfers[0].destinations[1].hospital"


@pytest.mark.parametrize(
    ("place", "field"),
    [(("units", 0, "free_at"), "units[0].free_at"), (("travel",), "travel")],
)
def test_missing_field_is_named_by_its_path(place: tuple[Any, ...], field: str) -> None:
    document = json.loads(json.dumps(_GIVEN))
    inner = document
    for key in place[:-1]:
        inner = inner[key]
    del inner[place[-1]]
    assert _fault(json.dumps(document)).field == field


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"parameters": NaN}',
        b"\xff\xfe{",
        '"\ud800"',
        json.dumps(_GIVEN) + "x",
        '{"optimum": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_text_that_is_no_instance_is_refused(text: str | bytes) -> None:
    assert _fault(text).facts["problem"]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (["units", 0, "free_at"], -1, "-1"),
        (["units", 0, "location"], "nowhere", '"nowhere"'),
        (["beds", "b"], -1, "-1"),
        (["units", 0, "assigned_to"], "t9", '"t9"'),
        (["locations"], ["a", "a"], '"a"'),
    ],
)
def test_fault_tells_the_value_that_stands_there(
    path: list[Any], value: Any, told: str
) -> None:
    assert _fault(_changed(path, value)).facts["value"] == told


def test_missing_field_has_no_value_to_tell() -> None:
    document = {key: value for key, value in _GIVEN.items() if key != "travel"}
    assert _fault(json.dumps(document)).facts["value"] is None


def test_long_value_is_told_cut() -> None:
    told = _fault(_changed(["units", 0, "free_at"], "x" * 500)).facts["value"]
    assert isinstance(told, str)
    assert len(told) == LONGEST_VALUE


def test_fault_before_broken_text_is_still_named() -> None:
    assert _fault('{"locations": 3, "units": ').field == "locations"


def test_instance_may_carry_notes_that_are_named() -> None:
    text = _changed(["bed"], {"b": 1})
    assert parse_instance(text) == parse_instance(json.dumps(_GIVEN))
    assert unread_keys(text) == ("bed",)


def test_known_answer_is_not_named_as_unread() -> None:
    assert unread_keys(_changed(["optimum"], {"vector": []})) == ()
