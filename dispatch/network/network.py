"""The hospitals together: who is of which level, and who refers to whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.network.hospital import CareOffer, Hospital
from dispatch.network.levels import Care, Level


@dataclass(frozen=True)
class Network:
    """Every hospital by its code, in the order of the file."""

    hospitals: Mapping[HospitalCode, Hospital]


def hospital(network: Network, code: str, *, field: str = "hospital") -> Hospital:
    """The hospital of this code. Raises ``Refused("unknown_hospital")`` naming ``field``."""
    found = network.hospitals.get(HospitalCode(code))
    if found is None:
        raise Refused("unknown_hospital", field=field, value=code)
    return found


def offer(hospital: Hospital, care: Care) -> CareOffer | None:
    """What the hospital offers this kind of patient; None when it doesn't treat them."""
    return hospital.adult if care is Care.ADULT else hospital.paediatric


def offers_level(hospital: Hospital, *, care: Care, level: Level) -> bool:
    """Whether the hospital does all that ``level`` does for this kind of patient."""
    offered = offer(hospital, care)
    return offered is not None and offered.level.includes(level)


def offer_is_provisional(hospital: Hospital, care: Care) -> bool:
    """Whether screens must mark the level and references as not taken from the paper."""
    return care is Care.PAEDIATRIC or hospital.level_is_provisional


def hospitals_of_level(network: Network, *, care: Care, level: Level) -> tuple[Hospital, ...]:
    """Hospitals that offer ``level`` or a higher one, in the order of the file."""
    return tuple(
        each
        for each in network.hospitals.values()
        if offers_level(each, care=care, level=level)
    )


def reference(network: Network, code: str, *, care: Care, level: Level) -> HospitalCode | None:
    """The reference centre of a hospital for a level; itself where its own level suffices.

    None when the hospital doesn't treat such patients, for then the network assigns it no
    centre. Raises ``Refused("unknown_hospital")``.
    """
    referring = hospital(network, code)
    offered = offer(referring, care)
    if offered is None:
        return None
    if offered.level.includes(level):
        return referring.code
    return offered.reference_sep2a if level is Level.SEP_2A else offered.reference_sep2b
