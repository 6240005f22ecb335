"""ICU beds of one hospital: total, used, held, free, and how old the news is.

``held + free + used = total`` at every instant. Unknown stays unknown, it is never "free".
"""

from dispatch.capacity.beds import (
    BedKind,
    Beds,
    free_beds,
    hold_bed,
    occupy_bed,
    release_bed,
    report_beds,
)
from dispatch.capacity.events import (
    BedHeld,
    BedOccupied,
    BedReleased,
    CapacityEvent,
    CapacityReported,
    apply_to_beds,
)

__all__ = [
    "BedHeld",
    "BedKind",
    "BedOccupied",
    "BedReleased",
    "Beds",
    "CapacityEvent",
    "CapacityReported",
    "apply_to_beds",
    "free_beds",
    "hold_bed",
    "occupy_bed",
    "release_bed",
    "report_beds",
]
