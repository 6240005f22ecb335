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
from dispatch.transfer.limits import require_because

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
    ``protocol_version_needed``, ``protocol_changed``, ``no_protocol_to_withdraw``,
    ``key_reused`` for another text under the same key, and those of a text and its approval.
    """
    actor = command.actor
    if actor.role is Role.INTENSIVIST and actor.hospital != hospital:
        raise Refused(
            "not_your_hospital", field="hospital", value=hospital, allowed=actor.hospital
        )
    require_hospital(hq.network, hospital)
    setting_id = _setting_id(hq, command)
    everywhere = await hq.centres.read_protocols()
    for each in everywhere:
        if each.setting_id == setting_id:
            return _require_same(each, hospital, new)
    theirs = tuple(each for each in everywhere if each.hospital == hospital)
    known = versions_of(theirs, new.care, new.focus)
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
    require_because(new.reason, field="reason")
    return None, new.reason.strip()


def _require_same(
    kept: ProtocolVersion, hospital: HospitalCode, new: NewProtocol | Withdrawal
) -> ProtocolVersion:
    """The version kept under the key, when it is what this command says."""
    said: tuple[Approved | None, str | None] = (
        (None, new.reason.strip())
        if isinstance(new, Withdrawal)
        else (require_approved(new, now_at=kept.set_at), None)
    )
    is_same = (kept.hospital, kept.care, kept.focus) == (hospital, new.care, new.focus)
    if not is_same or (kept.approved, kept.withdrawn_because) != said:
        raise Refused("key_reused", field="Idempotency-Key")
    return kept


def _setting_id(hq: Headquarters, command: Command) -> str:
    if command.key is None:
        return hq.new_id()
    return hashlib.sha256(f"{command.actor.person_id}\n{command.key}".encode()).hexdigest()
