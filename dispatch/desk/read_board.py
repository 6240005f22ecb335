"""Everybody reads the board, as far as their eyes go."""

from dispatch.fleet import Position
from dispatch.identity import Role
from dispatch.store.entry import Changes, Command
from dispatch.store.headquarters import Headquarters, reading
from dispatch.transfer.board import Board
from dispatch.transfer.views import TransferView, view_transfer

ALLOWED = frozenset(set(Role) - {Role.ADMIN})


@reading(ALLOWED)
async def read_board(hq: Headquarters, command: Command) -> Board:
    """All open rows at one instant, unfiltered: what leaves is cut by ``transfer.cut``."""
    del command
    return await hq.log.read_board()


@reading(ALLOWED)
async def read_followed(hq: Headquarters, command: Command) -> tuple[TransferView, ...]:
    """The patients handed over whom the receiving hospital still has, as far as one sees."""
    rows = await hq.log.read_followed()
    views = (view_transfer(row, command.actor, in_full=False) for row in rows)
    return tuple(view for view in views if view is not None)


@reading(ALLOWED)
async def read_changes(hq: Headquarters, command: Command, after: int) -> Changes:
    """What happened after event ``after``, unfiltered."""
    del command
    return await hq.log.read_changes(after)


@reading(ALLOWED)
async def read_positions(hq: Headquarters, command: Command) -> tuple[Position, ...]:
    """Where units were last seen."""
    del command
    return await hq.fleet.read_positions()
