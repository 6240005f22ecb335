"""The intensivist's list: who asks, who comes; and the beds of the own hospital."""

from datetime import datetime, timedelta

from litestar import get, post
from litestar.response import Redirect
from msgspec import Struct

from dispatch.capacity import BedKind, Beds, Closure, closure_now, free_now, overbooked
from dispatch.desk import Command
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.open_beds import Opening, open_beds
from dispatch.desk.read_board import read_board, read_followed
from dispatch.desk.read_ended import read_ended
from dispatch.desk.read_named import read_named
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.identity import Role
from dispatch.network import Hospital
from dispatch.web.pages.after_pre_alert import by_arrival
from dispatch.web.pages.duty_pages import own_duty
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.requests_pages import newest_first
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit, read_seen
from dispatch.web.request import Hq, HttpRequest

ANSWERS = "/answers"
BEDS = "/answers/beds"
CLOSURE_HOURS = {"2": 2, "6": 6, "12": 12, "24": 24}
"""For how long a page offers to close, in hours."""


class OwnBeds(Struct, frozen=True):
    """The beds of the own hospital as of now; ``free`` None: nobody knows any more."""

    kind: BedKind
    total: int
    used: int
    held: int
    free: int | None
    overbooked: int
    closure: Closure | None
    reported_at: datetime | None
    overridden: int


@get(ANSWERS)
async def get_answers(request: HttpRequest, hq: Hq) -> Page:
    """Those waiting for this hospital's answer, then those coming."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    seen, own = await read_seen(visit), visit.who.hospital
    transfers = newest_first(seen.transfers)
    followed = await read_followed(visit.hq, visit.reading)
    shown = {each.transfer_id for each in transfers}
    facts = {
        "waiting": tuple(each for each in reversed(transfers) if each.asked == own),
        "coming": tuple(each for each in transfers if own not in {each.asked, each.referring}),
        "going": tuple(each for each in transfers if each.referring == own),
        "followed": tuple(each for each in followed if each.transfer_id not in shown),
        "ended": await read_ended(visit.hq, visit.reading),
        "named": await read_named(visit.hq, visit.reading),
        "pre_alerts": by_arrival(seen.pre_alerts),
        "beds": await own_beds(visit),
        **await own_duty(visit),
    }
    live = Live(ANSWERS, refreshes=True)
    return page(visit, "answers.html", live=live, entered=visit.fresh(), facts=facts)


@get(BEDS)
async def get_beds(request: HttpRequest, hq: Hq) -> Page:
    """The form for each kind of bed."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    return await _show(visit, visit.fresh())


@post(BEDS)
async def post_beds(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Replaces the last report."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await report_capacity(hq, command, read_report(visit, form))
        return f"{ANSWERS}?done=beds"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


@post(f"{BEDS}/closure")
async def post_closure(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """The unit takes nobody for a time."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await close_beds(hq, command, read_closure(visit, form))
        return f"{ANSWERS}?done=closed"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


@post(f"{BEDS}/opening")
async def post_opening(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """It takes patients again."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        values = {name: reader.text(name) for name in ("kind", "seen_closed_at")}
        opening = as_shape({"hospital": visit.who.hospital, **values}, Opening)
        await open_beds(hq, command, opening)
        return f"{ANSWERS}?done=opened"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


def read_report(visit: Visit, form: Form) -> BedReport:
    """The report as filled in. Raises ``Misfilled``."""
    reader = Reader(form)
    values: dict[str, object] = {
        "hospital": visit.who.hospital,
        "kind": reader.text("kind"),
        "total": reader.count("total"),
        "used": reader.count("used"),
    }
    reader.require_sound()
    return as_shape(values, BedReport)


def read_closure(visit: Visit, form: Form) -> ClosureReport:
    """The closure as filled in: for so many hours from now. Raises ``Misfilled``."""
    reader = Reader(form)
    reason = reader.text("reason", missing="page-fault-closure-reason")
    hours = reader.text("hours")
    values: dict[str, object] = {
        "hospital": visit.who.hospital,
        "kind": reader.text("kind"),
        "reason": reason,
        "ends_at": visit.now_at + timedelta(hours=CLOSURE_HOURS.get(hours or "", 0)),
    }
    reader.require_sound()
    return as_shape(values, ClosureReport)


async def own_beds(visit: Visit) -> tuple[OwnBeds, ...]:
    """The beds of the visitor's hospital, of the kinds it has; never reported ones too."""
    hospital = visit.who.hospital
    assert hospital is not None
    board = await read_board(visit.hq, visit.reading)
    rows = (
        board.beds.get((hospital, kind), Beds(hospital, kind))
        for kind in kinds_of(visit.hq.network.hospitals[hospital])
    )
    return tuple(_own(beds, visit.now_at) for beds in rows)


def _own(beds: Beds, now_at: datetime) -> OwnBeds:
    return OwnBeds(
        kind=beds.kind,
        total=beds.total,
        used=beds.used,
        held=beds.held,
        free=free_now(beds, now_at),
        overbooked=overbooked(beds),
        closure=closure_now(beds, now_at),
        reported_at=beds.reported_at,
        overridden=beds.overridden,
    )


def kinds_of(hospital: Hospital) -> tuple[BedKind, ...]:
    """The kinds of critical beds the hospital has; the adult ICU when the file knows none."""
    has = ((BedKind.ICU, hospital.icu_beds), (BedKind.PICU, hospital.picu_beds))
    return tuple(kind for kind, beds in has if beds > 0) or (BedKind.ICU,)


async def _show(visit: Visit, entered: Entered) -> Page:
    facts = {"beds": await own_beds(visit), "hours": tuple(CLOSURE_HOURS)}
    return page(visit, "beds.html", live=Live(BEDS), entered=entered, facts=facts)


ROUTES = (get_answers, get_beds, post_beds, post_closure, post_opening)
