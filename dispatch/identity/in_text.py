"""Who a patient is has one field; free text goes to every screen, and for ever into the log.

Found are the identifiers of ``patient`` as people write them inside a sentence, and telephones.
Figures of medicine are left alone: doses, pressures, volumes, beds, times.
"""

import re
import unicodedata

from dispatch.kernel.failures import Refused

CONTROL_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
"""A DNI's letter is its number modulo 23; I, O and U are none (``10000000U`` is a dose)."""

_BEFORE, _AFTER = r"(?<![A-Z0-9.,/])", r"(?![A-Z0-9]|[.,/][0-9])"
_MARK = r"[ .\-]?"
_LETTER = rf"[{CONTROL_LETTERS}]"

_GLUED = re.compile(
    rf"{_BEFORE}(?:[0-9]{{8}}|[0-9]{{2}}[.][0-9]{{3}}[.][0-9]{{3}}|[XYZ]-?[0-9]{{7}})"
    rf"-?{_LETTER}{_AFTER}"
)
_APART = re.compile(rf"{_BEFORE}([XYZ]?)[ ]?([0-9.]{{7,10}})[ ]-?[ ]?({_LETTER}){_AFTER}")
_NUMBERED = re.compile(r"(?:DNI|NIE|NIF)[^A-Z0-9]{0,4}[XYZ]?[0-9.\- ]{7,11}")
_CIP = re.compile(
    rf"{_BEFORE}[A-Z]{{4}}{_MARK}[01]{_MARK}[0-9]{{6}}{_MARK}[0-9]{{2}}{_MARK}[0-9]{_AFTER}"
)
_CIP_SNS = re.compile(rf"{_BEFORE}[A-Z]{{10}}{_MARK}[0-9]{{6}}{_AFTER}")

_ABROAD = r"(?:\+|00)[1-9][0-9]{0,2}[ .\-]?(?:\(?[0-9]{1,4}\)?[ .\-]?){2,5}[0-9]{2,4}"
_HERE = "|".join(
    (
        r"[6-9][0-9]{8}",
        r"[6-9][0-9]{2}([ \-])[0-9]{3}\1[0-9]{3}",
        r"[6-9][0-9]{2}([ .\-])[0-9]{2}\2[0-9]{2}\2[0-9]{2}",
        r"[6-9][0-9]([ .\-])[0-9]{3}\3[0-9]{2}\3[0-9]{2}",
        r"[6-9][0-9]([ .\-])[0-9]{3}\4[0-9]{4}",
    )
)
_PHONE = re.compile(rf"(?<![A-Z0-9.,/+])(?:{_ABROAD}|{_HERE})(?![A-Z0-9%]|[.,/ ]?[0-9])")
_MEASURE = re.compile(r"\s*(?:ML|MCG|MG|G|KG|L|UI|U|MEQ|MMOL|MIN|H|S|KPA|MMHG|/)\b|\s*/")
"""A unit after the figure: volumes like 600 800 900 mL are no telephone."""


def require_nobody_in(text: str, *, field: str) -> None:
    """Nothing, or ``Refused``: ``patient_in_text``, ``phone_in_text``, without the words."""
    plain = unicodedata.normalize("NFKC", text).upper()
    if any(each.search(plain) for each in (_GLUED, _NUMBERED, _CIP, _CIP_SNS)):
        raise Refused("patient_in_text", field=field)
    if any(_is_document(found) for found in _APART.finditer(plain)):
        raise Refused("patient_in_text", field=field)
    for found in _PHONE.finditer(plain):
        if not _MEASURE.match(plain, found.end()):
            raise Refused("phone_in_text", field=field)


def _is_document(found: re.Match[str]) -> bool:
    """Whether the letter is the one of the number: apart from it, it may be any word."""
    first, number, letter = found.groups()
    digits = f"{'XYZ'.index(first) if first else ''}{number.replace('.', '')}"
    return len(digits) == 8 and CONTROL_LETTERS[int(digits) % 23] == letter
