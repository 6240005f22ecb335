"""Finds a key that a JSON object gives twice: decoders keep the last and say nothing."""

import json
from collections.abc import Iterator


class _Object(dict[str, object]):
    """An object as decoded, and the first key it gives twice."""

    twice: str | None = None


def repeated_key(text: str | bytes, /) -> str | None:
    """The path of the first such key (``units[3].free_at``), None when there is none.

    The text must be JSON. Raises ``RecursionError`` where it is nested too deep.
    """
    return next(_repeated(json.loads(text, object_pairs_hook=_object), ""), None)


def _object(pairs: list[tuple[str, object]]) -> _Object:
    found = _Object()
    for key, value in pairs:
        if key in found and found.twice is None:
            found.twice = key
        found[key] = value
    return found


def _repeated(value: object, path: str) -> Iterator[str]:
    if isinstance(value, _Object):
        prefix = f"{path}." if path else ""
        if value.twice is not None:
            yield f"{prefix}{value.twice}"
        for key, inner in value.items():
            yield from _repeated(inner, f"{prefix}{key}")
    elif isinstance(value, list) and value and isinstance(value[0], list | dict):
        for index, inner in enumerate(value):
            yield from _repeated(inner, f"{path}[{index}]")
