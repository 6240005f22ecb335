"""A hospital's own antibiotic protocols: what holds for each focus, its versions, the form.

Whoever treats may read those of any hospital. An intensivist enters those of the own hospital,
the coordinating doctor those of all.
"""

from dataclasses import replace
from typing import NamedTuple

from litestar import get, post
from litestar.response import Redirect

from dispatch.desk import Command
from dispatch.desk.read_antibiotic_protocols import (
    ALLOWED,
    FocusProtocol,
    read_antibiotic_protocols,
)
from dispatch.desk.set_antibiotic_protocol import ALLOWED as MAY_SET
from dispatch.desk.set_antibiotic_protocol import set_antibiotic_protocol
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused
from dispatch.network import Care, Network
from dispatch.transfer.antibiotic_protocol import MOST_CHARACTERS, NewProtocol, Withdrawal
from dispatch.transfer.parts import FOCI
from dispatch.web.pages.forms import Entered, Form, Reader, as_shape, read_form
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText

ALL = "/antibiotics"
HOSPITAL = f"{ALL}/{{code:str}}"
ONE = f"{HOSPITAL}/{{care:str}}/{{focus:str}}"


class Shelf(NamedTuple):
    """Where a protocol stands: of which hospital, for which patients, for which focus."""

    hospital: HospitalCode
    care: Care
    focus: str

    @property
    def path(self) -> str:
        """Its page."""
        return f"{ALL}/{self.hospital}/{self.care}/{self.focus}"


@get(ALL)
async def get_all_antibiotics(request: HttpRequest, hq: Hq) -> Page:
    """Every hospital, for those who enter protocols for any of them."""
    visit = await open_visit(request, hq, Role.COORDINATING_DOCTOR)
    named = sorted(hq.network.hospitals, key=visit.words.hospital)
    facts = {"hospitals": named}
    return page(
        visit, "antibiotics_all.html", live=Live(ALL), entered=visit.fresh(), facts=facts
    )


@get(HOSPITAL)
async def get_antibiotics_page(request: HttpRequest, hq: Hq, code: PathText) -> Page:
    """Every focus, and what holds for it."""
    visit = await open_visit(request, hq, *ALLOWED)
    view = await read_antibiotic_protocols(hq, visit.reading, HospitalCode(code))
    cares = cares_of(hq.network, view.hospital)
    facts = {
        "code": view.hospital,
        "cares": cares,
        "protocols": tuple(
            each for each in view.protocols if each.care in cares or each.versions
        ),
        "is_for_all": visit.who.role is Role.COORDINATING_DOCTOR,
    }
    live = Live(f"{ALL}/{code}")
    return page(visit, "antibiotics.html", live=live, entered=visit.fresh(), facts=facts)


@get(ONE)
async def get_antibiotic_page(
    request: HttpRequest, hq: Hq, code: PathText, *, care: PathText, focus: PathText
) -> Page:
    """One focus: what holds, every version, and the form for those who may enter another."""
    visit, shelf = await _open(request, hq, code, care=care, focus=focus)
    return await _show(visit, shelf, visit.fresh())


@post(ONE)
async def post_antibiotic_page(
    request: HttpRequest, hq: Hq, code: PathText, *, care: PathText, focus: PathText
) -> Page | Redirect:
    """The next version."""
    visit, shelf = await _open(request, hq, code, care=care, focus=focus)
    form = await read_form(request)

    async def act(command: Command) -> str:
        new = _read_protocol(form, shelf)
        await set_antibiotic_protocol(hq, command, shelf.hospital, new=new)
        return f"{shelf.path}?done=antibiotics"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show(visit, shelf, entered)
    )


@post(f"{ONE}/withdrawal")
async def post_antibiotic_withdrawal(
    request: HttpRequest, hq: Hq, code: PathText, *, care: PathText, focus: PathText
) -> Page | Redirect:
    """From now on there is none."""
    visit, shelf = await _open(request, hq, code, care=care, focus=focus)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        values: dict[str, object] = {
            "care": shelf.care,
            "focus": shelf.focus,
            "reason": reader.text("reason", missing="page-fault-reason"),
        }
        reader.require_sound()
        new = as_shape(values, Withdrawal)
        await set_antibiotic_protocol(hq, command, shelf.hospital, new=new)
        return f"{shelf.path}?done=antibiotics_withdrawn"

    return await carry_out(
        visit, form, act=act, show=lambda entered: _show(visit, shelf, entered)
    )


def cares_of(network: Network, hospital: HospitalCode) -> tuple[Care, ...]:
    """Whom a hospital treats."""
    offers = network.hospitals[hospital]
    treats = {Care.ADULT: offers.adult, Care.PAEDIATRIC: offers.paediatric}
    return tuple(care for care, level in treats.items() if level is not None)


def _read_protocol(form: Form, shelf: Shelf) -> NewProtocol:
    """The text and its approval as filled in. Raises ``Misfilled``, ``Refused``."""
    reader = Reader(form)
    values: dict[str, object] = {
        "care": shelf.care,
        "focus": shelf.focus,
        "text": reader.text("text", missing="page-fault-text"),
        "approved_by": reader.text("approved_by", missing="page-fault-approved_by"),
        "approved_on": reader.day("approved_on", missing="page-fault-approved_on"),
        "valid_until": reader.day("valid_until"),
    }
    reader.require_sound()
    return as_shape(values, NewProtocol)


async def _open(
    request: HttpRequest, hq: Hq, code: str, *, care: str, focus: str
) -> tuple[Visit, Shelf]:
    visit = await open_visit(request, hq, *ALLOWED)
    if care not in set(Care) or focus not in FOCI:
        raise Refused("unknown_path")
    return visit, Shelf(HospitalCode(code), Care(care), focus)


async def _show(visit: Visit, shelf: Shelf, entered: Entered) -> Page:
    view = await read_antibiotic_protocols(visit.hq, visit.reading, shelf.hospital)
    found = next(
        each for each in view.protocols if (each.care, each.focus) == (shelf.care, shelf.focus)
    )
    last = found.versions[0].version if found.versions else 0
    is_own = visit.who.hospital in {None, shelf.hospital}
    facts = {
        "code": shelf.hospital,
        "found": found,
        "one": shelf.path,
        "last": last,
        "may_set": visit.who.role in MAY_SET and is_own,
        "most": MOST_CHARACTERS,
    }
    known = replace(entered, values={**_known(found), **entered.values})
    live = Live(shelf.path, fills=shelf.path)
    return page(visit, "antibiotic.html", live=live, entered=known, facts=facts)


def _known(found: FocusProtocol) -> dict[str, str]:
    """The form begins with the text there is, to be approved anew: without its dates."""
    last = found.now.version
    if last is None or last.approved is None:
        return {}
    return {"text": last.approved.text, "approved_by": last.approved.approved_by}


ROUTES = (
    get_all_antibiotics,
    get_antibiotics_page,
    get_antibiotic_page,
    post_antibiotic_page,
    post_antibiotic_withdrawal,
)
