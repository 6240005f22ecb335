"""The one place that compiles: numeric loops become machine code when they are first called."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
T = TypeVar("T")


def compiled(function: Callable[P, T], /) -> Callable[P, T]:
    """The function as machine code; exact floating point order.

    Kept on disk between runs where the account may write anywhere near the program or has a
    home; else every process compiles for itself.
    """
    try:
        made = numba.njit(cache=True, error_model="numpy")(function)
    except RuntimeError:
        made = numba.njit(error_model="numpy")(function)
    return cast("Callable[P, T]", made)


def is_kept() -> bool:
    """Whether the next process will find the machine code of this one."""
    return cast("Any", compiled(_probe)).stats.cache_path is not None


def _probe() -> int:
    return 0  # pragma: no cover -- compiled, never run as it stands
