"""The roles of the service. A person holds exactly one at a time."""

from enum import StrEnum

from dispatch.kernel.failures import Refused


class Role(StrEnum):
    """What a person is signed in as. The value is what the wire and the database carry."""

    DISPATCHER = "dispatcher"
    """Works the console at headquarters: confirms hospitals and units."""
    COORDINATING_DOCTOR = "coordinating_doctor"
    """Doctor at headquarters: all a dispatcher does, and lowers a priority."""
    REFERRING_DOCTOR = "referring_doctor"
    """Asks for transfers out of the own hospital."""
    INTENSIVIST = "intensivist"
    """On duty for the ICU of the own hospital: answers the checklist."""
    CREW = "crew"
    """The people on one unit: report its progress."""
    PRIMARY_CARE = "primary_care"
    """A primary care team or urgent care point: raises pre-alerts, sees what became of them."""
    ANALYST = "analyst"
    """Reads the board and the registry, changes nothing."""
    ADMIN = "admin"
    """Manages accounts; sees no transfer."""
    HEADQUARTERS = "headquarters"
    """The program itself (planner, simulation). Nobody signs in as it."""


def require_role(role: Role, /, allowed: frozenset[Role]) -> None:
    """Nothing, or ``Refused("role_not_allowed")`` naming the roles that are."""
    if role not in allowed:
        raise Refused("role_not_allowed", role=role.value, allowed=", ".join(sorted(allowed)))
