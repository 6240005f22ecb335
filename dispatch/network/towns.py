"""Municipalities that the network knows, and where they are: those of hospitals and bases."""

from collections.abc import Iterable

from dispatch.kernel.failures import Refused
from dispatch.network.hospital_columns import LAT_HIGH, LAT_LOW, LON_HIGH, LON_LOW
from dispatch.network.network import Network
from dispatch.network.parse_bases import Base

Spot = tuple[float, float]
"""Latitude and longitude, WGS84 degrees."""


def towns(network: Network, bases: Iterable[Base]) -> dict[str, Spot]:
    """The municipalities by name, each where its first hospital is, else its first base."""
    found: dict[str, Spot] = {}
    for hospital in network.hospitals.values():
        found.setdefault(hospital.municipality, (hospital.lat, hospital.lon))
    for base in bases:
        found.setdefault(base.municipality, (base.lat, base.lon))
    return dict(sorted(found.items()))


def require_in_region(spot: Spot) -> Spot:
    """The spot itself, or ``Refused("position_invalid")`` when it lies outside Catalonia."""
    for field, value, low, high in (
        ("lat", spot[0], LAT_LOW, LAT_HIGH),
        ("lon", spot[1], LON_LOW, LON_HIGH),
    ):
        if not low <= value <= high:
            allowed = f"{low}..{high}"
            raise Refused("position_invalid", field=field, value=value, allowed=allowed)
    return spot
