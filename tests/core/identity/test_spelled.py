"""An identifier that is not spelled as its kind is."""

import pytest

from dispatch.identity.patient import Identifier
from dispatch.identity.patient import IdentifierKind as K
from dispatch.identity.spelled import oddity_of
from dispatch.kernel import HospitalCode


@pytest.mark.parametrize(
    ("text", "kind", "oddity"),
    [
        ("12345678Z", None, None),
        ("DNI 12.345.678-z", None, None),
        ("X1234567L", K.DOCUMENT, None),
        ("Y1234567X", None, None),
        ("Z1234567R", None, None),
        ("12345678A", None, "identifier_letter"),
        ("X1234567A", K.DOCUMENT, "identifier_letter"),
        ("1234567", K.DOCUMENT, "identifier_form"),
        ("PUJO1680412001", None, None),
        ("PUJO168041200", K.CIP, "identifier_form"),
        ("PUJO1681312001", None, "identifier_birth"),
        ("PUJO1010229001", K.CIP, "identifier_birth"),
        ("PUJO1000229001", None, None),
        ("PUJO1681312001", K.RECORD, None),
        ("CIP ABCD 123", None, "identifier_form"),
        ("ABCDEFGHIJ12345", K.CIP_SNS, "identifier_form"),
        ("ABCDEFGHIJ123456", K.CIP_SNS, None),
        ("12345678A", K.RECORD, None),
        ("NHC 77", None, None),
        ("unknown", K.TEMPORARY, None),
        ("", K.DOCUMENT, None),
    ],
)
def test_what_is_odd_about_an_identifier(text, kind, oddity):
    assert oddity_of(Identifier(text, HospitalCode("calella"), kind)) == oddity
