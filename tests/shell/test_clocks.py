"""No wrong time gets into the log, and nobody is sent away by a clock that is wrong."""

from dataclasses import replace as rewired
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from dispatch.desk.sign_in import read_session, sign_in
from dispatch.kernel import Unavailable
from dispatch.live.health import readiness
from dispatch.live.hub import Hub
from dispatch.store.clocks import REFUSED_BEYOND_S, Clocks
from dispatch.watch import clocks as watcher
from tests.builders import NOON
from tests.desk_world import Clock, a_headquarters
from tests.shell.conftest import PASSWORD, _person
from tests.stores import memory_stores

IDLE_MIN = 60


class Steady:
    def __init__(self):
        self.at_s = 50.0

    def __call__(self):
        return self.at_s


class Ours:
    """Our clock and the steady one, in one machine."""

    def __init__(self):
        self.wall, self.steady = Clock(NOON), Steady()
        self.clocks = Clocks(self.wall, self.steady)

    def pass_s(self, seconds):
        self.wall.forward(seconds / 60)
        self.steady.at_s += seconds

    def set_ahead(self, seconds):
        self.wall.forward(seconds / 60)


@pytest.fixture
def ours():
    found = Ours()
    found.clocks.compared(NOON, found.clocks.now_s())
    return found


def test_clock_never_compared_is_believed():
    found = Ours()
    found.set_ahead(7200)
    assert (found.clocks.ahead_s, found.clocks.is_wrong) == (0, False)


def test_clocks_that_go_alike_are_right(ours):
    ours.pass_s(3600)
    assert ours.clocks.ahead_s == pytest.approx(0)
    ours.clocks.require_right()


@pytest.mark.parametrize("jump_s", [7200, -3600, 6, -6])
def test_clock_that_jumps_is_known_at_once_and_refused(ours, jump_s):
    ours.pass_s(10)
    ours.set_ahead(jump_s)
    assert ours.clocks.ahead_s == pytest.approx(jump_s)
    with pytest.raises(Unavailable) as failed:
        ours.clocks.require_right()
    assert (failed.value.what, failed.value.facts) == ("clock_wrong", {"seconds": jump_s})
    ours.set_ahead(-jump_s)
    ours.clocks.require_right()


def test_few_seconds_are_no_reason_to_refuse(ours):
    ours.set_ahead(REFUSED_BEYOND_S)
    assert not ours.clocks.is_wrong


def test_database_is_taken_to_have_answered_halfway(ours):
    asked_s = ours.clocks.now_s()
    ours.pass_s(4)
    ours.clocks.compared(NOON + timedelta(seconds=2), asked_s)
    assert ours.clocks.ahead_s == pytest.approx(0)


async def test_nothing_is_recorded_while_the_clock_is_wrong(world, ours):
    world.hq = rewired(world.hq, clocks=ours.clocks)
    ours.set_ahead(-3600)
    with pytest.raises(Unavailable):
        await world.opened()
    ours.set_ahead(3600)
    await world.opened()


async def test_clock_that_is_wrong_ends_no_session():
    stores, clock = memory_stores(), Clock()
    hq = a_headquarters(stores, clock, is_demo=True)
    await stores.people.add_person(_person("central"))
    token, _ = await sign_in(hq, "central", PASSWORD)
    clock.forward(120)
    assert await read_session(hq, token) is None
    clock.forward(-120)
    assert await read_session(hq, token) is not None


async def test_who_is_known_is_not_signed_out_by_a_wrong_clock(ours):
    stores = memory_stores()
    hq = a_headquarters(stores, ours.wall, is_demo=True)
    hq = rewired(hq, clocks=ours.clocks)
    await stores.people.add_person(_person("central"))
    token, _ = await sign_in(hq, "central", PASSWORD)
    ours.set_ahead((IDLE_MIN + 1) * 60)
    with pytest.raises(Unavailable):
        await read_session(hq, token)


async def test_health_tells_of_a_wrong_clock(world, ours):
    hub = Hub(rewired(world.hq, clocks=ours.clocks))
    await hub.start()
    assert readiness(hub).is_ready
    ours.set_ahead(-6)
    found = readiness(hub)
    assert (found.is_ready, found.is_clock_right, found.clock_ahead_s) == (False, False, -6)


@pytest.mark.parametrize(
    ("ahead_s", "told"), [(0.4, None), (-2, "clock_differs"), (9, "clock_wrong")]
)
async def test_comparison_is_told_in_the_logs(world, ours, ahead_s, told):
    class Log:
        async def read_clock(self):
            return ours.wall() - timedelta(seconds=ahead_s)

    with capture_logs() as logs:
        await watcher.compare(rewired(world.hq, log=Log()), ours.clocks)
    assert ours.clocks.ahead_s == pytest.approx(ahead_s)
    assert [each["event"] for each in logs] == ([told] if told else [])


async def test_database_that_does_not_answer_leaves_what_is_known(world, ours):
    class Log:
        async def read_clock(self):
            raise Unavailable("database")

    ours.set_ahead(60)
    await watcher.compare(rewired(world.hq, log=Log()), ours.clocks)
    assert ours.clocks.is_wrong


async def test_memory_has_no_other_clock(world, ours):
    await watcher.compare(world.hq, ours.clocks)
    await watcher.run(world.hq)


async def test_database_says_its_clock(postgres_world):
    assert (await postgres_world.hq.log.read_clock()).tzinfo is not None
