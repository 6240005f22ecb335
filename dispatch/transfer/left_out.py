"""Hospitals that are not among those proposed and that a person may ask all the same.

What one screen shows ends somewhere, and nobody knows all beds: a hospital that would do is
never out of reach for having come after the last one shown (decision 13).
"""

from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.offered import not_offered
from dispatch.transfer.transfer import Transfer

BEYOND = frozenset({"capacity_after_candidates", "farther_than_candidates", "patient_is_there"})
"""Why a hospital that would do is not among the candidates of one screen."""

ASKABLE = BEYOND | {"declined"}
"""Reasons that a person's reason outweighs. Any other one is a lack of the hospital."""


def may_be_asked(transfer: Transfer) -> tuple[HospitalCode, ...]:
    """Those left out that would do, or whose no is all that speaks against them; a person asks
    them with a reason, the program never does.
    """
    return tuple(
        each.hospital
        for each in not_offered(transfer)
        if {why.code for why in each.reasons} <= ASKABLE
    )
