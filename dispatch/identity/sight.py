"""What an actor may see of one transfer. Applied alike to snapshots, live news and answers.

Access follows relationship (Llei 21/2000 art. 11; Ley 41/2002 art. 16): the sending hospital,
the hospital asked or receiving, the crew assigned, headquarters. A hospital that declined loses
sight at once.
"""

from enum import IntEnum

from msgspec import Struct

from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.ids import HospitalCode, UnitId


class Sight(IntEnum):
    """How much is seen, each step including the lower one."""

    NOTHING = 0
    """Not even that the transfer exists."""
    LOGISTICS = 1
    """Who, where, when, priority, what the unit must bring."""
    CLINICAL = 2
    """Also the clinical picture that the two doctors share."""


class Parties(Struct, frozen=True):
    """Who takes part in a transfer right now. A return concerns the doctors of both hospitals,
    whatever their role: one without an ICU has no intensivist. ``waits_with`` is a failed unit
    whose crew stays with the patient. ``brought_to`` is the hospital to which the crew takes
    the patient, when it is not the one that agreed.
    """

    referring: HospitalCode
    asked: HospitalCode | None
    receiving: HospitalCode | None
    unit_id: UnitId | None
    is_return: bool = False
    waits_with: UnitId | None = None
    brought_to: HospitalCode | None = None


def sight(actor: Actor, of: Parties) -> Sight:
    """What ``actor`` sees of a transfer with these parties."""
    match actor.role:
        case Role.COORDINATING_DOCTOR | Role.HEADQUARTERS:
            return Sight.CLINICAL
        case Role.DISPATCHER | Role.ANALYST:
            return Sight.LOGISTICS
        case Role.REFERRING_DOCTOR:
            receives = of.is_return and _is_asked(actor, of)
            is_home = actor.hospital in {of.referring, of.brought_to}
            return _if_party(actor.hospital is not None and (is_home or receives))
        case Role.INTENSIVIST:
            sends = of.is_return and actor.hospital == of.referring
            return _if_party(sends or _is_asked(actor, of))
        case Role.CREW:
            return _if_party(
                actor.unit_id is not None and actor.unit_id in {of.unit_id, of.waits_with}
            )
        case Role.PRIMARY_CARE | Role.ADMIN:  # pragma: no branch -- no other is left
            return Sight.NOTHING


def _is_asked(actor: Actor, of: Parties) -> bool:
    return actor.hospital is not None and actor.hospital in {
        of.asked,
        of.receiving,
        of.brought_to,
    }


def _if_party(takes_part: bool) -> Sight:
    return Sight.CLINICAL if takes_part else Sight.NOTHING
