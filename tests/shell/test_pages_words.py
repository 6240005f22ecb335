"""Every text of the pages exists in the three languages, and says what it must."""

import re
from datetime import timedelta
from itertools import chain
from pathlib import Path

import pytest

from dispatch.assessment import AdultValues, Condition, Priority
from dispatch.capacity import BedKind
from dispatch.checklist import CURRENT, REASONS
from dispatch.fleet import Activity, UnitType
from dispatch.fleet.unit import Assignability
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.identity import Role
from dispatch.network import Care
from dispatch.transfer.decide_assessment import record_assessment
from dispatch.transfer.decide_priority import ConditionReport, change_condition
from dispatch.transfer.parts import FOCI, Clinical, Milestones, Needs, Why
from dispatch.transfer.said_picture import SaidClinical
from dispatch.transfer.shared import shared_view
from dispatch.transfer.stage import Stage
from dispatch.transfer.views import view_transfer
from dispatch.web import pages
from dispatch.web.pages.faults import LABELS, label_id
from dispatch.web.pages.mission_pages import NEXT
from dispatch.web.pages.usual_values import is_unusual
from dispatch.web.pages.words import Words
from tests.builders import NOON, a_network, a_story, at, referring_doctor

ROOM = Path(pages.__file__).parent
FILES = (*sorted(ROOM.glob("*.py")), *sorted(ROOM.glob("templates/*.html")))
SPOKEN = re.compile(r'\bt\("([\w-]+)"[,)]|"(page-[\w-]*\w)"')
BUILT = ("page-ago", "page-left", "page-over")
"""Beginnings of messages, completed by a unit of time."""

FAMILIES = {
    "activity": Activity,
    "assignability": Assignability,
    "bed-kind": BedKind,
    "care": Care,
    "clinical": Clinical.__struct_fields__,
    "condition": Condition,
    "focus": FOCI,
    "language": LANGUAGES,
    "milestone": Milestones.__struct_fields__,
    "need": Needs.__struct_fields__,
    "page-awaited": Stage,
    "page-step": NEXT.values(),
    "page-label": ("total", "used"),
    "priority": Priority,
    "priority-words": Priority,
    "question": [question.question_id for question in CURRENT.questions],
    "reason": REASONS,
    "role": Role,
    "stage": Stage,
    "unit-type": UnitType,
    **{f"{beginning}": ("min", "hours", "days") for beginning in BUILT},
}


def written() -> set[str]:
    """The messages named in full by a page."""
    texts = (file.read_text(encoding="utf-8") for file in FILES)
    found = chain.from_iterable(SPOKEN.findall(text) for text in texts)
    return {first or second for first, second in found} - set(BUILT)


def words(language="ca", now_at=NOON):
    return Words(catalogue(language), a_network(), now_at)


