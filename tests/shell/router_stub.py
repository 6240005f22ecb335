"""A router on loopback that says what the test wrote by hand, over real HTTP."""

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.waits import patiently


@dataclass
class Said:
    """One answer: status, body as it goes over the wire, and seconds before it does."""

    body: object
    status: int = 200
    after_s: float = 0.0

    def raw(self):
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body).encode()


@dataclass
class Stub:
    """Answers each path by the first words it starts with; what it has is repeated."""

    says: dict[str, list[Said]]
    heard: list[tuple[str, str, str]] = field(default_factory=list)
    port: int = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def asked(self, path):
        """The requests whose path starts so, as target and body."""
        return [(target, body) for _, target, body in self.heard if target.startswith(path)]

    async def serve(self, reader, writer):
        try:
            async with patiently():
                while line := await reader.readline():
                    await self._answer(line.decode(), reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, line, reader, writer):
        method, target, _ = line.split()
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length:")[2].partition("\r\n")[0] or 0)
        self.heard.append((method, target, (await reader.readexactly(length)).decode()))
        said = self._next(target)
        await asyncio.sleep(said.after_s)
        body = said.raw()
        head = f"HTTP/1.1 {said.status} X\r\ncontent-length: {len(body)}\r\n"
        writer.write(f"{head}content-type: application/json\r\n\r\n".encode() + body)
        await writer.drain()

    def _next(self, target):
        path = next(each for each in self.says if target.startswith(each))
        queue = self.says[path]
        return queue.pop(0) if len(queue) > 1 else queue[0]


@asynccontextmanager
async def router_saying(**says):
    """``table=[…]`` for OSRM; ``sources_to_targets=[…], status=[…]`` for Valhalla."""
    stub = Stub({f"/{path}": list(said) for path, said in says.items()})
    server = await asyncio.start_server(stub.serve, "127.0.0.1", 0)
    stub.port = server.sockets[0].getsockname()[1]
    try:
        yield stub
    finally:
        server.close()
