"""A fresh region: beds reported, most units out, some patients on their way.

Everything goes through the desk, with a clock set back, so that the log reads like a day that
has already begun. Each act has a key: a start broken off goes on where it stopped.
"""

import asyncio
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from dispatch.capacity import BedKind, closure_now, speaks_against
from dispatch.desk import Command, Headquarters
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.check_identity import check_identity
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.read_board import read_board
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.desk.request_transfer import request_transfer
from dispatch.fleet import Unit, UnitType, shift_end_at
from dispatch.identity import HEADQUARTERS, Actor
from dispatch.kernel import HospitalCode, TransferId, UnitId
from dispatch.network import Hospital
from dispatch.simulation.actors import (
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)
from dispatch.simulation.crews import IT_IS_THEM
from dispatch.simulation.outings import KEPT_FREE
from dispatch.simulation.people import all_yes
from dispatch.simulation.protocols import enter_protocols
from dispatch.simulation.roster import man_the_icus
from dispatch.simulation.stories import OTHERS, SHOWCASE, Moment, Story
from dispatch.simulation.world import Rules
from dispatch.transfer.decide_answer import bed_kind
from dispatch.transfer.transfer import Transfer

AT_ONCE = 8
BUSY = 0.6
"""Share of the units at work for others; the real fleet has 85 to 95 % busy or kept back."""

OUT_OF_SERVICE = frozenset({UnitId("SVI-11"), UnitId("SVA-17"), UnitId("SVI-50")})
FULL = frozenset({"granollers", "santa-tecla"})
CLOSED = frozenset({"sagrat-cor"})
CLOSED_FOR_H = 12.0
CLOSED_BECAUSE = "Brot a la unitat, sense boxs d’aïllament"
SILENT = frozenset({"igualada"})
ROOMY = frozenset({"mataro", "manresa", "tortosa", "trueta", "sant-joan-de-deu"})

BEFORE_MIN = (100.0, 240.0)
LATELY_MIN = (1.0, 24.0)
"""Minutes before the start at which beds were reported: for the patients already on their way,
and for those to come.
"""

ASKED_ALL_THE_SAME = "És el centre de referència"
ASSIGNED_BEFORE = "Assignada per telèfon abans d’obrir la demostració"
KEY = "first-day"


@dataclass(frozen=True)
class _Act:
    """Something that happened so many minutes before the start, to the patient of a story."""

    ago_min: float
    story: Story
    moment: Moment


async def open_first_day(hq: Headquarters, rules: Rules, showcase: Actor) -> None:
    """Seeds the region once. ``showcase`` is the doctor of the patient kept for people."""
    await man_the_icus(hq)
    await enter_protocols(hq)
    if await has_begun(hq, showcase):
        return
    random = Random(f"region:{rules.seed}")
    board = await read_board(hq, Command(HEADQUARTERS))
    hospitals = hq.network.hospitals.values()
    await _together(_report_beds(hq, each, BEFORE_MIN, rules) for each in hospitals)
    await _together(_put_to_work(hq, unit, random, rules) for unit in board.units.values())
    await _tell(hq, OTHERS, rules, None)
    await _together(_report_beds(hq, each, LATELY_MIN, rules) for each in hospitals)
    await _tell(hq, (SHOWCASE,), rules, showcase)


async def has_begun(hq: Headquarters, showcase: Actor) -> bool:
    """Whether the day was prepared at an earlier start, and only goes on."""
    last = Command(showcase, key=_key(SHOWCASE, "asked"), digest=KEY)
    return await hq.log.find_receipt(last) is not None


