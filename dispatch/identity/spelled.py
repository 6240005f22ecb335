"""Whether an identifier is spelled as its kind is: asked about, never refused, never kept.

The letter of a DNI or NIE follows from its digits (Ministerio del Interior, control digit of
the NIF; X, Y and Z stand for 0, 1 and 2). No public rule checks a CIP, but for its form.
"""

from typing import Literal

from dispatch.identity.patient import SPELLED, Identifier, IdentifierKind, kind_of, spelling

LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
FIRST_OF_NIE = str.maketrans("XYZ", "012")

Oddity = Literal["identifier_letter", "identifier_form"]


def oddity_of(identifier: Identifier) -> Oddity | None:
    """What is odd about it: its letter, or its form; None for those that follow no rule."""
    kind, plain = kind_of(identifier), spelling(identifier.text)
    rule = SPELLED.get(kind)
    if rule is None or not plain:
        return None
    if not rule.fullmatch(plain):
        return "identifier_form"
    is_document = kind is IdentifierKind.DOCUMENT
    return "identifier_letter" if is_document and not _has_its_letter(plain) else None


def _has_its_letter(plain: str) -> bool:
    number = int(plain[:-1].translate(FIRST_OF_NIE))
    return LETTERS[number % len(LETTERS)] == plain[-1]
