"""10,000 random orders of commands: the gate holds, and one is responsible at every instant.

The judge keeps books of its own, from what was given alone: who was on duty where, who answered
what to whom. It shares nothing with the core but the names of events and of answers.
"""

from collections.abc import Callable
from random import Random

from dispatch.identity.actor import Actor
from dispatch.identity.duty import Post, Shift
from dispatch.kernel.failures import Refused
from dispatch.transfer.decide_offer import CounterOffer
from dispatch.transfer.events import HospitalAsked, TransferAccepted, UnitAssigned
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import Transfer, is_open
from tests.builders import (
    ALL_YES,
    CALELLA,
    GERMANS_TRIAS,
    JOURNEY,
    MATARO,
    SVA_1,
    SVA_2,
    Story,
    a_story,
    an_actor,
    at,
    coordinating_doctor,
    crew,
    dispatcher,
    intensivist,
    on_duty,
    referring_doctor,
)

ORDERS = 10_000
COMMANDS = 14
OFFERS = (
    CounterOffer("after_resuscitation"),
    CounterOffer("later", available_at=at(30)),
    CounterOffer("other_hospital", suggested=GERMANS_TRIAS),
)
DAY_OFF = an_actor(intensivist().role, name="off duty", hospital=MATARO)
ASKER = an_actor(intensivist().role, name="asks and answers", hospital=MATARO)
DOCTORS = (intensivist(), intensivist(GERMANS_TRIAS), DAY_OFF, ASKER)
PEOPLE = (*DOCTORS, dispatcher(), coordinating_doctor(), referring_doctor(), crew())
ROSTER: tuple[Shift, ...] = (
    on_duty(intensivist(), ends_at=at(40)),
    on_duty(intensivist(GERMANS_TRIAS), Post.HEAD, starts_at=at(10)),
    on_duty(ASKER, Post.SECOND),
    on_duty(DAY_OFF, ends_at=at(-1)),
    on_duty(DAY_OFF, hospital=GERMANS_TRIAS, starts_at=at(500), ends_at=at(900)),
)
ON_DUTY_FROM_TO = {
    (MATARO, intensivist().person_id): (-1440, 40),
    (GERMANS_TRIAS, intensivist(GERMANS_TRIAS).person_id): (10, 1440),
    (MATARO, ASKER.person_id): (-1440, 1440),
}
"""The same roster in minutes after noon, written a second time for the judge."""


def a_command(story: Story, random: Random) -> Callable[[], object]:
    """Something somebody might do, sensible or not; what would come next, half of the time."""
    who = random.choice(PEOPLE)
    if random.random() < 0.5:
        return likely(story, random)
    answers = {name: random.choice(("yes", "yes", "no")) for name in ALL_YES}
    reason = random.choice((None, "no_bed", "no_infection"))
    return random.choice(
        (
            lambda: story.ask(
                hospital=random.choice((MATARO, GERMANS_TRIAS, CALELLA)), by=who, reason="so"
            ),
            lambda: story.answer(answers=typed(answers), by=who, reason=reason),
            lambda: story.answer(answers=typed(dict(list(answers.items())[:3])), by=who),
            lambda: story.decline(by=who, reason=reason),
            lambda: story.counter(by=who, offer=random.choice(OFFERS)),
            lambda: story.phone(
                answers=typed(answers), by=who, doctor=random.choice(DOCTORS), read_back=True
            ),
            lambda: story.phone(by=who, doctor=random.choice(DOCTORS), read_back=False),
            lambda: story.confirm(by=who),
            lambda: story.assign(unit_id=random.choice((SVA_1, SVA_2)), by=who),
            lambda: story.release(by=who),
            lambda: story.step(random.choice(JOURNEY), by=who),
            lambda: story.hand_over(by=who),
            lambda: story.cancel(by=who),
        )
    )


