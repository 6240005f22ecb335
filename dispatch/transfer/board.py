"""Everything open right now: the rows that the log has made. Snapshots are cut from it.

Each event touches one row. A row's ``version`` is the number of the event that last touched
it, which is all a reader needs to ask for "what changed after n".
"""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.capacity.beds import BedKind, Beds
from dispatch.capacity.events import CapacityEvent, apply_to_beds
from dispatch.fleet.unit import Unit, UnitStatusChanged, apply_to_unit
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PreAlertId, TransferId, UnitId
from dispatch.transfer.events import Event, TransferRequested
from dispatch.transfer.evolve import begin, evolve
from dispatch.transfer.pre_alert import PreAlert, apply_to_pre_alert, raised
from dispatch.transfer.pre_alert_events import AnyPreAlertEvent, PreAlertEvent, PreAlertRaised
from dispatch.transfer.transfer import Transfer

BedsKey = tuple[HospitalCode, BedKind]
RowKey = TransferId | PreAlertId | UnitId | BedsKey


class Recorded(Struct, frozen=True):
    """An event as the log keeps it: numbered without gaps, with who, when it happened and when
    it was written. The two times differ when something is reported late; ``is_late_entry``
    when headquarters entered it from paper.
    """

    seq: int
    event: Event
    actor_id: str
    actor_name: str
    actor_role: str
    occurred_at: datetime
    recorded_at: datetime
    is_late_entry: bool = False


class Board(Struct, frozen=True):
    """The rows by their keys, as of event ``seq``."""

    seq: int = 0
    transfers: dict[TransferId, Transfer] = {}
    units: dict[UnitId, Unit] = {}
    beds: dict[BedsKey, Beds] = {}
    pre_alerts: dict[PreAlertId, PreAlert] = {}


def row_of(event: Event) -> RowKey:
    """The key of the one row that ``event`` touches."""
    if isinstance(event, UnitStatusChanged):
        return event.unit_id
    if isinstance(event, CapacityEvent):
        return (event.hospital, event.kind)
    if isinstance(event, PreAlertEvent):
        return event.pre_alert_id
    return event.transfer_id


def version_of(board: Board, key: RowKey) -> int:
    """The version of that row, 0 when there is none yet."""
    row = _row(board, key)
    return row.version if row else 0


def _row(board: Board, key: RowKey) -> Transfer | PreAlert | Unit | Beds | None:
    if isinstance(key, tuple):
        return board.beds.get(key)
    found = board.transfers.get(TransferId(key)) or board.units.get(UnitId(key))
    return found or board.pre_alerts.get(PreAlertId(key))


def apply_event(board: Board, recorded: Recorded) -> Board:
    """The board after one event. Raises ``Refused`` when the event can't happen to its row."""
    event, seq, at = recorded.event, recorded.seq, recorded.occurred_at
    if isinstance(event, UnitStatusChanged):
        if event.unit_id not in board.units:
            raise Refused("unknown_unit", field="unit_id", value=event.unit_id)
        unit = replace(apply_to_unit(board.units[event.unit_id], event), version=seq)
        return replace(board, seq=seq, units={**board.units, unit.unit_id: unit})
    if isinstance(event, CapacityEvent):
        key = (event.hospital, event.kind)
        before = board.beds.get(key, Beds(event.hospital, event.kind))
        beds = replace(apply_to_beds(before, event, occurred_at=at), version=seq)
        return replace(board, seq=seq, beds={**board.beds, key: beds})
    if isinstance(event, PreAlertEvent):
        alert = replace(_pre_alert_after(board, event, at), version=seq)
        pre_alerts = {**board.pre_alerts, alert.pre_alert_id: alert}
        return replace(board, seq=seq, pre_alerts=pre_alerts)
    if isinstance(event, TransferRequested):
        if event.transfer_id in board.transfers:
            raise Refused("requested_twice", number=event.number)
        after = begin(event, at)
    else:
        transfer = require_transfer(board, event.transfer_id)
        after = evolve(
            transfer,
            event,
            occurred_at=at,
            recorded_at=recorded.recorded_at,
            is_late_entry=recorded.is_late_entry,
        )
    after = replace(after, version=seq)
    return replace(board, seq=seq, transfers={**board.transfers, after.transfer_id: after})


def _pre_alert_after(board: Board, event: AnyPreAlertEvent, at: datetime) -> PreAlert:
    known = board.pre_alerts.get(event.pre_alert_id)
    if known is not None:
        return apply_to_pre_alert(known, event, occurred_at=at)
    if not isinstance(event, PreAlertRaised):
        raise Refused("unknown_pre_alert", field="pre_alert_id")
    return raised(event, at)


def require_transfer(board: Board, transfer_id: TransferId) -> Transfer:
    """The transfer of that id, or ``Refused("unknown_transfer")``."""
    if transfer_id not in board.transfers:
        raise Refused("unknown_transfer", field="transfer_id")
    return board.transfers[transfer_id]


def require_unit(board: Board, unit_id: UnitId) -> Unit:
    """The unit of that call sign, or ``Refused("unknown_unit")``."""
    if unit_id not in board.units:
        raise Refused("unknown_unit", field="unit_id", value=unit_id)
    return board.units[unit_id]


def record_on(  # noqa: PLR0913 -- what every line of the log says, each by its name
    board: Board,
    events: tuple[Event, ...],
    *,
    actor: Actor,
    occurred_at: datetime,
    recorded_at: datetime,
    is_late_entry: bool = False,
) -> tuple[Board, tuple[Recorded, ...]]:
    """The board after all ``events``, numbered on from ``board.seq``, and the log lines."""
    lines: list[Recorded] = []
    for event in events:
        line = Recorded(
            seq=board.seq + 1,
            event=event,
            actor_id=actor.person_id,
            actor_name=actor.name,
            actor_role=actor.role.value,
            occurred_at=occurred_at,
            recorded_at=recorded_at,
            is_late_entry=is_late_entry,
        )
        board = apply_event(board, line)
        lines.append(line)
    return board, tuple(lines)
