"""Which solves a run makes, and in what order."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bench.methods import METHODS
from bench.results import Task
from bench.sizes import ALL, BETWEEN, Amount

QUICK_METHODS = tuple(each.name for each in METHODS.values() if not each.searches)
SHARED_METHODS = ("ours", "routing", "vroom", "pyvrp")
TENFOLD_METHODS = ("vroom", "pyvrp")

PARTS = ("compare", "tenfold", "growth", "server", "shared", "ladder")
"""The parts of the report, in their order."""

LADDER_S = (0.0, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)
"""Limits under which ours is asked again, for what its best plan is by then."""


class Extent(NamedTuple):
    """How much a run does: seeds by size, of the shared problem, of the ladder of limits."""

    amounts: Mapping[str, Amount]
    methods: tuple[str, ...]
    shared_seeds: int
    shared_limit_s: float
    ladder_seeds: int


def tasks_of(extent: Extent, /) -> Iterator[Task]:
    """Every solve, ours before the others of the same instance."""
    for size in extent.amounts:
        yield from _compared(extent, size)
    yield from _in_server(extent)
    yield from _shared(extent)
    yield from _ladder(extent)


def _compared(extent: Extent, size: str) -> Iterator[Task]:
    amount, limit_s = extent.amounts[size], ALL[size].limit_s
    alone = {"ours", *QUICK_METHODS} if size in BETWEEN else {"ours"}
    part = "growth" if size in BETWEEN else "compare"
    for seed in range(max(amount.everyone, amount.ours)):
        asked = extent.methods
        if seed >= amount.everyone:
            asked = tuple(name for name in asked if name in alone)
        for name in asked:
            yield Task(part, size, seed, name, limit_s)
        if seed < amount.tenfold:
            for name in TENFOLD_METHODS:
                if name in asked:
                    yield Task("tenfold", size, seed, name, 10 * limit_s)


def _in_server(extent: Extent) -> Iterator[Task]:
    if "normal" in extent.amounts and "ours" in extent.methods:
        for seed in range(extent.amounts["normal"].everyone):
            yield Task("server", "normal", seed, "in-server", ALL["normal"].limit_s)


def _shared(extent: Extent) -> Iterator[Task]:
    for seed in range(extent.shared_seeds):
        for name in SHARED_METHODS:
            if name in extent.methods:
                limit_s = extent.shared_limit_s
                yield Task("shared", "surge", seed, name, limit_s, only_drive=True)


def _ladder(extent: Extent) -> Iterator[Task]:
    for size in ("surge", "disaster"):
        if size in extent.amounts and "ours" in extent.methods:
            for seed in range(min(extent.ladder_seeds, extent.amounts[size].ours)):
                for limit_s in LADDER_S:
                    yield Task("ladder", size, seed, "ours", limit_s)
