"""Finding a transfer for somebody: what one may not see does not exist."""

from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.identity.sight import Sight, sight
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode, TransferId
from dispatch.network.network import Network, hospital
from dispatch.transfer.board import Board, require_transfer
from dispatch.transfer.transfer import Transfer, parties


def require_own_unit(transfer: Transfer, actor: Actor) -> None:
    """Nothing, or ``Refused("not_your_unit")`` to a crew that speaks for another unit: one that
    waits with the patient sees the transfer, and does not drive it any more;
    ``no_unit_assigned`` while no unit drives him.
    """
    if actor.role is Role.CREW and actor.unit_id != transfer.unit_id:
        if transfer.unit_id is None:
            raise Refused("no_unit_assigned", stage=transfer.stage.value)
        raise Refused("not_your_unit", unit=transfer.unit_id)


def require_seen(board: Board, transfer_id: TransferId, actor: Actor) -> Transfer:
    """The transfer, or ``Refused("unknown_transfer")`` when there is none for these eyes;
    ``question_was_withdrawn`` to the ICU that was asked and is not any more.
    """
    transfer = require_transfer(board, transfer_id)
    if sight(actor, parties(transfer)) is Sight.NOTHING:
        _require_not_withdrawn(transfer, actor)
        raise Refused("unknown_transfer", field="transfer_id")
    return transfer


def _require_not_withdrawn(transfer: Transfer, actor: Actor) -> None:
    """Who had the question learns when it was taken back, and nothing of the patient."""
    own = [each for each in transfer.withdrawn if each.hospital == actor.hospital]
    if own and actor.role is Role.INTENSIVIST:
        at = own[-1].withdrawn_at.isoformat(timespec="minutes")
        raise Refused("question_was_withdrawn", field="transfer_id", at=at)


def require_own_beds(network: Network, actor: Actor, code: HospitalCode) -> None:
    """Nothing, or ``Refused``: no such hospital, or an intensivist of another one."""
    hospital(network, code)
    if actor.role is Role.INTENSIVIST and actor.hospital != code:
        raise Refused("not_your_hospital", field="hospital", allowed=actor.hospital)
