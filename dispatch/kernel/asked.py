"""What is asked back before it is stored, and the answer that it is right as it is."""

from collections.abc import Iterable

from msgspec import Struct

from dispatch.kernel.failures import Fact, Refused


class Asked(Struct, frozen=True):
    """One question. ``field`` is where the value stands, ``code`` is translated as
    ``page-doubt-<code>``; ``slip``, if any, as ``slip-<code>``. ``beside`` is the value, as
    ``field=value``, that this one contradicts, and ``other`` that value itself.
    """

    code: str
    field: str
    value: float | str
    usual: str
    slip: str = ""
    beside: str = ""
    other: float | str | None = None

    @property
    def confirmation(self) -> str:
        """What a person says to confirm: this value in this field, beside that, no other."""
        value = self.value if isinstance(self.value, str) else f"{self.value:g}"
        said = f"{self.field}={value}"
        return f"{said} & {self.beside}" if self.beside else said

    @property
    def facts(self) -> dict[str, Fact]:
        """The facts of its sentence."""
        told: dict[str, Fact] = {"field": self.field, "value": self.value, "usual": self.usual}
        return told if self.other is None else {**told, "other": self.other}


class Doubtful(Refused):
    """Values that are possible and hardly ever true: nothing is stored until they are confirmed
    or corrected.
    """

    def __init__(self, code: str, asked: tuple[Asked, ...], /) -> None:
        told = ", ".join(each.confirmation for each in asked)
        super().__init__(code, field=asked[0].field, doubts=told)
        self.asked = asked


def require_confirmed(asked: Iterable[Asked], confirmed: Iterable[str]) -> tuple[str, ...]:
    """The doubts that somebody confirmed, to be recorded. Raises ``Doubtful`` with others."""
    given = frozenset(confirmed)
    questions = tuple(asked)
    open_ones = tuple(each for each in questions if each.confirmation not in given)
    if open_ones:
        raise Doubtful("doubts_unconfirmed", open_ones)
    return tuple(each.confirmation for each in questions)
