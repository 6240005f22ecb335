"""The sheet for a day without screens, asked for by a person who prints it now."""

from collections.abc import Mapping

from litestar import get

from dispatch.desk.read_sheet import read_sheet
from dispatch.identity import Role
from dispatch.web.pages.render import answer
from dispatch.web.pages.sheet import Printing, print_sheet
from dispatch.web.pages.visit import Page, open_visit
from dispatch.web.request import Hq, HttpRequest

SHEET = "/sheet"


@get(SHEET)
async def get_sheet(request: HttpRequest, hq: Hq) -> Page:
    """Everything open as of now, to be printed."""
    visit = await open_visit(request, hq, Role.DISPATCHER, Role.COORDINATING_DOCTOR)
    telephones: Mapping[str, str] = request.app.state.telephones
    printing = Printing(
        hq.network,
        is_demo=hq.is_demo,
        desk_phone=request.app.state.desk_phone,
        telephones=telephones,
    )
    sheet = await read_sheet(hq, visit.reading)
    return answer(print_sheet(sheet, printing, visit.language), visit.language)


ROUTES = (get_sheet,)
