"""This project's solver as the running server has it: a process apart, asked from its loop.

The headquarters is opened as ``csi serve`` opens it, database and all. The seconds are those it
waits: sending the instance, the plan, the reasons why no other unit goes, and the way back.
"""

import asyncio
import functools
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from bench.ours import answer_of
from bench.question import AT_END, Answer, Question
from dispatch.config import read_settings
from dispatch.desk import Headquarters
from dispatch.main import open_headquarters
from dispatch.routing.problem.instance import Instance
from dispatch.routing.propose import Proposed


def in_server(instance: Instance, question: Question, /) -> Answer:
    """The plan; the first call of a process opens the headquarters and waits for its solver."""
    del question
    runner, hq = _running()
    return answer_of(runner.run(_planned(hq, instance)).solution)


async def _planned(hq: Headquarters, instance: Instance) -> Proposed:
    """Asked again while the solver's process is still starting."""
    while True:
        proposed = await hq.plan(instance, frozenset())
        if proposed.solution.fallback_reason != "starting":
            return proposed


@functools.cache
def _running() -> tuple[asyncio.Runner, Headquarters]:
    """Open until the last question is answered; the database's folder goes with it."""
    runner, stack = asyncio.Runner(), AsyncExitStack()
    folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
    Path(folder).chmod(0o755)
    AT_END.append(lambda: runner.run(stack.aclose()))
    settings = read_settings(data_dir=Path(folder) / "data")
    opened = open_headquarters(settings, is_demo=False, on_step=lambda *_: None, will_plan=True)
    return runner, runner.run(stack.enter_async_context(opened)).hq
