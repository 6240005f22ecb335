"""What is asked back before it is stored, and the answer that it is right as it is."""

from collections.abc import Iterable

from msgspec import Struct

from dispatch.kernel.failures import Fact, Refused


class Asked(Struct, frozen=True):
    """One question. ``field`` is where the value stands, ``code`` is translated as
    ``page-doubt-<code>``; ``slip``, if any, as ``slip-<code>``.
    """

    code: str
    field: str
    value: float
    usual: str
    slip: str = ""

    @property
    def confirmation(self) -> str:
        """What a person says to confirm: this value in this field, and no other."""
        return f"{self.field}={self.value:g}"

    @property
    def facts(self) -> dict[str, Fact]:
        """The facts of its sentence."""
        return {"field": self.field, "value": self.value, "usual": self.usual}


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
