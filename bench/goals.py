"""What was promised of the solver, and whether this run shows it."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from bench.measure import (
    Pair,
    gap,
    median,
    pairs_of,
    percent,
    percentile,
    proven,
    seconds,
    share,
)
from bench.methods import METHODS
from bench.results import Results, Row
from bench.sizes import ALL, SIZES
from dispatch.routing.problem.parameters import LEVELS, Vector

OVERRUN = 1.05
"""A solve is in time when it ends within its limit and a twentieth."""


class Goal(NamedTuple):
    """``reached`` is None where the run does not say."""

    text: str
    reached: bool | None
    measured: str


def goals_of(results: Results, /) -> Iterator[Goal]:
    """Every goal, in the order of the sizes."""
    yield from _normal(results)
    yield from _surge(results)
    yield from _disaster(results)
    yield from _continental(results)
    yield _shared(results)
    yield _never_worse(results)


def _normal(results: Results) -> Iterator[Goal]:
    rows = results.of("compare", "normal", "ours")
    yield _all_proven("normal: all seven levels proven on every seed", rows)
    yield _at_most("normal: 99 % of solves within 20 ms", rows, 0.99, 0.020)
    asked = results.of("server", "normal")
    yield _at_most("normal: 99 % of plans within 50 ms inside the server", asked, 0.99, 0.050)


def _surge(results: Results) -> Iterator[Goal]:
    rows = results.of("compare", "surge", "ours")
    yield _all_proven("surge: all seven levels proven on every seed", rows)
    yield _at_most("surge: half of the solves within 100 ms", rows, 0.5, 0.100)
    yield _at_most("surge: 99 % of solves within 300 ms", rows, 0.99, 0.300)


def _disaster(results: Results) -> Iterator[Goal]:
    first = [row for row in results.of("ladder", "disaster", "ours") if row.task.limit_s == 0]
    yield _at_most("disaster: a first plan within 0.2 s, on every seed", first, 1.0, 0.2)
    rows = results.of("compare", "disaster", "ours")
    flags = [proven(row, 3) and _in_time(row) for row in rows]
    text = "disaster: longest and summed priority 0 proven within 5 s, on every seed"
    yield _goal(text, flags, f"{share(flags)}; {_longest(rows)}")
    worst = [max(gap(row, level) for level in range(len(LEVELS))) for row in rows]
    flags = [each <= 0.01 and _in_time(row) for each, row in zip(worst, rows, strict=True)]
    said = f"{share(flags)}; worst level of the median seed {percent(median(worst))}"
    yield _goal(
        "disaster: every level within 1 % of its bound in 5 s, on every seed", flags, said
    )


def _continental(results: Results) -> Iterator[Goal]:
    rows = results.of("compare", "continental", "ours")
    flags = [gap(row, 2) <= 0.01 and _in_time(row) for row in rows]
    worst = percent(max((gap(row, 2) for row in rows), default=math.nan))
    text = "continental: summed priority 0 within 1 % of a proven bound in 10 s"
    yield _goal(text, flags, f"{share(flags)}; worst gap {worst}; {_longest(rows)}")
    yield _dominates(results, "compare", "nearest-idle", "nearest idle unit")
    for name in ("vroom", "pyvrp"):
        yield _dominates(
            results, "tenfold", name, f"{METHODS[name].title} given ten times the time"
        )


def _dominates(results: Results, part: str, method: str, said: str) -> Goal:
    """Where the other gave no answer, there is nothing to be better than."""
    pairs = pairs_of(results, part, "continental", method)
    silent = len(results.of(part, "continental", method)) - len(pairs)
    flags = [_no_worse_anywhere(each.our_vector, each.vector) for each in pairs]
    also = f"; no answer on {silent}" if silent else ""
    return _goal(f"continental: better on every level than {said}", flags, share(flags) + also)


def _shared(results: Results) -> Goal:
    """Our seconds to the proof against PyVRP's first plan within 1 % of it."""
    theirs = {row.task.seed: row for row in results.of("shared", "surge", "pyvrp")}
    flags, ours_s, theirs_s = [], [], []
    for row in results.of("shared", "surge", "ours"):
        peer = theirs.get(row.task.seed)
        if peer and row.vector:
            near_s = first_within(peer, row.vector[-1], 0.01)
            flags.append(proven(row) and row.took_s < near_s)
            ours_s.append(row.took_s)
            theirs_s.append(near_s)
    text = "hard windows, least drive: proven before PyVRP is within 1 %, on every seed"
    said = (
        f"median {seconds(median(ours_s))} to our proof, {seconds(median(theirs_s))} to PyVRP"
    )
    return _goal(text, flags, f"{share(flags)}; {said} within 1 %")


def first_within(row: Row, best: int, part: float, /) -> float:
    """Seconds of its search until a plan at most that much worse than ``best``."""
    near = (at_s for at_s, value in row.improved if value <= (1 + part) * best)
    return next(near, math.inf)


def lexicographic_losses(results: Results, /) -> tuple[Pair, ...]:
    """Every instance on which another method's plan is better than ours."""
    return tuple(
        each
        for part in ("compare", "growth", "tenfold")
        for size in ALL
        for method in METHODS
        for each in pairs_of(results, part, size, method)
        if each.vector < each.our_vector
    )


def _never_worse(results: Results) -> Goal:
    lost = lexicographic_losses(results)
    compared = [
        each
        for size in SIZES
        for method in METHODS
        if method != "ours"
        for each in pairs_of(results, "compare", size, method)
    ]
    reached = not lost if compared else None
    return Goal(
        "never worse than any of them in the order of levels, on any seed",
        reached,
        f"worse in {len(lost)} of {len(compared)} comparisons",
    )


def _all_proven(text: str, rows: tuple[Row, ...]) -> Goal:
    flags = [proven(row) for row in rows]
    return _goal(text, flags, share(flags))


def _at_most(text: str, rows: tuple[Row, ...] | list[Row], part: float, limit_s: float) -> Goal:
    if not rows:
        return Goal(text, None, "not in this run")
    value_s = percentile((row.took_s for row in rows), part)
    return Goal(text, value_s <= limit_s, f"{seconds(value_s)}, {len(rows)} solves")


def _goal(text: str, flags: list[bool], measured: str) -> Goal:
    if not flags:
        return Goal(text, None, "not in this run")
    return Goal(text, all(flags), measured)


def _in_time(row: Row) -> bool:
    return row.took_s <= OVERRUN * row.task.limit_s


def _longest(rows: tuple[Row, ...]) -> str:
    times = [row.took_s for row in rows if row.vector]
    return f"longest solve {seconds(max(times, default=math.nan))}"


def _no_worse_anywhere(ours: Vector, theirs: Vector) -> bool:
    return ours != theirs and all(a <= b for a, b in zip(ours, theirs, strict=True))
