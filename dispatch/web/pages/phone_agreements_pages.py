"""Agreements by telephone, and whether their doctors have spoken: how many, and which."""

from urllib.parse import urlencode

from litestar import get

from dispatch.desk.read_phone_agreements import ALLOWED, read_phone_agreements
from dispatch.identity import Role
from dispatch.kernel import Refused
from dispatch.registry import Period, Word, last_days
from dispatch.web.pages.faults import faults_of_refusal
from dispatch.web.pages.forms import Entered
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, open_visit
from dispatch.web.problems import status_of
from dispatch.web.registry import read_period
from dispatch.web.request import Hq, HttpRequest

PHONES = "/registry/phone-agreements"

WAITING = (Word.NEVER, Word.OPEN)
"""Somebody has to call this doctor."""


@get(PHONES)
async def get_phones(request: HttpRequest, hq: Hq) -> Page:
    """The days asked for, else the last thirty; those too below what was wrong."""
    visit = await open_visit(request, hq, *ALLOWED)
    try:
        of = read_period(request, visit.now_at)
    except Refused as refused:
        return await _show(visit, last_days(visit.now_at), refused)
    return await _show(visit, of)


async def _show(visit: Visit, of: Period, refused: Refused | None = None) -> Page:
    report = await read_phone_agreements(visit.hq, visit.reading, of=of)
    days = {"from": of.begins_on.isoformat(), "to": of.ends_on.isoformat()}
    entered = Entered(visit.new_key(), days)
    if refused is not None:
        typed = {name: visit.request.query_params.get(name, "") for name in days}
        told = faults_of_refusal(refused, visit.said, visit.now_at)
        entered = Entered(entered.key, typed, told, status_of(refused.code), is_typed=True)
    facts = {
        "report": report,
        "words": tuple(Word),
        "waiting": WAITING,
        "may_open": visit.who.role is Role.COORDINATING_DOCTOR,
    }
    live = Live(f"{PHONES}?{urlencode(days)}")
    return page(visit, "phone_agreements.html", live=live, entered=entered, facts=facts)


ROUTES = (get_phones,)