async def _together(acts: Iterable[Awaitable[None] | None]) -> None:
    """All of them, a few at a time."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(act: Awaitable[None]) -> None:
        async with turn:
            await act

    await asyncio.gather(*(one(act) for act in acts if act is not None))


def _earlier(hq: Headquarters, ago_min: float) -> Headquarters:
    """The same headquarters, its clock set back."""
    return replace(hq, clock=lambda: hq.clock() - timedelta(minutes=ago_min))


async def _report_beds(
    hq: Headquarters, hospital: Hospital, ago: tuple[float, float], rules: Rules
) -> None:
    """The beds so many minutes ago, the least and the most."""
    share = Random(f"beds:{rules.seed}:{hospital.code}").uniform(0.75, 1.0)
    ago_min = Random(f"ago:{rules.seed}:{hospital.code}").uniform(*ago)
    kinds = ((BedKind.ICU, hospital.icu_beds), (BedKind.PICU, hospital.picu_beds))
    for kind, total in kinds:
        if total == 0 or hospital.code in SILENT:
            continue
        report = BedReport(
            hospital=hospital.code,
            kind=kind,
            total=total,
            used=_used(hospital.code, total, share),
        )
        then = _earlier(hq, ago_min)
        key = f"{KEY}:beds:{hospital.code}:{kind}:{ago[0]:g}"
        command = Command(coordinating_doctor(), key=key, digest=KEY)
        await report_capacity(then, command, report)
        if hospital.code in CLOSED:
            await _close(then, hospital.code, kind, key=f"{key}:closed")


async def _close(hq: Headquarters, code: HospitalCode, kind: BedKind, *, key: str) -> None:
    ends_at = hq.clock() + timedelta(hours=CLOSED_FOR_H)
    beds = (await hq.log.read_rows(((code, kind),))).beds[code, kind]
    known = closure_now(beds, hq.clock())
    seen_at = known.closed_at if known else None
    report = ClosureReport(code, kind, CLOSED_BECAUSE, ends_at, seen_at)
    await close_beds(hq, Command(intensivist(code), key=key, digest=KEY), report)


def _used(code: HospitalCode, total: int, share: float) -> int:
    if code in FULL:
        return total
    return max(0, total - 3) if code in ROOMY else min(total, round(total * share))


def _put_to_work(
    hq: Headquarters, unit: Unit, random: Random, rules: Rules
) -> Awaitable[None] | None:
    """The report of a unit that doesn't stand free at its base; None for one that does."""
    is_busy = random.random() < BUSY
    free_min = random.uniform(4, 60) / rules.speed
    in_story = {story.unit_id for story in OTHERS} | KEPT_FREE
    now_at = hq.clock()
    if unit.unit_id in OUT_OF_SERVICE:
        return _report_unit(hq, unit, StatusReport(activity="out_of_service"))
    if not is_busy or unit.unit_id in in_story or unit.unit_type is UnitType.SVB:
        return None
    if shift_end_at(unit, now_at) is None:
        return None
    until_at = now_at + timedelta(minutes=free_min)
    report = StatusReport(activity="other_mission", busy_until_at=until_at)
    return _report_unit(hq, unit, report)


async def _report_unit(hq: Headquarters, unit: Unit, report: StatusReport) -> None:
    command = Command(HEADQUARTERS, key=f"{KEY}:unit:{unit.unit_id}", digest=KEY)
    await report_unit_status(hq, command, unit.unit_id, report)


async def _tell(
    hq: Headquarters, stories: tuple[Story, ...], rules: Rules, doctor: Actor | None
) -> None:
    """What happened to these patients, in the order of the clock."""
    acts = [
        _Act(ago_min / rules.speed, story, moment)
        for story in stories
        for moment, ago_min in story.ago_min.items()
    ]
    opened: dict[HospitalCode, TransferId] = {}
    for act in sorted(acts, key=lambda act: -act.ago_min):
        then = _earlier(hq, act.ago_min)
        asking = doctor or referring_doctor(act.story.request.referring)
        if act.moment == "requested":
            command = _command(asking, act)
            receipt = await request_transfer(then, command, act.story.request)
            opened[act.story.request.referring] = TransferId(receipt.subject)
            continue
        transfer_id = opened[act.story.request.referring]
        rows = await hq.log.read_rows((transfer_id,))
        await _tell_step(then, act, rows.transfers[transfer_id], asking)


async def _tell_step(then: Headquarters, act: _Act, transfer: Transfer, asking: Actor) -> None:
    transfer_id, unit_id = transfer.transfer_id, act.story.unit_id
    match act.moment:
        case "requested":
            raise AssertionError
        case "asked":
            best = transfer.candidates[0].hospital
            key = (best, bed_kind(transfer))
            beds = (await then.log.read_rows((key,))).beds[key]
            reason = ASKED_ALL_THE_SAME if speaks_against(beds, then.clock()) else None
            command = _command(asking, act, transfer)
            await ask_hospital(
                then, command, transfer_id, hospital=best, override_reason=reason
            )
        case "agreed":
            assert transfer.asked is not None
            command = _command(intensivist(transfer.asked), act)
            await answer_checklist(then, command, transfer_id, answers=all_yes(transfer))
        case "assigned":
            assert unit_id is not None
            await assign_unit(
                then,
                _command(dispatcher(), act, transfer),
                transfer_id,
                unit_id=unit_id,
                override_reason=ASSIGNED_BEFORE,
            )
        case "checked":
            assert unit_id is not None
            command = _command(crew(unit_id), act)
            await check_identity(then, command, transfer_id, report=IT_IS_THEM)
        case step:
            assert unit_id is not None
            command = _command(crew(unit_id), act)
            await report_progress(then, command, transfer_id, step=step)


def _command(actor: Actor, act: _Act, transfer: Transfer | None = None) -> Command:
    seen = transfer.version if transfer else None
    return Command(actor, key=_key(act.story, act.moment), digest=KEY, last_seen=seen)


def _key(story: Story, moment: Moment) -> str:
    return f"{KEY}:{story.request.referring}:{moment}"
