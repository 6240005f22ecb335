"""What every event of a transfer is made from."""

from msgspec import Struct

from dispatch.kernel.ids import TransferId


class TransferEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """What all events of a transfer carry."""

    transfer_id: TransferId
