"""Ranks the hospitals that could receive a patient, and says why not the others.

The reference centres of the referring hospital come first, among them those not known to be
full or closed (proposed), then capacity, then time. Where the referring hospital treats no such
patients, those of the nearest hospital that does stand in (proposed). A full or closed hospital
is warned of, never hidden; people decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dispatch.capacity.beds import NEWS_EXPIRE_MIN
from dispatch.kernel.failures import Fact
from dispatch.kernel.ids import HospitalCode
from dispatch.network.capability import Capability
from dispatch.network.hospital import Hospital
from dispatch.network.levels import Care, Level
from dispatch.network.network import (
    Network,
    hospital,
    offer,
    offer_is_provisional,
    offers_level,
    reference,
)
from dispatch.network.reach import nearest_of_level
from dispatch.routing.receiving.hospital_choice import (
    BedsNow,
    Candidate,
    HospitalChoice,
    Need,
    NotProposed,
    Reason,
)
from dispatch.routing.travel.travel_times import TravelTimes

__all__ = [
    "BEDS_NEWS_MAX_AGE_MIN",
    "MOST_CANDIDATES",
    "BedsNow",
    "Candidate",
    "HospitalChoice",
    "Need",
    "NotProposed",
    "Reason",
    "choose_hospital",
    "needed_level",
]

MOST_CANDIDATES = 8
"""Proposed value: what one screen shows without scrolling."""

BEDS_NEWS_MAX_AGE_MIN = NEWS_EXPIRE_MIN
"""An older report of free beds counts as unknown."""


NO_ROOM = 2
"""Of a hospital known to be full or closed, in the order of room."""


@dataclass(frozen=True)
class _Question:
    """The question, with what follows from it for the whole network."""

    network: Network
    referring: Hospital
    care: Care
    need: Need
    needed: Level
    references: tuple[HospitalCode, ...]
    stands_in: Hospital | None
    """Whose references they are, where the referring hospital treats no such patients."""
    nearest_to_all: frozenset[HospitalCode] = frozenset()
    """Those that lack least, where no hospital has everything needed; else nothing."""


@dataclass(frozen=True)
class _Option:
    """A hospital of sufficient level, with what ranks it."""

    hospital: Hospital
    minutes: int
    beds: BedsNow


IN_AN_ICU = frozenset({Capability.ECMO, Capability.NEUROSURGERY, Capability.THORACIC_SURGERY})
"""Capabilities whose patients need an intensive care bed as well (proposed)."""

OF_SEP_2B = frozenset({Capability.NEUROSURGERY, Capability.THORACIC_SURGERY})
"""Foci that the paper names for the adult SEP-2b (Yébenes 2020, levels of adults)."""


def needed_level(need: Need, care: Care) -> Level:
    """The lowest level that covers the need.

    Children: ECMO is what makes the SEP-2b. Complex surgery of a child has no level in the
    source: SEP-2b is proposed, and every candidate then carries a warning. Adult ECMO has none
    either: an ICU, and the capability itself. Renal replacement is given in any ICU (proposed).
    """
    is_adult = care is Care.ADULT
    highest = OF_SEP_2B if is_adult else frozenset({Capability.ECMO})
    if need.complex_source_control or need.capabilities & highest:
        return Level.SEP_2B
    is_for_icu = need.icu or need.renal_replacement or bool(need.capabilities & IN_AN_ICU)
    return Level.SEP_2A if is_for_icu else Level.SEP_1


def choose_hospital(  # noqa: PLR0913 -- the whole question, each part named at the call
    network: Network,
    *,
    referring: str,
    care: Care,
    need: Need,
    beds: Mapping[HospitalCode, BedsNow],
    travel: TravelTimes,
    declined: Mapping[HospitalCode, str],
) -> HospitalChoice:
    """Candidates in order, and every other hospital with its reason.

    ``beds`` are for this kind of patient. ``declined`` holds, by hospital, the reason code of
    an intensivist who has said no. Raises ``Refused("unknown_hospital")``.
    """
    sender = hospital(network, referring, field="referring")
    stands_in = _stand_in(network, sender, care, travel)
    question = _question(network, sender, care, need, stands_in=stands_in)
    question = replace(question, nearest_to_all=_nearest_to_all(question))
    left_out: list[NotProposed] = []
    options: list[_Option] = []
    for each in network.hospitals.values():
        minutes = travel.road_min(question.referring.code, each.code)
        option = _Option(each, minutes, _fresh(beds.get(each.code, BedsNow())))
        reasons = _unfit(question, each, declined)
        if reasons:
            left_out.append(_left_out(question, option, reasons))
        else:
            options.append(option)
    ranked = sorted(options, key=lambda option: _order(question, option))
    behind = _overtaken(question, ranked)
    shown, rest = ranked[:MOST_CANDIDATES], ranked[MOST_CANDIDATES:]
    return HospitalChoice(
        needed_level=question.needed,
        own_hospital_suffices=_suffices(question, question.referring),
        candidates=tuple(
            _candidate(question, o, rank, behind=behind)
            for rank, o in enumerate(shown, start=1)
        ),
        not_proposed=(*(_beyond(question, o, shown[-1]) for o in rest), *left_out),
    )


def _stand_in(
    network: Network, referring: Hospital, care: Care, travel: TravelTimes
) -> Hospital | None:
    """The nearest hospital that treats such patients, where the referring one does not: for a
    patient who came to the wrong door the network assigns no centre.
    """
    if offer(referring, care) is not None:
        return None
    nearest = nearest_of_level(
        network, referring.code, travel.road_min, care=care, level=Level.SEP_1
    )
    return None if nearest is None else network.hospitals[nearest.nearest]


def _question(
    network: Network,
    referring: Hospital,
    care: Care,
    need: Need,
    *,
    stands_in: Hospital | None,
) -> _Question:
    """Reference centres of the needed level and above, lowest level first, without itself."""
    needed = needed_level(need, care)
    code = referring.code if stands_in is None else stands_in.code
    centres = dict.fromkeys(
        reference(network, code, care=care, level=level)
        for level in (Level.SEP_2A, Level.SEP_2B)
        if level.includes(needed)
    )
    others = tuple(code for code in centres if code not in {None, referring.code})
    return _Question(network, referring, care, need, needed, others, stands_in)


def _unfit(
    question: _Question, each: Hospital, declined: Mapping[HospitalCode, str]
) -> tuple[Reason, ...]:
    """Every reason to leave it out: what it lacks, and its no. Empty for those that do."""
    offered = offer(each, question.care)
    if each.code == question.referring.code:
        return (Reason("own_hospital"),)
    if offered is None:
        return (Reason("care_not_offered", (("care", question.care.value),)),)
    is_nearest = each.code in question.nearest_to_all
    lacking = () if is_nearest else _lacking(question, each, offered.level)
    said_no = declined.get(each.code)
    nos = () if said_no is None else (Reason("declined", (("reason", said_no),)),)
    return (*lacking, *nos)


def _lacking(question: _Question, each: Hospital, level: Level) -> tuple[Reason, ...]:
    """What a hospital of that level surely lacks of everything needed, the level first."""
    facts = (("level", level.value), ("needed", question.needed.value))
    too_low = () if level.includes(question.needed) else (Reason("level_too_low", facts),)
    lacking = (
        Reason(f"lacks_{wanted.value}")
        for wanted in _wanted(question)
        if _has(question, each, wanted) is False
    )
    return (*too_low, *lacking)


def _nearest_to_all(question: _Question) -> frozenset[HospitalCode]:
    """Where no hospital has everything needed, those that lack least, of the level needed
    before others (proposed): people ask one of them with a reason, or none.
    """
    if _suffices(question, question.referring):
        return frozenset()
    lacks: dict[HospitalCode, tuple[int, bool]] = {}
    for each in question.network.hospitals.values():
        offered = offer(each, question.care)
        if offered is None or each.code == question.referring.code:
            continue
        lacking = _lacking(question, each, offered.level)
        lacks[each.code] = len(lacking), not offered.level.includes(question.needed)
    fewest = min(lacks.values(), default=(0, False))
    if fewest == (0, False):
        return frozenset()
    return frozenset(code for code, lacking in lacks.items() if lacking == fewest)


def _wanted(question: _Question) -> tuple[Capability, ...]:
    """The capabilities needed, in the order in which they are written."""
    return tuple(each for each in Capability if each in question.need.capabilities)


def _has(question: _Question, each: Hospital, wanted: Capability) -> bool | None:
    return each.capabilities[wanted].covers(question.care)


def _unknown(question: _Question, each: Hospital) -> tuple[Capability, ...]:
    """The capabilities needed of which nobody knows whether the hospital has them."""
    return tuple(wanted for wanted in _wanted(question) if _has(question, each, wanted) is None)


def _suffices(question: _Question, each: Hospital) -> bool:
    """Whether it surely has the level and every capability needed."""
    has_level = offers_level(each, care=question.care, level=question.needed)
    return has_level and all(_has(question, each, wanted) for wanted in _wanted(question))


def _fresh(beds: BedsNow) -> BedsNow:
    """The news, without the count when nobody knows how old it is or it is too old."""
    if beds.age_min is None or beds.age_min > BEDS_NEWS_MAX_AGE_MIN:
        return BedsNow(free=None, age_min=beds.age_min, closed=beds.closed)
    return beds


def _order(question: _Question, option: _Option) -> tuple[bool, int, int, int, str]:
    """Who surely has what is needed first, then references, room and time. A reference known
    to have no room comes after the other references, and before all others.
    """
    code = option.hospital.code
    centres = question.references
    place = centres.index(code) if code in centres else 2 * len(centres)
    if code in centres and _has_no_room(option):
        place += len(centres)
    is_unknown = bool(_unknown(question, option.hospital))
    return is_unknown, place, _capacity(option.beds), option.minutes, code


def _has_no_room(option: _Option) -> bool:
    """Known to be full or closed: what nobody knows is not full."""
    return _capacity(option.beds) == NO_ROOM


def _overtaken(question: _Question, ranked: list[_Option]) -> frozenset[HospitalCode]:
    """The references that others, of a later place, have overtaken for want of room."""
    centres = question.references
    ordered = [each for each in ranked if each.hospital.code in centres]
    return frozenset(
        each.hospital.code
        for place, each in enumerate(ordered)
        if _has_no_room(each)
        and any(
            centres.index(before.hospital.code) > centres.index(each.hospital.code)
            for before in ordered[:place]
        )
    )


def _capacity(beds: BedsNow) -> int:
    """0 with free beds, 1 when nobody knows, ``NO_ROOM`` when full or closed."""
    if beds.closed or _is_full(beds):
        return NO_ROOM
    return 1 if beds.free is None else 0


def _is_full(beds: BedsNow) -> bool:
    return beds.free is not None and beds.free <= 0


def _candidate(
    question: _Question, option: _Option, rank: int, *, behind: frozenset[HospitalCode]
) -> Candidate:
    each, beds = option.hospital, option.beds
    offered = offer(each, question.care)
    assert offered is not None  # _unfit has left out those without
    return Candidate(
        hospital=each.code,
        rank=rank,
        level=offered.level,
        is_reference=each.code in question.references,
        minutes_by_road=option.minutes,
        beds_free=beds.free,
        beds_reported_age_min=beds.age_min,
        closed=beds.closed,
        warnings=_warnings(question, option),
        reasons=_reasons(question, option, offered.level, is_behind=each.code in behind),
    )


def _warnings(question: _Question, option: _Option) -> tuple[str, ...]:
    beds, need = option.beds, question.need
    is_adult = question.care is Care.ADULT
    is_marked = bool(need.capabilities) and option.hospital.capabilities_are_provisional
    level = offer(option.hospital, question.care)
    assert level is not None  # _unfit has left out those without
    lacking = _lacking(question, option.hospital, level.level)
    told = (
        ("none_has_all", bool(lacking)),
        *((each.code, each.code != "level_too_low") for each in lacking),
        ("level_below_need", any(each.code == "level_too_low" for each in lacking)),
        ("closed", beds.closed),
        ("no_free_beds", _is_full(beds)),
        ("beds_unknown", beds.free is None and beds.age_min is None),
        ("beds_report_old", beds.free is None and beds.age_min is not None),
        ("reference_provisional", question.stands_in is not None),
        ("level_provisional", offer_is_provisional(option.hospital, question.care)),
        *((f"unknown_{each.value}", True) for each in _unknown(question, option.hospital)),
        ("unknown_obstetrics", need.obstetrics),
        ("capability_provisional", is_marked),
        ("child_surgery_level_proposed", need.complex_source_control and not is_adult),
    )
    return tuple(code for code, holds in told if holds)


def _reasons(
    question: _Question, option: _Option, level: Level, *, is_behind: bool
) -> tuple[Reason, ...]:
    needed = question.needed.value
    levels = (("level", level.value), ("needed", needed))
    is_reference = option.hospital.code in question.references
    reasons = [Reason("reference_centre" if is_reference else "level_suffices", levels)]
    if not level.includes(question.needed):
        reasons = [Reason("level_too_low", levels)]
    elif is_reference and question.stands_in is not None:
        of = (("hospital", question.stands_in.short),)
        reasons = [Reason("reference_of_nearest", (*levels, *of))]
    if is_behind:
        reasons.append(Reason("behind_reference_with_room"))
    if option.beds.free and _capacity(option.beds) == 0:
        reasons.append(Reason("free_beds", (("beds", option.beds.free),)))
    reasons.append(Reason("minutes_by_road", (("minutes", option.minutes),)))
    return tuple(reasons)


def _left_out(question: _Question, option: _Option, reasons: tuple[Reason, ...]) -> NotProposed:
    """With what one would be warned of where nothing but its no speaks against it."""
    is_only_its_no = {each.code for each in reasons} == {"declined"}
    warnings = _warnings(question, option) if is_only_its_no else ()
    return NotProposed(option.hospital.code, reasons, warnings)


def _beyond(question: _Question, option: _Option, last: _Option) -> NotProposed:
    """Why a sufficient hospital is after the last candidate: its capacity, or its distance."""
    has_less_capacity = _capacity(option.beds) > _capacity(last.beds)
    code = "capacity_after_candidates" if has_less_capacity else "farther_than_candidates"
    facts: tuple[tuple[str, Fact], ...] = (
        ("minutes", option.minutes),
        ("beds", option.beds.free),
        ("candidates", MOST_CANDIDATES),
    )
    why = (Reason(code, facts),)
    return NotProposed(option.hospital.code, why, _warnings(question, option))
