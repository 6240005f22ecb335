"""The one place that compiles: numeric loops become machine code when they are first called."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
T = TypeVar("T")


def compiled(function: Callable[P, T], /) -> Callable[P, T]:
    """The function as machine code, kept on disk between runs; exact floating point order."""
    keeps_order = numba.njit(cache=True, error_model="numpy")
    return cast("Callable[P, T]", keeps_order(function))
