"""A hospital, or the coordinating doctor for it, enters its antibiotic protocol for a focus."""

import hashlib

from dispatch.identity import Role
from dispatch.kernel import HospitalCode, Refused
from dispatch.network import hospital as require_hospital
from dispatch.store.entry import Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.antibiotic_protocol import (
    Approved,
    NewProtocol,
    ProtocolVersion,
    Withdrawal,
    require_approved,
    versions_of,
)
from dispatch.transfer.limits import require_text

ALLOWED = frozenset({Role.INTENSIVIST, Role.COORDINATING_DOCTOR})


@reading(ALLOWED)
async def set_antibiotic_protocol(
    hq: Headquarters,
    command: Command,
    hospital: HospitalCode,
    *,
    new: NewProtocol | Withdrawal,
) -> ProtocolVersion:
    """The next version after the one the person looked at (0 where there was none). Under the
    same key it counts once. Versions are no part of the log: each keeps who entered it and
    when, and none is ever changed.

    Raises ``Refused``: ``not_your_hospital``, ``unknown_hospital``,
    ``protocol_version_needed``, ``protocol_changed``, ``no_protocol_to_withdraw``, and those of
    a text and its approval.
    """
    actor = command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != hospital:
        raise Refused(
            "not_your_hospital", field="hospital", value=hospital, allowed=actor.hospital
        )
    require_hospital(hq.network, hospital)
    setting_id = _setting_id(hq, command, hospital, new)
    known = versions_of(await hq.centres.read_protocols(hospital), new.care, new.focus)
    for each in known:
        if each.setting_id == setting_id:
            return each
    seen = _require_last_seen(command, known)
    approved, reason = _content(hq, new, known)
    version = ProtocolVersion(
        setting_id=setting_id,
        hospital=hospital,
        care=new.care,
        focus=new.focus,
        version=seen + 1,
        approved=approved,
        withdrawn_because=reason,
        set_by_id=actor.person_id,
        set_by=actor.name,
        set_at=hq.clock(),
    )
    kept = await hq.centres.add_protocol(version)
    if kept.setting_id != setting_id:
        raise Refused("protocol_changed", person=kept.set_by)
    return kept


def _require_last_seen(command: Command, known: tuple[ProtocolVersion, ...]) -> int:
    """The number of the last version, which the person must have seen."""
    last, seen = (known[0].version if known else 0), command.last_seen
    if seen is None or seen > last:
        raise Refused("protocol_version_needed", field="If-Match", allowed=last)
    if seen < last:
        raise Refused("protocol_changed", person=known[0].set_by)
    return seen


def _content(
    hq: Headquarters, new: NewProtocol | Withdrawal, known: tuple[ProtocolVersion, ...]
) -> tuple[Approved | None, str | None]:
    if isinstance(new, NewProtocol):
        return require_approved(new, now_at=hq.clock()), None
    if not known or known[0].approved is None:
        raise Refused("no_protocol_to_withdraw")
    require_text(new.reason, field="reason", most=200)
    return None, new.reason.strip()


def _setting_id(
    hq: Headquarters, command: Command, hospital: HospitalCode, new: NewProtocol | Withdrawal
) -> str:
    """The same for what is sent again, another for another body under the same key."""
    if command.key is None:
        return hq.new_id()
    said = (command.actor.person_id, command.key, command.digest, hospital, new.care, new.focus)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
