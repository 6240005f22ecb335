"""Somebody looks at a page or sends one of its forms: who, in which language, when."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from litestar import Response
from litestar.response import Redirect

from dispatch.desk import Command, Headquarters
from dispatch.desk.read_board import read_board
from dispatch.i18n import LANGUAGES, Catalogue, Language, catalogue
from dispatch.identity import Actor, Role
from dispatch.identity.roles import require_role
from dispatch.kernel import Refused
from dispatch.kernel.asked import Doubtful
from dispatch.transfer.cut import Cut, Rows, cut
from dispatch.web.pages.faults import (
    Fault,
    Misfilled,
    faults_of_doubts,
    faults_of_misfilled,
    faults_of_refusal,
)
from dispatch.web.pages.forms import Entered, Form
from dispatch.web.pages.rendered import ChangedMeanwhile
from dispatch.web.pages.words import Words
from dispatch.web.problems import language_cookie, language_of, status_of
from dispatch.web.request import HttpRequest
from dispatch.web.session import require_same_person, signed_in

Page = Response[str]
Act = Callable[[Command], Awaitable[str]]
"""Does what a form asks and says the path to go on to."""

Show = Callable[[Entered], Awaitable[Page]]
"""The page of a form, with what is in its fields."""


@dataclass(frozen=True)
class Visit:
    """One request for a page. ``actor`` is None before signing in."""

    request: HttpRequest
    hq: Headquarters
    actor: Actor | None
    language: Language
    now_at: datetime
    is_switching: bool = False
    """A form was sent for its page in another language alone."""

    @property
    def said(self) -> Catalogue:
        """The texts of the visit's language."""
        return catalogue(self.language)

    @property
    def words(self) -> Words:
        """How the page says things."""
        return Words(self.said, self.hq.network, self.now_at)

    @property
    def who(self) -> Actor:
        """Whoever is signed in, on pages nobody else reaches."""
        assert self.actor is not None
        return self.actor

    @property
    def reading(self) -> Command:
        """A command that only reads."""
        return Command(self.who)

    @property
    def done(self) -> str | None:
        """The confirmation to show after a redirect, when it is one of ours."""
        name = f"page-done-{self.request.query_params.get('done', '')}"
        return name if self.said.has(name) else None

    def fresh(self) -> Entered:
        """Empty fields and a new key."""
        return Entered(self.new_key())

    def new_key(self) -> str:
        """The hidden key of a form: what it asks is done once."""
        return f"form-{self.hq.new_id()}"


def visit_of(request: HttpRequest, hq: Headquarters, actor: Actor | None) -> Visit:
    """The visit of ``actor``, in the language a form was sent for, if it was."""
    wanted = request.query_params.get("language") if request.method == "POST" else None
    switched = next((each for each in LANGUAGES if each == wanted), None)
    language = switched or language_of(request)
    return Visit(request, hq, actor, language, hq.clock(), is_switching=switched is not None)


async def open_visit(request: HttpRequest, hq: Headquarters, *roles: Role) -> Visit:
    """The visit of somebody in one of ``roles``. Raises ``Refused``: ``not_signed_in``,
    ``role_not_allowed``.
    """
    person = await signed_in(request, hq)
    require_role(person.actor.role, frozenset(roles))
    return visit_of(request, hq, person.actor)


async def read_seen(visit: Visit) -> Cut:
    """The board as far as the visitor sees it."""
    board = await read_board(visit.hq, visit.reading)
    rows = Rows(
        transfers=tuple(board.transfers.values()),
        units=tuple(board.units.values()),
        beds=tuple(board.beds.values()),
        pre_alerts=tuple(board.pre_alerts.values()),
    )
    return cut(rows, visit.who, open_transfers=rows.transfers)


async def carry_out(visit: Visit, form: Form, *, act: Act, show: Show) -> Page | Redirect:
    """What the form asks, then on to the next page; or the same page with what was wrong.

    A form sent for another language asks nothing: its page comes again as it was filled in.
    """
    if visit.is_switching:
        return _switched(visit, await show(filled(visit, form, faults=(), status=200)))
    try:
        require_same_person(visit.who, form.values.get("who"))
        command = Command(visit.who, key=form.key, digest=form.digest, last_seen=form.seen)
        goes_to = await act(command)
    except Misfilled as misfilled:
        told = faults_of_misfilled(misfilled, visit.said, visit.now_at)
        return await show(filled(visit, form, faults=told, status=422))
    except ChangedMeanwhile as changed:
        told = faults_of_misfilled(Misfilled(changed.faults), visit.said, visit.now_at)
        again = filled(visit, form, faults=told, status=409)
        return await show(replace(again, values=changed.values))
    except Doubtful as doubtful:
        told = faults_of_doubts(doubtful, visit.said)
        return await show(filled(visit, form, faults=told, status=422))
    except Refused as refused:
        told = faults_of_refusal(refused, visit.said, visit.now_at)
        return await show(filled(visit, form, faults=told, status=status_of(refused.code)))
    return Redirect(goes_to, status_code=303)


def _switched(visit: Visit, shown: Page) -> Page:
    is_secure = visit.request.app.state.is_secure
    shown.set_cookie(language_cookie(visit.language, is_secure=is_secure))
    return shown


def filled(visit: Visit, form: Form, *, faults: tuple[Fault, ...], status: int) -> Entered:
    """The fields as they were sent, under a new key: nothing was done under the old one."""
    return Entered(visit.new_key(), form.values, faults, status, is_typed=True)
