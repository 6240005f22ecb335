"""From the text of a plan instance to an ``Instance``, or a refusal that names the fault."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, NoReturn, get_args

import msgspec

from dispatch.kernel import Refused
from dispatch.kernel.repeated_keys import repeated_key
from dispatch.routing.problem.instance import (
    Instance,
    Matrix,
    Mode,
    Priority,
    Transfer,
    Travel,
    Unit,
)
from dispatch.routing.problem.parameters import FARTHEST_MIN, Parameters

_WHERE = re.compile(r"^(?P<problem>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"missing required field `(.*)`")
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")

LONGEST_VALUE = 60
"""Characters of a wrong value that are told."""

LONGEST_NAME = 200
"""Characters of the name of a place, a unit or a transfer."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "class": get_args(Priority),
    "mode": get_args(Mode),
    "time_unit": ("min",),
}
"""What keys that take a word accept."""


class _Document(msgspec.Struct, frozen=True):
    """The file as published: an instance, often with a known answer and notes, not read."""

    parameters: Parameters
    locations: tuple[str, ...]
    travel: Travel
    units: tuple[Unit, ...]
    transfers: tuple[Transfer, ...]
    beds: dict[str, object] = {}
    name: str = ""
    description: str = ""
    time_unit: Literal["min"] = "min"


class _Fault(NamedTuple):
    """Where in the document, what is wrong there, what would be right, what stands there."""

    path: str
    problem: str
    allowed: str
    value: object = None


def parse_instance(text: str | bytes, /) -> Instance:
    """The instance that the JSON text describes.

    Raises ``Refused("instance_invalid")`` whose ``field`` is the path of the first fault
    (``units[3].free_at``) and whose facts say the ``problem``, the ``value`` that stands there
    as JSON (None where nothing does) and what is ``allowed``. Keys beside those of an instance
    are not read; ``unread_keys`` names them.
    """
    document = _decode(text)
    twice = repeated_key(text)
    if twice is not None:
        _refuse(_Fault(twice, "key given twice", "each key once"))
    for fault in _faults(document):
        _refuse(fault)
    return Instance(
        parameters=document.parameters,
        locations=document.locations,
        travel=document.travel,
        units=document.units,
        transfers=document.transfers,
        beds=_beds(document.beds),
        name=document.name,
        description=document.description,
    )


def unread_keys(text: str | bytes, /) -> tuple[str, ...]:
    """Keys of the outermost object that say nothing here, such as ``bed`` for ``beds``.

    The text must have been parsed before. A known answer is expected and not named.
    """
    known = {*_Document.__struct_fields__, "optimum", "best_known"}
    given = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
    return tuple(key for key in given if key not in known)


def _beds(given: Mapping[str, object], /) -> dict[str, int]:
    return {hospital: free for hospital, free in given.items() if isinstance(free, int)}


def _refuse(fault: _Fault, /) -> NoReturn:
    raise Refused(
        "instance_invalid",
        field=fault.path,
        problem=fault.problem,
        allowed=fault.allowed,
        value=_told(fault.value),
    )


def _told(value: object, /) -> str | None:
    """The value as JSON, cut where it gets long."""
    if value is None:
        return None
    told = msgspec.json.encode(value).decode()
    return told if len(told) <= LONGEST_VALUE else f"{told[: LONGEST_VALUE - 1]}…"


def _decode(text: str | bytes, /) -> _Document:
    try:
        return msgspec.json.decode(text, type=_Document)
    except msgspec.ValidationError as wrong:
        fault = _located(str(wrong))
        fault = fault._replace(value=_value_at(text, fault.path))
    except (msgspec.DecodeError, UnicodeError) as wrong:
        fault = _Fault("", str(wrong), "a JSON object in UTF-8")
    except RecursionError:
        fault = _Fault("", "nested too deep", "the nesting of the schema")
    _refuse(fault)


