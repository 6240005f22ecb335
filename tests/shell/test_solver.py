"""The solver's own process: warm, overrun, ended from outside."""

import asyncio
import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dispatch.adapters.solver import Solver
from dispatch.kernel import Refused
from dispatch.routing.problem.parse_instance import parse_instance
from tests.waits import PATIENCE_S, patiently, wait_until

PLANS = Path(__file__).parent.parent / "core" / "routing" / "plans"

SMALL = parse_instance((PLANS / "plan-s01-busy-unit-is-closer.json").read_text())
LARGE = parse_instance((PLANS / "plan-L2-surge-60x60.json").read_text())


@pytest.fixture
async def solver():
    made = Solver(time_limit_s=5)
    await made.start()
    yield made
    made.close()


def processes_of(solver):
    return list(solver._pool._processes)


def is_at_work(pool):
    return any(each.future.running() for each in pool._pending_work_items.values())


async def test_started_solver_has_all_it_needs(solver):
    loaded = "'dispatch.routing.search.neighbourhood' in __import__('sys').modules"
    assert await asyncio.wrap_future(solver._ready()[0].submit(eval, loaded))


async def test_solver_not_ready_yet_gives_the_greedy_plan_and_goes_on(solver, monkeypatch):
    pool, _ = solver._ready()
    monkeypatch.setattr("dispatch.adapters.solver.PATIENCE_S", -4.9)
    solver._readying = asyncio.get_running_loop().create_future()
    proposed = await solver.plan(SMALL, frozenset())
    assert proposed.solution.fallback_reason == "starting"
    solver._readying.set_result(None)
    monkeypatch.setattr("dispatch.adapters.solver.PATIENCE_S", 1.5)
    assert (await solver.plan(SMALL, frozenset())).solution.method == "exact"
    assert solver._pool is pool


async def test_plan_is_made_in_another_process(solver):
    assert processes_of(solver) != [os.getpid()]
    proposed = await solver.plan(SMALL, frozenset())
    assert proposed.solution.method == "exact"
    assert proposed.solve_s > 0


async def test_event_loop_goes_on_while_it_solves(solver):
    ticks = 0
    planning = asyncio.create_task(solver.plan(LARGE, frozenset()))
    async with patiently():
        while not planning.done():
            await asyncio.sleep(0.01)
            ticks += 1
    assert ticks > 3


async def test_process_ended_from_outside_gives_the_greedy_plan_once(solver):
    os.kill(processes_of(solver)[0], signal.SIGKILL)
    first = await solver.plan(SMALL, frozenset())
    await solver.start()
    second = await solver.plan(SMALL, frozenset())
    assert (first.solution.method, second.solution.method) == ("greedy", "exact")


async def test_ctrl_c_of_the_group_leaves_it_working(solver):
    for name in (signal.SIGINT, signal.SIGTERM):
        os.kill(processes_of(solver)[0], name)
    proposed = await solver.plan(SMALL, frozenset())
    assert proposed.solution.method == "exact"


async def test_overrun_is_ended_and_replaced_by_the_greedy_plan(solver, monkeypatch):
    monkeypatch.setattr("dispatch.adapters.solver.PATIENCE_S", -4.999)
    proposed = await solver.plan(LARGE, frozenset())
    assert proposed.solution.method == "greedy"
    assert proposed.solution.fallback_reason == "no_time"
    assert len(proposed.explained) == 60


async def test_fault_of_the_solver_is_told_and_replaced_by_the_greedy_plan(solver):
    """In its process alone, so that the plan made in its stead is made as ever."""
    spoilt = "from dispatch.routing.exact import rounds; rounds.solved = None"
    await asyncio.wrap_future(solver._ready()[0].submit(exec, spoilt))
    proposed = await solver.plan(SMALL, frozenset())
    assert (proposed.solution.method, proposed.solution.fallback_reason) == ("greedy", "failed")
    assert proposed.solution.plan.routes


async def test_refusal_is_no_fault_of_the_solver(solver):
    with pytest.raises(Refused) as refused:
        await solver.plan(SMALL, frozenset({"nobody"}))
    assert refused.value.code == "pin_impossible"


async def test_end_while_it_plans_is_no_fault_to_be_told(solver):
    """Ctrl-C ends whoever waits for the plan, then the process that makes it."""
    told = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, about: told.append(about))
    pool, _ = solver._ready()
    planning = asyncio.create_task(solver.plan(LARGE, frozenset()))
    async with patiently():
        while not (planning.done() or is_at_work(pool)):  # noqa: ASYNC110 -- no event
            await asyncio.sleep(0)
    planning.cancel()
    await asyncio.wait({planning}, timeout=PATIENCE_S)
    assert planning.cancelled()
    del planning, pool
    solver.close()
    for _ in range(10):
        await asyncio.sleep(0)
        gc.collect()
    loop.set_exception_handler(None)
    assert told == []


ORPHAN = """
import asyncio, os, signal
from dispatch.adapters.solver import Solver

async def main():
    solver = Solver(1.0)
    await solver.start()
    print(*solver._pool._processes, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_killed_server_leaves_no_solver_behind(tmp_path):
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN)
    ended = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert ended.returncode == -signal.SIGKILL
    worker = int(ended.stdout)
    wait_until(lambda: not Path(f"/proc/{worker}").exists())
