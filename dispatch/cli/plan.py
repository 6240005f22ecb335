"""``csi plan``: the best plan for an instance of the assignment problem, and its judge."""

import sys
from math import isnan
from pathlib import Path
from time import perf_counter
from typing import NoReturn

import msgspec
import rich_click as click
from rich.text import Text

from dispatch.cli.say import FOUND, err, fail, known_failures, tell, text
from dispatch.kernel import Refused, Unavailable
from dispatch.routing.assign_units import LevelResult, Method, Solution, assign_units
from dispatch.routing.judge.check_plan import PlanFault, check_plan
from dispatch.routing.judge.check_proof import check_proof
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.problem.parameters import LEVELS, Vector
from dispatch.routing.problem.parse_instance import parse_instance, unread_keys
from dispatch.routing.problem.plan import plan_document
from dispatch.routing.problem.proof import LevelProof
from dispatch.routing.problem.stated_plan import contradictions, parse_stated_plan
from dispatch.routing.problem.unserved import Unserved
from dispatch.routing.warm_up import warm_up

LONGEST_S = 86_400.0
"""A day: nobody waits longer for a plan."""

READY_S = 300.0
"""Seconds within which the slowest machine has compiled the solver."""

LARGEST_BYTES = 200_000_000
"""Longer files are no instance; reading them would only fill the memory."""

LARGEST_PAIRS = 10_000_000
"""Transfers by units beyond which not even the quick plan comes in time."""

LARGEST_LOCATIONS = 4_000
"""Locations beyond which the minutes between them fill the memory."""


class Printed(msgspec.Struct, frozen=True):
    """The answer on standard output, as one JSON object."""

    vector: Vector
    names: tuple[str, ...]
    plan: dict[str, list[list[str]]]
    proved: tuple[str, ...]
    bounds: dict[str, int]
    gap: dict[str, int]
    solve_s: float = msgspec.field(name="seconds")
    method: Method
    unserved: tuple[Unserved, ...]
    proofs: tuple[LevelProof, ...]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("plan_file", required=False, metavar="[PLAN]", type=click.Path(path_type=Path))
@click.option(
    "--time-limit",
    "time_limit_s",
    default=10.0,
    show_default=True,
    type=click.FloatRange(0, LONGEST_S),
    help="Seconds for the solver; a plan comes even with 0.",
)
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0, 2**31 - 1))
@click.option("--check", is_flag=True, help="Judge PLAN instead, without the solver.")
def plan(
    file: Path,
    plan_file: Path | None,
    *,
    time_limit_s: float,
    seed: int,
    check: bool,
) -> None:
    """Plan units for the transfers of the instance FILE (- is standard input).

    Prints one JSON object. With --check it says whether PLAN (such an object, or only the trips
    of each unit) is feasible, and whether its vector and its proof are right; without PLAN, the
    answer that FILE itself carries.

    What stands in FILE, with an example that runs: docs/files.md.
    """
    if plan_file is not None and not check:
        raise click.UsageError(text("cli-plan-only-checked"))
    with known_failures():
        content = _read(file)
        instance = _instance(file, content)
        if check and plan_file is None and not _carries_plan(content):
            fail(text("cli-plan-no-answer", file=str(file)))
        if check:
            _check(instance, content if plan_file is None else _read(plan_file))
            return
        # The first time on a machine this compiles for a while, which is no part of the limit.
        warm_up(SolveLimits(wall_s=READY_S, clock=perf_counter))
        started_s = perf_counter()
        limits = SolveLimits(wall_s=_number(time_limit_s), seed=seed, clock=perf_counter)
        solution = assign_units(instance, limits=limits)
    printed = _printed(solution, perf_counter() - started_s)
    sys.stdout.write(msgspec.json.encode(printed).decode() + "\n")


def _number(limit_s: float) -> float:
    """The limit; NaN is within every range."""
    if isnan(limit_s):
        raise click.BadParameter("NaN", param_hint="--time-limit")
    return limit_s


