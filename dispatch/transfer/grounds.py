"""The ground of a decision that lies outside its transfer: a closure, another transfer.

What is derived from the transfer alone falls with it. These end elsewhere, the closure by the
clock too, and headquarters tells the transfer. One begins elsewhere too: beds promised beyond
those reported, by whatever came last, an agreement or a report; so does a unit that is late,
by the clock alone. While more of its papers are to come nothing of that is told: what it looks
like is hours old.
"""

from datetime import datetime

from dispatch.capacity.beds import Beds, closure_now, free_now, overbooked
from dispatch.kernel.ids import TransferId
from dispatch.transfer.board import Board
from dispatch.transfer.decide_answer import bed_keys_of, bed_kind
from dispatch.transfer.decide_papers import papers_by_clock
from dispatch.transfer.events import Event
from dispatch.transfer.late_unit import late_unit
from dispatch.transfer.transfer import Transfer, is_open, receiving
from dispatch.transfer.way_events import (
    ReceiverHasRoom,
    ReceiverOpened,
    ReceiverOverbooked,
    TwinClosed,
)


def changed_grounds(transfer: Transfer, board: Board, *, now_at: datetime) -> tuple[Event, ...]:
    """The events of every ground that is gone, or there, by ``board``, where all that is open
    stands.
    """
    if not is_open(transfer):
        return ()
    if transfer.papers is not None:
        return papers_by_clock(transfer, now_at=now_at)
    numbers = {row.number for row in board.transfers.values() if is_open(row)}
    gone = (each.number for each in transfer.twins if each.number not in numbers)
    twins = tuple(TwinClosed(transfer.transfer_id, number) for number in gone)
    beds = (*_opened(transfer, board, now_at), *_overbooked(transfer, board, now_at))
    return (*beds, *late_unit(transfer, now_at=now_at), *twins)


def _opened(transfer: Transfer, board: Board, now_at: datetime) -> tuple[Event, ...]:
    if transfer.receiver_closed is None:
        return ()
    beds = (board.beds.get(key) for key in bed_keys_of(transfer))
    is_closed = any(row is not None and closure_now(row, now_at) is not None for row in beds)
    return () if is_closed else (ReceiverOpened(transfer.transfer_id),)


def _overbooked(transfer: Transfer, board: Board, now_at: datetime) -> tuple[Event, ...]:
    """Whoever was promised a bed last is without one, as many as there are beds too few. A
    report grown old says neither that nor the contrary.
    """
    hospital, was_told = receiving(transfer), transfer.receiver_overbooked_at is not None
    if hospital is None or transfer.bed_held_at is None:
        return (ReceiverHasRoom(transfer.transfer_id),) if was_told else ()
    beds = board.beds.get((hospital, bed_kind(transfer)))
    if beds is None or free_now(beds, now_at) is None:
        return ()
    is_without = transfer.transfer_id in _without_bed(beds, board)
    if is_without == was_told:
        return ()
    told = ReceiverOverbooked(transfer.transfer_id, hospital)
    return (told if is_without else ReceiverHasRoom(transfer.transfer_id),)


def _without_bed(beds: Beds, board: Board) -> frozenset[TransferId]:
    """The last ones promised a bed there, as many as were promised too many."""
    promised = sorted(
        (row.agreement.agreed_at, row.transfer_id)
        for row in board.transfers.values()
        if row.agreement is not None
        and row.bed_held_at is not None
        and (receiving(row), bed_kind(row)) == (beds.hospital, beds.kind)
    )
    left = max(0, len(promised) - overbooked(beds))
    return frozenset(transfer_id for _, transfer_id in promised[left:])
