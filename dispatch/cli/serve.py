"""``csi serve``: the service itself."""

from functools import partial
from socket import socket

import rich_click as click

from dispatch.cli.missing import tell_missing_console
from dispatch.cli.port import open_port
from dispatch.cli.say import known_failures, run, step, tell, text
from dispatch.config import Settings, read_settings, require_safe_to_serve
from dispatch.main import open_headquarters
from dispatch.main import serve as serve_headquarters
from dispatch.telemetry import start_logs


@click.command()
@click.option("--host", default=None, help="Address to listen on; CSI_HOST, else loopback.")
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="Port; CSI_PORT.")
def serve(*, host: str | None, port: int | None) -> None:
    """Serve for real. Refuses to start with a default secret or without its public address."""
    with known_failures():
        settings = require_safe_to_serve(read_settings(host=host, port=port))
        start_logs(settings.log_level, for_people=False)
        listener = open_port(settings.host, settings.port)
    run(partial(_serve, settings, listener))


async def _serve(settings: Settings, listener: socket) -> None:
    opening = open_headquarters(settings, is_demo=False, on_step=step, will_plan=True)
    async with opening as (hq, _, keeping):
        await serve_headquarters(
            hq, settings, listener, loops=(keeping(),), on_ready=partial(_welcome, settings)
        )
        step(text("cli-stopping"))
    tell("cli-stopped")


def _welcome(settings: Settings) -> None:
    tell(
        "cli-serving", address=f"{settings.host}:{settings.port}", origin=settings.public_origin
    )
    tell_missing_console(settings.public_origin or "")
