"""A hospital's own antibiotic protocols: what holds for each focus, and all that ever held."""

from msgspec import Struct

from dispatch.identity import Role
from dispatch.kernel import HospitalCode
from dispatch.network import Care
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.antibiotic_protocol import (
    ProtocolVersion,
    Standing,
    standing,
    versions_of,
)
from dispatch.transfer.parts import FOCI, Focus

ALLOWED = frozenset(set(Role) - {Role.ADMIN})


class FocusProtocol(Struct, frozen=True):
    """For such patients and that focus: what holds now, and every version, the last first."""

    care: Care
    focus: Focus
    now: Standing
    versions: tuple[ProtocolVersion, ...]


class ProtocolsView(Struct, frozen=True):
    """Adults first, each focus in the order of the request."""

    hospital: HospitalCode
    protocols: tuple[FocusProtocol, ...]


@reading(ALLOWED)
async def read_antibiotic_protocols(
    hq: Headquarters, command: Command, hospital: HospitalCode
) -> ProtocolsView:
    """No secret: whoever is signed in may know by which text a hospital treats."""
    del command
    require_hospital(hq.network, hospital)
    known, now_at = await hq.centres.read_protocols(hospital), hq.clock()
    return ProtocolsView(
        hospital,
        tuple(
            FocusProtocol(
                care=care,
                focus=focus,
                now=standing(known, care, focus, at=now_at),
                versions=versions_of(known, care, focus),
            )
            for care in Care
            for focus in FOCI
        ),
    )
