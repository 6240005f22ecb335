"""A request nobody answers climbs a ladder: asked again, the second intensivist, the head of
duty, the coordinating doctor.

When each rung is due follows from when the hospital was asked and from the priority; the roster
says who is asked. A rung for which the roster names nobody is passed in the same instant: it
would be waiting for nobody. So a program that was down climbs at once what it has missed.
"""

from datetime import datetime, timedelta
from typing import get_args

from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Priority
from dispatch.identity.duty import Post, Shift
from dispatch.transfer.events import RequestEscalated
from dispatch.transfer.parts import Rung
from dispatch.transfer.transfer import Transfer

LADDER: tuple[Rung, ...] = get_args(Rung)

POST_OF: dict[Rung, Post] = {
    "repeat": Post.FIRST,
    "second": Post.SECOND,
    "head": Post.HEAD,
}
"""The last rung is at headquarters, where somebody always is."""


def rung_min(rung: Rung, priority: Priority) -> float:
    """Minutes from asking the hospital to that rung."""
    word = "p0" if priority is Priority.ZERO else "3h"
    return criterion(f"escalate_{rung}_{word}_min")


def escalates_at(transfer: Transfer) -> datetime | None:
    """When the next rung is due if all posts are manned; None when nobody is being asked, the
    ladder is at its end, more of its papers are to come, or it is a return, which wakes nobody.
    """
    reached = len(transfer.escalated)
    if not _climbs(transfer) or reached >= len(LADDER):
        return None
    return _scheduled_at(transfer, LADDER[reached])


def escalate(
    transfer: Transfer, running: tuple[Shift, ...], *, now_at: datetime
) -> tuple[RequestEscalated, ...]:
    """The rungs due by ``now_at`` and not reached yet, in order; nothing when it isn't asked,
    more of its
    papers are to come, or it is a return.

    ``running`` are the shifts running now at the asked hospital.
    """
    if not _climbs(transfer):
        return ()
    reached = len(transfer.escalated)
    nobody_since_at = None
    if reached == 0 and not _asked_by("repeat", running):
        nobody_since_at = transfer.milestones.asked_at
    due: list[RequestEscalated] = []
    for rung in LADDER[reached:]:
        at = nobody_since_at or _scheduled_at(transfer, rung)
        if at > now_at:
            break
        event = _event(transfer, rung, _asked_by(rung, running))
        due.append(event)
        is_manned = bool(event.people) or rung not in POST_OF
        nobody_since_at = None if is_manned else at
    return tuple(due)


def _climbs(transfer: Transfer) -> bool:
    is_of_now = transfer.papers is None
    return transfer.asked is not None and transfer.returns is None and is_of_now


def _scheduled_at(transfer: Transfer, rung: Rung) -> datetime:
    asked_at = transfer.milestones.asked_at
    assert asked_at is not None
    return asked_at + timedelta(minutes=rung_min(rung, transfer.priority))


def _asked_by(rung: Rung, running: tuple[Shift, ...]) -> tuple[Shift, ...]:
    return tuple(shift for shift in running if shift.post is POST_OF.get(rung))


def _event(transfer: Transfer, rung: Rung, asked: tuple[Shift, ...]) -> RequestEscalated:
    assert transfer.asked is not None
    return RequestEscalated(
        transfer_id=transfer.transfer_id,
        hospital=transfer.asked,
        rung=rung,
        people=tuple(shift.person_id for shift in asked),
        doctors=tuple(shift.name for shift in asked),
    )
