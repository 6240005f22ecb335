"""The ground of a decision that lies outside its transfer: a closure, another transfer.

What is derived from the transfer alone falls with it. These two end elsewhere, the closure by
the clock too, and headquarters tells the transfer.
"""

from datetime import datetime

from dispatch.capacity.beds import closure_now
from dispatch.transfer.board import Board
from dispatch.transfer.decide_answer import bed_keys_of
from dispatch.transfer.events import Event
from dispatch.transfer.transfer import Transfer, is_open
from dispatch.transfer.way_events import ReceiverOpened, TwinClosed


def fallen_grounds(transfer: Transfer, board: Board, *, now_at: datetime) -> tuple[Event, ...]:
    """The events of every ground that is gone by ``board``, where all that is open stands."""
    if not is_open(transfer):
        return ()
    numbers = {row.number for row in board.transfers.values() if is_open(row)}
    gone = (each.number for each in transfer.twins if each.number not in numbers)
    twins = tuple(TwinClosed(transfer.transfer_id, number) for number in gone)
    return (*_opened(transfer, board, now_at), *twins)


def _opened(transfer: Transfer, board: Board, now_at: datetime) -> tuple[Event, ...]:
    if transfer.receiver_closed is None:
        return ()
    beds = (board.beds.get(key) for key in bed_keys_of(transfer))
    is_closed = any(row is not None and closure_now(row, now_at) is not None for row in beds)
    return () if is_closed else (ReceiverOpened(transfer.transfer_id),)
