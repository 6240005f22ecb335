"""The receiving hospitals as the referring doctor chooses among them."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.capacity.beds import (
    BedKind,
    Beds,
    Closure,
    Despite,
    closure_now,
    free_now,
    speaks_against,
)
from dispatch.kernel import HospitalCode
from dispatch.network import Care
from dispatch.transfer.board import Board
from dispatch.transfer.decision import DecisionKind
from dispatch.transfer.declined_before import said
from dispatch.transfer.left_out import BEYOND
from dispatch.transfer.parts import Candidate, Why
from dispatch.transfer.stage import Stage
from dispatch.transfer.views import TransferView

LEADS_TO_ANOTHER: frozenset[DecisionKind] = frozenset(
    {
        "needs_exceed_hospital",
        "receiver_closed",
        "receiver_overbooked",
        "receiver_unreachable",
        "receiver_withdrew",
    }
)
"""Decisions after an agreement that another hospital settles."""

ASKABLE = frozenset({Stage.REQUESTED, Stage.ASKED})


def may_choose(transfer: TransferView) -> bool:
    """Whether a hospital is to be chosen: before the agreement, and after it while a decision
    leads to another one.
    """
    is_decided = any(each.kind in LEADS_TO_ANOTHER for each in transfer.decisions)
    return transfer.stage in ASKABLE or is_decided


class HospitalChoice(Struct, frozen=True):
    """One hospital to ask. ``free`` None: not known; ``needs_reason`` unless first proposed
    and neither closed nor full (``despite``), and none has agreed; ``has_declined`` while its
    no stands; ``is_beyond``: it would do and comes after the last one proposed.
    """

    hospital: HospitalCode
    is_reference: bool
    road_min: int | None
    free: int | None
    closure: Closure | None
    despite: tuple[Despite, ...]
    reported_at: datetime | None
    reasons: tuple[Why, ...]
    warnings: tuple[Why, ...]
    needs_reason: bool
    has_declined: bool
    is_beyond: bool


def hospital_choices(
    transfer: TransferView, board: Board, *, now_at: datetime
) -> tuple[HospitalChoice, ...]:
    """The candidates in order, with the beds as last reported, then those that would do and
    are not proposed, and those whose no stands, which are asked only with a reason; the one
    being asked is left out.
    """
    said_no, beyond = _said_no(transfer), _beyond(transfer)
    out: set[HospitalCode | None] = {transfer.asked}
    agreed = transfer.agreement
    is_second = agreed is not None and agreed.withdrawn_at is None
    if agreed is not None and is_second:
        out |= {agreed.hospital}
    first = transfer.candidates[0].hospital if transfer.candidates else None
    kind = BedKind.PICU if transfer.care is Care.PAEDIATRIC else BedKind.ICU
    found = []
    open_ones = [each for each in transfer.candidates if each.hospital not in said_no]
    for each in (*open_ones, *beyond.values(), *said_no.values()):
        beds = board.beds.get((each.hospital, kind), Beds(each.hospital, kind))
        despite = speaks_against(beds, now_at)
        if each.hospital not in out:
            found.append(
                HospitalChoice(
                    hospital=each.hospital,
                    is_reference=each.is_reference,
                    road_min=each.road_min,
                    free=free_now(beds, now_at),
                    closure=closure_now(beds, now_at),
                    despite=despite,
                    reported_at=beds.reported_at,
                    reasons=each.reasons,
                    warnings=each.warnings,
                    needs_reason=is_second
                    or each.hospital != first
                    or bool(despite)
                    or any(told.code == "none_has_all" for told in each.warnings),
                    has_declined=each.hospital in said_no,
                    is_beyond=each.hospital in beyond,
                )
            )
    return tuple(found)


def _beyond(transfer: TransferView) -> dict[HospitalCode, Candidate]:
    """Those left out for nothing but their place, with the minutes that their reason tells."""
    return {
        each.hospital: replace(each, road_min=each.reasons[0].facts.get("minutes"))
        for each in transfer.not_proposed
        if {why.code for why in each.reasons} <= BEYOND
    }


def _said_no(transfer: TransferView) -> dict[HospitalCode, Candidate]:
    """Those whose no stands, with what they said as a warning: left out of the ranking for it,
    or not ranked anew since.
    """
    nos = {no.hospital: said(no) for no in transfer.declined}
    ranked = {
        each.hospital: replace(each, warnings=(*each.warnings, nos[each.hospital]))
        for each in transfer.candidates
        if each.hospital in nos and nos[each.hospital] not in each.warnings
    }
    left_out = {
        each.hospital: replace(each, reasons=(), warnings=(*each.warnings, nos[each.hospital]))
        for each in transfer.not_proposed
        if each.hospital in nos and {why.code for why in each.reasons} == {"declined"}
    }
    return {**ranked, **left_out}
