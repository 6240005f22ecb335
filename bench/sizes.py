"""What is drawn, how often, and for how long every method may think."""

from typing import Literal, NamedTuple

Map = Literal["catalonia", "plane"]


class Size(NamedTuple):
    """One kind of instance: how many transfers are open and which units there are."""

    name: str
    transfers: int
    units: int
    paediatric: int
    helicopters: int
    map: Map
    limit_s: float

    @property
    def label(self) -> str:
        """The name with its two counts, transfers first."""
        return f"{self.name} {self.transfers:,} × {self.units:,}".replace(",", " ")


SIZES = {
    each.name: each
    for each in (
        Size("normal", 6, 40, 2, 3, "catalonia", 1.0),
        Size("surge", 60, 60, 3, 4, "catalonia", 5.0),
        Size("disaster", 300, 150, 8, 6, "catalonia", 5.0),
        Size("continental", 3000, 2000, 100, 80, "plane", 10.0),
    )
}
"""The four sizes that are compared; the rest of the units are three doctors to two nurses."""

BETWEEN = {
    each.name: each
    for each in (
        Size("twenty", 20, 40, 2, 3, "catalonia", 5.0),
        Size("wave", 120, 90, 4, 6, "catalonia", 5.0),
        Size("region", 1000, 600, 30, 24, "plane", 10.0),
    )
}
"""Sizes in between, for how the cost of a plan grows; ours and the quick methods only."""

ALL = {**SIZES, **BETWEEN}


class Amount(NamedTuple):
    """How many seeds of a size: for every method, for ours alone, for ten times the time."""

    everyone: int
    ours: int
    tenfold: int = 0


FULL = {
    "normal": Amount(20, 100),
    "surge": Amount(20, 100),
    "disaster": Amount(20, 20),
    "continental": Amount(3, 3, tenfold=1),
    "twenty": Amount(0, 5),
    "wave": Amount(0, 5),
    "region": Amount(0, 3),
}
"""The whole comparison, about three quarters of an hour on two cores."""

QUICK = {
    "normal": Amount(3, 5),
    "surge": Amount(1, 9),
    "disaster": Amount(1, 1),
    "twenty": Amount(0, 1),
}
"""A few minutes: whether everything works, never a result to publish."""
