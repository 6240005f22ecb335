"""From the board to an instance of the assignment problem: all open transfers, all units.

An instance has one matrix for the road, but a unit drives to a priority 0 by lights and with
its patient it doesn't. So the referring hospital of a priority 0 is a location of its own,
``P0:`` and its code: only empty units come to it, by lights, and only loaded ones leave it.
A patient on the road, whose unit failed, waits at a location ``~`` and the transfer's name.
The whole plan is driven at the pace of this hour; a new plan is made at least every minute.
"""

from collections.abc import Mapping
from datetime import datetime
from math import floor

from msgspec import Struct

from dispatch.assessment.criteria import criterion
from dispatch.fleet.position import Position
from dispatch.fleet.shift import shift_end_at
from dispatch.fleet.types import Mode, UnitType
from dispatch.fleet.unit import LOADED, Activity, Assignability, Unit
from dispatch.kernel.ids import TransferId, UnitId
from dispatch.kernel.instants import elapsed_min
from dispatch.network.network import Network, hospital
from dispatch.routing.problem import instance as plan
from dispatch.routing.problem.parameters import Parameters
from dispatch.routing.travel.travel_source import TravelNow
from dispatch.routing.travel.travel_times import Spot
from dispatch.transfer.board import Board
from dispatch.transfer.expected import (
    bedside_min,
    goes_by_lights,
    mobilisation_min,
    spot_of,
    travel_min,
)
from dispatch.transfer.promised import left_min, sets_out_min
from dispatch.transfer.stage import WITH_UNIT, Stage
from dispatch.transfer.transfer import (
    Transfer,
    goes_first,
    goes_last,
    heading_to,
    pickup_spot,
    roadside,
)
from dispatch.transfer.unit_types import allowed_unit_types

PLANNED = frozenset({Stage.ACCEPTED, *WITH_UNIT})
"""Agreed and not loaded: what a plan is about. A unit at the bedside stays."""

NOBODY_DRIVES_THERE_MIN = 50_000
"""Minutes to a unit's own position: nobody ever travels to it."""

ROADSIDE = "~"
"""Before the name of a transfer: where its patient waits on the road."""

BY_LIGHTS = "P0:"
"""Before the name of a place: where an empty unit arrives by lights. No code has a colon."""

ALONE_MIN = 30
"""Coverage cost of a unit is the minutes to the next free one, at most this (proposed)."""


class Question(Struct, frozen=True):
    """What a plan depends on, as of ``now_at``. Returns are planned apart (``of_returns``):
    for the plan of the code a crew sent on one is as free as any other.
    """

    board: Board
    network: Network
    travel: TravelNow
    positions: Mapping[UnitId, Position]
    now_at: datetime
    of_returns: bool = False


class Ready(Struct, frozen=True):
    """A unit that can be planned: from where, from when."""

    unit: Unit
    spot: Spot
    free_min: int
    shift_end_min: int


def plan_question(question: Question) -> plan.Instance:
    """The instance, in whole minutes after now. It has no transfers when none is to be planned.

    Left out: basic units, units off shift, out of service, of unknown status, units busy until
    nobody knows when, units of a transfer whose papers are to come; and units and transfers off
    the map (``off_the_map``), so that what is wrong in one row costs that row and not the plan.
    """
    transfers, ready = planned_transfers(question), ready_units(question)
    places = _places(transfers)
    spots = {each.unit.unit_id: _name(each) for each in ready}
    locations = (*places, *sorted(set(spots.values()) - set(places)))
    return plan.Instance(
        parameters=Parameters(window=int(criterion("window_min"))),
        locations=locations,
        travel=_travel(question, ready, locations),
        units=tuple(_unit(each, ready, question) for each in ready),
        transfers=tuple(_transfer(row, ready, question) for row in transfers),
        name="board",
    )


def planned_transfers(question: Question) -> tuple[Transfer, ...]:
    """Those a plan is about, in order of their names."""
    rows = (
        row
        for row in question.board.transfers.values()
        if is_planned(row)
        and goes_last(row) == question.of_returns
        and _is_on_the_map(row, question)
    )
    return tuple(sorted(rows, key=lambda row: row.transfer_id))


