"""A crew that was sent: its minutes are those promised, more than those its position says.

The roads know places and junctions: from a point between two of them, and from the air, they
overstate the way by some five minutes, and by up to twenty. By those numbers a crew about to
arrive would look late and be replaced. So what was promised at the confirmation counts, as far
as the position allows it.
"""

from datetime import datetime

from dispatch.fleet.unit import Activity, Unit
from dispatch.kernel.instants import elapsed_min
from dispatch.transfer.transfer import Transfer

NOT_YET_MOVING = frozenset({Activity.DISPATCHED, Activity.ACKNOWLEDGED})
"""It was given a patient and has not said that it is on its way."""

OVERSTATED_MIN = 20
"""By so much at most a position may overstate the way (proposed). Measured on 200 drives of the
region at a random point: 5 minutes on average, 15 in the worst 1 %; starting and landing of a
helicopter take 12. A crew later than that is believed to be late.
"""


def promised_min(row: Transfer, now_at: datetime) -> int | None:
    """Minutes to the promised bedside, 0 when it has passed; None when none was promised."""
    if row.expected_bedside_at is None:
        return None
    return max(0, round(elapsed_min(now_at, row.expected_bedside_at)))


def sets_out_min(unit: Unit, row: Transfer, *, drive_min: int, now_at: datetime) -> int:
    """Minutes until the crew sent to ``row`` moves: it may have been busy, or mobilises."""
    left_min = promised_min(row, now_at)
    if unit.activity not in NOT_YET_MOVING or left_min is None:
        return 0
    return max(0, left_min - drive_min)


def left_min(unit: Unit, row: Transfer, *, seen_min: int, now_at: datetime) -> int:
    """Minutes of the drive that are left to a crew whose position says ``seen_min``."""
    promised = promised_min(row, now_at)
    if unit.activity is not Activity.EN_ROUTE or promised is None:
        return seen_min
    return min(seen_min, max(promised, seen_min - OVERSTATED_MIN))
