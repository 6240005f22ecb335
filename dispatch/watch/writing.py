"""Tries whether the database can write, so that this is known before a doctor meets it."""

import asyncio

from dispatch.desk import Headquarters
from dispatch.desk.sign_in import store_leaving

EVERY_S = 30.0
AGAIN_S = 5.0
"""While it can't: that it can again is known soon (proposed, both)."""


async def run(hq: Headquarters) -> None:
    """Try until cancelled."""
    while True:
        await try_once(hq)
        await asyncio.sleep(AGAIN_S if hq.outages.cannot_write else EVERY_S)


async def try_once(hq: Headquarters) -> None:
    """Once, and stores who left; a database that doesn't answer leaves what is known."""
    with hq.outages.outlived("writing"):
        await hq.log.try_writing()
        hq.outages.wrote()
        await store_leaving(hq)
