"""Faults of a data file: each says where, what was found, and what is allowed there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one place of a file.

    ``line`` counts from 1 and includes the header; 0 means the file as a whole. ``column`` is
    empty when the whole line is at fault. ``allowed`` completes the sentence "allowed: …".
    ``code`` is stable and snake_case.
    """

    file: str
    line: int
    column: str
    value: str
    allowed: str
    code: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" + (f" {self.column}" if self.column else "")
        return f"{place}: {self.value!r} ({self.code}); allowed: {self.allowed}"


class Faulty(Exception):  # noqa: N818 -- reads as what is said of the file
    """A file can't be used; ``faults`` holds everything wrong with it, in file order."""

    def __init__(self, faults: tuple[Fault, ...], /) -> None:
        self.faults = faults
        super().__init__(faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


def in_file_order(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """The same faults from the top of the file to its bottom, without repetitions."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.line))
