"""A text of vignettes (``csi-vignettes/1``) to patients, or every fault by its path.

One vignette, a list of them, or the published document with its ``vignettes`` and
``checklist_cases``. What it expects and why is not read.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TypeGuard

from msgspec import Struct

from dispatch.assessment.input_fault import InputFault, below, fault_at
from dispatch.assessment.json_text import GivenTwice, NotJson, read_json
from dispatch.assessment.parse_inputs import parse_inputs
from dispatch.assessment.values import PatientValues

SCHEMA = "csi-vignettes/1"
DOCUMENT_KEYS = ("schema", "rules", "vignettes", "checklist_cases")
VIGNETTE_KEYS = ("id", "title", "inputs", "expected", "why", "confirmed_doubts")
ANSWERS_KEYS = ("id", "title", "answers", "agreed", "why")
LONGEST_ID = 200
"""Characters of an identifier."""


class Vignette(Struct, frozen=True):
    """One patient as written. ``path`` is where in the text; ``confirmed_doubts``: unusual
    values that are right as they are, as ``inputs/key=value``.
    """

    vignette_id: str
    path: str
    values: PatientValues
    confirmed_doubts: tuple[str, ...] = ()


class ChecklistAnswers(Struct, frozen=True):
    """Answers to a checklist as written; None is a question nobody has answered."""

    vignette_id: str
    path: str
    answers: dict[str, bool | None]


class Parsed(Struct, frozen=True):
    """What the text holds, in its order. With ``faults`` nothing of it is to be used."""

    items: tuple[Vignette | ChecklistAnswers, ...]
    faults: tuple[InputFault, ...]

    @property
    def vignettes(self) -> tuple[Vignette, ...]:
        """The patients alone."""
        return tuple(item for item in self.items if isinstance(item, Vignette))


Item = Vignette | ChecklistAnswers | InputFault


def parse_vignettes(text: str | bytes, /, *, now_at: datetime) -> Parsed:
    """Everything in the text. ``now_at`` is what instants in it may not lie ahead of."""
    try:
        document = read_json(text)
    except NotJson as wrong:
        place = str(wrong) or None
        return Parsed((), (fault_at("", "not_json", allowed="JSON, UTF-8", value=place),))
    found = tuple(_document(document, now_at))
    items = tuple(item for item in found if not isinstance(item, InputFault))
    faults = tuple(item for item in found if isinstance(item, InputFault))
    return Parsed(items, faults or tuple(_named_twice(items)))


def _document(document: object, now_at: datetime) -> Iterator[Item]:
    if isinstance(document, list):
        yield from _items(document, "", now_at)
    elif isinstance(document, dict) and {"vignettes", "checklist_cases"} & document.keys():
        yield from _strange_keys(document, "", DOCUMENT_KEYS)
        if document.get("schema", SCHEMA) != SCHEMA:
            wrong = document["schema"]
            yield fault_at("schema", "not_one_of", allowed=SCHEMA, value=wrong)
        for key in ("vignettes", "checklist_cases"):
            given = document.get(key, [])
            if isinstance(given, list):
                yield from _items(given, key, now_at)
            else:
                yield fault_at(key, "not_an_object", allowed="[…]", value=given)
    else:
        yield from _item(document, "", now_at)


def _items(given: list[object], path: str, now_at: datetime) -> Iterator[Item]:
    for index, each in enumerate(given):
        yield from _item(each, f"{path}[{index}]", now_at)


def _item(given: object, path: str, now_at: datetime) -> Iterator[Item]:
    if not isinstance(given, dict):
        yield fault_at(path, "not_an_object", allowed="{…}", value=given)
        return
    is_checklist = "answers" in given and "inputs" not in given
    yield from _strange_keys(given, path, ANSWERS_KEYS if is_checklist else VIGNETTE_KEYS)
    name = given.get("id", "")
    if not _is_name(name):
        yield _nameless(given, below(path, "id"))
        name = ""
    if is_checklist:
        yield from _answers(name, given["answers"], path)
    elif "inputs" not in given:
        yield fault_at(below(path, "inputs"), "missing", allowed="{…}")
    else:
        read = parse_inputs(given["inputs"], below(path, "inputs"), now_at=now_at)
        if isinstance(read, tuple):
            yield from read
        else:
            confirmed = given.get("confirmed_doubts", [])
            if isinstance(confirmed, list) and all(isinstance(x, str) for x in confirmed):
                yield Vignette(name, path, read, tuple(confirmed))
            else:
                inside = below(path, "confirmed_doubts")
                yield fault_at(inside, "not_a_text", allowed="[…]", value=confirmed)


def _is_name(name: object) -> TypeGuard[str]:
    return isinstance(name, str) and 0 < len(name) <= LONGEST_ID and name.isprintable()


def _nameless(given: Mapping[str, object], path: str) -> InputFault:
    allowed = f"1–{LONGEST_ID}"
    if given.get("id") is None:
        return fault_at(path, "missing", allowed=allowed)
    return fault_at(path, "not_a_text", allowed=allowed, value=given["id"])


def _answers(name: str, given: object, path: str) -> Iterator[Item]:
    inside = below(path, "answers")
    if not isinstance(given, dict):
        yield fault_at(inside, "not_an_object", allowed="{…}", value=given)
        return
    answers: dict[str, bool | None] = {}
    for key, answer in given.items():
        if answer is None or isinstance(answer, bool):
            answers[key] = answer
        else:
            allowed = "true, false, null"
            yield fault_at(below(inside, key), "not_yes_or_no", allowed=allowed, value=answer)
    yield ChecklistAnswers(name, path, answers)


def _strange_keys(
    given: Mapping[str, object], path: str, known: tuple[str, ...]
) -> Iterator[InputFault]:
    for key, value in given.items():
        if key not in known:
            allowed = ", ".join(known)
            yield fault_at(below(path, key), "unknown_key", allowed=allowed, value=value)
        elif isinstance(value, GivenTwice):
            yield fault_at(below(path, key), "given_twice", value=value.values)


def _named_twice(items: tuple[Vignette | ChecklistAnswers, ...]) -> Iterator[InputFault]:
    """Assessments of one patient may share its id if each says when it was made."""
    seen: dict[str, list[Vignette | ChecklistAnswers]] = {}
    for item in items:
        earlier = seen.setdefault(item.vignette_id, [])
        if earlier and not all(_is_timed(each) for each in (*earlier, item)):
            path, name = below(item.path, "id"), item.vignette_id
            yield fault_at(path, "named_twice", allowed="assessed_at", value=name)
        earlier.append(item)


def _is_timed(item: Vignette | ChecklistAnswers) -> bool:
    return isinstance(item, Vignette) and item.values.assessed_at is not None
