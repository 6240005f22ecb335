"""Ten thousand random orders of what people may do about beds, by the core alone.

Each order starts from three open requests and gives twenty commands of anybody, sensible or
not. After every one of them the beds add up, and are held for exactly those who wait for them.
"""

from random import Random

from dispatch.capacity.beds import closure_now, free_beds, free_now, overbooked, speaks_against
from dispatch.kernel.failures import Refused
from dispatch.transfer.decide_answer import bed_kind
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.events import (
    BedHoldExpired,
)
from dispatch.transfer.stage import HOLD_EXPIRES, Stage
from dispatch.transfer.transfer import is_open
from tests.builders import GERMANS_TRIAS, MATARO, SVA_1, SVA_2, SVI_1, Story

ORDERS = 10_000
LENGTH = 20
NAMES = ("T1", "T2", "T3")
HOSPITALS = (MATARO, GERMANS_TRIAS)
UNITS = dict(zip(NAMES, (SVA_1, SVA_2, SVI_1), strict=True))
FOLLOWING = dict(zip(tuple(Stage)[:9], tuple(Stage)[1:10], strict=True))


def _three_requests() -> Story:
    story = Story()
    for name in NAMES:
        story.request(name)
    return story


REQUESTED = _three_requests()


def _go_on(story: Story, name: str) -> None:
    following = FOLLOWING.get(story.transfer(name).stage)
    if following is not None:
        story.go_to(following, name, UNITS[name])


def _command(story: Story, random: Random) -> None:
    name, hospital = random.choice(NAMES), random.choice(HOSPITALS)
    reason = random.choice((None, "the only one"))
    total = random.randrange(-1, 4)
    acts = (
        *(10 * (lambda: _go_on(story, name),)),
        *(2 * (lambda: story.ask(name, hospital, reason=reason),)),
        lambda: story.answer(name),
        lambda: story.decline(name),
        lambda: story.cancel(name),
        lambda: story.reopen(name=name),
        lambda: story.withdraw(name),
        lambda: story.counter(name, offer=CounterOffer("after_resuscitation")),
        lambda: story.phone(name),
        lambda: story.move_on(name),
        lambda: story.release(name),
        lambda: story.keep_bed(name),
        lambda: story.expire_hold(name),
        lambda: story.report_beds(hospital, total=total, used=random.randrange(-1, 4)),
        lambda: story.close_beds(hospital, minutes=random.choice((-5, 90))),
        lambda: story.open_beds(hospital),
        lambda: story.wait(random.choice((1, 45, 400))),
    )
    before = story.board
    try:
        random.choice(acts)()
    except Refused:
        assert story.board is before


def _require_true_beds(story: Story) -> None:
    board = story.board
    for (hospital, kind), beds in board.beds.items():
        assert min(beds.held, beds.used, overbooked(beds)) >= 0
        free = free_beds(beds)
        assert (free is None) == (beds.reported_at is None)
        if free is not None:
            assert free * overbooked(beds) == 0
            assert beds.held + free + beds.used == beds.total + overbooked(beds)
        assert free_now(beds, story.now_at) in {None, free_beds(beds)}
        assert ("closed" in speaks_against(beds, story.now_at)) == (
            closure_now(beds, story.now_at) is not None
        )
        waiting = [
            row
            for row in board.transfers.values()
            if row.bed_held_at and row.agreement and row.agreement.hospital == hospital
        ]
        assert beds.held == sum(bed_kind(row) is kind for row in waiting)
        despite = [row for row in board.transfers.values() if row.asked_despite]
        assert beds.overridden or not any(row.asked == hospital for row in despite)


def _require_true_holds(story: Story) -> None:
    for row in story.board.transfers.values():
        holds = row.bed_held_at is not None
        assert not holds or (is_open(row) and row.agreement is not None)
        stands = row.agreement is not None and row.agreement.withdrawn_at is None
        if stands and is_open(row) and row.stage not in HOLD_EXPIRES and not holds:
            is_over = any(isinstance(line.event, BedHoldExpired) for line in story.lines)
            assert is_over or row.bed_gone_at is not None


def test_beds_add_up_after_any_command_in_ten_thousand_orders():
    reached: set[Stage] = set()
    counted = 0
    for seed in range(ORDERS):
        random, story = Random(seed), Story(REQUESTED.board)
        for _ in range(LENGTH):
            _command(story, random)
            _require_true_beds(story)
            _require_true_holds(story)
        reached |= {row.stage for row in story.board.transfers.values()}
        counted += sum(beds.overridden for beds in story.board.beds.values())
    assert reached == set(Stage) - {Stage.DIED, Stage.TAKEN_BACK, Stage.LOST}
    assert counted
