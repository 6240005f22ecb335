"""A simulated month under four policies: what re-planning gains, and what it costs the crews.

``python -m bench.month`` prints one Markdown table for each load: means over the replications
and, against the nearest idle unit, paired differences with their 95 % interval.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from multiprocessing import get_context
from statistics import mean, quantiles, stdev
from time import perf_counter

from bench.month_engine import Journey, simulate
from bench.month_policies import POLICIES
from bench.month_world import DAY_MIN, Region, month, region
from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Priority

FIRST, FREE = "nearest idle", "re-plan freely"


@dataclass(frozen=True)
class Scene:
    """How many times the nominal demand, for how long; the warm-up isn't counted."""

    load: float
    days: float
    warm_up_days: float


SCENES = (Scene(1, 30, 0.5), Scene(10, 6, 0.25), Scene(20, 3, 0.25))


@dataclass(frozen=True)
class Outcome:
    """One month under one policy."""

    transfers: int
    p0_mean_min: float
    p0_p90_min: float
    broken_pct: float
    empty_min: float
    undone: float
    plans: int
    plan_ms: float


@cache
def _region() -> Region:
    return region()


def outcomes(task: tuple[int, Scene, tuple[str, ...]]) -> dict[str, Outcome]:
    """Every policy on the same month."""
    seed, scene, names = task
    days = scene.warm_up_days + scene.days
    drawn = month(_region(), seed=seed, load=scene.load, days=days)
    found = {}
    for name in names:
        started_s = perf_counter()
        run = simulate(_region(), drawn, POLICIES[name])
        spent_ms = 1000 * (perf_counter() - started_s)
        counted = [
            each
            for each in run.journeys.values()
            if each.patient.agreed_min >= scene.warm_up_days * DAY_MIN
        ]
        found[name] = _outcome(counted, run.plans, spent_ms)
    return found


def _outcome(counted: Sequence[Journey], plans: int, spent_ms: float) -> Outcome:
    zero = [_response_min(each) for each in counted if _is_zero(each)]
    rest = [_response_min(each) for each in counted if not _is_zero(each)]
    return Outcome(
        transfers=len(counted),
        p0_mean_min=mean(zero),
        p0_p90_min=quantiles(zero, n=10)[-1],
        broken_pct=100 * mean(wait > criterion("window_min") for wait in rest),
        empty_min=mean(each.empty_min for each in counted),
        undone=sum(each.undone for each in counted) / len(counted),
        plans=plans,
        plan_ms=spent_ms / max(1, plans),
    )


def _is_zero(journey: Journey) -> bool:
    return journey.patient.priority is Priority.ZERO


def _response_min(journey: Journey) -> float:
    assert journey.bedside_min is not None
    return journey.bedside_min - journey.patient.agreed_min


def half_width(values: Sequence[float]) -> float:
    """Half of the 95 % interval of the mean, by Student's t (Cornish-Fisher)."""
    z, df = 1.959964, len(values) - 1
    t = z + (z**3 + z) / (4 * df) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * df**2)
    return t * stdev(values) / sqrt(len(values))


def share_kept(runs: Sequence[dict[str, Outcome]], name: str) -> tuple[float, float]:
    """The part of free re-planning's gain that the policy keeps, and its jackknife interval."""

    def share(some: Sequence[dict[str, Outcome]]) -> float:
        base = mean(each[FIRST].p0_mean_min for each in some)
        gained = base - mean(each[name].p0_mean_min for each in some)
        return 100 * gained / (base - mean(each[FREE].p0_mean_min for each in some))

    whole, count = share(runs), len(runs)
    left_out = [share([*runs[:index], *runs[index + 1 :]]) for index in range(count)]
    pseudo = [count * whole - (count - 1) * each for each in left_out]
    return whole, half_width(pseudo)


def table(scene: Scene, runs: Sequence[dict[str, Outcome]]) -> str:
    """The scene's results as Markdown."""
    names = tuple(runs[0])
    transfers = mean(each[names[0]].transfers for each in runs)
    lines = [
        f"### × {scene.load:g}: {scene.days:g} days, {transfers:.0f} transfers, "
        f"{len(runs)} replications",
        "",
        "| policy | P0 mean | against nearest idle | P0 p90 | broken | empty min "
        "| re-plans per transfer | gain kept | ms per plan |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [_row(name, runs) for name in names]
    return "\n".join(lines)


def _row(name: str, runs: Sequence[dict[str, Outcome]]) -> str:
    mine = [each[name] for each in runs]

    def of(field: Callable[[Outcome], float]) -> float:
        return mean(field(each) for each in mine)

    apart = [each[name].p0_mean_min - each[FIRST].p0_mean_min for each in runs]
    undone = [each.undone for each in mine]
    kept = "–"
    if FREE in runs[0] and name not in {FIRST, FREE}:
        share, width = share_kept(runs, name)
        kept = f"{share:.1f} ± {width:.1f} %"
    cells = (
        name,
        f"{of(lambda each: each.p0_mean_min):.1f}",
        "–" if name == FIRST else f"{mean(apart):+.2f} ± {half_width(apart):.2f}",
        f"{of(lambda each: each.p0_p90_min):.1f}",
        f"{of(lambda each: each.broken_pct):.2f} %",
        f"{of(lambda each: each.empty_min):.1f}",
        f"{mean(undone):.3f} ± {half_width(undone):.3f}",
        kept,
        f"{of(lambda each: each.plan_ms):.1f}" if mine[0].plans else "–",
    )
    return f"| {' | '.join(cells)} |"


def main(arguments: Sequence[str]) -> None:
    """Run the scenes that are asked for, all by default, and print their tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", type=float, help="only the scene of that load")
    parser.add_argument("--replications", type=int, default=12)
    parser.add_argument("--days", type=float, help="days counted instead of the scene's")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--policy", action="append", help="beside the nearest idle unit")
    given = parser.parse_args(arguments)
    names = (FIRST, *given.policy) if given.policy else tuple(POLICIES)
    for scene in SCENES:
        if given.load not in {None, scene.load}:
            continue
        asked = Scene(scene.load, given.days or scene.days, scene.warm_up_days)
        tasks = [(seed, asked, names) for seed in range(1, given.replications + 1)]
        with get_context("spawn").Pool(given.jobs) as pool:
            runs = pool.map(outcomes, tasks, chunksize=1)
        sys.stdout.write(table(asked, runs) + "\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
