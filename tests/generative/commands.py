"""Commands of anybody, in any order: what people might do, sensible or not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from hypothesis import strategies as st

from dispatch.assessment.priority import Condition, Priority
from dispatch.capacity.beds import BedKind
from dispatch.checklist.verdict import Answer
from dispatch.fleet.unit import Activity
from dispatch.identity.actor import HEADQUARTERS
from dispatch.kernel.failures import Refused
from dispatch.network.levels import Care
from dispatch.transfer.evolve_journey import PART_AT
from dispatch.transfer.parts import Needs
from dispatch.transfer.stage import Stage
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    JOURNEY,
    MATARO,
    SANT_PAU,
    SVA_1,
    SVA_2,
    SVB_1,
    SVI_1,
    Story,
    admin,
    analyst,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)

NAMES = ("T1", "T2", "T3")
RETURNS = ("R1", "R2")
UNITS = (SVA_1, SVA_2, SVI_1, SVB_1)
HOSPITALS = (MATARO, GERMANS_TRIAS, SANT_PAU, CALELLA, "nowhere")
ACTORS = (
    dispatcher(),
    coordinating_doctor(),
    referring_doctor(CALELLA),
    referring_doctor(MATARO),
    intensivist(MATARO),
    intensivist(GERMANS_TRIAS),
    intensivist(SANT_PAU),
    crew(SVA_1),
    crew(SVA_2),
    analyst(),
    admin(),
    HEADQUARTERS,
)
NEXT_STAGE = dict(zip(tuple(Stage)[:9], tuple(Stage)[1:10], strict=True))

names, actors, units = (st.sampled_from(each) for each in ((*NAMES, *RETURNS), ACTORS, UNITS))
texts = st.sampled_from(("because", "", "\x00"))


@dataclass(frozen=True)
class Command:
    """A verb of the story and what it is given; ``verb`` may also be ``wait`` or ``go_on``."""

    verb: str
    given: dict[str, Any]


def a_command(verb: str, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Command]:
    return st.builds(Command, st.just(verb), st.fixed_dictionaries(given))


requests = a_command(
    "request",
    name=st.sampled_from(NAMES),
    referring=st.sampled_from((CALELLA, MATARO)),
    care=st.sampled_from((Care.ADULT, Care.ADULT, Care.PAEDIATRIC)),
    condition=st.sampled_from(sorted(Condition)),
    has_treatment_limits=st.sampled_from((False, False, False, True)),
)
asking = a_command(
    "ask",
    name=names,
    hospital=st.none() | st.sampled_from(HOSPITALS),
    by=actors,
    reason=st.none() | texts,
)
answering = a_command(
    "answer",
    name=names,
    answers=st.just(ALL_YES)
    | st.dictionaries(
        st.sampled_from((*ALL_YES, "fifth")), st.sampled_from(sorted(Answer)), max_size=5
    ),
    by=st.none() | actors,
    reason=st.sampled_from((None, "no_bed", "no_infection", "tired")),
) | (
    a_command("decline", name=names, by=st.none() | actors, reason=st.just("no_bed"))
    | a_command("withdraw", name=names)
    | a_command("withdraw", name=names, by=actors, told_by=texts)
    | a_command("phone", name=names)
    | a_command("dispute", name=names, by=actors, reason=texts)
    | a_command("confirm", name=names, by=actors)
)
sending = (
    a_command("assign", name=names, unit_id=units, by=actors, reason=texts)
    | a_command("assign", name=names, unit_id=units)
    | a_command("release", name=names, by=actors, reason=texts)
    | a_command(
        "fail",
        name=names,
        by=actors,
        reason=texts,
        position=st.sampled_from((None, (41.6, 2.6))),
    )
    | a_command("fail", name=names, position=st.just((41.58, 2.55)))
)
travelling = a_command(
    "step",
    name=names,
    step=st.sampled_from(JOURNEY),
    by=actors,
    occurred_at=st.none() | st.integers(-10, 200).map(at),
) | (
    a_command("hand_over", name=names, by=actors)
    | a_command("take_back", name=names, by=actors, reason=texts)
    | a_command("take_back", name=names)
)
changing = (
    a_command(
        "change_condition",
        name=names,
        condition=st.sampled_from(sorted(Condition)),
        by=actors,
        needs=st.builds(Needs, vasoactives=st.booleans(), complex_source_control=st.booleans()),
    )
    | a_command(
        "change_priority",
        name=names,
        priority=st.sampled_from(sorted(Priority)),
        by=actors,
        reason=texts,
    )
    | a_command("cancel", name=names, by=actors, reason=texts)
)
reporting = a_command(
    "report_beds",
    hospital=st.sampled_from((MATARO, GERMANS_TRIAS, SANT_PAU)),
    total=st.integers(-1, 8),
    used=st.integers(-1, 8),
    kind=st.sampled_from(sorted(BedKind)),
) | a_command(
    "report_status",
    unit_id=units,
    activity=st.sampled_from(
        (Activity.STATION, Activity.OTHER_MISSION, Activity.OUT_OF_SERVICE)
    ),
    busy_until_at=st.none() | st.integers(0, 120).map(at),
)
of_beds = (
    a_command(
        "close_beds", hospital=st.sampled_from((MATARO, SANT_PAU)), reason=st.just("outbreak")
    )
    | a_command("open_beds", hospital=st.sampled_from((MATARO, SANT_PAU)))
    | a_command("keep_bed", name=names, by=actors)
    | a_command("expire_hold", name=names)
)
parts = st.sampled_from(sorted(PART_AT))
handing_over = (
    a_command("confirm_part", name=names, part=parts, by=actors)
    | a_command("resolve", name=names, outcome=st.sampled_from(("ward", "home", "returned")))
    | a_command("request_return", name=st.sampled_from(RETURNS), of=names)
    | a_command("answer", name=st.sampled_from(RETURNS))
)
leaving = (
    a_command("die", name=names, by=actors)
    | a_command("lose", name=names, by=actors, reason=texts)
    | a_command("divert", name=names, hospital=st.sampled_from(HOSPITALS[:4]), by=actors)
    | a_command("divert", name=names, hospital=st.sampled_from(HOSPITALS[:4]))
    | a_command(
        "tell_course", name=names, course=st.sampled_from(("worse", "better")), by=actors
    )
    | a_command("want_back", name=names)
    | a_command("nobody_answers", name=names, by=actors, reason=texts)
    | a_command("reopen", name=names)
    | a_command("reopen", name=names, by=actors, reason=texts)
)
going_on = a_command("go_on", name=names, unit_id=units, steps=st.integers(1, 6))
waiting = a_command("wait", minutes=st.integers(0, 20) | st.just(400))
anything = st.one_of(
    requests,
    *(going_on for _ in range(3)),
    asking,
    answering,
    sending,
    travelling,
    changing,
    changing,
    reporting,
    of_beds,
    handing_over,
    leaving,
    waiting,
)


def give(story: Story, command: Command) -> None:
    """The command, if it is about something. One refused moves nothing."""
    if command.verb == "request_return" and command.given["of"] not in story.board.transfers:
        return
    is_about_one = "name" in command.given and not command.verb.startswith("request")
    if is_about_one and command.given["name"] not in story.board.transfers:
        return
    if command.verb == "go_on":
        _go_on(story, **command.given)
    else:
        _unmoved_if_refused(story, lambda: getattr(story, command.verb)(**command.given))


def _go_on(story: Story, *, name: str, unit_id: str, steps: int) -> None:
    """What would come next were all to go well, and next, and next."""
    for _ in range(steps):
        following = NEXT_STAGE.get(story.transfer(name).stage)
        if following is not None:
            go = partial(story.go_to, following, name, unit_id)
            _unmoved_if_refused(story, go)


def _unmoved_if_refused(story: Story, act: Callable[[], object]) -> None:
    before, lines = story.board, story.lines
    try:
        act()
    except Refused:
        assert story.board is before
        assert story.lines is lines
