"""The demo's accounts: a doctor and an ICU for every hospital, a crew for every unit.

They all share one password, are marked as demo accounts, and can't sign in anywhere else.
"""

import asyncio

from msgspec.structs import replace

from dispatch.desk import Headquarters, Person
from dispatch.fleet import UnitType
from dispatch.identity import Actor, Role
from dispatch.kernel import HospitalCode, PersonId, UnitId
from dispatch.network import Hospital

AT_ONCE = 8

SHOWCASE_DOCTOR = "calella"
SHOWCASE_ICU = "uci-mataro"
SHOWCASE_UNIT = "sva-15"

NAMES = {
    SHOWCASE_DOCTOR: "Dra. Anna Serra",
    SHOWCASE_ICU: "Dr. Pau Vidal",
    "uci-germans-trias": "Dra. Laia Ferrer",
}

OFFICE = (
    ("central", "Marta Puig", Role.DISPATCHER),
    ("coordinacio", "Dr. Jordi Roca", Role.COORDINATING_DOCTOR),
    ("cap-calella", "CAP Calella", Role.PRIMARY_CARE),
    ("analista", "Núria Soler", Role.ANALYST),
)

SHOWN = (
    "central",
    SHOWCASE_DOCTOR,
    SHOWCASE_ICU,
    SHOWCASE_UNIT,
    "cap-calella",
    "coordinacio",
    "analista",
)
"""The accounts a newcomer needs, in the order of the patient's journey."""


def cast(hq: Headquarters, units: dict[UnitId, UnitType], *, language: str) -> list[Person]:
    """Every demo account, without its password."""
    hospitals = hq.network.hospitals.values()
    people = [_person(name, said, role) for name, said, role in OFFICE]
    people += [_referring(each) for each in hospitals]
    people += [_intensivist(each) for each in hospitals if each.icu_beds + each.picu_beds > 0]
    people += [_crew(key) for key, kind in units.items() if kind is not UnitType.SVB]
    return [replace(each, language=language) for each in people]


async def add_cast(hq: Headquarters, people: list[Person], password: str) -> None:
    """Adds those not there yet. One hash serves them all: the password is no secret."""
    known = {each.username for each in await hq.people.list_people()}
    new = [each for each in people if each.username not in known]
    if not new:
        return
    hashed = await hq.hash_password(password)
    turn = asyncio.Semaphore(AT_ONCE)

    async def add(person: Person) -> None:
        async with turn:
            await hq.people.add_person(replace(person, password_hash=hashed))

    await asyncio.gather(*(add(each) for each in new))


def showcase_doctor(people: list[Person]) -> Actor:
    """The doctor of the patient that waits for people."""
    person = next(each for each in people if each.username == SHOWCASE_DOCTOR)
    return Actor(person.person_id, person.name, person.role, hospital=person.hospital)


def shown(people: list[Person]) -> tuple[Person, ...]:
    """The accounts to tell a newcomer about."""
    by_name = {each.username: each for each in people}
    return tuple(by_name[name] for name in SHOWN if name in by_name)


def _person(
    username: str,
    name: str,
    role: Role,
    *,
    hospital: HospitalCode | None = None,
    unit_id: UnitId | None = None,
) -> Person:
    return Person(
        person_id=PersonId(f"demo-{username}"),
        username=username,
        name=NAMES.get(username, name),
        role=role,
        password_hash="",
        hospital=hospital,
        unit_id=unit_id,
        is_demo=True,
    )


def _referring(hospital: Hospital) -> Person:
    name = f"Urgències {hospital.short}"
    return _person(hospital.code, name, Role.REFERRING_DOCTOR, hospital=hospital.code)


def _intensivist(hospital: Hospital) -> Person:
    name = f"UCI {hospital.short}"
    return _person(f"uci-{hospital.code}", name, Role.INTENSIVIST, hospital=hospital.code)


def _crew(unit_id: UnitId) -> Person:
    return _person(unit_id.lower(), f"Dotació {unit_id}", Role.CREW, unit_id=unit_id)