def likely(story: Story, random: Random) -> Callable[[], object]:
    stage = story.transfer().stage
    order = tuple(Stage)
    doctor = random.choice(DOCTORS)
    if stage is Stage.ASKED:
        return random.choice(
            (
                lambda: story.answer(by=doctor),
                lambda: story.phone(by=coordinating_doctor(), doctor=doctor),
                lambda: story.counter(by=doctor, offer=random.choice(OFFERS)),
                lambda: story.decline(by=doctor, reason="no_bed"),
                story.climb,
            )
        )
    if stage is Stage.REQUESTED:
        return random.choice((story.move_on, story.ask))
    if not is_open(story.transfer()):
        return lambda: None
    following = order[order.index(stage) + 1]
    return lambda: story.go_to(following, "T1", random.choice((SVA_1, SVA_2)))


def typed(answers):
    kinds = {answer.value: answer for answer in type(next(iter(ALL_YES.values())))}
    return {name: kinds[word] for name, word in answers.items()}


WAYS_OUT = {Stage.DIED, Stage.TAKEN_BACK, Stage.LOST}
"""No command of this test leads there."""


def require_gated(story: Story, asked_by: Actor) -> bool:
    """Every assignment comes after an acceptance with four yes by who was on duty there."""
    accepted: TransferAccepted | None = None
    asked = None
    for line in story.lines:
        if isinstance(line.event, HospitalAsked):
            asked = line.event.hospital
        if isinstance(line.event, TransferAccepted):
            accepted = line.event
            minute = (line.occurred_at - at(0)).total_seconds() / 60
            post = (accepted.hospital, accepted.intensivist_id)
            assert accepted.hospital == asked
            begins, ends = ON_DUTY_FROM_TO[post]
            assert begins <= minute < ends
            assert sorted(accepted.answers) == sorted(ALL_YES)
            assert {answer.value for answer in accepted.answers.values()} == {"yes"}
            assert accepted.intensivist_id != asked_by.person_id
            is_in_person = line.actor_id == accepted.intensivist_id
            assert is_in_person == (accepted.recorded_by is None)
            assert is_in_person or accepted.read_back
            assert is_in_person or line.actor_role in {"dispatcher", "coordinating_doctor"}
        if isinstance(line.event, UnitAssigned):
            assert accepted is not None
    return accepted is not None


def responsible(transfer: Transfer) -> list[str]:
    """Who has the next move, read off the row and not off its stage."""
    agreed, unit = transfer.agreement is not None, transfer.unit_id is not None
    return [
        name
        for name, holds in (
            ("who asks", transfer.asked is None and not agreed and not unit),
            ("the hospital asked", transfer.asked is not None and not agreed and not unit),
            ("headquarters", agreed and not unit),
            ("the crew", unit),
        )
        if holds
    ]


def begun(asked_by: Actor) -> Story:
    story = a_story(by=asked_by)
    story.roster = ROSTER
    return story


def test_no_order_of_commands_passes_the_gate():
    starts = {actor: begun(actor) for actor in (referring_doctor(), ASKER)}
    reached = dict.fromkeys(Stage, 0)
    agreed = phoned = escalated = offered = 0
    for seed in range(ORDERS):
        random = Random(seed)
        asked_by = random.choice(tuple(starts))
        story = Story(starts[asked_by].board)
        story.lines, story.roster = starts[asked_by].lines, ROSTER
        for _ in range(COMMANDS):
            story.wait(random.choice((0, 1, 3, 8)))
            try:
                a_command(story, random)()
            except Refused:
                continue
            transfer = story.transfer()
            assert len(responsible(transfer)) == 1 or not is_open(transfer)
        transfer = story.transfer()
        reached[transfer.stage] += 1
        agreed += require_gated(story, asked_by)
        phoned += bool(transfer.agreement and transfer.agreement.recorded_by)
        escalated += bool(transfer.escalated)
        offered += bool(transfer.offers)
    assert min(agreed, phoned, escalated, offered) > ORDERS / 50
    assert all(count > 0 for stage, count in reached.items() if stage not in WAYS_OUT)
