"""Entries to record: a few events of each kind, as small as they can be."""

from dispatch.capacity.beds import BedKind
from dispatch.capacity.events import CapacityReported
from dispatch.checklist.verdict import Answer
from dispatch.kernel.ids import TransferId, UnitId
from dispatch.store.entry import Changes, Command, Entry
from dispatch.store.protocol import LogStore
from dispatch.transfer.board import BedsKey, Board
from dispatch.transfer.decide_request import NewTransfer, request_transfer
from dispatch.transfer.events import (
    Event,
    HospitalAsked,
    TransferAccepted,
    TransferRequested,
    UnitAssigned,
)
from tests.builders import (
    ALL_YES,
    MATARO,
    NOON,
    SVA_1,
    a_request,
    at,
    dispatcher,
    intensivist,
    referring_doctor,
)

BEDS: BedsKey = (MATARO, BedKind.ICU)
T1, T2 = TransferId("T1"), TransferId("T2")


def requested(name: str = "T1", patient: str | None = None) -> TransferRequested:
    new = NewTransfer(TransferId(name), f"CSI-{name}", patient or f"key of {name}")
    return request_transfer(a_request(), new=new, actor=referring_doctor())


def asked(name: str = "T1") -> HospitalAsked:
    return HospitalAsked(
        transfer_id=TransferId(name),
        hospital=MATARO,
        checklist_version="2026-1",
        override_reason=None,
    )


def accepted(name: str = "T1", answers: dict[str, Answer] | None = None) -> TransferAccepted:
    return TransferAccepted(
        transfer_id=TransferId(name),
        hospital=MATARO,
        intensivist_id=intensivist().person_id,
        intensivist="intensivist",
        checklist_version="2026-1",
        answers=dict(answers or ALL_YES),
    )


def assigned(name: str = "T1", unit_id: UnitId = SVA_1) -> UnitAssigned:
    return UnitAssigned(
        transfer_id=TransferId(name),
        unit_id=unit_id,
        override_reason=None,
        expected_bedside_at=at(30),
        expected_arrival_at=None,
    )


def reported(total: int = 10, used: int = 6) -> CapacityReported:
    return CapacityReported(
        hospital=MATARO,
        kind=BedKind.ICU,
        total=total,
        used=used,
        reported_by="tests",
    )


def an_entry(
    *events: Event,
    based_on: Board | None = None,
    key: str | None = None,
    digest: str = "body",
    subject: str = "T1",
) -> Entry:
    return Entry(
        events=events,
        command=Command(dispatcher(), key=key, digest=digest),
        subject=subject,
        based_on=based_on or Board(),
        occurred_at=at(-1),
        recorded_at=NOON,
    )


async def told(log: LogStore, after: int = 0) -> Changes:
    return await log.read_changes(after)
