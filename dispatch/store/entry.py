"""What goes into the store in one piece, and what comes out of it."""

from datetime import datetime

from msgspec import Struct

from dispatch.capacity.beds import Beds
from dispatch.fleet.unit import Unit
from dispatch.identity.actor import Actor
from dispatch.identity.roles import Role
from dispatch.kernel.ids import HospitalCode, PersonId, UnitId
from dispatch.transfer.board import Board, Recorded
from dispatch.transfer.events import Event
from dispatch.transfer.pre_alert import PreAlert
from dispatch.transfer.transfer import Transfer

ENDED_MOST = 100
"""Proposed: closed transfers looked through for one whose closing can still be taken back."""


class Command(Struct, frozen=True):
    """Who acts, and the key under which the act counts once.

    ``key`` None: the act of a loop, never repeated by a network. ``digest`` is that of the
    body, so that a key can't be reused for something else. ``last_seen`` is the version of the
    transfer that the person looked at when deciding, None when they don't say, which no verb
    accepts that takes something from somebody. ``written_at`` makes it a late entry: the time
    on the paper that it is entered from.
    """

    actor: Actor
    key: str | None = None
    digest: str = ""
    last_seen: int | None = None
    written_at: datetime | None = None


class Receipt(Struct, frozen=True):
    """Proof of a recorded command: the log's last number and the transfer, unit or hospital
    concerned. A repeated command gets the first one's receipt.
    """

    seq: int
    subject: str


class Entry(Struct, frozen=True):
    """Events to be recorded together or not at all.

    ``based_on`` holds the rows the decision was made from; if one of them has moved on since,
    the entry is stale and nothing is stored.
    """

    events: tuple[Event, ...]
    command: Command
    subject: str
    based_on: Board
    occurred_at: datetime
    recorded_at: datetime


class Changes(Struct, frozen=True):
    """What happened after an event: the log lines and every row they touched, as of ``seq``."""

    seq: int
    lines: tuple[Recorded, ...]
    transfers: tuple[Transfer, ...]
    units: tuple[Unit, ...]
    beds: tuple[Beds, ...]
    pre_alerts: tuple[PreAlert, ...] = ()


class Stale(Exception):  # noqa: N818 -- not an error: load and decide again
    """A row the entry was based on has changed meanwhile."""


class Person(Struct, frozen=True):
    """An account. ``password_hash`` is argon2id; ``is_demo`` ones exist in the demo only."""

    person_id: PersonId
    username: str
    name: str
    role: Role
    password_hash: str
    hospital: HospitalCode | None = None
    unit_id: UnitId | None = None
    language: str = "ca"
    is_active: bool = True
    is_demo: bool = False


class Session(Struct, frozen=True):
    """A signed-in session. Only the hash of its token is known to the store."""

    token_hash: str
    person_id: PersonId
    signed_in_at: datetime
    seen_at: datetime
    ends_at: datetime


def actor_of(person: Person) -> Actor:
    """The person as the log and the rules know them."""
    return Actor(
        person_id=person.person_id,
        name=person.name,
        role=person.role,
        hospital=person.hospital,
        unit_id=person.unit_id,
    )
