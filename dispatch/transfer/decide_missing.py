"""Nobody knows where the patient is: searched for, found, or given up by a doctor.

A missing patient is nobody's closed case. The transfer stays open where it stood, with its
clocks, its bed and the crew that answers for him, and asks for a decision that no words settle.
"""

from dispatch.fleet.unit import Activity, Assignability, Unit, UnitStatusChanged
from dispatch.kernel.failures import Refused
from dispatch.transfer.decide_answer import bed_released
from dispatch.transfer.decide_failure import let_go
from dispatch.transfer.decide_ways import freed
from dispatch.transfer.events import EpisodeResolved, Event
from dispatch.transfer.limits import require_because, require_text
from dispatch.transfer.stage import LOADED_STAGES
from dispatch.transfer.transfer import Transfer, has_left
from dispatch.transfer.way_events import PatientFound, PatientMissing, TrackLost


def report_missing(transfer: Transfer, *, reason: str) -> tuple[Event, ...]:
    """Nobody knows where the patient is, who had left.

    Raises ``Refused``: ``patient_not_on_the_road``, ``already_missing``.
    """
    require_because(reason, field="reason")
    if not has_left(transfer):
        raise Refused("patient_not_on_the_road", stage=transfer.stage.value)
    if transfer.missing is not None:
        raise Refused("already_missing", number=transfer.number)
    return (PatientMissing(transfer.transfer_id, reason.strip()),)


def report_found(transfer: Transfer, *, place: str, found_by: str) -> tuple[Event, ...]:
    """Where the patient is, and who says so. Raises ``Refused("patient_not_missing")``."""
    require_text(place, field="place", most=200)
    require_text(found_by, field="found_by", most=80)
    _require_missing(transfer)
    return (PatientFound(transfer.transfer_id, place.strip(), found_by.strip()),)


def close_as_lost(transfer: Transfer, unit: Unit | None, *, reason: str) -> tuple[Event, ...]:
    """The search is given up: the transfer closes, its bed is free, and what is known of the
    unit goes with the patient. Raises ``Refused("patient_not_missing")``.
    """
    require_because(reason, field="reason")
    _require_missing(transfer)
    first = transfer.returns
    return (
        TrackLost(transfer.transfer_id, reason.strip()),
        *bed_released(transfer),
        *(_unknown(unit) if transfer.stage in LOADED_STAGES else freed(transfer, unit)),
        *let_go(transfer),
        *((EpisodeResolved(first, "lost"),) if first else ()),
    )


def _require_missing(transfer: Transfer) -> None:
    if transfer.missing is None:
        raise Refused("patient_not_missing", number=transfer.number)


def _unknown(unit: Unit | None) -> tuple[UnitStatusChanged, ...]:
    if unit is None:
        return ()
    status = UnitStatusChanged(
        unit_id=unit.unit_id,
        assignability=Assignability.UNKNOWN,
        activity=Activity.OUT_OF_SERVICE,
        transfer_id=None,
        busy_until_at=None,
        place=None,
    )
    return (status,)
