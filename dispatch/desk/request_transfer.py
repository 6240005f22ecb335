"""The referring doctor asks for a transfer."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment import PatientValues
from dispatch.identity import Actor, Role
from dispatch.identity.patient import Identifier, IdentifierKind
from dispatch.kernel import HospitalCode, PreAlertId, Refused, TransferId
from dispatch.kernel.asked import Asked, require_confirmed
from dispatch.network import Care, Hospital, hospital, offer
from dispatch.store.entry import Command, Receipt, Stale
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.alert_twins import linked_by_key
from dispatch.transfer.asked_again import (
    asked_of_ages,
    asked_of_pregnancy,
    asked_of_weights,
)
from dispatch.transfer.asked_identity import asked_of_identifier, asked_of_person
from dispatch.transfer.asked_pairs import OneAct, asked_of_pairs
from dispatch.transfer.asked_values import (
    asked_of_picture,
    asked_of_values,
    with_confirmed,
)
from dispatch.transfer.board import Board
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_papers import papers_of_request
from dispatch.transfer.decide_pre_alert import link
from dispatch.transfer.decide_pre_alert import require_seen as require_pre_alert
from dispatch.transfer.decide_request import (
    NewTransfer,
    Request,
)
from dispatch.transfer.decide_request import (
    request_transfer as decide,
)
from dispatch.transfer.described import asked_of_age, in_months
from dispatch.transfer.events import Event
from dispatch.transfer.evolve import begin
from dispatch.transfer.limits import require_text, require_told
from dispatch.transfer.presupposed import require_presupposed
from dispatch.transfer.propose_hospitals import bed_keys, propose_hospitals
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.twins import Sought, seek, twins_of

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.COORDINATING_DOCTOR, Role.DISPATCHER})


class Beside(Struct, frozen=True):
    """What the same act says beside the request: values for the scores, as of now, and the
    pre-alert it came of. All of it is recorded with the request, or nothing is.
    """

    values: PatientValues | None = None
    pre_alert_id: PreAlertId | None = None


NOTHING = Beside()


@verb(ALLOWED)
async def request_transfer(
    hq: Headquarters, command: Command, request: Request, *, beside: Beside = NOTHING
) -> Receipt:
    """Opens a transfer and proposes its receiving hospitals. The subject is its id.

    Headquarters may open one for a doctor on the telephone. Raises ``Refused``, among others
    ``patient_already_requested``, ``patient_perhaps_requested``, ``treatment_limits``,
    ``unknown_hospital``, ``no_late_entry``, ``told_otherwise``, and those of
    ``record_assessment`` and ``link_pre_alert`` for what stands ``beside``.
    """
    _require_own_hospital(command.actor, request)
    referring = hospital(hq.network, request.referring, field="referring")
    number = f"CSI-{await hq.log.next_number()}"
    request = replace(_identified(request, number), described=in_months(request.described))
    require_text(request.patient_reference, field="patient_reference", most=64)
    sought = _sought(hq, request)
    alike = await hq.log.find_alike((sought.key, *sought.older_keys), request.referring)
    new = NewTransfer(
        transfer_id=TransferId(hq.new_id()),
        number=number,
        patient_key=sought.key,
        identified_by=sought.kind,
        twins=twins_of(sought, alike),
    )
    requested = decide(request, new=new, actor=command.actor, values=beside.values)
    now_at = hq.clock()
    require_told(request.clinical, now_at=now_at)
    opened = begin(requested, now_at)
    board = await _came_of(hq, request.referring, sought.key, beside)
    events: tuple[Event, ...] = (
        requested,
        await _proposed(hq, opened),
        *_told_beside(opened, beside, board=board, actor=command.actor),
        *papers_of_request(
            new.transfer_id,
            is_late_entry=command.written_at is not None,
            has_more=request.has_more_papers,
            actor=command.actor,
        ),
    )
    events = with_confirmed(events, _confirmed(request, beside, referring, on=now_at.date()))
    try:
        return await hq.record(command, board, events, subject=new.transfer_id)
    except Refused as refused:
        if refused.code != "patient_already_requested":
            raise
        raise Stale from refused  # asked for in this very moment: decided again, knowing it


def _identified(request: Request, number: str) -> Request:
    """The request; a provisional identifier that nobody typed is the transfer's own number."""
    is_nobodys = request.identifier is IdentifierKind.TEMPORARY
    if not is_nobodys or request.patient_reference.strip():
        return request
    return replace(request, patient_reference=number)


