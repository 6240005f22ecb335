"""A way to the database that can be cut, as a network is: nothing refuses, nothing answers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote, unquote

from tests.waits import patiently


class Way:
    """A socket in front of PostgreSQL's own. Cut off, what is sent into it is kept back, and
    who connects anew is let in and left alone; mended, what hung on it is lost.
    """

    def __init__(self, behind: Path) -> None:
        self._behind = behind
        self._open = asyncio.Event()
        self._open.set()
        self._hanging: set[asyncio.StreamWriter] = set()
        self._taken: set[asyncio.Task[None]] = set()

    def cut(self) -> None:
        """From now on nothing passes."""
        self._open.clear()

    def mend(self) -> None:
        """New connections pass again; the old ones are gone, as after a real cut."""
        self._open.set()
        for writer in tuple(self._hanging):
            writer.transport.abort()

    def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, both ways."""
        taken = asyncio.create_task(self._take(reader, writer))
        self._taken.add(taken)
        taken.add_done_callback(self._taken.discard)

    async def leave(self) -> None:
        """Nobody passes any more."""
        for taken in tuple(self._taken):
            taken.cancel()
        await asyncio.gather(*self._taken, return_exceptions=True)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        pair = {writer}
        self._hanging.add(writer)
        try:
            async with patiently():
                await self._open.wait()
            there, back = await asyncio.open_unix_connection(str(self._behind))
            pair.add(back)
            self._hanging.add(back)
            await asyncio.gather(self._pass(reader, back), self._pass(there, writer))
        except OSError:
            pass
        finally:
            self._hanging -= pair
            for each in pair:
                each.transport.abort()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while read := await reader.read(65_536):
                async with patiently():
                    await self._open.wait()
                writer.write(read)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()


@asynccontextmanager
async def way_to(url: str, folder: Path) -> AsyncIterator[tuple[str, Way]]:
    """The URL of the same database by way of ``folder``, and what can cut it off."""
    host = url.partition("?host=")[2]
    behind = Path(unquote(host)) / ".s.PGSQL.5432"
    way = Way(behind)
    server = await asyncio.start_unix_server(way.take, str(folder / behind.name))
    try:
        yield url.replace(host, quote(str(folder), safe="")), way
    finally:
        server.close()
        await way.leave()
