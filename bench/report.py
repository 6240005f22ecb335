"""Writes ``benchmarks.md`` and its figure from the rows of a run."""

from collections.abc import Iterator
from pathlib import Path

from bench import tables
from bench.results import Results
from bench.sizes import BETWEEN, FULL, SIZES

FIGURE = "benchmarks.svg"

HEAD = """\
# Benchmarks

Written by `make bench-routing` from one run; do not edit. What is lost is printed as what
is won.

![Left: median seconds to a plan for each method as instances grow from 6 to 3,000
transfers, both axes logarithmic. Right: how much longer the summed response to priority 0
is than in our plans, median and worst seed, for each method and size. The tables below have
the same numbers.]({figure})
"""

HOW = """\
## How it is measured

- **Instances** are drawn from seeds by `bench/instances.py`: hospitals, bases and roads of
  `data/` up to 300 transfers, a made-up plane of 900 km with 400 hospitals above. Half of
  the patients are priority 0, 7 % children; a fifth of the units is busy, a seventh on the
  road. All shares are proposed, none is observed.
- **Every solve has a process of its own**, one at a time. Imports, compilation and a first
  solve of another, tiny instance come before the clock starts. Seconds are those of the
  whole call, from instance to plan, the building of the method's model included. Memory is
  the most the process ever had, libraries and instance included.
- **Every plan is timed and valued by the same judge**, `dispatch/routing/judge/check_plan.py`,
  which shares no line with our solver. The vector has seven levels, compared in their
  order: unserved priority 0, longest and summed response, unserved 3 h, broken windows,
  lateness, cost.
- **The limit** is the same for all: {limits}.
  Ours and VROOM end sooner when they are done; VROOM has two threads, PyVRP and OR-Tools
  routing know only one. Whoever gives no answer in two and a half limits and a minute is
  stopped, and not asked again at that size.

What the others are given, because they cannot say it or were not made for it:

- VROOM, PyVRP and OR-Tools routing cannot minimise the longest response. They are told ours
  as a **hard deadline** for priority 0.
- Transfers that a method leaves out are **put at the end of its routes** by earliest
  arrival, and counted under “left out by itself”.
- VROOM and PyVRP minimise driving and coverage inside hard windows of 180 min; the windows
  they cannot meet are left out and then served late. PyVRP must serve every priority 0 in
  time, and in the shared problem everybody; where it finds no such plan it is asked again,
  for as long, with all transfers optional. OR-Tools routing also weighs the sum of
  responses, waiting, and lateness.
- The loaded drive is folded into the way to the next patient, so that a transfer is one
  stop.
- All of them take the first hospital of a transfer; one in ten has a second one, at a
  price.
- The nearest idle unit stands for the usual rule of a control room: a crew keeps the
  transfer it was given, and nobody asks when the busy ones get free. “Hungarian” assigns
  everybody's next trip at once, with the least longest response first, in rounds.
"""

LOSSES = """\
## Losses

Seeds on which another plan is ahead of ours on one level, mostly at the price of an earlier
one. Only the last column says that it is the better plan.
"""

SHARED = """\
## The problem that routing programs share

Surge instances on which our plan breaks no window; priority 0 keeps our longest response as
a hard deadline, 3 h their window, and nothing is weighed but minutes driven, loaded ones
included, and coverage. The gap is to the best plan of any method. “Until 1 %” is PyVRP's own
search time until its plan is within 1 % of that, its model already built.
"""

LADDER = """\
## How good the plan is after how long

Ours, asked again under ever shorter limits on the first seeds, beside its plan under the
full limit. This is the nearest we measure to “seconds to the best plan”: the solver keeps
no diary. A limit of 0 gives the first plan that is ever shown.
"""


def write_report(results: Results, folder: Path, /) -> Path:
    """The path of the page, written with its figure beside it."""
    # Here, so that the tables can be made without the drawing package.
    from bench.figure import write_figure  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    write_figure(results, folder / FIGURE)
    page = folder / "benchmarks.md"
    page.write_text(page_of(results), encoding="utf-8")
    return page


def page_of(results: Results, /) -> str:
    """The page, without its figure."""
    return "\n".join(_parts(results))


def is_whole(results: Results, /) -> bool:
    """Whether every size of the whole run has all its seeds."""
    return all(
        len(results.of(part, size, "ours")) >= amount.ours
        for size, amount in FULL.items()
        for part in ("growth" if size in BETWEEN else "compare",)
    )


def _parts(results: Results) -> Iterator[str]:
    yield HEAD.format(figure=FIGURE)
    machine = results.machine
    packages = ", ".join(
        f"{name} {machine[name]}"
        for name in ("ortools", "pyvroom", "pyvrp", "scipy", "numpy")
        if name in machine
    )
    yield (
        f"Measured {machine['date']} at commit `{machine['commit']}` on {machine['cores']}"
        f" cores ({machine['processor']}), Python {machine['python']}, {packages}.\n"
    )
    yield from _measured_before(results)
    if not is_whole(results):
        yield "**This is only a part of the run**, with fewer seeds or sizes: good for seeing"
        yield "that everything works, not for conclusions.\n"
    yield f"## Goals\n\n{tables.goals(results)}\n"
    limits = ", ".join(f"{each.name} {each.limit_s:g} s" for each in SIZES.values())
    yield HOW.format(limits=limits)
    for size in SIZES.values():
        if results.of("compare", size.name):
            yield f"## {size.label}\n"
            yield from _size(results, size.name)
    yield from _rest(results)


def _measured_before(results: Results) -> Iterator[str]:
    """Which rows were kept from which commit before."""
    by_commit: dict[str, dict[str, None]] = {}
    for row in results.rows:
        if row.commit not in {"", results.machine["commit"]}:
            by_commit.setdefault(row.commit, {})[row.task.size] = None
    for commit, sizes in by_commit.items():
        yield f"Kept from commit `{commit}` before: {', '.join(sizes)}.\n"


def _size(results: Results, size: str) -> Iterator[str]:
    yield tables.quality(results, "compare", size) + "\n"
    yield tables.spent(results, "compare", size) + "\n"
    if results.of("tenfold", size):
        yield "Given ten times the time:\n"
        yield tables.quality(results, "tenfold", size) + "\n"
        yield tables.spent(results, "tenfold", size) + "\n"


def _rest(results: Results) -> Iterator[str]:
    yield "## Bounds\n\nHow many plans of ours are proven down to each level; where not"
    yield "all are, also the gap to the bound: median, worst.\n"
    yield tables.bounds(results) + "\n"
    yield f"{LOSSES}\n{tables.losses(results)}\n"
    if results.of("shared", "surge"):
        yield f"{SHARED}\n{tables.shared(results)}\n"
    for number, size in enumerate(("surge", "disaster")):
        if results.of("ladder", size):
            yield f"{'' if number else LADDER}\n**{size}**\n"
            yield tables.ladder(results, size) + "\n"
    yield "## How cost grows with size\n\nMedian seconds and most memory.\n"
    yield tables.growth(results) + "\n"
    said = tables.faults(results)
    if said:
        yield f"## What went wrong\n\n{said}\n"
