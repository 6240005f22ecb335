"""What is asked about an identifier never says it."""

from dispatch.identity.patient import Identifier
from dispatch.kernel import HospitalCode
from dispatch.transfer.asked_identity import asked_of_identifier

CALELLA = HospitalCode("calella")


def test_wrong_letter_is_asked_about_without_the_number():
    (asked,) = asked_of_identifier(Identifier("12345678A", CALELLA))
    assert asked.confirmation == "patient_reference=document"
    assert asked_of_identifier(Identifier("12345678Z", CALELLA)) == ()
