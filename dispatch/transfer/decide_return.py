"""The way back: a transfer of its own, linked to the one that brought the patient."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.priority import Priority
from dispatch.identity.actor import Actor
from dispatch.kernel.failures import Refused
from dispatch.transfer.decide_request import NewTransfer
from dispatch.transfer.events import (
    HospitalsProposed,
    ReturnRequested,
    TransferRequested,
)
from dispatch.transfer.left_out import BEYOND
from dispatch.transfer.limits import require_text
from dispatch.transfer.parts import Clinical, Needs, Twin, Why
from dispatch.transfer.transfer import Transfer, is_followed, taken_in_by

RULE = "return"
HOME = Why("home_hospital")


class ReturnRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the patient lies now, whom to call, and what the journey and the bed must have."""

    bedside: str
    contact_phone: str
    needs_icu: bool = False
    needs_isolation: bool = False


def request_return(
    first: Transfer, request: ReturnRequest, *, new: NewTransfer, actor: Actor
) -> tuple[TransferRequested, ReturnRequested]:
    """The return as events, one on each of the two transfers. It keeps the patient's pseudonym.

    Raises ``Refused``: ``return_not_possible`` unless the receiving hospital has the patient,
    ``return_already_requested``, and the limits of the fields.
    """
    sender = taken_in_by(first)
    if sender is None or not is_followed(first):
        raise Refused("return_not_possible", stage=first.stage.value)
    if first.return_id is not None:
        raise Refused("return_already_requested", number=first.number)
    require_text(request.contact_phone, field="contact_phone", most=40)
    require_text(request.bedside, field="bedside", most=60)
    requested = TransferRequested(
        transfer_id=new.transfer_id,
        number=new.number,
        referring=sender,
        referring_doctor_id=actor.person_id,
        referring_doctor=actor.name,
        contact_phone=request.contact_phone.strip(),
        patient_key=first.patient_key,
        bedside=request.bedside.strip(),
        care=first.care,
        condition=first.condition,
        priority=Priority.RETURN,
        rule=RULE,
        needs=Needs(
            icu=request.needs_icu,
            isolation=request.needs_isolation,
            weight_kg=first.needs.weight_kg,
        ),
        clinical=Clinical(),
        returns=first.transfer_id,
        identified_by=first.identified_by,
        described=first.described,
        twins=new.twins,
    )
    return requested, ReturnRequested(first.transfer_id, new.transfer_id)


def twins_of_return(first: Transfer, alike: Iterable[Transfer]) -> tuple[Twin, ...]:
    """Open transfers of another hospital whose key is older than issuers and may be the same
    record number by chance. Raises ``Refused("patient_already_requested")`` naming the open
    transfer that is surely of this patient.
    """
    same = [row for row in alike if row.patient_key == first.patient_key]
    for row in same:
        if first.identified_by is not None or row.referring == first.referring:
            raise Refused("patient_already_requested", number=row.number)
    return tuple(Twin(row.number, "likely") for row in same)


def home_first(
    transfer: Transfer, first: Transfer, proposed: HospitalsProposed
) -> HospitalsProposed:
    """The hospital that the patient came from before all others, unless it said no or does not
    offer what is needed (Yébenes 2020, stage 4: preferably the referring centre).
    """
    home = first.referring
    others = tuple(each for each in proposed.candidates if each.hospital != home)
    known = [each for each in proposed.candidates if each.hospital == home]
    left_out = [each for each in proposed.not_proposed if each.hospital == home]
    if not known and any(each.reasons[0].code not in BEYOND for each in left_out):
        return replace(proposed, own_hospital_suffices=False)
    found = (*known, *left_out)[0]
    reasons = (HOME, *(each for each in found.reasons if each.code not in BEYOND))
    best = replace(found, rank=1, reasons=reasons)
    ranked = (best, *(replace(each, rank=rank) for rank, each in enumerate(others, start=2)))
    return HospitalsProposed(
        transfer_id=transfer.transfer_id,
        candidates=ranked,
        not_proposed=tuple(each for each in proposed.not_proposed if each.hospital != home),
        own_hospital_suffices=False,
    )
