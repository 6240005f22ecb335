"""Recording a step of the bundle: checked against the clock, the other steps and itself."""

from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.bundle import BundleStep, Done, Reading
from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.network.levels import Care
from dispatch.transfer.bundle import bundle_of, recognised_at, recorded
from dispatch.transfer.care_events import BundleLate, BundleRecorded
from dispatch.transfer.events import Event
from dispatch.transfer.limits import require_weighed, require_within
from dispatch.transfer.transfer import Transfer, is_open

S = BundleStep

NEEDED: dict[BundleStep, tuple[str, ...]] = {
    S.LACTATE: ("lactate_mmol_l",),
    S.LACTATE_AGAIN: ("lactate_mmol_l",),
    S.FLUIDS: ("fluids_ml",),
    S.NORADRENALINE: ("is_peripheral",),
    S.MAP_TARGET: ("map_mmhg",),
    S.REASSESSMENT: ("outcome",),
}
"""What must be said with a step; a step that is not needed says only that."""

ALSO: dict[BundleStep, tuple[str, ...]] = {
    S.ANTIBIOTIC: ("is_adequate",),
    S.FLUIDS: ("weight_kg",),
    S.NORADRENALINE: ("noradrenaline_mcg_kg_min",),
}
"""What may be said besides."""

LIMITED = ("lactate_mmol_l", "fluids_ml", "weight_kg", "noradrenaline_mcg_kg_min", "map_mmhg")
MAY_BE_UNNEEDED = frozenset({S.OXYGEN, S.FLUIDS, S.FOCUS_CONTROL})
ONLY_AFTER_RECOGNITION = frozenset({S.MAP_TARGET, S.LACTATE_AGAIN, S.CONTROLS, S.REASSESSMENT})
COMES_AFTER = {S.LACTATE_AGAIN: S.LACTATE, S.CENTRAL_LINE: S.NORADRENALINE}


class BundleReport(Struct, frozen=True, forbid_unknown_fields=True):
    """A step, what was read at it, and when; ``occurred_at`` with its zone, None for now."""

    step: BundleStep
    reading: Reading = Reading()
    occurred_at: datetime | None = None
    confirmed_doubts: tuple[str, ...] = ()


def record_bundle(
    transfer: Transfer, report: BundleReport, *, actor: Actor, now_at: datetime
) -> tuple[Event, ...]:
    """The step as an event; recorded again, it corrects the record before, of which stays what
    it leaves blank.

    Raises ``Refused``: ``bundle_of_return``, ``bundle_in_future``, ``bundle_too_early``,
    ``recognition_needed``, ``before_recognition``, ``bundle_out_of_order``,
    ``bundle_value_needed``, ``bundle_value_strange``, ``value_out_of_range``,
    ``weight_needed``.
    """
    if transfer.returns is not None:
        raise Refused("bundle_of_return", number=transfer.number)
    step, occurred_at = report.step, report.occurred_at or now_at
    require_reading(step, report.reading, care=transfer.care)
    _require_weighed(transfer, report.reading)
    ahead = timedelta(seconds=criterion("clock_ahead_s"))
    if occurred_at > now_at + ahead:
        raise Refused("bundle_in_future", field="occurred_at", allowed=_upto(now_at))
    if step is S.RECOGNITION:
        _require_possible_recognition(transfer, occurred_at)
    else:
        _require_not_too_early(transfer, step, occurred_at)
    _require_order(transfer, step, occurred_at)
    reading = _with_blanks_filled(report.reading, recorded(transfer).get(step))
    return (BundleRecorded(transfer.transfer_id, step, reading, actor.name),)


def late_steps(transfer: Transfer, *, now_at: datetime) -> tuple[BundleLate, ...]:
    """The steps that ran out of time and were not told yet, as one event; else nothing.

    A pure function of the transfer and now: after a restart the same steps are found late. A
    return has no bundle: it was the transfer's before; nor has a patient handed over. A step
    may be on a paper still to come.
    """
    if transfer.returns is not None or transfer.papers is not None or not is_open(transfer):
        return ()
    view = bundle_of(transfer, now_at=now_at)
    late = tuple(
        item.step
        for item in view.items
        if item.state == "late" and item.step not in transfer.bundle_late
    )
    return (BundleLate(transfer.transfer_id, late),) if late else ()


