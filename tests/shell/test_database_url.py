"""The address of the database as providers write it; what is wrong with one is one sentence."""

import asyncio

import pytest

from dispatch.kernel import Unavailable
from dispatch.store.postgres.connections import open_engine, ping
from dispatch.store.postgres.database_url import database_url
from tests.builders import refused
from tests.shell.test_cli_start import csi_says

NOWHERE = "127.0.0.1:9"
OURS = "postgresql+asyncpg://u:p@127.0.0.1:9/x"


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (f"postgres://u:p@{NOWHERE}/x", OURS),
        (f"postgresql://u:p@{NOWHERE}/x", OURS),
        (f"postgresql+asyncpg://u:p@{NOWHERE}/x", OURS),
        (f"postgresql+psycopg2://u:p@{NOWHERE}/x", OURS),
        (f" postgres://u:p@{NOWHERE}/x\n", OURS),
        (f"postgres://u:p@{NOWHERE}/x?sslmode=require", f"{OURS}?ssl=require"),
        (f"postgresql://u:p@{NOWHERE}/x?ssl=verify-full", f"{OURS}?ssl=verify-full"),
        ("postgresql://u@/x?host=/run/db", "postgresql+asyncpg://u@/x?host=%2Frun%2Fdb"),
        (
            "postgresql://u@/x?host=a:5432&host=b:5432",
            "postgresql+asyncpg://u@/x?host=a%3A5432&host=b%3A5432",
        ),
        ("postgres://u:p%40ss%2Fword@h/x", "postgresql+asyncpg://u:p%40ss%2Fword@h/x"),
    ],
)
def test_every_usual_form_is_taken(given, taken):
    assert database_url(given) == taken


WRONG = [
    ("", "empty", "is set, but empty"),
    ("  ", "empty", "is set, but empty"),
    ("mysql://x", "scheme", "mysql"),
    ("https://example.org/x", "scheme", "https"),
    ("postgresql://127.0.0.1:abc/x", "unreadable", "perhaps the port"),
    ("my database", "unreadable", "can’t be read"),
    ("postgresql:///x", "host", "names no host"),
    ("postgresql://u:p@h", "name", "names no database"),
    ("postgresql://u:p@h/x?channel_binding=require", "option", "channel_binding"),
    ("postgresql://u:p@h/x?sslmode=maybe", "sslmode", "verify-full"),
]


@pytest.mark.parametrize(("given", "fault", "_"), WRONG)
def test_what_is_wrong_is_named(given, fault, _):
    with refused("database_url_invalid", field="CSI_DATABASE_URL", fault=fault):
        database_url(given)


@pytest.mark.parametrize(("given", "_", "told"), WRONG)
def test_commands_say_it_in_one_sentence(given, _, told):
    said = csi_says("user", "list", CSI_DATABASE_URL=given)
    assert said.exit_code == 2
    assert said.stderr.count("\n") == 1
    assert told in said.stderr
    assert "CSI_DATABASE_URL" in said.stderr


def test_no_sentence_tells_the_password():
    for given, *_ in WRONG:
        url = given.replace("u:p@", "u:hush-hush@")
        assert "hush" not in csi_says("user", "list", CSI_DATABASE_URL=url).output


@pytest.mark.parametrize("command", [("user", "list"), ("migrate",)])
def test_host_that_nobody_knows_is_told_at_once_in_one_sentence(command):
    url = "postgresql://u:hush@no-such-host.invalid/x"
    said = csi_says(*command, CSI_DATABASE_URL=url)
    assert said.exit_code == 2
    assert said.stderr.startswith("Nobody knows the host in CSI_DATABASE_URL.")
    assert said.stderr.count("\n") == 1
    assert "hush" not in said.output


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda url: url.replace("/postgres?", "/nosuch?"), "name"),
        (lambda url: url.replace("://csi@", "://nobody_known@"), "password"),
    ],
)
async def test_server_that_lets_nobody_in_is_told(postgres_url, change, fault):
    wrong = change(postgres_url)
    assert wrong != postgres_url
    engine = open_engine(wrong)
    with pytest.raises(Unavailable) as caught:
        await ping(engine)
    await engine.dispose()
    assert (caught.value.what, caught.value.facts) == (
        "database_lets_nobody_in",
        {"fault": fault},
    )


async def test_server_without_encryption_is_told():
    async def answer(reader, writer):
        await reader.readexactly(8)
        writer.write(b"N")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    engine = open_engine(database_url(f"postgres://u:p@127.0.0.1:{port}/x?sslmode=require"))
    with pytest.raises(Unavailable) as caught:
        await ping(engine)
    await engine.dispose()
    server.close()
    assert caught.value.facts == {"fault": "ssl"}
