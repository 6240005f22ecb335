"""Which hospitals' own antibiotic protocols belong beside a transfer, and what held when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.assessment.bundle import BundleStep
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.antibiotic_protocol import ProtocolVersion, Standing, standing
from dispatch.transfer.bundle import situation_of
from dispatch.transfer.parts import Focus
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer

Side = Literal["referring", "receiving"]


class ShownProtocol(Struct, frozen=True):
    """One hospital's protocol for the focus stated. ``now`` is what holds now, of a transfer
    that is closed what held when it closed. ``when_given``: what held when the antibiotic was
    given at ``given_at``, both None while nobody says when. Versions are never changed, so both
    stay true.
    """

    hospital: HospitalCode
    side: Side
    focus: Focus
    now: Standing
    given_at: datetime | None
    when_given: Standing | None


def sides(transfer: Transfer) -> tuple[tuple[Side, HospitalCode], ...]:
    """The hospital that sends, and the one that has agreed; none on the way back."""
    if transfer.returns is not None:
        return ()
    agreed = transfer.agreement
    found: list[tuple[Side, HospitalCode]] = [("referring", transfer.referring)]
    if agreed is not None and agreed.withdrawn_at is None:
        found.append(("receiving", agreed.hospital))
    return tuple(found)


def shown_protocols(
    transfer: Transfer,
    own: Mapping[HospitalCode, tuple[ProtocolVersion, ...]],
    *,
    now_at: datetime,
) -> tuple[ShownProtocol, ...]:
    """The protocols of both sides; ``own``: all versions of each hospital."""
    given_at, as_of = _given_at(transfer), _closed_at(transfer) or now_at
    care, focus = transfer.care, transfer.clinical.focus
    return tuple(
        ShownProtocol(
            hospital=hospital,
            side=side,
            focus=focus,
            now=standing(own.get(hospital, ()), care, focus, at=as_of),
            given_at=given_at,
            when_given=None
            if given_at is None
            else standing(own.get(hospital, ()), care, focus, at=given_at),
        )
        for side, hospital in sides(transfer)
    )


def _given_at(transfer: Transfer) -> datetime | None:
    """When the antibiotic was given, as a step of the bundle or the picture tells."""
    done = situation_of(transfer).done.get(BundleStep.ANTIBIOTIC)
    return None if done is None else done.done_at


def _closed_at(transfer: Transfer) -> datetime | None:
    at = transfer.milestones
    return {
        Stage.HANDED_OVER: at.handed_over_at,
        Stage.CANCELLED: at.cancelled_at,
        Stage.DIED: at.died_at,
        Stage.TAKEN_BACK: at.taken_back_at,
        Stage.LOST: at.lost_at,
    }.get(transfer.stage)
