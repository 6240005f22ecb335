"""Whether this process serves, for those who watch over it: no session, no database, no news.

``/health/ready`` says what the screens are told. Answering it from memory costs nothing, and
asking the database here would say that *it* answers, not that the board is true.
"""

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct, json

from dispatch.live.hub import Hub

NEVER_KEPT = {"cache-control": "no-store"}


class Readiness(Struct, frozen=True):
    """``age_s`` is how long ago the log was last read, None when it never was; ``truth`` is
    ``current``, ``old`` (screens say so) or ``lost`` (their sockets are closed). While our
    clock is too far ahead of the database's, or behind it, nothing is recorded; nor while the
    database can't write (a full disk), although everybody reads on. ``defects`` names the
    watchers that meet a fault of the program: without the planner nobody proposes a unit.
    """

    is_ready: bool
    truth: str
    age_s: float | None
    clock_ahead_s: float
    is_clock_right: bool
    can_write: bool
    defects: tuple[str, ...]


def readiness(hub: Hub) -> Readiness:
    """The same truth as the heartbeat's."""
    last = hub.last_read
    truth = "lost" if last.is_lost else "old" if last.is_old else "current"
    age_s = round(last.age_s, 1) if last.age_s < float("inf") else None
    clocks = hub.clocks
    is_right = clocks is None or not clocks.is_wrong
    return Readiness(
        is_ready=truth == "current" and is_right and hub.can_write,
        truth=truth,
        age_s=age_s,
        clock_ahead_s=round(clocks.ahead_s, 1) if clocks else 0.0,
        is_clock_right=is_right,
        can_write=hub.can_write,
        defects=hub.defects,
    )


def health_routes(hub: Hub) -> tuple[HTTPRouteHandler, ...]:
    """``/health/live``: the process answers. ``/health/ready``: its board is true, else 503."""

    @get("/health/live", opt={"public": True}, sync_to_thread=False)
    def alive() -> Response[bytes]:
        return _answer({"is_alive": True}, 200)

    @get("/health/ready", opt={"public": True}, sync_to_thread=False)
    def ready() -> Response[bytes]:
        found = readiness(hub)
        return _answer(found, 200 if found.is_ready else 503)

    return (alive, ready)


def _answer(said: object, status: int) -> Response[bytes]:
    return Response(
        json.encode(said),
        status_code=status,
        media_type="application/json",
        headers=NEVER_KEPT,
    )
