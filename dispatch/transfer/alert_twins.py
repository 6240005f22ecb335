"""Pre-alerts of one patient: two teams may tell of the same. It holds nobody up."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec.structs import replace

from dispatch.assessment.criteria import criterion
from dispatch.identity.actor import Actor
from dispatch.identity.patient import VERSION, Identifier, sealed_text
from dispatch.kernel.ids import HospitalCode, TransferId
from dispatch.transfer.decide_pre_alert import PreAlertReport
from dispatch.transfer.limits import require_text
from dispatch.transfer.parts import Twin
from dispatch.transfer.pre_alert import PreAlert, is_open, is_unlinked
from dispatch.transfer.pre_alert_events import (
    AnyPreAlertEvent,
    PreAlertLinked,
    PreAlertRaised,
    PreAlertResolved,
)
from dispatch.transfer.transfer import Transfer


def alert_key(
    report: PreAlertReport, hospital: HospitalCode, *, seal: Callable[[str], str]
) -> str | None:
    """The seal of the identifier told, None when none is. A record number is ``hospital``'s.

    Raises ``Refused``: ``text_invalid``, ``identifier_empty``.
    """
    if report.patient_reference is None:
        return None
    require_text(report.patient_reference, field="patient_reference", most=64)
    told = Identifier(report.patient_reference, hospital, report.identifier)
    return f"{VERSION}:{seal(sealed_text(told))}"


def with_twins(
    event: PreAlertRaised,
    key: str | None,
    others: Iterable[PreAlert],
    *,
    transfers: Iterable[Transfer] = (),
    now_at: datetime,
) -> PreAlertRaised:
    """The event with the pre-alerts that are, or may be, of the same patient, and the open
    transfers that are: by the very code alone, for who is carried to a hospital is in none.
    """
    arrives_at = now_at + timedelta(minutes=event.eta_min)
    found = ((row, _how(event, key, row, arrives_at=arrives_at)) for row in others)
    alerts = [Twin(row.number, how) for row, how in found if how is not None]
    asked_for = [Twin(row.number, "same") for row in transfers if row.patient_key == key]
    twins = sorted((*alerts, *asked_for), key=lambda twin: twin.number)
    return replace(event, patient_key=key, twins=tuple(twins))


def _how(
    event: PreAlertRaised, key: str | None, row: PreAlert, *, arrives_at: datetime
) -> Literal["same", "likely"] | None:
    if key is not None and row.patient_key is not None:
        return "same" if key == row.patient_key else None
    is_near = (
        is_open(row)
        and row.hospital == event.hospital
        and row.age_group == event.age_group
        and (row.place.lat, row.place.lon) == (event.place.lat, event.place.lon)
    )
    apart_min = abs((row.arrives_at - arrives_at).total_seconds()) / 60
    return "likely" if is_near and apart_min <= criterion("pre_alert_twin_within_min") else None


def linked_by_key(
    alerts: Iterable[PreAlert], transfer_id: TransferId, *, hospital: HospitalCode, actor: Actor
) -> tuple[AnyPreAlertEvent, ...]:
    """The pre-alerts of the very patient whom ``hospital`` now asks a transfer for: those still
    open are confirmed by that, and all are linked.
    """
    events: list[AnyPreAlertEvent] = []
    for row in alerts:
        if row.hospital != hospital or not is_unlinked(row):
            continue
        if is_open(row):
            events.append(
                PreAlertResolved(row.pre_alert_id, hospital, "confirmed", None, actor.name)
            )
        events.append(PreAlertLinked(row.pre_alert_id, transfer_id))
    return tuple(events)
