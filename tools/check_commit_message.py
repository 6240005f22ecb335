"""Checks a commit message: ``room: Sentence in the imperative.``, 72 characters at most.

Run by the commit-msg hook with the file that holds the message.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

SUBJECT_MAX_CHARACTERS = 72
SUBJECT = re.compile(r"(?P<room>[a-z][a-z0-9-]*): (?P<first>[A-Z][\w'-]*)( .*)?\.")
MADE_BY_GIT = ("Merge ", "Revert ", "fixup! ", "squash! ", "amend! ")
NOT_IMPERATIVE = re.compile(
    r"(add|chang|clos|creat|fix|handl|improv|introduc|mak|mov|remov|renam|updat|us|writ)"
    r"(s|es|ed|ing)"
)
ROOMS_WITHOUT_FOLDER = {"build", "ci", "make", "project"}


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong with the message; 1 when there is something."""
    path, *_ = arguments
    root = Path(__file__).resolve().parents[1]
    message = Path(path).read_text(encoding="utf-8")
    faults = tuple(faults_in(message, rooms_of(root)))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def rooms_of(root: Path) -> frozenset[str]:
    """The rooms of ``dispatch``, the folders beside it, and what has no folder."""
    folders = (*(root / "dispatch").iterdir(), *root.iterdir())
    named = {path.name for path in folders if path.is_dir() and path.name[0] not in "._"}
    return frozenset(named | ROOMS_WITHOUT_FOLDER)


def faults_in(message: str, rooms: frozenset[str]) -> Iterator[str]:
    """Sentences that say what to change; none for a good message or one made by git."""
    lines = [line for line in message.splitlines() if not line.startswith("#")]
    subject = lines[0] if lines else ""
    if subject.startswith(MADE_BY_GIT):
        return
    if len(subject) > SUBJECT_MAX_CHARACTERS:
        yield f"The first line has {len(subject)} characters, {SUBJECT_MAX_CHARACTERS} fit."
    if len(lines) > 1 and lines[1].strip():
        yield "The second line must be empty."
    parts = SUBJECT.fullmatch(subject)
    if parts is None:
        yield "The first line must read like “routing: Count the wait at the bedside.”"
        return
    if parts["room"] not in rooms:
        yield f"There is no room “{parts['room']}”: {', '.join(sorted(rooms))}."
    if NOT_IMPERATIVE.fullmatch(parts["first"].lower()):
        yield f"Say what the commit does as an order: “{parts['first']}” is none."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
