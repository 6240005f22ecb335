"""What was written on paper while no screen worked, entered afterwards with its true time.

A late entry is the act it would have been, decided as of the time on the paper: who was on duty
then, whose shift ran then. It can't change what has happened since, so it comes after all that
is known of its transfer.
"""

from datetime import datetime, timedelta

from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role, require_role
from dispatch.kernel.failures import Refused
from dispatch.kernel.instants import require_utc
from dispatch.transfer.decide_unit import require_in_order
from dispatch.transfer.events import Event, UnitReleased
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.transfer_event import TransferEvent

MAY_ENTER_LATE = frozenset({Role.DISPATCHER, Role.COORDINATING_DOCTOR})
"""Headquarters keeps the paper of all sides."""

FIELD = "written_at"


def require_written_at(written_at: datetime, *, actor: Actor, now_at: datetime) -> datetime:
    """The time on the paper, in UTC.

    Raises ``Refused``: ``role_not_allowed``, ``instant_without_zone``, ``written_ahead`` when
    it is still to come, ``written_too_long_ago``.
    """
    require_role(actor.role, MAY_ENTER_LATE)
    at = require_utc(written_at, field=FIELD)
    if at > now_at:
        raise Refused("written_ahead", field=FIELD, allowed=f"<= {now_at.isoformat()}")
    most_h = criterion("late_entry_most_h")
    if now_at - at > timedelta(hours=most_h):
        raise Refused("written_too_long_ago", field=FIELD, allowed=f"<= {most_h:g} h")
    return at


def require_late_entry(
    events: tuple[Event, ...], transfer: Transfer | None, *, written_at: datetime
) -> None:
    """Nothing, or ``Refused``: ``not_a_late_entry`` for what is true now and not then (beds,
    units, rosters), ``out_of_order`` before something already known of the transfer,
    ``unit_taken_since`` for a unit that serves another one now.
    """
    if not any(isinstance(event, TransferEvent) for event in events):
        raise Refused("not_a_late_entry", field=FIELD)
    _require_own_unit(events, transfer)
    if transfer is not None:
        require_in_order(transfer, written_at, now_at=written_at)


def _require_own_unit(events: tuple[Event, ...], transfer: Transfer | None) -> None:
    """A paper takes nothing from a patient of now."""
    for event in events:
        if not isinstance(event, UnitReleased):
            continue
        if transfer is None or event.transfer_id != transfer.transfer_id:
            raise Refused("unit_taken_since", field="unit_id", unit=event.unit_id)
