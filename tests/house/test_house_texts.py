"""Every sentence that the code can say exists, in Catalan, Spanish and English alike."""

import re
from functools import cache
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from dispatch.assessment import news2, phoenix, qsofa, sirs, sofa
from dispatch.assessment.classification import Classification
from dispatch.assessment.fields import FIELDS
from dispatch.assessment.finding import Detection
from dispatch.assessment.gate import WhyNot
from dispatch.assessment.input_fault import Problem
from dispatch.assessment.pairs import ADULT_PAIRS, CHILD_PAIRS
from dispatch.assessment.priority import Condition
from dispatch.assessment.values import AdultValues, ChildValues
from dispatch.checklist.reasons import REASONS
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import Activity
from dispatch.identity import Role
from dispatch.transfer.decision import DecisionKind
from dispatch.transfer.stage import Stage
from tests.house.tree import ROOT, console, nothing_in, texts
from tools.gen_refusals import codes, raised
from tools.wire_schema import event_names

LANGUAGES = ("ca", "es", "en")
LITERAL = re.compile(r"\b(?:t|say|said|Line)\(\s*(?:\w+,\s*)?[\"']([a-z][\w-]*)[\"']")
BEGINNING = re.compile(r"\b(?:t|say|text|tell|Line)\(\s*f?[`\"']([a-z][\w-]*-)\$?\{")
AT_THE_COMMAND_LINE = re.compile(r"\b(?:text|tell)\(\s*[\"']([a-z][\w-]*)[\"']")
FAMILIES = {
    "stage": Stage,
    "role": Role,
    "activity": Activity,
    "condition": Condition,
    "classification": Classification,
    "detection": Detection,
    "unit-type": UnitType,
}
GIVES_REASONS = {
    "dispatch/routing/explain.py": re.compile(
        r"(?:NotChosen\(\s*unit\.id,\s*|return )\"([a-z]\w*)\""
    ),
    "dispatch/routing/problem/unserved.py": re.compile(r"return \"([a-z]\w*)\""),
    "dispatch/transfer/stability.py": re.compile(r"Why\(\"([a-z]\w*)\""),
}
ASSESSMENT = "dispatch/assessment/"
FINDING = re.compile(r"(?:Finding\(|code = )\"([a-z_]+)\"")
DOUBT = re.compile(r"Doubt\(\"([a-z]\w*)\"")
WORKED_OUT = {
    "dispatch/store/postgres/connections.py": "the codes of the constraints stand in RULES",
    "dispatch/cli/watch.py": "the code that the server answered",
    "dispatch/web/pages/trouble.py": "what the framework refuses, as in problems.py",
}


@cache
def messages(language):
    """Message id → names of the facts it uses."""
    found = {}
    for path in sorted((ROOT / "dispatch/i18n" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message):
                found[entry.id.name] = _facts(entry)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_file_has_a_fault(language):
    nothing_in(
        f"{path.name}: {entry.content}"
        for path in (ROOT / "dispatch/i18n" / language).glob("*.ftl")
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, fluent.Junk)
    )


@pytest.mark.parametrize("language", ["es", "en"])
def test_languages_have_the_same_sentences_as_catalan(language):
    nothing_in(set(messages("ca")) ^ set(messages(language)))


@pytest.mark.parametrize("language", ["es", "en"])
def test_translations_use_the_facts_that_catalan_uses(language):
    nothing_in(
        f"{name}: ca {sorted(facts)}, {language} {sorted(messages(language)[name])}"
        for name, facts in messages("ca").items()
        if messages(language).get(name, facts) != facts
    )


def test_every_refusal_has_its_sentence():
    nothing_in(code for code in codes("Refused") if f"refused-{code}" not in messages("ca"))


def test_every_failure_of_the_world_has_its_sentence():
    nothing_in(
        code for code in codes("Unavailable") if f"unavailable-{code}" not in messages("ca")
    )


def test_codes_of_refusals_are_written_out():
    nothing_in(
        f"{each.where}:{each.line}"
        for each in raised()
        if each.code is None and each.where not in WORKED_OUT
    )


