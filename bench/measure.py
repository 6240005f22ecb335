"""Numbers about many solves: shares, percentiles, how far a plan is from another."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.results import Results, Row
from dispatch.routing.problem.parameters import LEVELS, Vector

LEVEL_TITLES = (
    "unserved P0",
    "longest P0",
    "sum P0",
    "unserved 3 h",
    "broken windows",
    "lateness",
    "cost",
)


class Pair(NamedTuple):
    """What a method found for an instance, and what ours did."""

    row: Row
    ours: Row
    vector: Vector
    our_vector: Vector


def pairs_of(results: Results, part: str, size: str, method: str, /) -> tuple[Pair, ...]:
    """The method's answers that the judge could value, beside ours of the same seed."""
    base = "compare" if part == "tenfold" else part
    ours = {row.task.seed: row for row in results.of(base, size, "ours")}
    found = []
    for row in results.of(part, size, method):
        mine = ours.get(row.task.seed)
        if mine and mine.vector and row.vector:
            found.append(Pair(row, mine, row.vector, mine.vector))
    return tuple(found)


def percentile(values: Iterable[float], share: float, /) -> float:
    """The least value that at least this share of the values do not exceed; nan of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


def median(values: Iterable[float], /) -> float:
    """The lower middle of an even number, so that it is a value that was measured."""
    return percentile(values, 0.5)


def excess(value: int, base: int, /) -> float:
    """How much more than ``base``, as a share of it; of at least 1, so that 0 is a base too."""
    return (value - base) / max(abs(base), 1)


def gap(row: Row, level: int, /) -> float:
    """How far the level is from its own proven bound, as a share; infinite without a bound."""
    if row.vector is None or len(row.bounds) != len(LEVELS):
        return math.inf
    return excess(row.vector[level], row.bounds[level])


def proven(row: Row, levels: int = len(LEVELS), /) -> bool:
    """Whether the first so many levels are proven."""
    return len(row.proven) >= levels and all(row.proven[:levels])


def share(flags: Sequence[bool], /) -> str:
    """``17 of 20``."""
    return f"{sum(flags)} of {len(flags)}"


def percent(part: float, /) -> str:
    """A share with a sign, as people read it; a dash where nothing was measured."""
    if math.isnan(part) or math.isinf(part):
        return "–"
    if part > 10:
        return "over +1 000 %"
    digits = 0 if abs(part) >= 0.095 else 1
    shown = f"{100 * part:+.{digits}f}"
    return "0 %" if float(shown) == 0 else f"{shown} %".replace("-", "−")


def seconds(value: float, /) -> str:
    """Seconds, or milliseconds below one tenth of a second."""
    if math.isnan(value) or math.isinf(value):
        return "–"
    if value < 0.0095:
        return f"{1000 * value:.1f} ms"
    if value < 0.0995:
        return f"{1000 * value:.0f} ms"
    return f"{value:.2f} s" if value < 9.95 else f"{value:.0f} s"
