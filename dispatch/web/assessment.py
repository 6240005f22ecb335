"""Assessments over HTTP: the same answers as ``csi assess`` gives."""

import msgspec
from litestar import Response, post

from dispatch.assessment.cutoffs import DEFAULT_CUTOFFS
from dispatch.assessment.input_fault import InputFault
from dispatch.i18n import Language, catalogue
from dispatch.kernel import Refused
from dispatch.transfer.answer_vignettes import answer_vignettes
from dispatch.web.answers import json_answer
from dispatch.web.body import read_sound
from dispatch.web.problems import PROBLEM, language_of, problem_of
from dispatch.web.request import Hq, HttpRequest
from dispatch.web.session import asking


class ToldFault(msgspec.Struct, frozen=True):
    """One fault for people and programs: where, what stands there, what would be right."""

    field: str
    code: str
    detail: str
    value: str | None
    allowed: str


@post("/api/assess", status_code=200)
async def post_assess(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """Assess the patients of a vignette, or of a list of them; nothing is kept."""
    await asking(request, hq)
    raw = await read_sound(request)
    answers = answer_vignettes(raw, now_at=hq.clock(), cutoffs=DEFAULT_CUTOFFS)
    if answers.faults:
        first = answers.faults[0].path
        refused = Refused("vignettes_invalid", field=first, count=len(answers.faults))
        return refusal(refused, answers.faults, language_of(request))
    return json_answer(answers.answers)


def refusal(
    refused: Refused, faults: tuple[InputFault, ...], language: Language
) -> Response[bytes]:
    """A problem as everywhere, and beside it every fault, not only the first."""
    problem = problem_of(refused, language)
    told = [_told(fault, language) for fault in faults]
    return Response(
        msgspec.json.encode({**msgspec.structs.asdict(problem), "faults": told}),
        status_code=problem.status,
        media_type=PROBLEM,
        headers={"cache-control": "no-store"},
    )


def _told(fault: InputFault, language: Language) -> ToldFault:
    detail = catalogue(language).say(f"input-{fault.problem}")
    return ToldFault(fault.path, fault.problem, detail, fault.value, fault.allowed)


ROUTES = (post_assess,)
