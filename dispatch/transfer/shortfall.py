"""What a hospital lacks for what the patient needs, as the last ranking of hospitals says it.

The ranking is made anew with every change of the needs, in the same entry of the log, so that
what is asked here is never about needs of before.
"""

from collections.abc import Iterable

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.network.capability import Capability
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.parts import Candidate, Why
from dispatch.transfer.transfer import Transfer, receiving, seeks_hospital

LACKS = frozenset(
    {"care_not_offered", "level_too_low", *(f"lacks_{each.value}" for each in Capability)}
)
"""The reasons of a ranking that say that a hospital can't give what is needed. The others speak
of distance, of beds, or of what it answered.
"""


LACKED = frozenset({"level_below_need", *(f"lacks_{each.value}" for each in Capability)})
"""The warnings of a candidate that say what it lacks, where no hospital has all."""


def shortfall(transfer: Transfer, hospital: HospitalCode) -> tuple[Why, ...]:
    """What that hospital lacks for this patient; empty when it has everything needed."""
    return tuple(
        reason
        for each in transfer.not_proposed
        if each.hospital == hospital
        for reason in each.reasons
        if reason.code in LACKS
    )


def none_has_all(transfer: Transfer) -> tuple[Candidate, ...]:
    """The candidates where no hospital has everything needed: those that lack least, what they
    lack among their warnings. Empty where any hospital has it.
    """
    return tuple(
        each
        for each in transfer.candidates
        if any(warning.code == "none_has_all" for warning in each.warnings)
    )


def no_hospital_has_all(transfer: Transfer) -> Iterable[Decision]:
    """Nobody agreed and no hospital has everything needed: people ask one of those that lack
    least with a reason, or change what is needed.
    """
    nearest = none_has_all(transfer)
    if not nearest or not seeks_hospital(transfer) or transfer.asked is not None:
        return
    lacking = (warning for each in nearest for warning in each.warnings)
    whys = {each.code: each for each in lacking if each.code in LACKED}
    why = tuple(whys.values())
    yield Decision(
        kind="no_hospital_has_all",
        about=fingerprint(why, *(each.hospital for each in nearest)),
        since_at=transfer.clinical_at or transfer.milestones.requested_at,
        why=why,
    )


def require_enough(
    transfer: Transfer, hospital: HospitalCode, *, field: str | None = None
) -> None:
    """Nothing, or ``Refused("needs_exceed_hospital")``: no yes of that hospital counts, however
    it is given.
    """
    lacking = shortfall(transfer, hospital)
    if lacking:
        codes = ", ".join(each.code for each in lacking)
        raise Refused("needs_exceed_hospital", field=field, hospital=hospital, lacking=codes)


def question_withdrawn(transfer: Transfer) -> Iterable[Decision]:
    """A question was taken back and nobody has been asked since."""
    if transfer.asked is not None or not transfer.withdrawn or not seeks_hospital(transfer):
        return
    last, asked_at = transfer.withdrawn[-1], transfer.milestones.asked_at
    if asked_at is None or asked_at <= last.withdrawn_at:
        yield Decision(
            kind="question_withdrawn",
            about=fingerprint(last.why, last.hospital, last.withdrawn_at.isoformat()),
            since_at=last.withdrawn_at,
            why=last.why,
        )


def needs_exceed_hospital(transfer: Transfer) -> Iterable[Decision]:
    """After the agreement the patient needs more than the receiving hospital has."""
    hospital = receiving(transfer)
    if hospital is None or seeks_hospital(transfer):
        return
    lacking = shortfall(transfer, hospital)
    if lacking:
        yield Decision(
            kind="needs_exceed_hospital",
            about=fingerprint(lacking, hospital),
            since_at=transfer.clinical_at or transfer.milestones.requested_at,
            why=lacking,
        )
