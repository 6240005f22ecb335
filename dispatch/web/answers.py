"""Answers in JSON, never cached."""

import msgspec
from litestar import Response

from dispatch.desk import Command, Headquarters, Receipt
from dispatch.desk.read_transfer import read_transfer
from dispatch.kernel import Refused, TransferId


def json_answer(value: object, *, status: int = 200) -> Response[bytes]:
    """The value as JSON."""
    return Response(
        msgspec.json.encode(value),
        status_code=status,
        media_type="application/json",
        headers={"cache-control": "no-store"},
    )


async def shown(hq: Headquarters, command: Command, receipt: Receipt) -> Response[bytes]:
    """The transfer a command was about, as it is now.

    Who loses sight of it by the command (a hospital that declined) gets the receipt alone.
    """
    try:
        return json_answer(await read_transfer(hq, command, TransferId(receipt.subject)))
    except Refused:
        return json_answer(receipt)
