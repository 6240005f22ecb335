"""Ten thousand random orders around the handover: one side answers at every instant.

Each order starts somewhere between the agreement and the handover and gives twelve commands of
anybody, sensible or not, on the way there and on the way back.
"""

from random import Random
from typing import get_args

from dispatch.fleet.unit import Activity
from dispatch.kernel.failures import Refused
from dispatch.kernel.ids import TransferId, UnitId
from dispatch.transfer.board import Recorded
from dispatch.transfer.custody import Side, responsible, responsible_unit
from dispatch.transfer.events import (
    Event,
    PartConfirmed,
    TransferCancelled,
    TransferHandedOver,
    TransferProgressed,
    UnitAssigned,
    UnitFailed,
)
from dispatch.transfer.parts import Part
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_open
from dispatch.transfer.way_events import FailureTakenBack, StepTakenBack
from tests.builders import (
    JOURNEY,
    SVA_1,
    SVA_2,
    SVI_1,
    Story,
    a_story,
    crew,
    dispatcher,
    intensivist,
    referring_doctor,
)

ORDERS = 10_000
LENGTH = 12
PARTS = get_args(Part)
SIDES = get_args(Side)
CALLED_OFF = ("referring", "crew", "referring")
PEOPLE = (dispatcher(), crew(), intensivist(), referring_doctor())
FOLLOWING = dict(zip(tuple(Stage)[:9], tuple(Stage)[1:10], strict=True))
STARTS = (Stage.ACCEPTED, Stage.ASSIGNED, Stage.AT_PATIENT, Stage.ARRIVED)


def _go_on(story: Story, name: str) -> None:
    following = FOLLOWING.get(story.transfer(name).stage)
    if following is not None:
        has_failed = story.unit(SVA_1).activity is Activity.OUT_OF_SERVICE
        story.go_to(following, name, SVI_1 if name == "R1" else SVA_2 if has_failed else SVA_1)


def _command(story: Story, random: Random) -> None:
    name = "R1" if TransferId("R1") in story.board.transfers else "T1"
    who, part = random.choice(PEOPLE), random.choice(PARTS)
    acts = (
        *(6 * (lambda: _go_on(story, name),)),
        *(2 * (lambda: story.confirm_part(part, name, by=who),)),
        lambda: story.confirm_part(part, "T1", by=who),
        lambda: story.step(random.choice(JOURNEY), name, by=who),
        lambda: story.hand_over(name, by=who),
        lambda: story.assign(name, random.choice((SVA_1, SVA_2))),
        lambda: story.release(name),
        *(2 * (lambda: story.fail(name, by=who, position=(41.6, 2.6)),)),
        *(2 * (lambda: story.run_again(name, by=who),)),
        lambda: story.cancel(name),
        *(2 * (lambda: story.take_back(name=name, by=who),)),
        lambda: story.resolve(random.choice(("ward", "died")), "T1"),
        lambda: story.request_return() if name == "T1" else None,
        lambda: story.wait(random.choice((1, 20))),
    )
    before = story.board
    try:
        random.choice(acts)()
    except Refused:
        assert story.board is before


def _sides(story: Story, name: str) -> tuple[str, ...]:
    """Who answered one after the other: whoever takes, answers from that instant on.

    The log says who took, and the row must say the same. The judge knows no stage.
    """
    sides, taken_at = ["referring"], [story.transfer(name).milestones.requested_at]
    for line in _said(story, name):
        takes = _who_takes(line.event)
        if takes in {None, sides[-1]}:
            continue
        sides.append(str(takes))
        taken_at.append(line.occurred_at)
    row = story.transfer(name)
    if is_open(row):
        assert responsible_unit(row) == _unit_that_took(story, name)
    was_with_crew = row.milestones.crew_took_over_at is not None
    times = (
        row.milestones.requested_at,
        row.milestones.crew_took_over_at,
        row.milestones.handed_over_at,
        row.milestones.cancelled_at if was_with_crew else None,
    )
    assert tuple(sides) in {SIDES[: len(sides)], CALLED_OFF}
    assert sides[-1] == responsible(row)
    assert taken_at == sorted(taken_at) == [each for each in times if each is not None]
    return tuple(sides)


def _said(story: Story, name: str) -> list[Recorded]:
    """What the log says of that transfer, without the steps that were taken back."""
    lines: list[Recorded] = []
    for line in story.lines:
        if getattr(line.event, "transfer_id", None) != name:
            continue
        if isinstance(line.event, StepTakenBack):
            step = line.event.step
            lines.remove([each for each in lines if _step_of(each.event) == step][-1])
        else:
            lines.append(line)
    return lines


def _step_of(event: Event) -> str | None:
    """What a crew can take back: its steps, and that it took over."""
    if isinstance(event, TransferProgressed):
        return event.step
    return event.part if isinstance(event, PartConfirmed) else None


def _unit_that_took(story: Story, name: str) -> UnitId | None:
    """By the log alone: the unit whose crew took the patient last. A failure takes from nobody
    a patient that was taken.
    """
    driving: UnitId | None = None
    taken: UnitId | None = None
    for line in _said(story, name):
        event = line.event
        if isinstance(event, UnitAssigned | FailureTakenBack):
            driving = event.unit_id
        elif _who_takes(event) == "crew":
            taken = driving
    return taken


def _who_takes(event: Event) -> Side | None:
    if isinstance(event, TransferCancelled):
        return "referring"
    if isinstance(event, TransferHandedOver):
        return "receiving"
    if isinstance(event, PartConfirmed) and event.part == "crew_took_over":
        return "crew"
    if isinstance(event, TransferProgressed) and event.step == "departed":
        return "crew"
    return None


def test_one_side_answers_at_every_instant_in_ten_thousand_orders():
    starts = tuple(a_story(stage) for stage in STARTS)
    counted = dict.fromkeys(SIDES, 0)
    returns, failed, rescued, undone = 0, 0, 0, 0
    for seed in range(ORDERS):
        random = Random(seed)
        start = random.choice(starts)
        story = Story(start.board)
        story.lines, story.now_at = start.lines, start.now_at
        for _ in range(LENGTH):
            _command(story, random)
            for name in story.board.transfers:
                sides = _sides(story, name)
        counted[sides[-1]] += 1
        failures = [line.seq for line in story.lines if isinstance(line.event, UnitFailed)]
        failed += bool(failures)
        undone += any(isinstance(line.event, StepTakenBack) for line in story.lines)
        rescued += any(_left_after(story, seq) for seq in failures)
        returns += len(story.board.transfers) > 1
    assert min(counted.values()) > ORDERS / 50
    assert returns > ORDERS / 50
    assert failed > ORDERS / 10
    assert undone > ORDERS / 10
    assert rescued > ORDERS / 200


def _left_after(story: Story, seq: int) -> bool:
    return any(line.seq > seq and _who_takes(line.event) == "crew" for line in story.lines)
