"""Turns the text of ``hospitals.csv`` into the network, or says everything wrong with it."""

from dispatch.kernel.faults import Fault, Faulty
from dispatch.network.check_network import check
from dispatch.network.hospital import hospital_of
from dispatch.network.hospital_columns import read_hospital_rows
from dispatch.network.network import Network


class InvalidNetwork(Faulty):
    """The hospitals file breaks a rule; the network can't be trusted and isn't made."""


def parse_hospitals(content: str | bytes, *, file: str = "hospitals.csv") -> Network:
    """The network of a hospitals file. Raises ``InvalidNetwork`` with every fault."""
    faults = check(content, file)
    if faults:
        raise InvalidNetwork(faults)
    rows = read_hospital_rows(content, file=file).rows
    made = (hospital_of(row) for row in rows)
    return Network({each.code: each for each in made})


def read_faults(content: str | bytes, *, file: str = "hospitals.csv") -> tuple[Fault, ...]:
    """Only the faults of form: columns, cells, words, numbers. ``check`` adds the rules."""
    return read_hospital_rows(content, file=file).faults
