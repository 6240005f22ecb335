"""The frames of the live board, both ways, as one tagged union each.

The console's types are generated from these. Numbered news (``Snapshot``, ``News``) and the
latest-only ``Positions`` travel on the same socket but on channels of their own. Numbered
frames and heartbeats say in ``read_at`` when the log was last read: what they tell was true
then, however lately they were sent.
"""

from datetime import datetime

from msgspec import Struct

from dispatch.fleet.position import Position
from dispatch.fleet.unit import Unit
from dispatch.identity.actor import Actor
from dispatch.kernel.ids import PreAlertId, TransferId, UnitId
from dispatch.live.numbers import Numbers
from dispatch.live.rules import Rules
from dispatch.transfer.pre_alert_view import PreAlertView
from dispatch.transfer.views import BedsView, EventView, TransferView


class Snapshot(Struct, frozen=True, tag="snapshot"):
    """All that ``you`` may see, as of event ``seq``."""

    seq: int
    server_at: datetime
    read_at: datetime
    you: Actor
    transfers: tuple[TransferView, ...]
    units: tuple[Unit, ...]
    beds: tuple[BedsView, ...]
    pre_alerts: tuple[PreAlertView, ...]
    numbers: Numbers
    rules: Rules


class News(Struct, frozen=True, tag="news"):
    """What changed after event ``after`` up to ``seq``: the rows as they are now.

    ``gone``, ``gone_units`` and ``gone_pre_alerts`` leave the screen: closed, or no longer for
    these eyes. A frame whose ``after`` isn't the number last seen means news was missed: ask
    again with ``Hello``.
    """

    after: int
    seq: int
    server_at: datetime
    read_at: datetime
    events: tuple[EventView, ...]
    transfers: tuple[TransferView, ...]
    units: tuple[Unit, ...]
    beds: tuple[BedsView, ...]
    gone: tuple[TransferId, ...]
    gone_units: tuple[UnitId, ...]
    pre_alerts: tuple[PreAlertView, ...]
    gone_pre_alerts: tuple[PreAlertId, ...]


class Positions(Struct, frozen=True, tag="positions"):
    """Where units were last seen: only those that moved. Unnumbered, latest wins."""

    positions: tuple[Position, ...]


class Defect(Struct, frozen=True):
    """A loop that looks after the board fails: what it proposes or reminds of does not come."""

    room: str
    since_at: datetime


class Heartbeat(Struct, frozen=True, tag="heartbeat"):
    """Nothing new as of ``read_at``: still here, at event ``seq``. Every two seconds.

    ``can_write``: whether what people order can be stored, as far as the last that tried knows.
    ``defects``: what the program does not do meanwhile, so that people do it.
    """

    server_at: datetime
    read_at: datetime
    seq: int
    can_write: bool = True
    defects: tuple[Defect, ...] = ()


class Pong(Struct, frozen=True, tag="pong"):
    """Answer to a ping, for the clock of the screen."""

    sent_ms: float
    server_at: datetime


class Closing(Struct, frozen=True, tag="closing"):
    """The last frame before the server closes; ``code`` is that of a refusal."""

    code: str


ServerFrame = Snapshot | News | Positions | Heartbeat | Pong | Closing


class Hello(Struct, frozen=True, tag="hello", forbid_unknown_fields=True):
    """First frame of a client: the number of the last event it has, None for none."""

    last_seen: int | None = None


class Ping(Struct, frozen=True, tag="ping", forbid_unknown_fields=True):
    """``sent_ms`` is the client's own clock and comes back as it is."""

    sent_ms: float


ClientFrame = Hello | Ping
