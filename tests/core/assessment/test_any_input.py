"""Whatever is written into a vignette, it is answered or its fault is named; nothing falls."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch.assessment import assess
from dispatch.assessment.answer import answer_of
from dispatch.assessment.parse_vignettes import parse_vignettes
from tests.core.assessment.worked import ADULT, CHILD

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from([*ADULT, *CHILD, "assessed_at", "antibiotic_at", "weight_kg"])


def answered(document: Any) -> bool:
    """Whether it was answered; if not, every fault is at a place and has a problem."""
    parsed = parse_vignettes(json.dumps(document), now_at=NOON)
    for each in parsed.vignettes:
        json.dumps(answer_of(each.vignette_id, assess(each.values)), allow_nan=False)
    assert all(fault.problem for fault in parsed.faults)
    assert all(fault.path.isprintable() for fault in parsed.faults)
    return not parsed.faults


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([ADULT, CHILD]), st.dictionaries(KEYS, ANYTHING, max_size=4))
def test_any_value_is_answered_or_refused(usual, changes):
    answered({"id": "A", "inputs": {**usual, **changes}})


@settings(max_examples=300, deadline=None)
@given(ANYTHING, st.dictionaries(st.text(), ANYTHING, max_size=3))
def test_any_document_is_answered_or_refused(document, keys):
    answered(document)
    answered({"id": "A", "inputs": {**ADULT, **keys}, **keys})


@settings(max_examples=200, deadline=None)
@given(st.text() | st.binary())
def test_any_text_is_answered_or_refused(text):
    parse_vignettes(text, now_at=NOON)


@settings(max_examples=200, deadline=None)
@given(st.sets(st.sampled_from([key for key in ADULT if key != "population"])))
def test_any_value_may_be_missing(unknown):
    assert answered({"id": "A", "inputs": {**ADULT, **dict.fromkeys(unknown)}})
