"""What a telephone is: one number that somebody can dial, and nothing that says who one is.

Screens and the printed sheet show it, and the log keeps it for ever.
"""

import re
import unicodedata

from dispatch.kernel.failures import Refused

_PLACES = "|".join(
    (
        *("TEL", "TELF", "TELEFON[O]?", "TELEPHONE", "PHONE", "MOBIL", "MOVIL", "MOBILE"),
        *("FIX", "FIJO", "DIRECTE", "DIRECTO", "DIRECT", "BUSCA", "BEEPER", "PAGER"),
        *("CENTRALETA", "CENTRALITA", "SWITCHBOARD", "GUARDIA", "SALA", "WARD", "PLANTA"),
        *("EXT", "EXTENSION?", "INT", "INTERN[O]?", "BOX", "CONTROL", "QUIROFAN[O]?"),
        *("UCI", "ICU", "UCIP", "PICU", "UCIN", "NICU", "UCIC", "REA", "REANIMACIO[N]?"),
        *("SEMICRITICS", "SEMICRITICOS", "URG", "URGENCIES", "URGENCIAS", "ED", "A&E"),
        *("PEDIATRIA", "OBSTETRICIA", "MEDICINA", "CIRURGIA", "CIRUGIA", "SEM", "SVA", "SVI"),
    )
)
"""Words that say where it rings. A closed list: any other word may be somebody's name."""

_PHONE = re.compile(
    rf"(?:(?:{_PLACES})(?:[.:]+ *| +))*"
    r"(?P<number>\+?[0-9(][0-9 ().\-/]*)"
    r"(?:[ ,;/\-]*(?:EXT|EXTENSION?|INT|INTERN[O]?|X)[.:]* *[0-9]{1,6})?"
)
_NUMBER = re.compile(r"[0-9]{3,6}|(?:(?:\+|00)?34)?[6-9][0-9]{8}|(?:\+|00)(?!34|0)[0-9]{9,15}")
"""Inside the hospital, of Spain, or of another country by its code.

Eight digits are a DNI without its letter, and ten those of a CIP: neither is a number here.
"""


def require_phone(text: str, *, field: str) -> None:
    """Nothing, or ``Refused("phone_invalid")`` without the words."""
    if _number(text) is None:
        raise Refused("phone_invalid", field=field)


def dialled(text: str) -> str:
    """What a telephone dials: an extension is asked for by voice, or another one would ring.

    What the log holds from before these rules is dialled by its digits.
    """
    return _number(text) or re.sub(r"[^+0-9]", "", text)


def _number(text: str) -> str | None:
    """The number without what stands around and between its digits."""
    apart = unicodedata.normalize("NFD", text.upper())
    plain = "".join(mark for mark in apart if not unicodedata.combining(mark))
    found = _PHONE.fullmatch(plain.strip())
    if found is None:
        return None
    number = re.sub(r"[^+0-9]", "", found["number"].replace("(0)", ""))
    return number if _NUMBER.fullmatch(number) else None
