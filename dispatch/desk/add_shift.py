"""A hospital, or the coordinating doctor for it, puts an intensivist on duty."""

import hashlib
from datetime import datetime

from msgspec import Struct

from dispatch.identity import Post, Role, Shift, require_shift
from dispatch.kernel import HospitalCode, PersonId, Refused
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command, Person
from dispatch.store.headquarters import Headquarters, reading

ALLOWED = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})


class NewShift(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody of that hospital on duty; instants with their zone."""

    hospital: HospitalCode
    person_id: PersonId
    post: Post
    starts_at: datetime
    ends_at: datetime


@reading(ALLOWED)
async def add_shift(hq: Headquarters, command: Command, new: NewShift) -> Shift:
    """Under the same key it counts once. Rosters are no part of the log: each shift keeps who
    wrote it, and when.

    Raises ``Refused``: ``not_your_hospital``, ``unknown_hospital``, ``unknown_person``,
    ``key_reused`` for another shift under the same key, and those of an impossible shift.
    """
    actor = command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != new.hospital:
        raise Refused(
            "not_your_hospital", field="hospital", value=new.hospital, allowed=actor.hospital
        )
    require_hospital(hq.network, new.hospital)
    person = await _require_colleague(hq, new)
    now_at = hq.clock()
    given = Shift(
        shift_id=_shift_id(hq, command),
        hospital=new.hospital,
        person_id=person.person_id,
        name=person.name,
        post=new.post,
        starts_at=new.starts_at,
        ends_at=new.ends_at,
        added_by=actor.name,
        added_at=now_at,
    )
    shift = require_shift(given, now_at)
    await hq.duty.add_shifts((shift,))
    kept = await hq.duty.find_shift(shift.shift_id)
    if kept is None or _said(kept) != _said(shift, ended=kept):
        raise Refused("key_reused", field="Idempotency-Key")
    return kept


def _said(shift: Shift, *, ended: Shift | None = None) -> tuple[object, ...]:
    """What the command says of it; the end of one that was ended meanwhile is another's."""
    ends_at = ended.ends_at if ended is not None and ended.ended_by else shift.ends_at
    return (shift.hospital, shift.person_id, shift.post, shift.starts_at, ends_at)


async def _require_colleague(hq: Headquarters, new: NewShift) -> Person:
    for person in await hq.people.list_people():
        is_theirs = (person.person_id, person.hospital) == (new.person_id, new.hospital)
        if is_theirs and person.role is Role.INTENSIVIST and person.is_active:
            return person
    raise Refused("unknown_person", field="person_id", value=new.person_id)


def _shift_id(hq: Headquarters, command: Command) -> str:
    if command.key is None:
        return hq.new_id()
    return hashlib.sha256(f"{command.actor.person_id}\n{command.key}".encode()).hexdigest()