def _sought(hq: Headquarters, request: Request) -> Sought:
    return seek(
        Identifier(request.patient_reference, request.referring, request.identifier),
        seal=hq.patient_key,
        care=request.care,
        described=request.described,
    )


def _confirmed(
    request: Request, beside: Beside, referring: Hospital, *, on: date
) -> tuple[str, ...]:
    """What the doctor was asked about and confirmed. Raises ``Doubtful`` with all else."""
    picture = asked_of_picture(
        request.clinical, request.needs, care=request.care, described=request.described
    )
    values, weight_kg = beside.values, request.needs.weight_kg
    again = (
        *asked_of_age(request.described, care=request.care),
        *asked_of_ages(request.described, values),
        *asked_of_weights(
            "inputs/weight_kg", values.weight_kg if values else None, known_kg=weight_kg
        ),
        *asked_of_pregnancy(request.described, values),
    )
    pairs = asked_of_pairs(
        OneAct(
            care=request.care,
            clinical=request.clinical,
            needs=request.needs,
            values=values,
            hypotensive_after_fluids=request.hypotensive_after_fluids,
        )
    )
    whose = Identifier(request.patient_reference, request.referring, request.identifier)
    asked = (
        *_asked_of_door(referring, request.care),
        *asked_of_identifier(whose),
        *asked_of_person(whose, request.described, on=on),
        *again,
        *picture,
        *asked_of_values(values, beside=picture),
        *pairs,
    )
    return require_confirmed(asked, request.confirmed_doubts)


def _asked_of_door(referring: Hospital, care: Care) -> tuple[Asked, ...]:
    """Whether a patient is meant whom the hospital does not treat: who came to the wrong door
    is the one most in need, so this warns and never blocks (proposed).
    """
    if offer(referring, care) is not None:
        return ()
    return (Asked("care_not_offered", "care", care.value, "", other=referring.short),)


async def _proposed(hq: Headquarters, opened: Transfer) -> Event:
    beds = await hq.log.read_rows(bed_keys(hq.network, opened.care))
    return propose_hospitals(
        opened,
        network=hq.network,
        travel=hq.travel,
        beds=beds.beds,
        now_at=opened.milestones.requested_at,
    )


async def _came_of(hq: Headquarters, hospital: HospitalCode, key: str, beside: Beside) -> Board:
    """The rows of its pre-alerts, the one named and those of the same key: the entry is stale
    when somebody links one meanwhile.
    """
    alerts = await hq.log.find_alerts(key, hospital)
    same = [each.pre_alert_id for each in alerts if each.patient_key == key]
    named = [beside.pre_alert_id] if beside.pre_alert_id else []
    keys = tuple(dict.fromkeys((*named, *same)))
    return await hq.log.read_rows(keys) if keys else Board()


def _told_beside(
    opened: Transfer, beside: Beside, *, board: Board, actor: Actor
) -> tuple[Event, ...]:
    """The values and the link, by the same rules as when they are told by themselves."""
    events: tuple[Event, ...] = ()
    if beside.values is not None:
        require_presupposed(beside.values)
        at = opened.milestones.requested_at
        events += record_assessment(opened, beside.values, actor=actor, assessed_at=at)
    if beside.pre_alert_id is not None:
        pre_alert = require_pre_alert(board.pre_alerts.get(beside.pre_alert_id), actor)
        events += (link(pre_alert, opened),)
    others = [row for key, row in board.pre_alerts.items() if key != beside.pre_alert_id]
    at_hand = linked_by_key(others, opened.transfer_id, hospital=opened.referring, actor=actor)
    return (*events, *at_hand)


def _require_own_hospital(actor: Actor, request: Request) -> None:
    if actor.role is Role.REFERRING_DOCTOR and actor.hospital != request.referring:
        raise Refused(
            "not_your_hospital",
            field="referring",
            value=request.referring,
            allowed=actor.hospital,
        )
