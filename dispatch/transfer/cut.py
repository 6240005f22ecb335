"""Cutting the board and its news to what one actor may see: one function for both.

A snapshot is the news since the beginning. So the two can't disagree, and a client that
applies news to a snapshot has what a fresh snapshot would give it.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dispatch.capacity.beds import Beds
from dispatch.fleet.unit import Unit
from dispatch.identity.actor import Actor
from dispatch.identity.sight import Sight, sight
from dispatch.kernel.ids import PreAlertId, TransferId, UnitId
from dispatch.transfer.board import Recorded
from dispatch.transfer.pre_alert import PreAlert
from dispatch.transfer.pre_alert import is_open as is_awaited
from dispatch.transfer.pre_alert_view import PreAlertView, view_pre_alert
from dispatch.transfer.transfer import Transfer, is_on_board, parties
from dispatch.transfer.views import (
    AT_HEADQUARTERS,
    BedsView,
    EventView,
    TransferView,
    sees_beds,
    sees_unit,
    view_beds,
    view_event,
    view_transfer,
)


class Rows(Struct, frozen=True):
    """Rows as they are now, and lines of the log, before anybody's eyes are considered."""

    transfers: tuple[Transfer, ...]
    units: tuple[Unit, ...]
    beds: tuple[Beds, ...]
    lines: tuple[Recorded, ...] = ()
    pre_alerts: tuple[PreAlert, ...] = ()


class Cut(Struct, frozen=True):
    """What one actor gets of them."""

    transfers: tuple[TransferView, ...]
    units: tuple[Unit, ...]
    beds: tuple[BedsView, ...]
    events: tuple[EventView, ...]
    gone: tuple[TransferId, ...]
    gone_units: tuple[UnitId, ...]
    pre_alerts: tuple[PreAlertView, ...]
    gone_pre_alerts: tuple[PreAlertId, ...]


def units_told(
    changed: Iterable[Unit], transfers: Iterable[Transfer], units: Mapping[UnitId, Unit]
) -> tuple[Unit, ...]:
    """The units to tell with these rows: those that ``changed``, and those of ``transfers``.

    Who sees a transfer sees its unit, so the unit comes and goes with the transfer even when
    nothing has happened to it: a hospital that takes its yes back sees neither any more.
    """
    told = {unit.unit_id: unit for unit in changed}
    ids = {row.transfer_id for row in transfers}
    theirs = {key: unit for key, unit in units.items() if unit.transfer_id in ids}
    return tuple({**theirs, **told}.values())


def cut(rows: Rows, actor: Actor, *, open_transfers: Iterable[Transfer]) -> Cut:
    """``rows`` for ``actor``. ``open_transfers``: all open ones as they are now, which decide
    whose unit may be seen and whose events told.
    """
    seen = {row.transfer_id for row in open_transfers if sees(row, actor)}
    told = seen | {row.transfer_id for row in rows.transfers if is_party(row, actor)}
    transfers = tuple(row for row in rows.transfers if row.transfer_id in seen)
    units = tuple(unit for unit in rows.units if _sees_unit(unit, actor, seen))
    views = (view_transfer(row, actor, in_full=False) for row in transfers)
    events = (view_event(line) for line in rows.lines)
    awaited = tuple(
        view
        for row in rows.pre_alerts
        if is_awaited(row) and (view := view_pre_alert(row, actor)) is not None
    )
    awaited_ids = {view.pre_alert_id for view in awaited}
    return Cut(
        transfers=tuple(view for view in views if view is not None),
        units=units,
        beds=tuple(view_beds(beds) for beds in rows.beds if sees_beds(beds, actor)),
        events=tuple(event for event in events if _is_told(event, actor, told)),
        gone=tuple(row.transfer_id for row in rows.transfers if row.transfer_id not in seen),
        gone_units=tuple(unit.unit_id for unit in rows.units if unit not in units),
        pre_alerts=awaited,
        gone_pre_alerts=tuple(
            row.pre_alert_id for row in rows.pre_alerts if row.pre_alert_id not in awaited_ids
        ),
    )


def _is_told(event: EventView, actor: Actor, told: set[TransferId]) -> bool:
    """An event of no transfer (beds, units) is told at headquarters."""
    if event.transfer_id is None:
        return actor.role in AT_HEADQUARTERS
    return event.transfer_id in told


def sees(transfer: Transfer, actor: Actor) -> bool:
    """Whether ``actor`` has the transfer on the board."""
    return is_on_board(transfer) and is_party(transfer, actor)


def is_party(transfer: Transfer, actor: Actor) -> bool:
    """Whether ``actor`` may see the transfer, open or closed."""
    return sight(actor, parties(transfer)) is not Sight.NOTHING


def _sees_unit(unit: Unit, actor: Actor, seen: set[TransferId]) -> bool:
    return sees_unit(unit, actor, mission_seen=unit.transfer_id in seen)
