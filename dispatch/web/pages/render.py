"""From a template and its facts to an answer in HTML, never cached."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response

from dispatch.i18n import Language, catalogue
from dispatch.identity import WALL, dialled
from dispatch.web.pages.assets import asset
from dispatch.web.pages.forms import Entered
from dispatch.web.pages.visit import Page, Visit
from dispatch.web.pages.words import spoken
from dispatch.web.problems import language_of
from dispatch.web.request import HttpRequest

TEMPLATES = Path(__file__).parent / "templates"
REFRESH_S = 20
"""How often a page without script looks again."""

_environment = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters["upper_first"] = lambda text: text[:1].upper() + text[1:]
_environment.filters["dialled"] = dialled
_environment.filters["wall"] = lambda at, form: at.astimezone(WALL).strftime(form)
_environment.globals["asset"] = asset
_environment.globals["refresh_s"] = REFRESH_S


@dataclass(frozen=True)
class Live:
    """The path a page can be read again from; ``refreshes`` also without script. ``fills`` is
    where its form ``fill`` goes: another language keeps what was typed there.
    """

    path: str
    refreshes: bool = False
    fills: str | None = None


def render(template: str, facts: Mapping[str, object]) -> str:
    """The template filled in, for whoever keeps it or sends it."""
    return _environment.get_template(template).render(**facts)


def page(
    visit: Visit,
    template: str,
    *,
    live: Live,
    entered: Entered,
    facts: Mapping[str, object],
) -> Page:
    """The page. One that was filled in is not refreshed: what was typed would be gone."""
    html = _environment.get_template(template).render(
        **spoken(visit.words),
        **facts,
        visit=visit,
        desk_phone=visit.request.app.state.desk_phone,
        seal=visit.request.app.state.devices.seal(visit.actor.person_id)
        if visit.actor
        else None,
        entered=entered,
        path=live.path,
        fills=live.fills,
        is_live=visit.actor is not None and not entered.is_typed,
        refreshes=live.refreshes and not entered.is_typed,
    )
    return answer(html, visit.language, entered.status)


def plain_page(request: HttpRequest, text: str, status: int) -> Page:
    """A page that knows nobody: one sentence, the desk's telephone, the way back."""
    language = language_of(request)
    html = _environment.get_template("trouble.html").render(
        t=catalogue(language).say,
        language=language,
        text=text,
        desk_phone=request.app.state.desk_phone,
    )
    return answer(html, language, status)


def answer(html: str, language: Language, status: int = 200) -> Page:
    """The page as it goes out, never cached."""
    headers = {
        "cache-control": "no-store",
        "content-language": language,
        # Without any referrer a browser sends forms with the Origin "null", which we refuse.
        "referrer-policy": "same-origin",
    }
    return Response(html, status_code=status, media_type="text/html", headers=headers)
