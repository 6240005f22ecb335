"""``csi watch``: the live board in a terminal, over the same websocket as the screens."""

import json
import secrets
import sys
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from http.cookies import SimpleCookie
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import msgspec
import rich_click as click
from rich.text import Text
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from dispatch.assessment import Priority
from dispatch.cli.say import fail, known_failures, out, run, sentence, tell, text
from dispatch.kernel import Refused, TransferId, Unavailable
from dispatch.live.truth import OLD_AFTER_S
from dispatch.live.wire import Heartbeat, News, ServerFrame, Snapshot
from dispatch.transfer.door import stage_said
from dispatch.transfer.views import TransferView

PATIENCE_S = 10
HELLO = b'{"type":"hello","last_seen":null}'
_frames: msgspec.json.Decoder[ServerFrame] = msgspec.json.Decoder(ServerFrame)


@dataclass(frozen=True)
class _Board:
    """Where the board is, and how to say so over HTTP and over a websocket."""

    origin: str

    @property
    def live(self) -> str:
        """The address of the websocket."""
        return f"ws{self.origin.removeprefix('http')}/live"


@dataclass
class _Shown:
    """What the terminal shows: the numbers on it, and whether it has said that they are old."""

    numbers: dict[TransferId, str] = field(default_factory=dict)
    is_old: bool = False


@click.command()
@click.argument("url", default="http://127.0.0.1:8061")
@click.option("--user", "username", default="central", show_default=True, help="Account.")
def watch(url: str, username: str) -> None:
    """Follow the live board at URL in this terminal, until Ctrl-C."""
    with known_failures():
        board = _Board(_origin(url))
        password = _password(username)
        cookie = sign_in(board.origin, username, password)
    run(partial(_follow, board, cookie))


def _origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise Refused("url_invalid", field="url", value=url, allowed="https://…")
    return f"{parts.scheme}://{parts.netloc}"


def _password(username: str) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt(text("cli-watch-password", username=username), hide_input=True))


def sign_in(origin: str, username: str, password: str) -> str:
    """The session's cookie. Raises ``Refused`` as the server said, ``Unavailable``."""
    body = json.dumps({"username": username, "password": password}).encode()
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": secrets.token_urlsafe(16),
        "Origin": origin,
    }
    wanted = Request(f"{origin}/api/sign-in", body, headers)  # noqa: S310 -- http(s) only
    try:
        with urlopen(wanted, timeout=PATIENCE_S) as answer:  # noqa: S310 -- http(s) only
            cookies = SimpleCookie(answer.headers.get("Set-Cookie", ""))
    except HTTPError as refused:
        raise _problem(refused) from None
    except (URLError, TimeoutError, ConnectionError) as failure:
        raise Unavailable("server", address=origin) from failure
    return "; ".join(f"{name}={morsel.value}" for name, morsel in cookies.items())


def _problem(refused: HTTPError) -> Refused | Unavailable:
    try:
        return Refused(str(json.loads(refused.read())["code"]))
    except (ValueError, KeyError, TypeError):
        return Unavailable("server", address=refused.url)


async def _follow(board: _Board, cookie: str) -> None:
    headers = {"Cookie": cookie, "Origin": board.origin}
    shown = _Shown()
    try:
        async with connect(board.live, additional_headers=headers, max_size=None) as wire:
            await wire.send(HELLO.decode())
            async for frame in wire:
                show(_frames.decode(frame), shown)
    except ConnectionClosed as closed:
        code = closed.rcvd.code if closed.rcvd else 0
        fail(_why_closed(code))
    except (OSError, InvalidHandshake, InvalidMessage) as failure:
        raise Unavailable("server", address=board.origin) from failure
    fail(_why_closed(0))


def _why_closed(code: int) -> str:
    reasons = {4401: "cli-watch-session-over", 4403: "cli-watch-not-allowed"}
    if code in reasons:
        return text(reasons[code])
    return sentence(Unavailable("connection_lost"))


def show(frame: ServerFrame, shown: _Shown) -> None:
    """The lines of a frame, if it has any. ``shown`` remembers what has been shown."""
    numbers = shown.numbers
    match frame:
        case Heartbeat():
            _show_age(frame, shown)
            return
        case Snapshot():
            tell("cli-watch-open", name=frame.you.name, count=len(frame.transfers))
            for transfer in frame.transfers:
                out.print(line_of(transfer, frame.server_at), soft_wrap=True)
        case News():
            for transfer in frame.transfers:
                out.print(line_of(transfer, frame.server_at), soft_wrap=True)
            for number in (numbers.pop(gone) for gone in frame.gone if gone in numbers):
                tell("cli-watch-gone", at=clock(frame.server_at), number=number)
        case _:
            return
    numbers.update((each.transfer_id, each.number) for each in frame.transfers)


def _show_age(beat: Heartbeat, shown: _Shown) -> None:
    """Once when the board has grown old, and once when it is true again."""
    age_s = (beat.server_at - beat.read_at).total_seconds()
    was_old, shown.is_old = shown.is_old, age_s > OLD_AFTER_S
    if shown.is_old and not was_old:
        tell("cli-watch-old", at=clock(beat.server_at), since=clock(beat.read_at))
    elif was_old and not shown.is_old:
        tell("cli-watch-true-again", at=clock(beat.server_at))


def line_of(transfer: TransferView, server_at: datetime) -> Text:
    """One transfer in one line: number, priority, where from, where to, stage, unit."""
    receiving = transfer.arrived_in or transfer.heading_to or transfer.asked
    line = Text(f"{clock(server_at)}  {transfer.number:<9} ")
    urgent = transfer.priority is Priority.ZERO
    line.append(f"{transfer.priority.value:<3}", style="bold red" if urgent else "bold")
    line.append(f"  {transfer.referring} → {receiving or '?'}  ")
    line.append(text(f"stage-{stage_said(transfer.stage, transfer.door)}"), style="cyan")
    line.append(f"  {transfer.unit_id or ''}")
    return line


def clock(at: datetime) -> str:
    """The time on the wall of the terminal."""
    return at.astimezone().strftime("%H:%M:%S")
