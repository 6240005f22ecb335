"""Who acts, in which role, for which hospital or unit, and what each may see.

Identity knows people of the service. It never knows a patient, nor what a transfer is: it is
told the parties of one and answers.
"""

from dispatch.identity.actor import HEADQUARTERS, Actor
from dispatch.identity.duty import (
    Post,
    Shift,
    ended,
    first_on_duty,
    on_duty,
    require_shift,
    shift_of,
    wall_instant,
)
from dispatch.identity.roles import Role, require_role
from dispatch.identity.sight import Parties, Sight, sight

__all__ = [
    "HEADQUARTERS",
    "Actor",
    "Parties",
    "Post",
    "Role",
    "Shift",
    "Sight",
    "ended",
    "first_on_duty",
    "on_duty",
    "require_role",
    "require_shift",
    "shift_of",
    "sight",
    "wall_instant",
]
