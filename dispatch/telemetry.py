"""Logs: one JSON line per event on standard error, no patient, no token, no body."""

import asyncio
import logging
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial

import structlog

from dispatch.i18n import catalogue
from dispatch.kernel.failures import Unavailable

_ROW = re.compile(
    r"DETAIL:.*?"
    r"(?=\n\s*(?:HINT:|\[SQL|\(Background|Traceback \(|The above exc|During handl)|\Z)",
    re.DOTALL,
)
LEVELS = logging.getLevelNamesMapping()
MOST_NAMED = 8
"""Units that a line names; of more it tells the number (proposed)."""

ASKED = "web"
"""The room in which people ask."""


def start_logs(level: str, *, for_people: bool) -> None:
    """Configures logging once. ``for_people`` prints readable lines instead of JSON."""
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        if for_people
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            without_rows,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.handlers = [each for each in root.handlers if not isinstance(each, OfLibraries)]
    root.addHandler(OfLibraries(logging.WARNING))


def without_rows(
    _: object, __: str, told: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """The trace of a defect without the row that a database says it is about."""
    if isinstance(trace := told.get("exception"), str):
        told["exception"] = _ROW.sub("DETAIL: …", trace)
    return told


def logger(room: str) -> structlog.typing.FilteringBoundLogger:
    """The logger of a room."""
    bound: structlog.typing.FilteringBoundLogger = structlog.get_logger(room=room)
    return bound


EVERY_S = 60.0
"""How often a line tells what anybody may cause as often as they like (proposed)."""

Later = Callable[[float, Callable[[], None]], object]


def _later(delay_s: float, act: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # no loop, nothing that serves
        asyncio.get_running_loop().call_later(delay_s, act)


class Often:
    """What strangers can cause: told once, and then how often it was since, once a minute, so
    that nobody fills the log.
    """

    def __init__(self, room: str, later: Later = _later) -> None:
        self._room, self._later = room, later
        self._since: dict[str, tuple[int, dict[str, str]]] = {}

    def happened(self, event: str, **facts: str) -> None:
        """Once more. Facts are words of ours: each other set of them is told by itself."""
        kind = f"{event} {sorted(facts.items())}"
        if kind in self._since:
            self._since[kind] = (self._since[kind][0] + 1, facts)
            return
        self._since[kind] = (0, facts)
        logger(self._room).warning(event, **facts)
        self._later(EVERY_S, partial(self._tell, kind, event))

    def _tell(self, kind: str, event: str) -> None:
        times, facts = self._since.pop(kind)
        if times:
            self._since[kind] = (0, facts)
            logger(self._room).warning(event, times=times, within_s=EVERY_S, **facts)
            self._later(EVERY_S, partial(self._tell, kind, event))


class OfLibraries(logging.Handler):
    """What libraries say, as lines of ours: a warning, which strangers may cause as often as
    they like (a request that is none), once and then counted.
    """

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self._often = Often("library")

    def emit(self, record: logging.LogRecord) -> None:
        """One line, or one more to count."""
        if record.levelno < logging.ERROR:
            self._often.happened("warned", by=record.name, says=str(record.msg)[:LONGEST_SAID])
            return
        said = record.getMessage()
        logger("library").error("failed", by=record.name, says=said, exc_info=record.exc_info)


LONGEST_SAID = 200
"""Characters of a warning, before what it is about is put in."""

CANNOT_WRITE = frozenset({"database_full", "database_read_only", "database_disk"})
"""What is met by those who write, while those who read see nothing of it."""

AT_FAULT = frozenset({"defect", "no_plan"})
"""What is no outage of the world: a loop of ours does not do what it is for."""

QUIET_S = 60.0
"""What no request has met for so long is over for those who ask (proposed)."""


class Outages:
    """What is out of order now: told once when the first loop or request meets it, once when
    the last has got over it, however many try again however often.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._held_up: dict[str, set[str]] = {}
        self._asked_at_s: dict[str, float] = {}
        self._at_fault_since_s: dict[str, float] = {}
        self._clock = clock
        self.cannot_write = False
        """Whether the last that tried to write met a database that only reads."""

    @contextmanager
    def outlived(self, room: str) -> Iterator[None]:
        """One round of a loop, which a failing world ends but the loop outlives."""
        try:
            yield
        except Unavailable as failed:
            self._holds_up(failed, room)
        else:
            for what in tuple(self._held_up):
                self._goes_on(what, room)

    @property
    def defects(self) -> tuple[str, ...]:
        """The loops whose last round met a defect of ours, or refused what it was for."""
        return tuple(sorted(self._at_fault_since_s))

    @property
    def defects_for_s(self) -> dict[str, float]:
        """For how long each of them has."""
        now_s = self._clock()
        return {room: now_s - since_s for room, since_s in self._at_fault_since_s.items()}

    def met(self, failed: Unavailable) -> None:
        """A request ended in it. Others may well be answered meanwhile: that alone doesn't
        end it.
        """
        self._asked_at_s[failed.what] = self._clock()
        self._holds_up(failed, ASKED)

    def answered(self) -> None:
        """A request was answered: what none has met for a while is over."""
        for what, at_s in tuple(self._asked_at_s.items()):
            if self._clock() - at_s > QUIET_S:
                del self._asked_at_s[what]
                self._goes_on(what, ASKED)

    def wrote(self) -> None:
        """Somebody has just written as everybody must."""
        self.cannot_write = False

    def _holds_up(self, failed: Unavailable, room: str) -> None:
        """Told in the words of the command line, to those who can mend it."""
        if failed.what not in self._held_up:
            wrong = catalogue("en").say(f"unavailable-{failed.what}", failed.facts)
            logger(room).error("down", what=failed.what, wrong=wrong)
        self.cannot_write |= failed.what in CANNOT_WRITE
        if failed.what in AT_FAULT:
            self._at_fault_since_s.setdefault(room, self._clock())
        self._held_up.setdefault(failed.what, set()).add(room)

    def _goes_on(self, what: str, room: str) -> None:
        rooms = self._held_up[what]
        rooms.discard(room)
        if what in AT_FAULT:
            self._at_fault_since_s.pop(room, None)
        if not rooms:
            del self._held_up[what]
            logger(room).warning("back", what=what)


def named_or_counted(units: Sequence[object]) -> list[str] | int:
    """The call signs of a few units; of many only how many they are."""
    names = [str(getattr(each, "unit_id", each)) for each in units]
    return names if len(names) <= MOST_NAMED else len(names)
