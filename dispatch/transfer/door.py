"""Whose door the patient is at or driven to, where it is not that of the hospital that agreed.

No stage says that: ``arrived`` is the same before every door.
"""

from typing import Literal

from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer, taken_in_by

Door = Literal["sender", "withdrawn", "denied", "unagreed"]
"""The referring hospital; one that took its yes back; one whose doctor denies the yes written
down from the telephone; one that never agreed. Each has its words, as stages have.
"""


def door_of(transfer: Transfer) -> Door | None:
    """None where that hospital has agreed, and while no hospital is known."""
    place, agreed = taken_in_by(transfer), transfer.agreement
    if place is None:
        return None
    if place == transfer.referring:
        return "sender"
    if agreed is not None and place == agreed.hospital and agreed.withdrawn_at is None:
        return "denied" if agreed.disputed_at is not None else None
    took_back = any(no.took_back and no.hospital == place for no in transfer.declined)
    return "withdrawn" if took_back else "unagreed"


def stage_said(stage: Stage, door: Door | None) -> str:
    """The word for where a transfer stands: ``stage-<word>``."""
    return stage.value if door is None or stage is not Stage.ARRIVED else door
