"""Why a hospital declines. A no needs one of these codes; free text may stand beside it.

Proposed list (no official one is public); the codes are translated as ``reason-<code>``.
"""

from msgspec import Struct

from dispatch.kernel.failures import Refused


class Reason(Struct, frozen=True):
    """``refuses_patient`` is False when only this hospital can't, and the next one is asked."""

    code: str
    refuses_patient: bool


REASONS: dict[str, Reason] = {
    reason.code: reason
    for reason in (
        Reason("no_bed", refuses_patient=False),
        Reason("no_staff_or_technique", refuses_patient=False),
        Reason("other_hospital_fits_better", refuses_patient=False),
        Reason("resuscitation_first", refuses_patient=True),
        Reason("treatment_limits", refuses_patient=True),
        Reason("no_infection", refuses_patient=True),
        Reason("no_organ_dysfunction", refuses_patient=True),
    )
}


def require_reason(code: str | None) -> Reason:
    """The reason of that code. Raises ``Refused("reason_needed")`` for any other."""
    if code is None or code not in REASONS:
        raise Refused("reason_needed", field="reason", value=code, allowed=", ".join(REASONS))
    return REASONS[code]
