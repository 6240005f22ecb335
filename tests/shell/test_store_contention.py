"""Many dispatchers at once: no unit goes twice, every loser is told why."""

import asyncio
import random
from collections import Counter

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from dispatch.assessment import Priority
from dispatch.capacity import BedKind
from dispatch.desk.assign_unit import assign_unit
from dispatch.desk.change_priority import change_priority
from dispatch.desk.report_capacity import BedReport, report_capacity
from dispatch.desk.request_transfer import request_transfer
from dispatch.identity import Actor, Role
from dispatch.kernel import PersonId, Refused, TransferId, UnitId
from dispatch.store import headquarters
from dispatch.store.entry import Receipt
from dispatch.transfer.board import Board, apply_event
from dispatch.transfer.stage import Stage
from dispatch.transfer.transfer import is_open
from tests.builders import MATARO, a_request, coordinating_doctor, referring_doctor
from tests.conftest import NewDatabase
from tests.desk_world import World, by, fleet
from tests.stores import require_replay, require_tables

pytestmark = pytest.mark.postgres

DISPATCHERS = 50


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told here is who wins, not how long it takes on a busy machine."""
    monkeypatch.setattr(headquarters, "SETTLES_WITHIN_S", 60)


SVA = tuple(UnitId(f"SVA-0{number}") for number in range(1, 6))
LOSSES = {"already_assigned", "unit_taken_meanwhile", "not_at_this_stage"}


def a_dispatcher(number: int) -> Actor:
    return Actor(PersonId(f"d{number}"), f"Dispatcher {number}", Role.DISPATCHER)


async def twice(board: Board) -> list[str]:
    """Units on more than one open transfer."""
    on = Counter(
        row.unit_id for row in board.transfers.values() if is_open(row) and row.unit_id
    )
    return [unit_id for unit_id, missions in on.items() if missions > 1]


@pytest.mark.parametrize("seed", [1])
async def test_fifty_dispatchers_never_book_a_unit_twice(
    engine: AsyncEngine, postgres_world: World, seed: int
) -> None:
    world, chance = postgres_world, random.Random(seed)
    ids = [await world.brought_to(Stage.ACCEPTED, f"NHC {n}") for n in range(10)]
    before = (await world.board()).seq

    async def assign(number: int) -> Receipt | str:
        try:
            return await assign_unit(
                world.hq,
                by(a_dispatcher(number), key=f"key {number}"),
                chance.choice(ids),
                unit_id=chance.choice(SVA),
                override_reason="by eye",
            )
        except Refused as refusal:
            return refusal.code

    answers = await asyncio.gather(*(assign(number) for number in range(DISPATCHERS)))
    won = [answer for answer in answers if isinstance(answer, Receipt)]
    lost = [answer for answer in answers if isinstance(answer, str)]
    assert len(won) >= len(SVA)
    assert set(lost) <= LOSSES
    await require_never_twice(world)
    await require_tables(engine)
    changes = await world.hq.log.read_changes(before)
    names = Counter(line.event.__struct_config__.tag for line in changes.lines)
    assert names["transfer.unit-assigned"] == len(won) == len({each.seq for each in won})
    async with engine.connect() as database:
        kept = await database.scalar(text("select count(*) from command"))
    assert kept == len(won)


async def require_never_twice(world: World) -> None:
    """Neither now nor after any event of the past; the rows are those of the log."""
    board = Board(units={unit.unit_id: unit for unit in fleet()})
    for line in (await world.hq.log.read_changes(0)).lines:
        board = apply_event(board, line)
        assert await twice(board) == []
    assert await twice(await require_replay(world.hq.log, fleet())) == []


async def test_control_books_twice_without_the_constraint(new_database: NewDatabase) -> None:
    """Look, think, write: what the store would do with neither versions nor constraint."""
    engine = await new_database()
    async with engine.begin() as database:
        await database.execute(text("create table naive (unit_id text, transfer_id text)"))
    choices = random.Random(1)

    async def assign(number: int) -> None:
        unit_id = choices.choice(SVA)
        async with engine.begin() as database:
            query = text("select count(*) from naive where unit_id = :unit_id")
            if await database.scalar(query, {"unit_id": unit_id}):
                return
            await asyncio.sleep(0.005)
            put = text("insert into naive values (:unit_id, :transfer_id)")
            await database.execute(put, {"unit_id": unit_id, "transfer_id": f"T{number}"})

    await asyncio.gather(*(assign(number) for number in range(DISPATCHERS)))
    async with engine.connect() as database:
        query = "select unit_id from naive group by unit_id having count(*) > 1"
        assert (await database.execute(text(query))).all()


async def test_fifty_people_settle_on_one_row(
    engine: AsyncEngine, postgres_world: World
) -> None:
    transfer_id = await postgres_world.opened()

    async def change(number: int) -> Receipt | str:
        wanted = Priority.ZERO if number % 2 else Priority.THREE_HOURS
        actor = coordinating_doctor()
        try:
            return await change_priority(
                postgres_world.hq,
                by(actor, key=f"key {number}"),
                transfer_id,
                priority=wanted,
                reason="seen",
            )
        except Refused as refusal:
            return refusal.code

    answers = await asyncio.gather(*(change(number) for number in range(DISPATCHERS)))
    lost = {answer for answer in answers if isinstance(answer, str)}
    assert lost <= {"same_priority"}
    await require_replay(postgres_world.hq.log, fleet())
    await require_tables(engine)


async def test_fifty_reports_on_one_row_all_count(postgres_world: World) -> None:
    async def report(number: int) -> Receipt:
        beds = BedReport(MATARO, BedKind.ICU, total=50, used=number)
        command = by(a_dispatcher(number), key=f"key {number}")
        return await report_capacity(postgres_world.hq, command, beds)

    receipts = await asyncio.gather(*(report(number) for number in range(DISPATCHERS)))
    assert sorted(each.seq for each in receipts) == list(range(1, DISPATCHERS + 1))


async def test_repeated_request_opens_one_transfer(postgres_world: World) -> None:
    command = by(referring_doctor(), key="the same")
    receipts = await asyncio.gather(
        *(request_transfer(postgres_world.hq, command, a_request()) for _ in range(10))
    )
    assert len(set(receipts)) == 1
    assert set((await postgres_world.board()).transfers) == {TransferId(receipts[0].subject)}


async def test_two_requests_for_a_patient_open_one(postgres_world: World) -> None:
    answers = await asyncio.gather(
        *(
            request_transfer(postgres_world.hq, by(referring_doctor(), f"key {n}"), a_request())
            for n in range(10)
        ),
        return_exceptions=True,
    )
    refusals = [each for each in answers if isinstance(each, Refused)]
    assert {each.code for each in refusals} == {"patient_already_requested"}
    assert len(refusals) == 9
    assert len((await postgres_world.board()).transfers) == 1
