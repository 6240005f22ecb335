"""The picture after somebody said some of it: the rest stays, as old as it is."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from dispatch.transfer.assessed import Said
from dispatch.transfer.parts import Clinical
from dispatch.transfer.transfer import Transfer


def with_picture(
    transfer: Transfer, clinical: Clinical, *, told: Iterable[str] | None, said: Said
) -> Transfer:
    """The transfer after the values ``told`` of ``clinical``; None: all of it was said anew."""
    if told is None:
        return replace(transfer, clinical=clinical, clinical_at=said.said_at, clinical_said={})
    names = tuple(told)
    known = transfer.clinical
    kept = {
        name: said_of_picture(transfer, name)
        for name in known.__struct_fields__
        if getattr(known, name) is not None
    }
    return replace(
        transfer,
        clinical=replace(known, **{name: getattr(clinical, name) for name in names}),
        clinical_at=said.said_at,
        clinical_said={**kept, **dict.fromkeys(names, said)},
    )


def said_of_picture(transfer: Transfer, name: str) -> Said:
    """When that value of the picture was last said, and by whom where it is known."""
    at, by = transfer.clinical_at, ""
    if at is None:
        at, by = transfer.milestones.requested_at, transfer.referring_doctor
    return transfer.clinical_said.get(name) or Said(at, by)


def pictured_at(transfer: Transfer, name: str) -> datetime:
    """When that value of the picture was last said."""
    return said_of_picture(transfer, name).said_at
