"""What a screen knew, and the news since, are what it would read afresh; for every verb."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dispatch.assessment import AdultValues, Condition, Priority
from dispatch.assessment.bundle import BundleStep
from dispatch.capacity import BedKind
from dispatch.checklist import Answer
from dispatch.checklist.questions import OF_RETURNS
from dispatch.desk.acknowledge_pre_alert import acknowledge_pre_alert
from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.answer_return import answer_return
from dispatch.desk.ask_hospital import ask_hospital
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.cancel_pre_alert import cancel_pre_alert
from dispatch.desk.cancel_transfer import cancel_transfer
from dispatch.desk.change_condition import change_condition
from dispatch.desk.change_priority import change_priority
from dispatch.desk.close_beds import ClosureReport, close_beds
from dispatch.desk.confirm_agreement import confirm_agreement
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.counter_offer import counter_offer
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.escalate_request import escalate_request
from dispatch.desk.expire_hold import expire_hold
from dispatch.desk.expire_pre_alert import expire_pre_alert
from dispatch.desk.hand_over import hand_over
from dispatch.desk.keep_bed import keep_bed
from dispatch.desk.link_pre_alert import link_pre_alert
from dispatch.desk.move_on import move_on
from dispatch.desk.open_beds import Opening, open_beds
from dispatch.desk.propose_hospitals import propose_hospitals
from dispatch.desk.propose_units import propose_units
from dispatch.desk.raise_pre_alert import raise_pre_alert
from dispatch.desk.record_assessment import record_assessment
from dispatch.desk.record_bundle import record_bundle
from dispatch.desk.record_positions import record_positions
from dispatch.desk.redirect_pre_alert import redirect_pre_alert
from dispatch.desk.release_unit import release_unit
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.report_failure import report_failure
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unit_status import StatusReport, report_unit_status
from dispatch.desk.request_return import request_return
from dispatch.desk.request_transfer import request_transfer
from dispatch.desk.resolve_episode import resolve_episode
from dispatch.desk.resolve_pre_alert import resolve_pre_alert
from dispatch.desk.settle_decision import settle_decision
from dispatch.desk.tell_grounds import tell_grounds
from dispatch.desk.tell_late import tell_late
from dispatch.identity import HEADQUARTERS
from dispatch.kernel import PreAlertId, TransferId, UnitId
from dispatch.live.hub import fold
from dispatch.store.headquarters import Headquarters
from dispatch.transfer.decide_bundle import BundleReport
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.decide_phone import PhoneCall
from dispatch.transfer.decide_pre_alert import Redirection
from dispatch.transfer.decide_priority import ConditionReport
from dispatch.transfer.decide_return import ReturnRequest
from dispatch.transfer.decisions import Settling, open_decisions
from dispatch.transfer.said_picture import SaidClinical, SaidNeeds
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    MATARO,
    a_position,
    a_request,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)
from tests.desk.acts_on_the_way import ON_THE_WAY
from tests.desk.test_desk_shape import MAY, READING
from tests.desk_world import World, by, fleet
from tests.pre_alert_builders import FAST, a_report
from tests.stores import require_replay

Act = Callable[[Headquarters, TransferId], Awaitable[Any]]

TEAM, DOCTOR, ICU, UNIT = (
    by(dispatcher()),
    by(referring_doctor()),
    by(intensivist()),
    by(crew()),
)
ONE_NO = {**ALL_YES, "infection": Answer.NO}
SHOCK = ConditionReport(Condition.SEPTIC_SHOCK, clinical=SaidClinical(lactate_mmol_l=4.25))
EXCEEDS = ConditionReport(
    Condition.SEPSIS, SaidNeeds(complex_source_control=True), SaidClinical()
)
BEDS = BedReport(MATARO, BedKind.ICU, total=14, used=14)
ANTIBIOTIC = BundleReport(BundleStep.ANTIBIOTIC)
VALUES = AdultValues(infection_suspected=True, systolic_mmhg=80, diastolic_mmhg=50)
HERE = (41.6, 2.6)
CALL = PhoneCall(intensivist().person_id, dict(ALL_YES), read_back=True)
BACK = ReturnRequest(bedside="UCI, box 2", contact_phone="937 417 700")
SVA_1, SVA_2 = UnitId("SVA-01"), UnitId("SVA-02")


async def _declined_and_proposed(hq: Headquarters, name: TransferId) -> None:
    await ask_hospital(hq, TEAM, name, hospital=MATARO)
    await decline_transfer(hq, ICU, name, reason="no_bed")
    await propose_hospitals(hq, TEAM, name)


async def _phoned_and_confirmed(hq: Headquarters, name: TransferId) -> None:
    await agree_by_phone(hq, TEAM, name, call=CALL)
    await confirm_agreement(hq, ICU, name)


async def _declined_and_moved_on(hq: Headquarters, name: TransferId) -> None:
    await decline_transfer(hq, ICU, name, reason="no_bed")
    await move_on(hq, by(HEADQUARTERS), name)


def _later(hq: Headquarters, *, hours: int = 1) -> Headquarters:
    return replace(hq, clock=lambda: hq.clock() + timedelta(hours=hours))


async def _exceeded_and_settled(hq: Headquarters, name: TransferId) -> None:
    await change_condition(hq, DOCTOR, name, EXCEEDS)
    (asked,) = open_decisions((await hq.log.read_rows((name,))).transfers[name])
    settling = Settling(asked.kind, asked.about, "they can")
    await settle_decision(hq, TEAM, name, settling=settling)


async def _closed(hq: Headquarters, _: TransferId) -> None:
    ends_at = hq.clock() + timedelta(hours=2)
    await close_beds(hq, ICU, ClosureReport(MATARO, BedKind.ICU, "outbreak", ends_at))


async def _closed_and_over(hq: Headquarters, name: TransferId) -> None:
    await _closed(hq, name)
    await tell_grounds(_later(hq, hours=48), by(HEADQUARTERS), name)


async def _closed_and_opened(hq: Headquarters, name: TransferId) -> None:
    await _closed(hq, name)
    await open_beds(hq, ICU, Opening(MATARO, BedKind.ICU, hq.clock()))


async def _asked_back(hq: Headquarters, name: TransferId) -> TransferId:
    receipt = await request_return(hq, ICU, name, request=BACK)
    return TransferId(receipt.subject)


async def _back_and_agreed(hq: Headquarters, name: TransferId) -> None:
    back = await _asked_back(hq, name)
    answers = {each.question_id: Answer.YES for each in OF_RETURNS.questions}
    await answer_return(hq, DOCTOR, back, answers=answers)


async def _raised(hq: Headquarters) -> PreAlertId:
    receipt = await raise_pre_alert(hq, UNIT, a_report(), values=FAST)
    return PreAlertId(receipt.subject)


async def _acknowledged(hq: Headquarters, _: TransferId) -> None:
    await acknowledge_pre_alert(hq, DOCTOR, await _raised(hq))


async def _redirected(hq: Headquarters, _: TransferId) -> None:
    to = Redirection(MATARO, 25, "road closed")
    await redirect_pre_alert(hq, UNIT, await _raised(hq), to=to)


async def _resolved(hq: Headquarters, _: TransferId) -> None:
    await resolve_pre_alert(hq, DOCTOR, await _raised(hq), reason="no_infection")


async def _linked(hq: Headquarters, name: TransferId) -> None:
    one = await _raised(hq)
    await resolve_pre_alert(hq, DOCTOR, one)
    await link_pre_alert(hq, DOCTOR, one, transfer_id=name)


async def _taken_back(hq: Headquarters, _: TransferId) -> None:
    await cancel_pre_alert(hq, UNIT, await _raised(hq), reason="better")


async def _expired(hq: Headquarters, _: TransferId) -> None:
    one = await _raised(hq)
    await expire_pre_alert(_later(hq, hours=3), by(HEADQUARTERS), one)


ACTS: Mapping[str, tuple[Stage, Act]] = {
    "request_transfer": (
        Stage.REQUESTED,
        lambda hq, _: request_transfer(hq, DOCTOR, a_request(patient_reference="other")),
    ),
    "propose_hospitals": (Stage.REQUESTED, _declined_and_proposed),
    "ask_hospital": (
        Stage.REQUESTED,
        lambda hq, name: ask_hospital(hq, TEAM, name, hospital=MATARO),
    ),
    "answer_checklist": (
        Stage.ASKED,
        lambda hq, name: answer_checklist(hq, ICU, name, answers=ALL_YES),
    ),
    "answer_checklist with a no": (
        Stage.ASKED,
        lambda hq, name: answer_checklist(hq, ICU, name, answers=ONE_NO, reason="no_infection"),
    ),
    "agree_by_phone": (Stage.ASKED, lambda hq, name: agree_by_phone(hq, TEAM, name, call=CALL)),
    "confirm_agreement": (Stage.ASKED, _phoned_and_confirmed),
    "counter_offer": (
        Stage.ASKED,
        lambda hq, name: counter_offer(
            hq, ICU, name, offer=CounterOffer("after_resuscitation")
        ),
    ),
    "escalate_request": (
        Stage.ASKED,
        lambda hq, name: escalate_request(_later(hq), by(HEADQUARTERS), name),
    ),
    "move_on": (Stage.ASKED, _declined_and_moved_on),
    "decline_transfer": (
        Stage.ASKED,
        lambda hq, name: decline_transfer(hq, ICU, name, reason="no_bed"),
    ),
    "propose_units": (Stage.ACCEPTED, lambda hq, _: propose_units(hq, by(HEADQUARTERS))),
    "assign_unit": (
        Stage.ACCEPTED,
        lambda hq, name: assign_unit(hq, TEAM, name, unit_id=SVA_1, override_reason="near"),
    ),
    "assign_unit instead of another": (
        Stage.EN_ROUTE,
        lambda hq, name: assign_unit(hq, TEAM, name, unit_id=SVA_2, override_reason="near"),
    ),
    "release_unit": (
        Stage.EN_ROUTE,
        lambda hq, name: release_unit(hq, TEAM, name, reason="needed elsewhere"),
    ),
    "report_progress": (
        Stage.AT_PATIENT,
        lambda hq, name: report_progress(hq, UNIT, name, step="departed"),
    ),
    "hand_over": (Stage.ARRIVED, lambda hq, name: hand_over(hq, UNIT, name)),
    "change_condition": (
        Stage.ASSIGNED,
        lambda hq, name: change_condition(hq, UNIT, name, SHOCK),
    ),
    "change_priority": (
        Stage.ASSIGNED,
        lambda hq, name: change_priority(
            hq, TEAM, name, priority=Priority.ZERO, reason="worse"
        ),
    ),
    "settle_decision": (Stage.ASSIGNED, _exceeded_and_settled),
    "cancel_transfer": (
        Stage.ASSIGNED,
        lambda hq, name: cancel_transfer(hq, TEAM, name, reason="better"),
    ),
    "cancel_transfer early": (
        Stage.ASKED,
        lambda hq, name: cancel_transfer(hq, TEAM, name, reason="better"),
    ),
    "report_failure": (
        Stage.DEPARTED,
        lambda hq, name: report_failure(hq, UNIT, name, reason="engine", position=HERE),
    ),
    "record_bundle": (
        Stage.ASSIGNED,
        lambda hq, name: record_bundle(hq, DOCTOR, name, report=ANTIBIOTIC),
    ),
    "record_assessment": (
        Stage.ASSIGNED,
        lambda hq, name: record_assessment(hq, DOCTOR, name, values=VALUES),
    ),
    "tell_late": (
        Stage.ASKED,
        lambda hq, name: tell_late(_later(hq), by(HEADQUARTERS), name),
    ),
    "report_capacity": (Stage.ACCEPTED, lambda hq, _: report_capacity(hq, ICU, BEDS)),
    "confirm_part": (
        Stage.AT_PATIENT,
        lambda hq, name: confirm_part(hq, DOCTOR, name, part="sender_released"),
    ),
    "resolve_episode": (
        Stage.HANDED_OVER,
        lambda hq, name: resolve_episode(hq, ICU, name, outcome="ward"),
    ),
    "request_return": (Stage.HANDED_OVER, _asked_back),
    "answer_return": (Stage.HANDED_OVER, _back_and_agreed),
    "close_beds": (Stage.ACCEPTED, _closed),
    "open_beds": (Stage.ACCEPTED, _closed_and_opened),
    "keep_bed": (Stage.ACCEPTED, lambda hq, name: keep_bed(hq, ICU, name)),
    "expire_hold": (
        Stage.ACCEPTED,
        lambda hq, name: expire_hold(_later(hq, hours=9), by(HEADQUARTERS), name),
    ),
    "tell_grounds": (Stage.ACCEPTED, _closed_and_over),
    "report_unit_status": (
        Stage.ACCEPTED,
        lambda hq, _: report_unit_status(hq, UNIT, SVA_1, StatusReport("off_duty")),
    ),
}


PRE_ALERTS: Mapping[str, Act] = {
    "raise_pre_alert": lambda hq, _: _raised(hq),
    "acknowledge_pre_alert": _acknowledged,
    "redirect_pre_alert": _redirected,
    "resolve_pre_alert": _resolved,
    "link_pre_alert": _linked,
    "cancel_pre_alert": _taken_back,
    "expire_pre_alert": _expired,
}
ACTS = {
    **ACTS,
    **ON_THE_WAY,
    **{name: (Stage.REQUESTED, act) for name, act in PRE_ALERTS.items()},
}


def test_every_verb_that_changes_something_is_here() -> None:
    assert {name.split()[0] for name in ACTS} == set(MAY) - READING


@pytest.mark.parametrize("name", ACTS)
async def test_snapshot_and_news_are_a_fresh_snapshot(each_world: World, name: str) -> None:
    world = each_world
    stage, act = ACTS[name]
    transfer_id = await world.brought_to(stage)
    before = await world.board()
    world.clock.forward(1)
    await act(world.hq, transfer_id)
    after = await world.board()
    assert after.seq > before.seq
    assert after != before
    news = await world.hq.log.read_changes(before.seq)
    assert fold(before, news) == after
    assert {line.seq for line in news.lines} == set(range(before.seq + 1, after.seq + 1))
    await require_replay(world.hq.log, fleet())


@pytest.mark.parametrize("seen", [0, 1, 7])
async def test_screen_that_missed_much_catches_up(each_world: World, seen: int) -> None:
    """From any earlier number, over transfers that opened and closed meanwhile."""
    world, boards = each_world, {}
    boards[0] = await world.board()
    for number, stage in enumerate((Stage.HANDED_OVER, Stage.ACCEPTED, Stage.EN_ROUTE)):
        await world.brought_to(stage, f"NHC {number}", unit_id=f"SVA-0{number + 1}")
        boards[number + 1] = await world.board()
    start = boards[min(seen, 3)]
    news = await world.hq.log.read_changes(start.seq)
    assert fold(start, news) == await world.board()


async def test_positions_are_no_news(each_world: World) -> None:
    await record_positions(each_world.hq, UNIT, [a_position()])
    assert (await each_world.hq.log.read_changes(0)).seq == 0
