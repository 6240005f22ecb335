"""The methods by name; a module is imported only when its method is called."""

from typing import NamedTuple

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


def method_of(name: str, /) -> Method:
    """The function behind the name. Raises ``KeyError`` for an unknown one."""
    # Imported here so that a process pays, in seconds and memory, for one method only.
    match name:
        case "ours":
            from bench.ours import ours as found  # noqa: PLC0415
        case "nearest-idle":
            from bench.peers.quick import nearest_idle as found  # noqa: PLC0415
        case "earliest":
            from bench.peers.quick import earliest_arrival as found  # noqa: PLC0415
        case "hungarian":
            from bench.peers.hungarian import hungarian as found  # noqa: PLC0415
        case "routing":
            from bench.peers.ortools_routing import routing as found  # noqa: PLC0415
        case "vroom":
            from bench.peers.vroom_routes import vroom_routes as found  # noqa: PLC0415
        case "pyvrp":
            from bench.peers.pyvrp_routes import pyvrp_routes as found  # noqa: PLC0415
        case _:
            raise KeyError(name)
    return found
