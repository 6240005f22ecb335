"""The gate of PostgreSQL for returns: a ward needs no duty in an ICU, an ICU does."""

from contextlib import nullcontext

import pytest
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.desk.test_desk_custody import BACK, asked_back
from tests.desk_world import World
from tests.shell.test_store_schema import (
    ACCEPTED,
    EVENT,
    FOUR,
    LAST,
    TOLD,
    broken,
    insert_plainly,
)

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize("needs_icu", [False, True])
async def test_gate_wants_no_icu_duty_for_a_return_to_a_ward_alone(
    engine: AsyncEngine, postgres_world: World, needs_icu: bool
) -> None:
    """Any doctor of the hospital agrees to a ward; a bed in an ICU is its intensivist's."""
    request = replace(BACK, needs_icu=needs_icu)
    transfer_id, _ = await asked_back(postgres_world, request)
    said = {"who": "ward-doctor", "phone": "null", "read_back": "true", "answers": FOUR}
    line = ACCEPTED.format(event=EVENT.format(**said)).replace(
        "from log", f"from log where transfer_id = '{transfer_id}'"
    )
    await insert_plainly(engine, line.replace("seq + 1", "(select max(seq) + 1 from log)"))
    with broken("agreement_on_duty") if needs_icu else nullcontext():
        await insert_plainly(engine, TOLD.format(id=transfer_id, **said) + LAST)
