"""Hospitals, their levels SEP-1, SEP-2a and SEP-2b, and the reference centres among them.

Knows nothing of who is where now: no free beds, no units, no patients.
"""

from dispatch.network.check_network import check
from dispatch.network.hospital import CareOffer, Hospital
from dispatch.network.levels import Care, Level
from dispatch.network.network import (
    Network,
    hospital,
    hospitals_of_level,
    offer,
    offer_is_provisional,
    offers_level,
    reference,
)
from dispatch.network.parse_bases import Base, parse_bases
from dispatch.network.parse_hospitals import InvalidNetwork, parse_hospitals
from dispatch.network.parse_telephones import InvalidTelephones, parse_telephones

__all__ = [
    "Base",
    "Care",
    "CareOffer",
    "Hospital",
    "InvalidNetwork",
    "InvalidTelephones",
    "Level",
    "Network",
    "check",
    "hospital",
    "hospitals_of_level",
    "offer",
    "offer_is_provisional",
    "offers_level",
    "parse_bases",
    "parse_hospitals",
    "parse_telephones",
    "reference",
]
