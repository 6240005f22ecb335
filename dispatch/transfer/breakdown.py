"""A unit that has broken down is not free for the next patient, whatever button it was told by.

Its failure has a way of its own, which takes it out of service. Where a unit is taken off and
free again, the reason is read for a breakdown in the three languages of the screens.
"""

import re
import unicodedata

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import UnitId

BREAKDOWN = re.compile(
    r"\b(avari(a|es|at|ada|ats|ades)|averia\w*|espatllad?[ats]?\w*|estropead\w*"
    r"|break(s|ing)? ?down|broke(n)? down|no arrenca|no arranca"
    r"|(will not|won.?t|does not|doesn.?t) start)\b"
)
"""What people write of a unit that can't go on, without accents (proposed)."""

NO_MORE = frozenset(
    {
        "accident",
        "accidente",
        "membre de la dotacio malalt",
        "miembro de la dotacion enfermo",
        "crew member ill",
    }
)
"""The other reasons that screens offer for a failure; alone, for the words have other uses."""


def tells_breakdown(reason: str) -> bool:
    """Whether the words say that the unit can't go on."""
    apart = unicodedata.normalize("NFD", reason.casefold())
    plain = "".join(mark for mark in apart if not unicodedata.combining(mark)).strip()
    return plain in NO_MORE or BREAKDOWN.search(plain) is not None


def require_fit(unit_id: UnitId, reason: str, *, field: str) -> None:
    """Nothing, or ``Refused("breakdown_is_failure")`` for a unit that would be free again."""
    if tells_breakdown(reason):
        raise Refused("breakdown_is_failure", field=field, unit=unit_id, allowed="failure")
