"""``csi user``: accounts, managed by whoever runs the server."""

import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import rich_click as click

from dispatch.cli.demo import DATA_DIR, demo_settings
from dispatch.cli.given import given_settings
from dispatch.cli.hospital_named import hospital_named
from dispatch.cli.rows import show_rows
from dispatch.cli.say import known_failures, run, step, tell, text
from dispatch.config import Settings, require_safe_to_serve
from dispatch.desk import Headquarters, Person
from dispatch.desk.manage_people import (
    PASSWORD_MIN,
    add_person,
    change_password,
    disable_person,
    find_person,
    list_people,
)
from dispatch.identity import Role
from dispatch.kernel import PersonId, Unavailable, UnitId
from dispatch.main import has_database, open_headquarters, read_network
from dispatch.web.devices import INVITATION, Devices, device_key_of

ROLES = tuple(role.value for role in Role if role is not Role.HEADQUARTERS)


@click.group()
def user() -> None:
    """Accounts: add, list, change the password of, invite, disable; also while one serves.

    Passwords are asked for, or read from standard input; never given as an argument.
    """


@user.command("add")
@click.argument("username")
@click.option("--name", required=True, help="Name shown to the others.")
@click.option("--role", required=True, type=click.Choice(ROLES))
@click.option("--hospital", default=None, help="Code, for doctors of a hospital.")
@click.option("--unit", default=None, help="Call sign, for crews.")
@click.option(
    "--language", type=click.Choice(["ca", "es", "en"]), help="CSI_LANGUAGE if none is given."
)
def add(  # noqa: PLR0913 -- one argument for each option
    *,
    username: str,
    name: str,
    role: str,
    hospital: str | None,
    unit: str | None,
    language: str | None,
) -> None:
    """Add the account USERNAME."""
    with known_failures():
        language = language or given_settings().language
        code = hospital_named(read_network(), hospital) if hospital else None
    person = Person(
        person_id=PersonId(""),
        username=username,
        name=name,
        role=Role(role),
        password_hash="",
        hospital=code,
        unit_id=UnitId(unit.upper()) if unit else None,
        language=language,
    )
    _with_headquarters(partial(_add, person=person, password=_password()))


@user.command("list")
def list_all() -> None:
    """List all accounts."""
    _with_headquarters(_list, is_new_welcome=False)


@user.command("password")
@click.argument("username")
def password(username: str) -> None:
    """Give USERNAME a new password and end its sessions."""
    _with_headquarters(
        partial(_change, username=username, password=_password()), is_new_welcome=False
    )


@user.command("disable")
@click.argument("username")
def disable(username: str) -> None:
    """Close the account USERNAME and end its sessions."""
    _with_headquarters(partial(_disable, username=username), is_new_welcome=False)


@user.command("invite")
@click.argument("username")
def invite(username: str) -> None:
    """Let USERNAME in on a new device although others keep trying its password.

    Prints an address that is good for an hour and opens nothing: the password is still asked
    for. Needs the CSI_SECRET and CSI_PUBLIC_ORIGIN of the service.
    """
    with known_failures():
        settings = _served(_existing(given_settings()))
    _with(settings, partial(_invite, settings=settings, username=username))


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    said = text("cli-user-password", least=PASSWORD_MIN)
    again = text("cli-user-again")
    with known_failures():
        return str(click.prompt(said, hide_input=True, confirmation_prompt=again))


def _with_headquarters(
    act: Callable[[Headquarters], Awaitable[None]], *, is_new_welcome: bool = True
) -> None:
    with known_failures():
        settings = given_settings()
        if not is_new_welcome:
            settings = _existing(settings)
    _with(settings, act)


def _with(settings: Settings, act: Callable[[Headquarters], Awaitable[None]]) -> None:
    run(partial(_opened, settings, act))


def _existing(settings: Settings) -> Settings:
    """The settings of a database that is there, else of the demonstration's: nothing is made to
    list nothing. Raises ``Unavailable("no_database_here")`` naming both folders.
    """
    if settings.database_url is not None or has_database(settings.data_dir):
        return settings
    if not has_database(DATA_DIR):
        raise Unavailable("no_database_here", path=str(settings.data_dir), demo=str(DATA_DIR))
    step(text("cli-user-demo", path=str(DATA_DIR)))
    return settings.model_copy(update={"data_dir": DATA_DIR})


def _served(settings: Settings) -> Settings:
    """The settings under which that database is served. Raises ``Refused`` where ``csi serve``
    would not start with them.
    """
    if settings.database_url is None and settings.data_dir == DATA_DIR:
        return demo_settings(port=None, data_dir=DATA_DIR)
    return require_safe_to_serve(settings)


async def _opened(settings: Settings, act: Callable[[Headquarters], Awaitable[None]]) -> None:
    opening = open_headquarters(settings, is_demo=False, on_step=step, joins=True)
    async with opening as opened:
        await act(opened.hq)


async def _add(hq: Headquarters, *, person: Person, password: str) -> None:
    added = await add_person(hq, person, password)
    tell("cli-user-added", username=added.username)


async def _list(hq: Headquarters) -> None:
    people = await list_people(hq)
    columns = ("username", "who", "role", "where", "active")
    show_rows([text(f"cli-user-{each}") for each in columns], map(_row, people))


def _row(each: Person) -> tuple[str, ...]:
    where = each.hospital or each.unit_id or ""
    active = text("cli-yes" if each.is_active else "cli-no")
    return (each.username, each.name, text(f"role-{each.role.value}"), where, active)


async def _change(hq: Headquarters, *, username: str, password: str) -> None:
    await change_password(hq, username, password)
    tell("cli-user-changed", username=username)


async def _disable(hq: Headquarters, *, username: str) -> None:
    await disable_person(hq, username)
    tell("cli-user-disabled", username=username)


async def _invite(hq: Headquarters, *, settings: Settings, username: str) -> None:
    person = await find_person(hq, username)
    key = device_key_of(settings.secret.get_secret_value())
    invitation = Devices(key).invitation(
        person.username, new_name=hq.new_id(), now_at=hq.clock()
    )
    origin = settings.public_origin or f"http://{settings.host}:{settings.port}"
    tell("cli-user-invited", username=person.username, hours=INVITATION // timedelta(hours=1))
    tell("cli-user-invitation", address=f"{origin}/sign-in?invitation={invitation}")