def off_the_map(question: Question) -> tuple[str, ...]:
    """The units and transfers that nobody plans: the data no longer have a place of theirs."""
    units = (
        unit.unit_id
        for unit in question.board.units.values()
        if not question.travel.knows(_where(unit, question))
    )
    rows = (
        row.number
        for row in question.board.transfers.values()
        if is_planned(row) and not _is_on_the_map(row, question)
    )
    return (*sorted(units), *sorted(rows))


def _where(unit: Unit, question: Question) -> Spot:
    seen = question.positions.get(unit.unit_id)
    return spot_of(unit, seen, travel=question.travel, now_at=question.now_at)


def _is_on_the_map(row: Transfer, question: Question) -> bool:
    ends = (row.referring, heading_to(row))
    return all(end is None or question.travel.knows(end) for end in ends)


def is_planned(row: Transfer) -> bool:
    """Whether a plan is about it: not while it looks for a hospital, its unit on the way; nor
    while more of its papers are to come, that may say it was driven long ago.
    """
    return row.stage in PLANNED and row.agreement is not None and row.papers is None


def ready_units(question: Question) -> tuple[Ready, ...]:
    """The units that can be planned, in order of their names."""
    units = sorted(question.board.units.values(), key=lambda unit: unit.unit_id)
    return tuple(found for unit in units if (found := _ready(unit, question)) is not None)


def _ready(unit: Unit, question: Question) -> Ready | None:
    now_at = question.now_at
    ends_at = shift_end_at(unit, now_at)
    if unit.unit_type is UnitType.SVB or ends_at is None or _is_on_paper(unit, question):
        return None
    spot = _where(unit, question)
    free_min = _free_min(unit, spot, question) if question.travel.knows(spot) else None
    if free_min is None:
        return None
    if unit.activity in LOADED and unit.transfer_id in question.board.transfers:
        spot = heading_to(question.board.transfers[unit.transfer_id]) or spot
    return Ready(unit, spot, free_min, floor(elapsed_min(now_at, ends_at)))


def _is_on_paper(unit: Unit, question: Question) -> bool:
    """Where it is now stands on a paper that is still to be entered."""
    row = question.board.transfers.get(unit.transfer_id) if unit.transfer_id else None
    return row is not None and row.papers is not None


def _free_min(unit: Unit, spot: Spot, question: Question) -> int | None:
    """Minutes until the unit can set out, None when that is never or nobody knows."""
    now_at = question.now_at
    if unit.assignability is Assignability.UNKNOWN:
        return None
    if unit.assignability is Assignability.AVAILABLE:
        return mobilisation_min(unit)
    if unit.activity in {Activity.OUT_OF_SERVICE, Activity.OFF_DUTY}:
        return None
    if unit.transfer_id is not None and unit.activity not in LOADED:
        return _turns_min(unit, spot, question)
    if unit.busy_until_at is None:
        return None
    return max(0, round(elapsed_min(now_at, unit.busy_until_at)))


def _turns_min(unit: Unit, spot: Spot, question: Question) -> int:
    """Minutes until a crew that was sent moves, and can be sent elsewhere."""
    row = _sent_to(unit, question)
    if row is None:
        return 0
    drive_min = _leg(question, unit.mode, spot, _scene(row))
    return sets_out_min(unit, row, drive_min=drive_min, now_at=question.now_at)


def _sent_to(unit: Unit, question: Question) -> Transfer | None:
    """The transfer that the unit was given and has not loaded, while it is on the board."""
    if unit.transfer_id is None or unit.activity in LOADED:
        return None
    row = question.board.transfers.get(unit.transfer_id)
    return row if row is not None and _is_on_the_map(row, question) else None


def _places(transfers: tuple[Transfer, ...]) -> tuple[str, ...]:
    ends = {_scene(row) for row in transfers}
    ends |= {hospital for row in transfers if (hospital := heading_to(row)) is not None}
    return tuple(sorted(ends))


def _scene(row: Transfer) -> str:
    place = row.referring if roadside(row) is None else f"{ROADSIDE}{row.transfer_id}"
    return f"{BY_LIGHTS}{place}" if goes_by_lights(row) else place


def _spot(question: Question, name: str) -> Spot:
    """What a location stands for: a named place, or where a patient waits on the road."""
    place = name.removeprefix(BY_LIGHTS)
    if not place.startswith(ROADSIDE):
        return place
    transfer_id = TransferId(place.removeprefix(ROADSIDE))
    return pickup_spot(question.board.transfers[transfer_id])


