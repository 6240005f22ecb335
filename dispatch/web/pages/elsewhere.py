"""Where a crew may drive instead: every hospital, the nearest first, with what it offers."""

from datetime import datetime

from msgspec import Struct

from dispatch.fleet.position import UNKNOWN_S, Position
from dispatch.kernel import HospitalCode
from dispatch.network import Care, Network
from dispatch.network.network import offer, offer_is_provisional
from dispatch.routing.travel.travel_times import Spot, TravelTimes
from dispatch.transfer.views import TransferView


class Elsewhere(Struct, frozen=True):
    """``level`` is the one for the care of the patient, None where such patients aren't
    treated; ``road_min`` in free flow, from where the crew is or was last known.
    """

    code: HospitalCode
    road_min: int
    level: str | None
    is_provisional: bool


def spot_of(transfer: TransferView, seen: Position | None, now_at: datetime) -> Spot:
    """Where the crew is: its last fix while that counts, else the last hospital it was at."""
    if seen is not None and (now_at - seen.seen_at).total_seconds() <= UNKNOWN_S:
        return (seen.lat, seen.lon)
    return transfer.arrived_in or transfer.referring


def elsewhere(
    transfer: TransferView, spot: Spot, *, network: Network, travel: TravelTimes
) -> tuple[Elsewhere, ...]:
    """All but the one the crew drives to already, the sender among them."""
    places = (
        _place(code, spot, transfer.care, network, travel)
        for code in network.hospitals
        if code != transfer.heading_to
    )
    return tuple(sorted(places, key=lambda each: (each.road_min, each.code)))


def _place(
    code: HospitalCode, spot: Spot, care: Care, network: Network, travel: TravelTimes
) -> Elsewhere:
    hospital = network.hospitals[code]
    offered = offer(hospital, care)
    return Elsewhere(
        code=code,
        road_min=travel.road_min(spot, code),
        level=offered.level.value if offered else None,
        is_provisional=offered is not None and offer_is_provisional(hospital, care),
    )
