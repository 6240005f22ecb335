"""The tables of the report, as Markdown lines."""

import math
from collections.abc import Iterable, Iterator, Sequence

from bench.goals import first_within, goals_of
from bench.measure import (
    LEVEL_TITLES,
    Pair,
    excess,
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
from dispatch.routing.problem.parameters import LEVELS

RELATIVE = (1, 2, 6)
COUNTED = (0, 3, 4)
SAID = {True: "**yes**", False: "no", None: "not measured"}


def table(head: Sequence[str], rows: Iterable[Sequence[str]], /, *, text: int = 1) -> str:
    """A table whose first columns are text and whose others are numbers."""
    numbers = [*["---"] * text, *["--:"] * (len(head) - text)]
    lines = [head, numbers, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def goals(results: Results, /) -> str:
    """Every goal and whether it is reached."""
    rows = ((each.text, SAID[each.reached], each.measured) for each in goals_of(results))
    return table(("goal", "reached", "measured"), rows, text=3)


def quality(results: Results, part: str, size: str, /) -> str:
    """How good the plans of every method are, beside ours."""
    head = (
        *("method", "equal to ours", "better than ours"),
        *(f"{LEVEL_TITLES[level]}, median / worst" for level in RELATIVE),
        *(f"{LEVEL_TITLES[level]}, mean" for level in COUNTED),
        "lateness, mean min",
        "left out by itself, mean",
    )
    rows = (
        _quality(results.of(part, size, name), pairs)
        for name, pairs in _each_method(results, part, size)
    )
    return table(head, rows)


def _quality(rows: Sequence[Row], pairs: Sequence[Pair]) -> tuple[str, ...]:
    ours, title = rows[0].task.method == "ours", METHODS[rows[0].task.method].title
    if not pairs:
        answered = any(row.vector for row in rows)
        return (title, "ours has no answer" if answered else "no answer", *["–"] * 9)
    far = [
        [excess(each.vector[level], each.our_vector[level]) for each in pairs]
        for level in RELATIVE
    ]
    same = [each.vector == each.our_vector for each in pairs]
    better = [each.vector < each.our_vector for each in pairs]
    return (
        title,
        "" if ours else share(same),
        "" if ours else share(better),
        *("" if ours else f"{percent(median(each))} / {percent(max(each))}" for each in far),
        *(_mean(each.vector[level] for each in pairs) for level in COUNTED),
        _mean(each.vector[5] for each in pairs),
        _mean(each.row.left_out for each in pairs),
    )


def spent(results: Results, part: str, size: str, /) -> str:
    """What the answers cost: seconds and memory, and how many there were."""
    head = (
        *("method", "answers", "median", "90 %", "99 %", "worst"),
        *("to its best, median", "memory", "of it in the solve"),
    )
    rows = (
        _spent(METHODS[name].title, results.of(part, size, name))
        for name in METHODS
        if results.of(part, size, name)
    )
    return table(head, rows)


def _spent(title: str, rows: Sequence[Row]) -> tuple[str, ...]:
    answered = [row for row in rows if row.vector]
    times = [row.took_s for row in answered]
    return (
        title,
        share([bool(row.vector) for row in rows]),
        *(seconds(percentile(times, part)) for part in (0.5, 0.9, 0.99, 1.0)),
        seconds(median(row.improved[-1][0] for row in answered if row.improved)),
        _megabytes(row.peak_mb for row in answered if row.peak_mb),
        _megabytes(row.peak_mb - row.before_mb for row in answered if row.peak_mb),
    )


def bounds(results: Results, /) -> str:
    """How often ours proves each level, and how far it is from its bound where it does not."""
    head = ("size", *LEVEL_TITLES, "to the whole proof, median / worst")
    rows = []
    for size in ALL.values():
        solved = [
            *results.of("compare", size.name, "ours"),
            *results.of("growth", size.name, "ours"),
        ]
        if solved:
            levels = (_bound(solved, level) for level in range(len(LEVELS)))
            took = [row.took_s for row in solved if proven(row)]
            whole = f"{seconds(median(took))} / {seconds(max(took, default=math.nan))}"
            rows.append((size.label, *levels, whole))
    return table(head, rows)


def _bound(rows: Sequence[Row], level: int) -> str:
    gaps = [gap(row, level) for row in rows]
    flags = [proven(row, level + 1) for row in rows]
    if all(flags):
        return share(flags)
    return f"{share(flags)}; {percent(median(gaps))}, {percent(max(gaps))}"


def losses(results: Results, /) -> str:
    """On how many seeds a method is ahead of ours on a level, whatever it pays elsewhere."""
    head = ("size", "method", "seeds", *LEVEL_TITLES, "in the order of levels")
    rows = []
    for part, size, name, pairs in _compared(results):
        ahead = [
            sum(each.vector[level] < each.our_vector[level] for each in pairs)
            for level in range(len(LEVELS))
        ]
        lost = sum(each.vector < each.our_vector for each in pairs)
        title = METHODS[name].title + (", ten times the time" if part == "tenfold" else "")
        counts = (str(each) if each else "·" for each in ahead)
        rows.append((ALL[size].name, title, str(len(pairs)), *counts, f"**{lost}**"))
    return table(head, rows, text=2)


def shared(results: Results, /) -> str:
    """The problem that routing programs share: gap to the best plan of any method, seconds."""
    best: dict[int, int] = {}
    for row in results.of("shared", "surge"):
        if row.vector and not any(row.vector[:6]):
            cost = row.vector[-1]
            best[row.task.seed] = min(cost, best.get(row.task.seed, cost))
    head = (
        *("method", "all served in time", "proven", "gap, median / worst"),
        *("seconds, median", "until 1 %"),
    )
    rows = []
    for name in METHODS:
        solved = [row for row in results.of("shared", "surge", name) if row.task.seed in best]
        if solved:
            rows.append(_shared(METHODS[name].title, solved, best))
    return table(head, rows)


def _shared(title: str, rows: Sequence[Row], best: dict[int, int]) -> tuple[str, ...]:
    whole = [row for row in rows if row.vector and not any(row.vector[:6])]
    far = [excess(row.vector[-1], best[row.task.seed]) for row in whole if row.vector]
    near = [first_within(row, best[row.task.seed], 0.01) for row in rows if row.improved]
    return (
        title,
        f"{len(whole)} of {len(rows)}",
        share([proven(row) for row in rows]) if any(row.proven for row in rows) else "",
        f"{percent(median(far))} / {percent(max(far, default=math.nan))}",
        seconds(median(row.took_s for row in rows)),
        f"{seconds(median(near))}" if near else "",
    )


def ladder(results: Results, size: str, /) -> str:
    """What ours has after ever longer limits, beside what it has in the end."""
    final = {row.task.seed: row for row in results.of("compare", size, "ours")}
    steps = sorted({row.task.limit_s for row in results.of("ladder", size, "ours")})
    head = ("limit", "took, median", "as good as in the end", *LEVEL_TITLES)
    rows = []
    for limit_s in steps:
        found = [r for r in results.of("ladder", size, "ours") if r.task.limit_s == limit_s]
        both = [
            (row, row.vector, last)
            for row in found
            if row.vector and (last := final[row.task.seed].vector)
        ]
        far = (
            percent(median(excess(vector[level], last[level]) for _, vector, last in both))
            for level in range(len(LEVELS))
        )
        same = share([vector <= last for _, vector, last in both])
        took = seconds(median(row.took_s for row, _, _ in both))
        rows.append((f"{limit_s:g} s", took, same, *far))
    return table(head, rows)


def growth(results: Results, /) -> str:
    """Median seconds and largest memory of every method, by size."""
    names = [name for name in METHODS if any(row.task.method == name for row in results.rows)]
    head = ("transfers × units", *(METHODS[name].title for name in names))
    rows = []
    for size in sorted(ALL.values(), key=lambda each: each.transfers):
        cells = [_growth(results, size.name, name) for name in names]
        if any(cells):
            rows.append((f"{size.transfers} × {size.units}", *cells))
    return table(head, rows)


def _growth(results: Results, size: str, method: str) -> str:
    rows = [*results.of("compare", size, method), *results.of("growth", size, method)]
    answered = [row for row in rows if row.vector]
    if not rows:
        return ""
    if not answered:
        return "no answer"
    took = seconds(median(row.took_s for row in answered))
    return f"{took}, {_megabytes(row.peak_mb for row in answered if row.peak_mb)}"


def faults(results: Results, /) -> str:
    """What went wrong, a line for each kind; an empty text where nothing did."""
    found: dict[tuple[str, str, str], int] = {}
    for row in results.rows:
        said = row.error or ", ".join(row.faults)
        if said:
            key = (ALL[row.task.size].name, METHODS[row.task.method].title, said)
            found[key] = found.get(key, 0) + 1
    lines = ((*key, str(count)) for key, count in found.items())
    return table(("size", "method", "what it said", "solves"), lines, text=3) if found else ""


def _compared(results: Results) -> Iterator[tuple[str, str, str, Sequence[Pair]]]:
    for size in SIZES:
        for part in ("compare", "tenfold"):
            for name, pairs in _each_method(results, part, size):
                if name != "ours" and pairs:
                    yield part, size, name, pairs


def _each_method(
    results: Results, part: str, size: str
) -> Iterator[tuple[str, tuple[Pair, ...]]]:
    for name in METHODS:
        if results.of(part, size, name):
            yield name, pairs_of(results, part, size, name)


def _mean(values: Iterable[float]) -> str:
    listed = list(values)
    mean = sum(listed) / len(listed)
    return f"{mean:.0f}" if mean >= 9.95 or mean == int(mean) else f"{mean:.1f}"


def _megabytes(values: Iterable[float]) -> str:
    """The most; a dash where it was not measured."""
    most = max(values, default=math.nan)
    return "–" if math.isnan(most) else f"{most:.0f} MB"
