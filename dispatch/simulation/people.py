"""Simulated doctors and dispatchers. They act for simulated patients only: a patient that a
person brought in waits for people.
"""

from datetime import datetime
from typing import Literal

from dispatch.capacity import speaks_against
from dispatch.checklist import Answer, checklist
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.kernel import HospitalCode
from dispatch.simulation.actors import (
    as_command,
    coordinating_doctor,
    delay_s,
    dice,
    dispatcher,
    intensivist,
    is_simulated,
    referring_doctor,
    seconds_since,
)
from dispatch.simulation.world import Scene, World
from dispatch.transfer.decide_answer import bed_kind
from dispatch.transfer.parts import Candidate
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer

Act = Literal["ask", "agree", "decline", "assign", "cancel"]

TAKES_S: dict[Act, tuple[float, float]] = {
    "ask": (25, 70),
    "agree": (45, 170),
    "decline": (30, 120),
    "assign": (15, 50),
    "cancel": (90, 120),
}
"""Seconds a person takes at speed 1, the least and the most."""

DECLINES = 0.15
"""How often an ICU says it has no bed after all."""


async def act_for_people(world: World, scene: Scene) -> Transfer | None:
    """The first thing that is due, done; None when nobody has anything to do."""
    for transfer in scene.board.transfers.values():
        act = due_act(transfer, scene.now_at, speed=world.rules.speed)
        if act is not None:
            await _perform(world, scene, transfer, act=act)
            return transfer
    return None


def due_act(transfer: Transfer, now_at: datetime, *, speed: float) -> Act | None:
    """What a simulated person has had time to do by now, if anything."""
    found = next_act(transfer) if is_simulated(transfer) else None
    if found is None:
        return None
    act, since_at = found
    takes_s = delay_s(*TAKES_S[act], transfer.transfer_id, act, len(transfer.declined))
    return act if seconds_since(since_at, now_at) * speed >= takes_s else None


def next_act(transfer: Transfer) -> tuple[Act, datetime | None] | None:
    """What is to be done next for this patient, and since when it could be done."""
    times = transfer.milestones
    match transfer.stage:
        case Stage.REQUESTED:
            act: Act = "ask" if candidates_left(transfer) else "cancel"
            last_no_at = [no.declined_at for no in transfer.declined][-1:]
            return act, (*last_no_at, times.requested_at)[0]
        case Stage.ASKED:
            return ("decline" if will_decline(transfer) else "agree"), times.asked_at
        case Stage.ACCEPTED:
            proposal = transfer.proposal
            if proposal is None or proposal.unit_id is None or proposal.after is not None:
                return None
            return "assign", proposal.computed_at
        case _:
            return None


def candidates_left(transfer: Transfer) -> tuple[Candidate, ...]:
    """The proposed hospitals that have not said no, in order."""
    no = {each.hospital for each in transfer.declined}
    return tuple(each for each in transfer.candidates if each.hospital not in no)


def will_decline(transfer: Transfer) -> bool:
    """Whether this ICU says no. The last one left never does."""
    others = len(candidates_left(transfer)) > 1
    drawn = dice(transfer.transfer_id, transfer.asked, "answer").random()
    return others and drawn < DECLINES


async def _perform(world: World, scene: Scene, transfer: Transfer, *, act: Act) -> None:
    hq, transfer_id = world.hq, transfer.transfer_id
    match act:
        case "ask":
            doctor = as_command(referring_doctor(transfer.referring), transfer)
            best = candidates_left(transfer)[0].hospital
            reason = _why_asked(scene, transfer, best)
            await ask_hospital(hq, doctor, transfer_id, hospital=best, override_reason=reason)
        case "agree":
            doctor = as_command(intensivist(_asked(transfer)))
            await answer_checklist(hq, doctor, transfer_id, answers=all_yes(transfer))
        case "decline":
            doctor = as_command(intensivist(_asked(transfer)))
            await decline_transfer(hq, doctor, transfer_id, reason="no_bed")
        case "assign":
            assert transfer.proposal is not None
            assert transfer.proposal.unit_id is not None
            await assign_unit(
                hq,
                as_command(dispatcher(), transfer),
                transfer_id,
                unit_id=transfer.proposal.unit_id,
                takes_from=transfer.proposal.diverts,
            )
        case "cancel":
            doctor = as_command(coordinating_doctor(), transfer)
            reason = "Cap hospital receptor possible"
            await cancel_transfer(hq, doctor, transfer_id, reason=reason)


def all_yes(transfer: Transfer) -> dict[str, Answer]:
    """4 of 4, to the version of the checklist that was sent."""
    assert transfer.checklist_version is not None
    version = checklist(transfer.checklist_version)
    return {question.question_id: Answer.YES for question in version.questions}


def _why_asked(scene: Scene, transfer: Transfer, best: HospitalCode) -> str | None:
    """The reason the desk will want; None when it wants none."""
    if transfer.candidates[0].hospital != best:
        return "El primer proposat ja ha dit que no"
    beds = scene.board.beds.get((best, bed_kind(transfer)))
    if beds is not None and speaks_against(beds, scene.now_at):
        return "És el centre de referència"
    return None


def _asked(transfer: Transfer) -> HospitalCode:
    assert transfer.asked is not None
    return transfer.asked
