"""The hospital that received a patient asks to send the patient back."""

from msgspec.structs import replace

from dispatch.identity import Role
from dispatch.kernel import Refused, TransferId
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.decide_answer import bed_kind
from dispatch.transfer.decide_papers import papers_of_request
from dispatch.transfer.decide_request import NewTransfer, ask_hospital
from dispatch.transfer.decide_return import ReturnRequest, home_first, twins_of_return
from dispatch.transfer.decide_return import request_return as decide
from dispatch.transfer.events import Event
from dispatch.transfer.evolve import begin, evolve
from dispatch.transfer.propose_hospitals import bed_keys, propose_hospitals
from dispatch.transfer.seen import require_seen
from dispatch.transfer.transfer import Transfer, taken_in_by

ALLOWED = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR, Role.DISPATCHER})


@verb(ALLOWED)
async def request_return(
    hq: Headquarters, command: Command, transfer_id: TransferId, *, request: ReturnRequest
) -> Receipt:
    """Opens a transfer of its own, and asks the hospital that the patient came from.

    The subject is the id of the return. Raises ``Refused``, among others
    ``return_not_possible``, ``return_already_requested``, ``patient_already_requested``.
    """
    board = await hq.log.read_rows((transfer_id,))
    first, actor = require_seen(board, transfer_id, command.actor), command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != taken_in_by(first):
        raise Refused("not_your_hospital", allowed=taken_in_by(first))
    alike = await hq.log.find_alike((first.patient_key,), first.referring)
    twins = twins_of_return(first, alike)
    number = f"CSI-{await hq.log.next_number()}"
    new = NewTransfer(TransferId(hq.new_id()), number, first.patient_key, twins=twins)
    requested, linked = decide(first, request, new=new, actor=actor)
    opened = begin(requested, hq.clock())
    papers = papers_of_request(
        new.transfer_id,
        is_late_entry=command.written_at is not None,
        has_more=None,
        actor=actor,
    )
    events = (requested, *await _asked_home(hq, opened, first), *papers, linked)
    return await hq.record(command, board, events, subject=new.transfer_id)


async def _asked_home(hq: Headquarters, opened: Transfer, first: Transfer) -> tuple[Event, ...]:
    """The proposal, and the question to the first hospital when that is home and has room."""
    now_at = hq.clock()
    beds = (await hq.log.read_rows(bed_keys(hq.network, opened.care))).beds
    proposed = home_first(
        opened,
        first,
        propose_hospitals(
            opened, network=hq.network, travel=hq.travel, beds=beds, now_at=now_at
        ),
    )
    if not proposed.candidates or proposed.candidates[0].hospital != first.referring:
        return (proposed,)
    shown = replace(evolve(opened, proposed, occurred_at=now_at), version=1)
    row = beds[first.referring, bed_kind(opened)]
    try:
        asked = ask_hospital(shown, row, override_reason=None, now_at=now_at)
    except Refused:
        return (proposed,)
    return (proposed, *asked)
