"""The people the simulation plays. They act through the desk like everybody else.

Their identifiers begin with a word no account has, which is how the simulation knows its own
patients again after a restart without remembering anything.
"""

from datetime import datetime
from random import Random

from dispatch.desk import Command
from dispatch.identity import Actor, Role
from dispatch.kernel import HospitalCode, PersonId, UnitId
from dispatch.transfer.transfer import Transfer

MARK = "simulated-"


def referring_doctor(hospital: HospitalCode) -> Actor:
    """Who asks for transfers out of this hospital."""
    return _of_hospital(Role.REFERRING_DOCTOR, hospital, "Urgències")


def intensivist(hospital: HospitalCode) -> Actor:
    """Who answers for the ICU of this hospital."""
    return _of_hospital(Role.INTENSIVIST, hospital, "UCI")


def dispatcher() -> Actor:
    """Who confirms units for simulated patients."""
    return Actor(PersonId(f"{MARK}dispatcher"), "Central (simulació)", Role.DISPATCHER)


def coordinating_doctor() -> Actor:
    """Who reports beds by telephone and closes what can't go on."""
    person_id = PersonId(f"{MARK}coordinating")
    return Actor(person_id, "Coordinació (simulació)", Role.COORDINATING_DOCTOR)


def crew(unit_id: UnitId) -> Actor:
    """Who travels on this unit."""
    return Actor(
        PersonId(f"{MARK}{unit_id}"), f"{unit_id} (simulació)", Role.CREW, unit_id=unit_id
    )


def as_command(actor: Actor, looking_at: Transfer | None = None) -> Command:
    """A command of this actor, never repeated by a network, decided from that transfer."""
    return Command(actor, last_seen=looking_at.version if looking_at else None)


def is_simulated(transfer: Transfer) -> bool:
    """Whether the patient is ours. All others belong to people and wait for them."""
    return transfer.referring_doctor_id.startswith(MARK)


def dice(*what: object) -> Random:
    """Random numbers that are the same whenever asked about the same thing."""
    return Random(":".join(str(each) for each in what))


def delay_s(low: float, high: float, *about: object) -> float:
    """How long this person takes over this, always the same."""
    return dice(*about).uniform(low, high)


def seconds_since(since_at: datetime | None, now_at: datetime) -> float:
    """Seconds since then, none when it never was."""
    return 0.0 if since_at is None else (now_at - since_at).total_seconds()


def _of_hospital(role: Role, hospital: HospitalCode, ward: str) -> Actor:
    person_id = PersonId(f"{MARK}{role.value}-{hospital}")
    return Actor(person_id, f"{ward} {hospital} (simulació)", role, hospital=hospital)
