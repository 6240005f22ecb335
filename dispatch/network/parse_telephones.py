"""Turns the text of an installation's telephone list into numbers by whom they reach.

The list is the installation's own (``CSI_TELEPHONES``): none is shipped, none is invented.
"""

from collections.abc import Mapping

from dispatch.kernel.columns import filled, matching, unique
from dispatch.kernel.faults import Faulty
from dispatch.kernel.tables import read_table

TELEPHONE = r"[+(]?[0-9][0-9 ().-]{2,28}"

TELEPHONE_COLUMNS = (
    unique(filled("of")),
    matching("telephone", TELEPHONE, allowed="digits, spaces, + ( ) . -"),
)


class InvalidTelephones(Faulty):
    """The telephone list can't be used."""


def parse_telephones(
    content: str | bytes, *, file: str = "telephones.csv"
) -> Mapping[str, str]:
    """Telephone by the code of a hospital, the call sign of a unit, or any other name.

    Raises ``InvalidTelephones`` with every fault.
    """
    table = read_table(content, file=file, columns=TELEPHONE_COLUMNS)
    if table.faults:
        raise InvalidTelephones(table.faults)
    return {row.cells["of"]: row.cells["telephone"] for row in table.rows}
