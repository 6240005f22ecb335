"""The referring doctor asks for a transfer."""

from dispatch.identity import Actor, Role
from dispatch.kernel import Refused, TransferId
from dispatch.network import hospital, offer
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.board import Board
from dispatch.transfer.decide_request import (
    NewTransfer,
    Request,
    require_no_open_request,
)
from dispatch.transfer.decide_request import (
    request_transfer as decide,
)
from dispatch.transfer.evolve import begin
from dispatch.transfer.limits import require_text
from dispatch.transfer.propose_hospitals import bed_keys, propose_hospitals

ALLOWED = frozenset({Role.REFERRING_DOCTOR, Role.COORDINATING_DOCTOR, Role.DISPATCHER})


@verb(ALLOWED)
async def request_transfer(hq: Headquarters, command: Command, request: Request) -> Receipt:
    """Opens a transfer and proposes its receiving hospitals. The subject is its id.

    Headquarters may open one for a doctor on the telephone. Raises ``Refused``, among others
    ``patient_already_requested``, ``treatment_limits``, ``unknown_hospital``.
    """
    _require_own_hospital(command.actor, request)
    referring = hospital(hq.network, request.referring, field="referring")
    if offer(referring, request.care) is None:
        raise Refused(
            "care_not_offered", field="care", value=request.care.value, hospital=referring.code
        )
    require_text(request.patient_reference, field="patient_reference", most=64)
    key = hq.patient_key(request.patient_reference)
    known = await hq.log.find_open_request(key)
    require_no_open_request(key, {key: known} if known else {})
    new = NewTransfer(TransferId(hq.new_id()), f"CSI-{await hq.log.next_number()}", key)
    requested = decide(request, new=new, actor=command.actor)
    now_at = hq.clock()
    beds = await hq.log.read_rows(bed_keys(hq.network, request.care))
    proposed = propose_hospitals(
        begin(requested, now_at),
        network=hq.network,
        travel=hq.travel,
        beds=beds.beds,
        now_at=now_at,
    )
    return await hq.record(command, Board(), (requested, proposed), subject=new.transfer_id)


def _require_own_hospital(actor: Actor, request: Request) -> None:
    if actor.role is Role.REFERRING_DOCTOR and actor.hospital != request.referring:
        raise Refused(
            "not_your_hospital",
            field="referring",
            value=request.referring,
            allowed=actor.hospital,
        )