def seen(story):
    return view_transfer(story.transfer(), referring_doctor(), in_full=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_a_page_is_translated(language):
    missing = {name for name in written() if not catalogue(language).has(name)}
    assert missing == set()
    assert len(written()) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_of_messages_is_complete(language):
    named = {f"{family}-{each}" for family, members in FAMILIES.items() for each in members}
    assert {name for name in named if not catalogue(language).has(name)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_confirmation_is_translated(language):
    texts = (file.read_text(encoding="utf-8") for file in ROOM.glob("*.py"))
    done = {word for text in texts for word in re.findall(r"\?done=([\w-]+)", text)}
    assert len(done) > 12
    assert {word for word in done if not catalogue(language).has(f"page-done-{word}")} == set()


def test_the_three_catalogues_hold_the_same_messages():
    folder = ROOM.parents[1] / "i18n"
    texts = ((folder / language / "pages.ftl").read_text("utf-8") for language in LANGUAGES)
    ids = [set(re.findall(r"^([\w-]+) =", text, re.MULTILINE)) for text in texts]
    assert ids[0] == ids[1] == ids[2]


@pytest.mark.parametrize("field", LABELS)
def test_every_labelled_field_has_its_words(field):
    assert catalogue("ca").has(label_id(field) or "")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "ara mateix"),
        (59, "fa 59 min"),
        (61, "fa 1 h 1 min"),
        (24 * 60, "fa 1 dia"),
        (50 * 60, "fa 2 dies"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(minutes, text):
    assert words().ago(NOON - timedelta(minutes=minutes)) == text


def test_a_window_that_is_over_says_so():
    assert words("en").left(NOON - timedelta(minutes=5)) == "over by 5 min"
    assert words("en").left(NOON + timedelta(minutes=95)) == "1 h 35 min left"


def test_a_time_of_another_day_carries_its_date():
    assert words().clock(NOON) == "13:00"
    assert words().clock(NOON - timedelta(days=1)) == "21/11 13:00"
    assert words().clock(None) == "no se sap"


def test_the_decimal_mark_follows_the_language():
    assert [words(language).number(5.1) for language in LANGUAGES] == ["5,1", "5,1", "5.1"]


def test_a_declined_hospital_tells_its_reason():
    assert "cap llit" in words().why(Why("declined", {"reason": "no_bed"}))


def test_a_reason_without_words_shows_its_code():
    assert "brand_new" in words().why(Why("brand_new"))


def test_an_unknown_hospital_shows_its_code():
    assert words().hospital("nowhere") == "nowhere"
    assert words().hospital(None) == "no se sap"


@pytest.mark.parametrize(
    ("name", "value", "unusual"),
    [
        ("map_mmhg", 64, True),
        ("map_mmhg", 65, False),
        ("lactate_mmol_l", 2.0, False),
        ("lactate_mmol_l", 2.1, True),
        ("gcs", 14, True),
        ("fluids_ml", 9000, False),
    ],
)
def test_unusual_values_begin_where_the_table_says(name, value, unusual):
    assert is_unusual(name, value) is unusual


def test_of_a_child_only_the_glasgow_scale_is_marked():
    for gcs, marks in ((4, 1), (15, 0)):
        story = a_story(clinical=Clinical(heart_rate_bpm=160, gcs=gcs))
        rows = words().facts(seen(story), is_adult=False)
        assert sum(row.is_unusual for row in rows) == marks


def test_value_says_how_old_it_is_and_from_an_hour_on_that_it_is_old():
    told = seen(a_story(clinical=Clinical(lactate_mmol_l=4, antibiotic_at=NOON)))
    for minutes, ago, is_old in ((60, "1 h 0 min", False), (61, "1 h 1 min", True)):
        said = words(now_at=NOON + timedelta(minutes=minutes))
        lactate, focus, given = said.supporting(
            told, ("lactate_mmol_l", "focus", "antibiotic_at"), is_adult=True
        )
        assert (ago in (lactate.ago or ""), lactate.is_old) == (True, is_old)
        assert (focus.ago, given.ago) == (None, None)


def test_values_behind_the_scores_say_which_are_old():
    story, doctor = a_story(clinical=Clinical(lactate_mmol_l=4)), referring_doctor()
    for minutes, values in (
        (0, AdultValues(creatinine_mg_dl=4, gcs=12, lactate_mmol_l=3, usual_spo2_pct=90)),
        (80, AdultValues(gcs=13, infection_suspected=True)),
    ):
        events = record_assessment(
            story.transfer(), values, actor=doctor, assessed_at=at(minutes)
        )
        story.record(events, by=doctor, occurred_at=at(minutes))
    report = ConditionReport(clinical=SaidClinical(lactate_mmol_l=2), confirms_graver=True)
    later = change_condition(story.transfer(), report, actor=doctor, now_at=at(85))
    story.record(later, by=doctor, occurred_at=at(85))
    now_at = at(90)
    shared = shared_view(story.transfer(), doctor, now_at=now_at)
    (label, ago), *others = words("en", now_at).old_values(shared)
    assert (label, ago, others) == ("creatinine (mg/dL)", "1 h 30 min ago", [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "message",
    [
        *("page-expected", "page-expected-bedside", "page-expected-arrival"),
        *("sheet-expected-bedside", "sheet-expected-arrival"),
    ],
)
def test_expected_time_that_has_passed_is_no_plan(language, message):
    told = words(language)
    to_come = told.expected(message, NOON + timedelta(minutes=1))
    past = told.expected(message, NOON - timedelta(minutes=1))
    said = catalogue(language)
    assert to_come == said.say(message, {"time": told.clock(NOON + timedelta(minutes=1))})
    overdue = {"time": told.clock(NOON - timedelta(minutes=1))}
    assert past == said.say(f"{message}-overdue", overdue)