def require_reading(step: BundleStep, reading: Reading, *, care: Care) -> None:
    """Nothing, or ``Refused``: something is missing, strange to the step, or beyond limits."""
    is_unneeded = reading.outcome == "not_needed"
    if is_unneeded and step not in MAY_BE_UNNEEDED:
        raise Refused("bundle_value_strange", field="reading/outcome", value="not_needed")
    needed = ("outcome",) if is_unneeded else NEEDED.get(step, ())
    known = (*needed, *ALSO.get(step, ()))
    for name in reading.__struct_fields__:
        value = getattr(reading, name)
        if value is None and name in needed:
            raise Refused("bundle_value_needed", field=f"reading/{name}", step=step.value)
        if value is not None and name not in known:
            raise Refused("bundle_value_strange", field=f"reading/{name}", value=str(value))
    for name in LIMITED:
        require_within(name, getattr(reading, name), care=care, field=f"reading/{name}")


def _with_blanks_filled(reading: Reading, before: Done | None) -> Reading:
    """Silence changes nothing; a step that is not needed says that nothing was done."""
    if before is None or "not_needed" in (reading.outcome, before.reading.outcome):
        return reading
    names = (name for name in reading.__struct_fields__ if getattr(reading, name) is None)
    return replace(reading, **{name: getattr(before.reading, name) for name in names})


def _require_weighed(transfer: Transfer, reading: Reading) -> None:
    weight_kg = reading.weight_kg or transfer.needs.weight_kg
    field = "reading/weight_kg"
    require_weighed(reading.fluids_ml, weight_kg, care=transfer.care, field=field)


def _require_possible_recognition(transfer: Transfer, at: datetime) -> None:
    """Not later than the request or than a step that only comes after it; not days before."""
    most = timedelta(minutes=criterion("bundle_recognised_before_min"))
    requested_at = transfer.milestones.requested_at
    if at < requested_at - most:
        allowed = _from(requested_at - most)
        raise Refused("bundle_too_early", field="occurred_at", allowed=allowed)
    after = [
        done.done_at
        for done in transfer.bundle
        if done.done_at is not None and done.step in ONLY_AFTER_RECOGNITION
    ]
    latest_at = min((requested_at, *after))
    if _minute_of(at) > latest_at:
        raise Refused("bundle_out_of_order", field="occurred_at", allowed=_upto(latest_at))


def _require_not_too_early(transfer: Transfer, step: BundleStep, at: datetime) -> None:
    """Treatment may be older than recognition by a day; what judges it may not be older.

    With the days that recognition may lie before the request, nothing gets near a birth.
    """
    zero_at = recognised_at(transfer)
    if step in ONLY_AFTER_RECOGNITION:
        _require_recognised(transfer, zero_at, at)
        return
    earliest_at = zero_at - timedelta(minutes=criterion("bundle_before_min"))
    if at < earliest_at:
        raise Refused("bundle_too_early", field="occurred_at", allowed=_from(earliest_at))


def _require_recognised(transfer: Transfer, zero_at: datetime, at: datetime) -> None:
    """To the minute, as people tell it. Without a recognition, the request stands for it."""
    if at >= _minute_of(zero_at):
        return
    allowed = _from(_minute_of(zero_at))
    if S.RECOGNITION in recorded(transfer):
        raise Refused("before_recognition", field="occurred_at", allowed=allowed)
    raise Refused("recognition_needed", field="occurred_at", allowed=allowed)


def _require_order(transfer: Transfer, step: BundleStep, at: datetime) -> None:
    """The second lactate after the first, the central line after noradrenaline."""
    before = recorded(transfer).get(COMES_AFTER[step]) if step in COMES_AFTER else None
    if before is None or before.done_at is None:
        return
    earliest_at = _minute_of(before.done_at)
    if at < earliest_at:
        raise Refused("bundle_out_of_order", field="occurred_at", allowed=_from(earliest_at))


def _minute_of(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _upto(at: datetime) -> str:
    return f"<= {at.isoformat()}"


def _from(at: datetime) -> str:
    return f">= {at.isoformat()}"
