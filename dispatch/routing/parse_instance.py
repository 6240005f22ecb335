"""From the text of a plan instance to an ``Instance``, or a refusal that names the fault."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, NoReturn

import msgspec

from dispatch.kernel import Refused
from dispatch.routing.instance import Instance, Matrix, Transfer, Travel, Unit
from dispatch.routing.parameters import Duration, Parameters

_WHERE = re.compile(r"^(?P<problem>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"missing required field `(.*)`")


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as published: an instance, and sometimes a known answer, which is not read."""

    parameters: Parameters
    locations: tuple[str, ...]
    travel: Travel
    units: tuple[Unit, ...]
    transfers: tuple[Transfer, ...]
    beds: dict[str, Duration] = {}
    name: str = ""
    description: str = ""
    time_unit: Literal["min"] = "min"
    optimum: msgspec.Raw = msgspec.Raw()
    best_known: msgspec.Raw = msgspec.Raw()


class _Fault(NamedTuple):
    """Where in the document, what is wrong there, what would be right."""

    path: str
    problem: str
    allowed: str


def parse_instance(text: str | bytes, /) -> Instance:
    """The instance that the JSON text describes.

    Raises ``Refused("instance_invalid")`` whose ``field`` is the path of the first fault
    (``units[3].free_at``) and whose facts say the ``problem`` and what is ``allowed``.
    """
    document = _decode(text)
    for fault in _faults(document):
        _refuse(fault)
    return Instance(
        parameters=document.parameters,
        locations=document.locations,
        travel=document.travel,
        units=document.units,
        transfers=document.transfers,
        beds=document.beds,
        name=document.name,
        description=document.description,
    )


def _refuse(fault: _Fault, /) -> NoReturn:
    raise Refused(
        "instance_invalid", field=fault.path, problem=fault.problem, allowed=fault.allowed
    )


def _decode(text: str | bytes, /) -> _Document:
    try:
        return msgspec.json.decode(text, type=_Document)
    except msgspec.ValidationError as wrong:
        fault = _located(str(wrong))
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
    return _Fault(path, problem, "the type and range of the schema")


def _below(path: str, key: str, /) -> str:
    return f"{path}.{key}" if path else key


def _faults(document: _Document, /) -> Iterator[_Fault]:
    """What the types can't see, in the order of the schema."""
    yield from _repeated("locations", document.locations, each="")
    yield from _not_square("travel.road", document.travel.road, len(document.locations))
    yield from _not_square("travel.air", document.travel.air, len(document.locations))
    known = frozenset(document.locations)
    for hospital in document.beds:
        yield from _unknown_place(f"beds.{hospital}", hospital, known)
    yield from _repeated("units", [unit.id for unit in document.units])
    yield from _repeated("transfers", [transfer.id for transfer in document.transfers])
    given = frozenset(transfer.id for transfer in document.transfers)
    for index, unit in enumerate(document.units):
        yield from _unknown_place(f"units[{index}].location", unit.location, known)
        if unit.assigned_to is not None and unit.assigned_to not in given:
            yield _Fault(
                f"units[{index}].assigned_to",
                "unknown transfer",
                "the id of a transfer, or null",
            )
    for index, transfer in enumerate(document.transfers):
        yield from _transfer_faults(f"transfers[{index}]", transfer, known)


def _transfer_faults(path: str, transfer: Transfer, known: frozenset[str]) -> Iterator[_Fault]:
    yield from _unknown_place(f"{path}.origin", transfer.origin, known)
    hospitals = [option.hospital for option in transfer.destinations]
    yield from _repeated(f"{path}.destinations", hospitals, each=".hospital")
    for index, hospital in enumerate(hospitals):
        yield from _unknown_place(f"{path}.destinations[{index}].hospital", hospital, known)


def _repeated(path: str, names: Iterable[str], *, each: str = ".id") -> Iterator[_Fault]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield _Fault(f"{path}[{index}]{each}", "named twice", "each name once")
        seen.add(name)


def _not_square(path: str, matrix: Matrix, size: int) -> Iterator[_Fault]:
    if len(matrix) != size:
        yield _Fault(path, f"{len(matrix)} rows", f"{size} rows, one per location")
    for index, row in enumerate(matrix):
        if len(row) != size:
            yield _Fault(f"{path}[{index}]", f"{len(row)} columns", f"{size}, one per location")


def _unknown_place(path: str, name: str, known: frozenset[str]) -> Iterator[_Fault]:
    if name not in known:
        yield _Fault(path, "unknown location", "one of locations")
