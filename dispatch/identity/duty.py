"""Duty rosters: which intensivist answers for an ICU, from when until when.

Who is on duty decides who is asked, and whose yes counts. Shifts are instants; people say them
by the clock on the wall, which ``wall_clock.py`` reads right across a change of clocks.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId
from dispatch.kernel.instants import require_utc

LONGEST_H = 24 * 31
"""A shift longer than this is a slip (proposed): a roster is written a month ahead at most."""


class Post(StrEnum):
    """What somebody on duty is asked as."""

    FIRST = "first"
    SECOND = "second"
    HEAD = "head"
    """Head of duty: asked when neither of the others answers."""


ORDER = tuple(Post)


class Shift(Struct, frozen=True):
    """One person on duty for the ICU of one hospital, from ``starts_at`` until ``ends_at``.

    A shift that was ended early keeps its start; one withdrawn before its start is empty. So
    what was agreed under it keeps its proof.
    """

    shift_id: str
    hospital: HospitalCode
    person_id: PersonId
    name: str
    post: Post
    starts_at: datetime
    ends_at: datetime
    added_by: str
    added_at: datetime
    ended_by: str | None = None


def runs(shift: Shift, at: datetime) -> bool:
    """Whether the shift is running at that instant: its start included, its end not."""
    return shift.starts_at <= at < shift.ends_at


def on_duty(
    shifts: Iterable[Shift], hospital: HospitalCode, *, at: datetime
) -> tuple[Shift, ...]:
    """The shifts of that hospital running at ``at``: first, second, head, then by name."""
    found = (shift for shift in shifts if shift.hospital == hospital and runs(shift, at))
    return tuple(sorted(found, key=lambda each: (ORDER.index(each.post), each.name)))


def first_on_duty(running: Iterable[Shift]) -> tuple[str, ...]:
    """The names of those who are asked first."""
    return tuple(shift.name for shift in running if shift.post is Post.FIRST)


def shift_of(running: Iterable[Shift], person_id: PersonId) -> Shift:
    """The shift under which this person is on duty. Raises ``Refused("not_on_duty")``."""
    shifts = tuple(running)
    for shift in shifts:
        if shift.person_id == person_id:
            return shift
    names = dict.fromkeys(shift.name for shift in shifts)
    raise Refused("not_on_duty", allowed=", ".join(names) or "-")


def require_shift(shift: Shift, now_at: datetime) -> Shift:
    """The shift with its instants in UTC.

    Raises ``Refused``: ``instant_without_zone``, ``shift_order`` when it ends before it starts,
    ``shift_over`` when it has ended, ``shift_too_long``.
    """
    starts_at = require_utc(shift.starts_at, field="starts_at")
    ends_at = require_utc(shift.ends_at, field="ends_at")
    if ends_at <= starts_at:
        raise Refused("shift_order", field="ends_at")
    if ends_at <= now_at:
        raise Refused("shift_over", field="ends_at")
    if ends_at - starts_at > timedelta(hours=LONGEST_H):
        raise Refused("shift_too_long", field="ends_at", allowed=f"<= {LONGEST_H} h")
    return replace(shift, starts_at=starts_at, ends_at=ends_at)


def ended(shift: Shift, now_at: datetime, *, by: str) -> Shift:
    """The shift ended now, or empty when it has not begun. Raises ``Refused("shift_over")``."""
    if shift.ends_at <= max(now_at, shift.starts_at):
        raise Refused("shift_over", field="shift_id")
    return replace(shift, ends_at=max(now_at, shift.starts_at), ended_by=by)
