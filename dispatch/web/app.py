"""The application: every route, the guards before it, the errors after it."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import partial

from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.types import ControllerRouterHandler

from dispatch.desk import Headquarters
from dispatch.i18n import Language
from dispatch.kernel import Refused, Unavailable
from dispatch.web import (
    agreement,
    antibiotics,
    assessment,
    board,
    care,
    console,
    custody,
    decisions,
    pages,
    papers,
    pre_alerts,
    region,
    registry,
    signin,
    transfers,
    ways,
    whose,
)
from dispatch.web.attempts import Attempts
from dispatch.web.body import LARGEST_BYTES
from dispatch.web.devices import Devices
from dispatch.web.head import HeadToo
from dispatch.web.headers import add_headers, guard_request
from dispatch.web.problems import (
    notice_answer,
    on_defect,
    on_http,
    on_refused,
    on_unavailable,
)
from dispatch.web.session import cookie_name

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


@dataclass(frozen=True)
class Door:
    """How the application is reached. ``public_origin`` None: loopback, plain HTTP;
    ``desk_phone`` None: no number is shown. ``device_key`` marks the devices that are known.
    ``telephones``: those printed on the sheet, by hospital code, call sign or name.
    """

    public_origin: str | None = None
    language: Language = "ca"
    desk_phone: str | None = None
    device_key: bytes = field(default_factory=partial(secrets.token_bytes, 32), repr=False)
    telephones: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_secure(self) -> bool:
        """Whether people come over TLS."""
        return self.public_origin is not None and self.public_origin.startswith("https:")


def create_app(
    hq: Headquarters,
    door: Door,
    *,
    live: Sequence[ControllerRouterHandler] = (),
    lifespan: Sequence[Lifespan] = (),
) -> Litestar:
    """The application on ``hq``. ``live`` are the websocket routes, ``lifespan`` its loops."""
    handlers: list[ControllerRouterHandler] = [
        *transfers.ROUTES,
        *agreement.ROUTES,
        *custody.ROUTES,
        *papers.ROUTES,
        *ways.ROUTES,
        *whose.ROUTES,
        *decisions.ROUTES,
        *region.ROUTES,
        *registry.ROUTES,
        *assessment.ROUTES,
        *antibiotics.ROUTES,
        *care.ROUTES,
        *pre_alerts.ROUTES,
        *board.ROUTES,
        *signin.ROUTES,
        *pages.ROUTES,
        *console.routes(),
        *live,
    ]
    state = State(
        {
            "cookie": cookie_name(is_secure=door.is_secure),
            "is_secure": door.is_secure,
            "public_origin": door.public_origin,
            "language": door.language,
            "desk_phone": door.desk_phone,
            "attempts": Attempts(),
            "hq": hq,
            "devices": Devices(door.device_key),
            "telephones": door.telephones,
        }
    )
    return Litestar(
        route_handlers=handlers,
        dependencies={"hq": Provide(lambda: hq, sync_to_thread=False)},
        state=state,
        before_request=guard_request,
        before_send=[add_headers, notice_answer],
        plugins=[HeadToo()],
        logging_config=None,
        request_max_body_size=LARGEST_BYTES,
        openapi_config=None,
        lifespan=list(lifespan),
        exception_handlers={
            Refused: on_refused,
            Unavailable: on_unavailable,
            HTTPException: on_http,
            Exception: on_defect,
        },
    )
