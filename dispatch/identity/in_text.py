"""Who a patient is has one field; free text goes to every screen, and for ever into the log.

Found are the identifiers of ``patient`` as people write them inside a sentence or glued to a
word, numbers of social security, telephones and addresses of mail. Figures of medicine are left
alone: doses, pressures, volumes, beds, times.
Every repetition has an end, so that a text costs no more than its length.
"""

import re
import unicodedata
from collections.abc import Iterator

from dispatch.kernel.failures import Refused

CONTROL_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
"""A DNI's letter is its number modulo 23; I, O and U are none (``10000000U`` is a dose)."""

PHONE_DIGITS = 9
"""Of Spain."""

_BEFORE, _AFTER = r"(?<![A-Z0-9])(?<![0-9][.,/])", r"(?![^\W_]|[.,/][0-9])"
_MARKS = r"[ .,:/_()\-]{0,3}"
_DOCUMENT = re.compile(
    rf"{_BEFORE}(?P<number>[0-9]{{8}}|[0-9]{{2}}([ .,\-])[0-9]{{3}}\2[0-9]{{3}}"
    rf"|[XYZ]{_MARKS}(?:[0-9]{{7}}|[0-9]([ .\-])[0-9]{{3}}\3[0-9]{{3}}))"
    rf"(?P<gap>{_MARKS})(?P<letter>[{CONTROL_LETTERS}]){_AFTER}"
)
_TIGHT = re.compile(r"[XYZ]?-?[0-9.]{7,10}")
_GLUED = re.compile(
    rf"(?<![0-9])(?P<number>[0-9]{{8}}|[XYZ][0-9]{{7}}|[0-9]{{4}}([ .\-])[0-9]{{4}}"
    rf"|[0-9]{{2}}([ .\-])[0-9]{{2}}\3[0-9]{{2}}\3[0-9]{{2}}"
    rf"|[0-9]{{2}}([.,])[0-9]{{3}}\4[0-9]{{3}})(?P<gap>-?)(?P<letter>[{CONTROL_LETTERS}])"
)
"""Inside a word, or in groups that figures of medicine have too: only with its own letter."""

_NUMBERED = re.compile(
    r"(?:DNI|NIE|NIF|D\.N\.I)[^A-Z0-9]{0,4}(?:N[A-ZÚ]{0,5}[^A-Z0-9]{0,4})?"
    r"[XYZ]?(?:[ .,:/_\-]{0,2}[0-9]){7}"
    r"|(?:N[AU]?SS|N\.S\.S|SEGURETAT SOCIAL|SEGURIDAD SOCIAL|SOCIAL SECURITY)"
    r"[^A-Z0-9]{0,4}(?:[ .,:/_\-]{0,2}[0-9]){9}"
    r"|NHC[^A-Z0-9]{0,4}[0-9]{4}"
)
_SINGLE = re.compile(
    r"(?<![0-9])(?<![0-9][ .,/_\-])(?P<first>[0-9])(?P<mark>[ .,/_\-]{1,2})[0-9]"
    r"(?:(?P=mark)[0-9]){6,12}(?![0-9])"
)
"""One figure at a time: eight and more of them are no readings (proposed)."""

_EIGHT = re.compile(r"(?<![0-9])[0-9]{8}(?![0-9])")
"""A DNI without its letter, or the number of a record (proposed)."""

_SOCIAL = re.compile(
    r"(?<![0-9])(?:[0-9]{12}|[0-9]{4}([ .\-/])[0-9]{4}\1[0-9]{4}|[0-9]{2}[ .\-/]{1,3}"
    r"(?:[0-9]{4}[ .\-][0-9]{4}|[0-9]{2}([ .\-])[0-9]{2}\2[0-9]{2}\2[0-9]{2}"
    r"|[0-9]{2}[ .\-][0-9]{3}[ .\-][0-9]{3}|[0-9]{3}[ .\-][0-9]{3}[ .\-][0-9]{2})"
    r"[ .\-/]{1,3}[0-9]{2})(?![0-9])"
)
"""Of social security: province, number and two figures that check them."""

