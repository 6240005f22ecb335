"""Whether more papers of a transfer are to come, over HTTP."""

from litestar import Response, post

from dispatch.desk.end_papers import end_papers
from dispatch.desk.expect_papers import expect_papers
from dispatch.kernel import TransferId
from dispatch.web.answers import shown
from dispatch.web.body import EmptyBody, read_body
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import commanding

ONE = "/api/transfers/{transfer_id:str}"


@post(f"{ONE}/papers-to-come")
async def post_papers_to_come(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """More papers are to come."""
    command = await commanding(request, hq)
    await read_body(request, EmptyBody)
    return await shown(hq, command, await expect_papers(hq, command, TransferId(transfer_id)))


@post(f"{ONE}/papers-ended")
async def post_papers_ended(
    request: HttpRequest, hq: Hq, transfer_id: PathText
) -> Response[bytes]:
    """That was all the papers."""
    command = await commanding(request, hq)
    await read_body(request, EmptyBody)
    return await shown(hq, command, await end_papers(hq, command, TransferId(transfer_id)))


ROUTES = (post_papers_to_come, post_papers_ended)
