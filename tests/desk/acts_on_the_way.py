"""Acts of a patient's real course, for the tests that try every verb."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from dispatch.desk.agree_by_phone import agree_by_phone
from dispatch.desk.check_identity import check_identity
from dispatch.desk.close_as_lost import close_as_lost
from dispatch.desk.confirm_part import confirm_part
from dispatch.desk.decline_by_phone import decline_by_phone
from dispatch.desk.dispute_agreement import dispute_agreement
from dispatch.desk.drive_elsewhere import drive_elsewhere
from dispatch.desk.end_papers import end_papers
from dispatch.desk.expect_papers import expect_papers
from dispatch.desk.hand_over import hand_over
from dispatch.desk.record_death import record_death
from dispatch.desk.report_course import report_course
from dispatch.desk.report_failure import report_failure
from dispatch.desk.report_found import report_found
from dispatch.desk.report_missing import report_missing
from dispatch.desk.report_progress import report_progress
from dispatch.desk.report_unreachable import report_unreachable
from dispatch.desk.take_back_closing import take_back_closing
from dispatch.desk.take_back_failure import take_back_failure
from dispatch.desk.take_back_part import take_back_part
from dispatch.desk.take_back_step import take_back_step
from dispatch.desk.withdraw_agreement import withdraw_agreement
from dispatch.desk.withdraw_request import withdraw_request
from dispatch.kernel import HospitalCode, TransferId
from dispatch.store.headquarters import Headquarters
from dispatch.transfer.decide_phone import PhoneCall, PhoneRefusal
from dispatch.transfer.decide_whose import IdentityReport
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    SANT_PAU,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)
from tests.desk_world import by

Act = Callable[[Headquarters, TransferId], Awaitable[Any]]

TEAM, DOCTOR, ICU, UNIT = (
    by(dispatcher()),
    by(referring_doctor()),
    by(intensivist()),
    by(crew()),
)
CALL = PhoneCall(intensivist().person_id, dict(ALL_YES), read_back=True)
NO = PhoneRefusal(intensivist().person_id, "no_bed")
COMPARED = IdentityReport(("name", "birth_date"), is_match=True)


async def _phoned_and_disputed(hq: Headquarters, name: TransferId) -> None:
    await agree_by_phone(hq, TEAM, name, call=CALL)
    await dispute_agreement(hq, ICU, name, reason="it was not me")


async def _more_and_all(hq: Headquarters, name: TransferId) -> None:
    await expect_papers(hq, TEAM, name)
    await end_papers(hq, TEAM, name)


async def _missing_and_found(hq: Headquarters, name: TransferId) -> None:
    await report_missing(hq, TEAM, name, reason="no word for hours")
    await report_found(hq, UNIT, name, place="C-32", found_by="crew")


async def _missing_and_given_up(hq: Headquarters, name: TransferId) -> None:
    await report_missing(hq, TEAM, name, reason="no word for hours")
    await close_as_lost(hq, by(coordinating_doctor()), name, reason="searched")


async def _failed_and_running_again(hq: Headquarters, name: TransferId) -> None:
    await report_failure(hq, UNIT, name, reason="engine", position=(41.58, 2.55))
    await take_back_failure(hq, UNIT, name, reason="runs again")


async def _confirmed_and_denied(hq: Headquarters, name: TransferId) -> None:
    await confirm_part(hq, ICU, name, part="receiver_took_over")
    await take_back_part(hq, ICU, name, part="receiver_took_over", reason="wrong patient")


async def _handed_over_elsewhere(hq: Headquarters, name: TransferId) -> None:
    await drive_elsewhere(hq, UNIT, name, hospital=HospitalCode(SANT_PAU), reason="arrest")
    await report_progress(hq, UNIT, name, step="arrived")
    await hand_over(hq, UNIT, name)


ON_THE_WAY: Mapping[str, tuple[Stage, Act]] = {
    "decline_by_phone": (
        Stage.ASKED,
        lambda hq, name: decline_by_phone(hq, TEAM, name, call=NO),
    ),
    "dispute_agreement": (Stage.ASKED, _phoned_and_disputed),
    "withdraw_agreement": (
        Stage.ASSIGNED,
        lambda hq, name: withdraw_agreement(hq, ICU, name, reason="no_bed"),
    ),
    "withdraw_request": (
        Stage.DEPARTED,
        lambda hq, name: withdraw_request(hq, DOCTOR, name, reason="better"),
    ),
    "report_unreachable": (
        Stage.ASSIGNED,
        lambda hq, name: report_unreachable(hq, TEAM, name, reason="nobody answers"),
    ),
    "take_back_step": (
        Stage.AT_PATIENT,
        lambda hq, name: take_back_step(hq, UNIT, name, step="at_patient", reason="slip"),
    ),
    "take_back_failure": (Stage.DEPARTED, _failed_and_running_again),
    "take_back_part": (Stage.HANDED_OVER, _confirmed_and_denied),
    "hand_over elsewhere": (Stage.DEPARTED, _handed_over_elsewhere),
    "take_back_closing": (
        Stage.HANDED_OVER,
        lambda hq, name: take_back_closing(
            hq, UNIT, name, closing="handed_over", reason="slip"
        ),
    ),
    "expect_papers": (Stage.ASKED, lambda hq, name: expect_papers(hq, TEAM, name)),
    "end_papers": (Stage.ASKED, _more_and_all),
    "check_identity": (
        Stage.AT_PATIENT,
        lambda hq, name: check_identity(hq, UNIT, name, report=COMPARED),
    ),
    "report_course": (
        Stage.DEPARTED,
        lambda hq, name: report_course(hq, UNIT, name, course="worse", note="pressure falls"),
    ),
    "drive_elsewhere": (
        Stage.DEPARTED,
        lambda hq, name: drive_elsewhere(hq, UNIT, name, hospital=SANT_PAU, reason="nearer"),
    ),
    "report_missing": (
        Stage.DEPARTED,
        lambda hq, name: report_missing(hq, TEAM, name, reason="no word for hours"),
    ),
    "report_found": (Stage.DEPARTED, _missing_and_found),
    "close_as_lost": (Stage.DEPARTED, _missing_and_given_up),
    "record_death": (Stage.DEPARTED, lambda hq, name: record_death(hq, UNIT, name)),
}
