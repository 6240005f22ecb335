"""The timers of the bundle, on a clock that the test moves; every case is worked by hand."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dispatch.assessment.bundle import BundleStep, Done, Reading, Situation
from dispatch.assessment.bundle_items import items_of
from dispatch.assessment.criteria import CRITERIA
from dispatch.assessment.perfusion import perfusion_of

S = BundleStep
ZERO = datetime(2026, 11, 22, 12, tzinfo=UTC)
WALL = ZoneInfo("Europe/Madrid")


def at(minutes):
    return ZERO + timedelta(minutes=minutes)


def done(step, minutes=None, **reading):
    when = None if minutes is None else at(minutes)
    return {step: Done(step, when, "Dra. Puig", Reading(**reading))}


def step_of(situation, step, now_at):
    return next(each for each in items_of(situation, now_at=now_at) if each.step is step)


def item(step, minutes=0, records=None, **known):
    situation = Situation(ZERO, done=records or {}, **known)
    return step_of(situation, step, at(minutes))


def test_every_step_but_recognition_is_listed_in_order():
    items = items_of(Situation(ZERO), now_at=ZERO)
    assert [each.step for each in items] == list(S)[1:]


@pytest.mark.parametrize(
    ("step", "known", "due_min"),
    [
        (S.CULTURES, {}, 60),
        (S.BLOOD_PANEL, {}, 60),
        (S.ANTIBIOTIC, {}, 60),
        (S.LACTATE, {}, 60),
        (S.FLUIDS, {"is_shock": True, "weight_kg": 70}, 60),
        (S.FLUIDS, {"is_shock": True}, 60),
        (S.MAP_TARGET, {"is_shock": True}, 360),
        (S.MAP_TARGET, {"map_mmhg": 64}, 360),
        (S.LACTATE_AGAIN, {"lactate_mmol_l": 2.1}, 360),
        (S.FOCUS_CONTROL, {"is_shock": True}, 360),
        (S.FOCUS_CONTROL, {}, 720),
        (S.CONTROLS, {}, 360),
        (S.REASSESSMENT, {}, 360),
    ],
)
def test_step_is_late_only_after_its_last_minute(step, known, due_min):
    assert item(step, due_min, **known).state == "due"
    assert item(step, due_min + 1 / 60, **known).state == "late"
    assert item(step, **known).due_at == at(due_min)


@pytest.mark.parametrize("step", [S.ANTIBIOTIC, S.LACTATE])
def test_step_done_in_its_last_second_is_in_time(step):
    reading = {"lactate_mmol_l": 1.0} if step is S.LACTATE else {}
    assert item(step, 300, done(step, 60, **reading)).state == "done"
    assert item(step, 300, done(step, 60 + 1 / 60, **reading)).state == "done_late"


def test_step_without_its_time_is_never_in_time():
    assert item(S.ANTIBIOTIC, 5, done(S.ANTIBIOTIC)).state == "untimed"


def test_hour_is_an_hour_in_the_night_clocks_go_back():
    """25 October 2026: 2:30 comes twice. Recognised at the first 2:30, the antibiotic is due
    at the second one, and late at 2:31 of it, not an hour afterwards.
    """
    first = datetime(2026, 10, 25, 2, 30, tzinfo=WALL, fold=0)
    second = first.replace(fold=1)
    situation = Situation(first)
    antibiotic = step_of(situation, S.ANTIBIOTIC, second)
    assert (
        antibiotic.due_at == second.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    )
    assert antibiotic.state == "due"
    later = datetime(2026, 10, 25, 2, 31, tzinfo=WALL, fold=1)
    assert step_of(situation, S.ANTIBIOTIC, later).state == "late"


def test_six_hours_are_six_in_the_night_clocks_go_forward():
    """28 March 2027: recognised at 1:30, controls are due at 8:30 on the wall, not 7:30."""
    zero = datetime(2027, 3, 28, 1, 30, tzinfo=WALL)
    controls = step_of(Situation(zero), S.CONTROLS, zero)
    assert controls.due_at is not None
    assert controls.due_at.astimezone(WALL) == datetime(2027, 3, 28, 8, 30, tzinfo=WALL)


def test_record_on_a_wall_clock_is_judged_in_elapsed_time():
    first = datetime(2026, 10, 25, 2, 30, tzinfo=WALL, fold=0)
    given = datetime(2026, 10, 25, 2, 40, tzinfo=WALL, fold=1)
    records = {S.ANTIBIOTIC: Done(S.ANTIBIOTIC, given, "x")}
    antibiotic = step_of(Situation(first, done=records), S.ANTIBIOTIC, given)
    assert antibiotic.state == "done_late"


def test_cultures_are_due_before_the_antibiotic():
    given = done(S.ANTIBIOTIC, 20)
    assert item(S.CULTURES, 19, done(S.CULTURES, 20) | given).state == "done"
    after = item(S.CULTURES, 30, done(S.CULTURES, 21) | given)
    assert (after.state, after.doubt) == ("done_late", "antibiotic_first")
    never = item(S.CULTURES, 21, given)
    assert (never.state, never.doubt) == ("late", "antibiotic_first")


def test_cultures_wait_for_no_antibiotic_without_time():
    cultures = item(S.CULTURES, 30, done(S.ANTIBIOTIC))
    assert (cultures.state, cultures.due_at) == ("due", at(60))


@pytest.mark.parametrize(
    ("known", "poor"),
    [
        ({"is_shock": True}, True),
        ({"lactate_mmol_l": 4}, True),
        ({"lactate_mmol_l": 3.9, "map_mmhg": 65}, False),
        ({"map_mmhg": 64.9}, True),
        ({"lactate_mmol_l": 2, "map_mmhg": 65}, False),
        ({"lactate_mmol_l": 2}, None),
        ({"map_mmhg": 65}, None),
        ({"lactate_mmol_l": 2, "systolic_mmhg": 90}, False),
        ({"lactate_mmol_l": 2, "systolic_mmhg": 89}, True),
        ({"lactate_mmol_l": 2, "systolic_mmhg": 120, "usual_systolic_mmhg": 161}, True),
        ({"lactate_mmol_l": 2, "systolic_mmhg": 120, "usual_systolic_mmhg": 160}, False),
        ({}, None),
    ],
)
def test_hypoperfusion_is_unknown_until_both_are_known(known, poor):
    assert perfusion_of(Situation(ZERO, **known)).is_poor is poor


def test_fluids_are_not_asked_for_with_good_perfusion():
    fluids = item(S.FLUIDS, 500, lactate_mmol_l=1.5, map_mmhg=80)
    assert (fluids.state, fluids.missing) == ("not_needed", ())


def test_fluids_say_what_would_have_to_be_known():
    fluids = item(S.FLUIDS, 500, map_mmhg=80)
    assert (fluids.state, fluids.missing) == ("unknown", ("lactate_mmol_l",))


def test_fluids_of_an_adult_ask_for_the_weight():
    asked = item(S.FLUIDS, 61, is_shock=True)
    assert (asked.state, asked.missing) == ("late", ("weight_kg",))
    given = item(S.FLUIDS, 61, done(S.FLUIDS, 30, fluids_ml=2000), is_shock=True)
    assert (given.state, given.missing) == ("unknown", ("weight_kg",))


def test_fluids_are_done_at_thirty_millilitres_a_kilogram():
    """70 kg: 2100 mL."""
    known = {"is_shock": True, "weight_kg": 70}
    full = item(S.FLUIDS, 100, done(S.FLUIDS, 60, fluids_ml=2100), **known)
    assert (full.state, full.wanted_ml) == ("done", 2100)
    short = item(S.FLUIDS, 60, done(S.FLUIDS, 40, fluids_ml=2099), **known)
    assert (short.state, short.doubt) == ("due", "volume_short")
    assert item(S.FLUIDS, 61, done(S.FLUIDS, 40, fluids_ml=2099), **known).state == "late"


def test_fluids_recorded_are_judged_with_good_perfusion_too():
    known = {"weight_kg": 70, "lactate_mmol_l": 1, "map_mmhg": 80}
    assert item(S.FLUIDS, 10, done(S.FLUIDS, 5, fluids_ml=2100), **known).state == "done"


LOOKED_AT = {"capillary_refill_s": 1.0, "has_poor_skin_perfusion": False, "gcs": 15}
CHILD = {"is_child": True, "weight_kg": 14.0, "age_months": 36.0}
"""Of three years: 10 mL/kg are 140 mL, 40 mL/kg 560 mL; Phoenix counts below 45 mmHg."""


def test_fluids_of_a_child_ask_for_the_weight():
    asked = item(S.FLUIDS, 10, is_child=True, is_shock=True)
    assert (asked.state, asked.missing, asked.wanted_ml) == ("due", ("weight_kg",), None)
    given = item(S.FLUIDS, 10, done(S.FLUIDS, 5, fluids_ml=140), is_child=True, is_shock=True)
    assert (given.state, given.missing) == ("unknown", ("weight_kg",))


@pytest.mark.parametrize(
    ("given_ml", "state", "doubt"),
    [
        (139, "due", "volume_short"),
        (140, "done", None),
        (560, "done", None),
        (561, "done", "volume_high"),
    ],
)
def test_fluids_of_a_child_are_a_bolus_and_have_a_bound(given_ml, state, doubt):
    records = done(S.FLUIDS, 5, fluids_ml=given_ml)
    fluids = item(S.FLUIDS, 10, records, is_shock=True, **CHILD)
    assert (fluids.state, fluids.doubt) == (state, doubt)
    assert (fluids.wanted_ml, fluids.most_ml) == (140, 560)


def test_fluids_of_an_adult_have_no_bound():
    assert item(S.FLUIDS, is_shock=True, weight_kg=70).most_ml is None


@pytest.mark.parametrize(
    ("age_months", "mean_mmhg", "poor"),
    [
        (0.5, 31, False),
        (0.5, 30.9, True),
        (36, 45, False),
        (36, 44, True),
        (200, 52, False),
        (200, 51, True),
        (None, 30, None),
        (None, 64, None),
    ],
)
def test_mean_pressure_of_a_child_is_low_by_age_alone(age_months, mean_mmhg, poor):
    known = {"is_child": True, "lactate_mmol_l": 1.0, "map_mmhg": mean_mmhg, **LOOKED_AT}
    assert perfusion_of(Situation(ZERO, age_months=age_months, **known)).is_poor is poor


def test_skin_and_consciousness_of_a_child_are_asked_for_by_their_published_keys():
    known = {**CHILD, "lactate_mmol_l": 1.0, "map_mmhg": 60.0}
    keys = ("capillary_refill_s", "poor_skin_perfusion", "gcs")
    for step in (S.FLUIDS, S.NORADRENALINE):
        found = item(step, 10, **known)
        assert (found.state, found.missing) == ("unknown", keys)
    assert item(S.FLUIDS, 10, **known, **LOOKED_AT).state == "not_needed"
    slow = {**LOOKED_AT, "capillary_refill_s": 6}
    assert item(S.FLUIDS, 10, **known, **slow).wanted_ml == 140


def test_age_of_a_child_is_asked_for_where_it_decides():
    known = {"is_child": True, "lactate_mmol_l": 1.0, "map_mmhg": 60.0, **LOOKED_AT}
    for step in (S.FLUIDS, S.NORADRENALINE, S.MAP_TARGET):
        found = item(step, 10, **known)
        assert (found.state, found.missing) == ("unknown", ("age_months",))
    read = item(S.MAP_TARGET, 60, done(S.MAP_TARGET, 50, map_mmhg=60), **known)
    assert (read.state, read.missing) == ("unknown", ("age_months",))


@pytest.mark.parametrize(
    ("mean_mmhg", "state", "doubt"),
    [(44, "due", "map_below_age"), (45, "done", None), (65, "done", None)],
)
def test_mean_pressure_of_a_child_is_aimed_at_by_age(mean_mmhg, state, doubt):
    records = done(S.MAP_TARGET, 50, map_mmhg=mean_mmhg)
    found = item(S.MAP_TARGET, 60, records, is_shock=True, **CHILD)
    assert (found.state, found.doubt) == (state, doubt)


def test_noradrenaline_of_a_child_waits_for_forty_millilitres_a_kilogram():
    low = {**CHILD, "map_mmhg": 40.0}
    for given_ml, state in ((140, "waiting"), (559, "waiting"), (560, "due")):
        records = done(S.FLUIDS, 30, fluids_ml=given_ml)
        assert item(S.NORADRENALINE, 40, records, **low).state == state
    assert item(S.NORADRENALINE, 40, **low).state == "waiting"


def test_shock_of_a_child_alone_requires_no_vasoactive():
    """Phoenix shock may be a lactate of 5: the doctor says what is needed."""
    assert item(S.NORADRENALINE, 40, is_shock=True, **CHILD).state == "waiting"
    needed = item(S.NORADRENALINE, 40, is_shock=True, needs_vasoactives=True, **CHILD)
    assert needed.state == "due"


def test_fluids_not_needed_are_neither_due_nor_late():
    records = done(S.FLUIDS, 5, outcome="not_needed")
    assert item(S.FLUIDS, 500, records, is_shock=True, weight_kg=70).state == "not_needed"


def test_noradrenaline_has_no_deadline_but_is_due_in_shock():
    for known in ({"is_shock": True}, {"needs_vasoactives": True}):
        found = item(S.NORADRENALINE, 5000, **known)
        assert (found.state, found.due_at) == ("due", None)


def test_noradrenaline_waits_for_the_first_volume():
    known = {"map_mmhg": 60, "weight_kg": 70}
    assert item(S.NORADRENALINE, 30, **known).state == "waiting"
    filled = done(S.FLUIDS, 30, fluids_ml=2100)
    assert item(S.NORADRENALINE, 31, filled, **known).state == "due"
    better = filled | done(S.MAP_TARGET, 40, map_mmhg=70)
    assert item(S.NORADRENALINE, 41, better, **known).state == "waiting"


def test_noradrenaline_is_not_needed_with_good_perfusion():
    assert item(S.NORADRENALINE, 30, lactate_mmol_l=1, map_mmhg=80).state == "not_needed"
    assert item(S.NORADRENALINE, 30, map_mmhg=80).missing == ("lactate_mmol_l",)


def test_noradrenaline_given_stays_recorded_without_its_reason():
    given = done(S.NORADRENALINE, 10, is_peripheral=False)
    assert item(S.NORADRENALINE, 30, given, lactate_mmol_l=1, map_mmhg=80).state == "done"


def test_peripheral_line_is_late_six_hours_after_noradrenaline():
    given = done(S.NORADRENALINE, 30, is_peripheral=True)
    assert item(S.CENTRAL_LINE, 390, given).state == "due"
    assert item(S.CENTRAL_LINE, 390.1, given).state == "late"
    assert item(S.CENTRAL_LINE, 500, given | done(S.CENTRAL_LINE, 390)).state == "done"
    assert item(S.CENTRAL_LINE, 500, given | done(S.CENTRAL_LINE, 391)).state == "done_late"


@pytest.mark.parametrize(
    ("records", "known", "state"),
    [
        ({}, {"is_shock": True}, "waiting"),
        ({}, {"lactate_mmol_l": 1, "map_mmhg": 80}, "not_needed"),
        (done(S.NORADRENALINE, 5, is_peripheral=False), {}, "not_needed"),
        (done(S.NORADRENALINE, 5), {}, "unknown"),
        (done(S.NORADRENALINE, is_peripheral=True), {}, "unknown"),
    ],
)
def test_central_line_follows_the_way_noradrenaline_runs(records, known, state):
    assert item(S.CENTRAL_LINE, 9000, records, **known).state == state


def test_mean_pressure_is_reached_at_sixty_five_and_marked_there():
    reached = item(S.MAP_TARGET, 400, done(S.MAP_TARGET, 360, map_mmhg=66), is_shock=True)
    assert (reached.state, reached.doubt) == ("done", None)
    bound = item(S.MAP_TARGET, 400, done(S.MAP_TARGET, 360, map_mmhg=65), is_shock=True)
    assert (bound.state, bound.doubt) == ("done", "map_at_bound")
    below = item(S.MAP_TARGET, 400, done(S.MAP_TARGET, 200, map_mmhg=64.9), is_shock=True)
    assert (below.state, below.doubt) == ("late", "map_below")


@pytest.mark.parametrize(
    ("records", "known", "state"),
    [
        ({}, {}, "unknown"),
        ({}, {"map_mmhg": 65}, "not_needed"),
        (done(S.NORADRENALINE, 5, is_peripheral=False), {}, "due"),
    ],
)
def test_mean_pressure_is_aimed_at_where_it_is_low(records, known, state):
    assert item(S.MAP_TARGET, 10, records, **known).state == state


@pytest.mark.parametrize(
    ("records", "known", "state"),
    [
        ({}, {}, "waiting"),
        ({}, {"lactate_mmol_l": 2}, "not_needed"),
        (done(S.LACTATE, 5, lactate_mmol_l=2), {"lactate_mmol_l": 9}, "not_needed"),
        (done(S.LACTATE, 5, lactate_mmol_l=2.1), {"lactate_mmol_l": 1}, "due"),
        (done(S.LACTATE_AGAIN, 90, lactate_mmol_l=1), {"lactate_mmol_l": 1}, "done"),
    ],
)
def test_lactate_is_repeated_only_when_raised(records, known, state):
    assert item(S.LACTATE_AGAIN, 10, records, **known).state == state


def test_focus_not_to_be_controlled_is_neither_due_nor_late():
    records = done(S.FOCUS_CONTROL, 5, outcome="not_needed")
    assert item(S.FOCUS_CONTROL, 5000, records).state == "not_needed"


def test_reassessment_opens_at_three_hours():
    assert item(S.REASSESSMENT, 179).state == "waiting"
    assert item(S.REASSESSMENT, 180).state == "due"
    assert item(S.REASSESSMENT, 0).opens_at == at(180)


def test_reassessment_made_too_early_is_asked_for_again():
    early = done(S.REASSESSMENT, 179, outcome="improved")
    waiting = item(S.REASSESSMENT, 179, early)
    assert (waiting.state, waiting.doubt) == ("waiting", "too_early")
    assert item(S.REASSESSMENT, 200, early).state == "due"
    assert item(S.REASSESSMENT, 361, early).state == "late"
    timely = done(S.REASSESSMENT, 180, outcome="improved")
    assert item(S.REASSESSMENT, 361, timely).state == "done"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bundle_antibiotic_min", 60),
        ("bundle_fluids_min", 60),
        ("bundle_controls_min", 360),
        ("bundle_peripheral_min", 360),
        ("bundle_focus_shock_min", 360),
        ("bundle_focus_sepsis_min", 720),
        ("bundle_reassess_from_min", 180),
        ("bundle_reassess_by_min", 360),
    ],
)
def test_minutes_of_the_paper_are_those_of_the_paper(name, value):
    row = CRITERIA[name]
    assert (row.value, row.unit, row.is_proposed) == (value, "min", False)
    assert "Yébenes" in row.source
