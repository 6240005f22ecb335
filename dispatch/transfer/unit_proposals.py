"""From a plan to proposals on the transfers, recorded only when they say something new."""

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from dispatch.fleet.unit import LOADED
from dispatch.kernel.ids import TransferId, UnitId
from dispatch.routing.explain import Explained, NotChosen
from dispatch.routing.propose import Proposed, Reaches
from dispatch.routing.travel.travel_source import Rung
from dispatch.transfer.board import Board
from dispatch.transfer.events import UnitProposed
from dispatch.transfer.parts import UnitOption, UnitProposal, Why
from dispatch.transfer.stability import diversion_whys, is_too_soon
from dispatch.transfer.transfer import Transfer

WORTH_TELLING_MIN = 3
"""A proposal is told again when its bedside time moves by this much (proposed)."""


def news_of_proposals(
    board: Board,
    proposed: Proposed,
    *,
    now_at: datetime,
    sources: Mapping[TransferId, Rung],
    kept: Proposed | None = None,
) -> tuple[UnitProposed, ...]:
    """Events for the transfers whose proposal differs from the one they show.

    ``sources``: by transfer, where its minutes come from. ``kept`` is the best plan without
    diversions, where ``proposed`` has any. A unit that was just proposed for another transfer
    is told later, unless for priority 0.
    """
    events = []
    for each in proposed.explained:
        transfer = board.transfers[TransferId(each.transfer)]
        source = sources[transfer.transfer_id]
        proposal = _proposal(board, each, proposed, now_at=now_at, source=source)
        if kept is not None:
            proposal = _with_diversion(board, each, proposal, proposed, kept)
        if _is_news(transfer, proposal) and not _must_wait(board, transfer, proposal):
            events.append(UnitProposed(transfer_id=transfer.transfer_id, proposal=proposal))
    return tuple(events)


def _is_news(transfer: Transfer, proposal: UnitProposal) -> bool:
    """Another unit, another reason for none, another source of its minutes, a better proof, or
    another time. A unit on its way needs no proposal, but one to replace it that is no longer
    meant must go.
    """
    shown = transfer.proposal
    if transfer.unit_id is not None and transfer.unit_id == proposal.unit_id:
        return shown is not None and shown.unit_id != proposal.unit_id
    if shown is None or _what(shown) != _what(proposal):
        return True
    told = (proposal.why_unserved, proposal.travel_source)
    if (shown.why_unserved, shown.travel_source) != told:
        return True
    if _worth(proposal.method) > _worth(shown.method):
        return True
    return _moved_min(shown, proposal) >= WORTH_TELLING_MIN


def _what(proposal: UnitProposal) -> tuple[UnitId | None, TransferId | None, TransferId | None]:
    """What a person would confirm."""
    return (proposal.unit_id, proposal.after, proposal.diverts)


def _worth(method: str) -> int:
    """How far the plan of that method is known to be good."""
    return ("greedy", "restricted", "exact").index(method)


def _must_wait(board: Board, transfer: Transfer, proposal: UnitProposal) -> bool:
    """What comes after another transfer calls on nobody yet, and need not wait."""
    if proposal.unit_id is None or proposal.after is not None:
        return False
    return is_too_soon(
        board, proposal.unit_id, transfer.transfer_id, now_at=proposal.computed_at
    )


def _with_diversion(
    board: Board,
    each: Explained,
    proposal: UnitProposal,
    proposed: Proposed,
    kept: Proposed,
) -> UnitProposal:
    """The proposal with what its unit's diversion gains and costs, among its reasons."""
    if proposal.unit_id is None:
        return proposal
    whys = diversion_whys(
        board, proposed, kept, unit_id=proposal.unit_id, transfer_id=each.transfer
    )
    chosen, *others = proposal.options
    return replace(
        proposal, options=(replace(chosen, reasons=(*chosen.reasons, *whys)), *others)
    )


def _moved_min(shown: UnitProposal, proposal: UnitProposal) -> float:
    before, after = _bedside_min(shown), _bedside_min(proposal)
    if before is None or after is None:
        return 0
    passed_min = (proposal.computed_at - shown.computed_at).total_seconds() / 60
    return abs(after - before + passed_min)


def _bedside_min(proposal: UnitProposal) -> int | None:
    return next((each.bedside_min for each in proposal.options if each.is_proposed), None)


def _after(board: Board, each: Explained, proposed: Proposed) -> TransferId | None:
    """The transfer its unit serves before: the one it carries, or the trip planned first."""
    if each.unit is None:
        return None
    unit = board.units[UnitId(each.unit)]
    if unit.activity in LOADED:
        return unit.transfer_id
    trips = dict(proposed.solution.plan.routes)[each.unit]
    first = trips[0].transfer
    return None if first == each.transfer else TransferId(first)


def _diverts(board: Board, each: Explained) -> TransferId | None:
    """The transfer that would lose its unit to this one."""
    if each.unit is None:
        return None
    serves = board.units[UnitId(each.unit)].transfer_id
    return None if serves == each.transfer else serves


def _proposal(
    board: Board, each: Explained, proposed: Proposed, *, now_at: datetime, source: Rung
) -> UnitProposal:
    solution, after = proposed.solution, _after(board, each, proposed)
    reaches = proposed.reaches[each.transfer]
    chosen = () if each.unit is None else (_chosen(each.unit, reaches),)
    others = sorted(
        (_other(board, reason, reaches) for reason in each.not_chosen),
        key=lambda option: (option.bedside_min is None, option.bedside_min, option.unit_id),
    )
    return UnitProposal(
        unit_id=None if each.unit is None else UnitId(each.unit),
        after=after,
        options=(*chosen, *others),
        method=solution.method,
        proved=tuple(level.name for level in solution.levels if level.proven),
        vector=solution.vector,
        solve_s=round(proposed.solve_s, 3),
        computed_at=now_at,
        travel_source=source.value,
        why_unserved=tuple(
            Why(left.why) for left in solution.unserved if left.transfer == each.transfer
        ),
        bounds=tuple(level.bound for level in solution.levels),
        gap=tuple(level.value - level.bound for level in solution.levels),
        quick_because=solution.fallback_reason,
        diverts=_diverts(board, each) if after is None else None,
    )


def _chosen(unit_id: str, reaches: dict[str, Reaches]) -> UnitOption:
    reach = reaches[unit_id]
    return UnitOption(
        unit_id=UnitId(unit_id),
        is_proposed=True,
        bedside_min=reach.bedside_min,
        arrival_min=reach.arrival_min,
        reasons=(Why("best_plan"),),
    )


def _other(board: Board, reason: NotChosen, reaches: dict[str, Reaches]) -> UnitOption:
    reach = reaches.get(reason.unit)
    other = board.transfers.get(TransferId(reason.transfer or ""))
    return UnitOption(
        unit_id=UnitId(reason.unit),
        is_proposed=False,
        bedside_min=reach.bedside_min if reach else None,
        arrival_min=reach.arrival_min if reach else None,
        reasons=(
            Why(
                reason.code,
                {
                    "level": reason.level,
                    "by": reason.by,
                    "transfer": reason.transfer,
                    "number": other.number if other else None,
                    "minutes": reason.minutes,
                },
            ),
        ),
    )
