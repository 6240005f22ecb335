"""What a hospital lacks for what the patient needs, as the last ranking of hospitals says it.

The ranking is made anew with every change of the needs, in the same entry of the log, so that
what is asked here is never about needs of before.
"""

from collections.abc import Iterable

from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.parts import Why
from dispatch.transfer.transfer import Transfer, receiving

LACKS = frozenset({"care_not_offered", "level_too_low"})
"""The reasons of a ranking that say that a hospital can't give what is needed. The others speak
of distance, of beds, or of what it answered.
"""


def shortfall(transfer: Transfer, hospital: HospitalCode) -> tuple[Why, ...]:
    """What that hospital lacks for this patient; empty when it has everything needed."""
    return tuple(
        reason
        for each in transfer.not_proposed
        if each.hospital == hospital
        for reason in each.reasons
        if reason.code in LACKS
    )


def needs_exceed_hospital(transfer: Transfer) -> Iterable[Decision]:
    """After the agreement the patient needs more than the receiving hospital has."""
    hospital = receiving(transfer)
    if hospital is None:
        return
    lacking = shortfall(transfer, hospital)
    if lacking:
        yield Decision(
            kind="needs_exceed_hospital",
            about=fingerprint(lacking, hospital),
            since_at=transfer.clinical_at or transfer.milestones.requested_at,
            why=lacking,
        )
