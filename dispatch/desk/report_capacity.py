"""A hospital, or headquarters by telephone, reports its ICU beds."""

from msgspec import Struct

from dispatch.capacity import BedKind, CapacityReported, report_beds
from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.seen import require_own_beds

ALLOWED = frozenset({Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


class BedReport(Struct, frozen=True, forbid_unknown_fields=True):
    """Staffed beds of one kind, and how many of them are used."""

    hospital: HospitalCode
    kind: BedKind
    total: int
    used: int


@verb(ALLOWED)
async def report_capacity(hq: Headquarters, command: Command, report: BedReport) -> Receipt:
    """Replaces the last report; beds held by agreements stay held."""
    actor = command.actor
    require_own_beds(hq.network, actor, report.hospital)
    board = await hq.log.read_rows(((report.hospital, report.kind),))
    report_beds(board.beds[report.hospital, report.kind], total=report.total, used=report.used)
    event = CapacityReported(
        hospital=report.hospital,
        kind=report.kind,
        total=report.total,
        used=report.used,
        reported_by=actor.name,
        source="hospital" if actor.role is Role.INTENSIVIST else "telephone",
    )
    return await hq.record(command, board, (event,), subject=report.hospital)
