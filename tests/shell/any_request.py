"""Requests that nobody expects: for every route, in every field, as any person or as nobody."""

import inspect
import re
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec
from hypothesis import strategies as st

NASTY_TEXTS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud800",
    "\uffff",
    "\u202eabc",
    "../../etc/passwd",
    "%00",
    "'; drop table transfer; --",
    "x" * 5_000,
    "12345678Z",
    "9" * 400,
    "1e400",
    "-1",
    "NaN",
    "٣",
    "²",
    "24:00",
    "2026-03-28T02:30",
)
NASTY_TIMES = (
    "9999-12-31T23:59:59-14:00",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00Z",
    "2026-02-29T00:00:00Z",
    "2026-03-01T12:00:00",
    "2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00+23:59",
    "9999-12-31T23:59",
    "0001-01-01T00:00",
    "12:61",
    "23:59",
)
NASTY_DATES = (
    "0001-01-01",
    "9999-12-31",
    "2026-02-28",
    "2026-03-01",
    "2026-02-30",
    "2027-01-01",
)
NASTY_NUMBERS = (0, -1, 1, 2**31, 2**53, 2**63, 2**64, -(2**63) - 1, 0.5, 1e308, -1e308, 1e-320)

nasty = st.one_of(
    st.sampled_from(NASTY_TEXTS),
    st.sampled_from(NASTY_TIMES),
    st.sampled_from(NASTY_NUMBERS),
    st.none(),
    st.booleans(),
    st.text(max_size=20),
    st.just([]),
    st.just({}),
    st.just([{"a": [1]}]),
)


class Words(NamedTuple):
    """Names that exist in the world asked: transfers, units, hospitals, people."""

    known: tuple[str, ...]

    def text(self) -> st.SearchStrategy[str]:
        return st.one_of(
            st.sampled_from(self.known),
            st.sampled_from(self.known),
            st.sampled_from(NASTY_TEXTS),
            st.sampled_from(NASTY_TIMES),
            st.text(max_size=20),
        )

    def of(self, kind: Any) -> st.SearchStrategy[Any]:
        """Mostly values of that type, at times anything."""
        right = self._right(kind)
        return st.one_of(right, right, right, right, nasty)

    def _right(self, kind: Any) -> st.SearchStrategy[Any]:
        kind = getattr(kind, "__supertype__", kind)
        origin, inner = get_origin(kind), get_args(kind)
        if origin is not None:
            return self._made_of(origin, inner)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self.struct(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return st.sampled_from([each.value for each in kind])
        plain: dict[Any, st.SearchStrategy[Any]] = {
            type(None): st.none(),
            bool: st.booleans(),
            int: st.sampled_from((0, 1, 2, 50, 100_000)),
            float: st.sampled_from((0, 0.5, 5, 41.3, 72, 100_000)),
            datetime: st.sampled_from(NASTY_TIMES),
            date: st.sampled_from(NASTY_DATES),
            str: self.text(),
        }
        return plain.get(kind, nasty)

    def _made_of(self, origin: Any, inner: tuple[Any, ...]) -> st.SearchStrategy[Any]:
        if origin is typing.Annotated:
            return self._right(inner[0])
        if origin in (typing.Union, types.UnionType):
            return st.one_of(*(self._right(each) for each in inner))
        if origin is Literal:
            return st.sampled_from(inner)
        if origin in (dict, Mapping):
            return st.dictionaries(self.text(), self.of(inner[1]), max_size=5)
        return st.lists(self.of(inner[0]), max_size=3)

    def struct(self, shape: type[msgspec.Struct]) -> st.SearchStrategy[dict[str, Any]]:
        """Mostly all fields that are needed, at times some, at times one nobody knows."""
        fields = msgspec.structs.fields(shape)
        needed = {each.encode_name: self.of(each.type) for each in fields if each.required}
        other = {each.encode_name: self.of(each.type) for each in fields if not each.required}
        whole = st.fixed_dictionaries(needed, optional=other)
        less = st.fixed_dictionaries({}, optional={**needed, **other, "nobody_knows": nasty})
        return st.one_of(whole, whole, whole, less)


def shape_of(handler: Any) -> type[msgspec.Struct] | None:
    """The shape that a handler reads its body as, None when it has its own way."""
    source = inspect.getsource(handler)
    found = re.search(r"read_body\(request, (\w+)\)", source)
    return handler.__globals__[found[1]] if found else None
