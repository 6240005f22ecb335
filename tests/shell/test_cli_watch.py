"""``csi watch``: the live board in a terminal, against a served application."""

import asyncio

from click.testing import CliRunner, Result

from dispatch.cli import csi
from dispatch.kernel import PersonId
from tests.shell.test_http_guards import a_request, post


def follow(url: str, username: str, password: str) -> Result:
    runner = CliRunner(env={"CSI_LANGUAGE": "en", "COLUMNS": "200"})
    return runner.invoke(csi, ["watch", url, "--user", username], input=f"{password}\n")


async def test_watcher_sees_a_request_come_and_the_session_end(served):
    calella = await served.client("calella")
    watching = asyncio.create_task(asyncio.to_thread(follow, served.url, "central", "demo"))
    await asyncio.sleep(1)
    answer = await post(calella, "/api/transfers", a_request(), key="watched-key")
    number = answer.json()["number"]
    await asyncio.sleep(1)
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
