"""What the logs say of an outage: that it began, that it is over, and nothing in between."""

import pytest
from structlog.testing import capture_logs

from dispatch.i18n import catalogue
from dispatch.kernel import Unavailable
from dispatch.telemetry import QUIET_S, Often, Outages
from dispatch.watch import escalation, holds
from tests.desk_world import a_headquarters
from tests.stores import memory_stores


def failing(outages, room, what="database"):
    with outages.outlived(room):
        raise Unavailable(what)


def going_on(outages, room):
    with outages.outlived(room):
        pass


def told(logs):
    return [(each["event"], each["what"]) for each in logs]


def test_outage_is_told_once_down_and_once_back():
    outages = Outages()
    with capture_logs() as logs:
        for _ in range(100):
            failing(outages, "live")
            failing(outages, "planner")
        going_on(outages, "live")
        failing(outages, "planner")
        assert told(logs) == [("down", "database")]
        for _ in range(3):
            going_on(outages, "planner")
            going_on(outages, "live")
    assert told(logs) == [("down", "database"), ("back", "database")]


def test_two_outages_are_two():
    outages = Outages()
    with capture_logs() as logs:
        failing(outages, "live")
        failing(outages, "live", "disk_full")
        going_on(outages, "live")
    assert told(logs) == [
        ("down", "database"),
        ("down", "disk_full"),
        ("back", "database"),
        ("back", "disk_full"),
    ]


def test_requests_tell_one_outage_however_many_meet_it():
    now_s = 0.0
    outages = Outages(lambda: now_s)
    with capture_logs() as logs:
        for second in range(200):
            now_s = second
            outages.met(Unavailable("saturated"))
            outages.answered()
        assert told(logs) == [("down", "saturated")]
        assert logs[0]["wrong"] == catalogue("en").say("unavailable-saturated")
        now_s += QUIET_S + 1
        outages.answered()
        outages.answered()
    assert told(logs) == [("down", "saturated"), ("back", "saturated")]


def test_outage_of_loops_and_requests_is_over_when_it_is_for_both():
    now_s = 0.0
    outages = Outages(lambda: now_s)
    with capture_logs() as logs:
        outages.met(Unavailable("database"))
        failing(outages, "planner")
        now_s = QUIET_S + 1
        outages.answered()
        assert told(logs) == [("down", "database")]
        going_on(outages, "planner")
    assert told(logs) == [("down", "database"), ("back", "database")]


def test_defect_is_no_outage():
    outages = Outages()
    with capture_logs() as logs, pytest.raises(ZeroDivisionError), outages.outlived("live"):
        1 / 0  # noqa: B018
    assert logs == []


async def test_loops_of_one_headquarters_tell_one_outage(monkeypatch):
    hq = a_headquarters(memory_stores())

    async def gone():
        raise Unavailable("database")

    with capture_logs() as logs:
        with monkeypatch.context() as patched:
            patched.setattr(type(hq.log), "read_board", lambda _: gone())
            for _ in range(5):
                await escalation.look_after(hq)
                await holds.look(hq)
        for _ in range(5):
            await escalation.look_after(hq)
            await holds.look(hq)
    assert told(logs) == [("down", "database"), ("back", "database")]


def test_what_strangers_cause_is_told_once_and_then_counted():
    due = []
    often = Often("web", lambda _, act: due.append(act))
    with capture_logs() as logs:
        for _ in range(5):
            often.happened("knocked", why="silent")
        assert len(logs) == 1
        due.pop()()
        assert logs[1]["times"] == 4
        due.pop()()
        assert (len(logs), due) == (2, [])
        often.happened("knocked", why="silent")
    assert [each["event"] for each in logs] == ["knocked"] * 3
