"""Whose cut-offs of detection hold at every hospital."""

from collections.abc import Mapping

from dispatch.assessment.centre import CutoffsInUse, in_use
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading

ALLOWED = frozenset({Role.COORDINATING_DOCTOR})


@reading(ALLOWED)
async def read_centres(
    hq: Headquarters, command: Command
) -> Mapping[HospitalCode, CutoffsInUse]:
    """Every hospital of the network in its order, those without cut-offs of their own too."""
    del command
    last = {each.hospital: each for each in reversed(await hq.centres.read_settings())}
    return {code: in_use(last.get(code)) for code in hq.network.hospitals}
