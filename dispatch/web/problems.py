"""Errors as people and programs get them: RFC 9457, translated, naming field and limit.

The status follows from the code of the refusal; ``docs/refusals.md`` is printed from this.
"""

from collections.abc import Mapping
from datetime import datetime

import msgspec
from litestar import Response
from litestar.datastructures import Cookie
from litestar.exceptions import HTTPException
from litestar.types import Message, Scope

from dispatch.i18n import Language, best_language, catalogue
from dispatch.kernel import Refused, Unavailable
from dispatch.kernel.asked import Doubtful
from dispatch.kernel.failures import Fact
from dispatch.telemetry import logger
from dispatch.web.body import too_large
from dispatch.web.cookies import cookie_of
from dispatch.web.request import HttpRequest
from dispatch.web.told_facts import told_facts, with_unit

LANGUAGE_COOKIE = "csi_language"
LANGUAGE_DAYS = 365
PROBLEM = "application/problem+json"
AGAIN_AFTER_S = 3
"""When to try again after a failure of the world (proposed)."""

NOT_SIGNED_IN = frozenset({"not_signed_in", "sign_in_failed"})
FORBIDDEN = frozenset(
    {
        "role_not_allowed",
        "only_doctors_lower",
        "decision_of_others",
        "decision_own_act",
        "not_on_duty",
        "not_your_agreement",
        "not_your_hospital",
        "not_your_part",
        "not_your_patient",
        "not_your_unit",
        "own_request",
        "cross_site",
    }
)
CONFLICT = frozenset(
    {
        "already_acknowledged",
        "already_assigned",
        "already_linked",
        "hospital_already_told",
        "pre_alert_closed",
        "pre_alert_not_confirmed",
        "assessment_contradicts",
        "assessment_older",
        "already_confirmed",
        "changed_since",
        "closure_changed",
        "protocol_changed",
        "no_protocol_to_withdraw",
        "decision_not_open",
        "hospital_already_asked",
        "hospital_declined",
        "key_reused",
        "signed_in_as_another",
        "no_bed_held",
        "no_step_to_take_back",
        "no_closing_to_take_back",
        "no_failure_to_take_back",
        "no_part_to_take_back",
        "failure_too_long_ago",
        "failed_unit_elsewhere",
        "unit_failed_already",
        "unit_failed_there",
        "breakdown_is_failure",
        "no_bed_used",
        "closing_not_that",
        "closing_too_long_ago",
        "closing_confirmed",
        "closing_resolved",
        "closing_return_asked",
        "closing_unit_elsewhere",
        "patient_requested_again",
        "no_receiver",
        "receiver_took_back",
        "already_there",
        "driving_there_already",
        "patient_not_on_the_road",
        "patient_not_missing",
        "patient_with_crew",
        "already_missing",
        "decision_not_by_words",
        "patient_not_with_crew",
        "nothing_to_withdraw",
        "already_disputed",
        "hospital_agreed",
        "step_not_last",
        "unit_moved_on",
        "not_closed",
        "no_unit_assigned",
        "not_agreed",
        "not_asked",
        "question_was_withdrawn",
        "needs_exceed_hospital",
        "nothing_to_confirm",
        "no_papers_to_come",
        "papers_to_come",
        "shift_over",
        "not_at_this_stage",
        "out_of_order",
        "patient_already_requested",
        "patient_perhaps_requested",
        "identity_mismatch",
        "patient_on_the_road",
        "requested_twice",
        "return_already_requested",
        "return_not_possible",
        "return_keeps_priority",
        "not_a_return",
        "no_bed_needed",
        "bundle_of_return",
        "same_priority",
        "unit_already_assigned",
        "unit_taken_meanwhile",
        "unit_taken_since",
        "unit_free_later",
        "unit_loaded",
        "unit_not_available",
        "unit_off_shift",
        "unit_on_mission",
        "username_taken",
    }
)
SPECIAL: Mapping[str, int] = {
    "body_too_large": 413,
    "not_json": 400,
    "too_deep": 400,
    "media_type": 415,
    "too_many_attempts": 429,
    "version_needed": 428,
    "protocol_version_needed": 428,
}


class Problem(msgspec.Struct, frozen=True):
    """What an error says. ``facts`` are those of the sentence in ``detail``."""

    title: str
    status: int
    detail: str
    code: str
    field: str | None = None
    facts: dict[str, str | int | float | bool | None] = {}
    type: str = "about:blank"


def status_of(code: str) -> int:
    """The HTTP status of a refusal."""
    if code in SPECIAL:
        return SPECIAL[code]
    if code in NOT_SIGNED_IN:
        return 401
    if code in FORBIDDEN:
        return 403
    if code.startswith("unknown_"):
        return 404
    return 409 if code in CONFLICT else 422