def test_codes_are_in_snake_case():
    found = {*codes("Refused"), *codes("Unavailable")}
    nothing_in(code for code in found if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", code))


def test_every_event_has_its_sentence():
    wanted = ["event-" + name.replace(".", "-") for name in event_names()]
    nothing_in(name for name in wanted if name not in messages("ca"))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_of_the_wire_has_its_translation(family):
    wanted = [f"{family}-{each.value}" for each in FAMILIES[family]]
    nothing_in(name for name in wanted if name not in messages("ca"))


def test_every_decision_says_what_is_asked_and_what_may_be_done():
    wanted = {
        f"{family}-{kind}"
        for kind in get_args(DecisionKind)
        for family in ("decision", "decision-do")
    }
    nothing_in(wanted - set(messages("ca")))


def test_every_reason_to_decline_has_its_words():
    nothing_in(code for code in REASONS if f"reason-{code}" not in messages("ca"))


def test_every_reason_of_a_plan_has_its_words():
    nothing_in(code for code in _plan_codes() if f"why-{code}" not in messages("ca"))


def test_reasons_of_a_plan_are_found_where_they_are_given():
    assert {"would_delay", "as_good", "switches_crew", "shift_ends", "diversion_gains"} <= set(
        _plan_codes()
    )


@pytest.mark.parametrize("score", [sofa, qsofa, sirs, news2, phoenix])
def test_every_score_and_its_parts_have_their_words(score):
    wanted = {f"score-{scale.score}" for scale in score.SCALES}
    wanted |= {f"part-{scale.part}" for scale in score.SCALES}
    nothing_in(wanted - set(messages("ca")))


@pytest.mark.parametrize(
    ("family", "kind"), [("gate", WhyNot), ("input", Problem), ("risk", news2.Risk)]
)
def test_every_code_of_an_assessment_has_its_sentence(family, kind):
    nothing_in({f"{family}-{code}" for code in get_args(kind)} - set(messages("ca")))


def test_every_value_of_an_assessment_has_its_name():
    keys = {field.key for fields in FIELDS.values() for field in fields}
    nothing_in({f"value-{key}" for key in keys} - set(messages("ca")))


CLASHING = {
    pair.code
    for pairs, kind in ((ADULT_PAIRS, AdultValues), (CHILD_PAIRS, ChildValues))
    for pair in pairs
    if {pair.reads, pair.beside} <= set(kind.__struct_fields__)
}
"""The contradictions that values for the scores can hold by themselves."""


def test_every_contradiction_is_asked_in_words():
    codes = {pair.code for pair in (*ADULT_PAIRS, *CHILD_PAIRS)}
    nothing_in({f"page-doubt-{code}" for code in codes} - set(messages("ca")))


@pytest.mark.parametrize(
    ("family", "made", "least"), [("finding", FINDING, 18), ("doubt", DOUBT, 30)]
)
def test_every_finding_and_doubt_has_its_words(family, made, least):
    assessment = [text for name, text in texts().items() if name.startswith(ASSESSMENT)]
    codes_of = {code for text in assessment for code in made.findall(text)}
    codes_of |= CLASHING if family == "doubt" else set()
    said = {name for name in messages("ca") if name.startswith(f"{family}-")}
    assert len(codes_of) == least
    assert {f"{family}-{code}" for code in codes_of} == said


def test_every_sentence_that_screens_name_exists():
    nothing_in(
        f"{name} {given}"
        for name, text in _speakers().items()
        for given in _literals(name, text)
        if given not in messages("ca") and not given.endswith("-")
    )


def test_every_family_of_sentences_that_screens_name_exists():
    nothing_in(
        f"{name} {given}…"
        for name, text in _speakers().items()
        for given in _beginnings(text)
        if not any(known.startswith(given) for known in messages("ca"))
    )


def _literals(name, text):
    at_the_command_line = name.startswith("dispatch/cli/")
    return [
        *LITERAL.findall(text),
        *(AT_THE_COMMAND_LINE.findall(text) if at_the_command_line else ()),
    ]


def _beginnings(text):
    """What stands before a value: ``t(`stage-${stage}`)``, or ``t("stage-" ~ stage)``."""
    joined = [given for given in LITERAL.findall(text) if given.endswith("-")]
    return [*BEGINNING.findall(text), *joined]


def _plan_codes():
    return {
        code
        for name, given in GIVES_REASONS.items()
        for code in given.findall((ROOT / name).read_text(encoding="utf-8"))
    }


def _speakers():
    served = {
        name: text
        for name, text in texts().items()
        if name.startswith("dispatch/") and name.endswith((".py", ".html", ".jinja"))
    }
    return {**console(), **served}


def _facts(entry):
    found = set[str]()
    _collect(entry.to_json(), found)
    return found


def _collect(node, found):
    if isinstance(node, dict):
        if node.get("type") == "VariableReference":
            found.add(node["id"]["name"])
        node = list(node.values())
    for each in node if isinstance(node, list) else ():
        _collect(each, found)
