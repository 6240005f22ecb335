"""A unit that can't go on: on its way, at the bedside, with the patient on board or arrived."""

from dispatch.assessment.priority import Priority
from dispatch.fleet.unit import Activity, Assignability, Unit, UnitStatusChanged, status_change
from dispatch.kernel.failures import Refused
from dispatch.transfer.care_events import PriorityChanged
from dispatch.transfer.events import Event, UnitFailed
from dispatch.transfer.limits import require_because
from dispatch.transfer.stage import FAILS, LOADED_STAGES
from dispatch.transfer.transfer import (
    Transfer,
    has_failed_there,
    is_at_the_door,
    waiting_unit,
)
from dispatch.transfer.way_events import UnitFailedAtDoor


def fail_unit(
    transfer: Transfer, unit: Unit, *, reason: str, position: tuple[float, float] | None
) -> tuple[Event, ...]:
    """The unit is out of service and the transfer waits for another one, before all others.

    On its way it is out of service at once and nobody's. A crew that answers for the patient
    stays, and its unit with it, until the next one takes over; agreement and bed stand. Once
    departed ``position`` (latitude, longitude) says where the next unit is needed; before that
    the patient is where the unit found him. Before the door where the patient is handed over no
    other unit is needed: that goes on, and the unit is out of service.

    Raises ``Refused``: ``not_at_this_stage``, ``position_needed``; ``unit_failed_already`` when
    it stands there broken already.
    """
    require_because(reason, field="reason")
    if transfer.stage not in FAILS:
        raise Refused("not_at_this_stage", stage=transfer.stage.value, event="unit-failed")
    if is_at_the_door(transfer):
        return _fails_there(transfer, unit, reason.strip())
    is_on_the_road = transfer.stage in LOADED_STAGES
    if is_on_the_road and position is None:
        raise Refused("position_needed", field="lat", unit=unit.unit_id)
    lat, lon = position if is_on_the_road and position else (None, None)
    failed = UnitFailed(transfer.transfer_id, unit.unit_id, reason.strip(), lat, lon)
    answers = is_on_the_road or transfer.milestones.crew_took_over_at is not None
    stays = answers and waiting_unit(transfer) is None
    status = status_change(
        unit,
        Activity.OUT_OF_SERVICE,
        transfer_id=transfer.transfer_id if stays else None,
    )
    return (failed, *_raised(transfer, failed, answers=answers), status)


def _fails_there(transfer: Transfer, unit: Unit, reason: str) -> tuple[Event, ...]:
    if has_failed_there(transfer):
        raise Refused("unit_failed_already", unit=unit.unit_id)
    tied_to = transfer.transfer_id
    failed = UnitFailedAtDoor(tied_to, unit.unit_id, reason)
    return (failed, status_change(unit, Activity.OUT_OF_SERVICE, transfer_id=tied_to))


def _raised(transfer: Transfer, failed: UnitFailed, *, answers: bool) -> tuple[Event, ...]:
    """Priority 0 for a patient whom no hospital has (proposed). A return keeps its own, and is
    planned first all the same.
    """
    is_raised = transfer.priority is Priority.ZERO or transfer.returns is not None
    if is_raised or not answers:
        return ()
    return (PriorityChanged(transfer.transfer_id, Priority.ZERO, failed.reason),)


def let_go(transfer: Transfer) -> tuple[UnitStatusChanged, ...]:
    """The failed unit has no patient any more. It stays out of service until it says so."""
    unit_id = waiting_unit(transfer)
    if unit_id is None:
        return ()
    status = UnitStatusChanged(
        unit_id=unit_id,
        assignability=Assignability.NOT_AVAILABLE,
        activity=Activity.OUT_OF_SERVICE,
        transfer_id=None,
        busy_until_at=None,
        place=None,
    )
    return (status,)
