"""Whom the crew takes, over HTTP."""

from litestar import Response, post

from dispatch.desk.check_identity import check_identity
from dispatch.kernel import TransferId
from dispatch.transfer.decide_whose import IdentityReport
from dispatch.web.answers import shown
from dispatch.web.body import read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import commanding


@post("/api/transfers/{transfer_id:str}/identity")
async def post_identity(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Two identifiers were compared at the bedside."""
    command = await commanding(request, hq)
    body = await read_body(request, IdentityReport)
    receipt = await check_identity(hq, command, TransferId(transfer_id), report=body)
    return await shown(hq, command, receipt)


ROUTES = (post_identity,)
