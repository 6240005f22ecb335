"""Who is on duty, and who may be: of every hospital, or of one's own."""

from datetime import timedelta

from msgspec import Struct

from dispatch.identity import Role, Shift
from dispatch.kernel import HospitalCode, PersonId
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading

ALLOWED = frozenset(
    {
        Role.INTENSIVIST,
        Role.DISPATCHER,
        Role.COORDINATING_DOCTOR,
        Role.ANALYST,
        Role.HEADQUARTERS,
    }
)

PAST_H = 24
"""The roster shown begins with what ended in the last day."""


class Colleague(Struct, frozen=True):
    """An intensivist who may be put on the roster."""

    person_id: PersonId
    name: str
    hospital: HospitalCode


class Roster(Struct, frozen=True):
    """The shifts by their start, and who may be on one; of the own hospital for its people."""

    shifts: tuple[Shift, ...]
    people: tuple[Colleague, ...]


@reading(ALLOWED)
async def read_roster(hq: Headquarters, command: Command) -> Roster:
    """From a day ago on, as far as it is written. A shift withdrawn is not shown."""
    own = command.actor.hospital
    shifts = await hq.duty.read_shifts(hq.clock() - timedelta(hours=PAST_H))
    return Roster(
        shifts=tuple(
            each
            for each in shifts
            if own in {None, each.hospital} and each.starts_at < each.ends_at
        ),
        people=tuple(
            Colleague(person.person_id, person.name, person.hospital)
            for person in await hq.people.list_people()
            if person.role is Role.INTENSIVIST
            and person.is_active
            and person.hospital is not None
            and own in {None, person.hospital}
        ),
    )
