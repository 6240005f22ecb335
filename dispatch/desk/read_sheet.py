"""What headquarters needs on paper when no screen works: all that is open, in one look."""

from datetime import datetime, timedelta

from msgspec import Struct

from dispatch.fleet import Unit
from dispatch.identity import Role, Shift
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.cut import Rows, cut
from dispatch.transfer.pre_alert_view import PreAlertView
from dispatch.transfer.views import BedsView, TransferView

ALLOWED = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR, Role.HEADQUARTERS})

AHEAD_H = 24
"""The rosters printed reach this far: an outage may last into the next shift."""


class Sheet(Struct, frozen=True):
    """All of it as of event ``seq``, read at ``as_of_at``. The most urgent transfer is first;
    ``shifts`` are those running now or within ``AHEAD_H``.
    """

    seq: int
    as_of_at: datetime
    transfers: tuple[TransferView, ...]
    pre_alerts: tuple[PreAlertView, ...]
    units: tuple[Unit, ...]
    beds: tuple[BedsView, ...]
    shifts: tuple[Shift, ...]


@reading(ALLOWED)
async def read_sheet(hq: Headquarters, command: Command) -> Sheet:
    """The sheet as of now. It names no patient; the clinical picture isn't for this print."""
    now_at = hq.clock()
    board = await hq.log.read_board()
    rows = Rows(
        transfers=tuple(board.transfers.values()),
        units=tuple(board.units.values()),
        beds=tuple(board.beds.values()),
        pre_alerts=tuple(board.pre_alerts.values()),
    )
    seen = cut(rows, command.actor, open_transfers=rows.transfers)
    shifts = await hq.duty.read_shifts(now_at, until=now_at + timedelta(hours=AHEAD_H))
    return Sheet(
        seq=board.seq,
        as_of_at=now_at,
        transfers=tuple(sorted(seen.transfers, key=_turn)),
        pre_alerts=tuple(sorted(seen.pre_alerts, key=lambda each: each.arrives_at)),
        units=tuple(sorted(seen.units, key=lambda each: each.unit_id)),
        beds=tuple(sorted(seen.beds, key=lambda each: (each.hospital, each.kind))),
        shifts=tuple(
            sorted(
                (each for each in shifts if each.starts_at < each.ends_at),
                key=lambda each: (each.hospital, each.starts_at, each.post),
            )
        ),
    )


TURN = {"P0": 0, "3h": 1, "return": 2}


def _turn(transfer: TransferView) -> tuple[int, datetime]:
    return TURN[transfer.priority.value], transfer.milestones.requested_at
