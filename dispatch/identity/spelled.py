"""Whether an identifier is spelled as its kind is: asked about, never refused, never kept.

The letter of a DNI or NIE follows from its digits (Ministerio del Interior, control digit of
the NIF; X, Y and Z stand for 0, 1 and 2). No public rule checks a CIP, but for its form and
for the day of birth in it, which has to be a day.
"""

from datetime import date
from typing import Literal

from msgspec import Struct

from dispatch.identity.patient import SPELLED, Identifier, IdentifierKind, kind_of, spelling

LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
FIRST_OF_NIE = str.maketrans("XYZ", "012")

Oddity = Literal["identifier_letter", "identifier_form", "identifier_birth"]


def oddity_of(identifier: Identifier) -> Oddity | None:
    """What is odd about it: its letter, its form, or a day of birth that never was; None for
    those that follow no rule.
    """
    kind, plain = kind_of(identifier), spelling(identifier.text)
    rule = SPELLED.get(kind)
    if rule is None or not plain:
        return None
    if not rule.fullmatch(plain):
        return "identifier_form"
    if kind is IdentifierKind.DOCUMENT and not _has_its_letter(plain):
        return "identifier_letter"
    said = said_by_cip(identifier)
    return "identifier_birth" if said is not None and not said.births else None


class SaidByCip(Struct, frozen=True):
    """What the code itself says of its person. ``births``: the days that its two digits of the
    year leave open; empty when they are no day of any year.
    """

    sex: Literal["female", "male"]
    births: tuple[date, ...]


SEX_AT, BIRTH_AT = 4, slice(5, 11)
"""Where the sex (0 a man, 1 a woman) and the day of birth (YYMMDD) stand in a CIP."""

CENTURIES = (1900, 2000)


def said_by_cip(identifier: Identifier) -> SaidByCip | None:
    """What a CIP says of its person; None for every other identifier and for an odd one. To be
    compared and forgotten: never shown, never kept.
    """
    plain = spelling(identifier.text)
    is_cip = kind_of(identifier) is IdentifierKind.CIP
    if not is_cip or not SPELLED[IdentifierKind.CIP].fullmatch(plain):
        return None
    digits = plain[BIRTH_AT]
    births = (_day(century, digits) for century in CENTURIES)
    return SaidByCip(
        sex="female" if plain[SEX_AT] == "1" else "male",
        births=tuple(day for day in births if day is not None),
    )


def _day(century: int, digits: str) -> date | None:
    years, month, day = (int(digits[at : at + 2]) for at in (0, 2, 4))
    try:
        return date(century + years, month, day)
    except ValueError:
        return None


def _has_its_letter(plain: str) -> bool:
    number = int(plain[:-1].translate(FIRST_OF_NIE))
    return LETTERS[number % len(LETTERS)] == plain[-1]
