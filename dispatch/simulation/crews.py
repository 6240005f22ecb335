"""Simulated crews take their unit through the steps of a transfer, of anybody's patient.

A crew of people may report any step first; the simulation then goes on from there.
"""

from datetime import datetime

from dispatch.assessment import criterion
from dispatch.desk.check_identity import check_identity
from dispatch.desk.hand_over import hand_over
from dispatch.desk.report_progress import report_progress
from dispatch.fleet import Mode, Unit
from dispatch.kernel import elapsed_min
from dispatch.routing.travel.travel_times import Spot, TravelTimes
from dispatch.simulation.actors import as_command, crew, dice, seconds_since
from dispatch.simulation.movement import Trip, way_between
from dispatch.simulation.world import Scene, World
from dispatch.transfer.decide_whose import IdentityReport, is_checked_by_crew
from dispatch.transfer.events import Step
from dispatch.transfer.expected import bedside_min
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer, receiving

ACKNOWLEDGED_AFTER_S = 25

IT_IS_THEM = IdentityReport(compared=("name", "birth_date"), is_match=True)
"""Simulated crews find the right patient; people may still report that it is another."""

NEXT_STEP: dict[Stage, Step] = {
    Stage.ASSIGNED: "notified",
    Stage.NOTIFIED: "en_route",
    Stage.EN_ROUTE: "at_patient",
    Stage.AT_PATIENT: "departed",
    Stage.DEPARTED: "arrived",
}


async def act_for_crew(
    world: World, unit: Unit, transfer: Transfer, *, now_at: datetime
) -> bool:
    """Report the unit's next step if it has had its time; whether it had."""
    trip = world.trips.get(unit.unit_id)
    moving = transfer.stage in {Stage.EN_ROUTE, Stage.DEPARTED}
    if moving:
        is_due = trip is not None and trip.is_over(now_at)
    else:
        is_due = has_stood(world, unit, transfer, now_at=now_at)
    if not is_due:
        return False
    command = as_command(crew(unit.unit_id))
    if transfer.stage is Stage.ARRIVED:
        await hand_over(world.hq, command, transfer.transfer_id)
    elif transfer.stage is Stage.AT_PATIENT and not is_checked_by_crew(transfer):
        await check_identity(world.hq, command, transfer.transfer_id, report=IT_IS_THEM)
    else:
        step = NEXT_STEP[transfer.stage]
        await report_progress(world.hq, command, transfer.transfer_id, step=step)
    return True


def purpose_of(transfer: Transfer) -> str | None:
    """What a unit of this transfer travels for; None while it stands."""
    if transfer.stage not in {Stage.EN_ROUTE, Stage.DEPARTED}:
        return None
    return f"{transfer.stage}:{transfer.transfer_id}"


def trip_for(world: World, unit: Unit, transfer: Transfer, *, scene: Scene) -> Trip:
    """The way the unit is on for its transfer.

    Loaded it left the referring hospital when its crew said so. Empty it goes on from where it
    was last seen, and if it never was, it left its base when its crew said so.
    """
    times, now_at = transfer.milestones, scene.now_at
    if transfer.stage is Stage.DEPARTED:
        start: Spot = transfer.referring
        end, left_at = receiving(transfer), times.departed_at
    else:
        start, end = spot_of(unit, scene), transfer.referring
        left_at = now_at if unit.unit_id in scene.seen else times.en_route_at
    assert end is not None
    way = way_between(world.hq.travel, unit.mode, start, end=end)
    purpose = purpose_of(transfer) or ""
    return Trip(way, left_at or now_at, purpose, world.rules.speed)


def spot_of(unit: Unit, scene: Scene) -> Spot:
    """Where the unit was last seen, else where it last stood."""
    seen = scene.seen.get(unit.unit_id)
    return (seen.lat, seen.lon) if seen is not None else (unit.place or unit.base_id)


def has_stood(world: World, unit: Unit, transfer: Transfer, *, now_at: datetime) -> bool:
    """Whether a unit that stands has stood long enough to report its next step."""
    found = _stand(world.hq.travel, unit, transfer)
    if found is None:
        return False
    needed_s, since_at = found
    return seconds_since(since_at, now_at) * world.rules.speed >= needed_s


def _stand(
    travel: TravelTimes, unit: Unit, transfer: Transfer
) -> tuple[float, datetime | None] | None:
    """Seconds the unit stands at this stage, and since when; None where it doesn't."""
    times = transfer.milestones
    match transfer.stage:
        case Stage.ASSIGNED:
            return float(ACKNOWLEDGED_AFTER_S), times.assigned_at
        case Stage.NOTIFIED:
            return _until_leaving_min(travel, unit, transfer) * 60, times.assigned_at
        case Stage.AT_PATIENT:
            share = dice(transfer.transfer_id, "bedside").uniform(0.8, 1.2)
            return bedside_min(transfer) * 60 * share, times.at_patient_at
        case Stage.ARRIVED:
            return criterion("handover_min") * 60, times.arrived_at
        case _:
            return None


def _until_leaving_min(travel: TravelTimes, unit: Unit, transfer: Transfer) -> float:
    """Mobilisation; or, when it was promised for later, until it must leave to keep that."""
    is_air = unit.mode is Mode.AIR
    least = criterion("mobilisation_air_min" if is_air else "mobilisation_road_min")
    promised_at, assigned_at = transfer.expected_bedside_at, transfer.milestones.assigned_at
    if promised_at is None or assigned_at is None:
        return least
    start = unit.place or unit.base_id
    drive_min = way_between(travel, unit.mode, start, end=transfer.referring)[-1].minute
    return max(least, elapsed_min(assigned_at, promised_at) - drive_min)
