"""A hospital's own antibiotic protocol: a text for each focus of infection, version by version.

Its infections committee approves it, a doctor reads it. No rule of this program looks into it.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct

from dispatch.identity.in_text import require_nobody_in
from dispatch.identity.wall_clock import WALL
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, PersonId
from dispatch.network.levels import Care
from dispatch.transfer.limits import require_text
from dispatch.transfer.parts import Focus

MOST_CHARACTERS = 2000
"""Of a text, to be read at the bedside (proposed)."""

MOST_D = 3653
"""Days, ten years: an approval is not older, a validity does not end later (proposed). A year
typed wrong would else hold for ever.
"""

State = Literal["none", "withdrawn", "over", "in_force"]


class Approved(Struct, frozen=True):
    """A text and its approval. ``valid_until`` is its last day, None when it states no end."""

    text: str
    approved_by: str
    approved_on: date
    valid_until: date | None = None


class ProtocolVersion(Struct, frozen=True):
    """One version; from ``set_at`` on it holds until the next. Added, never changed.

    ``approved`` None: the hospital took its text back, for the reason ``withdrawn_because``.
    """

    setting_id: str
    hospital: HospitalCode
    care: Care
    focus: Focus
    version: int
    approved: Approved | None
    withdrawn_because: str | None
    set_by_id: PersonId
    set_by: str
    set_at: datetime


class NewProtocol(Struct, frozen=True, forbid_unknown_fields=True):
    """A text for the patients and the focus it is for, with its approval."""

    care: Care
    focus: Focus
    text: str
    approved_by: str
    approved_on: date
    valid_until: date | None = None


class Withdrawal(Struct, frozen=True, forbid_unknown_fields=True):
    """From now on the hospital has no text for these patients and this focus."""

    care: Care
    focus: Focus
    reason: str


class Standing(Struct, frozen=True):
    """What held at an instant. ``none``: nothing was entered yet; ``over``: past its end."""

    state: State
    version: ProtocolVersion | None = None


def versions_of(
    versions: Iterable[ProtocolVersion], care: Care, focus: Focus
) -> tuple[ProtocolVersion, ...]:
    """Those for such patients and that focus, the last one first."""
    found = [each for each in versions if (each.care, each.focus) == (care, focus)]
    return tuple(sorted(found, key=lambda each: each.version, reverse=True))


def standing(
    versions: Iterable[ProtocolVersion], care: Care, focus: Focus, *, at: datetime
) -> Standing:
    """The last version known by then, and whether it held."""
    known = [each for each in versions_of(versions, care, focus) if each.set_at <= at]
    if not known:
        return Standing("none")
    last = known[0]
    if last.approved is None:
        return Standing("withdrawn", last)
    ends_on = last.approved.valid_until
    is_over = ends_on is not None and ends_on < _day(at)
    return Standing("over" if is_over else "in_force", last)


def require_approved(new: NewProtocol, *, now_at: datetime) -> Approved:
    """The text in clean lines with its approval.

    Raises ``Refused``: ``text_invalid``, ``patient_in_text``, ``phone_in_text``,
    ``mail_in_text``, ``approval_out_of_range``, ``validity_out_of_range``.
    """
    text = _require_lines(new.text)
    require_text(new.approved_by, field="approved_by", most=120)
    today, most = _day(now_at), timedelta(days=MOST_D)
    if not today - most <= new.approved_on <= today:
        raise Refused(
            "approval_out_of_range",
            field="approved_on",
            value=new.approved_on.isoformat(),
            allowed=_range(today - most, today),
        )
    if new.valid_until is not None and not today <= new.valid_until <= today + most:
        raise Refused(
            "validity_out_of_range",
            field="valid_until",
            value=new.valid_until.isoformat(),
            allowed=_range(today, today + most),
        )
    return Approved(text, new.approved_by.strip(), new.approved_on, new.valid_until)


def _require_lines(text: str) -> str:
    """As people paste it: other spaces become spaces, ends of lines are those of here."""
    spaced = text.replace("\t", " ").replace("\u00a0", " ").replace("\u202f", " ")
    lines = [line.rstrip() for line in spaced.splitlines()]
    clean = "\n".join(lines).strip()
    is_written = all(line.isprintable() for line in clean.split("\n"))
    if not clean or len(clean) > MOST_CHARACTERS or not is_written:
        allowed = f"1-{MOST_CHARACTERS} printable characters"
        raise Refused("text_invalid", field="text", allowed=allowed)
    for part in (*lines, " ".join(lines)):
        require_nobody_in(part, field="text")
    return clean


def _range(first: date, last: date) -> str:
    return f"{first.isoformat()} – {last.isoformat()}"


def _day(at: datetime) -> date:
    return at.astimezone(WALL).date()
