"""Accounts: added, listed, changed. From the command line, by whoever runs the server."""

from msgspec.structs import replace

from dispatch.identity import Role
from dispatch.kernel import HospitalCode, PersonId, Refused, UnitId
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Person
from dispatch.store.headquarters import Headquarters
from dispatch.transfer.limits import require_text

PASSWORD_MIN = 15
"""Characters (ASVS 5.0, 6.2.1 asks for 8 and recommends 15)."""

OF_A_HOSPITAL = frozenset({Role.REFERRING_DOCTOR, Role.INTENSIVIST})


async def add_person(hq: Headquarters, person: Person, password: str) -> Person:
    """The account with its password hashed. ``person.password_hash`` is ignored.

    Raises ``Refused``: ``username_taken``, ``password_too_short``, ``hospital_needed``,
    ``unit_needed``, ``unknown_hospital``, ``unknown_unit``, ``role_not_for_people``.
    """
    await _require_sound(hq, person)
    if not person.is_demo:
        require_password(password)
    hashed = await hq.hash_password(password)
    new = replace(
        person,
        person_id=person.person_id or PersonId(hq.new_id()),
        username=person.username.strip().lower(),
        password_hash=hashed,
    )
    await hq.people.add_person(new)
    return new


async def list_people(hq: Headquarters) -> tuple[Person, ...]:
    """All accounts by name."""
    return await hq.people.list_people()


async def change_password(hq: Headquarters, username: str, password: str) -> None:
    """A new password; every session under the old one ends, open live boards within seconds.

    Raises ``Refused``: ``unknown_person``, ``password_too_short``.
    """
    require_password(password)
    person = await find_person(hq, username)
    hashed = await hq.hash_password(password)
    await hq.people.change_person(replace(person, password_hash=hashed))
    await hq.people.end_sessions(person_id=person.person_id)


async def disable_person(hq: Headquarters, username: str) -> None:
    """The account can't sign in any more and its sessions end."""
    person = await find_person(hq, username)
    await hq.people.change_person(replace(person, is_active=False))


async def find_person(hq: Headquarters, username: str) -> Person:
    """The account of that name. Raises ``Refused("unknown_person")``."""
    person = await hq.people.find_person(username.strip().lower())
    if person is None:
        raise Refused("unknown_person", field="username", value=username)
    return person


def require_password(password: str) -> None:
    """Nothing, or ``Refused("password_too_short")``."""
    if len(password) < PASSWORD_MIN:
        raise Refused("password_too_short", field="password", allowed=f">= {PASSWORD_MIN}")


async def _require_sound(hq: Headquarters, person: Person) -> None:
    require_text(person.username, field="username", most=40)
    require_text(person.name, field="name", most=80)
    if person.role is Role.HEADQUARTERS:
        raise Refused("role_not_for_people", field="role", value=person.role.value)
    if person.role in OF_A_HOSPITAL:
        await _require_hospital(hq, person.hospital)
    if person.role is Role.CREW:
        await _require_unit(hq, person.unit_id)


async def _require_hospital(hq: Headquarters, code: HospitalCode | None) -> None:
    if code is None:
        raise Refused("hospital_needed", field="hospital")
    require_hospital(hq.network, code)


async def _require_unit(hq: Headquarters, unit_id: UnitId | None) -> None:
    if unit_id is None:
        raise Refused("unit_needed", field="unit_id")
    board = await hq.log.read_rows((unit_id,))
    if unit_id not in board.units:
        raise Refused("unknown_unit", field="unit_id", value=unit_id)
