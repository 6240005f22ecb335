"""The board over HTTP, for those without a websocket."""

from litestar import Response, get

from dispatch.desk.read_board import read_board
from dispatch.transfer.cut import Rows, cut
from dispatch.web.answers import json_answer
from dispatch.web.request import Hq, HttpRequest
from dispatch.web.session import asking


@get("/api/board")
async def get_board(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """All that the asking person may see now, in the shape of a snapshot frame."""
    command = await asking(request, hq)
    asked_at = hq.clock()
    board = await read_board(hq, command)
    rows = Rows(
        transfers=tuple(board.transfers.values()),
        units=tuple(board.units.values()),
        beds=tuple(board.beds.values()),
        pre_alerts=tuple(board.pre_alerts.values()),
    )
    seen = cut(rows, command.actor, open_transfers=rows.transfers)
    return json_answer(
        {
            "type": "snapshot",
            "seq": board.seq,
            "server_at": hq.clock(),
            "read_at": asked_at,
            "you": command.actor,
            "transfers": seen.transfers,
            "units": seen.units,
            "beds": seen.beds,
            "pre_alerts": seen.pre_alerts,
        }
    )


ROUTES = (get_board,)
