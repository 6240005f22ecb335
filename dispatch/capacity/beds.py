"""The beds of one kind in one hospital, and what happens to them."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.kernel.instants import require_utc

NEWS_EXPIRE_MIN = 30
"""Proposed: a report of free beds older than this says nothing about now."""

CLOSURE_MOST_H = 72
"""Proposed: the longest closure; who needs more closes again, with the reason of that day."""

Source = Literal["hospital", "telephone"]
"""Who counted: the hospital itself, or headquarters after a telephone call."""

Despite = Literal["closed", "full"]
"""What speaks against asking for a bed."""


class BedKind(StrEnum):
    """Which intensive care unit the bed stands in."""

    ICU = "icu"
    PICU = "picu"


class Closure(Struct, frozen=True):
    """Why the unit takes nobody, who says so and until when; it ends by itself.

    ``overridden`` counts the requests sent all the same. ``ends_at`` is None, and ``reason``
    empty, only in closures reported before both were asked for.
    """

    reason: str
    closed_by: str
    closed_at: datetime
    ends_at: datetime | None
    overridden: int = 0


class Beds(Struct, frozen=True):
    """Counts of staffed beds. ``reported_at`` is None until somebody reports.

    ``total`` is what was reported and nothing else: an agreement makes no bed. While nobody has
    reported, it is 0 and ``used`` and ``held`` count what this system fills and holds; what is
    free is unknown. ``overridden`` counts the requests sent although the unit was
    closed or full. ``version`` is the number of the last event that touched the row.
    """

    hospital: HospitalCode
    kind: BedKind
    total: int = 0
    used: int = 0
    held: int = 0
    closure: Closure | None = None
    reported_at: datetime | None = None
    reported_by: str | None = None
    source: Source | None = None
    overridden: int = 0
    version: int = 0


def free_beds(beds: Beds) -> int | None:
    """Beds free by the last report, however old; None while no report ever came."""
    if beds.reported_at is None:
        return None
    return max(0, beds.total - beds.used - beds.held)


def overbooked(beds: Beds) -> int:
    """Beds promised or filled beyond those reported; 0 while no report ever came."""
    if beds.reported_at is None:
        return 0
    return max(0, beds.used + beds.held - beds.total)


def expires_at(beds: Beds) -> datetime | None:
    """From when on the last report says nothing any more; None while none ever came."""
    if beds.reported_at is None:
        return None
    return beds.reported_at + timedelta(minutes=NEWS_EXPIRE_MIN)


def free_now(beds: Beds, now_at: datetime) -> int | None:
    """Beds free, None when nobody knows: never reported, or reported too long ago."""
    ends_at = expires_at(beds)
    return free_beds(beds) if ends_at is not None and now_at <= ends_at else None


def closure_now(beds: Beds, now_at: datetime) -> Closure | None:
    """The closure in force, None when there is none or it has ended."""
    closure = beds.closure
    if closure is None or (closure.ends_at is not None and now_at >= closure.ends_at):
        return None
    return closure


def speaks_against(beds: Beds, now_at: datetime) -> tuple[Despite, ...]:
    """What speaks against asking for a bed now. Not knowing does not."""
    free = free_now(beds, now_at)
    found: tuple[tuple[Despite, bool], ...] = (
        ("closed", closure_now(beds, now_at) is not None),
        ("full", free is not None and free <= 0),
    )
    return tuple(what for what, holds in found if holds)


def require_closure_end(ends_at: datetime, now_at: datetime) -> None:
    """Nothing, or ``Refused("closure_end")``: in the past, or too far ahead."""
    if not timedelta(0) < ends_at - now_at <= timedelta(hours=CLOSURE_MOST_H):
        raise Refused("closure_end", field="ends_at", most_h=CLOSURE_MOST_H)


def require_closure_seen(beds: Beds, seen_at: datetime | None, now_at: datetime) -> None:
    """Nothing, or ``Refused("closure_changed")``: another closure is in force than the one made
    ``seen_at``, which the person looked at; None where they saw none.
    """
    seen_at = require_utc(seen_at, field="seen_closed_at") if seen_at else None
    closure = closure_now(beds, now_at)
    if closure is None or closure.closed_at == seen_at:
        return
    raise Refused(
        "closure_changed",
        field="seen_closed_at",
        person=closure.closed_by,
        closed_at=closure.closed_at.isoformat(),
        reason=closure.reason or "-",
        ends_at=closure.ends_at.isoformat() if closure.ends_at else "-",
    )


def report_beds(beds: Beds, *, total: int, used: int) -> Beds:
    """The beds after a report; beds held by agreements stay held on top of those used.

    Raises ``Refused("beds_out_of_range")`` naming the field and what is allowed.
    """
    if not 0 <= total <= 500:
        raise Refused("beds_out_of_range", field="total", value=total, allowed="0-500")
    if not 0 <= used <= total:
        raise Refused("beds_out_of_range", field="used", value=used, allowed=f"0-{total}")
    return replace(beds, total=total, used=used)


def hold_bed(beds: Beds) -> Beds:
    """One bed more held, also beyond the last report: who accepts sees more than we do."""
    return replace(beds, held=beds.held + 1)


def release_bed(beds: Beds) -> Beds:
    """One bed less held."""
    if beds.held == 0:
        raise Refused("no_bed_held", hospital=beds.hospital)
    return replace(beds, held=beds.held - 1)


def occupy_bed(beds: Beds) -> Beds:
    """The patient lies in the bed that was held."""
    if beds.held == 0:
        raise Refused("no_bed_held", hospital=beds.hospital)
    return replace(beds, held=beds.held - 1, used=beds.used + 1)


def vacate_bed(beds: Beds) -> Beds:
    """Nobody lies in a bed that was counted as used."""
    if beds.used == 0:
        raise Refused("no_bed_used", hospital=beds.hospital)
    return replace(beds, used=beds.used - 1)


def override(beds: Beds, despite: tuple[Despite, ...]) -> Beds:
    """One request more sent although the unit was closed or full."""
    closure = beds.closure
    if closure is not None and "closed" in despite:
        closure = replace(closure, overridden=closure.overridden + 1)
    return replace(beds, closure=closure, overridden=beds.overridden + 1)
