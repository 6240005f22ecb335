"""Keeps the proposals true: plans again when the board changes, and now and then anyway.

It acts as headquarters and only ever proposes; people confirm.
"""

import asyncio
from collections.abc import Awaitable
from functools import partial
from typing import TypeVar, get_args

from msgspec import Struct

from dispatch.capacity.events import CapacityEvent
from dispatch.desk import Changes, Command, Headquarters
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.propose_units import propose_units
from dispatch.desk.read_board import read_board, read_changes
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, TransferId, Unavailable
from dispatch.telemetry import logger
from dispatch.transfer.board import Recorded
from dispatch.transfer.care_events import (
    AssessmentRecorded,
    BundleLate,
    BundleRecorded,
    ConditionChanged,
)
from dispatch.transfer.events import HospitalsProposed, TransferRejected, UnitProposed
from dispatch.transfer.papers import PapersEnded
from dispatch.transfer.stage import BEFORE_LOADING
from dispatch.transfer.transfer import Transfer, seeks_hospital
from dispatch.transfer.way_events import AgreementWithdrawn
from dispatch.watch.looking import Act, contained, tried

SETTLE_S = 0.5
"""Changes that come together are planned together."""

AT_LEAST_EVERY_S = 60.0
"""Time passes and units move: a plan grows old by itself."""

T = TypeVar("T")

PLANNER = Command(HEADQUARTERS)
OWN_WORDS = (UnitProposed, HospitalsProposed)
NO_MATTER = (*OWN_WORDS, BundleLate)
"""What no plan depends on."""

OF_BEDS = get_args(CapacityEvent)
LEARNT = (AssessmentRecorded, BundleRecorded, PapersEnded)
"""Values, in papers too, may need more of the hospital and of the crew than was ticked."""

OF_THE_PATIENT = (TransferRejected, ConditionChanged, AgreementWithdrawn, *LEARNT)


class Ground(Struct, frozen=True):
    """What moved, of all that hospitals are proposed for."""

    of_beds: bool = False
    touched: frozenset[TransferId] = frozenset()
    learnt: frozenset[TransferId] = frozenset()

    def __or__(self, other: "Ground") -> "Ground":
        return Ground(
            self.of_beds or other.of_beds,
            self.touched | other.touched,
            self.learnt | other.learnt,
        )


EVERYTHING = Ground(of_beds=True)


async def run(hq: Headquarters) -> None:
    """Propose until cancelled. A refusal, a failing database or a defect never ends it. What a
    round could not propose the next one does, however little happens meanwhile.
    """
    board = await _read(hq, read_board(hq, PLANNER))
    after = board.seq if board else 0
    owed = await look_after(hq, EVERYTHING)
    planned_at = hq.clock()
    async for _ in hq.log.wake_ups():
        changes = await _read(hq, read_changes(hq, PLANNER, after))
        if changes is None:
            continue
        after, now_at = changes.seq, hq.clock()
        is_old = (now_at - planned_at).total_seconds() >= AT_LEAST_EVERY_S
        if owed is not None or matters(changes) or is_old:
            planned_at = now_at
            await asyncio.sleep(SETTLE_S)
            owed = await look_after(hq, (owed or Ground()) | ground_of(changes.lines))


def ground_of(lines: tuple[Recorded, ...]) -> Ground:
    """What those lines moved."""
    return Ground(
        of_beds=any(isinstance(line.event, OF_BEDS) for line in lines),
        touched=_transfers(lines, OF_THE_PATIENT),
        learnt=_transfers(lines, LEARNT),
    )


def _transfers(lines: tuple[Recorded, ...], kinds: tuple[type, ...]) -> frozenset[TransferId]:
    events = (line.event for line in lines)
    return frozenset(
        event.transfer_id
        for event in events
        if isinstance(event, OF_THE_PATIENT) and isinstance(event, kinds)
    )


def matters(changes: Changes) -> bool:
    """Whether anything happened that a plan may depend on."""
    return any(not isinstance(line.event, NO_MATTER) for line in changes.lines)


async def look_after(hq: Headquarters, ground: Ground) -> Ground | None:
    """Propose hospitals where the ground for them moved, then units for all; nothing for what
    is being entered from paper. The ground is owed, and returned, when the world failed or
    people kept changing the same rows. The round is one: what goes well in it hides no fault.
    """
    owed: Ground | None = ground
    with contained(hq.outages, "planner"):
        board = await read_board(hq, PLANNER)
        acts: list[Act] = [
            partial(propose_hospitals, hq, PLANNER, transfer.transfer_id)
            for transfer in board.transfers.values()
            if _needs_hospitals(transfer, ground)
        ]
        acts.append(partial(_propose_units, hq))
        failed = [each for act in acts if (each := await tried(act, "planner"))]
        owed = ground if any(map(_is_worth_another_try, failed)) else None
        if failed:
            raise failed[0]
    return owed


def _is_worth_another_try(failed: Exception) -> bool:
    """The same plan would be refused again."""
    return not (isinstance(failed, Unavailable) and failed.what == "no_plan")


def _needs_hospitals(transfer: Transfer, ground: Ground) -> bool:
    transfer_id = transfer.transfer_id
    if transfer.papers is not None:
        return False
    if transfer_id in ground.learnt and transfer.stage in BEFORE_LOADING:
        return True
    is_waiting = seeks_hospital(transfer) and transfer.asked is None
    return is_waiting and (ground.of_beds or transfer_id in ground.touched)


async def _propose_units(hq: Headquarters) -> None:
    """Nothing of people's overtakes a plan of everything: a refusal is an error, and no unit is
    proposed to anybody.
    """
    try:
        await propose_units(hq, PLANNER)
    except Refused as refused:
        logger("planner").error("no_plan", code=refused.code, **refused.facts)
        raise Unavailable("no_plan", code=refused.code) from refused


async def _read(hq: Headquarters, act: Awaitable[T]) -> T | None:
    """What was read, or None. A room of its own: that reading goes well mends no plan."""
    done: list[T] = []
    with contained(hq.outages, "planner-news"):
        done.append(await act)
    return done[0] if done else None
