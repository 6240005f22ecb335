"""Crews are not called about: who is frozen, who was just proposed, what a diversion is worth.

All values marked proposed are to be set by clinicians and dispatchers.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec.structs import replace

from dispatch.assessment.priority import Priority
from dispatch.kernel.ids import TransferId, UnitId
from dispatch.kernel.instants import elapsed_min
from dispatch.routing.problem.instance import Instance, minutes_between
from dispatch.routing.propose import Proposed
from dispatch.transfer.board import Board
from dispatch.transfer.parts import Fact, Why

FROZEN_MIN = 10
"""A crew nearer than this to its patient is not diverted (proposed)."""

REST_MIN = 10
"""A unit is proposed for one transfer within this time, unless for priority 0 (proposed)."""


def frozen_units(instance: Instance, /) -> frozenset[str]:
    """Crews on their way whose bedside is less than ``FROZEN_MIN`` away."""
    on_the_way = [unit for unit in instance.units if unit.assigned_to is not None]
    referring = {transfer.id: transfer.origin for transfer in instance.transfers}
    modes = {unit.mode for unit in on_the_way}
    minutes = {mode: minutes_between(instance, mode) for mode in modes}
    return frozenset(
        unit.id
        for unit in on_the_way
        if unit.assigned_to in referring
        and unit.free_at
        + minutes[unit.mode].between(unit.location, referring[unit.assigned_to])
        < FROZEN_MIN
    )


def sent_units(instance: Instance, /) -> frozenset[str]:
    """Crews that were given one of the transfers to be planned."""
    planned = {transfer.id for transfer in instance.transfers}
    return frozenset(unit.id for unit in instance.units if unit.assigned_to in planned)


def first_trips(proposed: Proposed, /) -> dict[str, str]:
    """Unit to the transfer it makes first."""
    return {unit: trips[0].transfer for unit, trips in proposed.solution.plan.routes}


def moves_a_crew(instance: Instance, proposed: Proposed, /) -> bool:
    """Whether the plan takes any crew off the transfer it was given."""
    first, sent = first_trips(proposed), sent_units(instance)
    return any(
        first.get(unit.id) != unit.assigned_to for unit in instance.units if unit.id in sent
    )


def resting(board: Board, *, now_at: datetime) -> dict[str, str]:
    """Units proposed less than ``REST_MIN`` ago, with the transfer they were proposed for."""
    return {
        str(row.proposal.unit_id): str(row.transfer_id)
        for row in board.transfers.values()
        if row.proposal is not None
        and row.proposal.unit_id is not None
        and row.proposal.after is None
        and elapsed_min(row.proposal.computed_at, now_at) < REST_MIN
    }


def hold_resting(
    board: Board, instance: Instance, proposed: Proposed, *, now_at: datetime
) -> tuple[Instance, frozenset[str]]:
    """The instance in which units just proposed keep to that, and those units.

    Only units that the plan would send elsewhere, and not to priority 0, are held; a transfer
    that somebody else has been given meanwhile holds nobody.
    """
    first = first_trips(proposed)
    planned = {transfer.id: transfer for transfer in instance.transfers}
    held = {
        unit: transfer
        for unit, transfer in resting(board, now_at=now_at).items()
        if unit in first
        and first[unit] != transfer
        and planned[first[unit]].priority != "P0"
        and transfer in planned
        and board.transfers[TransferId(transfer)].unit_id in {None, unit}
    }
    units = tuple(
        replace(unit, assigned_to=held[unit.id]) if unit.id in held else unit
        for unit in instance.units
    )
    return replace(instance, units=units), frozenset(held)


def is_too_soon(
    board: Board, unit_id: UnitId, transfer_id: TransferId, *, now_at: datetime
) -> bool:
    """Whether the unit was just proposed for another transfer and this one can wait."""
    if board.transfers[transfer_id].priority is Priority.ZERO:
        return False
    return resting(board, now_at=now_at).get(unit_id, transfer_id) != transfer_id


def diversion_whys(
    board: Board, proposed: Proposed, kept: Proposed, *, unit_id: UnitId, transfer_id: str
) -> tuple[Why, ...]:
    """What the diversion of the unit to the transfer gains, and who pays for it.

    ``kept`` is the best plan in which every crew goes on. Empty when the unit isn't diverted.
    """
    given = board.units[unit_id].transfer_id
    if given in {None, transfer_id} or first_trips(proposed).get(unit_id) != transfer_id:
        return ()
    now, before = _bedsides(proposed), _bedsides(kept)
    if transfer_id in before:
        gained_min = before[transfer_id] - now[transfer_id]
        gain = Why("diversion_gains", {"minutes": gained_min})
    else:
        gain = Why("diversion_serves")
    return (gain, *_payers(board, now, before, str(given)))


def _bedsides(proposed: Proposed) -> dict[str, int]:
    """Minutes to the bedside of every transfer that the plan serves."""
    return {
        trip.transfer: proposed.reaches[trip.transfer][unit].bedside_min
        for unit, trips in proposed.solution.plan.routes
        for trip in trips
    }


def _payers(
    board: Board, now: Mapping[str, int], before: Mapping[str, int], given: str
) -> Iterator[Why]:
    """The transfer left behind first, whatever it pays; then the others that pay."""
    for transfer in sorted(before, key=lambda each: (each != given, each)):
        number = board.transfers[TransferId(transfer)].number
        named: dict[str, Fact] = {"transfer": transfer, "number": number}
        if transfer not in now:
            yield Why("diversion_leaves", dict(named))
            continue
        later_min = now[transfer] - before[transfer]
        facts: dict[str, Fact] = {**named, "minutes": later_min, "bedside_min": now[transfer]}
        if later_min > 0:
            yield Why("diversion_delays", facts)
        elif transfer == given:
            yield Why("diversion_spares", facts)
