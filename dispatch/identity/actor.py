"""The one who acts. Written beside every event of the log."""

from msgspec import Struct

from dispatch.identity.roles import Role
from dispatch.kernel.ids import HospitalCode, PersonId, UnitId


class Actor(Struct, frozen=True):
    """A signed-in person (or the program) in a role.

    ``hospital`` is set for doctors of a hospital, ``unit_id`` for a crew; None for all others.
    """

    person_id: PersonId
    name: str
    role: Role
    hospital: HospitalCode | None = None
    unit_id: UnitId | None = None


HEADQUARTERS = Actor(
    person_id=PersonId("headquarters"), name="Headquarters", role=Role.HEADQUARTERS
)
"""The program acting by itself: proposals, clocks. Never an acceptance, never an assignment."""