def language_cookie(language: Language, *, is_secure: bool) -> Cookie:
    """Another language on this device."""
    return Cookie(
        LANGUAGE_COOKIE,
        path="/",
        value=language,
        max_age=LANGUAGE_DAYS * 24 * 3600,
        samesite="lax",
        secure=is_secure,
    )


def language_of(request: HttpRequest) -> Language:
    """The language chosen by cookie, else the browser's, else that of ``CSI_LANGUAGE``."""
    wanted = cookie_of(request, LANGUAGE_COOKIE) or request.headers.get("accept-language")
    return best_language(wanted, request.app.state.language)


def problem_of(refused: Refused, language: Language, now_at: datetime) -> Problem:
    """The refusal as a problem in that language; its sentence is for people of now."""
    said = catalogue(language)
    told = told_facts(refused.code, refused.facts, said=said, now_at=now_at)
    facts = {"field": refused.field, **told}
    detail = said.say(f"refused-{refused.code}", facts)
    return Problem(
        title=said.say("refused-title"),
        status=status_of(refused.code),
        detail=with_unit(
            detail, unit=facts.get("other_unit"), would_be=facts.get("would_be"), said=said
        ),
        code=refused.code,
        field=refused.field,
        facts=dict(refused.facts),
    )


def on_refused(request: HttpRequest, refused: Refused) -> Response[bytes]:
    """The protocol or the input rules said no."""
    problem = problem_of(refused, language_of(request), request.app.state.hq.clock())
    if isinstance(refused, Doubtful):
        return _doubtful(problem, refused)
    return _response(problem)


def on_unavailable(request: HttpRequest, failed: Unavailable) -> Response[bytes]:
    """The world failed; the same command may be sent again with its key."""
    said = catalogue(language_of(request))
    detail = told_to_people(request, failed)
    answer = _response(Problem(said.say("unavailable-title"), 503, detail, failed.what))
    answer.headers["retry-after"] = str(AGAIN_AFTER_S)
    return answer


def told_to_people(request: HttpRequest, failed: Unavailable) -> str:
    """What somebody with a patient does now. What is wrong goes into the logs, once an outage,
    to those who can mend it.
    """
    request.app.state.hq.outages.met(failed)
    said = catalogue(language_of(request))
    todo = f"todo-{failed.what}"
    return said.say(todo if said.has(todo) else "todo-unavailable", failed.facts)


async def notice_answer(message: Message, scope: Scope) -> None:
    """Lets an outage end that only requests have met."""
    if message["type"] == "http.response.start" and message["status"] < 500:
        scope["litestar_app"].state.hq.outages.answered()


def refused_by_framework(failed: HTTPException) -> Refused:
    """What the framework refuses, in our words: unknown path, wrong method, too large."""
    match failed.status_code:
        case 404:
            return Refused("unknown_path")
        case 405:
            return Refused("method")
        case 413:
            return too_large()
        case _:
            return Refused("not_understood")


def on_http(request: HttpRequest, failed: HTTPException) -> Response[bytes]:
    """What the framework refuses, under its status; of a wrong method, which are right."""
    now_at = request.app.state.hq.clock()
    problem = problem_of(refused_by_framework(failed), language_of(request), now_at)
    answer = _response(msgspec.structs.replace(problem, status=failed.status_code))
    answer.headers.update(failed.headers or {})
    return answer


def on_defect(request: HttpRequest, failed: Exception) -> Response[bytes]:
    """A defect of ours: logged with its trace, shown without."""
    logger("web").error("defect", path=request.scope["path"], exc_info=failed)
    said = catalogue(language_of(request))
    return _response(
        Problem(said.say("defect-title"), 500, said.say("defect-detail"), "defect")
    )


def retry_after(facts: Mapping[str, Fact]) -> dict[str, str]:
    """The header that says when to try again, for a refusal that knows it."""
    return {"retry-after": str(facts["wait_s"])} if "wait_s" in facts else {}


def _doubtful(problem: Problem, refused: Doubtful) -> Response[bytes]:
    """Beside the problem every doubt, and the words that confirm it."""
    told = [{**each.facts, "confirm": each.confirmation} for each in refused.asked]
    return Response(
        msgspec.json.encode({**msgspec.structs.asdict(problem), "doubts": told}),
        status_code=problem.status,
        media_type=PROBLEM,
        headers={"cache-control": "no-store"},
    )


def _response(problem: Problem) -> Response[bytes]:
    return Response(
        msgspec.json.encode(problem),
        status_code=problem.status,
        media_type=PROBLEM,
        headers={"cache-control": "no-store", **retry_after(problem.facts)},
    )