def _read(path: Path) -> bytes:
    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as source:
            content = source.read(LARGEST_BYTES + 1)
    except OSError as failure:
        raise Unavailable(
            "file_not_readable", path=str(path), why=failure.strerror
        ) from failure
    if len(content) > LARGEST_BYTES:
        _too_large(f"> {LARGEST_BYTES} bytes", f"{LARGEST_BYTES} bytes")
    return content


def _instance(file: Path, content: bytes) -> Instance:
    """The instance, or the end of the program with the first fault by its path."""
    try:
        instance = parse_instance(content)
    except Refused as refused:
        path = f"$.{refused.field}" if refused.field else "$"
        known = {name: refused.facts.get(name) for name in ("problem", "value", "allowed")}
        said = "cli-fault-nothing" if known["value"] is None else "cli-plan-fault"
        fail(text(said, file=str(file), path=path, **known))
    pairs = len(instance.units) * len(instance.transfers)
    if pairs > LARGEST_PAIRS:
        _too_large(f"units × transfers = {pairs}", str(LARGEST_PAIRS))
    if len(instance.locations) > LARGEST_LOCATIONS:
        _too_large(f"locations = {len(instance.locations)}", str(LARGEST_LOCATIONS))
    for key in unread_keys(content):
        err.print(Text(text("cli-plan-unread", key=key)), soft_wrap=True)
    return instance


def _too_large(found: str, allowed: str) -> NoReturn:
    fail(text("cli-plan-too-large", found=found, allowed=allowed))


def _printed(solution: Solution, solve_s: float) -> Printed:
    levels: tuple[LevelResult, ...] = solution.levels
    return Printed(
        vector=solution.vector,
        names=LEVELS,
        plan=plan_document(solution.plan),
        proved=tuple(level.name for level in levels if level.proven),
        bounds={level.name: level.bound for level in levels},
        gap={level.name: level.value - level.bound for level in levels},
        solve_s=round(solve_s, 3),
        method=solution.method,
        unserved=solution.unserved,
        proofs=solution.proofs,
    )


def _carries_plan(content: bytes) -> bool:
    """Whether an instance comes with a plan of its own."""
    keys = msgspec.json.decode(content, type=dict[str, msgspec.Raw]).keys()
    return not keys.isdisjoint({"optimum", "best_known", "plan"})


def _check(instance: Instance, content: bytes) -> None:
    """Say what the independent judge finds; end with 1 when anything is wrong."""
    stated = parse_stated_plan(content)
    checked = check_plan(instance, stated.plan)
    if checked.vector is None:
        _name(checked.faults)
        fail(text("cli-plan-infeasible", count=len(checked.faults)), code=FOUND)
    tell("cli-plan-feasible", vector=_written(checked.vector))
    wrong = contradictions(stated, checked.vector)
    for each in wrong:
        facts = {"level": each.level, "stated": str(each.stated), "found": str(each.found)}
        err.print(Text(text(f"cli-plan-{each.code}", **facts)), soft_wrap=True)
    if wrong:
        fail(text("cli-plan-claims-wrong", count=len(wrong)), code=FOUND)
    tell("cli-plan-no-claim" if stated.vector is None else "cli-plan-vector-right")
    _check_proof(instance, checked.vector, stated.proofs)


def _check_proof(instance: Instance, vector: Vector, proof: tuple[LevelProof, ...]) -> None:
    """Say what the prices of each level really bound; end with 1 when that is less."""
    judged = [check_proof(instance, vector, each) for each in proof]
    for each in judged:
        facts = {"claimed": str(each.claimed), "verified": str(each.verified)}
        code = "verified" if each.holds else "unverified"
        tell(f"cli-plan-bound-{code}", level=LEVELS[each.level], **facts)
    if not all(each.holds for each in judged):
        fail(text("cli-plan-proof-wrong"), code=FOUND)


def _name(faults: tuple[PlanFault, ...]) -> None:
    for fault in faults:
        facts = msgspec.structs.asdict(fault)
        err.print(Text(text(f"cli-plan-{facts.pop('code')}", **facts)), soft_wrap=True)


def _written(vector: Vector) -> str:
    return "[" + ", ".join(str(value) for value in vector) + "]"
