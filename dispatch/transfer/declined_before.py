"""A hospital that said no, or took its yes back, and may be asked again.

Its no stands until the ground for it has gone: then it is proposed again, and the proposal says
what it had said. While it stands only a person asks again, with a reason, never the program.
"""

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from dispatch.capacity.beds import Beds, free_now
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.parts import Candidate, Declined, Why
from dispatch.transfer.transfer import Transfer

OF_BEDS = frozenset({"no_bed"})
"""Reasons whose ground is gone once a bed is reported free."""


def last_no(transfer: Transfer, hospital: HospitalCode) -> Declined | None:
    """What that hospital said last when it said no to this patient, None if it never did."""
    nos = [no for no in transfer.declined if no.hospital == hospital]
    return nos[-1] if nos else None


def standing(
    transfer: Transfer, beds: Mapping[HospitalCode, Beds], *, now_at: datetime
) -> dict[HospitalCode, str]:
    """By hospital the reason of its last no, where the ground for it has not gone."""
    lasts = {no.hospital: no for no in transfer.declined}
    return {
        code: no.reason
        for code, no in lasts.items()
        if not _has_beds_again(no, beds.get(code), now_at)
    }


def _has_beds_again(no: Declined, beds: Beds | None, now_at: datetime) -> bool:
    if no.reason not in OF_BEDS or beds is None or beds.reported_at is None:
        return False
    return beds.reported_at > no.declined_at and (free_now(beds, now_at) or 0) > 0


def with_what_it_said(transfer: Transfer, candidate: Candidate) -> Candidate:
    """The candidate with its last no as a warning."""
    no = last_no(transfer, candidate.hospital)
    if no is None:
        return candidate
    return replace(candidate, warnings=(*candidate.warnings, said(no)))


def said(no: Declined) -> Why:
    """The no as a reason: taken back, or never given."""
    return Why("took_back" if no.took_back else "declined", {"reason": no.reason})


def require_reason_again(
    transfer: Transfer, hospital: HospitalCode, *, reason: str | None
) -> None:
    """Nothing, or ``Refused("hospital_declined")`` while its no stands and nobody says why it
    is asked again. A candidate proposed again carries its no as a warning.
    """
    no = last_no(transfer, hospital)
    if no is None or reason is not None:
        return
    warned = (each.warnings for each in transfer.candidates if each.hospital == hospital)
    if not any(said(no) in warnings for warnings in warned):
        raise Refused("hospital_declined", field="override_reason", value=hospital)
