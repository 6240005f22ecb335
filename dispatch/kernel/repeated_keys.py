"""Finds a key that a JSON object gives twice: decoders keep the last and say nothing."""

import json


class _Object(dict[str, object]):
    """An object as decoded, and the first key it gives twice."""

    twice: str | None = None


def repeated_key(text: str | bytes, /) -> str | None:
    """The path of the first such key (``units[3].free_at``), None when there is none.

    The text must be JSON. Raises ``RecursionError`` where it is nested too deep.
    """
    steps = _twice(json.loads(text, object_pairs_hook=_object))
    return None if steps is None else "".join(reversed(steps)).removeprefix(".")


def _object(pairs: list[tuple[str, object]]) -> _Object:
    found = _Object()
    for key, value in pairs:
        if key in found and found.twice is None:
            found.twice = key
        found[key] = value
    return found


def _twice(value: object) -> list[str] | None:
    """The steps to the first key given twice, the last step first.

    Written down on the way back only: a path for every value would cost the square of it.
    """
    inside: dict[str, object] = {}
    if isinstance(value, _Object):
        if value.twice is not None:
            return [f".{value.twice}"]
        inside = value
    elif isinstance(value, list):
        inside = {f"[{index}]": each for index, each in enumerate(value)}
    for key, each in inside.items():
        if isinstance(each, _Object | list) and (steps := _twice(each)) is not None:
            steps.append(key if isinstance(value, list) else f".{key}")
            return steps
    return None
