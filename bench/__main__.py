"""``python -m bench``: run the comparison and write its report.

Without options it is the whole run, about three quarters of an hour on two cores, and it renews
``bench/results.jsonl``, ``docs/benchmarks.md`` and its figure. Anything less writes to
``var/bench`` and leaves those alone. A run that was interrupted goes on where it stopped
when it is asked again at the same commit. ``--renew disaster shared`` measures those sizes and
parts again and keeps the other rows that are published, each with its commit.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.methods import METHODS
from bench.plan_runs import PARTS, Extent, tasks_of
from bench.report import write_report
from bench.results import (
    PUBLISHED,
    Row,
    read_results,
    rows_to_keep,
    unfinished_rows,
    write_results,
)
from bench.run import ROOT, machine, run
from bench.sizes import ALL, FULL, QUICK, Amount
from bench.solve import WARM_S
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.warm_up import warm_up

DOCS = ROOT / "docs"
ASIDE = ROOT / "var" / "bench"
UNFINISHED = ASIDE / "unfinished.jsonl"


def main(arguments: Sequence[str], /) -> int:
    """Run what was asked and say where the report is."""
    asked = _parser().parse_args(arguments)
    partial = asked.quick or asked.sizes or asked.seeds or asked.methods
    folder: Path | None = asked.out or (ASIDE if partial else None)
    kept = folder / "results.jsonl" if folder else PUBLISHED
    if not asked.report:
        write_results(kept, machine(), _rows(_extent(asked), tuple(asked.renew)))
    page = write_report(read_results(kept), folder or DOCS)
    sys.stdout.write(f"{page.relative_to(ROOT) if page.is_relative_to(ROOT) else page}\n")
    return 0


def _rows(extent: Extent, renew: tuple[str, ...]) -> tuple[Row, ...]:
    """Every row of the run; one that was interrupted at the same commit goes on."""
    here = machine()
    kept = rows_to_keep(read_results(PUBLISHED), renew) if renew else {}
    sys.stderr.write("compiling what no earlier run here did…\n")
    warm_up(SolveLimits(wall_s=WARM_S, clock=time.perf_counter))
    earlier = kept | unfinished_rows(UNFINISHED, here)
    rows = write_results(UNFINISHED, here, run(tuple(tasks_of(extent)), earlier))
    UNFINISHED.unlink()
    return rows


def _extent(asked: argparse.Namespace) -> Extent:
    amounts = dict(QUICK if asked.quick else FULL)
    if asked.sizes:
        amounts = {name: amounts.get(name, FULL[name]) for name in asked.sizes}
    if asked.seeds:
        amounts = {name: _capped(each, asked.seeds) for name, each in amounts.items()}
    shared = amounts["surge"].everyone if "surge" in amounts else 0
    return Extent(
        amounts=amounts,
        methods=tuple(asked.methods or METHODS),
        shared_seeds=shared,
        shared_limit_s=3.0 if asked.quick else 5.0,
        ladder_seeds=min(3, asked.seeds or (1 if asked.quick else 3)),
    )


def _capped(amount: Amount, seeds: int) -> Amount:
    return Amount(*(min(each, seeds) for each in amount))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few minutes, to see it work")
    parser.add_argument("--sizes", nargs="+", choices=list(ALL), help="only these sizes")
    parser.add_argument(
        "--renew", nargs="+", choices=[*ALL, *PARTS], default=(), help="these alone, anew"
    )
    parser.add_argument("--seeds", type=int, help="at most so many seeds of each size")
    parser.add_argument("--methods", nargs="+", choices=list(METHODS), help="only these")
    parser.add_argument("--out", type=Path, help="write everything to this folder")
    parser.add_argument("--report", action="store_true", help="write the report again, no runs")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
