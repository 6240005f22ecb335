"""``csi migrate``: the database brought to the newest schema."""

import rich_click as click

from dispatch.cli.given import given_settings
from dispatch.cli.say import known_failures, run, step, tell
from dispatch.config import Settings
from dispatch.main import open_headquarters


@click.command()
def migrate() -> None:
    """Bring the database to the newest schema. The server does it too when it starts."""
    with known_failures():
        settings = given_settings()

    async def act() -> None:
        await _migrate(settings)

    run(act)


async def _migrate(settings: Settings) -> None:
    async with open_headquarters(settings, is_demo=False, on_step=step):
        tell("cli-migrated")
