"""What has been counted, over HTTP."""

from datetime import date, datetime

from litestar import Response, get

from dispatch.desk.read_phone_agreements import read_phone_agreements
from dispatch.identity import read_day
from dispatch.kernel import Refused
from dispatch.registry import Period, period
from dispatch.web.answers import json_answer
from dispatch.web.request import Hq, HttpRequest
from dispatch.web.session import asking

MOST_SAID = 40
"""Characters of what somebody wrote that a refusal repeats."""


@get("/api/registry/phone-agreements")
async def get_phone_agreements(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """What became of the agreements by telephone of the days ``from`` to ``to``, both included;
    of the last thirty when nobody says.
    """
    command = await asking(request, hq)
    of = read_period(request, hq.clock())
    return json_answer(await read_phone_agreements(hq, command, of=of))


def read_period(request: HttpRequest, now_at: datetime) -> Period:
    """The days asked for. Raises ``Refused``: ``day_invalid``, and as ``period`` does."""
    begins_on, ends_on = (_day(request, name) for name in ("from", "to"))
    return period(begins_on, ends_on, now_at=now_at)


def _day(request: HttpRequest, name: str) -> date | None:
    written = request.query_params.get(name, "").strip()
    day = read_day(written)
    if written and day is None:
        raise Refused(
            "day_invalid", field=name, value=written[:MOST_SAID], allowed="2026-11-22"
        )
    return day


ROUTES = (get_phone_agreements,)
