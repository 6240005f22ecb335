"""ICU beds of one hospital: total, used, held, free, and how old the news is.

``held + free + used = total`` at every instant. Unknown stays unknown, it is never "free".
A closure has its reason, its author and its end; overriding one is counted.
"""

from dispatch.capacity.beds import (
    BedKind,
    Beds,
    Closure,
    closure_now,
    expires_at,
    free_beds,
    free_now,
    hold_bed,
    occupy_bed,
    overbooked,
    release_bed,
    report_beds,
    require_closure_end,
    require_closure_seen,
    speaks_against,
    vacate_bed,
)
from dispatch.capacity.events import (
    BedHeld,
    BedOccupied,
    BedReleased,
    BedsClosed,
    BedsOpened,
    BedsOverridden,
    BedTaken,
    BedVacated,
    CapacityEvent,
    CapacityReported,
    apply_to_beds,
)

__all__ = [
    "BedHeld",
    "BedKind",
    "BedOccupied",
    "BedReleased",
    "BedTaken",
    "BedVacated",
    "Beds",
    "BedsClosed",
    "BedsOpened",
    "BedsOverridden",
    "CapacityEvent",
    "CapacityReported",
    "Closure",
    "apply_to_beds",
    "closure_now",
    "expires_at",
    "free_beds",
    "free_now",
    "hold_bed",
    "occupy_bed",
    "overbooked",
    "release_bed",
    "report_beds",
    "require_closure_end",
    "require_closure_seen",
    "speaks_against",
    "vacate_bed",
]
