"""What became of the agreements given by telephone: who confirmed theirs, and who never did.

An agreement recorded in somebody's name without that person's own word is the weakest link of
the chain. While the transfer is open it is shown as unconfirmed; here it is counted to the end.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dispatch.kernel.ids import HospitalCode, PersonId, TransferId
from dispatch.transfer.board import Recorded
from dispatch.transfer.events import (
    AgreementConfirmed,
    TransferAccepted,
    TransferProgressed,
    TransferRequested,
)
from dispatch.transfer.evolve import begin, evolve
from dispatch.transfer.transfer import Transfer, is_open
from dispatch.transfer.transfer_event import TransferEvent
from dispatch.transfer.way_events import AgreementDisputed, StepTakenBack


class Word(StrEnum):
    """What the doctor said in whose name the agreement stands. The last word counts."""

    CONFIRMED_BEFORE = "confirmed_before"
    """Confirmed before the patient left, as it is meant to be."""
    CONFIRMED_LATER = "confirmed_later"
    """Confirmed when the patient had left, or the transfer was closed."""
    DISPUTED = "disputed"
    """Denied before the patient left."""
    PROTESTED = "protested"
    """Denied when the patient had left, or the transfer was closed."""
    NEVER = "never"
    """Neither, and the transfer is closed, or the agreement was taken back or replaced."""
    OPEN = "open"
    """Neither so far, and the agreement stands in an open transfer."""


class PhoneAgreement(Struct, frozen=True):
    """An agreement that was given by telephone. ``agreed_at`` is when, ``recorded_at`` when it
    was written down: later, when it was entered from paper. ``said_at`` is when the doctor
    spoke, None while they have not.
    """

    transfer_id: TransferId
    number: str
    referring: HospitalCode
    hospital: HospitalCode
    doctor_id: PersonId
    doctor: str
    recorded_by: str
    recorded_by_role: str
    agreed_at: datetime
    recorded_at: datetime
    word: Word
    said_at: datetime | None = None


Counts = dict[Word, int]
"""How many of each, those that there are none of as well."""


def agreed_by_phone(
    lines: Iterable[Recorded], *, begins_at: datetime, ends_at: datetime
) -> tuple[PhoneAgreement, ...]:
    """The agreements given by telephone at ``begins_at`` or later and before ``ends_at``, the
    last one first. ``lines`` is the log, or of each transfer concerned all that it says.
    """
    by_transfer: dict[TransferId, list[Recorded]] = {}
    for line in lines:
        if isinstance(line.event, TransferEvent):
            by_transfer.setdefault(line.event.transfer_id, []).append(line)
    found = (each for told in by_transfer.values() for each in _of_transfer(told))
    within = (each for each in found if begins_at <= each.agreed_at < ends_at)
    return tuple(sorted(within, key=lambda each: (each.agreed_at, each.number), reverse=True))


def counted(agreements: Iterable[PhoneAgreement]) -> Counts:
    """How many doctors said what."""
    found = Counter(each.word for each in agreements)
    return {word: found[word] for word in Word}


class _Said(Struct, frozen=True):
    """What the doctor said last, when, and whether the transfer was open then."""

    confirms: bool
    said_at: datetime
    is_open: bool


def _of_transfer(lines: Iterable[Recorded]) -> Iterator[PhoneAgreement]:
    """Those of one transfer, in the order in which they were given."""
    told = _Told()
    for line in lines:
        told.take(line)
    return told.agreements()


class _Told:
    """A transfer told line by line, and the agreements by telephone that it had.

    ``left_at`` are the departures that were not taken back: the first is when the patient left.
    ``stands``: the last agreement was by telephone and no other has taken its place.
    """

    def __init__(self) -> None:
        self.transfer: Transfer | None = None
        self.given: list[tuple[PhoneAgreement, _Said | None]] = []
        self.stands = False
        self.left_at: list[datetime] = []

    def take(self, line: Recorded) -> None:
        """One more line."""
        event, at, before = line.event, line.occurred_at, self.transfer
        if isinstance(event, TransferRequested):
            self.transfer = begin(event, at)
            return
        assert isinstance(event, TransferEvent), "other lines are of no transfer"
        assert before is not None, "a transfer begins with its request"
        self.transfer = evolve(before, event, occurred_at=at)
        match event:
            case TransferAccepted():
                self.stands = event.recorded_by is not None
                if event.recorded_by is not None:
                    self.given.append((_begun(before, event, line), None))
            case AgreementConfirmed() | AgreementDisputed():
                agreed, _ = self.given[-1]
                confirms = isinstance(event, AgreementConfirmed)
                self.given[-1] = (agreed, _Said(confirms, at, is_open(before)))
            case TransferProgressed(step="departed"):
                self.left_at.append(at)
            case StepTakenBack(step="departed"):
                self.left_at.pop()

    def agreements(self) -> Iterator[PhoneAgreement]:
        """All of them, as of the last line."""
        for agreed, said in self.given:
            if said is not None:
                yield replace(agreed, word=self._word(said), said_at=said.said_at)
            else:
                waits = agreed is self.given[-1][0] and self._is_waited_for()
                yield replace(agreed, word=Word.OPEN if waits else Word.NEVER)

    def _is_waited_for(self) -> bool:
        """Whether the last agreement stands, in an open transfer."""
        assert self.transfer is not None
        agreed = self.transfer.agreement
        is_kept = agreed is not None and agreed.withdrawn_at is None
        return self.stands and is_kept and is_open(self.transfer)

    def _word(self, said: _Said) -> Word:
        """By the times at which it happened: a departure may be reported late."""
        has_left = bool(self.left_at) and self.left_at[0] <= said.said_at
        is_late = has_left or not said.is_open
        if said.confirms:
            return Word.CONFIRMED_LATER if is_late else Word.CONFIRMED_BEFORE
        return Word.PROTESTED if is_late else Word.DISPUTED


def _begun(transfer: Transfer, event: TransferAccepted, line: Recorded) -> PhoneAgreement:
    assert event.recorded_by is not None
    return PhoneAgreement(
        transfer_id=event.transfer_id,
        number=transfer.number,
        referring=transfer.referring,
        hospital=event.hospital,
        doctor_id=event.intensivist_id,
        doctor=event.intensivist,
        recorded_by=event.recorded_by,
        recorded_by_role=line.actor_role,
        agreed_at=line.occurred_at,
        recorded_at=line.recorded_at,
        word=Word.OPEN,
    )
