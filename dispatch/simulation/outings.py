"""The units' other work: most of the emergency fleet is busy with patients of no concern here.

A busy unit drives to a hospital near its base, stays, and drives home; its expected end is
told at once, as the real fleet should. Nothing of it is a transfer.
"""

from datetime import datetime, timedelta

from dispatch.assessment import criterion
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.fleet import Activity, Mode, Unit, UnitType, shift_end_at
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import UnitId, elapsed_min
from dispatch.routing.travel.travel_times import Waypoint
from dispatch.simulation.actors import as_command
from dispatch.simulation.crews import spot_of
from dispatch.simulation.movement import Trip, there_and_back, way_between
from dispatch.simulation.world import Scene, World
from dispatch.transfer.board import Board

IDLE_MIN = {Mode.ROAD: 40.0, Mode.AIR: 300.0}
"""Mean minutes between two outings: with these about 60 % of the road units are out."""

OTHER_WORK = "other_work"
STAY_MIN = 12
NEAR_MIN = 60
KEPT_FREE = frozenset({UnitId("SVA-15")})
"""Waits in Calella for the patient that people are to look after."""


def outing_way(world: World, unit: Unit) -> tuple[Waypoint, ...]:
    """From where it stands to a hospital near its base, and home."""
    travel, start = world.hq.travel, unit.place or unit.base_id
    near = [
        code
        for code in world.hq.network.hospitals
        if travel.road_min(unit.base_id, code) <= NEAR_MIN
    ]
    there = world.random.choice(near or list(world.hq.network.hospitals))
    return there_and_back(
        way_between(travel, unit.mode, start, end=there),
        way_between(travel, unit.mode, there, end=unit.base_id),
        stay_min=STAY_MIN,
    )


def trip_out(world: World, unit: Unit, scene: Scene) -> Trip | None:
    """The way of a busy unit nobody remembers: such that it ends when the unit said.

    Never seen before, the unit is somewhere on a round trip; seen, it is on its way home.
    """
    ends_at = unit.busy_until_at
    if ends_at is None:
        return None
    speed = world.rules.speed
    if unit.unit_id not in scene.seen:
        way = outing_way(world, unit)
    else:
        start = spot_of(unit, scene)
        way = way_between(world.hq.travel, unit.mode, start, end=unit.base_id)
    started_at = ends_at - timedelta(minutes=way[-1].minute / speed)
    return Trip(way, started_at, OTHER_WORK, speed)


def may_go_out(unit: Unit, board: Board, now_at: datetime) -> bool:
    """Whether the unit stands free, on shift, and is not about to be assigned."""
    proposed = {row.proposal.unit_id for row in board.transfers.values() if row.proposal}
    return (
        unit.activity is Activity.STATION
        and unit.transfer_id is None
        and unit.unit_type is not UnitType.SVB
        and unit.unit_id not in proposed | KEPT_FREE
        and shift_end_at(unit, now_at) is not None
    )


async def go_out(world: World, unit: Unit, now_at: datetime) -> None:
    """The unit takes on other work."""
    way = outing_way(world, unit)
    trip = Trip(way, now_at, OTHER_WORK, world.rules.speed)
    ends_at = now_at + timedelta(minutes=way[-1].minute / world.rules.speed)
    busy = StatusReport(activity="other_mission", busy_until_at=ends_at)
    await report_unit_status(world.hq, as_command(HEADQUARTERS), unit.unit_id, busy)
    world.trips[unit.unit_id] = trip


def is_back(unit: Unit, now_at: datetime, *, speed: float) -> bool:
    """Whether the unit's other work, or its cleaning after a handover, is over."""
    ends_at = unit.busy_until_at
    if ends_at is None:
        return False
    if unit.activity is Activity.CLEARING:
        begun_at = ends_at - timedelta(minutes=criterion("cleaning_min"))
        return elapsed_min(begun_at, now_at) * speed >= criterion("cleaning_min")
    return unit.activity is Activity.OTHER_MISSION and now_at >= ends_at


async def come_back(world: World, unit: Unit) -> None:
    """The unit is free: at its base after other work, at the hospital after a transfer."""
    place = unit.base_id if unit.activity is Activity.OTHER_MISSION else unit.place
    free = StatusReport(activity="station", place=place)
    world.trips.pop(unit.unit_id, None)
    await report_unit_status(world.hq, as_command(HEADQUARTERS), unit.unit_id, free)


def wants_out(world: World, unit: Unit, *, passed_s: float) -> bool:
    """Whether other work comes up in the seconds passed. A unit away from home goes soon."""
    is_away = unit.place not in {None, unit.base_id}
    mean_min = 5.0 if is_away else IDLE_MIN[unit.mode]
    return world.random.random() < passed_s * world.rules.speed / 60 / mean_min
