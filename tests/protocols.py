"""Antibiotic protocols for tests: invented texts, never advice."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from dispatch.identity import Actor
from dispatch.network import Care
from dispatch.store.entry import Command
from dispatch.transfer.antibiotic_protocol import (
    Approved,
    NewProtocol,
    ProtocolVersion,
    Withdrawal,
)
from tests.builders import CALELLA, NOON, coordinating_doctor

TEXT = "Text of a test: 2 g/24 h IV\nIn allergy: another text"
NEW = NewProtocol(Care.ADULT, "urinary", TEXT, "Infections committee", date(2026, 11, 2))
BACK = Withdrawal(Care.ADULT, "urinary", "a dose was wrong")


def a_version(version: int = 1, **changes: Any) -> ProtocolVersion:
    """A version of Calella's text for the urinary focus of adults, in force since noon."""
    first = ProtocolVersion(
        setting_id=f"version {version}",
        hospital=CALELLA,
        care=Care.ADULT,
        focus="urinary",
        version=version,
        approved=Approved(TEXT, "Infections committee", date(2026, 11, 2)),
        withdrawn_because=None,
        set_by_id=coordinating_doctor().person_id,
        set_by=coordinating_doctor().name,
        set_at=NOON,
    )
    return replace(first, **changes)


def seeing(version: int, actor: Actor | None = None, *, key: str | None = None) -> Command:
    """A command of somebody who looked at that version: the coordinating doctor."""
    return Command(actor or coordinating_doctor(), key=key, digest="body", last_seen=version)
