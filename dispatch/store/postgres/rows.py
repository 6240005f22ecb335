"""Between structs and rows. JSON columns are encoded and decoded by msgspec, typed."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Row

from dispatch.capacity.beds import Beds
from dispatch.fleet.unit import Unit
from dispatch.store.entry import Person, Session
from dispatch.transfer.board import Board, Recorded
from dispatch.transfer.events import Event
from dispatch.transfer.pre_alert import PreAlert
from dispatch.transfer.pre_alert import is_open as is_awaited
from dispatch.transfer.transfer import Transfer, is_followed, is_open

_event = msgspec.json.Decoder(Event)
_transfer = msgspec.json.Decoder(Transfer)
_unit = msgspec.json.Decoder(Unit)
_beds = msgspec.json.Decoder(Beds)
_pre_alert = msgspec.json.Decoder(PreAlert)

Values = dict[str, Any]
AnyRow = Row[*tuple[Any, ...]]


def encode(value: object) -> str:
    """What the database driver stores in a JSON column."""
    return msgspec.json.encode(value).decode()


def decode_transfer(row: AnyRow) -> Transfer:
    """A transfer from ``(doc, version)``."""
    return replace(_transfer.decode(row.doc), version=row.version)


def decode_unit(row: AnyRow) -> Unit:
    """A unit from ``(doc, version)``."""
    return replace(_unit.decode(row.doc), version=row.version)


def decode_beds(row: AnyRow) -> Beds:
    """Beds from ``(doc, version)``."""
    return replace(_beds.decode(row.doc), version=row.version)


def decode_pre_alert(row: AnyRow) -> PreAlert:
    """A pre-alert from ``(doc, version)``."""
    return replace(_pre_alert.decode(row.doc), version=row.version)


def decode_board(
    seq: int,
    transfers: Iterable[AnyRow],
    units: Iterable[AnyRow],
    beds: Iterable[AnyRow],
    pre_alerts: Iterable[AnyRow],
) -> Board:
    """The board from rows of the four tables."""
    known_transfers = map(decode_transfer, transfers)
    known_units = map(decode_unit, units)
    known_beds = map(decode_beds, beds)
    return Board(
        seq=seq,
        transfers={transfer.transfer_id: transfer for transfer in known_transfers},
        units={unit.unit_id: unit for unit in known_units},
        beds={(bed.hospital, bed.kind): bed for bed in known_beds},
        pre_alerts={row.pre_alert_id: row for row in map(decode_pre_alert, pre_alerts)},
    )


def decode_line(row: AnyRow) -> Recorded:
    """A line of the log."""
    return Recorded(
        seq=row.seq,
        event=_event.decode(row.event),
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        actor_role=row.actor_role,
        occurred_at=row.occurred_at,
        recorded_at=row.recorded_at,
        is_late_entry=row.is_late_entry,
    )


def log_values(line: Recorded) -> Values:
    """The columns of a line of the log."""
    return {
        "seq": line.seq,
        "name": line.event.__struct_config__.tag,
        "transfer_id": getattr(line.event, "transfer_id", None),
        "event": line.event,
        "actor_id": line.actor_id,
        "actor_name": line.actor_name,
        "actor_role": line.actor_role,
        "occurred_at": line.occurred_at,
        "recorded_at": line.recorded_at,
        "is_late_entry": line.is_late_entry,
    }


def transfer_values(transfer: Transfer) -> Values:
    """The columns of a transfer."""
    return {
        "transfer_id": transfer.transfer_id,
        "version": transfer.version,
        "is_open": is_open(transfer),
        "is_followed": is_followed(transfer),
        "stage": transfer.stage.value,
        "referring": transfer.referring,
        "patient_key": transfer.patient_key,
        "is_twin": bool(transfer.twins),
        "doc": transfer,
    }


def pre_alert_values(pre_alert: PreAlert) -> Values:
    """The columns of a pre-alert."""
    return {
        "pre_alert_id": pre_alert.pre_alert_id,
        "version": pre_alert.version,
        "is_open": is_awaited(pre_alert),
        "stage": pre_alert.stage.value,
        "hospital": pre_alert.hospital,
        "doc": pre_alert,
    }


def unit_values(unit: Unit) -> Values:
    """The columns of a unit."""
    return {"unit_id": unit.unit_id, "version": unit.version, "doc": unit}


def beds_values(beds: Beds) -> Values:
    """The columns of a row of beds; the database checks that they add up."""
    return {
        "hospital": beds.hospital,
        "kind": beds.kind.value,
        "version": beds.version,
        "total": beds.total,
        "used": beds.used,
        "held": beds.held,
        "free": max(0, beds.total - beds.used - beds.held),
        "doc": beds,
    }


def decode_person(row: AnyRow) -> Person:
    """An account from a row with all its columns."""
    return msgspec.convert(row, Person, from_attributes=True)


def decode_session(row: AnyRow) -> Session:
    """A session from a row with all its columns."""
    names = Session.__struct_fields__
    return Session(**{name: getattr(row, name) for name in names})
