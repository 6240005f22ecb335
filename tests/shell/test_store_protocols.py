"""What PostgreSQL itself refuses of antibiotic protocols, whoever asks."""

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.desk_world import World
from tests.protocols import a_version
from tests.shell.test_store_schema import run

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize(
    "change",
    [
        "update antibiotic_protocol set doc = '{}'",
        "delete from antibiotic_protocol",
        "truncate antibiotic_protocol",
    ],
)
async def test_nobody_can_change_a_version_of_a_protocol(
    engine: AsyncEngine, postgres_world: World, change: str
) -> None:
    centres = postgres_world.hq.centres
    await centres.add_protocol(a_version())
    with pytest.raises(DBAPIError, match="kept as they are"):
        await run(engine, change)
    assert await centres.read_protocols() == (a_version(),)
