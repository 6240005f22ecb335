"""The bytes of a data file as text, in the encodings that editors and spreadsheets write."""

import codecs

from dispatch.kernel.faults import Fault

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WINDOWS = "cp1252"
SMALL = "àèìòùáéíóúäëïöüâêîôûãõçñ"
LETTERS = frozenset(SMALL + SMALL.upper() + "·’‘“”–—«»¿¡ªº°€…\xa0")
"""What is read from the older encoding of Windows without doubt, for it is written here."""

REMEDY = "text in UTF-8; in a spreadsheet: save as CSV UTF-8"


def decoded(content: str | bytes, file: str) -> str | Fault:
    """The text without its byte order mark, or the one fault of the file."""
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    found = (each for each in MARKS if content.startswith(each[0]))
    mark, encoding = next(found, (b"", "utf-8"))
    try:
        text = content.removeprefix(mark).decode(encoding)
    except UnicodeDecodeError as error:
        return _older(content) or _fault(content, error, file)
    if "\0" in text:
        return Fault(file, 1, "", "\\x00", REMEDY, "not_utf8")
    return text


def _older(content: bytes) -> str | None:
    """Read as Windows wrote it, when every letter beyond ASCII is one of ours."""
    try:
        text = content.decode(WINDOWS)
    except UnicodeDecodeError:
        return None
    foreign = {letter for letter in text if not letter.isascii()} - LETTERS
    return None if foreign or "\0" in text else text


def _fault(content: bytes, error: UnicodeDecodeError, file: str) -> Fault:
    line = content.count(b"\n", 0, error.start) + 1
    found = "".join(f"\\x{byte:02x}" for byte in content[error.start : error.end])
    return Fault(file, line, "", found, REMEDY, "not_utf8")
