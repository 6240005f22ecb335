"""The two failures a caller may expect. Everything else is a defect and is let fall."""

from collections.abc import Iterator
from contextlib import contextmanager

Fact = str | int | float | bool | None


class Refused(Exception):  # noqa: N818 -- the protocol's own word, on screens and in documents
    """The protocol or the input rules say no.

    ``code`` is stable, documented in ``docs/refusals.md`` and translated on every screen as
    ``refused-<code>``; ``facts`` fill the sentence (which field, what is allowed). ``field``
    names the field at fault, in the form of a JSON pointer without the leading slash.
    """

    def __init__(self, code: str, /, *, field: str | None = None, **facts: Fact) -> None:
        self.code = code
        self.field = field
        self.facts = facts
        super().__init__(code, facts)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code


class Unavailable(Exception):  # noqa: N818 -- reads as the sentence shown to people
    """The world failed: the database, the disk, the solver's process. Retried or shown."""

    def __init__(self, what: str, /, **facts: Fact) -> None:
        self.what = what
        self.facts = facts
        super().__init__(what, facts)


@contextmanager
def one_failure() -> Iterator[None]:
    """Tasks fall in a group, even one alone. Where all of them fell because the world failed,
    the first is raised by itself: people read one sentence.
    """
    try:
        yield
    except ExceptionGroup as fallen:
        known, others = fallen.split(Unavailable)
        if known is None or others is not None:
            raise
        first: BaseException = known
        while isinstance(first, BaseExceptionGroup):
            first = first.exceptions[0]
        raise first from None
