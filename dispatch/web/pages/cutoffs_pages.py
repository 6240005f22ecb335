"""The cut-offs of detection of a hospital: what holds, since when, and their form.

An intensivist has those of the own hospital, the coordinating doctor those of all: most of the
hospitals that begin a sepsis code have no intensivist.
"""

from litestar import get, post
from litestar.response import Redirect
from msgspec.structs import replace

from dispatch.assessment.centre import CENTRE_RANGES, CutoffsInUse
from dispatch.assessment.criteria import CRITERIA
from dispatch.desk import Command
from dispatch.desk.read_centres import read_centres
from dispatch.desk.read_cutoffs import CutoffsView, read_cutoffs
from dispatch.desk.set_cutoffs import ALLOWED, NewCutoffs, set_cutoffs
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused
from dispatch.kernel.figures import Bounds
from dispatch.web.pages.forms import Entered, Form, Reader, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.rendered import changed_by_author, rendered
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText

ALL = "/cutoffs"
ONE = f"{ALL}/{{code:str}}"


@get(ALL)
async def get_all_cutoffs(request: HttpRequest, hq: Hq) -> Page:
    """Every hospital, and whose cut-offs hold there."""
    visit = await open_visit(request, hq, Role.COORDINATING_DOCTOR)
    centres = await read_centres(hq, visit.reading)
    facts = {"centres": sorted(centres.items(), key=lambda each: visit.words.hospital(each[0]))}
    return page(visit, "centres.html", live=Live(ALL), entered=visit.fresh(), facts=facts)


@get(ONE)
async def get_cutoffs_page(request: HttpRequest, hq: Hq, code: PathText) -> Page:
    """The form, filled with what holds now."""
    visit, hospital = await _open(request, hq, code)
    view = await read_cutoffs(hq, visit.reading, hospital)
    known = rendered(_shown(visit, view))
    return await _show(visit, hospital, Entered(visit.new_key(), known))


@post(ONE)
async def post_cutoffs_page(request: HttpRequest, hq: Hq, code: PathText) -> Page | Redirect:
    """Sets those that differ from what the form showed, beside the others as they are now; what
    equals the proposed number is the proposed number.
    """
    visit, hospital = await _open(request, hq, code)
    form = await read_form(request)

    async def act(command: Command) -> str:
        view = await read_cutoffs(hq, visit.reading, hospital)
        now = _shown(visit, view)
        changed = changed_by_author(form.values, now, fields=tuple(CENTRE_RANGES))
        written = read_cutoffs_form(form)
        kept = {row.name: row.value for row in view.rows if row.name not in changed}
        own = {name: x for name, x in written.own.items() if name in changed}
        await set_cutoffs(hq, command, hospital, new=replace(written, own={**kept, **own}))
        return f"{ALL}/{hospital}?done=cutoffs"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show(visit, hospital, entered)
    )


def _shown(visit: Visit, view: CutoffsView) -> dict[str, str]:
    """What the fields show of what holds now."""
    return {row.name: visit.words.number(row.value) for row in view.rows}


def read_cutoffs_form(form: Form) -> NewCutoffs:
    """The numbers as filled in; an empty field is the proposed one. Raises ``Misfilled``."""
    reader = Reader(form)
    own = {name: _read_cutoff(reader, name) for name in CENTRE_RANGES}
    reason = reader.text("reason", missing="page-fault-reason") or ""
    reader.require_sound()
    return NewCutoffs({name: x for name, x in own.items() if x is not None}, reason)


def _read_cutoff(reader: Reader, name: str) -> float | None:
    limits, unit = CENTRE_RANGES[name], CRITERIA[name].unit
    allowed = f"{limits.low:g}-{limits.high:g} {unit}"
    return reader.number(name, Bounds(limits.low, limits.high), allowed=allowed)


async def own_cutoffs(visit: Visit) -> CutoffsInUse:
    """The cut-offs of the visitor's hospital; the proposed ones for people of none."""
    if visit.who.hospital is None:
        return CutoffsInUse()
    return await visit.hq.cutoffs_of(visit.who.hospital)


async def _open(request: HttpRequest, hq: Hq, code: str) -> tuple[Visit, HospitalCode]:
    visit = await open_visit(request, hq, *ALLOWED)
    own = visit.who.hospital
    if own is not None and own != code:
        raise Refused("not_your_hospital", field="hospital", value=code, allowed=own)
    return visit, HospitalCode(code)


async def _show(visit: Visit, hospital: HospitalCode, entered: Entered) -> Page:
    view = await read_cutoffs(visit.hq, visit.reading, hospital)
    path = f"{ALL}/{hospital}"
    is_own = visit.who.role is Role.INTENSIVIST
    facts = {"view": view, "is_own": is_own}
    return page(
        visit, "cutoffs.html", live=Live(path, fills=path), entered=entered, facts=facts
    )


ROUTES = (get_all_cutoffs, get_cutoffs_page, post_cutoffs_page)
