"""When a unit would be at the bedside, at the receiving hospital, and free again."""

from datetime import datetime, timedelta

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.assessment.priority import Priority
from dispatch.fleet.position import UNKNOWN_S, Position
from dispatch.fleet.types import Mode
from dispatch.fleet.unit import Activity, Unit
from dispatch.routing.travel.road_model import are_neighbours
from dispatch.routing.travel.travel_source import Asked, TravelNow
from dispatch.routing.travel.travel_times import Spot
from dispatch.transfer.transfer import Transfer, goes_first, heading_to, pickup_spot


class Expected(Struct, frozen=True):
    """Instants by the travel times of this moment; None where the way isn't known."""

    bedside_at: datetime | None = None
    arrival_at: datetime | None = None
    free_at: datetime | None = None


STANDING = frozenset({Activity.STATION, Activity.CLEARING, Activity.OUT_OF_SERVICE})
"""Where it last stood is where it is."""


def spot_of(
    unit: Unit, position: Position | None, *, travel: TravelNow, now_at: datetime
) -> Spot:
    """Where the unit sets out from: a fresh position, unless it stands at a known place.

    A unit taken off a transfer on the way stands where it is seen, not where it started.
    """
    last = unit.place or unit.base_id
    if position is None or (now_at - position.seen_at).total_seconds() > UNKNOWN_S:
        return last
    seen = (position.lat, position.lon)
    stands = unit.activity in STANDING and travel.knows(last)
    if stands and are_neighbours(seen, travel.position(last)):
        return last
    return seen


def travel_min(
    travel: TravelNow, mode: Mode, start: Spot, *, end: Spot, by_lights: bool = False
) -> int:
    """Whole minutes by the unit's own way of travelling."""
    if mode is Mode.AIR:
        return travel.air_min(start, end)
    return travel.road_min(start, end, by_lights=by_lights)


def goes_by_lights(transfer: Transfer) -> bool:
    """Whether the empty unit drives by lights: to a priority 0 and to a patient
    on the road (proposed). Loaded it never
    does: a patient on vasoactives is driven smoothly.
    """
    return goes_first(transfer)


def mobilisation_min(unit: Unit) -> int:
    """Minutes from notice to moving; none for a unit that is out already."""
    if unit.activity is not Activity.STATION:
        return 0
    name = "mobilisation_air_min" if unit.mode is Mode.AIR else "mobilisation_road_min"
    return int(criterion(name))


def is_busy(unit: Unit) -> bool:
    """Whether it works for somebody else, or clears, until ``busy_until_at``."""
    return unit.activity in {Activity.OTHER_MISSION, Activity.CLEARING}


def bedside_min(transfer: Transfer) -> int:
    """Minutes of preparation at the bedside."""
    is_zero = transfer.priority is Priority.ZERO
    return int(criterion("bedside_p0_min" if is_zero else "bedside_3h_min"))


def asked_legs(
    transfer: Transfer,
    unit: Unit,
    *,
    travel: TravelNow,
    position: Position | None,
    now_at: datetime,
) -> Asked:
    """The drives that ``expected_times`` depends on; none by helicopter."""
    hospital = heading_to(transfer)
    if hospital is None or unit.mode is Mode.AIR:
        return Asked((), ())
    start = spot_of(unit, position, travel=travel, now_at=now_at)
    scene = pickup_spot(transfer)
    return Asked((start, scene), (scene, hospital))


def expected_times(
    transfer: Transfer,
    unit: Unit,
    *,
    travel: TravelNow,
    position: Position | None,
    now_at: datetime,
) -> Expected:
    """The three instants if the unit sets out now."""
    hospital = heading_to(transfer)
    if hospital is None:
        return Expected()
    start = spot_of(unit, position, travel=travel, now_at=now_at)
    leaves_at = max(now_at, unit.busy_until_at or now_at) if is_busy(unit) else now_at
    scene = pickup_spot(transfer)
    empty_min = travel_min(
        travel,
        unit.mode,
        start,
        end=scene,
        by_lights=goes_by_lights(transfer),
    )
    loaded_min = travel_min(travel, unit.mode, scene, end=hospital)
    bedside_at = leaves_at + timedelta(minutes=mobilisation_min(unit) + empty_min)
    arrival_at = bedside_at + timedelta(minutes=bedside_min(transfer) + loaded_min)
    return Expected(
        bedside_at=bedside_at,
        arrival_at=arrival_at,
        free_at=arrival_at + timedelta(minutes=criterion("handover_min")),
    )
