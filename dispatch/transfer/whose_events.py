"""What is told about whom a crew takes. Nothing in it says who the patient is."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.kernel.ids import UnitId
from dispatch.transfer.transfer_event import TransferEvent

Compared = Literal["name", "birth_date", "cip", "record_number", "document"]
"""What the crew compared on the wristband with the papers, by its kind alone."""


class IdentityChecked(
    TransferEvent, frozen=True, forbid_unknown_fields=True, tag="transfer.identity-checked"
):
    """The crew compared two identifiers at the bedside. A later check corrects it.

    ``is_sealed_match``: whether the identifier read from the wristband has the seal that the
    request has, None where none was read, or one of another kind.
    """

    unit_id: UnitId
    compared: tuple[Compared, ...]
    is_match: bool
    is_sealed_match: bool | None
    checked_by: str


class IdentityCheck(Struct, frozen=True):
    """The last check of a transfer. ``unit_id``: whose crew made it."""

    unit_id: UnitId
    compared: tuple[Compared, ...]
    is_match: bool
    is_sealed_match: bool | None
    checked_by: str
    checked_at: datetime