def _name(ready: Ready) -> str:
    return ready.spot if isinstance(ready.spot, str) else f"@{ready.unit.unit_id}"


def _travel(
    question: Question, ready: tuple[Ready, ...], locations: tuple[str, ...]
) -> plan.Travel:
    moving = {_name(each): each for each in ready}

    def row(mode: Mode, start: str) -> tuple[int, ...]:
        if start in moving:
            return _row_of_unit(question, mode, moving[start], locations=locations)
        spot = _spot(question, start)
        return tuple(
            0 if start == end else _leg(question, mode, spot, end) for end in locations
        )

    return plan.Travel(
        road=tuple(row(Mode.ROAD, start) for start in locations),
        air=tuple(row(Mode.AIR, start) for start in locations),
    )


def _row_of_unit(
    question: Question, mode: Mode, each: Ready, *, locations: tuple[str, ...]
) -> tuple[int, ...]:
    """From where the unit is, or by way of the patient to whom it is driving anyway."""
    unit = each.unit
    direct = {
        end: 0 if end == _name(each) else _leg(question, mode, each.spot, end)
        for end in locations
    }
    to = _sent_to(unit, question)
    if to is None or isinstance(each.spot, str) or mode is not unit.mode:
        return tuple(direct.values())
    scene = _scene(to)
    # Not in ``direct``: a patient whose hospital took its yes back is in no plan for a while.
    seen_min = _leg(question, mode, each.spot, scene)
    left = left_min(unit, to, seen_min=seen_min, now_at=question.now_at)
    onward = {
        end: 0 if end == scene else _leg(question, mode, pickup_spot(to), end)
        for end in locations
    }
    return tuple(min(direct[end], left + onward[end]) for end in locations)


def _leg(question: Question, mode: Mode, spot: Spot, end: str) -> int:
    if end.startswith("@"):
        return NOBODY_DRIVES_THERE_MIN
    by_lights = end.startswith(BY_LIGHTS)
    place = _spot(question, end)
    return travel_min(question.travel, mode, spot, end=place, by_lights=by_lights)


def _unit(each: Ready, ready: tuple[Ready, ...], question: Question) -> plan.Unit:
    unit = each.unit
    sent_to = _sent_to(unit, question)
    is_of_plan = (
        sent_to is not None
        and is_planned(sent_to)
        and goes_last(sent_to) == question.of_returns
    )
    return plan.Unit(
        id=unit.unit_id,
        type=unit.unit_type.value,
        mode=unit.mode.value,
        location=_name(each),
        free_at=each.free_min,
        shift_end=each.shift_end_min,
        coverage_cost=_coverage(each, ready, question),
        assigned_to=unit.transfer_id if is_of_plan else None,
    )


def _coverage(each: Ready, ready: tuple[Ready, ...], question: Question) -> int:
    """Minutes from this unit's place to the nearest other free unit of its kind."""
    if not isinstance(each.spot, str):
        return 0
    others = (
        question.travel.road_min(other.spot, each.spot)
        for other in ready
        if other is not each
        and other.unit.unit_type is each.unit.unit_type
        and other.unit.assignability is Assignability.AVAILABLE
        and isinstance(other.spot, str)
    )
    return min(ALONE_MIN, min(others, default=ALONE_MIN))


def _transfer(row: Transfer, ready: tuple[Ready, ...], question: Question) -> plan.Transfer:
    taken_to = heading_to(row)
    agreed_at = row.milestones.agreed_at
    assert taken_to is not None
    assert agreed_at is not None
    ends = (row.referring, taken_to)
    kinds = allowed_unit_types(
        row,
        working=(each.unit.unit_type for each in ready),
        has_pads=all(hospital(question.network, end).has_heliport for end in ends),
    )
    return plan.Transfer(
        id=row.transfer_id,
        priority="P0" if goes_first(row) else "3h",
        ready=floor(elapsed_min(question.now_at, agreed_at)),
        origin=_scene(row),
        destinations=(plan.DestinationOption(taken_to),),
        unit_types=tuple(kind.value for kind in kinds),
        bedside=bedside_min(row),
        handover=int(criterion("handover_min")),
    )
