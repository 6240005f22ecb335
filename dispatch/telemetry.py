"""Logs: one JSON line per event on standard error, no patient, no token, no body."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from dispatch.kernel.failures import Unavailable

LEVELS = logging.getLevelNamesMapping()


def start_logs(level: str, *, for_people: bool) -> None:
    """Configures logging once. ``for_people`` prints readable lines instead of JSON."""
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        if for_people
        else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def logger(room: str) -> structlog.typing.FilteringBoundLogger:
    """The logger of a room."""
    bound: structlog.typing.FilteringBoundLogger = structlog.get_logger(room=room)
    return bound


class Outages:
    """What is out of order now: told once when the first loop meets it, once when the last loop
    has got over it, however many loops try again however often.
    """

    def __init__(self) -> None:
        self._held_up: dict[str, set[str]] = {}

    @contextmanager
    def outlived(self, room: str) -> Iterator[None]:
        """One round of a loop, which a failing world ends but the loop outlives."""
        try:
            yield
        except Unavailable as failed:
            if failed.what not in self._held_up:
                logger(room).error("down", what=failed.what)
            self._held_up.setdefault(failed.what, set()).add(room)
        else:
            self._goes_on(room)

    def _goes_on(self, room: str) -> None:
        for what, rooms in tuple(self._held_up.items()):
            rooms.discard(room)
            if not rooms:
                del self._held_up[what]
                logger(room).warning("back", what=what)
