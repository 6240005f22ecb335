"""The beds of one kind in one hospital, and the four things that happen to them."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode


class BedKind(StrEnum):
    """Which intensive care unit the bed stands in."""

    ICU = "icu"
    PICU = "picu"


class Beds(Struct, frozen=True):
    """Counts of staffed beds. ``reported_at`` is None until somebody reports.

    While nobody has, ``total`` and ``used`` only count the beds this system holds and fills;
    what is free is unknown. ``version`` is the number of the last event that touched the row.
    """

    hospital: HospitalCode
    kind: BedKind
    total: int = 0
    used: int = 0
    held: int = 0
    is_closed: bool = False
    reported_at: datetime | None = None
    reported_by: str | None = None
    version: int = 0


def free_beds(beds: Beds) -> int | None:
    """Beds free, or None while no report ever came."""
    return None if beds.reported_at is None else beds.total - beds.used - beds.held


def report_beds(beds: Beds, *, total: int, used: int) -> Beds:
    """The beds after a report; beds held by agreements stay held on top of those used.

    Raises ``Refused("beds_out_of_range")`` naming the field and what is allowed.
    """
    if not 0 <= total <= 500:
        raise Refused("beds_out_of_range", field="total", value=total, allowed="0-500")
    if not 0 <= used <= total:
        raise Refused("beds_out_of_range", field="used", value=used, allowed=f"0-{total}")
    return replace(beds, total=max(total, used + beds.held), used=used)


def hold_bed(beds: Beds) -> Beds:
    """One bed more held. An intensivist who accepts beyond the last report opens a bed."""
    opened = replace(beds, held=beds.held + 1)
    return replace(opened, total=max(opened.total, opened.used + opened.held))


def release_bed(beds: Beds) -> Beds:
    """One bed less held. A bed opened only for the agreement stays counted until a report."""
    if beds.held == 0:
        raise Refused("no_bed_held", hospital=beds.hospital)
    return replace(beds, held=beds.held - 1)


def occupy_bed(beds: Beds) -> Beds:
    """The patient lies in the bed that was held."""
    if beds.held == 0:
        raise Refused("no_bed_held", hospital=beds.hospital)
    return replace(beds, held=beds.held - 1, used=beds.used + 1)
