"""``csi demo``: a seeded region, a simulated fleet, patients arriving; nothing from outside."""

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import rich_click as click
from pydantic import SecretStr

from dispatch.cli.given import tell_unknown_variables
from dispatch.cli.missing import tell_missing_console
from dispatch.cli.port import open_port
from dispatch.cli.rows import show_rows
from dispatch.cli.say import known_failures, out, run, step, tell, text
from dispatch.cli.telephones import read_telephones
from dispatch.config import DEMO_PASSWORD, DEMO_SECRET, Settings, read_settings
from dispatch.desk import Headquarters, Person
from dispatch.desk.read_board import read_board
from dispatch.identity import HEADQUARTERS
from dispatch.main import Entrance, Region, open_headquarters, serve, start_over
from dispatch.simulation.actors import as_command
from dispatch.simulation.cast import add_cast, cast, showcase_doctor, shown
from dispatch.simulation.first_day import has_begun, open_first_day
from dispatch.simulation.run import run as simulate
from dispatch.simulation.world import Rules
from dispatch.telemetry import start_logs

DATA_DIR = Path("var/demo")

ITS_OWN: dict[str, object] = {
    "database_url": None,
    "data_dir": DATA_DIR,
    "public_origin": None,
    "host": "127.0.0.1",
    "secret": SecretStr(DEMO_SECRET),
}
"""What the demonstration never takes from a server's settings."""


@dataclass(frozen=True)
class _Wanted:
    """What the command line asked for."""

    settings: Settings
    rules: Rules
    is_fresh: bool


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=None, help="Port, 8061 if none is given."
)
@click.option(
    "--speed",
    type=click.FloatRange(0.1, 100),
    default=1.0,
    show_default=True,
    help="How many times faster simulated people act and units travel.",
)
@click.option("--fresh", is_flag=True, help="Forget the last demo and start over.")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path),
    default=DATA_DIR,
    show_default=True,
    help="Where the demo keeps its database.",
)
@click.option("--quiet-patients", is_flag=True, help="No new simulated patients.")
@click.option("--quiet-crews", is_flag=True, help="Units on a transfer wait for real crews.")
@click.option("--seed", type=int, default=2020, show_default=True, help="Of the simulation.")
def demo(  # noqa: PLR0913 -- one argument for each option
    *,
    port: int | None,
    speed: float,
    fresh: bool,
    data_dir: Path,
    quiet_patients: bool,
    quiet_crews: bool,
    seed: int,
) -> None:
    """Catalonia alive in your browser: invented patients, on this machine only.

    Data stay between two starts. Ctrl-C ends it. Its database, folder, address and secret are
    its own: CSI_DATABASE_URL, CSI_DATA_DIR, CSI_HOST, CSI_PUBLIC_ORIGIN and CSI_SECRET are not
    read.
    """
    rules = Rules(
        seed=seed,
        speed=speed,
        has_arrivals=not quiet_patients,
        has_crews=not quiet_crews,
    )
    with known_failures():
        tell_unknown_variables()
        settings = demo_settings(port=port, data_dir=data_dir)
        _tell_unread(data_dir)
        start_logs("warning", for_people=True)
        telephones = read_telephones(settings.telephones)
        entrance = Entrance(open_port(settings.host, settings.port, is_demo=True), telephones)
    run(partial(_demo, _Wanted(settings, rules, fresh), entrance))


def demo_settings(*, port: int | None, data_dir: Path) -> Settings:
    """The settings of a demo: never a server's database, secret or address."""
    given = read_settings(port=port)
    return given.model_copy(update={**ITS_OWN, "data_dir": data_dir})


def _tell_unread(data_dir: Path) -> None:
    """Nobody believes that the demonstration runs on the database of their setting."""
    set_here = read_settings().model_fields_set
    if unread := [f"CSI_{name.upper()}" for name in ITS_OWN if name in set_here]:
        step(text("cli-demo-unread", names=", ".join(unread), path=str(data_dir)))


async def _demo(wanted: _Wanted, entrance: Entrance) -> None:
    settings = wanted.settings
    if wanted.is_fresh:
        await asyncio.to_thread(start_over, settings.data_dir, on_step=step)
    step(text("cli-demo-starting"))
    opening = open_headquarters(settings, is_demo=True, on_step=step, will_plan=True)
    async with opening as (hq, region, keeping):
        step(_region_line(region))
        people = await _people(hq, settings)
        showcase = showcase_doctor(people)
        goes_on = await has_begun(hq, showcase)
        if not goes_on:
            step(text("cli-demo-day"))
        await open_first_day(hq, wanted.rules, showcase)
        await serve(
            hq,
            settings,
            entrance,
            loops=(partial(simulate, hq, wanted.rules), keeping),
            on_ready=partial(_welcome, settings, people, goes_on=goes_on),
        )
        step(text("cli-stopping"))
    tell("cli-stopped")


async def _people(hq: Headquarters, settings: Settings) -> list[Person]:
    board = await read_board(hq, as_command(HEADQUARTERS))
    kinds = {unit.unit_id: unit.unit_type for unit in board.units.values()}
    people = cast(hq, kinds, language=settings.language)
    await add_cast(hq, people, DEMO_PASSWORD)
    return people


def _region_line(region: Region) -> str:
    hospitals, units = len(region.network.hospitals), len(region.fleet)
    return text("cli-demo-region", hospitals=hospitals, units=units)


def _welcome(settings: Settings, people: list[Person], *, goes_on: bool) -> None:
    out.print()
    address = f"http://{settings.host}:{settings.port}"
    tell("cli-demo-open", address=address)
    tell_missing_console(address)
    out.print()
    columns = ("username", "password", "who", "role")
    show_rows([text(f"cli-demo-{each}") for each in columns], map(_row, shown(people)))
    out.print()
    tell("cli-demo-earlier" if goes_on else "cli-demo-story")
    tell("cli-demo-more")
    tell("cli-demo-end")


def _row(each: Person) -> tuple[str, ...]:
    return (each.username, DEMO_PASSWORD, each.name, text(f"role-{each.role.value}"))
