"""One request as the intensivist asked sees it: facts, four questions, yes or no."""

from collections.abc import Mapping
from dataclasses import replace

from litestar import get, post
from litestar.response import Redirect

from dispatch.checklist import REASONS, Answer, Checklist, checklist
from dispatch.desk import Command, Headquarters
from dispatch.desk.answer_checklist import answer_checklist
from dispatch.desk.answer_return import answer_return
from dispatch.desk.decline_transfer import decline_transfer
from dispatch.desk.hand_over import hand_over
from dispatch.desk.keep_bed import keep_bed
from dispatch.desk.read_shared import read_shared
from dispatch.desk.read_transfer import read_transfer
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, TransferId
from dispatch.kernel.failures import Fact
from dispatch.network import Care
from dispatch.transfer.decide_offer import OFFER_KINDS
from dispatch.transfer.presupposed import AGAINST_THE_CODE
from dispatch.transfer.stage import AGREED, CLOSED, Stage
from dispatch.transfer.views import TransferView
from dispatch.web.pages.answers_pages import own_beds
from dispatch.web.pages.duty_pages import own_duty
from dispatch.web.pages.episode import episode_facts
from dispatch.web.pages.faults import Fault, Misfilled
from dispatch.web.pages.forms import Entered, Form, Reader, read_form
from dispatch.web.pages.progress import journey, responsible, taken_to
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, Visit, carry_out, open_visit
from dispatch.web.request import Hq, HttpRequest, PathText

ONE = "/answers/{transfer_id:str}"


