"""Every unit of the region, moved on: where it is, what it reports."""

from dispatch.desk.record_positions import record_positions
from dispatch.fleet import Activity, Position, Unit
from dispatch.identity import HEADQUARTERS
from dispatch.simulation.actors import as_command
from dispatch.simulation.crews import act_for_crew, purpose_of, trip_for
from dispatch.simulation.movement import Place
from dispatch.simulation.outings import (
    OTHER_WORK,
    come_back,
    go_out,
    is_back,
    may_go_out,
    trip_out,
    wants_out,
)
from dispatch.simulation.world import Scene, World

STANDING_EVERY_S = 30
"""A unit that stands says so this often, well before its position counts as old."""


async def move_unit(world: World, unit: Unit, scene: Scene, *, passed_s: float) -> None:
    """One unit's doings since the last look."""
    remember_trip(world, unit, scene)
    transfer = scene.board.transfers.get(unit.transfer_id) if unit.transfer_id else None
    if transfer is not None:
        if world.rules.has_crews:
            await act_for_crew(world, unit, transfer, now_at=scene.now_at)
    elif is_back(unit, scene.now_at, speed=world.rules.speed):
        await come_back(world, unit)
    elif may_go_out(unit, scene.board, scene.now_at) and wants_out(
        world, unit, passed_s=passed_s
    ):
        await go_out(world, unit, scene.now_at)


def remember_trip(world: World, unit: Unit, scene: Scene) -> None:
    """Keep, make or forget the way the unit is on, so that it follows the board."""
    transfer = scene.board.transfers.get(unit.transfer_id) if unit.transfer_id else None
    purpose = OTHER_WORK if unit.activity is Activity.OTHER_MISSION else None
    if transfer is not None:
        purpose = purpose_of(transfer)
    known = world.trips.get(unit.unit_id)
    if known is not None and known.purpose == purpose:
        return
    made = None
    if purpose is not None:
        made = (
            trip_for(world, unit, transfer, scene=scene)
            if transfer is not None
            else trip_out(world, unit, scene)
        )
    world.trips.pop(unit.unit_id, None)
    if made is not None:
        world.trips[unit.unit_id] = made


async def tell_positions(world: World, scene: Scene) -> None:
    """Where every unit is: the moving ones each time, the standing ones now and then."""
    positions = [
        position
        for unit in scene.board.units.values()
        if (position := position_of(world, unit, scene)) is not None
    ]
    if positions:
        await record_positions(world.hq, as_command(HEADQUARTERS), positions)
        world.told_at.update((each.unit_id, each.seen_at) for each in positions)


def position_of(world: World, unit: Unit, scene: Scene) -> Position | None:
    """The unit's place now; None when it stands and said so a moment ago."""
    trip = world.trips.get(unit.unit_id)
    told_at = world.told_at.get(unit.unit_id)
    if trip is not None:
        place = trip.place(scene.now_at)
    elif told_at and (scene.now_at - told_at).total_seconds() < STANDING_EVERY_S:
        return None
    else:
        place = standing_place(world, unit, scene)
    return Position(unit.unit_id, place.lat, place.lon, scene.now_at, place.heading_deg)


def standing_place(world: World, unit: Unit, scene: Scene) -> Place:
    """Where a unit that doesn't move stands: its last place, or, called away, where it was."""
    seen = scene.seen.get(unit.unit_id)
    if seen is not None and unit.activity in {Activity.DISPATCHED, Activity.ACKNOWLEDGED}:
        return Place(seen.lat, seen.lon)
    return Place(*world.hq.travel.position(unit.place or unit.base_id))
