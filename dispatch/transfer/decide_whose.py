"""Whom the crew takes: the two-identifier check at the bedside, and what is asked about it."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.priority import Priority
from dispatch.identity.actor import Actor
from dispatch.identity.patient import (
    VERSION,
    Identifier,
    IdentifierKind,
    is_everywhere,
    kind_of,
    older_texts,
    sealed_text,
)
from dispatch.kernel.failures import Refused
from dispatch.transfer.decision import Decision, fingerprint
from dispatch.transfer.events import Event
from dispatch.transfer.limits import require_text
from dispatch.transfer.parts import Why
from dispatch.transfer.stage import LOADED_STAGES
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.whose_events import Compared, IdentityChecked

FEWEST = 2
"""Two identifiers, neither of them the bed (common rule of patient identification)."""


class IdentityReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What was compared, and whether it is the patient asked for.

    ``patient_reference``: an identifier read from the wristband, compared with the request's
    by its seal and then forgotten; None when none is read.
    """

    compared: tuple[Compared, ...]
    is_match: bool
    patient_reference: str | None = None
    identifier: IdentifierKind | None = None


def check_identity(
    transfer: Transfer, report: IdentityReport, *, seal: Callable[[str], str], actor: Actor
) -> tuple[Event, ...]:
    """The check as an event. An identifier that has another seal is no match, whatever was
    compared by eye.

    Raises ``Refused``: ``two_identifiers_needed``, ``wristband_code_needed`` after a code that
    was another's, ``no_unit_assigned``, ``text_invalid``,
    ``identifier_empty``; ``not_at_this_stage`` when nobody is at the bedside.
    """
    if transfer.unit_id is None:
        raise Refused("no_unit_assigned", stage=transfer.stage.value)
    if report.is_match and len(set(report.compared)) < FEWEST:
        raise Refused("two_identifiers_needed", field="compared", allowed=f">= {FEWEST}")
    sealed = _sealed_match(transfer, report, seal)
    _require_code(transfer, report, sealed)
    checked = IdentityChecked(
        transfer_id=transfer.transfer_id,
        unit_id=transfer.unit_id,
        compared=tuple(dict.fromkeys(report.compared)),
        is_match=report.is_match and sealed is not False,
        is_sealed_match=sealed,
        checked_by=actor.name,
    )
    return (checked,)


def _sealed_match(
    transfer: Transfer, report: IdentityReport, seal: Callable[[str], str]
) -> bool | None:
    if report.patient_reference is None:
        return None
    require_text(report.patient_reference, field="patient_reference", most=64)
    read = Identifier(report.patient_reference, transfer.referring, report.identifier)
    older = frozenset(map(seal, older_texts(read)))
    keys = {f"{VERSION}:{seal(sealed_text(each))}" for each in _as_asked(transfer, read)}
    if transfer.patient_key in {*keys, *older}:
        return True
    is_comparable = transfer.identified_by is kind_of(read)
    is_issuers = transfer.returns is None or is_everywhere(kind_of(read))
    return False if is_comparable and is_issuers else None


def _as_asked(transfer: Transfer, read: Identifier) -> tuple[Identifier, ...]:
    """What was read, and read as a provisional one where that was given: no spelling tells."""
    if read.kind is not None or transfer.identified_by is not IdentifierKind.TEMPORARY:
        return (read,)
    return (read, replace(read, kind=IdentifierKind.TEMPORARY))


def require_identity(transfer: Transfer) -> None:
    """Nothing, or ``Refused("identity_mismatch")``: nobody takes over or leaves with a patient
    who was found to be another. A check that matches lets the crew go, and so does the
    coordinating doctor who settles it; no check at all holds nobody up.
    """
    check = transfer.identity
    if check is not None and _is_held(transfer):
        raise Refused("identity_mismatch", person=check.checked_by)


def _is_held(transfer: Transfer) -> bool:
    """Whether another patient was found, and nobody has settled it."""
    settled = {(each.kind, each.about) for each in transfer.settled}
    return any((each.kind, each.about) not in settled for each in identity_mismatch(transfer))


def _require_code(transfer: Transfer, report: IdentityReport, sealed: bool | None) -> None:
    """Another code on the wristband is answered by the right one, never by eye."""
    before = transfer.identity
    had_other_code = before is not None and before.is_sealed_match is False
    if had_other_code and report.is_match and sealed is None and _is_held(transfer):
        raise Refused("wristband_code_needed", field="patient_reference")


def is_unchecked(transfer: Transfer) -> bool:
    """Whether the patient has left with a crew that has not said whom it takes. It holds nobody
    up; the board says so until somebody has looked. Another patient found says more.
    """
    is_known = is_checked_by_crew(transfer) or _is_held(transfer)
    return transfer.stage in LOADED_STAGES and not is_known


def is_checked_by_crew(transfer: Transfer) -> bool:
    """Whether the crew that has the patient now said whom it found, be it another."""
    check = transfer.identity
    return check is not None and check.unit_id == transfer.unit_id


def identity_mismatch(transfer: Transfer) -> Iterable[Decision]:
    """A crew found somebody else. It is about the patient, whichever unit comes next: it stays
    until a check matches or the coordinating doctor settles it.
    """
    check = transfer.identity
    if check is None or check.is_match:
        return
    why = (Why("identity_mismatch", {"person": check.checked_by, "unit": check.unit_id}),)
    yield Decision(
        kind="identity_mismatch",
        about=fingerprint(why, check.checked_at.isoformat()),
        since_at=check.checked_at,
        why=why,
    )


def duplicate_patient(transfer: Transfer) -> Iterable[Decision]:
    """Opened without a question, for it is priority 0, while another may be of this patient."""
    if not transfer.twins or transfer.twins_because or transfer.priority is Priority.RETURN:
        return
    why = tuple(Why(f"twin_{twin.how}", {"number": twin.number}) for twin in transfer.twins)
    yield Decision(
        kind="duplicate_patient",
        about=fingerprint(why),
        since_at=transfer.milestones.requested_at,
        why=why,
    )
