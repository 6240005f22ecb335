"""A hospital, or the coordinating doctor for it, sets its own cut-offs of detection."""

import hashlib

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.centre import CentreSetting, require_centre
from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.limits import require_because

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

    Raises ``Refused``: ``not_your_hospital``, ``unknown_hospital``, ``key_reused`` for other
    numbers under the same key, and those of a number.
    """
    actor = command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != hospital:
        raise Refused(
            "not_your_hospital", field="hospital", value=hospital, allowed=actor.hospital
        )
    require_hospital(hq.network, hospital)
    require_because(new.reason, field="reason")
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
    return await _require_same(hq, setting)


async def _require_same(hq: Headquarters, setting: CentreSetting) -> CentreSetting:
    """What is kept under the key, when it is what this command says."""
    for kept in await hq.centres.read_settings():
        is_kept = kept.setting_id == setting.setting_id
        if is_kept and replace(setting, set_by=kept.set_by, set_at=kept.set_at) == kept:
            return kept
    raise Refused("key_reused", field="Idempotency-Key")


def _setting_id(hq: Headquarters, command: Command) -> str:
    if command.key is None:
        return hq.new_id()
    return hashlib.sha256(f"{command.actor.person_id}\n{command.key}".encode()).hexdigest()
