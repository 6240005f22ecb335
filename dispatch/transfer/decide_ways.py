"""The ways out: the patient dies, changes, or is taken elsewhere or back."""

from datetime import datetime

from dispatch.fleet.unit import Activity, Unit, UnitStatusChanged, status_change
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.custody import responsible
from dispatch.transfer.decide_answer import bed_released
from dispatch.transfer.decide_failure import let_go
from dispatch.transfer.decide_unit import require_in_order
from dispatch.transfer.events import EpisodeResolved, Event
from dispatch.transfer.limits import require_because, require_text
from dispatch.transfer.stage import AGREED, LOADED_STAGES, Stage
from dispatch.transfer.told import CourseWord
from dispatch.transfer.transfer import Transfer, has_failed_there, heading_to
from dispatch.transfer.way_events import (
    CourseReported,
    DrivenElsewhere,
    PatientDied,
    ReceiverUnreachable,
    RequestWithdrawn,
)


def record_death(
    transfer: Transfer,
    unit: Unit | None,
    *,
    actor: Actor,
    occurred_at: datetime,
    now_at: datetime,
) -> tuple[Event, ...]:
    """The transfer closes where the patient died; bed and unit are free again, a unit that had
    the patient once its crew says so.

    Raises ``Refused``: ``not_your_patient`` to a side that does not answer for him,
    ``out_of_order``.
    """
    _require_own_patient(transfer, actor)
    require_in_order(transfer, occurred_at, now_at=now_at)
    first = transfer.returns
    return (
        PatientDied(transfer.transfer_id),
        *bed_released(transfer),
        *freed(transfer, unit),
        *let_go(transfer),
        *((EpisodeResolved(first, "died"),) if first else ()),
    )


def drive_elsewhere(
    transfer: Transfer, hospital: HospitalCode, *, reason: str, actor: Actor
) -> tuple[Event, ...]:
    """The crew drives to ``hospital``: a nearer one that can save the patient now, the sender
    again, or the one agreed after all. The agreement and its bed stand meanwhile.

    Raises ``Refused``: ``patient_not_on_the_road``, ``driving_there_already``.
    """
    require_because(reason, field="reason")
    _require_loaded(transfer)
    if hospital == heading_to(transfer):
        raise Refused("driving_there_already", field="hospital", value=hospital)
    return (
        DrivenElsewhere(
            transfer.transfer_id, hospital, reason.strip(), told_by_id=actor.person_id
        ),
    )


def report_course(transfer: Transfer, course: CourseWord, *, note: str) -> tuple[Event, ...]:
    """How the patient does in the care of a crew. Raises ``Refused("patient_not_with_crew")``:
    before that the doctors say so with the picture.
    """
    require_text(note, field="note", most=200)
    if transfer.stage not in AGREED or responsible(transfer) != "crew":
        raise Refused("patient_not_with_crew", stage=transfer.stage.value)
    return (CourseReported(transfer.transfer_id, course, note.strip()),)


def withdraw_request(transfer: Transfer, *, reason: str) -> tuple[Event, ...]:
    """The sender does not want the transfer any more; people decide what the crew does. Before
    the departure it is cancelled instead. Raises ``Refused("patient_not_on_the_road")``.
    """
    require_because(reason, field="reason")
    _require_loaded(transfer)
    return (RequestWithdrawn(transfer.transfer_id, reason.strip()),)


def report_unreachable(transfer: Transfer, *, reason: str) -> tuple[Event, ...]:
    """Nobody answers where the patient is taken to. Raises ``Refused("not_agreed")``."""
    require_because(reason, field="reason")
    hospital = heading_to(transfer)
    if hospital is None or transfer.stage not in AGREED:
        raise Refused("not_agreed", stage=transfer.stage.value)
    return (ReceiverUnreachable(transfer.transfer_id, hospital, reason.strip()),)


def _require_loaded(transfer: Transfer) -> None:
    if transfer.stage not in LOADED_STAGES:
        raise Refused("patient_not_on_the_road", stage=transfer.stage.value)


def _require_own_patient(transfer: Transfer, actor: Actor) -> None:
    """Headquarters writes down what either side says."""
    side = {Role.CREW: "crew", Role.REFERRING_DOCTOR: "referring"}.get(actor.role)
    if side is not None and side != responsible(transfer):
        raise Refused("not_your_patient", responsible=responsible(transfer))


def freed(transfer: Transfer, unit: Unit | None) -> tuple[UnitStatusChanged, ...]:
    """A unit on its way is free where it stands; one that had the patient once it says so, and
    one that has failed as well.
    """
    if unit is None:
        return ()
    had_patient = transfer.stage in LOADED_STAGES or (
        transfer.stage is Stage.AT_PATIENT and responsible(transfer) == "crew"
    )
    if has_failed_there(transfer):
        return (status_change(unit, Activity.OUT_OF_SERVICE),)
    return (status_change(unit, Activity.CLEARING if had_patient else Activity.STATION),)
