"""Keeps the proposals true: plans again when the board changes, and now and then anyway.

It acts as headquarters and only ever proposes; people confirm.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar, get_args

from dispatch.capacity.events import CapacityEvent
from dispatch.desk import Changes, Command, Headquarters
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.propose_units import propose_units
from dispatch.desk.read_board import read_board, read_changes
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import Refused, TransferId
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
from dispatch.transfer.transfer import seeks_hospital
from dispatch.transfer.way_events import AgreementWithdrawn

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


async def run(hq: Headquarters) -> None:
    """Propose until cancelled. A refusal or a failing database never ends it."""
    board = await _attempt(hq, read_board(hq, PLANNER))
    after = board.seq if board else 0
    await look_after(hq, (), everything=True)
    planned_at = hq.clock()
    async for _ in hq.log.wake_ups():
        changes = await _attempt(hq, read_changes(hq, PLANNER, after))
        if changes is None:
            continue
        after, now_at = changes.seq, hq.clock()
        is_old = (now_at - planned_at).total_seconds() >= AT_LEAST_EVERY_S
        if matters(changes) or is_old:
            planned_at = now_at
            await asyncio.sleep(SETTLE_S)
            await look_after(hq, changes.lines)


def matters(changes: Changes) -> bool:
    """Whether anything happened that a plan may depend on."""
    return any(not isinstance(line.event, NO_MATTER) for line in changes.lines)


async def look_after(
    hq: Headquarters, lines: tuple[Recorded, ...], *, everything: bool = False
) -> None:
    """Propose hospitals where the ground for them moved, then units for all; nothing for what
    is being entered from paper.
    """
    board = await _attempt(hq, read_board(hq, PLANNER))
    if board is None:
        return
    of_beds = everything or any(isinstance(line.event, OF_BEDS) for line in lines)
    touched = {
        line.event.transfer_id for line in lines if isinstance(line.event, OF_THE_PATIENT)
    }
    learnt = {line.event.transfer_id for line in lines if isinstance(line.event, LEARNT)}
    for transfer in board.transfers.values():
        if transfer.papers is not None:
            continue
        is_waiting = seeks_hospital(transfer) and transfer.asked is None
        is_new = transfer.transfer_id in learnt and transfer.stage in BEFORE_LOADING
        if is_new or (is_waiting and (of_beds or transfer.transfer_id in touched)):
            await _propose_hospitals(hq, transfer.transfer_id)
    try:
        await _attempt(hq, propose_units(hq, PLANNER))
    except Refused as refused:
        # Nothing of people's overtakes a plan of everything: no unit is proposed to anybody.
        logger("planner").error("no_plan", code=refused.code, **refused.facts)


async def _propose_hospitals(hq: Headquarters, transfer_id: TransferId) -> None:
    """A refusal means that people were faster."""
    try:
        await _attempt(hq, propose_hospitals(hq, PLANNER, transfer_id))
    except Refused as refused:
        logger("planner").info("refused", code=refused.code)


async def _attempt(hq: Headquarters, act: Awaitable[T]) -> T | None:
    """The act's result, or None: the world failed; told in the log."""
    done: list[T] = []
    with hq.outages.outlived("planner"):
        done.append(await act)
    return done[0] if done else None
