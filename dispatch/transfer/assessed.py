"""The values last recorded of a patient, from which scores are worked out anew each time.

A child's age is kept in whole months, because normal values follow from it; an adult's is not.
"""

from datetime import datetime

from msgspec import Struct

from dispatch.assessment.values import AdultValues, ChildValues, PatientValues


class Assessed(Struct, frozen=True):
    """The last values recorded, of an adult or of a child; the other is None."""

    adult: AdultValues | None
    child: ChildValues | None
    assessed_at: datetime
    recorded_by: str


def values_of(assessed: Assessed) -> PatientValues:
    """The values of the adult or of the child."""
    found = assessed.adult or assessed.child
    assert found is not None
    return found
