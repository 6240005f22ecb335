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
)
from dispatch.identity.roles import Role, require_role
from dispatch.identity.sight import Parties, Sight, sight
from dispatch.identity.telephone import dialled
from dispatch.identity.wall_clock import (
    WALL,
    NeverWas,
    WhichDay,
    read_day,
    read_time,
    read_wall,
    told_instant,
    wall_instant,
)

__all__ = [
    "HEADQUARTERS",
    "WALL",
    "Actor",
    "NeverWas",
    "Parties",
    "Post",
    "Role",
    "Shift",
    "Sight",
    "WhichDay",
    "dialled",
    "ended",
    "first_on_duty",
    "on_duty",
    "read_day",
    "read_time",
    "read_wall",
    "require_role",
    "require_shift",
    "shift_of",
    "sight",
    "told_instant",
    "wall_instant",
]
