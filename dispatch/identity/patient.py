"""What a patient is known by at the door: the kind of an identifier, its issuer, its spelling.

Nothing of it is kept: the text made here is sealed with a secret and then forgotten. Two
hospitals give the same record number to two people, so the issuer belongs to the text; a
personal code of CatSalut is one person's everywhere.
"""

import re
import unicodedata
from enum import StrEnum

from msgspec import Struct

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode

VERSION = "2"
"""Of the text that is sealed. Version 1 was what was typed, without spaces, in capitals."""


class IdentifierKind(StrEnum):
    """Who gave the identifier, and so how far it holds."""

    CIP = "cip"
    """The personal code on the health card of CatSalut, one for all its hospitals."""
    CIP_SNS = "cip_sns"
    """The code of the national health service."""
    DOCUMENT = "document"
    """DNI or NIE."""
    RECORD = "record"
    """The hospital's own record number."""
    TEMPORARY = "temporary"
    """Given by the hospital to somebody whom nobody could identify yet."""


OF_THE_HOSPITAL = frozenset({IdentifierKind.RECORD, IdentifierKind.TEMPORARY})

LABEL = re.compile(r"(CIP|TSI|NHC|HC|DNI|NIE)(?=[^A-Z0-9])[^A-Z0-9]*")
"""A word that people write before an identifier, and that is no part of it."""

SPELLED = {
    IdentifierKind.CIP: re.compile(r"[A-Z]{4}[01][0-9]{9}"),
    IdentifierKind.CIP_SNS: re.compile(r"[A-Z]{10}[0-9]{6}"),
    IdentifierKind.DOCUMENT: re.compile(r"([0-9]{8}|[XYZ][0-9]{7})[A-Z]"),
}
"""How they are spelled, as far as public sources say; no public rule checks a CIP."""


GLUED = re.compile(
    rf"(?:(?:CIP|TSI)(?={SPELLED[IdentifierKind.CIP].pattern}$)|N?HC(?=[0-9]+$))(.+)"
)
"""The word written without a space before what could be no other identifier."""


class Identifier(Struct, frozen=True):
    """An identifier as somebody typed it at ``hospital``. ``kind`` None: not said."""

    text: str
    hospital: HospitalCode
    kind: IdentifierKind | None = None


def kind_of(identifier: Identifier) -> IdentifierKind:
    """The kind said, else the one its label or its spelling tells, else a record number."""
    if identifier.kind is not None:
        return identifier.kind
    label = LABEL.match(_capitals(identifier.text))
    if label and label[1] in {"CIP", "TSI"}:
        return IdentifierKind.CIP
    plain = spelling(identifier.text)
    fits = (kind for kind, rule in SPELLED.items() if rule.fullmatch(plain))
    return next(fits, IdentifierKind.RECORD)


def spelling(text: str) -> str:
    """Letters and digits in capitals, without the word before them: however it is written."""
    capitals = _capitals(text)
    label = LABEL.match(capitals)
    rest = capitals[label.end() :] if label else capitals
    plain = "".join(mark for mark in rest if mark.isalnum())
    glued = GLUED.fullmatch(plain)
    return glued[1] if glued else plain


def sealed_text(identifier: Identifier) -> str:
    """The text whose seal stands for the patient. Raises ``Refused("identifier_empty")``."""
    kind, plain = kind_of(identifier), spelling(identifier.text)
    if not plain:
        raise Refused("identifier_empty", field="patient_reference")
    if kind is IdentifierKind.RECORD and plain.isdigit():
        plain = plain.lstrip("0") or plain
    issuer = identifier.hospital if kind in OF_THE_HOSPITAL else "-"
    return "\n".join((VERSION, kind.value, issuer, plain))


def older_texts(identifier: Identifier) -> tuple[str, ...]:
    """What version 1 may have sealed for the same identifier, in the ways people write it."""
    typed = "".join(identifier.text.split()).upper()
    plain = spelling(identifier.text)
    spelled = (typed, plain, *(f"{label}{plain}" for label in ("CIP", "NHC", "DNI", "NIE")))
    return tuple(dict.fromkeys(spelled))


def is_everywhere(kind: IdentifierKind) -> bool:
    """Whether the same identifier is the same person in every hospital."""
    return kind not in OF_THE_HOSPITAL


def _capitals(text: str) -> str:
    return unicodedata.normalize("NFKC", text).upper().strip()
