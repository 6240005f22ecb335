"""What is asked back about an identifier; what is asked and confirmed never says who it is."""

from dispatch.identity.patient import Identifier, kind_of
from dispatch.identity.spelled import oddity_of
from dispatch.kernel.asked import Asked

FIELD = "patient_reference"


def asked_of_identifier(identifier: Identifier, /) -> tuple[Asked, ...]:
    """Whether it is right although its letter or its form is not that of its kind."""
    oddity = oddity_of(identifier)
    if oddity is None:
        return ()
    return (Asked(oddity, FIELD, kind_of(identifier).value, ""),)
