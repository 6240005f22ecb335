"""``csi serve``: the service itself."""

from functools import partial

import rich_click as click

from dispatch.cli.given import given_settings
from dispatch.cli.missing import tell_missing_console
from dispatch.cli.port import open_port
from dispatch.cli.say import known_failures, run, step, tell, text
from dispatch.cli.telephones import read_telephones
from dispatch.config import Settings, require_safe_to_serve
from dispatch.desk.manage_people import list_people
from dispatch.main import Entrance, open_headquarters
from dispatch.main import serve as serve_headquarters
from dispatch.telemetry import start_logs


@click.command()
@click.option("--host", default=None, help="Address to listen on; CSI_HOST, else loopback.")
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="Port; CSI_PORT.")
def serve(*, host: str | None, port: int | None) -> None:
    """Serve for real. Refuses to start with a default secret or without its public address."""
    with known_failures():
        settings = require_safe_to_serve(given_settings(host=host, port=port))
        start_logs(settings.log_level, for_people=False)
        telephones = read_telephones(settings.telephones)
        entrance = Entrance(open_port(settings.host, settings.port, is_demo=False), telephones)
    run(partial(_serve, settings, entrance))


async def _serve(settings: Settings, entrance: Entrance) -> None:
    opening = open_headquarters(settings, is_demo=False, on_step=step, will_plan=True)
    async with opening as (hq, _, keeping):
        has_accounts = bool(await list_people(hq))
        await serve_headquarters(
            hq,
            settings,
            entrance,
            loops=(keeping,),
            on_ready=partial(_welcome, settings, has_accounts=has_accounts),
        )
        step(text("cli-stopping"))
    tell("cli-stopped")


def _welcome(settings: Settings, *, has_accounts: bool) -> None:
    tell(
        "cli-serving", address=f"{settings.host}:{settings.port}", origin=settings.public_origin
    )
    tell_missing_console(settings.public_origin or "")
    if not has_accounts:
        tell("cli-serving-nobody")
