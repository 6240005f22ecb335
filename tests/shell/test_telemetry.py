"""What the logs say of an outage: that it began, that it is over, and nothing in between."""

import json
import logging

import pytest
import structlog
from structlog.testing import capture_logs

from dispatch.i18n import catalogue
from dispatch.kernel import Refused, Unavailable
from dispatch.telemetry import QUIET_S, OfLibraries, Often, Outages, start_logs
from dispatch.watch import escalation, holds
from dispatch.watch.looking import contained, look_once
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


def broken(outages, room):
    with contained(outages, room):
        1 / 0  # noqa: B018


def test_defect_of_a_watcher_ends_its_round_alone_and_is_told_once():
    outages = Outages()
    with capture_logs() as logs:
        for _ in range(3):
            broken(outages, "planner")
        assert [each["event"] for each in logs] == ["defect", "down"]
        assert logs[0]["exc_info"]
        broken(outages, "bundle")
        assert [each["event"] for each in logs] == ["defect", "down", "defect"]
        assert list(outages.defects) == ["bundle", "planner"]
        going_on(outages, "bundle")
        assert list(outages.defects) == ["planner"]
        going_on(outages, "planner")
    assert told(logs[-1:]) == [("back", "defect")]
    assert not outages.defects


def test_defect_is_as_old_as_its_first_round():
    now_s = [100.0]
    outages = Outages(lambda: now_s[0])
    with capture_logs():
        broken(outages, "planner")
        now_s[0] = 160.0
        broken(outages, "planner")
        broken(outages, "bundle")
        assert outages.defects_for_s == {"planner": 60.0, "bundle": 0.0}
        going_on(outages, "planner")
    assert outages.defects_for_s == {"bundle": 0.0}


def test_refusal_is_no_defect():
    outages = Outages()
    with pytest.raises(Refused), contained(outages, "planner"):
        raise Refused("closed")
    assert outages.defects == ()


async def test_one_thing_that_breaks_keeps_no_watcher_from_the_others():
    hq, done = a_headquarters(memory_stores()), []

    async def breaks():
        raise KeyError("P0:valls")

    async def works():
        done.append("works")

    with capture_logs() as logs:
        await look_once(hq, "bundle", lambda _hq, _board: iter((breaks, works)))
    assert done == ["works"]
    assert hq.outages.defects == ("bundle",)
    assert logs[0]["event"] == "defect"


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


def test_what_libraries_say_is_one_line_of_ours_and_warnings_are_counted():
    own = logging.getLogger("of a library")
    own.addHandler(OfLibraries(logging.WARNING))
    own.propagate = False
    with capture_logs() as logs:
        for _ in range(5):
            own.warning("Invalid HTTP request received.")
        own.error("It failed for %s.", "a reason")
        own.info("nothing")
    assert [(each["event"], each["says"]) for each in logs] == [
        ("warned", "Invalid HTTP request received."),
        ("failed", "It failed for a reason."),
    ]


def test_libraries_write_no_line_that_is_not_json(capsys):
    start_logs("info", for_people=False)
    start_logs("info", for_people=False)
    try:
        logging.getLogger("uvicorn.error").warning("Unsupported upgrade request.")
    finally:
        root = logging.getLogger()
        root.handlers = [each for each in root.handlers if not isinstance(each, OfLibraries)]
        structlog.reset_defaults()
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["says"] == "Unsupported upgrade request."
