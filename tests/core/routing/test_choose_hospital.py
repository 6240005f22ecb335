"""Which hospitals are proposed, in which order, with which warnings, and why not the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import HospitalCode
from dispatch.network import Care, Level, offers_level
from dispatch.network.capability import Capability
from dispatch.routing.receiving.choose_hospital import (
    BEDS_NEWS_MAX_AGE_MIN,
    MOST_CANDIDATES,
    BedsNow,
    Need,
    Reason,
    needed_level,
)
from tests.core.routing.choosing import (
    BEYOND,
    ECMO,
    ICU,
    NETWORK,
    NEWS,
    SURGERY,
    TRAVEL,
    WARD,
    candidate,
    choose,
    codes,
    everywhere,
    left_out,
    of,
    reason,
)


@pytest.mark.parametrize(
    ("need", "of_adult", "of_child"),
    [
        (WARD, Level.SEP_1, Level.SEP_1),
        (ICU, Level.SEP_2A, Level.SEP_2A),
        (SURGERY, Level.SEP_2B, Level.SEP_2B),
        (Need(icu=False, complex_source_control=True), Level.SEP_2B, Level.SEP_2B),
        (Need(icu=False, renal_replacement=True), Level.SEP_2A, Level.SEP_2A),
        (of(Capability.ECMO), Level.SEP_2A, Level.SEP_2B),
        (of(Capability.NEUROSURGERY), Level.SEP_2B, Level.SEP_2A),
        (of(Capability.THORACIC_SURGERY), Level.SEP_2B, Level.SEP_2A),
        (of(Capability.BURNS), Level.SEP_1, Level.SEP_1),
        (of(Capability.HYPERBARIC), Level.SEP_1, Level.SEP_1),
    ],
)
def test_need_decides_the_level(need, of_adult, of_child):
    assert needed_level(need, Care.ADULT) is of_adult
    assert needed_level(need, Care.PAEDIATRIC) is of_child


@pytest.mark.parametrize(
    ("referring", "care", "need", "first"),
    [
        ("calella", Care.ADULT, ICU, ["mataro", "germans-trias"]),
        ("calella", Care.ADULT, SURGERY, ["germans-trias"]),
        ("calella", Care.ADULT, ECMO, ["germans-trias"]),
        ("calella", Care.PAEDIATRIC, ICU, ["sant-pau", "vall-hebron"]),
        ("calella", Care.PAEDIATRIC, ECMO, ["vall-hebron", "sant-joan-de-deu"]),
        ("esperit-sant", Care.ADULT, ICU, ["germans-trias"]),
        ("mataro", Care.ADULT, ICU, ["germans-trias", "granollers"]),
        ("aran", Care.ADULT, ICU, ["arnau-vilanova"]),
        ("berga", Care.ADULT, ICU, ["manresa", "parc-tauli"]),
        ("palamos", Care.ADULT, SURGERY, ["trueta"]),
        ("viladecans", Care.PAEDIATRIC, ICU, ["sant-joan-de-deu"]),
    ],
)
def test_reference_centres_come_first_lowest_level_first(referring, care, need, first):
    assert codes(choose(referring, care, need))[: len(first)] == first


FULL = BedsNow(free=0, age_min=1)
CLOSED = BedsNow(free=3, age_min=1, closed=True)
BEHIND = Reason("behind_reference_with_room")


@pytest.mark.parametrize("news", [FULL, CLOSED])
@pytest.mark.parametrize("others", [NEWS, BedsNow()])
def test_reference_without_room_comes_after_one_not_known_to_be_full(news, others):
    """A child in shock was offered first the reference that had no bed."""
    beds = {**everywhere(others), HospitalCode("sant-pau"): news}
    choice = choose(care=Care.PAEDIATRIC, beds=beds)
    assert codes(choice)[:2] == ["vall-hebron", "sant-pau"]
    behind = candidate(choice, "sant-pau")
    assert BEHIND in behind.reasons
    assert behind.is_reference
    assert {"no_free_beds", "closed"} & set(behind.warnings)
    assert BEHIND not in candidate(choice, "vall-hebron").reasons


def test_reference_without_room_stays_before_all_that_are_none():
    beds = {**everywhere(NEWS), HospitalCode("mataro"): FULL}
    choice = choose(beds=beds)
    assert codes(choice)[:2] == ["germans-trias", "mataro"]
    assert not any(each.is_reference for each in choice.candidates[2:])


def test_references_that_are_all_full_keep_their_order():
    choice = choose(beds={**everywhere(NEWS), "mataro": FULL, "germans-trias": FULL})
    assert codes(choice)[:2] == ["mataro", "germans-trias"]
    assert all(BEHIND not in each.reasons for each in choice.candidates)


def test_only_reference_stays_first_even_when_full_or_closed():
    choice = choose(need=SURGERY, beds={**everywhere(NEWS), "germans-trias": CLOSED})
    first = choice.candidates[0]
    assert (first.hospital, first.closed, first.warnings) == (
        "germans-trias",
        True,
        ("closed",),
    )
    assert not {"free_beds", BEHIND.code} & {each.code for each in first.reasons}


def test_report_too_old_to_count_moves_no_reference():
    old = BedsNow(free=0, age_min=BEDS_NEWS_MAX_AGE_MIN + 1)
    choice = choose(beds={**everywhere(NEWS), HospitalCode("mataro"): old})
    assert codes(choice)[0] == "mataro"


def test_others_come_by_capacity_then_time():
    beds = {
        HospitalCode("granollers"): BedsNow(free=0, age_min=2),
        HospitalCode("parc-tauli"): NEWS,
        HospitalCode("del-mar"): NEWS,
        HospitalCode("trueta"): NEWS,
    }
    ranked = codes(choose(beds=beds))
    assert ranked[:5] == ["mataro", "germans-trias", "del-mar", "parc-tauli", "trueta"]
    assert "granollers" not in ranked


def test_equal_time_is_settled_by_code():
    ranked = choose(beds=everywhere(NEWS)).candidates[2:]
    keys = [(each.minutes_by_road, each.hospital) for each in ranked]
    assert keys == sorted(keys)


def test_full_hospital_beyond_candidates_says_capacity():
    beds = {**everywhere(NEWS), HospitalCode("granollers"): BedsNow(free=0, age_min=2)}
    assert reason(choose(beds=beds), "granollers") == Reason(
        "capacity_after_candidates", (("minutes", 32), ("beds", 0), ("candidates", 8))
    )


def test_far_hospital_beyond_candidates_says_minutes():
    told = reason(choose(beds=everywhere(NEWS)), "tortosa")
    assert told.code == "farther_than_candidates"
    assert dict(told.facts)["minutes"] == TRAVEL.road_min("calella", "tortosa")


def test_at_most_eight_hospitals_are_proposed():
    choice = choose()
    assert len(choice.candidates) == MOST_CANDIDATES == 8
    assert [each.rank for each in choice.candidates] == list(range(1, 9))


@pytest.mark.parametrize(
    ("news", "free", "warning"),
    [
        (BedsNow(free=2, age_min=BEDS_NEWS_MAX_AGE_MIN), 2, None),
        (BedsNow(free=2, age_min=BEDS_NEWS_MAX_AGE_MIN + 0.1), None, "beds_report_old"),
        (BedsNow(free=2, age_min=None), None, "beds_unknown"),
        (BedsNow(), None, "beds_unknown"),
        (BedsNow(free=None, age_min=3), None, "beds_report_old"),
        (BedsNow(free=0, age_min=3), 0, "no_free_beds"),
        (BedsNow(free=-1, age_min=3), -1, "no_free_beds"),
    ],
)
def test_bed_count_counts_only_while_fresh(news, free, warning):
    mataro = candidate(choose(beds={HospitalCode("mataro"): news}), "mataro")
    assert mataro.beds_free == free
    assert mataro.beds_reported_age_min == news.age_min
    assert mataro.warnings == (() if warning is None else (warning,))


def test_unreported_hospital_is_unknown_not_full():
    mataro = candidate(choose(), "mataro")
    assert (mataro.beds_free, mataro.warnings) == (None, ("beds_unknown",))


def test_candidate_gives_its_reasons_with_facts():
    mataro = candidate(choose(beds=everywhere(NEWS)), "mataro")
    assert mataro.reasons == (
        Reason("reference_centre", (("level", "SEP-2a"), ("needed", "SEP-2a"))),
        Reason("free_beds", (("beds", 2),)),
        Reason("minutes_by_road", (("minutes", 21),)),
    )
    assert (mataro.is_reference, mataro.level) == (True, Level.SEP_2A)


def test_higher_level_suffices_without_being_reference():
    sant_pau = candidate(choose(), "sant-pau")
    assert not sant_pau.is_reference
    assert sant_pau.reasons[0] == Reason(
        "level_suffices", (("level", "SEP-2b"), ("needed", "SEP-2a"))
    )


def test_level_outside_the_paper_is_marked_provisional():
    choice = choose()
    assert "level_provisional" in candidate(choice, "granollers").warnings
    assert "level_provisional" not in candidate(choice, "germans-trias").warnings


@pytest.mark.parametrize(
    ("care", "need", "warning", "is_given"),
    [
        (Care.ADULT, ECMO, "capability_provisional", True),
        (Care.PAEDIATRIC, ECMO, "capability_provisional", True),
        (Care.ADULT, ICU, "capability_provisional", False),
        (Care.PAEDIATRIC, SURGERY, "child_surgery_level_proposed", True),
        (Care.ADULT, SURGERY, "child_surgery_level_proposed", False),
    ],
)
def test_level_without_source_is_marked_proposed(care, need, warning, is_given):
    warnings = choose(care=care, need=need).candidates[0].warnings
    assert (warning in warnings) is is_given


def test_declined_hospital_moves_out_with_its_reason():
    choice = choose(declined={HospitalCode("mataro"): "no_bed"})
    assert codes(choice)[0] == "germans-trias"
    assert reason(choice, "mataro") == Reason("declined", (("reason", "no_bed"),))


@pytest.mark.parametrize(
    ("care", "code", "told"),
    [
        (Care.ADULT, "calella", Reason("own_hospital")),
        (
            Care.ADULT,
            "olot",
            Reason("level_too_low", (("level", "SEP-1"), ("needed", "SEP-2a"))),
        ),
        (Care.PAEDIATRIC, "bellvitge", Reason("care_not_offered", (("care", "paediatric"),))),
    ],
)
def test_hospital_left_out_has_its_reason(care, code, told):
    assert reason(choose(care=care), code) == told


@pytest.mark.parametrize(
    ("referring", "care", "need", "suffices"),
    [
        ("calella", Care.ADULT, ICU, False),
        ("calella", Care.ADULT, WARD, True),
        ("mataro", Care.ADULT, ICU, True),
        ("mataro", Care.ADULT, SURGERY, False),
        ("bellvitge", Care.PAEDIATRIC, WARD, False),
    ],
)
def test_own_hospital_suffices_is_said(referring, care, need, suffices):
    assert choose(referring, care, need).own_hospital_suffices is suffices


def test_unknown_referring_hospital_is_refused():
    with pytest.raises(Refused) as refusal:
        choose("atlantis")
    assert (refusal.value.code, refusal.value.field) == ("unknown_hospital", "referring")


CODES = st.sampled_from(sorted(NETWORK.hospitals))
BEDS = st.builds(
    BedsNow,
    free=st.none() | st.integers(0, 5),
    age_min=st.none() | st.floats(0, 90),
    closed=st.booleans(),
)
QUESTIONS = {
    "referring": CODES,
    "care": st.sampled_from(Care),
    "need": st.builds(Need, st.booleans(), st.booleans(), st.booleans()),
    "beds": st.dictionaries(CODES, BEDS),
    "declined": st.dictionaries(CODES, st.just("no_bed"), max_size=10),
}


@given(st.fixed_dictionaries(QUESTIONS))
def test_every_hospital_is_answered_exactly_once(question):
    choice = choose(**question)
    answered = codes(choice) + [each.hospital for each in choice.not_proposed]
    assert sorted(answered) == sorted(NETWORK.hospitals)


@given(st.fixed_dictionaries(QUESTIONS))
def test_every_candidate_offers_the_needed_level(question):
    choice = choose(**question)
    for each in choice.candidates:
        offering = NETWORK.hospitals[each.hospital]
        assert offers_level(offering, care=question["care"], level=choice.needed_level)
        assert each.hospital not in {question["referring"], *question["declined"]}


@given(st.fixed_dictionaries(QUESTIONS))
def test_sufficient_hospital_is_never_hidden_by_its_beds(question):
    without_news = choose(**{**question, "beds": {}})

    def sufficient(choice):
        beyond = {e.hospital for e in choice.not_proposed if e.reasons[0].code in BEYOND}
        return beyond | set(codes(choice))

    assert sufficient(choose(**question)) == sufficient(without_news)


def test_hospital_after_the_last_one_shown_says_whether_it_is_closed_or_full():
    first = choose()
    last = [e.hospital for e in first.not_proposed if e.reasons[0].code in BEYOND]
    closed, full, *others = last
    beds = {
        **everywhere(NEWS),
        closed: BedsNow(free=1, age_min=5, closed=True),
        full: BedsNow(free=0, age_min=5),
    }
    choice = choose(beds=beds)
    for code, warning in ((closed, "closed"), (full, "no_free_beds")):
        assert reason(choice, code).code == "capacity_after_candidates"
        assert warning in left_out(choice, code).warnings
    assert reason(choice, others[-1]).code == "farther_than_candidates"


def test_hospital_that_lacks_something_and_said_no_tells_both():
    choice = choose(need=SURGERY, declined={"mataro": "no_bed"})
    told = [each.code for each in left_out(choice, "mataro").reasons]
    assert told == ["level_too_low", "declined"]
    both = Need(complex_source_control=True, capabilities=frozenset({Capability.NEUROSURGERY}))
    lacks = {each.code for each in left_out(choose(need=both), "mataro").reasons}
    assert lacks == {"level_too_low", "lacks_neurosurgery"}


def test_hospital_left_out_for_its_no_alone_tells_how_full_it_is():
    beds = {"mataro": BedsNow(free=0, age_min=5)}
    choice = choose(beds=beds, declined={"mataro": "no_bed"})
    assert [each.code for each in left_out(choice, "mataro").reasons] == ["declined"]
    assert "no_free_beds" in left_out(choice, "mataro").warnings
