"""Turns the text of ``bases.csv`` into the places where units wait."""

from dataclasses import dataclass

from dispatch.kernel.columns import decimal, filled, matching, unique
from dispatch.kernel.faults import Faulty
from dispatch.kernel.tables import Row, read_table
from dispatch.network.hospital_columns import (
    CODE_ALLOWED,
    CODE_PATTERN,
    LAT_HIGH,
    LAT_LOW,
    LON_HIGH,
    LON_LOW,
)

BASE_COLUMNS = (
    unique(matching("id", CODE_PATTERN, allowed=CODE_ALLOWED)),
    filled("municipality"),
    decimal("lat", LAT_LOW, LAT_HIGH),
    decimal("lon", LON_LOW, LON_HIGH),
    filled("provenance"),
)


@dataclass(frozen=True)
class Base:
    """A place where units wait. ``lat`` and ``lon`` are WGS84 degrees."""

    base_id: str
    municipality: str
    lat: float
    lon: float
    provenance: str


class InvalidBases(Faulty):
    """The bases file can't be used."""


def parse_bases(content: str | bytes, *, file: str = "bases.csv") -> tuple[Base, ...]:
    """The bases in file order. Raises ``InvalidBases`` with every fault."""
    table = read_table(content, file=file, columns=BASE_COLUMNS)
    if table.faults:
        raise InvalidBases(table.faults)
    return tuple(_base(row) for row in table.rows)


def _base(row: Row) -> Base:
    return Base(
        base_id=row.cells["id"],
        municipality=row.cells["municipality"],
        lat=float(row.cells["lat"]),
        lon=float(row.cells["lon"]),
        provenance=row.cells["provenance"],
    )
