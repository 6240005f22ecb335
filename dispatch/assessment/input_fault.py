"""What is wrong in a text of vignettes, and where."""

import json
from typing import Literal

from msgspec import Struct

Problem = Literal[
    "not_json",
    "not_an_object",
    "unknown_key",
    "wrong_unit",
    "of_other_population",
    "given_twice",
    "missing",
    "not_a_text",
    "not_a_number",
    "not_finite",
    "not_whole",
    "not_one_of",
    "not_yes_or_no",
    "not_an_instant",
    "instant_without_zone",
    "in_future",
    "before_birth",
    "out_of_range",
    "disagrees",
    "named_twice",
    "contradicts",
]

LONGEST_VALUE = 60
"""Characters of a wrong value that are told."""


class InputFault(Struct, frozen=True):
    """One fault. ``path`` leads to it from the outermost value (``[2].inputs.spo2``).

    ``problem`` is translated as ``input-<problem>``; ``allowed`` needs no translation.
    ``value`` is what stands there, as JSON; None where nothing does. ``unit`` is the other unit
    in which it would be a usual value, ``would_be`` that value in ours; empty for none.
    """

    path: str
    problem: Problem
    allowed: str = ""
    value: str | None = None
    unit: str = ""
    would_be: str = ""


def fault_at(
    path: str, problem: Problem, *, allowed: str = "", value: object = None
) -> InputFault:
    """The fault with its value as JSON, cut where it gets long."""
    told = None if value is None else json.dumps(value, default=str)
    if told is not None and len(told) > LONGEST_VALUE:
        told = f"{told[: LONGEST_VALUE - 1]}…"
    return InputFault(path, problem, allowed, told)


def below(path: str, key: str, /) -> str:
    """The path of a key of the object at ``path``; a strange key is written as JSON."""
    plain = key if key.isidentifier() else json.dumps(key[:LONGEST_VALUE])
    return f"{path}.{plain}" if path else plain
