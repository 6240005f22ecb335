"""The loop of the demonstration: look at the board, do what is due, look again."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

from dispatch.desk import Command, Headquarters
from dispatch.desk.read_board import read_board, read_positions
from dispatch.desk.request_transfer import request_transfer
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused
from dispatch.simulation.actors import as_command, is_simulated, referring_doctor
from dispatch.simulation.bed_reports import report_beds_due
from dispatch.simulation.demand import Arrival, arrivals
from dispatch.simulation.fleet import move_unit, tell_positions
from dispatch.simulation.people import act_for_people
from dispatch.simulation.world import Rules, Scene, World, a_world
from dispatch.telemetry import logger

LOOK_EVERY_S = 2.0
MEAN_ARRIVAL_S = 90.0
MOST_OPEN = 8
"""Simulated transfers open at once."""

READER = Command(HEADQUARTERS)


class Door:
    """Through which simulated patients come in, one at a time."""

    def __init__(self, coming: Iterator[Arrival], *, opened_at: datetime, speed: float) -> None:
        self._coming = coming
        self._speed = speed
        self._last_at = opened_at
        self._next = next(coming)

    def knock(self, now_at: datetime) -> Arrival | None:
        """The next patient, if it is time."""
        due_at = self._last_at + timedelta(seconds=self._next.after_s / self._speed)
        if now_at < due_at:
            return None
        arrival, self._next, self._last_at = self._next, next(self._coming), now_at
        return arrival


async def run(hq: Headquarters, rules: Rules) -> None:
    """Simulate until cancelled. What the board doesn't show is made up again after a restart.

    A refusal (a person was quicker) or a failing database never ends it.
    """
    world = a_world(hq, rules)
    board = await read_board(hq, READER)
    coming = arrivals(hq.network, seed=f"{rules.seed}:{board.seq}", mean_s=MEAN_ARRIVAL_S)
    door = Door(coming, opened_at=hq.clock(), speed=rules.speed)
    looked_at = hq.clock()
    while True:
        with hq.outages.outlived("simulation"):
            scene = await look(world)
            await live(world, scene, door, passed_s=_seconds(looked_at, scene.now_at))
            looked_at = scene.now_at
        await asyncio.sleep(LOOK_EVERY_S)


async def look(world: World) -> Scene:
    """The board and the positions as they are."""
    board = await read_board(world.hq, READER)
    seen = {each.unit_id: each for each in await read_positions(world.hq, READER)}
    return Scene(board, seen, world.hq.clock())


async def live(world: World, scene: Scene, door: Door, *, passed_s: float) -> None:
    """What all simulated people do in the seconds passed."""
    for unit in scene.board.units.values():
        try:
            await move_unit(world, unit, scene, passed_s=passed_s)
        except Refused as refused:
            _overtaken(refused)
    await tell_positions(world, scene)
    try:
        await act_for_people(world, scene)
        await report_beds_due(world, scene)
        await _let_in(world, scene, door)
    except Refused as refused:
        _overtaken(refused)


async def _let_in(world: World, scene: Scene, door: Door) -> None:
    ours = sum(is_simulated(transfer) for transfer in scene.board.transfers.values())
    arrival = door.knock(scene.now_at)
    if arrival is None or not world.rules.has_arrivals or ours >= MOST_OPEN:
        return
    doctor = as_command(referring_doctor(arrival.request.referring))
    await request_transfer(world.hq, doctor, arrival.request)


def _overtaken(refused: Refused) -> None:
    """Somebody else was quicker: look again."""
    logger("simulation").debug("refused", code=refused.code, facts=refused.facts)


def _seconds(start_at: datetime, end_at: datetime) -> float:
    return (end_at - start_at).total_seconds()
