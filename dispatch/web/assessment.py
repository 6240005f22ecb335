"""Assessments over HTTP: the same answers as ``csi assess`` gives."""

import msgspec
from litestar import Response, get, post

from dispatch.assessment.centre import CutoffsInUse
from dispatch.assessment.input_fault import InputFault
from dispatch.desk.read_cutoffs import read_cutoffs
from dispatch.desk.set_cutoffs import NewCutoffs, set_cutoffs
from dispatch.i18n import Language, catalogue
from dispatch.kernel import HospitalCode, Refused
from dispatch.transfer.answer_vignettes import answer_vignettes
from dispatch.web.answers import json_answer
from dispatch.web.body import read_body, read_sound
from dispatch.web.problems import PROBLEM, language_of, problem_of
from dispatch.web.request import Hq, HttpRequest, PathText
from dispatch.web.session import asking, commanding
from dispatch.web.told_facts import with_unit


class ToldFault(msgspec.Struct, frozen=True):
    """One fault for people and programs: where, what stands there, what would be right."""

    field: str
    code: str
    detail: str
    value: str | None
    allowed: str


@post("/api/assess", status_code=200)
async def post_assess(request: HttpRequest, hq: Hq) -> Response[bytes]:
    """Assess the patients of a vignette, or of a list of them; nothing is kept.

    ``?hospital=``: by the cut-offs of that hospital, and each answer says whose they are.
    """
    command = await asking(request, hq)
    named = request.query_params.get("hospital")
    used = CutoffsInUse()
    if named is not None:
        used = (await read_cutoffs(hq, command, HospitalCode(named))).in_use
    raw = await read_sound(request)
    answers = answer_vignettes(raw, now_at=hq.clock(), cutoffs=used.cutoffs)
    if answers.faults:
        first = answers.faults[0].path
        refused = Refused("vignettes_invalid", field=first, count=len(answers.faults))
        return refusal(refused, answers.faults, request)
    if named is None:
        return json_answer(answers.answers)
    told = {"hospital": named, "of": used.of, "since": used.since_at}
    return json_answer([{**answer, "cutoffs": told} for answer in answers.answers])


@get("/api/hospitals/{hospital:str}/cutoffs")
async def get_cutoffs(request: HttpRequest, hq: Hq, hospital: PathText) -> Response[bytes]:
    """The cut-offs of detection of one hospital, and who set them."""
    command = await asking(request, hq)
    return json_answer(await read_cutoffs(hq, command, HospitalCode(hospital)))


@post("/api/hospitals/{hospital:str}/cutoffs")
async def post_cutoffs(request: HttpRequest, hq: Hq, hospital: PathText) -> Response[bytes]:
    """A hospital sets its own; an empty ``own`` goes back to the proposed ones."""
    command = await commanding(request, hq)
    body = await read_body(request, NewCutoffs)
    return json_answer(await set_cutoffs(hq, command, HospitalCode(hospital), new=body))


def refusal(
    refused: Refused, faults: tuple[InputFault, ...], request: HttpRequest
) -> Response[bytes]:
    """A problem as everywhere, and beside it every fault, not only the first."""
    language = language_of(request)
    problem = problem_of(refused, language, request.app.state.hq.clock())
    told = [_told(fault, language) for fault in faults]
    return Response(
        msgspec.json.encode({**msgspec.structs.asdict(problem), "faults": told}),
        status_code=problem.status,
        media_type=PROBLEM,
        headers={"cache-control": "no-store"},
    )


def _told(fault: InputFault, language: Language) -> ToldFault:
    said = catalogue(language)
    problem = said.say(f"input-{fault.problem}")
    detail = with_unit(problem, unit=fault.unit, would_be=fault.would_be, said=said)
    return ToldFault(fault.path, fault.problem, detail, fault.value, fault.allowed)


ROUTES = (post_assess, get_cutoffs, post_cutoffs)