def _located(message: str, /) -> _Fault:
    """The path and the words of a decoder's message."""
    found = _WHERE.match(message)
    problem, path = (found["problem"], found["path"] or "") if found else (message, "")
    unknown, missing = _UNKNOWN.search(problem), _MISSING.search(problem)
    if unknown:
        return _Fault(_below(path, unknown[1]), "unknown key", "only keys of the schema")
    if missing:
        return _Fault(_below(path, missing[1]), "missing", "required by the schema")
    words = WORDS.get(path.rpartition(".")[2]) if problem.startswith("Invalid enum") else None
    return _Fault(path, problem, ", ".join(words or ("the type and range of the schema",)))


def _value_at(text: str | bytes, path: str, /) -> object:
    """What stands at the path of a decoder's message; None where nothing does."""
    try:
        value = msgspec.json.decode(text)
        for index, key in _STEP.findall(path):
            value = value[int(index) if index else key]
    except (msgspec.DecodeError, RecursionError, LookupError):
        return None  # missing, or further on the text is no JSON, or a key comes twice
    return value


def _below(path: str, key: str, /) -> str:
    return f"{path}.{key}" if path else key


def _faults(document: _Document, /) -> Iterator[_Fault]:
    """What the types can't see, in the order of the schema."""
    yield from _misnamed("locations", document.locations, each="")
    yield from _not_square("travel.road", document.travel.road, len(document.locations))
    yield from _not_square("travel.air", document.travel.air, len(document.locations))
    known = frozenset(document.locations)
    for hospital, free in document.beds.items():
        yield from _unknown_place(f"beds.{hospital}", hospital, known)
        if type(free) is not int or not 0 <= free <= FARTHEST_MIN:
            yield _Fault(f"beds.{hospital}", "not a number of beds", "0, 1, 2…", free)
    yield from _misnamed("units", [unit.id for unit in document.units])
    yield from _misnamed("transfers", [transfer.id for transfer in document.transfers])
    given = frozenset(transfer.id for transfer in document.transfers)
    for index, unit in enumerate(document.units):
        yield from _unknown_place(f"units[{index}].location", unit.location, known)
        if unit.assigned_to is not None and unit.assigned_to not in given:
            yield _Fault(
                f"units[{index}].assigned_to",
                "unknown transfer",
                "the id of a transfer, or null",
                unit.assigned_to,
            )
    for index, transfer in enumerate(document.transfers):
        yield from _transfer_faults(f"transfers[{index}]", transfer, known)


def _transfer_faults(path: str, transfer: Transfer, known: frozenset[str]) -> Iterator[_Fault]:
    yield from _unknown_place(f"{path}.origin", transfer.origin, known)
    hospitals = [option.hospital for option in transfer.destinations]
    yield from _misnamed(f"{path}.destinations", hospitals, each=".hospital")
    for index, hospital in enumerate(hospitals):
        yield from _unknown_place(f"{path}.destinations[{index}].hospital", hospital, known)


def _misnamed(path: str, names: Iterable[str], *, each: str = ".id") -> Iterator[_Fault]:
    """Names that can't be read, and names that come again."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            allowed = f"1 to {LONGEST_NAME} characters that can be printed"
            yield _Fault(f"{path}[{index}]{each}", "not a name", allowed, name)
        if name in seen:
            yield _Fault(f"{path}[{index}]{each}", "named twice", "each name once", name)
        seen.add(name)


def _not_square(path: str, matrix: Matrix, size: int) -> Iterator[_Fault]:
    if len(matrix) != size:
        yield _Fault(path, f"{len(matrix)} rows", f"{size} rows, one per location")
    for index, row in enumerate(matrix):
        if len(row) != size:
            yield _Fault(f"{path}[{index}]", f"{len(row)} columns", f"{size}, one per location")


def _unknown_place(path: str, name: str, known: frozenset[str]) -> Iterator[_Fault]:
    if name not in known:
        yield _Fault(path, "unknown location", "one of locations", name)
