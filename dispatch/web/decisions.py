"""What headquarters asks people to decide, over HTTP."""

from litestar import Response, post

from dispatch.desk.settle_decision import settle_decision
from dispatch.kernel import TransferId
from dispatch.transfer.decisions import Settling
from dispatch.web.answers import shown
from dispatch.web.body import read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import commanding


@post("/api/transfers/{transfer_id:str}/decision")
async def post_decision(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Response[bytes]:
    """Settles a decision with a reason."""
    command = await commanding(request, hq)
    settling = await read_body(request, Settling)
    receipt = await settle_decision(hq, command, TransferId(transfer_id), settling=settling)
    return await shown(hq, command, receipt)


ROUTES = (post_decision,)
