"""JSON to plain values without losing what makes it doubtful: repeated keys, NaN, depth."""

import json
from typing import NamedTuple

Json = object
"""None, bool, int, float, str, list or dict, as ``json`` makes them."""


class GivenTwice(NamedTuple):
    """Stands for the value of a key that an object has more than once."""

    values: tuple[object, ...]


class NotJson(Exception):  # noqa: N818 -- reads as what is said of the text
    """The text is no JSON; the first argument says where, in the decoder's words."""


def read_json(text: str | bytes, /) -> Json:
    """The value of the text. NaN and infinities are read, to be refused by their path.

    Raises ``NotJson``: not UTF-8, not JSON, nested too deep, a number of thousands of digits.
    """
    try:
        plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        return json.loads(plain, object_pairs_hook=_object)
    except json.JSONDecodeError as wrong:
        place = f"{wrong.lineno}:{wrong.colno}"
        raise NotJson(place) from None
    except (ValueError, RecursionError):
        raise NotJson("") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, list[object]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {
        key: values[0] if len(values) == 1 else GivenTwice(tuple(values))
        for key, values in found.items()
    }
