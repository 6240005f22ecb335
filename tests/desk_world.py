"""A headquarters at work: its clock, its people, and transfers brought to where a test begins.

Hospitals, roads and bases are those of ``data/``; the fleet is a part of the one there.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from typing import Any

from argon2 import PasswordHasher

from dispatch.adapters.passwords import Passwords
from dispatch.adapters.travel_ladder import TravelLadder
from dispatch.capacity import BedKind
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.close_as_lost import close_as_lost
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.hand_over import hand_over
from dispatch.desk.record_death import record_death
from dispatch.desk.report_missing import report_missing
from dispatch.desk.report_progress import report_progress
from dispatch.desk.request_transfer import request_transfer
from dispatch.fleet import Unit
from dispatch.identity import Actor
from dispatch.kernel import HospitalCode, TransferId, UnitId
from dispatch.main import Region, pseudonyms, read_region, units_of
from dispatch.routing.problem.instance import Instance
from dispatch.routing.problem.limits import SolveLimits
from dispatch.routing.propose import Proposed, propose
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters
from dispatch.transfer.board import Board
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer
from tests.builders import (
    ALL_YES,
    CALELLA,
    JOURNEY,
    MATARO,
    NOON,
    a_request,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)
from tests.stores import Stores, replayed
from tests.ways_out import LEFT_FROM

CALL_SIGNS = ("SVA-01", "SVA-02", "SVA-03", "SVA-04", "SVA-05", "SVI-01", "SVB-01", "PED-01")
LIMITS = SolveLimits(wall_s=20.0, steps=2_000)
WEAK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@cache
def region() -> Region:
    return read_region()


@cache
def fleet() -> tuple[Unit, ...]:
    """Five units with a doctor, and one of each other kind that works around the clock."""
    return tuple(unit for unit in units_of(region()) if unit.unit_id in CALL_SIGNS)


@cache
def ladder() -> TravelLadder:
    return TravelLadder(region().roads, region().travel)


class Clock:
    """Stands still until told to move."""

    def __init__(self, now_at: datetime = NOON) -> None:
        self.now_at = now_at

    def __call__(self) -> datetime:
        return self.now_at

    def forward(self, minutes: float) -> datetime:
        self.now_at += timedelta(minutes=minutes)
        return self.now_at


async def plan(instance: Instance, pinned: frozenset[str]) -> Proposed:
    """In this very process, with limits that make it quick."""
    return await asyncio.to_thread(propose, instance, LIMITS, pinned)


class OfTheMoment(int):
    """The version that a transfer has at the moment, whatever it is."""

    def __eq__(self, version: object) -> bool:
        return isinstance(version, int)

    __hash__ = int.__hash__


JUST_LOOKED = OfTheMoment()
"""The version seen by somebody who looked a moment ago."""


def a_headquarters(
    stores: Stores,
    clock: Callable[[], datetime] | None = None,
    *,
    prefix: str = "id",
    is_demo: bool = False,
) -> Headquarters:
    """Wired like the real one, but for time, chance and the cost of a password."""
    numbers = count(1)
    passwords = Passwords(WEAK)
    return Headquarters(
        log=stores.log,
        fleet=stores.fleet,
        people=stores.people,
        duty=stores.duty,
        centres=stores.centres,
        clock=clock or Clock(),
        new_id=lambda: f"{prefix}-{next(numbers):04}",
        network=region().network,
        bases=region().bases,
        travel=region().travel,
        roads=ladder(),
        plan=plan,
        patient_key=pseudonyms("a secret of thirty-two characters"),
        hash_password=passwords.hash,
        check_password=passwords.check,
        is_demo=is_demo,
    )


def by(actor: Actor, key: str | None = None, digest: str = "body") -> Command:
    """The command of that person, who looked a moment ago."""
    return Command(actor, key=key, digest=digest, last_seen=JUST_LOOKED)


class World:
    """A headquarters with what a test needs to move it."""

    def __init__(self, hq: Headquarters, clock: Clock) -> None:
        self.hq = hq
        self.clock = clock

    async def board(self) -> Board:
        return await self.hq.log.read_board()

    async def ever(self) -> Board:
        """With the transfers that are closed, too."""
        return replayed((await self.hq.log.read_changes(0)).lines, fleet())

    async def transfer(self, transfer_id: TransferId) -> Transfer:
        return (await self.ever()).transfers[transfer_id]

    async def unit(self, unit_id: str) -> Unit:
        return (await self.board()).units[UnitId(unit_id)]

    async def held(self, hospital: str = MATARO) -> int:
        return (await self.board()).beds[HospitalCode(hospital), BedKind.ICU].held

    async def names(self, after: int = 0) -> list[str]:
        """What happened, in the words of the log."""
        lines = (await self.hq.log.read_changes(after)).lines
        return [str(line.event.__struct_config__.tag) for line in lines]

    async def opened(self, patient: str = "NHC 1", **changes: Any) -> TransferId:
        request = a_request(patient_reference=patient, **changes)
        command = by(referring_doctor(request.referring))
        return TransferId((await request_transfer(self.hq, command, request)).subject)

    async def brought_to(
        self, stage: Stage, patient: str = "NHC 1", *, unit_id: str = "SVA-01", **changes: Any
    ) -> TransferId:
        """A transfer at that stage, every step a minute after the one before."""
        transfer_id = await self.opened(patient, **changes)
        await self.go_on(transfer_id, stage, unit_id=unit_id)
        return transfer_id

    async def go_on(
        self, transfer_id: TransferId, stage: Stage, *, unit_id: str = "SVA-01"
    ) -> None:
        """A transfer just requested, as far as that stage."""
        until = LEFT_FROM.get(stage, stage)
        for each in tuple(Stage)[1 : tuple(Stage).index(until) + 1]:
            self.clock.forward(1)
            await self._go_to(each, transfer_id, unit_id)
        await self._leave(stage, transfer_id)

    async def _leave(self, stage: Stage, transfer_id: TransferId) -> None:
        """The ways from the plan to that end, nothing for a stage of the plan."""
        hq, desk = self.hq, by(dispatcher())
        if stage is Stage.DIED:
            await record_death(hq, desk, transfer_id)
        elif stage is Stage.LOST:
            await report_missing(hq, desk, transfer_id, reason="no contact")
            given_up = by(coordinating_doctor())
            await close_as_lost(hq, given_up, transfer_id, reason="no contact")
        elif stage is Stage.TAKEN_BACK:
            home = (await self.transfer(transfer_id)).referring
            await drive_elsewhere(hq, desk, transfer_id, hospital=home, reason="limits")
            await report_progress(hq, desk, transfer_id, step="arrived")
            await hand_over(hq, desk, transfer_id)

    async def _go_to(self, stage: Stage, transfer_id: TransferId, unit_id: str) -> None:
        hq = self.hq
        if stage is Stage.ASKED:
            first = (await self.transfer(transfer_id)).candidates[0].hospital
            await ask_hospital(hq, by(dispatcher()), transfer_id, hospital=first)
        elif stage is Stage.ACCEPTED:
            asked = (await self.transfer(transfer_id)).asked
            assert asked is not None
            command = by(intensivist(asked))
            await answer_checklist(hq, command, transfer_id, answers=ALL_YES)
        elif stage is Stage.ASSIGNED:
            await assign_unit(
                hq,
                by(dispatcher()),
                transfer_id,
                unit_id=UnitId(unit_id),
                override_reason="nearest",
            )
        elif stage is Stage.HANDED_OVER:
            await hand_over(hq, by(crew(unit_id)), transfer_id)
        else:
            step = next(each for each in JOURNEY if each == stage.value)
            await report_progress(hq, by(crew(unit_id)), transfer_id, step=step)


async def a_world(stores: Stores) -> World:
    clock = Clock()
    hq = a_headquarters(stores, clock)
    await hq.fleet.set_fleet(fleet())
    return World(hq, clock)


__all__ = ["CALELLA", "MATARO", "Clock", "World", "a_headquarters", "a_world", "by", "fleet"]
