"""A hospital, or the coordinating doctor for it, sets its own cut-offs of detection."""

import hashlib

from msgspec import Struct

from dispatch.assessment.centre import CentreSetting, require_centre
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.limits import require_text

ALLOWED = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})


class NewCutoffs(Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers by their names in ``docs/parameters.md``; those left out are the proposed."""

    own: dict[str, float]
    reason: str


@reading(ALLOWED)
async def set_cutoffs(
    hq: Headquarters, command: Command, hospital: HospitalCode, *, new: NewCutoffs
) -> CentreSetting:
    """Under the same key it counts once. Settings are no part of the log: each keeps who set
    it, when and why, and none is ever changed.

    Raises ``Refused``: ``not_your_hospital``, ``unknown_hospital``, and those of a number.
    """
    actor = command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != hospital:
        raise Refused(
            "not_your_hospital", field="hospital", value=hospital, allowed=actor.hospital
        )
    require_hospital(hq.network, hospital)
    require_text(new.reason, field="reason", most=200)
    setting = CentreSetting(
        setting_id=_setting_id(hq, command),
        hospital=hospital,
        own=require_centre(new.own),
        reason=new.reason.strip(),
        set_by_id=actor.person_id,
        set_by=actor.name,
        set_at=hq.clock(),
    )
    await hq.centres.add_setting(setting)
    return setting


def _setting_id(hq: Headquarters, command: Command) -> str:
    if command.key is None:
        return hq.new_id()
    return hashlib.sha256(f"{command.actor.person_id}\n{command.key}".encode()).hexdigest()
