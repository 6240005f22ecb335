"""A hospital, or headquarters by telephone, closes an ICU for a time."""

from datetime import datetime

from msgspec import Struct

from dispatch.capacity import (
    BedKind,
    Beds,
    BedsClosed,
    require_closure_end,
    require_closure_seen,
)
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused, require_utc
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_answer import bed_keys_of
from dispatch.transfer.limits import require_because
from dispatch.transfer.seen import require_own_beds
from dispatch.transfer.way_events import ReceiverClosed

ALLOWED = frozenset({Role.INTENSIVIST, Role.DISPATCHER, Role.COORDINATING_DOCTOR})


class ClosureReport(Struct, frozen=True, forbid_unknown_fields=True):
    """Which unit takes nobody, why, and until when (with its zone). ``seen_closed_at`` is the
    ``closed_at`` of the closure that the person saw and replaces; None where they saw none.
    """

    hospital: HospitalCode
    kind: BedKind
    reason: str
    ends_at: datetime
    seen_closed_at: datetime | None = None


@verb(ALLOWED)
async def close_beds(hq: Headquarters, command: Command, report: ClosureReport) -> Receipt:
    """It warns and is never hidden; it ends by itself. Closing again replaces the closure that
    was seen. Whoever was promised a bed there, or asked for one, is told on their transfer.

    Raises ``Refused``: ``closure_changed`` when another one is in force, ``not_closed`` when
    the one to be replaced was opened meanwhile, and those of a reason and an end.
    """
    require_own_beds(hq.network, command.actor, report.hospital)
    require_because(report.reason, field="reason")
    ends_at = require_utc(report.ends_at, field="ends_at")
    require_closure_end(ends_at, hq.clock())
    key = (report.hospital, report.kind)
    open_rows = (await hq.log.read_board()).transfers.values()
    touched = [row.transfer_id for row in open_rows if key in bed_keys_of(row)]
    board = await hq.log.read_rows((key, *touched))
    _require_seen(board.beds[key], report.seen_closed_at, hq.clock())
    event = BedsClosed(
        hospital=report.hospital,
        kind=report.kind,
        reason=report.reason.strip(),
        ends_at=ends_at,
        closed_by=command.actor.name,
    )
    told = tuple(
        ReceiverClosed(row.transfer_id, report.hospital, event.reason, ends_at)
        for row in board.transfers.values()
        if key in bed_keys_of(row)
    )
    return await hq.record(command, board, (event, *told), subject=report.hospital)


def _require_seen(beds: Beds, seen_at: datetime | None, now_at: datetime) -> None:
    if seen_at is not None and beds.closure is None:
        raise Refused("not_closed", field="seen_closed_at", hospital=beds.hospital)
    require_closure_seen(beds, seen_at, now_at)
