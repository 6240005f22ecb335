"""Whether a hospital has the patient: asked of it where nobody there has said so yet.

A transfer that was handed over stays on the board while that is asked, though it is closed.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct

from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.decision import Decision, DecisionKind, fingerprint
from dispatch.transfer.parts import Why

AskedBecause = Literal["handed_over_unagreed", "receipt_denied"]
"""It had never agreed, or has taken back that it received the patient. Each is a decision."""


class ReceiptAsked(Struct, frozen=True, forbid_unknown_fields=True):
    """Which hospital has to say that it has the patient, why and since when; ``said`` are the
    words of who took its confirmation back.
    """

    hospital: HospitalCode
    because: AskedBecause
    asked_at: datetime
    said: str | None = None


def receipt_to_ask(asked: ReceiptAsked) -> Iterable[Decision]:
    """What people are asked after such a handover, until that hospital confirms."""
    why = [Why("handed_over_at", {"hospital": asked.hospital})]
    if asked.said is not None:
        why.append(Why("said", {"said": asked.said}))
    kind: DecisionKind = asked.because
    about = fingerprint(tuple(why), asked.asked_at.isoformat())
    yield Decision(kind, about, asked.asked_at, tuple(why))
