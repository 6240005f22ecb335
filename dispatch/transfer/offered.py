"""The hospitals proposed as they are offered: never the one where the patient is already.

The ranking was made when the patient was somewhere else. Whoever wants the word of the team at
whose door he is asks it all the same, with a reason.
"""

from msgspec.structs import replace

from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.parts import Candidate, Why
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer, taken_in_by

HE_IS_THERE = Why("patient_is_there")


def hospital_of_patient(transfer: Transfer) -> HospitalCode | None:
    """The hospital before whose door he is, also where the unit failed there; None on the road
    and in the referring hospital, which is never proposed.
    """
    if transfer.stage is Stage.ARRIVED:
        return taken_in_by(transfer)
    if transfer.stranded is None or transfer.failed is None:
        return None
    return transfer.failed.arrived_in


def offered(transfer: Transfer) -> tuple[Candidate, ...]:
    """The candidates in their order, without that hospital."""
    there = hospital_of_patient(transfer)
    return tuple(each for each in transfer.candidates if each.hospital != there)


def not_offered(transfer: Transfer) -> tuple[Candidate, ...]:
    """Every other hospital and why; of that one, that the patient is there."""
    there = hospital_of_patient(transfer)
    moved = tuple(
        replace(each, rank=None, reasons=(HE_IS_THERE,))
        for each in transfer.candidates
        if each.hospital == there
    )
    rest = tuple(
        replace(each, reasons=(HE_IS_THERE, *each.reasons)) if each.hospital == there else each
        for each in transfer.not_proposed
    )
    return (*moved, *rest)
