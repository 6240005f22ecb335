"""The methods by name; a module is imported only when its method is called."""

from pkgutil import resolve_name
from typing import NamedTuple, cast

from bench.question import Method


class Entry(NamedTuple):
    """``title`` is what tables print; one that ``searches`` is given seconds."""

    name: str
    title: str
    package: str = ""
    searches: bool = False


METHODS = {
    each.name: each
    for each in (
        Entry("ours", "CSI Dispatch", searches=True),
        Entry("nearest-idle", "nearest idle unit"),
        Entry("earliest", "earliest arrival, busy units included"),
        Entry("hungarian", "Hungarian, in rounds", "scipy"),
        Entry("routing", "OR-Tools routing", "ortools", searches=True),
        Entry("vroom", "VROOM", "pyvroom", searches=True),
        Entry("pyvrp", "PyVRP", "pyvrp", searches=True),
    )
}


_PLACES = {
    "ours": "bench.ours:ours",
    "in-server": "bench.in_server:in_server",
    "nearest-idle": "bench.peers.quick:nearest_idle",
    "earliest": "bench.peers.quick:earliest_arrival",
    "hungarian": "bench.peers.hungarian:hungarian",
    "routing": "bench.peers.ortools_routing:routing",
    "vroom": "bench.peers.vroom_routes:vroom_routes",
    "pyvrp": "bench.peers.pyvrp_routes:pyvrp_routes",
}


def method_of(name: str, /) -> Method:
    """The function behind the name. Raises ``KeyError`` for an unknown one.

    ``in-server`` is ours as the server asks it; it is compared with nobody. Imported here so
    that a process pays, in seconds and memory, for one method only.
    """
    return cast("Method", resolve_name(_PLACES[name]))
