"""What the command line says, in the language of the terminal, and how it ends.

0 went well; 1 something was found that people must look at; 2 it could not be done, and one
sentence on standard error says why; 130 broken off with Ctrl-C before it had begun.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

import rich_click as click
import uvloop
from rich.console import Console
from rich.text import Text

from dispatch.i18n import Catalogue, Language, best_language, catalogue
from dispatch.kernel import Refused, Unavailable
from dispatch.kernel.failures import Fact
from dispatch.kernel.faults import Faulty

FOUND, FAILED, BROKEN_OFF = 1, 2, 130

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def language() -> Language:
    """``CSI_LANGUAGE``, else that of the terminal, else English."""
    names = ("CSI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((os.environ[name] for name in names if os.environ.get(name)), None)
    return best_language(wanted, "en")


def words() -> Catalogue:
    """The texts in that language."""
    return catalogue(language())


def text(message: str, /, **facts: object) -> str:
    """One text with its facts."""
    return words().say(message, facts)


def tell(message: str, /, **facts: object) -> None:
    """One line for people on standard output."""
    out.print(Text(text(message, **facts)), soft_wrap=True)


def step(line: str) -> None:
    """A line of progress, so that nobody wonders whether it still works."""
    out.print(Text(f"  {line}", style="dim"), soft_wrap=True)


def sentence(failure: Refused | Unavailable) -> str:
    """What can't be done and why, as one sentence with its details after it."""
    if isinstance(failure, Unavailable):
        known, facts = f"unavailable-{failure.what}", _plain(failure.facts)
        fallback = text("unavailable-unknown", what=failure.what)
    else:
        known = f"refused-{failure.code}"
        facts = _plain({"field": failure.field, **failure.facts})
        fallback = text("refused-unknown", code=failure.code)
    said = words().say(known, facts) if words().has(known) else fallback
    details = [str(facts[name]) for name in ("reason", "log") if facts.get(name)]
    return "\n".join([said, *details])


def _plain(facts: Mapping[str, Fact]) -> dict[str, object]:
    """The facts with numbers as they are typed: a port is 8061, not 8,061."""
    return {name: None if fact is None else str(fact) for name, fact in facts.items()}


def fail(line: str, *, code: int = FAILED) -> NoReturn:
    """End the program with a sentence on standard error."""
    err.print(Text(line), soft_wrap=True)
    sys.exit(code)


@contextmanager
def known_failures() -> Iterator[None]:
    """What is refused, unavailable or faulty ends in a sentence; a defect still falls."""
    try:
        yield
    except (Refused, Unavailable) as failure:
        fail(sentence(failure))
    except Faulty as faulty:
        for fault in faulty.faults:
            err.print(Text(str(fault)), soft_wrap=True)
        fail(text("cli-faults", count=len(faulty.faults)), code=FOUND)
    except (KeyboardInterrupt, click.Abort):
        fail(text("cli-broken-off"), code=BROKEN_OFF)


def run(act: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run an asynchronous command to its end, or to a sentence."""
    with known_failures(), asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(act())