@get(ONE)
async def get_answer(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page:
    """The request, or the transfer once agreed."""
    visit, transfer = await open_request(request, hq, transfer_id)
    return await show_request(visit, transfer, visit.fresh())


@post(f"{ONE}/accept")
async def post_accept(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """4 of 4: the agreement."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        answers = read_answers(transfer, form)
        require_no_no(answers)
        if transfer.returns is not None:
            await answer_return(hq, command, transfer.transfer_id, answers=answers)
        else:
            why = Reader(form).text("despite_reason") or None
            one = transfer.transfer_id
            await answer_checklist(hq, command, one, answers=answers, despite_reason=why)
        return f"/answers/{transfer_id}?done=accepted"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


@post(f"{ONE}/decline")
async def post_decline(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """No, with its reason; the answers go along when all four are given and one is no."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        reader = Reader(form)
        reason = reader.text("reason")
        answers = read_answers(transfer, form)
        one = transfer.transfer_id
        is_whole = Answer.NO in answers.values() and len(answers) == len(_questions(transfer))
        if transfer.returns is not None:
            given = answers if is_whole else None
            await answer_return(hq, command, one, answers=given, reason=reason)
        elif is_whole:
            await answer_checklist(hq, command, one, answers=answers, reason=reason)
        else:
            await decline_transfer(hq, command, one, reason=reason)
        return "/answers?done=declined"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


@post(f"{ONE}/handover")
async def post_handover(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The patient is ours now."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await hand_over(hq, command, transfer.transfer_id)
        return f"/answers/{transfer_id}?done=handed_over"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


@post(f"{ONE}/bed")
async def post_bed(request: HttpRequest, hq: Hq, transfer_id: PathText) -> Page | Redirect:
    """The bed stays held, or is held again."""
    visit, transfer = await open_request(request, hq, transfer_id)
    form = await read_form(request)

    async def act(command: Command) -> str:
        await keep_bed(hq, command, transfer.transfer_id)
        return f"/answers/{transfer_id}?done=kept"

    return await carry_out(
        visit, form, act=act, show=lambda entered: show_request(visit, transfer, entered)
    )


def read_answers(transfer: TransferView, form: Form) -> dict[str, Answer]:
    """The answers given, and no others."""
    given = {name: form.values.get(f"answers/{name}", "") for name in _questions(transfer)}
    return {name: Answer(word) for name, word in given.items() if word in {"yes", "no"}}


def require_no_no(answers: Mapping[str, Answer]) -> None:
    """Nothing, or ``Misfilled``: accepting with a no would be declining without a reason."""
    wrong: dict[str, tuple[str, Mapping[str, Fact]]] = {
        f"answers/{name}": ("page-fault-answer-no", {})
        for name, answer in answers.items()
        if answer is Answer.NO
    }
    if wrong:
        raise Misfilled(wrong)


def _questions(transfer: TransferView) -> tuple[str, ...]:
    asked = _checklist(transfer)
    return tuple(question.question_id for question in asked.questions) if asked else ()


def _checklist(transfer: TransferView) -> Checklist | None:
    return checklist(transfer.checklist_version) if transfer.checklist_version else None


async def open_request(
    request: HttpRequest, hq: Headquarters, transfer_id: str
) -> tuple[Visit, TransferView]:
    """The doctor's visit and the transfer it is about."""
    visit = await open_visit(request, hq, Role.INTENSIVIST, Role.REFERRING_DOCTOR)
    return visit, await read_transfer(hq, visit.reading, TransferId(transfer_id))


async def show_request(visit: Visit, transfer: TransferView, entered: Entered) -> Page:
    """The page of one request, as it stands."""
    agreed = transfer.agreement
    is_asked = transfer.asked is not None and visit.who.hospital == transfer.asked
    receiving = transfer.asked if is_asked else receiving_of(transfer)
    is_own = visit.who.hospital == taken_to(transfer)
    shared = await read_shared(visit.hq, visit.reading, transfer.transfer_id)
    facts = {
        "transfer": transfer,
        "is_adult": transfer.care is Care.ADULT,
        "is_asked": is_asked,
        "checklist": _checklist(transfer),
        "reasons_here": _reasons(refuses_patient=False),
        "reasons_patient": _reasons(refuses_patient=True),
        "beds": await own_beds(visit),
        "journey": journey(transfer),
        "responsible": responsible(transfer),
        "despite_words": ", ".join(
            visit.words.t(f"despite-{x}") for x in transfer.asked_despite
        ),
        "receiving": receiving,
        "may_withdraw": agreed is not None
        and agreed.withdrawn_at is None
        and transfer.stage in AGREED
        and visit.who.hospital == agreed.hospital,
        "may_keep_bed": agreed is not None
        and visit.who.hospital == agreed.hospital
        and transfer.stage in AGREED
        and needs_bed(transfer),
        "may_take_over": is_own and transfer.stage is Stage.ARRIVED,
        **episode_facts(visit, transfer, is_own=is_own),
        "may_confirm": agreed is not None
        and agreed.recorded_by is not None
        and agreed.confirmed_at is None
        and agreed.intensivist_id == visit.who.person_id,
        "is_against": bool({each.kind for each in transfer.decisions} & AGAINST_THE_CODE),
        "offers": OFFER_KINDS,
        "others": other_hospitals(visit, transfer),
        **await own_duty(visit),
        "may_change": transfer.stage not in CLOSED and transfer.returns is None,
        "may_record": transfer.stage not in CLOSED,
        "shared": shared,
    }
    path = f"/answers/{transfer.transfer_id}"
    is_answered_here = is_asked and transfer.papers is None
    fills = f"{path}/accept" if is_answered_here else None
    live = Live(path, refreshes=not is_answered_here, fills=fills)
    return page(
        visit, "answer.html", live=live, entered=_each(visit, transfer, entered), facts=facts
    )


def other_hospitals(visit: Visit, transfer: TransferView) -> tuple[HospitalCode, ...]:
    """Those that may be suggested instead: proposed, and not the visitor's own."""
    codes = (candidate.hospital for candidate in transfer.candidates)
    return tuple(code for code in codes if code != visit.who.hospital)


def receiving_of(transfer: TransferView) -> HospitalCode | None:
    """The hospital that has the patient or will have him, or is asked."""
    return taken_to(transfer) or transfer.asked


def needs_bed(transfer: TransferView) -> bool:
    """Whether a bed is held: always, but for a return to a ward."""
    return transfer.returns is None or transfer.needs.icu


def _reasons(*, refuses_patient: bool) -> tuple[str, ...]:
    found = REASONS.values()
    return tuple(each.code for each in found if each.refuses_patient is refuses_patient)


def _each(visit: Visit, transfer: TransferView, entered: Entered) -> Entered:
    """A missing answer blamed on every question without one, not on the first alone."""
    asked = _checklist(transfer)
    blamed = {fault.field for fault in entered.faults}
    named = {f"answers/{name}" for name in _questions(transfer)}
    if asked is None or not blamed & named or "no" in _given(entered, named):
        return entered
    faults = tuple(
        Fault(
            f"answers/{question.question_id}",
            visit.said.say(
                "page-fault-unanswered",
                {"number": number, "question": question.wording[visit.language]},
            ),
        )
        for number, question in enumerate(asked.questions, start=1)
        if entered.values.get(f"answers/{question.question_id}") not in {"yes", "no"}
    )
    return replace(entered, faults=faults)


def _given(entered: Entered, named: set[str]) -> set[str]:
    return {word for name, word in entered.values.items() if name in named}


ROUTES = (get_answer, post_accept, post_decline, post_bed, post_handover)
