"""The cut-offs of detection of one hospital: what holds, since when, and their form."""

from litestar import get, post
from litestar.response import Redirect

from dispatch.assessment.centre import CENTRE_RANGES, CutoffsInUse
from dispatch.desk import Command
from dispatch.desk.read_cutoffs import read_cutoffs
from dispatch.desk.set_cutoffs import NewCutoffs, set_cutoffs
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.web.pages.faults import Misfilled
from dispatch.web.pages.forms import Entered, Form, Reader, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest

CUTOFFS = "/answers/cutoffs"


@get(CUTOFFS)
async def get_own_cutoffs(request: HttpRequest, hq: Hq) -> Page:
    """The form, filled with what holds now."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    view = await read_cutoffs(hq, visit.reading, _own(visit))
    known = {row.name: visit.words.number(row.value) for row in view.rows}
    return await _show(visit, Entered(visit.new_key(), known))


@post(CUTOFFS)
async def post_own_cutoffs(request: HttpRequest, hq: Hq) -> Page | Redirect:
    """Sets them as written; what equals the proposed number is the proposed number."""
    visit = await open_visit(request, hq, Role.INTENSIVIST)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await set_cutoffs(hq, command, _own(visit), new=read_cutoffs_form(visit, form))
        return f"{CUTOFFS}?done=cutoffs"

    return await carry_out(visit, form, act=act, show=lambda entered: _show(visit, entered))


def read_cutoffs_form(visit: Visit, form: Form) -> NewCutoffs:
    """The numbers as filled in; an empty field is the proposed one. Raises ``Misfilled``."""
    own: dict[str, float] = {}
    wrong = {}
    for name in CENTRE_RANGES:
        written = form.values.get(name, "").strip().replace(",", ".")
        try:
            own |= {name: float(written)} if written else {}
        except ValueError:
            label = visit.said.say(f"cutoff-{name}")
            wrong[name] = ("cutoffs-fault-number", {"name": label})
    if wrong:
        raise Misfilled(wrong)
    reader = Reader(form)
    reason = reader.text("reason", missing="page-fault-reason") or ""
    reader.require_sound()
    return NewCutoffs(own, reason)


async def own_cutoffs(visit: Visit) -> CutoffsInUse:
    """The cut-offs of the visitor's hospital; the proposed ones for people of none."""
    if visit.who.hospital is None:
        return CutoffsInUse()
    return await visit.hq.cutoffs_of(visit.who.hospital)


def _own(visit: Visit) -> HospitalCode:
    assert visit.who.hospital is not None
    return visit.who.hospital


async def _show(visit: Visit, entered: Entered) -> Page:
    view = await read_cutoffs(visit.hq, visit.reading, _own(visit))
    live = Live(CUTOFFS, fills=CUTOFFS)
    return page(visit, "cutoffs.html", live=live, entered=entered, facts={"view": view})


ROUTES = (get_own_cutoffs, post_own_cutoffs)
