"""What a store promises. PostgreSQL and memory keep the same promises (one contract suite)."""

from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from typing import Protocol

from dispatch.assessment.centre import CentreSetting
from dispatch.fleet.position import Position
from dispatch.fleet.reconcile import FleetNews
from dispatch.fleet.unit import Unit
from dispatch.identity.duty import Shift
from dispatch.kernel.ids import HospitalCode, PersonId, TransferId
from dispatch.store.entry import Changes, Command, Entry, Person, Receipt, Session
from dispatch.transfer.antibiotic_protocol import ProtocolVersion
from dispatch.transfer.board import Board, Recorded, RowKey
from dispatch.transfer.pre_alert import PreAlert
from dispatch.transfer.transfer import Transfer


class LogStore(Protocol):
    """The log, the rows that follow from it, and the news about both."""

    async def record(self, entry: Entry) -> Receipt:
        """All events and rows of ``entry`` in one transaction, numbered without a gap.

        Raises ``Stale`` when a row it is based on has changed, ``Refused`` when a rule of the
        database forbids it, ``Unavailable`` when the database can't be reached; then nothing
        is stored, or (connection lost while committing) the command's key finds the receipt.
        """
        ...

    async def find_receipt(self, command: Command) -> Receipt | None:
        """The receipt of a command already recorded under the same key, else None.

        Raises ``Refused("key_reused")`` when the key was used for another body.
        """
        ...

    async def read_rows(self, keys: Iterable[RowKey]) -> Board:
        """The rows of these keys, those that exist; ``seq`` is the log's last number."""
        ...

    async def read_board(self) -> Board:
        """All open transfers, units and beds at one instant of the log."""
        ...

    async def read_followed(self) -> tuple[Transfer, ...]:
        """The closed transfers whose patient the receiving hospital still has, latest first."""
        ...

    async def read_named(self, doctor: PersonId) -> tuple[Transfer, ...]:
        """The transfers, closed ones too, whose agreement was recorded by telephone in that
        doctor's name and neither confirmed nor denied by them since, latest first.
        """
        ...

    async def read_agreed_by_phone(
        self, begins_at: datetime, ends_at: datetime
    ) -> tuple[Recorded, ...]:
        """The log lines, oldest first, of the transfers of which some agreement was given by
        telephone at ``begins_at`` or later, and before ``ends_at``.
        """

    async def read_ended(self) -> tuple[Transfer, ...]:
        """The closed transfers that were touched last, a screenful of them, latest first."""
        ...

    async def read_changes(self, after: int) -> Changes:
        """Everything after event ``after``, at one instant of the log."""
        ...

    async def read_events(self, transfer_id: TransferId) -> tuple[Recorded, ...]:
        """The log lines of one transfer, oldest first."""
        ...

    async def find_alike(
        self, patient_keys: Iterable[str], referring: HospitalCode
    ) -> tuple[Transfer, ...]:
        """The open transfers of these keys, and all open ones of that hospital."""
        ...

    async def find_alerts(
        self, patient_key: str | None, hospital: HospitalCode
    ) -> tuple[PreAlert, ...]:
        """The open pre-alerts of that hospital, and of that key those that no transfer has come
        of yet, open or confirmed.
        """
        ...

    async def next_number(self) -> int:
        """A number no transfer had before. Numbers may skip, they never repeat."""
        ...

    async def read_clock(self) -> datetime | None:
        """What the clock of the database shows, None when it has none of its own."""
        ...

    async def try_writing(self) -> None:
        """Take room on the disk as a write would, and give it back.

        Raises ``Unavailable`` where nothing can be written: ``database_full``,
        ``database_read_only``, ``database_disk``.
        """
        ...

    def wake_ups(self) -> AsyncIterator[None]:
        """Yields soon after each recorded entry (and now and then without one)."""
        ...


class FleetStore(Protocol):
    """Units and where they are."""

    async def set_fleet(self, units: Iterable[Unit]) -> FleetNews:
        """Makes the fleet that of the data, outside the log; says what is other than before."""
        ...

    async def write_positions(self, positions: Iterable[Position]) -> None:
        """Keeps the latest position of each unit; an older one than known is ignored."""
        ...

    async def read_positions(self, after: datetime | None = None) -> tuple[Position, ...]:
        """The latest positions, those seen after ``after`` only."""
        ...


class PeopleStore(Protocol):
    """Accounts and sessions."""

    async def add_person(self, person: Person) -> None:
        """Raises ``Refused("username_taken")``."""
        ...

    async def find_person(self, username: str) -> Person | None:
        """The account of that name, active or not."""
        ...

    async def list_people(self) -> tuple[Person, ...]:
        """All accounts by name."""
        ...

    async def change_person(self, person: Person) -> None:
        """Replaces the account of the same id and ends its sessions if it is inactive.

        Raises ``Refused("username_taken")``; without an account of that id nothing happens.
        """
        ...

    async def add_session(self, session: Session) -> None:
        """A new session."""
        ...

    async def find_session(self, token_hash: str) -> tuple[Session, Person] | None:
        """The session and its active person, ended or not, else None."""
        ...

    async def touch_session(self, token_hash: str, seen_at: datetime) -> None:
        """The session was used."""
        ...

    async def end_sessions(
        self, *, token_hash: str | None = None, person_id: PersonId | None = None
    ) -> None:
        """Ends one session, or all of a person."""
        ...


class DutyStore(Protocol):
    """Duty rosters. Shifts are added and ended, never deleted."""

    async def add_shifts(self, shifts: Iterable[Shift]) -> None:
        """Adds those not known yet."""
        ...

    async def find_shift(self, shift_id: str) -> Shift | None:
        """The shift of that id, over or not, else None."""
        ...

    async def end_shift(self, shift: Shift) -> None:
        """Keeps when it ends, and who said so; without a shift of that id nothing happens."""
        ...

    async def read_shifts(
        self, after: datetime, *, until: datetime | None = None
    ) -> tuple[Shift, ...]:
        """The shifts that end after ``after`` and begin by ``until``, by their start."""
        ...


class CentreStore(Protocol):
    """What hospitals set for themselves. Settings are added, never changed nor deleted."""

    async def add_setting(self, setting: CentreSetting) -> None:
        """Adds it, unless one of that id is known."""
        ...

    async def read_settings(
        self, hospital: HospitalCode | None = None
    ) -> tuple[CentreSetting, ...]:
        """All of that hospital, or of every hospital; the last one first."""
        ...

    async def add_protocol(self, version: ProtocolVersion) -> ProtocolVersion:
        """Adds it, unless that hospital has a version of that number for such patients and
        that focus: the one that is kept.
        """
        ...

    async def read_protocols(
        self, hospital: HospitalCode | None = None
    ) -> tuple[ProtocolVersion, ...]:
        """All versions of that hospital's antibiotic protocols, or of every hospital's."""
        ...
