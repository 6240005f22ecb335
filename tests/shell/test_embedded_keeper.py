"""An embedded server that ends while people work: back by itself, or a sentence at the end."""

import asyncio
import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from dispatch.cli.say import sentence
from dispatch.kernel import Unavailable
from dispatch.store.embedded.keeper import PAUSES_S, STEADY_S, keep
from dispatch.store.embedded.process import answers
from dispatch.store.embedded.server import SOCKET_NAME, RunningPostgres
from dispatch.store.embedded.start import start_postgres
from tests.waits import patiently, until

pytestmark = pytest.mark.postgres

AT_ONCE = (0.0, 0.0)
NOT_STEADY = lambda: 0.0  # noqa: E731 -- a clock that stands


@pytest.fixture
def running():
    folder = Path(tempfile.mkdtemp(prefix="csi test "))
    folder.chmod(0o755)
    started = start_postgres(folder / "data", on_step=lambda _: None)
    yield started
    started.stop()
    shutil.rmtree(folder, ignore_errors=True)


def killed(running: RunningPostgres) -> int:
    pid = running.pid
    os.kill(pid, signal.SIGKILL)
    return pid


async def test_killed_server_is_back_at_the_same_address(running):
    address = running.url
    keeping = asyncio.create_task(keep(running))
    before = killed(running)
    with capture_logs() as logs:
        await until(lambda: running.pid != before and running.is_alive)
        await until(lambda: answers(running.socket_dir / SOCKET_NAME))
        await until(lambda: "database_started_again" in {each["event"] for each in logs})
    keeping.cancel()
    assert running.url == address
    told = [each["event"] for each in logs if each["event"] != "database_starting"]
    assert told == ["database_ended", "database_started_again"]


async def killed_and_back(running: RunningPostgres, keeping: asyncio.Task[None]) -> None:
    before = killed(running)
    await until(lambda: keeping.done() or running.pid != before)
    await until(lambda: keeping.done() or answers(running.socket_dir / SOCKET_NAME))


async def test_server_that_ends_again_and_again_is_given_up(running):
    keeping = asyncio.create_task(keep(running, pauses_s=AT_ONCE, steady=NOT_STEADY))
    for _ in range(len(AT_ONCE) + 1):
        assert not keeping.done()
        await killed_and_back(running, keeping)
    with pytest.raises(Unavailable) as caught:
        async with patiently():
            await keeping
    assert caught.value.what == "database_not_back"
    assert caught.value.facts["tries"] == len(AT_ONCE)


async def test_server_that_ran_for_long_gets_all_its_tries_again(running):
    hour_s = iter(range(0, 100_000 * 3600, 3600))
    keeping = asyncio.create_task(
        keep(running, pauses_s=AT_ONCE[:1], steady=lambda: float(next(hour_s)))
    )
    for _ in range(3):
        await killed_and_back(running, keeping)
        assert not keeping.done()
    keeping.cancel()


def without_control_file(cluster: Path) -> None:
    (cluster / "global" / "pg_control").unlink()


@pytest.mark.parametrize("spoil", [without_control_file, shutil.rmtree])
async def test_what_cannot_come_back_ends_in_a_sentence_that_says_what_to_do(
    running, monkeypatch, spoil
):
    monkeypatch.setenv("CSI_LANGUAGE", "en")
    killed(running)
    spoil(running.data_dir / "postgresql-18")
    with capture_logs() as logs, pytest.raises(Unavailable) as caught:
        async with patiently():
            await keep(running, pauses_s=AT_ONCE, steady=NOT_STEADY)
    assert caught.value.what == "database_not_back"
    said = sentence(caught.value)
    assert str(running.log) in said
    assert "start the program again" in said
    tried = [each["tried"] for each in logs if each["event"] == "database_not_started"]
    assert tried == [1, 2]


async def test_cause_that_has_its_own_remedy_is_told_as_it_is(running, monkeypatch):
    def full(_: object) -> None:
        raise Unavailable("disk_full", path="/", needed_mb=1)

    monkeypatch.setattr(running, "start_again", full)
    killed(running)
    with pytest.raises(Unavailable) as caught:
        await keep(running, pauses_s=AT_ONCE, steady=NOT_STEADY)
    assert caught.value.what == "disk_full"


async def test_stopped_server_is_not_started_again(running):
    running.stop()
    running.start_again(lambda _: None)
    assert not running.is_alive


def test_tries_are_bounded_and_end_within_the_time_after_which_they_count_anew():
    assert sum(PAUSES_S) < STEADY_S
