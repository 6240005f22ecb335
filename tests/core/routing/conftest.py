"""No test of the assignment spends its seconds on compiling."""

import pytest

from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.warm_up import warm_up
from tests.waits import PATIENCE_S


@pytest.fixture(scope="session", autouse=True)
def compiled_loops() -> None:
    """Every loop as machine code, also on a machine that never ran one."""
    warm_up(SolveLimits(wall_s=PATIENCE_S))