_DAY = rf"(?:0[1-9]|1[0-2]){_MARKS}(?:0[1-9]|[12][0-9]|3[01])"
_CIP = re.compile(
    rf"{_BEFORE}(?:CIP|TSI)?[A-Z]{{4}}{_MARKS}[01]{_MARKS}"
    rf"(?:[0-9]{{6}}|[0-9]{{2}}{_MARKS}{_DAY}){_MARKS}[0-9]{{2}}{_MARKS}[0-9]{_AFTER}"
)
_CIP_GLUED = re.compile(r"(?:[A-Z]{4}[01][0-9]{9}|[A-Z]{10}[0-9]{6})(?![0-9])")
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
        r"[6-9][0-9]{2},[0-9]{3},[0-9]{3}",
        r"[6-9][0-9]{3}[ .\-/][0-9]{5}",
        r"[6-9][0-9]{4}[ .\-/][0-9]{4}",
    )
)
_PHONE = re.compile(
    rf"(?<![0-9])(?<![0-9][.,/])(?:(?<![A-Z])|(?<=TEL)|(?<=TELF)|(?<=TF)|(?<=BIL)|(?<=VIL))"
    rf"(?:{_WHOLE}|(?:{_ABROAD}|{_GROUPS})(?!%|[.,/ ]?[0-9]))"
)
_CALLED = re.compile(
    r"(?<![^\W0-9_])(?:TELF?|TEL[EÈÉ]F[A-ZÒÓ]*|TLF|TFN?O?|M[OÒÓ]BILE?|M[OÓ]VIL|PHONE"
    r"|TRUC[A-Z]*|LLAM[A-Z]*|CALL)(?![^\W0-9_])[^A-Z0-9]{0,4}"
    r"(?:(?:AL?|EL|N[UÚ]M(?:ERO)?|Nº|N)[^A-Z0-9]{1,3}){0,2}"
    r"[6-9](?:[ .,/()_\-]{0,3}[0-9]){8}(?![0-9])"
)
"""After a word that says so, however it is grouped."""

_COUNTS = re.compile(r"[0-9]{3,4}0 [0-9]{3,4}0")
"""Two counts of cells in a row."""

_PHONE_GLUED = re.compile(r"(?<=[^\W0-9_])[6-9][0-9]{8}(?![0-9])")
_MEASURE = re.compile(r" ?(?:(?:ML|MCG|MG|G|KG|L|UI|U|MEQ|MMOL)(?![\w'’´`])|/ ?(?:L|ML|MM3)\b)")
"""A unit after round figures: volumes like 600 800 900 mL are no telephone."""


def require_nobody_in(text: str, *, field: str) -> None:
    """Nothing, or ``Refused``: ``patient_in_text``, ``phone_in_text``, ``mail_in_text``,
    without the words.
    """
    plain = _plain(text)
    if any(each.search(plain) for each in (_NUMBERED, _CIP, _CIP_GLUED, _CIP_SNS)):
        raise Refused("patient_in_text", field=field)
    if any(_is_document(found) for found in _DOCUMENT.finditer(plain)):
        raise Refused("patient_in_text", field=field)
    if _MAIL.search(plain):
        raise Refused("mail_in_text", field=field)
    if any(_has_a_telephone(plain)):
        raise Refused("phone_in_text", field=field)
    if any(_has_a_number(plain)):
        raise Refused("patient_in_text", field=field)


def _has_a_telephone(plain: str) -> Iterator[bool]:
    for found in _SINGLE.finditer(plain):
        yield found["first"] in "6789" and len(re.findall("[0-9]", found[0])) == PHONE_DIGITS
    for pattern in (_PHONE, _CALLED, _PHONE_GLUED):
        for found in pattern.finditer(plain):
            yield not _is_measure(found, plain) and not _COUNTS.fullmatch(found[0])


def _has_a_number(plain: str) -> Iterator[bool]:
    """Of somebody, without the spelling that a document has."""
    yield _SINGLE.search(plain) is not None
    for found in _EIGHT.finditer(plain):
        yield not _is_measure(found, plain)
    for found in _GLUED.finditer(plain):
        yield _has_its_letter(found)
    for found in _SOCIAL.finditer(plain):
        yield _checks(re.sub("[^0-9]", "", found[0]))


def _is_measure(found: re.Match[str], plain: str) -> bool:
    return _MEASURE.match(plain, found.end()) is not None and _is_round(found[0])


def _checks(social: str) -> bool:
    """Whether the last two figures are those of the others: their remainder by 97."""
    province, number, check = social[:2], social[2:10], int(social[10:])
    whole = f"{province}{number[1:]}" if number.startswith("0") else f"{province}{number}"
    return int(whole) % 97 == check


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
    return _has_its_letter(found)


def _has_its_letter(found: re.Match[str]) -> bool:
    first = found["number"][0]
    figures = re.sub(r"[^0-9]", "", found["number"])
    digits = f"{'XYZ'.index(first)}{figures}" if first in "XYZ" else figures
    return CONTROL_LETTERS[int(digits) % 23] == found["letter"]


def _is_round(number: str) -> bool:
    return all(group.endswith("0") for group in re.findall("[0-9]+", number))
