"""Server-rendered pages for phones and ward computers: they work without any script."""

from litestar import Router
from litestar.exceptions import HTTPException
from litestar.types import ControllerRouterHandler, ExceptionHandlersMap

from dispatch.kernel import Refused, Unavailable
from dispatch.web.pages import (
    accounts_pages,
    answer_pages,
    answers_pages,
    antibiotics_pages,
    assets,
    cutoffs_pages,
    door_pages,
    duty_pages,
    ended_pages,
    episode,
    mission_pages,
    offer_pages,
    phone_agreements_pages,
    pre_alert_pages,
    request_pages,
    requests_pages,
    shared_pages,
    sheet_pages,
    values_pages,
    way_pages,
)
from dispatch.web.pages.trouble import (
    show_defect,
    show_http,
    show_refused,
    show_unavailable,
)

ON_PAGES: ExceptionHandlersMap = {
    Refused: show_refused,
    Unavailable: show_unavailable,
    HTTPException: show_http,
    Exception: show_defect,
}
"""What people see when a page can't be shown."""

ROUTES: tuple[ControllerRouterHandler, ...] = (
    Router(
        path="/",
        route_handlers=[
            *door_pages.ROUTES,
            *accounts_pages.ROUTES,
            *requests_pages.ROUTES,
            *request_pages.ROUTES,
            *answers_pages.ROUTES,
            *duty_pages.ROUTES,
            *cutoffs_pages.ROUTES,
            *antibiotics_pages.ROUTES,
            *answer_pages.ROUTES,
            *offer_pages.ROUTES,
            *ended_pages.ROUTES,
            *episode.ROUTES,
            *mission_pages.ROUTES,
            *pre_alert_pages.ROUTES,
            *shared_pages.ROUTES,
            *sheet_pages.ROUTES,
            *phone_agreements_pages.ROUTES,
            *values_pages.ROUTES,
            *way_pages.ROUTES,
            assets.get_asset,
        ],
        exception_handlers=ON_PAGES,
    ),
)
