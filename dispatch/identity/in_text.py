"""Who a patient is has one field; free text goes to every screen, and for ever into the log.

Found are the identifiers of ``patient`` as people write them inside a sentence, telephones and
addresses of mail. Figures of medicine are left alone: doses, pressures, volumes, beds, times.
Every repetition has an end, so that a text costs no more than its length.
"""

import re
import unicodedata

from dispatch.kernel.failures import Refused

CONTROL_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
"""A DNI's letter is its number modulo 23; I, O and U are none (``10000000U`` is a dose)."""

_BEFORE, _AFTER = r"(?<![A-Z0-9])(?<![0-9][.,/])", r"(?![^\W_]|[.,/][0-9])"
_MARKS = r"[ .:/_()\-]{0,3}"
_DOCUMENT = re.compile(
    rf"{_BEFORE}(?P<number>[0-9]{{8}}|[0-9]{{2}}([ .\-])[0-9]{{3}}\2[0-9]{{3}}"
    rf"|[XYZ]{_MARKS}(?:[0-9]{{7}}|[0-9]([ .\-])[0-9]{{3}}\3[0-9]{{3}}))"
    rf"(?P<gap>{_MARKS})(?P<letter>[{CONTROL_LETTERS}]){_AFTER}"
)
_TIGHT = re.compile(r"[XYZ]?-?[0-9.]{7,10}")
_NUMBERED = re.compile(
    r"(?:DNI|NIE|NIF|D\.N\.I)[^A-Z0-9]{0,4}(?:N[A-ZÚ]{0,5}[^A-Z0-9]{0,4})?"
    r"[XYZ]?(?:[ .:/_\-]{0,2}[0-9]){7}"
)
_DAY = rf"(?:0[1-9]|1[0-2]){_MARKS}(?:0[1-9]|[12][0-9]|3[01])"
_CIP = re.compile(
    rf"{_BEFORE}(?:CIP|TSI)?[A-Z]{{4}}{_MARKS}[01]{_MARKS}"
    rf"(?:[0-9]{{6}}|[0-9]{{2}}{_MARKS}{_DAY}){_MARKS}[0-9]{{2}}{_MARKS}[0-9]{_AFTER}"
)
_CIP_SNS = re.compile(rf"{_BEFORE}(?:CIP|TSI)?[A-Z]{{10}}[ .\-]{{0,2}}[0-9]{{6}}{_AFTER}")

_MAIL = re.compile(r"\w ?@ ?[\w\-]{1,63}\.[A-Z]{2}")

_FIRST = r"(?: ?[.\-/_] ?|\) ?| )"
_ABROAD = r"(?:\+|00)[1-9][0-9]{0,2}[ .\-]?(?:\(?[0-9]{1,4}\)?[ .\-]?){2,5}[0-9]{2,4}"
_WHOLE = r"(?:34)?[6-9][0-9]{8}(?![0-9]|[.,][0-9])"
_GROUPS = "|".join(
    (
        rf"[6-9][0-9]{{2}}{_FIRST}[0-9]{{3}}[ .\-]?[0-9]{{3}}",
        r"[6-9][0-9]{2}/[0-9]{3}/[0-9]{3}",
        rf"[6-9][0-9]{{2}}{_FIRST}[0-9]{{2}}([ .\-])[0-9]{{2}}\1[0-9]{{2}}",
        rf"[6-9][0-9]{_FIRST}[0-9]{{3}}([ .\-])[0-9]{{2}}\2[0-9]{{2}}",
        rf"[6-9][0-9]{_FIRST}[0-9]{{3}}[ .\-]?[0-9]{{4}}",
        r"[6-9][0-9]([ .\-/])[0-9]{2}\3[0-9]{2}\3[0-9]{2}\3[0-9]",
        r"[6-9][0-9]/[0-9]{3}/[0-9]{2}/[0-9]{2}",
    )
)
_PHONE = re.compile(
    rf"(?<![0-9])(?<![0-9][.,/])(?:(?<![A-Z])|(?<=TEL)|(?<=TELF)|(?<=TF)|(?<=BIL)|(?<=VIL))"
    rf"(?:{_WHOLE}|(?:{_ABROAD}|{_GROUPS})(?!%|[.,/ ]?[0-9]))"
)
_MEASURE = re.compile(r" ?(?:(?:ML|MCG|MG|G|KG|L|UI|U|MEQ|MMOL)(?![\w'’´`])|/ ?(?:L|ML|MM3)\b)")
"""A unit after round figures: volumes like 600 800 900 mL are no telephone."""


def require_nobody_in(text: str, *, field: str) -> None:
    """Nothing, or ``Refused``: ``patient_in_text``, ``phone_in_text``, ``mail_in_text``,
    without the words.
    """
    plain = _plain(text)
    if any(each.search(plain) for each in (_NUMBERED, _CIP, _CIP_SNS)):
        raise Refused("patient_in_text", field=field)
    if any(_is_document(found) for found in _DOCUMENT.finditer(plain)):
        raise Refused("patient_in_text", field=field)
    if _MAIL.search(plain):
        raise Refused("mail_in_text", field=field)
    for found in _PHONE.finditer(plain):
        if not (_MEASURE.match(plain, found.end()) and _is_round(found[0])):
            raise Refused("phone_in_text", field=field)


def _plain(text: str) -> str:
    """In capitals, with the digits, dashes and spaces of a keyboard."""
    capitals = unicodedata.normalize("NFKC", text).upper()
    return " ".join("".join(map(_mark, capitals)).split())


def _mark(mark: str) -> str:
    if mark.isascii():
        return mark
    if unicodedata.category(mark) == "Pd" or mark == "\u2212":
        return "-"
    return str(unicodedata.decimal(mark, mark))


def _is_document(found: re.Match[str]) -> bool:
    """Whether the letter is the one of the number: apart from it, it may be any word."""
    if found["gap"] in {"", "-"} and _TIGHT.fullmatch(found["number"]):
        return True
    first = found["number"][0]
    figures = re.sub(r"[^0-9]", "", found["number"])
    digits = f"{'XYZ'.index(first)}{figures}" if first in "XYZ" else figures
    return CONTROL_LETTERS[int(digits) % 23] == found["letter"]


def _is_round(number: str) -> bool:
    return all(group.endswith("0") for group in re.findall("[0-9]+", number))
