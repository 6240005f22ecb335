"""``csi watch``: the live board in a terminal, against a served application."""

import asyncio
import sys

import pytest
from click.testing import CliRunner, Result

from dispatch.cli import csi
from dispatch.kernel import PersonId, Unavailable
from dispatch.live import hub as room
from dispatch.live.truth import LOST_AFTER_S, OLD_AFTER_S
from dispatch.live.wire import Heartbeat, News, Snapshot
from tests.builders import NOON
from tests.shell.test_http_guards import a_request, post
from tests.waits import until

watch = sys.modules["dispatch.cli.watch"]  # in the package its name is that of the command


def follow(url: str, username: str, password: str) -> Result:
    runner = CliRunner(env={"CSI_LANGUAGE": "en", "COLUMNS": "200"})
    return runner.invoke(csi, ["watch", url, "--user", username], input=f"{password}\n")


@pytest.fixture
def frames(monkeypatch):
    """The kinds of frames that the watcher has shown."""
    kinds, show = [], watch.show

    def shown(frame, on_screen):
        show(frame, on_screen)
        kinds.append(type(frame))

    monkeypatch.setattr(watch, "show", shown)
    return kinds


async def test_watcher_sees_a_request_come_and_the_session_end(served, frames):
    calella = await served.client("calella")
    watching = asyncio.create_task(asyncio.to_thread(follow, served.url, "central", "demo"))
    await until(lambda: Snapshot in frames)
    answer = await post(calella, "/api/transfers", a_request(), key="watched-key")
    number = answer.json()["number"]
    await until(lambda: News in frames)
    await served.world.hq.people.end_sessions(person_id=PersonId("person central"))
    said = await watching
    assert "as Central: 0 open transfers" in said.stdout
    line = next(line for line in said.stdout.splitlines() if number in line)
    assert "calella" in line
    assert "requested" in line
    assert "session is over" in said.stderr
    assert said.exit_code == 2


async def test_watcher_with_a_wrong_password_is_refused(served):
    said = await asyncio.to_thread(follow, served.url, "central", "wrong")
    assert said.exit_code == 2
    assert "not right" in said.stderr


async def test_admin_may_not_watch_the_board(served):
    said = await asyncio.to_thread(follow, served.url, "admin", "demo")
    assert said.exit_code == 2
    assert "may not see the live board" in said.stderr


async def test_watcher_is_told_when_the_board_grows_old(served, frames, monkeypatch):
    async def nothing(*_):
        raise Unavailable("database")

    monkeypatch.setattr(room, "read_changes", nothing)
    watching = asyncio.create_task(asyncio.to_thread(follow, served.url, "central", "demo"))
    await until(lambda: Snapshot in frames)
    frames.clear()
    served.steady.ahead_s += OLD_AFTER_S + 1
    await until(lambda: frames.count(Heartbeat) >= 3)
    served.steady.ahead_s += LOST_AFTER_S
    said = await watching
    assert said.stdout.count("NOT UP TO DATE") == 1
    assert "connection" in said.stderr
    assert said.exit_code == 2


def test_watcher_is_told_when_the_board_is_true_again(capsys):
    shown = watch._Shown(is_old=True)
    watch.show(Heartbeat(server_at=NOON, read_at=NOON, seq=1), shown)
    watch.show(Heartbeat(server_at=NOON, read_at=NOON, seq=1), shown)
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert not shown.is_old
